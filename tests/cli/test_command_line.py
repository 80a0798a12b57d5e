"""The command line as people and programs meet it: exit codes, words, JSON."""

from __future__ import annotations

import json
import os
import resource
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


def little_room() -> None:
    """Let no file grow beyond 30 kB, as on a disk that fills up."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))


@pytest.mark.engine
def test_a_disk_that_fills_up_leaves_the_previous_package_and_says_so(tmp_path):
    write_dossier(tmp_path / "d")
    target = tmp_path / "d" / "captures" / an_example_capture().name
    target.write_bytes(an_example_capture().read_bytes())
    assert plaise("prepare", tmp_path / "d").returncode == 0
    facts = tmp_path / "d" / "dossier.toml"
    facts.write_text(facts.read_text().replace("06 00", "07 00"))
    second = plaise("prepare", tmp_path / "d", preexec_fn=little_room)
    assert second.returncode == 2
    assert "disque est plein" in second.stderr
    assert [path.name for path in (tmp_path / "d" / "depot").iterdir()] == ["version-001"]
    assert plaise("verify", tmp_path / "d").returncode == 0


def test_a_full_disk_is_told_in_plain_words(tmp_path):
    write_dossier(tmp_path / "d")
    run = plaise("followup", "calendar", tmp_path / "d", "/dev/full")
    assert run.returncode == 2
    assert "disque est plein" in run.stderr


def test_after_filing_events_are_recorded_and_the_next_act_is_told(tmp_path):
    assert plaise("new", tmp_path / "d").returncode == 0
    write_dossier(tmp_path / "d", facts_of(tmp_path / "d"))
    listed = plaise("followup", "record", tmp_path / "d")
    assert "filed" in listed.stdout
    done = plaise("followup", "record", tmp_path / "d", "filed", "on=2026-11-23", "channel=post")
    assert done.returncode == 0, done.stderr
    shown = json.loads(plaise("followup", "show", tmp_path / "d", "--json").stdout)
    assert shown["state"] == "filed"
    assert shown["to_do"]
    wrong = plaise("followup", "record", tmp_path / "d", "filed", "on=hier")
    assert wrong.returncode == 2
    assert "→" in wrong.stderr
    assert plaise("verify", tmp_path / "d").returncode == 0


def facts_of(folder: Path) -> str:
    """Sound facts that keep the identity given at creation."""
    given = (folder / "dossier.toml").read_text().split('id = "')[1].split('"')[0]
    own = SOUND.split('id = "')[1].split('"')[0]
    return SOUND.replace(own, given).replace("exercice = true", "exercice = false")


def test_output_never_goes_over_something_else(tmp_path):
    write_dossier(tmp_path / "d")
    taken = tmp_path / "mes-photos"
    taken.mkdir()
    (taken / "photo.jpg").write_bytes(b"x")
    run = plaise("prepare", tmp_path / "d", "--output", taken)
    assert run.returncode == 2
    assert "contient déjà" in run.stderr
    assert [path.name for path in taken.iterdir()] == ["photo.jpg"]
