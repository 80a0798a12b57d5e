"""`journal.jsonl` on disk: append-only, synced, and whole after a power cut."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from plaise.dossier import PlaiseError

from ._chain import GENESIS, Entry, Fault, check, seal


class JournalError(PlaiseError):
    """The journal cannot be continued as it stands."""


class Journal:
    """The journal of one dossier folder.

    Opening reads and checks the whole chain. A last line cut short by a crash is set apart in
    `journal.coupe-N` (never deleted) and the fact is recorded; any other fault stops everything,
    since writing after it would hide it.

    Raises:
        JournalError: the chain does not hold.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._entries: list[Entry] = []
        torn = self._load()
        if torn:
            kept = self._set_apart(torn)
            self.append("recovered", {"kept_in": kept, "bytes": len(torn)})

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, oldest first."""
        return tuple(self._entries)

    def of_kind(self, *kinds: str) -> tuple[Entry, ...]:
        """The entries of the given kinds, oldest first."""
        return tuple(entry for entry in self._entries if entry.kind in kinds)

    def append(self, kind: str, data: Mapping[str, Any]) -> Entry:
        """Record what happened; returns only once it is on the disk.

        Raises:
            OSError: the disk refused; the journal is as it was before.
        """
        previous = self._entries[-1].hash if self._entries else GENESIS
        at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        entry = seal(len(self._entries), at, kind, data, previous)
        with self.path.open("ab") as file:
            start = file.tell()
            try:
                file.write(entry.line())
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                os.ftruncate(file.fileno(), start)
                raise
        self._entries.append(entry)
        return entry

    def _load(self) -> bytes:
        if not self.path.exists():
            return b""
        content = self.path.read_bytes()
        whole, _, torn = content.rpartition(b"\n")
        for found in check(whole.split(b"\n") if whole else []):
            if isinstance(found, Fault):
                raise JournalError(
                    f"{self.path.name}, ligne {found.line} : {found.message}.",
                    safe="Vos captures, vos pièces et les versions déjà faites sont intactes.",
                    to_do="Reprenez une sauvegarde du journal, ou montrez ce message à la personne "
                    "qui vous aide. N’effacez rien.",
                )
            self._entries.append(found)
        return torn

    def _set_apart(self, torn: bytes) -> str:
        number = 1
        while (kept := self.path.with_name(f"journal.coupe-{number}")).exists():
            number += 1
        kept.write_bytes(torn)
        with self.path.open("r+b") as file:
            file.truncate(self.path.stat().st_size - len(torn))
            os.fsync(file.fileno())
        return kept.name


def verify_journal(path: Path) -> tuple[tuple[Entry, ...], tuple[Fault, ...]]:
    """Check a journal without opening it for writing.

    Returns:
        The entries that hold, and the faults (none for a sound journal).

    Raises:
        OSError: the file cannot be read.
    """
    content = path.read_bytes()
    whole, _, torn = content.rpartition(b"\n")
    found = list(check(whole.split(b"\n") if whole else []))
    entries = tuple(item for item in found if isinstance(item, Entry))
    faults = [item for item in found if isinstance(item, Fault)]
    if torn:
        faults.append(Fault(len(found) + 1, "la dernière ligne est coupée"))
    return entries, tuple(faults)
