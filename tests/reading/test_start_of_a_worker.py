"""A worker struck while it starts, or while it copies, is started again, once."""

from __future__ import annotations

import io
import os
import signal
import subprocess
from collections.abc import Collection, Iterator
from typing import Any

import pytest
from PIL import Image

from plaise.reading import Copier, ReadingError, _pool
from plaise.reading._pool import Worker

MOST = (48, 32)
Children = list[subprocess.Popen[bytes]]


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (480, 320), "white").save(file, "PNG")
    return file.getvalue()


PICTURE = picture()


def striking(monkeypatch: pytest.MonkeyPatch, struck: Collection[int]) -> Children:
    """The children to come, in their order; some are killed as soon as they are born."""
    children: Children = []
    start = subprocess.Popen

    def strike(*given: Any, **named: Any) -> subprocess.Popen[bytes]:
        child = start(*given, **named)
        children.append(child)
        if len(children) in struck:
            child.kill()
        return child

    monkeypatch.setattr(_pool.subprocess, "Popen", strike)
    return children


def test_a_child_killed_while_it_starts_is_started_again(monkeypatch: pytest.MonkeyPatch):
    children = striking(monkeypatch, {1})
    worker = Worker(copies=True)
    assert worker.fit
    worker.close()
    assert len(children) == 2
    assert all(child.poll() is not None for child in children)


def test_children_that_never_start_are_told_and_none_is_left(monkeypatch: pytest.MonkeyPatch):
    children = striking(monkeypatch, range(1, 9))
    with pytest.raises(ReadingError, match="ne démarre pas"):
        Worker(copies=True)
    assert len(children) == 2
    assert all(child.poll() is not None for child in children)


def test_a_system_that_gives_no_process_is_told_in_plain_words(monkeypatch: pytest.MonkeyPatch):
    def refuse(*_given: Any, **_named: Any) -> subprocess.Popen[bytes]:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(_pool.subprocess, "Popen", refuse)
    with pytest.raises(ReadingError, match="ne démarre pas"):
        Worker(copies=True)


@pytest.fixture
def copier() -> Iterator[Copier]:
    copier = Copier()
    assert copier.small(PICTURE, MOST)
    yield copier
    copier.close()


def child_of(copier: Copier) -> subprocess.Popen[bytes]:
    assert copier._worker
    return copier._worker._child


def test_a_copy_does_not_suffer_from_what_ended_the_child_while_it_waited(copier: Copier):
    child_of(copier).kill()
    child_of(copier).wait()
    assert copier.small(PICTURE, MOST)


@pytest.mark.parametrize(
    ("by", "most", "made"),
    [(signal.SIGKILL, 1, True), (signal.SIGKILL, 9, False), (signal.SIGXCPU, 1, False)],
)
def test_a_copy_is_tried_again_once_unless_it_took_too_long(
    copier: Copier, monkeypatch: pytest.MonkeyPatch, by: signal.Signals, most: int, made: bool
):
    send, struck = Worker._send, []

    def strike(self: Worker, *given: Any) -> None:
        if len(struck) < most:
            struck.append(self)
            os.kill(self._child.pid, by)
        send(self, *given)

    monkeypatch.setattr(Worker, "_send", strike)
    assert bool(copier.small(PICTURE, MOST)) is made
    assert len(struck) == min(most, 2)
