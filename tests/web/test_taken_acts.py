"""What was taken to be sent after filing stays as it was, with its hash in the journal."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from web_cases import Newcomer

from plaise.followup.mail import pdf_text
from plaise.store import read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, import_parts
from plaise.work import record_event, verify_storage
from plaise.work.seen import today_of

pytestmark = pytest.mark.usefixtures("example_day")

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
MAIL = "courriel_nouveau_rendez_vous"


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    parts = [part for part in read_folder(EXAMPLE) if not part.path.startswith("captures/")]
    made = import_parts(person, parts)
    on = str(today_of(made))
    record_event(made, "filed", {"on": on, "channel": "telerecours"})
    record_event(made, "appointment_received", {"on": on, "day": on, "place": "Guichet 4"})
    record_event(made, "appointment_held", {"on": on, "result": "turned_away"})
    return made


def sheet(dossier: EncryptedDossier, **changes: str) -> dict[str, str]:
    on = today_of(dossier)
    return {
        "rendez_vous.date_jour": str(on.day),
        "rendez_vous.date_mois": str(on.month),
        "rendez_vous.date_annee": str(on.year),
        "rendez_vous.lieu": "Guichet 4",
        "rendez_vous.suite": "refoule",
        **changes,
    }


def page_of(dossier: EncryptedDossier, act: str = MAIL) -> str:
    return f"/dossiers/{dossier.id}/apres/acte/{act}/"


def entries(dossier: EncryptedDossier) -> list[dict[str, str]]:
    return [dict(entry.data) for entry in dossier.journal().of_kind("act_taken")]


def test_looking_at_the_words_keeps_nothing(member: Newcomer, dossier):
    member.post(page_of(dossier), sheet(dossier))
    assert entries(dossier) == []


def test_what_is_taken_is_kept_journalled_and_shown_again_exactly(member: Newcomer, dossier):
    given = member.post(page_of(dossier), sheet(dossier) | {"forme": "eml"}).content
    (entry,) = entries(dossier)
    assert entry["act"] == MAIL
    assert entry["file_sha256"] == hashlib.sha256(given).hexdigest()
    assert dossier.read(entry["file"]) == given
    page = member.get(page_of(dossier)).content.decode()
    assert "Ce que vous avez déjà pris" in page
    assert entry["file_sha256"] in page
    again = member.get(f"{page_of(dossier)}garde/1/")
    assert again.content == given
    assert "attachment" in again.headers["Content-Disposition"]
    assert member.get(f"{page_of(dossier)}garde/2/").status_code == 404
    assert member.get(f"{page_of(dossier, 'inconnu')}garde/1/").status_code == 404
    assert verify_storage(dossier).sound


def test_the_same_words_are_kept_once_and_other_words_beside_them(member: Newcomer, dossier):
    first = member.post(page_of(dossier), sheet(dossier) | {"forme": "eml"}).content
    assert member.post(page_of(dossier), sheet(dossier) | {"forme": "eml"}).content == first
    assert len(entries(dossier)) == 1
    told = sheet(dossier, **{"rendez_vous.reponse": "Revenez en mars."})
    second = member.post(page_of(dossier), told | {"forme": "eml"}).content
    member.post(page_of(dossier), told | {"forme": "pdf"})
    files = [entry["file"] for entry in entries(dossier)]
    assert files == [f"actes/{MAIL}/00{n}.{end}" for n, end in ((1, "eml"), (2, "eml"), (3, "pdf"))]
    assert member.get(f"{page_of(dossier)}garde/1/").content == first
    assert member.get(f"{page_of(dossier)}garde/2/").content == second != first
    pdf = member.get(f"{page_of(dossier)}garde/3/").content
    assert "Revenez en mars" in pdf_text(pdf)[0]


def test_a_form_that_is_no_file_of_the_act_takes_nothing(member: Newcomer, dossier):
    sent = sheet(dossier) | {"forme": "eml"}
    answer = member.post(page_of(dossier, "fiche_rendez_vous"), sent)
    assert answer.status_code == 200
    assert entries(dossier) == []


def test_a_file_changed_afterwards_is_found_by_the_verification(member: Newcomer, dossier):
    member.post(page_of(dossier), sheet(dossier) | {"forme": "eml"})
    (entry,) = entries(dossier)
    journal = dossier.journal()
    journal.append("act_taken", entry | {"file_sha256": "0" * 64})
    assert any("modifié" in one for one in verify_storage(dossier).problems)
