"""The date to go by: the appointment once there is one; each dossier of the list shows its own."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from web_cases import Newcomer, make_account

from plaise.store import read_folder
from plaise.store.database.models import Dossier as Row
from plaise.store.keys import Unlocked
from plaise.store.vault import (
    EncryptedDossier,
    ListedDate,
    Summary,
    grant,
    import_parts,
    list_dossiers,
    note_dates,
    parts_of,
)
from plaise.web.followup.case import case_of
from plaise.web.followup.coming import coming
from plaise.work import record_event
from plaise.work.seen import today_of

pytestmark = pytest.mark.usefixtures("example_day")

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
DAY = timedelta(days=1)


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    parts = [part for part in read_folder(EXAMPLE) if not part.path.startswith("captures/")]
    made = import_parts(person, parts)
    record_event(made, "filed", {"on": str(today_of(made)), "channel": "telerecours"})
    return made


def given_an_appointment(dossier: EncryptedDossier, days: int) -> date:
    today = today_of(dossier)
    ahead = today + days * DAY
    facts = {"on": str(today), "day": str(ahead), "hour": "09:30"}
    record_event(dossier, "appointment_received", facts)
    return ahead


def test_the_appointment_is_the_next_date_and_what_comes_before_stays_in_sight(
    member: Newcomer, dossier
):
    ahead = given_an_appointment(dossier, 40)
    case = case_of(dossier)
    assert case.next_date is not None
    assert (case.next_date.rule, case.next_date.day) == ("appointment", ahead)
    assert {one.rule for one in case.sooner} == {"number_expected", "ask_news"}
    for address in (f"/dossiers/{dossier.id}/", f"/dossiers/{dossier.id}/apres/"):
        page = member.get(address).content.decode()
        assert page.index("Rendez-vous à la préfecture") < page.index("Avant cela")
        assert page.index("Avant cela") < page.index("Numéro du dossier attendu")


def test_of_two_appointments_the_nearest_comes_first(dossier):
    given_an_appointment(dossier, 40)
    nearest = given_an_appointment(dossier, 20)
    case = case_of(dossier)
    assert case.next_date is not None
    assert (case.next_date.rule, case.next_date.day) == ("appointment", nearest)


def test_before_an_appointment_the_nearest_date_is_the_next(dossier):
    case = case_of(dossier)
    assert case.next_date is not None
    assert case.next_date.rule == "number_expected"
    assert case.sooner == ()


def test_the_list_shows_the_next_date_of_each_dossier_to_its_members_only(
    member: Newcomer, dossier, person
):
    member.get(f"/dossiers/{dossier.id}/")
    assert "Numéro du dossier attendu" in member.get("/dossiers/").content.decode()
    told = {"channel": "post", "number": "2612345"}
    assert case_of(dossier).followup.number == ""
    member.post(f"/dossiers/{dossier.id}/apres/noter/numbered/", on(dossier) | told)
    assert "Demander des nouvelles" in member.get("/dossiers/").content.decode()
    helper = make_account("soleil-bleu")
    assert list_dossiers(helper) == ()
    grant(person, dossier.id, "soleil-bleu")
    (shared,) = list_dossiers(helper)
    assert [one.rule for one in shared.summary.dates] == ["ask_news"]


def on(dossier: EncryptedDossier) -> dict[str, str]:
    today = today_of(dossier)
    return {"on_jour": str(today.day), "on_mois": str(today.month), "on_annee": str(today.year)}


def test_the_dates_of_the_list_are_sealed(dossier, member: Newcomer):
    member.get(f"/dossiers/{dossier.id}/")
    day = dossier.summary().dates[0].day
    row = Row.objects.get(pk=dossier.id)
    assert str(day).encode() not in bytes(row.summary)
    assert b"number_expected" not in bytes(row.summary)


def test_a_look_at_the_page_writes_nothing_when_no_date_changed(dossier, member: Newcomer):
    member.get(f"/dossiers/{dossier.id}/")
    before = Row.objects.get(pk=dossier.id).summary_version
    member.get(f"/dossiers/{dossier.id}/")
    member.get(f"/dossiers/{dossier.id}/apres/")
    assert Row.objects.get(pk=dossier.id).summary_version == before


def test_changing_the_facts_keeps_the_dates(dossier, member: Newcomer):
    member.get(f"/dossiers/{dossier.id}/")
    dates = dossier.summary().dates
    text, version = dossier.versioned_facts()
    dossier.write_facts(f"{text}\n# relu", seen=version)
    assert dossier.summary().dates == dates != ()


def test_an_imported_dossier_shows_its_date_before_it_is_opened(dossier, member: Newcomer, person):
    sent = member.post(f"/dossiers/{dossier.id}/exporter/", {"kind": "zip"})
    file = SimpleUploadedFile("dossier.zip", b"".join(sent.streaming_content))
    assert member.post("/dossiers/importer/", {"file": file}).status_code == 302
    (again,) = (one for one in list_dossiers(person) if one.id != dossier.id)
    assert [one.rule for one in again.summary.dates] == ["number_expected", "ask_news"]


TODAY = date(2026, 12, 7)


def listed(*dates: tuple[date, str]) -> Summary:
    return Summary(dates=tuple(ListedDate(day=day, rule=rule) for day, rule in dates))


def test_what_has_passed_is_said_before_what_comes():
    late = coming(listed((TODAY - DAY, "cassation"), (TODAY + DAY, "ask_news")), TODAY)
    assert late is not None
    assert (late.rule.id, late.late) == ("cassation", True)
    old = coming(listed((TODAY - 40 * DAY, "cassation"), (TODAY, "ask_news")), TODAY)
    assert old is not None
    assert (old.rule.id, old.late) == ("ask_news", False)
    # A day that was only to be known is not late once it is past.
    assert coming(listed((TODAY - DAY, "ask_news")), TODAY) is None
    assert coming(Summary(), TODAY) is None


def test_a_rule_of_another_version_is_passed_over():
    found = coming(listed((TODAY, "rule_of_tomorrow"), (TODAY + DAY, "hearing")), TODAY)
    assert found is not None
    assert found.rule.id == "hearing"


def test_a_late_dossier_says_so_in_the_list(dossier, member: Newcomer):
    yesterday = today_of(dossier) - DAY
    note_dates(dossier, (ListedDate(day=yesterday, rule="cassation"),))
    page = member.get("/dossiers/").content.decode()
    assert "En retard" in page
    assert "Dernier jour pour le pourvoi" in page


def test_a_volunteer_with_several_dossiers_is_shown_the_anonymous_counts(
    dossier, member: Newcomer, person
):
    assert "/comptes-anonymes/" not in member.get("/dossiers/").content.decode()
    import_parts(person, parts_of(dossier))
    assert "/comptes-anonymes/" in member.get("/dossiers/").content.decode()
    assert (
        "/comptes-anonymes/" in member.get(f"/dossiers/{dossier.id}/apres/clore/").content.decode()
    )


def test_an_appointment_that_is_over_is_no_longer_to_be_prepared(dossier, member: Newcomer):
    given_an_appointment(dossier, 0)
    page = f"/dossiers/{dossier.id}/apres/"
    assert "Préparer le rendez-vous" in member.get(page).content.decode()
    told = {"on": str(today_of(dossier)), "result": "registered"}
    record_event(dossier, "appointment_held", told)
    assert "Préparer le rendez-vous" not in member.get(page).content.decode()
