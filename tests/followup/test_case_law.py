"""Rules of law that a case depends on, each read again in its article."""

from __future__ import annotations

from datetime import date

import pytest
from followup_cases import METROPOLE, Case, filed

from plaise.dossier import Demarche, PlaiseError
from plaise.followup import Setting, deadlines, execution_routes, page
from plaise.law import Confidence, Deadline, Residence, cassation


def found(case: Case, rule: str, setting: Setting = METROPOLE) -> list[Deadline]:
    return [one for one in deadlines(case.followup, setting) if one.rule == rule]


def won(**facts: object) -> Case:
    return filed().record("order", on="2026-12-10", outcome="injunction", **facts)


def test_a_date_fixed_by_the_judge_is_a_limit_that_must_have_expired():
    # R. 921-1-1, 2nd paragraph: only once the time limit that the court determined has expired.
    case = won(appointment_before="2027-01-15")
    (opens,) = found(case, "execution_request")
    assert opens.day == date(2027, 1, 16)
    with pytest.raises(PlaiseError, match="16 janvier 2027"):
        case.record("execution_requested", on="2027-01-15", route="l911_4")
    routes = {one.id: one.open_now for one in _routes(case, date(2027, 1, 16))}
    assert routes == {"l521_4": True, "l911_4": True}
    case.record("execution_requested", on="2027-01-16", route="l911_4")
    assert case.followup.state == "execution_requested"


def _routes(case: Case, today: date):
    return execution_routes(case.followup, METROPOLE, today)


def test_the_time_limit_comes_before_the_date_of_the_appointment():
    case = won(
        appointment_before="2027-03-01", delay=15, unit="jours", prefect_notified_on="2026-12-10"
    )
    (opens,) = found(case, "execution_request")
    assert opens.day == date(2026, 12, 29)


def test_without_any_limit_an_urgent_measure_can_be_enforced_at_once():
    case = won(prefect_notified_on="2026-12-10")
    assert found(case, "execution_request")[0].day == date(2026, 12, 10)


@pytest.mark.parametrize("electronic", [True, False])
def test_an_unknown_reception_by_the_prefecture_is_the_latest_that_it_can_be(electronic):
    # R. 751-3 and R. 751-4-1: the same day, and two working days to open it, 14 December.
    case = won(delay=15, unit="jours", electronic=electronic)
    (end,) = found(case, "execution")
    assert "lundi 14 décembre 2026" in str(end.computed[0])
    assert {"cja-r751-3", "cja-r751-4-1"} <= set(end.references)


def test_the_answer_to_an_execution_request_is_not_said_to_be_an_order_of_a_refere():
    # R. 523-1 names L. 521-1, L. 521-3, L. 521-4 and L. 522-3, not L. 911-4.
    case = won().record("not_executed", on="2027-01-20")
    case.record("execution_requested", on="2027-01-21", route="l911_4")
    case.record("order", on="2027-02-10", outcome="rejected", electronic=False)
    (limit,) = found(case, "cassation")
    assert "L. 911-4" in limit.note
    assert limit.confidence is Confidence.INFERENCE


def test_the_answer_to_a_request_for_more_is_an_order_of_a_refere():
    case = won().record("not_executed", on="2027-01-20")
    case.record("execution_requested", on="2027-01-21", route="l521_4")
    case.record("order", on="2027-02-10", outcome="rejected", electronic=False)
    (limit,) = found(case, "cassation")
    assert limit.day == date(2027, 2, 26)
    assert limit.note == ""
    assert limit.confidence is Confidence.SEVERAL_SOURCES


def test_what_the_court_gave_the_prefecture_is_a_date_until_it_answers():
    case = filed().record("communicated", on="2026-11-26", prefect_answers_by="2026-12-04")
    (due,) = found(case, "defence_due")
    assert (due.day, due.whose) == (date(2026, 12, 4), "prefect")
    assert [one.rule for one in page(case.followup, METROPOLE, date(2026, 11, 27)).by_when] == [
        "defence_due",
        "ask_news",
    ]
    case.record("defence_received", on="2026-12-03")
    assert found(case, "defence_due") == []


def test_the_silence_of_four_months_is_that_of_residence_permits():
    # R.* 432-1 and R. 432-2 CESEDA: « les demandes de titres de séjour ».
    case = filed().record("appointment_received", on="2026-12-01", day="2026-12-14")
    case.record("appointment_held", on="2026-12-14", result="registered")
    for demarche in (Demarche.FIRST_CARD, Demarche.RENEWAL, Demarche.CHANGE):
        (silence,) = found(case, "implicit_refusal", Setting(demarche=demarche))
        assert silence.day == date(2027, 4, 14)
    for demarche in (Demarche.DCEM, Demarche.TRAVEL_DOCUMENT):
        setting = Setting(demarche=demarche)
        assert found(case, "implicit_refusal", setting) == []
        told = page(case.followup, setting, date(2026, 12, 15)).to_do
        assert any("n’a pas été vérifiée" in line.text for line in told)


def test_a_distance_read_in_one_source_says_so():
    near = cassation(date(2026, 11, 2))
    far = cassation(date(2026, 11, 2), residence=Residence.OVERSEAS)
    assert near.confidence is Confidence.SEVERAL_SOURCES
    assert far.confidence is Confidence.ONE_SOURCE


def test_once_a_date_is_given_nothing_more_is_asked_of_the_judge_until_it_fails():
    case = won(delay=15, unit="jours").record("not_executed", on="2027-01-20")
    today = date(2027, 1, 25)
    assert page(case.followup, METROPOLE, today).routes
    case.record("appointment_received", on="2027-01-25", day="2027-02-10")
    assert page(case.followup, METROPOLE, today).routes == ()
    case.record("not_executed", on="2027-01-26", what="too_far")
    assert page(case.followup, METROPOLE, today).routes
