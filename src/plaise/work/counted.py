"""A closed dossier is counted once in anonymous sums, whatever is closed and opened again."""

from __future__ import annotations

from plaise.store import Storage

from ._intake import open_journal

COUNTED = "counted"


def count_once(storage: Storage) -> bool:
    """Record that the dossier was counted; False when it was already.

    Raises:
        JournalError: the chain does not hold.
    """
    facts = storage.facts_text()
    with storage.locked():
        journal = open_journal(storage, storage.facts(), facts)
        if journal.of_kind(COUNTED):
            return False
        journal.append(COUNTED, {})
    return True
