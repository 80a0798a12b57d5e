"""`plaise read`: resumed where it stopped, kind when a part is absent, honest about twins."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from plaise.cli import _reading as command
from plaise.cli import main
from plaise.dossier import Reading, Result

READ = {"result": Result.REFUSAL, "width": 1366, "height": 768, "date": "2026-10-12",
        "host": "val-doise.gouv.fr", "url": "val-doise.gouv.fr/booking/create/1/2",
        "wording": "ez_plus_de_plage"}  # fmt: skip


class FakeReader:
    """Reads by the names of files, and stops where it is told to."""

    def __init__(self, stop_after: int = 1000) -> None:
        self.read: list[str] = []
        self.stop_after = stop_after

    def __call__(self, files: Sequence[Path], **_: Any) -> Iterator[tuple[Path, list[Reading]]]:
        for path in files:
            if len(self.read) == self.stop_after:
                raise KeyboardInterrupt
            self.read.append(path.name)
            minute = 10 + 5 * int(path.stem)
            yield path, [Reading(file=path.name, sha256=path.stem, time=f"08:{minute}", **READ)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "captures"
    place.mkdir()
    for number in range(6):
        (place / f"{number}.png").write_bytes(b"x" * (number + 1))
    return place


def run(monkeypatch: pytest.MonkeyPatch, reader: FakeReader, *arguments: object) -> int:
    monkeypatch.setattr(command, "read_many", reader)
    return main(["read", *map(str, arguments)])


def test_an_interrupted_reading_goes_on_where_it_stopped(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    kept = tmp_path / "lectures.jsonl"
    first, second = FakeReader(stop_after=2), FakeReader()
    assert run(monkeypatch, first, "--json", "--resume", kept, folder) == 130
    assert "relancez pour continuer" in capsys.readouterr().err
    assert run(monkeypatch, second, "--json", "--resume", kept, folder) == 0
    assert (first.read, second.read) == (["0.png", "1.png"], ["2.png", "3.png", "4.png", "5.png"])
    told = [json.loads(line)["file"] for line in capsys.readouterr().out.splitlines()]
    assert sorted(Path(one).name for one in told) == [f"{number}.png" for number in range(6)]


def test_a_line_cut_by_a_crash_is_read_again_and_the_file_stays_sound(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "lectures.jsonl"
    run(monkeypatch, FakeReader(), "--json", "--resume", kept, folder)
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-40])
    again = FakeReader()
    run(monkeypatch, again, "--json", "--resume", kept, folder)
    assert again.read == ["5.png"]
    assert [json.loads(line) for line in kept.read_text("utf-8").splitlines()]


def test_a_file_that_changed_since_is_read_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "lectures.jsonl"
    run(monkeypatch, FakeReader(), "--json", "--resume", kept, folder)
    (folder / "3.png").write_bytes(b"autre chose")
    again = FakeReader()
    run(monkeypatch, again, "--json", "--resume", kept, folder)
    assert again.read == ["3.png"]


def test_pictures_that_show_the_same_screen_are_told_beside_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "captures"
    place.mkdir()
    for name in ("0.png", "1.png", "2.png"):
        (place / name).write_bytes(name.encode())

    def read(files: Sequence[Path], **_: Any) -> Iterator[tuple[Path, list[Reading]]]:
        for path, minute, sha in zip(files, ("14", "15", "14"), "aba", strict=True):
            yield path, [Reading(file=path.name, sha256=sha, time=f"08:{minute}", **READ)]

    monkeypatch.setattr(command, "read_many", read)
    assert main(["read", "--json", str(place)]) == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 3
    assert "2.png » est le même fichier que" in told.err
    assert "1.png » montre le même écran que" in told.err


@pytest.mark.engine
def test_photographs_without_their_extra_say_how_to_install_it(tmp_path: Path) -> None:
    absent = tmp_path / "absent"
    absent.mkdir()
    (absent / "rapidocr.py").write_text("raise ImportError('not installed')\n", "utf-8")
    capture = tmp_path / "a.png"
    capture.write_bytes(b"x")
    done = subprocess.run(
        [sys.executable, "-m", "plaise", "read", "--photo", str(capture)],
        capture_output=True, text=True, check=False, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(absent)},
    )  # fmt: skip
    assert done.returncode == 2
    assert "n’est pas installée" in done.stderr
    assert "plaise[photo]" in done.stderr
    assert "Traceback" not in done.stderr
