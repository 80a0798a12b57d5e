"""Whose account files the petition: nobody else's (R. 414-4 and R. 431-4 CJA)."""

from __future__ import annotations

from plaise.journal import Journal
from plaise.store import Storage

OWN = "own_account"


def own_account(journal: Journal) -> bool:
    """Whether the person said that they file themselves, with their own account."""
    return bool(journal.of_kind(OWN))


def record_own_account(storage: Storage, *, who: str) -> None:
    """Write in the journal that the person files themselves, with their own account.

    Raises:
        JournalError: the chain does not hold.
        OSError: the disk refused.
    """
    with storage.locked():
        storage.journal().append(OWN, {"who": who})
