"""A rejection read with the person, and what statistics may take."""

from datetime import date, timedelta

import pytest
from followup_cases import METROPOLE, filed
from hypothesis import given, settings
from hypothesis import strategies as st

from plaise.followup import (
    EVENTS,
    AnonymousRecord,
    Ending,
    Reason,
    Waited,
    anonymous_record,
    guess_reasons,
    next_petition,
    next_petition_text,
    publishable,
    rejection_guide,
)
from plaise.law import load_law

ORDER = (
    "Considérant que M. X ne justifie d’aucune circonstance particulière ; que la condition "
    "d’urgence n’est pas remplie ; que les captures d’écran, toutes de la même semaine, ne "
    "suffisent pas. ORDONNE : la requête est rejetée."
)


def test_every_reason_asks_for_something_and_knows_its_texts():
    known = load_law().references
    guide = rejection_guide()
    assert {one.id for one in guide.reasons} == set(Reason)
    for one in guide.reasons:
        assert one.question.endswith("?")
        assert set(one.references) <= set(known)


def test_the_order_s_own_words_are_shown_with_the_guess():
    found = guess_reasons(ORDER)
    assert found[0].reason in {Reason.URGENCY, Reason.TOO_FEW}
    assert {guess.reason for guess in found} >= {Reason.URGENCY, Reason.TOO_FEW}
    for guess in found:
        for seen in guess.seen:
            assert seen in ORDER


def test_words_that_say_nothing_lead_to_no_guess():
    assert guess_reasons("Bonjour, merci de votre message.") == ()


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(Reason), max_size=6),
    st.dates(date(2026, 1, 1), date(2040, 12, 31)),
    st.sampled_from([None, "57", "974"]),
)
def test_the_plan_fits_in_fifteen_days_and_always_says_the_fine(reasons, start, departement):
    plan = next_petition(reasons, start, departement)
    assert plan.plan
    assert all(start <= line.day <= start + timedelta(days=15) for line in plan.plan)
    assert [line.day for line in plan.plan] == sorted(line.day for line in plan.plan)
    assert "10 000 euros" in plan.fine
    assert "cja-r741-12" in plan.references
    assert plan.answers


def test_too_few_attempts_call_for_attempts_in_three_weeks():
    plan = next_petition([Reason.TOO_FEW], date(2026, 12, 14))
    weeks = {line.day.isocalendar().week for line in plan.plan if "Essayer" in line.what}
    assert len(weeks) == 3
    assert next_petition_text(plan).startswith(plan.fine)


def test_a_contested_case_begins_with_advice_and_not_with_attempts():
    plan = next_petition([Reason.CONTESTED], date(2026, 12, 14))
    assert "avocat" in plan.plan[0].what
    assert not any("Essayer" in line.what for line in plan.plan)


def closed(*events):
    case = filed("2026-11-24")
    for kind, data in events:
        case.record(kind, **data)
    case.record("closed", on="2027-02-01", outcome="registered")
    return anonymous_record(case.followup, METROPOLE)


@pytest.mark.parametrize(
    ("events", "ending", "waited"),
    [
        ([], Ending.NO_DATE, Waited.NEVER),
        (
            [("date_offered", {"on": "2026-12-01", "day": "2026-12-20"})],
            Ending.BEFORE_ORDER,
            Waited.MONTH,
        ),
        (
            [
                ("order", {"on": "2026-12-10", "outcome": "injunction"}),
                ("appointment_received", {"on": "2027-01-10", "day": "2027-01-20"}),
            ],
            Ending.AFTER_INJUNCTION,
            Waited.QUARTER,
        ),
    ],
)
def test_a_closed_case_leaves_an_anonymous_record(events, ending, waited):
    record = closed(*events)
    assert (record.ending, record.waited) == (ending, waited)
    assert record.year == 2027


def test_an_open_case_leaves_none():
    assert anonymous_record(filed().followup, METROPOLE) is None


def test_nothing_can_be_counted_by_judge_or_court():
    words = {"judge", "juge", "court", "tribunal", "prefecture", "agent", "departement", "number"}
    assert not words & set(AnonymousRecord.model_fields)
    for model in EVENTS.values():
        assert not {"judge", "juge", "magistrate", "official"} & set(model.model_fields)


def record(ending):
    return AnonymousRecord(
        demarche=None, door=None, year=2027, ending=ending, waited=Waited.MONTH, petitions="une"
    )


@settings(deadline=None)
@given(st.lists(st.sampled_from(Ending), max_size=80))
def test_no_group_under_ten_can_be_read_or_worked_out(endings):
    counts = publishable([record(ending) for ending in endings], "ending")
    assert all(number >= 10 for number in counts.values())
    hidden = set(endings) - {Ending(value) for value in counts}
    assert not counts or len(hidden) != 1


def test_a_smaller_threshold_is_refused():
    with pytest.raises(ValueError, match="ten"):
        publishable([], "ending", smallest=5)
