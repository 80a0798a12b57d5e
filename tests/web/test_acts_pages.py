"""Acts in the encrypted store: edited in Word, brought back, in the package, left aside again."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from captures_cases import drawn, fill
from django.core.files.uploadedfile import SimpleUploadedFile
from web_cases import Newcomer

from plaise.drafting import Act
from plaise.store import read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, create_dossier, import_parts
from plaise.web.background import WORKER
from plaise.work import in_force, kept_acts, verify_storage

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
BEFORE, AFTER = "vous", "vous, Madame"


@pytest.fixture
def dossier(member: Newcomer, person: Unlocked) -> EncryptedDossier:
    """The example with a few refusals, its documents made."""
    parts = [
        part
        for part in read_folder(EXAMPLE)
        if not part.path.startswith("captures/") and not part.path.startswith("journal")
    ]
    made = import_parts(person, parts)
    fill(made, {f"{n}.png": drawn(n) for n in range(12)})
    member.post(at(made, "paquet/"))
    WORKER.run_waiting()
    assert made.package_numbers() == (1,)
    return made


def at(dossier: EncryptedDossier, place: str) -> str:
    return f"/dossiers/{dossier.id}/{place}"


def edited(docx: bytes, before: str, after: str) -> bytes:
    """The same Word file with other words, as Word would have saved it."""
    into = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(into, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "word/document.xml":
                assert before in content.decode()
                content = content.decode().replace(before, after).encode()
            new.writestr(item, content)
    return into.getvalue()


def send(member: Newcomer, dossier: EncryptedDossier, act: str, content: bytes) -> int:
    file = SimpleUploadedFile("ma lettre.docx", content)
    return member.post(at(dossier, f"actes/{act}/"), {"file": file}).status_code


def letter(member: Newcomer, dossier: EncryptedDossier) -> bytes:
    content = member.get(at(dossier, "actes/lettre/docx/")).content
    assert content.startswith(b"PK")
    return content


def test_a_letter_edited_in_word_is_prepared_kept_and_left_aside_again(member, dossier):
    mine = edited(letter(member, dossier), "Exempleville", "Exempleville-sur-Mer")
    assert send(member, dossier, "lettre", mine) == 302
    page = member.get(at(dossier, "actes/lettre/")).content.decode()
    assert "Exempleville-sur-Mer" in page
    assert "modifié dans Word" in page
    assert letter(member, dossier) == mine
    assert member.get(at(dossier, "actes/lettre/pdf/")).content.startswith(b"%PDF")
    member.post(at(dossier, "paquet/"))
    WORKER.run_waiting()
    assert dossier.package_numbers() == (1, 2)
    path = next(
        file.path for file in dossier.package_files(2) if file.path.endswith("au_prefet.docx")
    )
    with zipfile.ZipFile(io.BytesIO(dossier.read_package(2, path))) as prepared:
        assert "Exempleville-sur-Mer" in prepared.read("word/document.xml").decode()
    assert verify_storage(dossier).sound
    number = in_force(dossier, dossier.journal())[Act.LETTRE].number
    assert member.post(at(dossier, "actes/lettre/reprendre/")).status_code == 302
    back = member.get(at(dossier, "actes/lettre/")).content.decode()
    assert "Exempleville-sur-Mer" not in back
    assert member.get(at(dossier, f"actes/lettre/version/{number}/docx/")).content == mine
    assert member.get(at(dossier, "actes/lettre/version/1/docx/")).status_code == 404
    assert member.get(at(dossier, f"actes/lettre/version/{number}/exe/")).status_code == 404


@pytest.mark.parametrize("content", [b"", b"not Word", b"PK\x03\x04 broken"])
def test_a_file_that_is_not_word_is_refused_kindly(member, dossier, content):
    before = len(kept_acts(dossier, dossier.journal()))
    assert send(member, dossier, "lettre", content) == 422
    assert len(kept_acts(dossier, dossier.journal())) == before


def test_the_list_does_not_repeat_the_name_of_the_person(member, dossier):
    page = member.get(at(dossier, "actes/")).content.decode()
    assert "<bdi>Requête en référé mesures utiles</bdi>" in page
    assert "EXEMPLE</bdi>" not in page


def test_the_file_of_another_act_is_not_taken_for_this_one(member, dossier):
    assert send(member, dossier, "requete", letter(member, dossier)) == 422
    assert not in_force(dossier, dossier.journal())


def test_words_that_would_be_refused_are_said_and_nothing_is_taken(member, dossier):
    renamed = edited(letter(member, dossier), "Aminata", "Awa")
    file = SimpleUploadedFile("lettre.docx", renamed)
    answer = member.post(at(dossier, "actes/lettre/"), {"file": file})
    assert answer.status_code == 422
    assert "votre nom" in answer.content.decode()
    assert "plaise act" not in answer.content.decode()  # what a terminal would be told
    assert not in_force(dossier, dossier.journal())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_copy_to_understand_is_a_pdf_under_a_neutral_name(member, dossier, language):
    answer = member.get(at(dossier, f"actes/requete/copie/{language}/"))
    assert answer.content.startswith(b"%PDF")
    assert "document-" in answer.headers["Content-Disposition"]
    assert member.get(at(dossier, "actes/requete/copie/xx/")).status_code == 404
    assert member.get(at(dossier, "actes/inventaire/copie/en/")).status_code == 404


def test_no_act_of_an_empty_dossier_can_be_changed(member, person):
    new = create_dossier(person, exercise=True)
    for place in ("actes/lettre/", "actes/lettre/reprendre/"):
        assert member.post(at(new, place)).status_code == 404


@pytest.mark.parametrize(
    ("act", "answers"),
    [
        ("releve_guichet", {"date_jour": "3", "date_mois": "11", "date_annee": "2026"}),
        ("attestation", {"nom": "Martin", "lien": "aucun lien"}),
        (Act.AIDE_JURIDICTIONNELLE.value, {}),
    ],
)
def test_another_letter_asks_only_what_it_needs(member, dossier, act, answers):
    place = at(dossier, f"actes/autre/{act}/")
    assert place in member.get(at(dossier, "actes/")).content.decode()
    assert member.get(place).status_code == 200
    for ending, start in (("pdf", b"%PDF"), ("docx", b"PK")):
        made = member.post(place, answers | {"ending": ending})
        assert made.content.startswith(start), made.content.decode(errors="replace")
    assert member.post(place, answers | {"ending": "exe"}).status_code == 404


def test_a_wrong_hour_is_said_and_a_letter_for_another_door_is_not_there(member, dossier):
    wrong = {"heure": "demain", "ending": "pdf"}
    place = at(dossier, "actes/autre/releve_guichet/")
    assert member.post(place, wrong).status_code == 422
    assert member.get(at(dossier, "actes/autre/point_numerique/")).status_code == 404
    assert member.get(at(dossier, "actes/autre/requete/")).status_code == 404
