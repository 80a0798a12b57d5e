"""The dossier folder: created once, read with kind words, written whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dossier_texts import SOUND, write_dossier
from plaise.dossier import DossierError, PlaiseError, write_whole
from plaise.journal import verify_journal
from plaise.store import DossierFolder, create_dossier


def test_a_new_dossier_says_at_once_whether_it_is_an_exercise(tmp_path: Path):
    folder = create_dossier(tmp_path / "d", exercise=True)
    entries, faults = verify_journal(folder.journal_path)
    assert not faults
    assert entries[0].kind == "created"
    assert entries[0].data["exercise"] is True
    assert "exercice = true" in folder.facts_text()


def test_a_new_dossier_names_what_remains_to_fill_in(tmp_path: Path):
    folder = create_dossier(tmp_path / "d", exercise=False)
    with pytest.raises(DossierError) as caught:
        folder.facts()
    for name in ("fait_a", "personne.nom", "prefecture.departement", "demande.demarche"):
        assert name in caught.value.happened


def test_an_occupied_place_is_left_alone(tmp_path: Path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(PlaiseError, match="n’est pas vide"):
        create_dossier(tmp_path, exercise=False)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("name", ["absent", "empty"])
def test_a_folder_without_facts_is_refused_with_the_way_out(tmp_path: Path, name: str):
    (tmp_path / "empty").mkdir()
    with pytest.raises(DossierError) as caught:
        DossierFolder(tmp_path / name).facts()
    assert "plaise new" in caught.value.to_do


def test_facts_in_another_encoding_name_the_line(tmp_path: Path):
    folder = DossierFolder(write_dossier(tmp_path))
    folder.facts_path.write_bytes(SOUND.encode("latin-1", "replace"))
    with pytest.raises(DossierError, match="UTF-8"):
        folder.facts()


def test_system_droppings_and_hidden_files_are_not_captures(tmp_path: Path):
    folder = DossierFolder(write_dossier(tmp_path))
    for name in ("b.png", "a.png", "Thumbs.db", ".DS_Store", "semaine-2/c.png"):
        path = folder.captures_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    names = [folder.relative(path) for path in folder.captures()]
    assert names == ["captures/a.png", "captures/b.png", "captures/semaine-2/c.png"]


def test_two_runs_do_not_write_at_once(tmp_path: Path):
    write_dossier(tmp_path)
    with (
        DossierFolder(tmp_path).locked(),
        pytest.raises(PlaiseError, match="Une autre commande"),
        DossierFolder(tmp_path).locked(patience=0),
    ):
        pytest.fail("the second run got in")


def test_a_refused_write_leaves_the_old_content(tmp_path: Path):
    target = tmp_path / "file"
    target.write_bytes(b"old")
    code = (
        "import resource, signal, sys; from pathlib import Path;"
        "from plaise.dossier import write_whole;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        f"write_whole(Path({str(target)!r}), b'x' * 5000)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert run.returncode != 0
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_write_replaces_the_whole_content(tmp_path: Path):
    target = tmp_path / "deep" / "file"
    write_whole(target, b"first, and longer")
    write_whole(target, b"second")
    assert target.read_bytes() == b"second"
