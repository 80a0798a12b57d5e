"""One run at a time on a dossier; a crash frees the lock at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from uuid import UUID

from django.db import connection
from filelock import FileLock, Timeout

from plaise.dossier import PlaiseError

from ._places import lock_of

_held: set[UUID] = set()
_guard = Lock()


class BusyError(PlaiseError):
    """Another run is at work on the dossier."""

    def __init__(self) -> None:
        super().__init__(
            "Un autre travail est en cours sur ce dossier.",
            to_do="Attendez qu’il finisse, puis recommencez.",
        )


@contextmanager
def work_lock(dossier: UUID) -> Iterator[None]:
    """Hold a dossier: a lock file beside SQLite, an advisory lock on PostgreSQL.

    Raises:
        BusyError: it is held already, here or elsewhere.
    """
    with _guard:
        if dossier in _held:
            raise BusyError
        _held.add(dossier)
    try:
        hold = _advisory if connection.vendor == "postgresql" else _file
        with hold(dossier):
            yield
    finally:
        _held.discard(dossier)


@contextmanager
def _file(dossier: UUID) -> Iterator[None]:
    path = lock_of(dossier)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    lock = FileLock(path, timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise BusyError from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _advisory(dossier: UUID) -> Iterator[None]:
    number = int.from_bytes(dossier.bytes[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
        if not cursor.fetchone()[0]:
            raise BusyError
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])
