"""Work that goes on when the page is closed: reading captures, making the package.

One thread works, another looks every two seconds for uploads to file and for members who have just
unlocked. Everything needs an unlocked member: what a lock or a crash interrupts is taken up again
at the next unlock.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from queue import SimpleQueue
from threading import Event, Lock, Thread
from typing import Literal
from uuid import UUID
from weakref import WeakSet

from django.db import DatabaseError, connections

from plaise.dossier import PlaiseError
from plaise.store.database.models import Upload
from plaise.store.keys import LockedError, Unlocked
from plaise.store.vault import (
    BusyError,
    EncryptedDossier,
    NotMemberError,
    Summary,
    file_uploads,
    list_dossiers,
    open_dossier,
    work_begins,
    work_is_over,
)
from plaise.work import prepare
from plaise.work.seen import read_new, today_of
from plaise.work.sending import Target

from .results.numbers import numbers_now
from .results.packing import pack
from .security import awake

_EVERY = 2.0
_MOST_TRIES = 3
_log = logging.getLogger(__name__)


class Kind(StrEnum):
    """What there is to do for a dossier."""

    READ = "read"
    PACKAGE = "package"
    TELERECOURS = "send-telerecours"
    PAPER = "send-paper"
    LAWYER = "send-lawyer"
    EMAIL = "send-email"


# Captures to read are seen in the store; that documents were asked for has to be noted there.
_REMEMBERED = {Kind.PACKAGE}


@dataclass(slots=True)
class Job:
    """One piece of work, and where it is; listens as a `plaise.work.Progress`.

    Attributes:
        error: why it failed, told to the person; None for a fault of ours.
        again: whether it takes up what was asked for before.
    """

    kind: Kind
    dossier: EncryptedDossier
    state: Literal["waiting", "running", "interrupted", "done", "failed"] = "waiting"
    done: int = 0
    total: int = 0
    error: PlaiseError | None = None
    again: bool = False

    @property
    def active(self) -> bool:
        """Whether one may wait for it."""
        return self.state in {"waiting", "running", "interrupted"}

    def begin(self, label: str, total: int) -> None:
        """A step begins."""
        del label
        self.done, self.total = 0, total

    def advance(self) -> None:
        """One part is done."""
        self.done += 1

    def end(self) -> None:
        """The step is done."""


class Worker:
    """The work of this process, one job at a time."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Job] = SimpleQueue()
        self._jobs: dict[tuple[UUID, Kind], Job] = {}
        self._guard = Lock()
        self._known: WeakSet[Unlocked] = WeakSet()
        self._looked: set[UUID] = set()  # uploads that a job was asked for
        self._stop = Event()

    def start(self) -> None:
        """Begin to work in threads that end with the process."""
        Thread(target=self._work, name="plaise-work", daemon=True).start()
        Thread(target=self._look, name="plaise-look", daemon=True).start()

    def ask(self, kind: Kind, dossier: EncryptedDossier, *, again: bool = False) -> Job:
        """Put a job in the line; the one that waits there already counts.

        `again`: only what was asked for before, here or in another process, if it is still not
        done when its turn comes.
        """
        with self._guard:
            known = self._jobs.get((dossier.id, kind))
            if known and known.state in {"waiting", "running"}:
                return known
            job = Job(kind, EncryptedDossier(dossier.unlocked, dossier.id), again=again)
            if kind in _REMEMBERED and not (known and known.active):
                work_begins(job.dossier, kind)
            self._jobs[dossier.id, kind] = job
            self._queue.put(job)
            return job

    def job(self, kind: Kind, dossier: UUID) -> Job | None:
        """The last job of a kind for a dossier, in this process."""
        return self._jobs.get((dossier, kind))

    def taken_up(self, kind: Kind, dossier: EncryptedDossier) -> Job | None:
        """The last job of a kind; asked for again when a crash, or another process, has it."""
        known = self.job(kind, dossier.id)
        if not (known and known.active) and kind in _crashed(dossier.summary()):
            return self.ask(kind, dossier, again=True)
        return known

    def run_waiting(self) -> None:
        """Do now, here, whatever waits."""
        while not self._queue.empty():
            self._run(self._queue.get())

    def look_around(self) -> None:
        """Ask for what unlocked members left undone: uploads to file, captures to read."""
        uploads = dict(Upload.objects.values_list("pk", "dossier_id"))
        self._looked &= uploads.keys()
        fresh = {dossier for upload, dossier in uploads.items() if upload not in self._looked}
        again = set(self._interrupted())
        for member in awake.members():
            if member not in self._known:
                self._known.add(member)
                listed = list_dossiers(member)
                fresh |= {one.id for one in listed}
                again |= {(one.id, kind) for one in listed for kind in _crashed(one.summary)}
            for identifier, kind in [*again, *((one, Kind.READ) for one in fresh)]:
                try:
                    job = self.ask(kind, open_dossier(member, identifier), again=True)
                except NotMemberError:
                    continue
                if job.state == "waiting":  # one that runs may have passed the filing already
                    self._looked |= {up for up, place in uploads.items() if place == identifier}

    def _interrupted(self) -> Iterator[tuple[UUID, Kind]]:
        return (key for key, job in tuple(self._jobs.items()) if job.state == "interrupted")

    def _work(self) -> None:
        while True:
            job = self._queue.get()
            self._run(job)
            connections.close_all()

    def _look(self) -> None:
        while not self._stop.wait(_EVERY):
            try:
                self.look_around()
            except (PlaiseError, DatabaseError, OSError):
                continue  # locked meanwhile, or the disk is busy: look again
            finally:
                connections.close_all()

    def _run(self, job: Job) -> None:
        job.state = "running"
        try:
            _do(job)
        except (LockedError, BusyError, NotMemberError):
            job.state = "interrupted"
            return
        except PlaiseError as error:
            job.error, job.state = error, "failed"
        except Exception:  # a fault of ours must not end the thread
            _log.exception("work failed")
            job.state = "failed"
        else:
            job.state = "done"
        if job.kind in _REMEMBERED:
            with suppress(PlaiseError, DatabaseError):  # locked at the last moment: made once more
                work_is_over(job.dossier, job.kind)


def _crashed(summary: Summary) -> Iterator[Kind]:
    """Work that a crash interrupted, unless it may well be what crashes."""
    return (kind for kind in _REMEMBERED if 0 < summary.asked.get(kind, 0) < _MOST_TRIES)


def _do(job: Job) -> None:
    dossier = job.dossier
    if job.kind is Kind.READ:
        file_uploads(dossier)
        read_new(dossier, job)
        dossier.sweep()  # contents of files taken out since
        with suppress(PlaiseError, OSError):  # the facts may not hold yet: counted when they do
            numbers_now(dossier)
    elif job.kind is Kind.PACKAGE:
        if job.again and not dossier.summary().asked.get(job.kind):
            return  # another process has finished it
        read_new(dossier, job)  # first, since others may write meanwhile
        prepare(dossier, today=today_of(dossier), progress=job)
    else:
        pack(dossier, Target(job.kind.removeprefix("send-")), job)


WORKER = Worker()
