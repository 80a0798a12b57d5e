"""Uploads come in while everything is locked, and become files once each."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection

from plaise.store.blobs import DiskBlobs
from plaise.store.keys import LockedError, TooLargeError, Unlocked
from plaise.store.vault import (
    EncryptedDossier,
    NotMemberError,
    Receipt,
    _cleaning,
    clean_up,
    create_dossier,
    erase_dossier,
    file_uploads,
    list_dossiers,
    open_dossier,
    receive,
    unlock,
    waiting,
)
from store_cases import PASSPHRASE

CONTENT = os.urandom(200_000)


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    return create_dossier(person, exercise=True)


def uploads(data: Path) -> list[Path]:
    return [path for path in (data / "uploads").rglob("*") if path.is_file()]


def test_a_capture_comes_in_while_locked_and_waits_for_a_member(dossier: EncryptedDossier):
    dossier.unlocked.lock()
    upload = uuid4()
    assert receive(dossier.id, upload, "a.png", [CONTENT]) == Receipt(upload, len(CONTENT))
    assert waiting(dossier.id) == 1
    with pytest.raises(LockedError):
        file_uploads(dossier)
    person = unlock("compte-1", PASSPHRASE)
    assert list_dossiers(person)[0].waiting == 1
    again = open_dossier(person, dossier.id)
    assert file_uploads(again).paths == ["captures/a.png"]
    assert again.read("captures/a.png") == CONTENT
    assert waiting(dossier.id) == 0
    assert file_uploads(again).paths == []


def test_what_is_known_of_an_upload_follows_it(dossier: EncryptedDossier):
    receive(dossier.id, uuid4(), "a.pdf", [b"x"], shelf="pieces", came_by="share", modified=1_234)
    file_uploads(dossier)
    note = dossier.note("pieces/a.pdf")
    assert (note.came_by, note.modified) == ("share", 1_234)
    assert note.received.endswith("Z")


def test_sending_again_after_a_cut_connection_changes_nothing(
    dossier: EncryptedDossier, data: Path
):
    upload = uuid4()

    def cut():
        yield CONTENT[:70_000]
        raise ConnectionError

    with pytest.raises(ConnectionError):
        receive(dossier.id, upload, "a.png", cut())
    assert uploads(data) == []
    receipts = {receive(dossier.id, upload, "a.png", [CONTENT]) for _ in range(2)}
    assert len(uploads(data)) == 1
    file_uploads(dossier)
    receipts.add(receive(dossier.id, upload, "a.png", [CONTENT]))
    assert receipts == {Receipt(upload, len(CONTENT))}
    assert waiting(dossier.id) == 0
    assert len(dossier.originals("captures")) == 1


def test_an_upload_too_large_leaves_nothing(dossier: EncryptedDossier, data: Path):
    with pytest.raises(TooLargeError):
        receive(dossier.id, uuid4(), "a.png", [CONTENT], limit=100_000)
    assert uploads(data) == []
    assert waiting(dossier.id) == 0


def test_a_name_already_taken_is_numbered_and_the_same_bytes_are_not_kept_twice(
    dossier: EncryptedDossier,
):
    for content in (b"one", b"two", b"one", b"two"):
        receive(dossier.id, uuid4(), "image.png", [content])
    file_uploads(dossier)
    names = {stored.path: dossier.read(stored.path) for stored in dossier.originals("captures")}
    assert set(names) == {"captures/image.png", "captures/image (2).png"}
    assert set(names.values()) == {b"one", b"two"}


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Images\\Capture d’écran.png", "Capture d’écran.png"),
        (".htaccess", "htaccess"),
        ("a\x00b\n.png", "ab.png"),
        ("", "fichier"),
        ("Thumbs.db", "fichier"),
        ("é" * 300 + ".png", "é" * 90 + ".png"),
    ],
)
def test_names_are_made_fit_for_every_disk(dossier: EncryptedDossier, given: str, kept: str):
    receive(dossier.id, uuid4(), given, [b"x"])
    assert file_uploads(dossier).paths == [f"captures/{kept}"]


def test_an_altered_upload_is_kept_and_said_and_the_others_are_filed(
    dossier: EncryptedDossier, data: Path
):
    receive(dossier.id, uuid4(), "a.png", [CONTENT])
    (sealed,) = uploads(data)
    sealed.write_bytes(sealed.read_bytes()[:-1])
    receive(dossier.id, uuid4(), "b.png", [CONTENT])
    filed = file_uploads(dossier)
    assert filed.paths == ["captures/b.png"]
    assert len(filed.problems) == 1
    assert uploads(data) == [sealed]


def test_uploads_exchanged_on_the_disk_are_refused(dossier: EncryptedDossier, data: Path):
    for name in ("a.png", "b.png"):
        receive(dossier.id, uuid4(), name, [CONTENT])
    one, two = uploads(data)
    other = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(other)
    assert len(file_uploads(dossier).problems) == 2


def test_nobody_sends_to_an_unknown_dossier_nor_takes_over_another_ones_upload(
    dossier: EncryptedDossier,
):
    upload = uuid4()
    receive(dossier.id, upload, "a.png", [b"x"])
    other = create_dossier(dossier.unlocked, exercise=True)
    for place in (uuid4(), other.id):
        with pytest.raises(NotMemberError):
            receive(place, upload, "a.png", [b"x"])


def test_cleaning_takes_what_is_old_and_unacknowledged_only(dossier: EncryptedDossier, data: Path):
    receive(dossier.id, uuid4(), "a.png", [CONTENT])
    (kept,) = uploads(data)
    for name in (f"{uuid4()}.sealed", f"{uuid4()}.0a.part"):
        (kept.parent / name).write_bytes(b"x")
    stranger = data / "blobs" / str(uuid4())
    stranger.mkdir(parents=True)
    assert clean_up() == 0
    assert clean_up(older_than=-1) == 3
    assert uploads(data) == [kept]
    assert not stranger.exists()


def test_what_is_renamed_or_removed_while_one_cleans_stops_nothing(
    dossier: EncryptedDossier, data: Path, monkeypatch: pytest.MonkeyPatch
):
    receive(dossier.id, uuid4(), "a.png", [CONTENT])
    kept, children = uploads(data), _cleaning._children
    monkeypatch.setattr(_cleaning, "_children", lambda place: (*children(place), place / "gone"))
    monkeypatch.setattr(DiskBlobs, "_all", lambda blobs, _: iter([blobs.root / "gone"]))
    assert clean_up(older_than=-1) == 0
    assert dossier.sweep(older_than=-1) == 0
    assert uploads(data) == kept


def test_a_dossier_erased_meanwhile_keeps_nothing(dossier: EncryptedDossier, data: Path):
    def overtaken():
        yield b"x"
        erase_dossier(dossier.unlocked, dossier.id)

    with pytest.raises((NotMemberError, FileNotFoundError)):
        receive(dossier.id, uuid4(), "a.png", overtaken())
    assert uploads(data) == []


@pytest.mark.parametrize("second", [b"one", b"other"])
def test_two_sendings_in_flight_under_one_identifier_lose_nothing(
    dossier: EncryptedDossier, data: Path, second: bytes
):
    upload = uuid4()

    def overtaken():
        receive(dossier.id, upload, "a.png", [b"one"])
        file_uploads(dossier)
        yield second

    receive(dossier.id, upload, "a.png", overtaken())
    assert file_uploads(dossier).problems == []
    contents = {dossier.read(stored.path) for stored in dossier.originals("captures")}
    assert contents == {b"one", second}
    assert waiting(dossier.id) == 0
    clean_up()
    assert uploads(data) == []


def test_two_workers_file_each_upload_once(dossier: EncryptedDossier):
    contents = [number.to_bytes(2, "big") for number in range(15)]
    for content in contents:
        receive(dossier.id, uuid4(), "image.png", [content])

    def work(_: int) -> list[str]:
        try:
            filed = file_uploads(open_dossier(dossier.unlocked, dossier.id))
            assert filed.problems == []
            return filed.paths
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        paths = [path for filed in pool.map(work, range(3)) for path in filed]
    stored = [item.path for item in dossier.originals("captures")]
    assert sorted(paths) == stored
    assert sorted(dossier.read(path) for path in stored) == contents
    assert dossier.summary().counts == {"captures": 15}


def test_a_hundred_captures_are_filed_together(dossier: EncryptedDossier):
    for number in range(100):
        receive(dossier.id, uuid4(), f"{number}.png", [number.to_bytes(2, "big")])
    assert len(file_uploads(dossier).paths) == 100
    assert dossier.summary().counts == {"captures": 100}
