"""`plaise act`: what a person types to bring an act back from Word, and what is answered."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from factories import TODAY, make_attempts, make_plan
from plaise.cli import main
from plaise.drafting import Act, Brief, draft, to_docx
from plaise.store import DossierFolder
from plaise.work._intake import open_journal
from plaise.work._kept import record_made

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"


@pytest.fixture
def prepared(tmp_path: Path) -> Path:
    """A dossier whose acts were made once, and its petition as a Word file beside it."""
    place = tmp_path / "dossier"
    place.mkdir()
    shutil.copy(EXAMPLE / "dossier.toml", place)
    folder = DossierFolder(place)
    dossier, captures = folder.facts(), make_attempts(6)
    plan = make_plan(dossier, captures)
    brief = Brief(dossier=dossier, captures=captures, plan=plan, today=TODAY)
    document = draft(Act.REQUETE, brief)
    journal = open_journal(folder, dossier, folder.facts_text())
    record_made(folder, journal, brief, {Act.REQUETE: document})
    (tmp_path / "requete.docx").write_bytes(to_docx(document, made_on=TODAY))
    return place


def test_an_act_is_brought_back_listed_and_left_aside(
    prepared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = str(prepared.parent / "requete.docx")
    assert main(["act", "import", str(prepared), source]) == 0
    assert "version 2" in capsys.readouterr().out
    assert main(["act", "list", str(prepared), "--json"]) == 0
    versions = json.loads(capsys.readouterr().out)
    assert [(one["origin"], one["in_force"]) for one in versions] == [
        ("drafted", False),
        ("edited", True),
    ]
    assert main(["act", "reset", str(prepared), "requete"]) == 0
    assert "rédigé par Plaise" in capsys.readouterr().out
    assert main(["act", "reset", str(prepared), "requete"]) == 0
    assert "rien à faire" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_said_in_french(
    prepared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["act", "import", str(prepared), str(prepared / "absent.docx")]) == 2
    assert "n’existe pas" in capsys.readouterr().err


def test_a_reading_copy_is_written_and_says_what_it_is_not_for(
    prepared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "copies"
    arguments = ["act", "copy", str(prepared), "--language", "ar", "--output", str(out)]
    assert main(arguments) == 0
    assert "Ne les déposez pas" in capsys.readouterr().out
    assert [path.name for path in out.iterdir()] == ["requete-ar-a-lire-ne-pas-deposer.pdf"]


def test_three_persons_are_shown_and_a_refusal_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["act", "preview", "requete", "--output", str(tmp_path / "vu")]) == 0
    assert len(list((tmp_path / "vu").glob("*.pdf"))) == 3
    capsys.readouterr()
    assert main(["act", "preview", "centre_de_contact", "--output", str(tmp_path / "vu")]) == 0
    assert capsys.readouterr().out.count("pas d’acte") == 3
