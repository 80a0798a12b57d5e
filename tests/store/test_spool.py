"""What is put aside for a moment: sealed on the disk, gone with the object that holds its key."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plaise.store.keys import DamagedError, TooLargeError
from plaise.store.vault import Spool, clean_up

WORDS = b"REQUETE EN REFERE "


def kept(data: Path) -> list[Path]:
    return list((data / "passage").iterdir())


def test_it_comes_back_whole_and_says_nothing_on_the_disk(data: Path):
    spool = Spool([WORDS * 10_000, b"", b"fin"], limit=1_000_000)
    assert b"".join(spool.read()) == WORDS * 10_000 + b"fin"
    assert spool.size == len(WORDS) * 10_000 + 3
    (path,) = kept(data)
    assert WORDS not in path.read_bytes()
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(DamagedError):
        b"".join(spool.read())


def test_it_leaves_with_the_object_unless_a_download_still_reads_it(data: Path):
    spool = Spool([WORDS], limit=1_000)
    download = spool.read()
    del spool
    assert len(kept(data)) == 1
    assert b"".join(download) == WORDS
    del download
    assert kept(data) == []


def test_what_is_too_long_or_breaks_off_leaves_nothing(data: Path):
    def broken():
        yield WORDS
        raise OSError("the disk is full")

    for chunks, error in (([WORDS] * 100, TooLargeError), (broken(), OSError)):
        with pytest.raises(error):
            Spool(chunks, limit=1_000)
        assert kept(data) == []


def test_what_a_crash_left_is_removed_at_the_next_start(data: Path):
    (data / "passage").mkdir()
    old, young = data / "passage" / "vieux", data / "passage" / "neuf"
    old.write_bytes(b"x")
    young.write_bytes(b"x")
    os.utime(old, (0, 0))
    assert clean_up() == 1
    assert kept(data) == [young]
