"""A worker struck while it starts is started again, once."""

from __future__ import annotations

import subprocess
from collections.abc import Collection
from typing import Any

import pytest

from plaise.reading import ReadingError, _pool
from plaise.reading._pool import Worker

Children = list[subprocess.Popen[bytes]]


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
