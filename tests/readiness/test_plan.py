"""The plan: moments that vary, messages well apart, the person's own dates, a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from readiness_cases import at, captures_on, dossier

from plaise.dossier import Demarche, Door, HardCase
from plaise.law import is_working_day, load_law
from plaise.readiness import Kind, Plan, assess, plan, plan_calendar, plan_text
from plaise.readiness._slots import next_slots

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
FEW = captures_on([date(2026, 11, 16), date(2026, 11, 18), date(2026, 11, 20)])
MANY = captures_on([date(2026, 10, 12) + timedelta(days=step) for step in range(0, 42, 2)])
FIRST = {"demarche": "premiere_carte", "expire_le": None}
BARE: dict[str, Any] = {"contacts": ()}


def planned(captures: Sequence[Any] = FEW, *, now: datetime = NOW, **changes: Any) -> Plan:
    return plan(dossier(**changes), captures, now=now)


def of(made: Plan, kind: Kind) -> list[Any]:
    return [one for one in made.items if one.kind is kind]


def dated(made: Plan) -> dict[str, date]:
    return {one.deadline.rule: one.deadline.day for one in made.dates}


# --- attempts ---------------------------------------------------------------------------------

moments = st.datetimes(at("2026-10-01T00:00"), at("2026-11-23T08:00"))


@settings(deadline=None, max_examples=60)
@given(
    taken=st.lists(moments, max_size=25),
    now=st.datetimes(at("2026-01-01T00:00"), at("2027-12-31T23:59")),
    days=st.integers(0, 40),
    every=st.integers(1, 4),
)
def test_one_moment_a_day_never_past_and_never_close(
    taken: list[datetime], now: datetime, days: int, every: int
) -> None:
    last = now.date() + timedelta(days=days)
    found = next_slots(taken, now=now, last=last, every=every, most=21)
    assert len(found) <= 21
    assert all(now < one and one.date() <= last for one in found)
    assert len({one.date() for one in found}) == len(found)
    assert all(after - before > timedelta(minutes=30) for before, after in pairwise(found))


@settings(deadline=None, max_examples=30)
@given(st.lists(moments, max_size=5))
def test_two_weeks_cover_every_weekday_and_many_hours(taken: list[datetime]) -> None:
    now = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Europe/Paris"))
    found = next_slots(taken, now=now, last=date(2026, 12, 7), every=1, most=21)
    assert {one.weekday() for one in found} == set(range(7))
    assert len({one.hour for one in found}) >= 5


def test_sunday_night_and_the_first_minute_of_monday_are_tried_early() -> None:
    found = {(one.day.weekday(), one.at) for one in of(planned(), Kind.ATTEMPT)}
    assert (0, time(0, 1)) in found
    assert (6, time(22, 30)) in found


def test_attempts_go_on_every_day_until_three_weeks_then_less_often() -> None:
    few, many = of(planned(), Kind.ATTEMPT), of(planned(MANY), Kind.ATTEMPT)
    assert max(one.day for one in few) >= date(2026, 11, 16) + timedelta(days=21)
    assert len(many) < len(few)
    assert many, "the file must stay fresh until it is filed"


def test_the_plan_is_in_the_zone_of_the_dossier() -> None:
    late = datetime(2026, 11, 23, 21, 30, tzinfo=UTC)
    reunion = planned(now=late, fuseau="Indian/Reunion")
    assert reunion.made_at.date() == date(2026, 11, 24)
    assert min(one.day for one in reunion.items) >= date(2026, 11, 24)
    assert planned(now=late).made_at.date() == date(2026, 11, 23)
    with pytest.raises(ValueError, match="zone"):
        planned(now=datetime(2026, 11, 23, 8, 0))  # noqa: DTZ001 (the refusal is tested)


# --- messages and filing ------------------------------------------------------------------------


def test_messages_are_few_apart_and_on_working_days() -> None:
    made = planned(**BARE)
    emails = [one.day for one in of(made, Kind.EMAIL)]
    assert 1 <= len(emails) <= 3
    assert all((after - before).days >= 7 for before, after in pairwise(emails))
    (letter,) = of(made, Kind.LETTER)
    (defender,) = of(made, Kind.DEFENSEUR)
    (filing,) = of(made, Kind.FILING)
    assert emails[0] < letter.day < defender.day
    assert defender.day <= filing.until
    assert all(is_working_day(one, "95") for one in (*emails, letter.day, defender.day))


def test_filing_is_preferred_before_two_months_from_the_letter_with_its_confidence() -> None:
    (filing,) = of(planned(MANY), Kind.FILING)
    assert (filing.day, filing.until) == (date(2026, 11, 23), date(2027, 1, 1))
    assert filing.confidence == "INF"
    assert "jamais un empêchement" in filing.why


def test_two_months_passed_never_bar_the_filing() -> None:
    old = (
        {"moyen": "courriel", "date": date(2026, 8, 20), "pieces": ("courriel.eml",)},
        {"moyen": "lettre_recommandee", "date": date(2026, 9, 1), "pieces": ("depot.pdf",)},
    )
    (filing,) = of(planned(MANY, contacts=old), Kind.FILING)
    assert filing.until is None
    assert "avocat" in filing.why


def test_the_review_comes_before_the_filing() -> None:
    made = planned(MANY)
    kinds = [one.kind for one in made.items]
    assert kinds.index(Kind.REVIEW) < kinds.index(Kind.FILING)


@pytest.mark.parametrize(
    ("facts", "visits"),
    [
        ({"expire_le": date(2027, 1, 15)}, 1),
        ({"expire_le": date(2026, 11, 2)}, 0),
        (FIRST, 0),
        ({"expire_le": date(2027, 1, 15), "situations_difficiles": ("oqtf",)}, 0),
    ],
)
def test_a_visit_is_optional_and_only_for_a_valid_document(
    facts: dict[str, Any], visits: int
) -> None:
    advised = {"conseil_consulte": "Me Exemple", "conseil_consulte_le": date(2026, 11, 20)}
    found = of(planned(demande={**facts, **advised}), Kind.VISIT)
    assert len(found) == visits
    for one in found:
        assert one.optional
        assert "arrêtées" in one.why
        assert "témoin" in one.why


# --- what stops the plan ------------------------------------------------------------------------


def test_asylum_gets_no_plan_at_all() -> None:
    made = planned(demande={"demarche": "asile"})
    assert (made.items, made.dates) == ((), ())
    assert made.stops
    assert made.calls
    assert "Aujourd’hui même" in made.today[0]


def test_before_an_adviser_only_attempts_are_planned() -> None:
    made = planned(demande={"situations_difficiles": ("irtf",)}, contacts=())
    assert {one.kind for one in made.items} == {Kind.ATTEMPT}
    assert made.stops


@pytest.mark.parametrize(("demarche", "door"), list(product(Demarche, Door)))
def test_every_demarche_door_and_situation_gets_verdicts_with_sources(
    demarche: Demarche, door: Door
) -> None:
    for hard in ((), *((one,) for one in HardCase)):
        facts = dossier(
            demande={"demarche": demarche, "porte": door, "situations_difficiles": hard}
        )
        made = plan(facts, FEW, now=NOW)
        judged = assess(facts, FEW, today=NOW.date())
        assert all(one.sources and one.explanation for one in judged.criteria)
        assert all(one.sources and one.why for one in made.items)
        assert all(one.sources and one.deadline.computed for one in made.dates)
        assert made.stops == judged.blocks
        assert bool(made.calls) or not (hard or made.stops)
        if made.stops:
            assert {one.kind for one in made.items} <= {Kind.ATTEMPT}
        cited = {source.id for one in judged.criteria for source in one.sources}
        if not load_law().demarches[demarche].permit:
            door_sources = {one.id for one in judged.criterion("porte").sources}
            assert not {"ceseda-r431-2", "ceseda-r431-3"} & door_sources
        assert cited <= set(load_law().references)
        assert Plan.model_validate_json(made.model_dump_json()) == made


# --- the person's own dates ---------------------------------------------------------------------


def test_the_windows_of_r431_5_depend_on_the_door() -> None:
    at_desk = dated(planned(demande={"expire_le": date(2027, 3, 31)}))
    online = dated(planned(demande={"expire_le": date(2027, 3, 31), "porte": "anef"}))
    assert (at_desk["window_opens"], at_desk["window_closes"]) == (
        date(2027, 1, 31),
        date(2027, 3, 31),
    )
    assert (online["window_opens"], online["window_closes"]) == (
        date(2026, 12, 1),
        date(2027, 1, 30),
    )
    assert at_desk["six_months"] == date(2027, 9, 30)


@pytest.mark.parametrize(
    ("article", "rules"),
    [
        ("L. 423-22", {"eve_of_nineteen": date(2027, 2, 28)}),
        ("L. 435-3", {"after_eighteen": date(2026, 5, 1)}),
        (
            "",
            {"eve_of_nineteen": date(2027, 2, 28), "after_eighteen": date(2026, 5, 1)},
        ),
    ],
)
def test_eighteen_and_nineteen_follow_the_list_of_r431_5(
    article: str, rules: dict[str, date]
) -> None:
    made = planned(
        personne={"naissance": date(2008, 3, 1)}, demande={**FIRST, "fondement": article}
    )
    assert dated(made) == rules


@settings(deadline=None, max_examples=25)
@given(st.dates(date(2008, 1, 1), date(2009, 12, 31)))
def test_the_eve_of_nineteen_is_the_last_day_at_eighteen(birth: date) -> None:
    made = planned([], personne={"naissance": birth}, demande={**FIRST, "fondement": "L. 423-22"})
    eve = dated(made).get("eve_of_nineteen")
    assert eve is not None
    turned = (eve + timedelta(days=1)).year - birth.year
    assert turned == 19
    assert eve - birth < timedelta(days=19 * 366)


def test_an_agreement_takes_the_windows_of_the_ceseda_away() -> None:
    made = planned(personne={"nationalite": "algérienne"})
    assert set(dated(made)) == {"card_expiry"}
    assert not any("ceseda" in source.id for one in made.dates for source in one.sources)


def test_a_date_set_by_hand_replaces_the_computed_one_which_stays_readable() -> None:
    by_hand = {"regle": "six_months", "date": date(2027, 4, 1), "raison": "Avis de Me Exemple"}
    made = planned(dates_corrigees=(by_hand,))
    deadline = next(one.deadline for one in made.dates if one.deadline.rule == "six_months")
    assert (deadline.day, deadline.value) == (date(2027, 4, 1), date(2027, 5, 2))
    assert "corrigée à la main" in plan_text(made)


# --- the calendar and the text ------------------------------------------------------------------


def test_the_calendar_holds_each_line_once_and_says_nothing_on_a_locked_phone() -> None:
    made = planned()
    book = Calendar.from_ical(plan_calendar(made))
    events = book.walk("VEVENT")
    assert len(events) == len(made.items) + len(made.dates)
    assert len({str(one["uid"]) for one in events}) == len(events)
    shown = plan_calendar(made).decode()
    assert "Rappel" in shown
    assert "préfecture" not in shown.casefold()
    assert "EXEMPLE" not in shown.upper().replace("EXERCICE", "")
    first = next(one for one in events if "essai" in str(one["summary"]))
    assert first["dtstart"].dt.tzinfo is not None


def test_the_same_plan_has_the_same_events() -> None:
    one, two = plan_calendar(planned()), plan_calendar(planned())
    assert one == two
    clear = plan_calendar(planned(), neutral=False).decode()
    assert "Lettre" in clear or "courriel" in clear.casefold()


def test_the_text_says_each_day_its_reason_and_its_sources() -> None:
    shown = plan_text(planned())
    assert "lundi 23 novembre 2026" in shown
    assert "Chaque juge reste libre" in shown
    assert "n°\u00a0435594" in shown
    assert "À VÉRIFIER" not in shown
    assert "(à vérifier)" in plan_text(planned([], now=datetime(2028, 3, 1, tzinfo=UTC)))
