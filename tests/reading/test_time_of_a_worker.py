"""A worker is given up when it works too much or does nothing, never because it is slow."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from plaise.dossier import Result
from plaise.reading import Document, Reader, _pool
from plaise.reading._pool import Worker

pytestmark = pytest.mark.engine

CAPTURES = Path(__file__).parents[2] / "examples" / "dossier-exemple" / "captures"
A_MOMENT = 0.01  # s: how often the stopped children of these tests are looked at
SPIN = """
from plaise.reading import _worker
_worker._more_time(1)
while True:
    pass
"""


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    """A worker that does nothing, until it is told to go on."""
    worker = Worker()
    os.kill(worker._child.pid, signal.SIGSTOP)
    monkeypatch.setattr(_pool, "_IDLE", A_MOMENT)
    yield worker
    worker.close()


def capture() -> Document:
    path = sorted(CAPTURES.glob("*2026-10-12*"))[0]
    return Document(path.name, path.read_bytes)


def result(worker: Worker) -> Result:
    (reading,) = worker.read(capture(), zone="Europe/Paris", today=date(2026, 11, 23))
    return reading.result


def test_a_child_that_does_nothing_is_given_up_and_its_file_is_not_tried_again(stopped: Worker):
    assert result(stopped) is Result.UNREADABLE
    assert not stopped.struck
    assert not stopped.fit


def test_a_child_that_moves_on_is_waited_for_however_slowly(
    stopped: Worker, monkeypatch: pytest.MonkeyPatch
):
    looks: list[float] = []

    def moves(pid: int) -> float:
        looks.append(len(looks) / 1000)
        if len(looks) == 5:
            os.kill(pid, signal.SIGCONT)
        return looks[-1]

    monkeypatch.setattr(_pool, "_processor", moves)
    assert result(stopped) is Result.REFUSAL
    assert len(looks) >= 5


def test_a_child_that_escaped_its_own_limit_is_ended(
    stopped: Worker, monkeypatch: pytest.MonkeyPatch
):
    seconds = count(1, 200)
    monkeypatch.setattr(_pool, "_processor", lambda _: next(seconds))
    assert result(stopped) is Result.UNREADABLE
    assert not stopped.struck


def test_the_system_ends_a_child_that_uses_up_its_processor_time():
    done = subprocess.run([sys.executable, "-c", SPIN], check=False)
    assert done.returncode == -signal.SIGXCPU


def test_a_file_that_used_up_its_processor_time_is_not_tried_again(
    monkeypatch: pytest.MonkeyPatch,
):
    ask, asked = Worker._ask, []

    def use_up(self: Worker, file: Any, request: dict[str, object]) -> None:
        os.kill(self._child.pid, signal.SIGXCPU)
        asked.append(file.name)
        ask(self, file, request)

    monkeypatch.setattr(Worker, "_ask", use_up)
    with Reader(workers=1) as one:
        [(_, [reading])] = one.read([capture()])
    assert reading.result is Result.UNREADABLE
    assert len(asked) == 1


def test_the_processor_time_of_a_process_is_known():
    before = _pool._processor(os.getpid())
    while _pool._processor(os.getpid()) == before:
        pass  # which uses the processor
    assert _pool._processor(os.getpid()) > before
