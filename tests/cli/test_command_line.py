"""The command line as people and programs meet it: exit codes, words, JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier_texts import SOUND, write_dossier

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"


def plaise(*arguments: object, **options) -> subprocess.CompletedProcess[str]:
    """Run the real command in its own process."""
    return subprocess.run(
        [sys.executable, "-m", "plaise", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PLAISE_DEBUG": "1"},
        **options,
    )


def an_example_capture() -> Path:
    return sorted((EXAMPLE / "captures").glob("Capture*2026-10-12*"))[0]


def test_help_is_in_french():
    run = plaise("--help")
    assert run.returncode == 0
    assert "utilisation" in run.stdout
    assert "show this help" not in run.stdout


@pytest.mark.parametrize("arguments", [(), ("prepare",), ("voler",), ("read", "x", "--zut")])
def test_a_mistyped_command_says_so_in_french_and_fails(arguments):
    run = plaise(*arguments)
    assert run.returncode == 2
    assert "→" in run.stderr
    assert "required" not in run.stderr
    assert "Traceback" not in run.stderr


def test_new_then_prepare_lists_what_remains_to_fill_in(tmp_path):
    assert plaise("new", tmp_path / "d").returncode == 0
    run = plaise("prepare", tmp_path / "d")
    assert run.returncode == 2
    assert "ligne" in run.stderr
    assert "personne.nom" in run.stderr


def test_facts_that_are_not_toml_name_the_line(tmp_path):
    write_dossier(tmp_path, SOUND.replace('nom = "Exemple"', 'nom = "Exemple'))
    run = plaise("prepare", tmp_path)
    assert run.returncode == 2
    assert "dossier.toml, ligne 9" in run.stderr


def test_a_missing_folder_and_a_missing_file_are_told(tmp_path):
    for command in ("prepare", "assess", "verify", "read"):
        run = plaise(command, tmp_path / "nulle-part")
        assert run.returncode == 2, command
        assert "→" in run.stderr


@pytest.mark.engine
def test_read_gives_one_json_object_per_picture(tmp_path):
    bad = tmp_path / "cassee.png"
    bad.write_bytes(an_example_capture().read_bytes()[:3000])
    run = plaise("read", "--json", an_example_capture(), bad)
    assert run.returncode == 1
    answers = {Path(a["file"]).name: a for a in map(json.loads, run.stdout.splitlines())}
    good = answers[an_example_capture().name]
    assert good["result"] == "refusal"
    assert good["wording"] == "ez_plus_de_plage"
    assert good["date"] == "2026-10-12"
    assert good["time"] == "08:14"
    assert good["exercise"] is True
    assert good["zone"] == "Europe/Paris"
    assert good["missing"] == []
    assert {"box", "confidence", "source"} <= set(good["findings"]["url"])
    assert answers["cassee.png"]["result"] == "unreadable"


@pytest.mark.engine
def test_assess_prints_criteria_with_facts_and_sources(tmp_path):
    write_dossier(tmp_path)
    target = tmp_path / "captures" / an_example_capture().name
    target.write_bytes(an_example_capture().read_bytes())
    run = plaise("assess", "--json", tmp_path)
    answer = json.loads(run.stdout)
    assert answer["level"] == "pas_encore"
    for criterion in answer["criteria"]:
        assert criterion["verdict"]
        assert criterion["sources"], criterion["id"]
    assert "pas encore" in plaise("assess", tmp_path).stdout


def test_verify_answers_0_or_1(tmp_path):
    assert plaise("new", tmp_path / "d", "--exercise").returncode == 0
    assert plaise("verify", tmp_path / "d").returncode == 0
    journal = tmp_path / "d" / "journal.jsonl"
    journal.write_text(journal.read_text().replace("true", "false"))
    run = plaise("verify", tmp_path / "d")
    assert run.returncode == 1
    assert "ligne 1" in run.stdout


@pytest.mark.engine
def test_a_full_disk_leaves_the_previous_package_and_says_so(tmp_path, small_disk):
    write_dossier(tmp_path / "d")
    target = tmp_path / "d" / "captures" / an_example_capture().name
    target.write_bytes(an_example_capture().read_bytes())
    first = plaise("prepare", tmp_path / "d", "--output", small_disk / "sortie")
    assert first.returncode == 0, first.stderr
    filler = small_disk / "remplissage"
    with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(b"\0" * 4096)
    facts = tmp_path / "d" / "dossier.toml"
    facts.write_text(facts.read_text().replace("06 00", "07 00"))
    second = plaise("prepare", tmp_path / "d", "--output", small_disk / "sortie")
    assert second.returncode == 2
    assert "disque est plein" in second.stderr
    assert [path.name for path in (small_disk / "sortie").iterdir()] == ["version-001"]
    assert plaise("verify", small_disk / "sortie").returncode == 0


def test_output_never_goes_over_something_else(tmp_path):
    write_dossier(tmp_path / "d")
    taken = tmp_path / "mes-photos"
    taken.mkdir()
    (taken / "photo.jpg").write_bytes(b"x")
    run = plaise("prepare", tmp_path / "d", "--output", taken)
    assert run.returncode == 2
    assert "contient déjà" in run.stderr
    assert [path.name for path in taken.iterdir()] == ["photo.jpg"]
