"""One run at a time on a dossier; a crash frees the lock at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from time import monotonic, sleep
from typing import Literal
from uuid import UUID

from django.db import connection
from django.db.backends.utils import CursorWrapper
from filelock import FileLock, Timeout

from plaise.dossier import PlaiseError

from ._places import lock_of

Lock = Literal["write", "run"]
LOCKS: tuple[Lock, ...] = ("write", "run")
_LOOK = 0.05  # seconds between two looks at what another process holds
_held: set[tuple[UUID, Lock]] = set()
_turn = Condition()


class BusyError(PlaiseError):
    """Another run is at work on the dossier."""

    def __init__(self) -> None:
        super().__init__(
            "Un autre travail est en cours sur ce dossier.",
            to_do="Attendez qu’il finisse, puis recommencez.",
        )


@contextmanager
def work_lock(dossier: UUID, what: Lock, patience: float) -> Iterator[None]:
    """Hold a dossier: a lock file beside SQLite, an advisory lock on PostgreSQL.

    Args:
        dossier: which one.
        what: the short hold of who writes, or that of a long run.
        patience: how many seconds to wait for it.

    Raises:
        BusyError: it is held still, here or elsewhere.
    """
    until = monotonic() + patience
    key = (dossier, what)
    with _turn:
        if not _turn.wait_for(lambda: key not in _held, patience):
            raise BusyError
        _held.add(key)
    try:
        hold = _advisory if connection.vendor == "postgresql" else _file
        with hold(dossier, what, until):
            yield
    finally:
        with _turn:
            _held.discard(key)
            _turn.notify_all()


@contextmanager
def _file(dossier: UUID, what: Lock, until: float) -> Iterator[None]:
    path = lock_of(dossier, what)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    lock = FileLock(path, timeout=max(0.0, until - monotonic()))
    try:
        lock.acquire(poll_interval=_LOOK)
    except Timeout as error:
        raise BusyError from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _advisory(dossier: UUID, what: Lock, until: float) -> Iterator[None]:
    part = dossier.bytes[:8] if what == "write" else dossier.bytes[8:]
    number = int.from_bytes(part, "big", signed=True)
    with connection.cursor() as cursor:
        while not _taken(cursor, number):
            if monotonic() >= until:
                raise BusyError
            sleep(_LOOK)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])


def _taken(cursor: CursorWrapper, number: int) -> bool:
    cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
    return bool(cursor.fetchone()[0])
