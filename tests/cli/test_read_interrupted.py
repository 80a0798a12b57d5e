"""The real `plaise read`: a worker killed by a signal, Ctrl-C half way, then the rest alone."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

FILES = 20
ONE_PAGE = (
    4096  # bytes that may wait to be heard: a few files, after which the reading stands still
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "captures"
    place.mkdir()
    font = ImageFont.load_default(18)
    for number in range(FILES - 2):
        image = Image.new("RGB", (700, 200), "white")
        ImageDraw.Draw(image).text((20, 40), f"Service surchargé n° {number}", "black", font=font)
        image.save(place / f"{number:02}.{'png' if number % 2 else 'jpg'}")
    (place / "vide.png").write_bytes(b"")
    (place / "tronquee.png").write_bytes((place / "01.png").read_bytes()[:600])
    return place


def start(folder: Path, kept: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "plaise", "read", "--json", "--resume", str(kept), str(folder)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pipesize=ONE_PAGE,
        text=True,
        start_new_session=True,
    )


def children(command: subprocess.Popen[str]) -> list[int]:
    found: list[int] = []
    for thread in Path(f"/proc/{command.pid}/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # many threads live a moment only
            found += map(int, (thread / "children").read_text().split())
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers in /proc")
def test_a_killed_worker_and_ctrl_c_lose_no_file(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "lectures.jsonl"
    with start(folder, kept) as first:
        assert first.stdout
        first.stdout.readline()
        workers = children(first)
        os.kill(workers[0], signal.SIGSEGV)
        for _ in range(3):
            first.stdout.readline()
        os.killpg(first.pid, signal.SIGINT)  # as a terminal does: to the workers too
        _, said = first.communicate()
    assert first.returncode == 130
    assert "Ce qui était fait est gardé" in said
    assert not any(Path(f"/proc/{one}").exists() for one in workers)
    before = kept.read_text("utf-8")
    assert 4 <= before.count("\n") < FILES

    with start(folder, kept) as second:
        told, _ = second.communicate()
    after = kept.read_text("utf-8")
    assert second.returncode == 1  # the empty one and the torn one show nothing
    assert after.startswith(before)
    assert after.count("\n") == FILES
    read = [json.loads(line) for line in told.splitlines()]
    assert sorted(Path(one["file"]).name for one in read) == sorted(
        p.name for p in folder.iterdir()
    )
    lost = {Path(one["file"]).name for one in read if one["result"] == "unreadable"}
    assert lost == {"vide.png", "tronquee.png"}
