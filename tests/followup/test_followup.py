"""The course of a case, told by examples that the fact sheet dates."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import icalendar
import pytest
from followup_cases import METROPOLE, Case, filed

from dossier_texts import SOUND
from plaise.dossier import Demarche, Door, PlaiseError, parse_dossier
from plaise.followup import (
    Channel,
    Followup,
    Setting,
    Status,
    appointment_guide,
    calendar,
    deadlines,
    due,
    execution_routes,
    load_machine,
    page,
    page_text,
    too_late,
)
from plaise.law import Residence, day_in_words

TODAY = date(2026, 12, 1)


def rules(case, setting=METROPOLE):
    return {one.rule: one for one in deadlines(case.followup, setting)}


def test_a_first_petition_waits_for_its_number_then_for_the_judge():
    case = filed("2026-11-24")
    assert rules(case)["number_expected"].value == date(2026, 11, 27)
    assert rules(case)["ask_news"].value == date(2026, 12, 24)
    case.record("numbered", on="2026-11-25", number="2612345")
    assert "number_expected" not in rules(case)
    assert case.followup.number == "2612345"
    assert case.followup.state == "filed"


def test_an_offered_date_is_kept_and_withdrawal_is_never_suggested():
    case = filed().record("date_offered", on="2026-11-30", day="2026-12-18", hour="09:30")
    shown = page(case.followup, METROPOLE, TODAY)
    assert shown.standing[0].text.startswith("Une date vous a été donnée : gardez-la")
    assert any("ne retirez pas" in line.text for line in shown.to_do)
    assert rules(case)["offer_answer"].value == date(2026, 12, 1)
    assert rules(case)["appointment"].value == date(2026, 12, 18)


def test_no_state_suggests_to_withdraw():
    for state in load_machine().states.values():
        for line in state.to_do:
            words = line.text.lower()
            assert "désist" not in words, state.id
            assert "retirez" not in words or "ne retirez pas" in words, state.id


def test_a_date_too_far_calls_for_observations():
    case = filed().record(
        "date_offered", on="2026-11-30", day="2027-09-01", far=True, why_far="fin du titre"
    )
    assert case.followup.state == "date_offered_far"
    shown = page(case.followup, METROPOLE, TODAY)
    assert "observations_date" in {act.id for act in shown.acts}
    assert any("Gardez quand même" in line.text for line in shown.to_do)


def test_a_hearing_after_an_offer_keeps_both_dates():
    case = filed().record("date_offered", on="2026-11-30", day="2026-12-18")
    case.record("hearing_set", on="2026-12-01", day="2026-12-08", hour="14:00")
    assert case.followup.state == "hearing_set"
    assert {"hearing", "appointment"} <= set(rules(case))


def test_answering_the_court_settles_the_answer():
    case = filed().record("defence_received", on="2026-12-04", answer_by="2026-12-08")
    assert rules(case)["observations"].value == date(2026, 12, 8)
    case.record("new_proofs", on="2026-12-07", first=38, last=41)
    assert "observations" not in rules(case)


def test_a_defence_without_a_date_is_answered_the_next_working_day():
    case = filed().record("defence_received", on="2026-12-04")
    found = rules(case)["observations"]
    assert found.value == date(2026, 12, 7)
    assert "prudence" in found.note


def test_an_injunction_runs_from_the_day_the_prefet_received_it():
    case = filed().record(
        "order",
        on="2026-12-10",
        outcome="injunction",
        delay=15,
        prefect_notified_on="2026-12-10",
        penalty_euros=100,
        appointment_before="2027-01-29",
    )
    found = rules(case)
    assert found["execution"].value == date(2026, 12, 28)
    assert found["execution_request"].value == date(2026, 12, 29)
    assert found["penalty"].value == date(2026, 12, 29)
    assert found["appointment_limit"].value == date(2027, 1, 29)
    assert "cassation" not in found


def test_enforcement_opens_only_once_the_time_limit_has_expired():
    case = filed().record(
        "order", on="2026-12-10", outcome="injunction", delay=15, prefect_notified_on="2026-12-10"
    )
    before = execution_routes(case.followup, METROPOLE, date(2026, 12, 28))
    after = execution_routes(case.followup, METROPOLE, date(2026, 12, 29))
    assert [route.id for route in before] == ["l521_4", "l911_4"]
    assert not any(route.open_now for route in before)
    assert all(route.open_now for route in after)
    assert "cja-r921-1-1" in after[1].references


def test_what_is_already_refused_opens_only_the_way_of_the_new_element():
    case = filed().record(
        "order", on="2026-12-10", outcome="injunction", delay=15, prefect_notified_on="2026-12-10"
    )
    case.record("not_executed", on="2026-12-14", what="too_far")
    routes = execution_routes(case.followup, METROPOLE, date(2026, 12, 15))
    assert [route.open_now for route in routes] == [True, False]


def test_an_injunction_without_a_time_limit_can_be_enforced_at_once():
    case = filed().record(
        "order", on="2026-12-10", outcome="injunction", prefect_notified_on="2026-12-10"
    )
    assert rules(case)["execution_request"].value == date(2026, 12, 10)


def test_an_unknown_reception_by_the_prefet_is_the_latest_it_can_be():
    case = filed().record("order", on="2026-12-10", outcome="injunction", delay=15)
    found = rules(case)["execution"]
    assert found.value == date(2026, 12, 30)
    assert "greffe" in found.note


def test_a_limit_set_by_hand_moves_what_depends_on_it():
    case = filed().record("order", on="2026-12-10", outcome="injunction", delay=15)
    case.record(
        "deadline_set", on="2026-12-11", rule="execution", day="2027-01-04", reason="Le greffe."
    )
    found = rules(case)
    assert found["execution"].day == date(2027, 1, 4)
    assert found["execution"].value == date(2026, 12, 30)
    assert found["execution_request"].value == date(2027, 1, 5)
    shown = page_text(page(case.followup, METROPOLE, TODAY))
    assert "date corrigée à la main (Le greffe.)" in shown


def test_a_date_given_after_an_injunction_stops_the_clock_until_it_is_said_too_late():
    case = filed().record("order", on="2026-12-10", outcome="injunction", delay=15)
    case.record("appointment_received", on="2026-12-15", day="2027-06-01")
    assert "execution" not in rules(case)
    case.record("not_executed", on="2026-12-30", what="too_far")
    assert case.followup.state == "not_executed"
    assert "execution" in rules(case)


def test_an_order_that_is_enforced_can_be_followed_by_a_second_one():
    case = filed().record("order", on="2026-12-10", outcome="injunction", delay=3)
    case.record("not_executed", on="2026-12-20")
    case.record("execution_requested", on="2026-12-21", route="l521_4")
    case.record("order", on="2026-12-30", outcome="injunction", delay=8, penalty_euros=150)
    assert case.followup.state == "injunction"
    assert case.followup.injunction.penalty_euros == 150


@pytest.mark.parametrize(
    ("received", "read_on", "last"),
    [
        ("2022-12-20", None, date(2023, 1, 5)),
        ("2023-10-12", None, date(2023, 10, 30)),
        # Put in Télérecours on Thursday 24 December, opened that day, on Monday 28, or too late:
        # it then counts as received on Tuesday 29. Not knowing, the earliest is safe.
        ("2026-12-24", "2026-12-24", date(2027, 1, 11)),
        ("2026-12-24", "2026-12-28", date(2027, 1, 13)),
        ("2026-12-24", "2027-01-08", date(2027, 1, 14)),
        ("2026-12-24", None, date(2027, 1, 11)),
    ],
)
def test_cassation_counts_from_the_notification(received, read_on, last):
    told = {"on": received, "read_on": read_on, "outcome": "rejected_without_hearing"}
    case = filed("2022-12-01").record("order", **told)
    assert rules(case)["cassation"].value == last


def test_someone_overseas_has_a_month_more():
    case = filed().record("order", on="2026-11-02", outcome="rejected", electronic=False)
    far = Setting(departement="974", residence=Residence.OVERSEAS)
    assert rules(case, far)["cassation"].value == date(2026, 12, 18)


def test_a_second_petition_begins_a_new_round_and_keeps_the_first():
    case = filed().record("order", on="2026-12-10", outcome="rejected", reasons=["urgence"])
    case.record("new_petition", on="2026-12-12")
    assert rules(case)["new_proofs"].value == date(2026, 12, 27)
    case.record("filed", on="2027-01-05", channel="post")
    assert case.followup.rounds == 2
    assert case.followup.state == "filed"
    assert len(case.followup.history) == 4
    assert "cassation" not in rules(case)


def test_an_appointment_kept_during_the_case_is_not_lost_with_a_rejection():
    case = filed().record("date_offered", on="2026-11-30", day="2026-12-18")
    case.record("order", on="2026-12-10", outcome="rejected")
    assert "appointment" in rules(case)
    case.record("appointment_held", on="2026-12-18", result="registered", recepisse=True)
    assert case.followup.state == "registered"
    assert rules(case)["implicit_refusal"].value == date(2027, 4, 18)


def test_an_order_after_the_registration_does_not_send_back_to_the_counter():
    case = filed().record("appointment_received", on="2026-11-30", day="2026-12-02")
    case.record("appointment_held", on="2026-12-02", result="registered")
    case.record("order", on="2026-12-10", outcome="non_lieu")
    assert case.followup.state == "registered"


def test_a_correction_takes_the_place_of_an_event_and_both_stay():
    case = filed().record("order", on="2026-12-10", outcome="rejected", electronic=False)
    wrong = case.followup.history[1]
    case.correct(wrong.id, "order", why="C’était un non-lieu.", on="2026-12-11", outcome="non_lieu")
    assert case.followup.state == "non_lieu"
    step = case.followup.history[1]
    assert step.original == wrong.event
    assert step.event.outcome == "non_lieu"
    assert str(step.why) == "C’était un non-lieu."
    assert len(case.entries) == 4


def test_a_correction_can_be_corrected_in_turn():
    case = filed().record("order", on="2026-12-10", outcome="rejected")
    order = case.followup.history[1].id
    case.correct(order)
    assert case.followup.state == "filed"
    case.correct(order, "order", on="2026-12-10", outcome="non_lieu")
    assert case.followup.state == "non_lieu"


def test_what_no_longer_follows_is_kept_and_explained():
    case = filed().record("order", on="2026-12-10", outcome="rejected")
    case.correct(case.followup.history[0].id)
    assert case.followup.state == "not_filed"
    assert case.followup.history[1].status is Status.IMPOSSIBLE
    assert "n’était pas possible" in str(case.followup.history[1].why)


@pytest.mark.parametrize(
    "entry",
    [
        {"kind": "followup.filed", "at": "x", "data": {"id": "12345678"}},
        {"kind": "followup.unheard_of", "at": "x", "data": {"id": "12345678", "on": "2026-01-01"}},
        {"kind": "followup.filed", "at": "x", "data": None},
        {"kind": "followup.corrected", "at": "x", "data": {"supersedes": "nothing"}},
    ],
)
def test_a_broken_entry_is_kept_without_stopping_the_rest(entry):
    good = filed().entries
    followup = Followup.from_entries([entry, *good])
    assert followup.state == "filed"
    assert followup.history[0].status is Status.UNREADABLE


def test_an_impossible_event_says_what_is_possible():
    with pytest.raises(PlaiseError) as caught:
        Case().record("order", on="2026-12-10", outcome="rejected")
    assert "La requête est déposée" in caught.value.to_do


def test_an_incomplete_event_is_refused_in_words():
    with pytest.raises(PlaiseError, match="faute"):
        filed().record("order", on="2026-12-10", outcome="rejected", delay=15)


def test_a_closed_case_can_be_taken_up_again():
    case = filed().record("closed", on="2026-12-10", outcome="given_up")
    assert rules(case) == {}
    case.record("reopened", on="2026-12-11")
    assert case.followup.state == "filed"


def test_words_follow_the_channel_and_the_demarche():
    electronic = page(filed().followup, METROPOLE, TODAY)
    paper = page(Case().record("filed", on="2026-11-24", channel="post").followup, METROPOLE, TODAY)
    assert any("Télérecours citoyens chaque jour" in line.text for line in electronic.to_do)
    assert not any("Télérecours citoyens chaque jour" in line.text for line in paper.to_do)
    assert any("récépissé" in line.text for line in appointment_guide(Demarche.RENEWAL).during)
    assert not any("récépissé" in line.text for line in appointment_guide(Demarche.DCEM).during)


def test_the_arrest_warning_always_comes_with_the_appointment():
    for demarche in Demarche:
        assert "arrêtées" in appointment_guide(demarche).warning.text
    case = filed().record("appointment_received", on="2026-12-01", day="2026-12-18")
    shown = page(case.followup, METROPOLE, TODAY)
    assert any("arrestations" in line.text for line in shown.to_do)


def test_a_dossier_gives_its_setting_and_its_concerns():
    dossier = parse_dossier(SOUND)
    setting = Setting.of(dossier)
    assert setting.residence is Residence.METROPOLE
    assert setting.demarche is dossier.request.demarche
    case = filed().record("date_offered", on="2026-11-30", day="2029-01-01")
    concerns = too_late(case.followup.offers[0], dossier)
    assert all(concern.question and concern.references for concern in concerns)


def test_a_nineteenth_birthday_before_the_appointment_is_asked_about():
    dossier = parse_dossier(SOUND)
    person = dossier.person.model_copy(update={"birth_date": date(2008, 1, 15)})
    young = dossier.model_copy(update={"person": person})
    case = filed().record("date_offered", on="2026-11-30", day="2027-02-01")
    questions = [str(concern.question) for concern in too_late(case.followup.offers[0], young)]
    assert any("19 ans le vendredi 15 janvier 2027" in question for question in questions)


def made(case, *, neutral=True, feed=False, zone="Europe/Paris"):
    content = calendar(
        case.followup,
        deadlines(case.followup, METROPOLE),
        dossier=UUID(int=7),
        zone=zone,
        made_at=datetime(2026, 11, 24, 8, 0, tzinfo=UTC),
        neutral=neutral,
        feed=feed,
    )
    return content, icalendar.Calendar.from_ical(content)


def test_the_neutral_calendar_says_nothing_of_the_case():
    case = filed().record("hearing_set", on="2026-12-01", day="2026-12-08", place="Tribunal")
    case.record("date_offered", on="2026-12-02", day="2026-12-18", place="Préfecture")
    text = made(case)[0].decode().lower()
    for word in ("audience", "tribunal", "préfecture", "plaise:", "juge", "requête", "greffe"):
        assert word not in text


def test_the_full_calendar_explains_each_date():
    case = filed().record("order", on="2022-12-20", outcome="rejected", electronic=False)
    _, book = made(case, neutral=False)
    event = next(e for e in book.walk("VEVENT") if "pourvoi" in str(e["summary"]))
    assert event["dtstart"].dt == date(2023, 1, 5)
    assert "Délai franc" in event["description"]
    assert "R. 523-1 CJA" in event["description"]


@pytest.mark.parametrize(
    ("day", "offset"), [("2027-03-28", 2), ("2027-03-27", 1), ("2026-10-25", 1)]
)
def test_hours_keep_their_meaning_across_the_change_of_time(day, offset):
    case = filed("2026-10-01").record("hearing_set", on="2026-10-02", day=day, hour="09:30")
    _, book = made(case)
    start = next(
        e["dtstart"].dt for e in book.walk("VEVENT") if isinstance(e["dtstart"].dt, datetime)
    )
    assert start.hour == 9
    assert start.utcoffset().total_seconds() == offset * 3600
    assert book.walk("VTIMEZONE")


def test_a_moved_hearing_and_a_feed_replace_the_former_event():
    first = filed().record("hearing_set", on="2026-12-01", day="2026-12-08", hour="09:30")
    uids = {str(e["uid"]) for e in made(first)[1].walk("VEVENT")}
    first.correct(first.followup.history[1].id, "hearing_set", on="2026-12-01", day="2026-12-09")
    content, book = made(first, feed=True)
    assert uids == {str(e["uid"]) for e in book.walk("VEVENT")}
    assert b"REFRESH-INTERVAL" in content


def test_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match="aware"):
        calendar(
            Followup(),
            (),
            dossier=UUID(int=1),
            zone="Europe/Paris",
            made_at=datetime(2026, 1, 1),  # noqa: DTZ001 (what is refused)
        )


def test_reminders_are_due_on_their_days_and_their_mail_is_neutral():
    case = filed().record("order", on="2026-12-10", outcome="rejected", electronic=False)
    dates = deadlines(case.followup, METROPOLE)
    limit = rules(case)["cassation"].value
    assert limit == date(2026, 12, 28)
    found = due(dates, date(2026, 12, 25))
    assert {(one.deadline.rule, one.days_left) for one in found} == {
        ("cassation", 3),
        ("new_proofs", 0),
    }
    assert any("cassation" in one.text for one in found)
    for word in ("cassation", "tribunal", "préfecture", "Plaise", "juge"):
        assert not any(word in f"{one.subject} {one.body}" for one in found)
    assert due(dates, date(2026, 12, 26)) == ()
    assert [one.days_left for one in due(dates, date(2026, 12, 29))] == [-1]


def test_a_first_day_reminds_only_on_the_day():
    case = filed().record("order", on="2026-12-10", outcome="injunction", delay=15)
    dates = [d for d in deadlines(case.followup, METROPOLE) if d.rule == "execution_request"]
    assert due(dates, date(2026, 12, 30)) == ()
    assert [one.days_left for one in due(dates, date(2026, 12, 31))] == [0]


@pytest.mark.parametrize("state", sorted(load_machine().states))
def test_every_state_has_its_words_for_every_demarche_door_and_channel(state):
    shown = load_machine().states[state]
    for demarche in Demarche:
        for door in Door:
            for channel in Channel:
                lines = [line for line in shown.to_do if line.concerns(demarche, door, channel)]
                assert lines, (state, demarche, door, channel)


def test_execution_is_refused_before_the_time_limit_of_the_judge_with_the_date_it_opens():
    case = filed().record(
        "order",
        on="2026-12-01",
        outcome="injunction",
        delay=15,
        unit="jours",
        prefect_notified_on="2026-12-02",
    )
    opens = next(
        one
        for one in execution_routes(case.followup, METROPOLE, date(2026, 12, 5))
        if one.id == "l911_4"
    ).opens_on
    early = {"on": str(opens - timedelta(days=1)), "route": "l911_4"}
    with pytest.raises(PlaiseError, match=day_in_words(opens)) as refused:
        case.record("execution_requested", **early)
    assert "R. 921-1-1" in str(refused.value)
    assert case.followup.state == "injunction"
    case.record("execution_requested", on=str(opens), route="l911_4")
    assert case.followup.state == "execution_requested"
    with pytest.raises(PlaiseError, match=day_in_words(opens)):
        case.correct(case.followup.history[-1].id, "execution_requested", **early)
