"""The journal of one dossier, wherever its lines are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plaise.dossier import PlaiseError

from ._chain import GENESIS, Entry, Fault, check, seal
from ._lines import JournalLines, NumberTakenError, split_torn

_TRIES = 20


def seal_now(number: int, kind: str, data: Mapping[str, Any], previous: str = GENESIS) -> Entry:
    """Make the entry that follows `previous`, at this instant."""
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return seal(number, at, kind, data, previous)


class JournalError(PlaiseError):
    """The journal cannot be continued as it stands."""


class Journal:
    """The journal of one dossier.

    Opening reads and checks the whole chain. A last line cut short by a crash is set apart (never
    deleted) and the fact is recorded; any other fault stops everything, since writing after it
    would hide it.

    Args:
        lines: where its lines are.
        checked: entries of this very journal that were checked before; only what follows them is
            read.

    Raises:
        JournalError: the chain does not hold.
    """

    def __init__(self, lines: JournalLines, *, checked: Sequence[Entry] = ()) -> None:
        self.lines = lines
        self._entries: list[Entry] = list(checked)
        self.catch_up()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, oldest first."""
        return tuple(self._entries)

    def of_kind(self, *kinds: str) -> tuple[Entry, ...]:
        """The entries of the given kinds, oldest first."""
        return tuple(entry for entry in self._entries if entry.kind in kinds)

    def catch_up(self) -> None:
        """Read what others have recorded since; where there is one writer at a time, it is us now.

        Raises:
            JournalError: the chain does not hold.
        """
        self._catch_up()
        if torn := self.lines.set_torn_apart():
            kept, size = torn
            self.append("recovered", {"kept_in": kept, "bytes": size})

    def content(self) -> bytes:
        """The whole journal as `journal.jsonl` holds it: to be exported, and verified by anyone."""
        return b"".join(entry.line() for entry in self._entries)

    def append(self, kind: str, data: Mapping[str, Any]) -> Entry:
        """Record what happened; returns only once it is kept.

        When another writer was quicker, its entries are read first and this one follows them.

        Raises:
            JournalError: others write without end.
            OSError: the disk refused; the journal is as it was before.
        """
        for _ in range(_TRIES):
            previous = self._entries[-1].hash if self._entries else GENESIS
            entry = seal_now(len(self._entries), kind, data, previous)
            try:
                self.lines.append(entry.number, entry.line().rstrip(b"\n"))
            except NumberTakenError:
                self._catch_up()
                continue
            self._entries.append(entry)
            return entry
        raise JournalError(
            "Le journal est très demandé en ce moment.",
            to_do="Attendez une minute, puis recommencez.",
        )

    def _catch_up(self) -> None:
        start = len(self._entries)
        for found in check(self.lines.read(start), after=self._entries[-1:]):
            if isinstance(found, Fault):
                raise JournalError(
                    f"{self.lines.name}, ligne {found.line} : {found.message}.",
                    safe="Vos captures, vos pièces et les versions déjà faites sont intactes.",
                    to_do="Reprenez une sauvegarde du journal, ou montrez ce message à la personne "
                    "qui vous aide. N’effacez rien.",
                )
            self._entries.append(found)


def verify_journal(path: Path) -> tuple[tuple[Entry, ...], tuple[Fault, ...]]:
    """Check a journal without opening it for writing.

    Returns:
        The entries that hold, and the faults (none for a sound journal).

    Raises:
        OSError: the file cannot be read.
    """
    return verify_lines(*split_torn(path.read_bytes()))


def verify_lines(
    lines: Iterable[bytes], torn: bytes = b""
) -> tuple[tuple[Entry, ...], tuple[Fault, ...]]:
    """As `verify_journal`, for lines already in memory and what follows the last whole one."""
    found = list(check(lines))
    entries = tuple(item for item in found if isinstance(item, Entry))
    faults = [item for item in found if isinstance(item, Fault)]
    if torn:
        faults.append(Fault(len(found) + 1, "la dernière ligne est coupée"))
    return entries, tuple(faults)
