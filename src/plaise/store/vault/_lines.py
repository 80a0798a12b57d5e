"""The journal of a dossier as encrypted rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from plaise.journal import Entry, Journal, NumberTakenError
from plaise.store.database.models import JournalLine
from plaise.store.keys import Ring

KIND = "journal"


@dataclass(frozen=True, slots=True)
class Checked:
    """Entries checked since the member unlocked, and what their rows held then."""

    entries: tuple[Entry, ...] = ()
    digest: bytes = b""


class DatabaseLines:
    """Lines sealed one by one, each bound to its number; a row is whole or absent."""

    name = "journal"

    def __init__(self, dossier: UUID, ring: Callable[[], Ring]) -> None:
        self._dossier = dossier
        self._ring = ring

    def read(self, start: int) -> Sequence[bytes]:
        """The lines from number `start` on.

        A missing number leaves a gap that the chain's check names.

        Raises:
            DamagedError: a line is not the one that was written there.
            LockedError: the session is locked.
        """
        ring = self._ring()
        rows = JournalLine.objects.filter(dossier_id=self._dossier, number__gte=start)
        pairs = rows.order_by("number").values_list("number", "line")
        return [ring.open_note(KIND, line, str(number)) for number, line in pairs]

    def append(self, number: int, line: bytes) -> None:
        """Keep one more line.

        Raises:
            NumberTakenError: somebody else has written that number.
            LockedError: the session is locked.
        """
        row = line_row(self._ring(), number, line)
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError as error:
            raise NumberTakenError from error

    def digest(self, count: int) -> bytes:
        """A hash of the first rows as they stand, sealed: it changes if any is touched."""
        rows = JournalLine.objects.filter(dossier_id=self._dossier, number__lt=count)
        found = hashlib.sha256()
        for number, line in rows.order_by("number").values_list("number", "line"):
            found.update(b"%d %d " % (number, len(line)) + line)
        return found.digest()

    def set_torn_apart(self) -> tuple[str, int] | None:
        """Nothing: the database cuts no line."""
        return None


def journal_of(lines: DatabaseLines, before: Checked) -> tuple[Journal, Checked]:
    """The journal, without checking again what was checked before and has not been touched.

    Raises:
        JournalError: the chain does not hold.
    """
    known = before.entries if lines.digest(len(before.entries)) == before.digest else ()
    journal = Journal(lines, checked=known)
    if journal.entries == known:
        return journal, before
    return journal, Checked(journal.entries, lines.digest(len(journal.entries)))


def line_row(ring: Ring, number: int, line: bytes) -> JournalLine:
    """A line, sealed."""
    sealed = ring.seal_note(KIND, line, str(number))
    return JournalLine(dossier_id=ring.dossier, number=number, line=sealed)
