"""After filing: the case as the journal tells it, and what is added to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from plaise.dossier import Dossier
from plaise.followup import Filed, Followup, NewProofs, Setting, correction, new_event
from plaise.journal import Entry, Journal
from plaise.store import Storage

from ._filed import freeze, thaw
from ._intake import open_journal

# The exhibits that went with these keep their numbers (R. 412-2 CJA).
_FREEZING = {"filed", "new_proofs"}


def followup_of(storage: Storage) -> tuple[Dossier, Followup]:
    """The facts of a dossier and where its case stands; nothing is written.

    Raises:
        PlaiseError: the facts or the journal cannot be used.
    """
    return storage.facts(), _folded(storage.journal().entries)


def record_event(storage: Storage, kind: str, data: Mapping[str, Any]) -> Followup:
    """Record what happened, and say where the case stands now.

    Raises:
        PlaiseError: the event is unknown, incomplete or not possible at this point.
        OSError: the disk refused; the journal is as it was.
    """
    storage.facts()
    with storage.locked():
        dossier = storage.facts()
        journal = open_journal(storage, dossier, storage.facts_text())
        case = _folded(journal.entries)
        journal.append(*new_event(case, kind, data, Setting.of(dossier)))
        if kind in _FREEZING:
            on = date.fromisoformat(journal.entries[-1].data["on"])
            freeze(storage, journal, dossier, on)
        return _folded(journal.entries)


def correct_event(
    storage: Storage,
    target: str,
    *,
    on: date,
    reason: str,
    kind: str | None = None,
    data: Mapping[str, Any] | None = None,
) -> Followup:
    """Correct an event; the journal keeps both.

    Args:
        storage: the dossier.
        target: the event's identifier, as its history shows it.
        on: the day of the correction.
        reason: why, in the person's words.
        kind: what replaces it, or nothing when it should not have been recorded.
        data: the facts of the replacement.

    Raises:
        PlaiseError: no such event, or the replacement is incomplete.
        OSError: the disk refused; the journal is as it was.
    """
    storage.facts()
    with storage.locked():
        dossier = storage.facts()
        journal = open_journal(storage, dossier, storage.facts_text())
        before = _folded(journal.entries)
        made = correction(
            before,
            target,
            Setting.of(dossier),
            on=on,
            reason=reason,
            kind=kind,
            data=data,
        )
        journal.append(*made)
        after = _folded(journal.entries)
        _thaw(journal, before, after, target, reason)
        return after


def _thaw(journal: Journal, before: Followup, after: Followup, target: str, reason: str) -> None:
    """The numbers of what was not filed after all may move again."""
    freezing = [one for one in before.events if isinstance(one, Filed | NewProofs)]
    left = [one for one in after.events if isinstance(one, Filed | NewProofs)]
    if len(left) >= len(freezing):
        return
    if not any(isinstance(one, Filed) for one in left):
        thaw(journal, everything=True, why=reason)
    elif freezing[-1].id == target:
        thaw(journal, why=reason)


def _folded(entries: Iterable[Entry]) -> Followup:
    return Followup.from_entries(
        {"kind": entry.kind, "at": entry.at, "data": entry.data} for entry in entries
    )
