"""Downloads of any length: sent while they are made, whole or visibly cut, and nothing left."""

from __future__ import annotations

import io
import os
import tempfile
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from web_cases import OTHER, Newcomer

from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, create_dossier
from plaise.web.later import load_every_view
from plaise.web.zips import entry, zipped

PART = 1_000_000
PARTS = 16  # more than the ceiling below
CEILING = 8_000_000


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    """A package of 16 MB, and captures as heavy, as different as photos are."""
    made = create_dossier(person, exercise=True)
    with made.locked():
        made.keep_package((f"pieces/{n:02}.pdf", os.urandom(PART)) for n in range(PARTS))
    for n in range(PARTS):
        made.add(f"captures/{n:02}.png", os.urandom(PART))
    return made


def package(member: Newcomer, dossier: EncryptedDossier):
    return member.get(f"/dossiers/{dossier.id}/deposer/1/tout/")


def export(kind: str):
    def ask(member: Newcomer, dossier: EncryptedDossier):
        form = {"kind": kind, "passphrase": OTHER}
        return member.post(f"/dossiers/{dossier.id}/exporter/", form)

    ask.__name__ = f"export_{kind}"
    return ask


def files_below(*places: Path) -> set[Path]:
    found = {path for place in places for path in place.rglob("*") if path.is_file()}
    return {path for path in found if "sqlite3" not in path.name}


DOWNLOADS = [package, export("zip")]


@pytest.mark.parametrize("ask", DOWNLOADS)
def test_memory_does_not_grow_with_what_is_sent(
    member: Newcomer, dossier: EncryptedDossier, ask: Callable
):
    load_every_view()  # modules are not what is measured
    tracemalloc.start()
    try:
        answer = ask(member, dossier)
        length = sum(len(chunk) for chunk in answer.streaming_content)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert length > PART * PARTS
    assert peak < CEILING


@pytest.mark.parametrize("ask", DOWNLOADS)
def test_a_download_that_breaks_off_leaves_nothing_behind(
    member: Newcomer,
    dossier: EncryptedDossier,
    data: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ask: Callable,
):
    temporary = tmp_path / "temporaire"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    before = files_below(data, temporary)
    answer = ask(member, dossier)
    assert next(iter(answer.streaming_content))
    answer.close()
    assert files_below(data, temporary) == before


@pytest.mark.parametrize("ask", DOWNLOADS)
def test_a_download_that_has_begun_is_not_cut_by_a_lock(
    member: Newcomer, person: Unlocked, dossier: EncryptedDossier, ask: Callable
):
    del person
    chunks = iter(ask(member, dossier).streaming_content)
    first = next(chunks)
    member.post("/compte/verrouiller/")
    assert zipfile.ZipFile(io.BytesIO(first + b"".join(chunks))).testzip() is None


def test_sizes_stand_before_each_file_of_a_zip():
    content = b"".join(zipped([(entry("a.txt"), b"un"), (entry("b.txt", comment="2"), b"deux")]))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {one.filename: archive.read(one) for one in archive.infolist()} == {
            "a.txt": b"un",
            "b.txt": b"deux",
        }
        assert not [one for one in archive.infolist() if one.flag_bits & 0x08]
    assert b"".join(zipped([])) == b"PK\x05\x06" + bytes(18)
