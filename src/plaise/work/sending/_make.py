"""One package for one channel: prepared, gathered, written whole or not at all, journalled."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum

from plaise.bundle import DEFAULT_CAP, SUMS, sums_line
from plaise.store import Storage
from plaise.work._originals import originals_of
from plaise.work._prepare import prepare
from plaise.work._progress import Progress, Silent

from ._email import email
from ._extras import extras
from ._job import AllFiledError, Extras, Files, SendingJob
from ._lawyer import lawyer
from ._paper import paper
from ._telerecours import telerecours


class Target(StrEnum):
    """Where a package goes; the value is the word of the command line."""

    TELERECOURS = "telerecours"
    PAPER = "paper"
    LAWYER = "lawyer"
    EMAIL = "email"


_MAKERS: dict[Target, Callable[[SendingJob], Files]] = {
    Target.TELERECOURS: telerecours,
    Target.PAPER: paper,
    Target.LAWYER: lawyer,
    Target.EMAIL: email,
}
_FILING = {Target.TELERECOURS, Target.PAPER}


def bundle(
    storage: Storage,
    target: Target,
    write: Callable[[Files], str],
    *,
    today: date,
    cap_bytes: int = DEFAULT_CAP,
    total_bytes: int = 0,
    contact_sheets: bool = False,
    lossless: bool = False,
    again: bool = False,
    progress: Progress | None = None,
) -> str:
    """Bring the dossier up to date, then make one package of it.

    Args:
        storage: where the dossier is kept.
        target: the channel.
        write: receives the files one at a time, keeps them whole or not at all, and says where.
        today: the date of the acts, unless the facts give one.
        cap_bytes: the most that one file may weigh.
        total_bytes: the most that the files to file may weigh together; 0 for no limit.
        contact_sheets: add every capture at a glance.
        lossless: add the series without any loss of colour.
        again: make what was filed again, though nothing is new.
        progress: who hears where the work is.

    Returns:
        What `write` said.

    Raises:
        AllFiledError: everything was filed and nothing is new.
        PlaiseError: something that the person must mend first.
        OSError: the disk refused; packages already made are intact.
    """
    progress = progress or Silent()
    outcome = prepare(storage, today=today, cap_bytes=cap_bytes, progress=progress)
    if target in _FILING and outcome.plan.all_filed and not again:
        raise AllFiledError(outcome.plan.filed_up_to)
    asked = Extras(contact_sheets, lossless, cap_bytes)
    job = SendingJob(storage, outcome, originals_of(storage), total_bytes, asked)
    sums: list[str] = []
    progress.begin("Paquet", len(outcome.plan.files) + 4)
    place = write(_told(bundle_files(job, target), sums, progress))
    progress.end()
    made = {
        "for": target.value,
        "version": outcome.package.name,
        "sums": hashlib.sha256("".join(sums).encode()).hexdigest(),
        "reader": outcome.dossier.deposit.inbox_read_by,
    }
    with storage.locked():
        storage.journal().append("bundle", made)
    return place


def bundle_files(job: SendingJob, target: Target) -> Files:
    """The files of one package, one at a time, without its list of hashes.

    Raises:
        PlaiseError: this package cannot be made yet.
    """
    yield from _MAKERS[target](job)
    yield from extras(job)


def _told(files: Files, sums: list[str], progress: Progress) -> Iterator[tuple[str, bytes]]:
    """The files, then their hashes."""
    for path, content in files:
        sums.append(sums_line(path, content))
        yield path, content
        progress.advance()
    yield SUMS, "".join(sums).encode()
