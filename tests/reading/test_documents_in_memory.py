"""Bytes that lie in no folder are read as a file would be."""

from __future__ import annotations

from pathlib import Path

import pytest

from plaise.dossier import Result
from plaise.reading import Document, read_many

CAPTURES = Path(__file__).parents[2] / "examples" / "dossier-exemple" / "captures"

pytestmark = pytest.mark.engine


def test_bytes_and_file_give_the_same_reading():
    path = sorted(CAPTURES.glob("*2026-10-12*"))[0]
    document = Document(path.name, path.read_bytes)
    readings = dict(read_many([path, document]))
    first, second = (readings[item][0].model_copy(update={"seconds": 0}) for item in readings)
    assert first == second
    assert first.result is Result.REFUSAL


def test_bad_bytes_do_not_disturb_the_next():
    path = sorted(CAPTURES.glob("*2026-10-12*"))[0]
    bad = Document("bad.png", lambda: path.read_bytes()[:2000])
    good = Document("good.png", path.read_bytes)
    results = {item.name: found[0].result for item, found in read_many([bad, good], workers=1)}
    assert results == {"bad.png": Result.UNREADABLE, "good.png": Result.REFUSAL}
