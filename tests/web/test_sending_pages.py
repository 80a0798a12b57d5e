"""Ways out: what is asked first, the package of each channel, and what is kept of it."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from captures_cases import drawn, fill
from web_cases import Newcomer

from plaise.dossier import edit_facts
from plaise.store import read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, create_dossier, import_parts
from plaise.web.background import WORKER
from plaise.web.results.packing import packed
from plaise.web.results.sending import CHANNELS
from plaise.web.results.steps import steps_of
from plaise.work import record_event
from plaise.work.seen import today_of
from plaise.work.sending import Target, own_account

pytestmark = pytest.mark.usefixtures("example_day")

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
ANSWERS = {"own": "on", "reader": "moi, chaque soir"}


@pytest.fixture
def dossier(member: Newcomer, person: Unlocked) -> EncryptedDossier:
    """The example with a few refusals, its documents made, nobody said to open the inbox."""
    made = import_parts(
        person,
        [
            part
            for part in read_folder(EXAMPLE)
            if not part.path.startswith(("captures/", "journal"))
        ],
    )
    fill(made, {f"{n}.png": drawn(n) for n in range(12)})
    member.post(f"/dossiers/{made.id}/paquet/")
    WORKER.run_waiting()
    assert made.package_numbers() == (1,)
    return made


def at(dossier: EncryptedDossier, place: str) -> str:
    return f"/dossiers/{dossier.id}/deposer/{place}"


def test_nothing_goes_to_telerecours_before_two_answers(member, dossier):
    place = at(dossier, "par/telerecours/")
    assert "Avant de déposer par Internet" in member.get(place).content.decode()
    for answers in ({}, {"own": "on"}, {"reader": "moi"}):
        assert member.post(place, answers).status_code == 422
    assert not own_account(dossier.journal())
    assert member.post(place, ANSWERS).headers["Location"] == place
    assert own_account(dossier.journal())
    assert dossier.facts().deposit.inbox_read_by == "moi, chaque soir"
    assert "moi, chaque soir" in member.get(place).content.decode()
    change = at(dossier, "compte/")
    assert 'value="moi, chaque soir"' in member.get(change).content.decode()
    member.post(change, ANSWERS | {"reader": "ma sœur"})
    assert dossier.facts().deposit.inbox_read_by == "ma sœur"
    assert len(dossier.journal().of_kind("own_account")) == 1


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda one: one.slug)
def test_each_way_out_has_its_files_and_its_steps(member, dossier, channel):
    place = at(dossier, f"par/{channel.slug}/")
    member.post(place, ANSWERS)
    member.post(place)
    assert "Vos fichiers se préparent" in member.get(place).content.decode()
    WORKER.run_waiting()
    page = member.get(place).content.decode()
    assert "La marche à suivre" in page
    assert ("C’est déposé" in page) == channel.files
    taken = member.get(f"{place}fichiers/")
    assert 'filename="documents.zip"' in taken.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(taken.getvalue())) as archive:
        assert archive.testzip() is None
        assert f"{channel.target.value}/SHA256SUMS" in archive.namelist()
        steps = archive.read(f"{channel.target.value}/LISEZ-MOI.txt").decode()
    drawn_steps = steps_of(steps)
    assert [item.text for part in drawn_steps for item in part.items] or drawn_steps
    assert "[ ]" not in page.partition("<main")[2]
    (kept,) = dossier.journal().of_kind("bundle")
    assert kept.data["for"] == channel.target.value


def test_when_all_is_filed_it_is_said_and_made_again_only_on_purpose(member, dossier):
    record_event(dossier, "filed", {"on": today_of(dossier).isoformat(), "channel": "post"})
    place = at(dossier, "par/papier/")
    member.post(place)
    WORKER.run_waiting()
    page = member.get(place).content.decode()
    assert "Tout est déjà déposé" in page
    assert "--again" not in page
    assert "Le dépôt a été noté par erreur" in page
    assert "La marche à suivre" not in page
    member.post(place, {"again": "1"})
    WORKER.run_waiting()
    assert "La marche à suivre" in member.get(place).content.decode()
    numbers = member.get(f"/dossiers/{dossier.id}/numeros/").content.decode()
    assert "Le dépôt a été noté par erreur" in numbers


def test_acts_dated_before_the_filing_never_hide_that_all_is_filed(member, dossier):
    filed = today_of(dossier)
    facts, version = dossier.versioned_facts()
    fixed = {("date_des_actes",): filed - timedelta(days=1)}
    dossier.write_facts(edit_facts(facts, fixed), seen=version)
    record_event(dossier, "filed", {"on": filed.isoformat(), "channel": "post"})
    member.post(f"/dossiers/{dossier.id}/paquet/")
    WORKER.run_waiting()
    page = member.get(f"/dossiers/{dossier.id}/paquet/").content.decode()
    assert "ne peut pas être rédigé" not in page
    assert dossier.package_numbers() == (1, 2)
    place = at(dossier, "par/papier/")
    member.post(place)
    WORKER.run_waiting()
    assert "Tout est déjà déposé" in member.get(place).content.decode()


def test_a_package_goes_with_the_key_and_is_never_on_the_disk(member, dossier, data: Path):
    place = at(dossier, "par/avocat/")
    member.post(place)
    WORKER.run_waiting()
    taken = member.get(f"{place}fichiers/").getvalue()
    assert len(list((data / "passage").iterdir())) == 1
    assert not [p for p in data.rglob("*") if p.is_file() and taken[:400] in p.read_bytes()]
    assert packed(dossier, Target.EMAIL) is None
    assert member.get(at(dossier, "par/courriel/fichiers/")).status_code == 404
    member.post("/compte/verrouiller/")
    assert not list((data / "passage").iterdir())
    member.unlock("lune-verte")
    assert member.get(f"{place}fichiers/").status_code == 404


def test_a_way_that_does_not_exist_or_is_too_early_is_said(member, dossier, person):
    assert member.get(at(dossier, "par/pigeon/")).status_code == 404
    new = create_dossier(person, exercise=True)
    assert "faites d’abord vos documents" in member.get(at(new, "par/papier/")).content.decode()


def test_a_step_sheet_is_drawn_with_every_word_and_nothing_of_its_frame():
    sheet = """EXERCICE

DÉPÔT
=====
Avant tout, lisez.

1. Imprimez
   deux fois :
   [ ] a.pdf (1 p.)
   [ ] b.pdf (2 p.)
   puis signez.
2. Envoyez, puis rangez la preuve dans
   le dossier « pieces ».

À bientôt.

Pour vérifier que rien n’a changé
---------------------------------
sha256sum -c SHA256SUMS
"""
    parts = steps_of(sheet)
    assert [part.text for part in parts] == ["EXERCICE", "Avant tout, lisez.", "", "À bientôt."]
    (first, second) = parts[2].items
    assert (first.text.replace("\u00a0", " "), first.ticks, first.more) == (
        "Imprimez deux fois :",
        ["a.pdf (1 p.)", "b.pdf (2 p.)"],
        "puis signez.",
    )
    assert second.text == ("Envoyez, puis rangez la preuve dans «\u00a0Mes documents\u00a0».")
