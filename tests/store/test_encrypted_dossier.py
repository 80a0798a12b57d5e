"""An encrypted dossier keeps what it is given, and gives back nothing that was altered."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

import pytest

from dossier_texts import SOUND
from plaise.dossier import Reading, Result
from plaise.journal import JournalError
from plaise.store import DossierFolder, Storage, UnsafePathError
from plaise.store.database.models import Dossier, File, JournalLine
from plaise.store.keys import DamagedError, Unlocked
from plaise.store.vault import (
    BusyError,
    ConflictError,
    EncryptedDossier,
    NotAllowedError,
    create_account,
    create_dossier,
    erase_dossier,
    grant,
    list_dossiers,
    open_dossier,
    receive,
)
from store_cases import PASSPHRASE, QUICK

READING = Reading(file="a.png", sha256="0" * 64, result=Result.REFUSAL, wording="Aucun créneau")


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    return create_dossier(person, exercise=True)


def write_sound(dossier: EncryptedDossier) -> None:
    dossier.write_facts(SOUND, seen=dossier.versioned_facts()[1])


def test_a_new_dossier_says_at_once_whether_it_is_an_exercise(dossier: EncryptedDossier):
    first = dossier.journal().entries[0]
    assert first.kind == "created"
    assert first.data["exercise"] is True
    assert "exercice = true" in dossier.facts_text()


def test_the_folder_and_the_database_are_worked_on_alike(dossier: EncryptedDossier, tmp_path: Path):
    (tmp_path / "d" / "captures").mkdir(parents=True)
    folder = DossierFolder(tmp_path / "d")
    folder.facts_path.write_text(SOUND, encoding="utf-8")
    (folder.captures_path / "a.png").write_bytes(b"picture")
    write_sound(dossier)
    dossier.add("captures/a.png", b"picture")

    def worked_on(storage: Storage) -> tuple[object, ...]:
        with storage.locked():
            storage.journal().append("note", {"seen": "é"})
            storage.keep_readings("0" * 64, "lecteur-1", (READING,))
            storage.keep_derivative("0" * 64 + "-legere", b"first")
            storage.keep_derivative("0" * 64 + "-legere", b"second")
            number = storage.keep_package([("b/requete.pdf", b"%PDF"), ("a.txt", b"text")])
            again = storage.keep_package([("a.txt", b"text")])
        return (
            storage.facts(),
            storage.originals("captures"),
            storage.originals("pieces"),
            storage.read("captures/a.png"),
            storage.sha256("captures/a.png"),
            storage.journal().entries[-1].data,
            storage.readings("0" * 64, "lecteur-1"),
            storage.readings("0" * 64, "lecteur-2"),
            storage.derivative("0" * 64 + "-legere"),
            storage.derivative("1" * 64 + "-legere"),
            storage.package_numbers(),
            (number, again),
            storage.package_files(1),
            storage.read_package(1, "b/requete.pdf"),
        )

    assert worked_on(folder) == worked_on(dossier)


def test_what_is_not_there_is_said_alike(dossier: EncryptedDossier, tmp_path: Path):
    (tmp_path / "d").mkdir()
    for storage in (DossierFolder(tmp_path / "d"), dossier):
        with pytest.raises(FileNotFoundError):
            storage.read("captures/b.png")
        with pytest.raises(FileNotFoundError):
            storage.sha256("captures/b.png")
        with pytest.raises(FileNotFoundError):
            storage.package_files(7)
        with pytest.raises(FileNotFoundError):
            storage.read_package(1, "c")


def test_an_original_is_never_replaced(dossier: EncryptedDossier):
    dossier.add("captures/a.png", b"one")
    with pytest.raises(FileExistsError):
        dossier.add("captures/a.png", b"two")
    assert dossier.read("captures/a.png") == b"one"
    with pytest.raises(UnsafePathError):
        dossier.add("captures/../../x", b"")


def test_of_two_tabs_the_second_is_told(dossier: EncryptedDossier):
    _, seen = dossier.versioned_facts()
    dossier.write_facts("one", seen=seen)
    with pytest.raises(ConflictError):
        dossier.write_facts("two", seen=seen)
    assert dossier.facts_text() == "one"


def test_two_writers_of_the_journal_make_one_chain(dossier: EncryptedDossier):
    one, two = dossier.journal(), dossier.journal()
    for number in range(3):
        one.append("one", {"n": number})
        two.append("two", {"n": number})
    kinds = [entry.kind for entry in dossier.journal().entries]
    assert kinds == ["created", "one", "two", "one", "two", "one", "two"]


def test_a_line_taken_out_or_moved_is_noticed(dossier: EncryptedDossier):
    for number in range(3):
        dossier.journal().append("note", {"n": number})
    JournalLine.objects.filter(number=1).delete()
    with pytest.raises(JournalError, match="ligne 2"):
        dossier.journal()
    JournalLine.objects.filter(number=2).update(number=1)
    with pytest.raises(DamagedError):
        dossier.journal()


def test_contents_exchanged_on_the_disk_are_refused(dossier: EncryptedDossier, data: Path):
    dossier.add("captures/a.png", os.urandom(100))
    dossier.add("captures/b.png", os.urandom(100))
    one, two = (path for path in (data / "blobs").rglob("*") if path.is_file())
    one.write_bytes(two.read_bytes())
    refused = []
    for name in ("captures/a.png", "captures/b.png"):
        try:
            dossier.read(name)
        except DamagedError:
            refused.append(name)
    assert len(refused) == 1
    two.unlink()
    for name in ("captures/a.png", "captures/b.png"):
        with pytest.raises(DamagedError):
            dossier.read(name)


def test_rows_exchanged_in_the_database_are_refused(dossier: EncryptedDossier):
    dossier.add("captures/a.png", b"one")
    dossier.add("captures/b.png", b"two")
    one, two = File.objects.all()
    File.objects.filter(pk=one.pk).update(blob=two.blob)
    File.objects.filter(pk=two.pk).update(blob=one.blob)
    with pytest.raises(DamagedError, match=r"captures/a\.png"):
        dossier.read("captures/a.png")
    File.objects.filter(pk=one.pk).update(note=two.note)
    with pytest.raises(DamagedError):
        dossier.originals("captures")


def test_facts_of_another_dossier_are_refused(dossier: EncryptedDossier):
    other = create_dossier(dossier.unlocked, exercise=False)
    row = Dossier.objects.get(pk=other.id)
    Dossier.objects.filter(pk=dossier.id).update(facts=row.facts)
    with pytest.raises(DamagedError):
        dossier.facts_text()


def test_one_run_at_a_time_and_the_next_when_it_ends(dossier: EncryptedDossier):
    other = open_dossier(dossier.unlocked, dossier.id)
    with dossier.locked(), pytest.raises(BusyError), other.locked(patience=0):
        pytest.fail("the second run got in")
    with other.locked():
        pass


def test_lists_show_summaries_and_are_searched_without_accents(dossier: EncryptedDossier):
    write_sound(dossier)
    dossier.add("captures/a.png", b"one")
    create_dossier(dossier.unlocked, exercise=False)
    listed = list_dossiers(dossier.unlocked)
    assert [item.summary.name for item in listed] == ["", "Aminata Exemple"]
    found = list_dossiers(dossier.unlocked, "AMINÀTA renouvellement")
    assert [item.id for item in found] == [dossier.id]
    assert found[0].summary.counts == {"captures": 1}
    assert list_dossiers(dossier.unlocked, "Mamadou") == ()


def test_half_written_facts_still_have_a_place_in_the_list(dossier: EncryptedDossier):
    dossier.write_facts("[personne]\nnom = ", seen=1)
    assert list_dossiers(dossier.unlocked)[0].summary.name == ""


def test_what_is_removed_leaves_the_disk_and_what_is_shared_stays(
    dossier: EncryptedDossier, data: Path
):
    dossier.add("captures/a.png", b"one")
    dossier.add("captures/b.png", b"one")
    dossier.add("captures/c.png", b"two")
    dossier.keep_package([("c.png", b"three")])
    dossier.remove("captures/a.png")
    dossier.remove("captures/c.png")
    assert dossier.sweep(older_than=-1) == 1
    assert dossier.read("captures/b.png") == b"one"
    assert dossier.read_package(1, "c.png") == b"three"
    assert dossier.summary().counts == {"captures": 1}


def test_the_copies_of_a_capture_go_with_it(dossier: EncryptedDossier, data: Path):
    one, two = dossier.add("captures/a.png", b"one"), dossier.add("captures/b.png", b"two")
    for stored in (one, two):
        dossier.keep_derivative(
            f"{dossier.sha256(stored.path)}-legere", b"copy of " + stored.path.encode()
        )
    name = f"{dossier.sha256('captures/a.png')}-legere"
    dossier.remove("captures/a.png")
    assert dossier.derivative(name) is None
    assert dossier.derivative(f"{dossier.sha256('captures/b.png')}-legere")
    assert dossier.sweep(older_than=-1) == 2


def test_erasing_leaves_nothing_of_the_dossier(dossier: EncryptedDossier, data: Path):
    dossier.add("captures/a.png", b"one")
    receive(dossier.id, uuid4(), "b.png", [b"two"])
    helper, _ = create_account("compte-2", PASSPHRASE, cost=QUICK)
    grant(dossier.unlocked, dossier.id, "compte-2")
    with pytest.raises(NotAllowedError):
        erase_dossier(helper, dossier.id)
    erase_dossier(dossier.unlocked, dossier.id)
    assert not Dossier.objects.exists()
    assert not JournalLine.objects.exists()
    assert not [path for path in data.rglob("*") if str(dossier.id) in str(path)]
