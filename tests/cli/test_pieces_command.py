"""`plaise pieces --check` and the refusals of `plaise bundle`: what a person sees."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from plaise.cli import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    shutil.copy(EXAMPLE / "dossier.toml", folder)
    shutil.copytree(EXAMPLE / "pieces", folder / "pieces")
    return folder


def test_pieces_are_checked_without_reading_any_capture(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pieces", str(place), "--check"]) == 0
    assert "Toutes les pièces peuvent être déposées." in capsys.readouterr().out
    (place / "pieces" / "preuve-de-depot.png").unlink()
    (place / "pieces" / "promesse-embauche.pdf").write_bytes(b"")
    assert main(["pieces", str(place), "--check"]) == 1
    told = capsys.readouterr().out
    assert "preuve-de-depot.png" in told
    assert "0 octet" in told
    assert not (place / "journal.jsonl").exists()


def test_a_limit_above_that_of_the_registry_is_refused(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["bundle", str(place), "--for", "paper", "--file-limit", "40"])
    assert code != 0
    assert "32 Mo" in capsys.readouterr().err
