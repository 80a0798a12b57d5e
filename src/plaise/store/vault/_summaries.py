"""The summary of a dossier in its row: changed in the same transaction as what it tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import transaction

from plaise.store.database.models import Dossier
from plaise.store.keys import Ring

from . import _files, _packages
from ._opening import dossier_row
from ._summary import ListedDate, Summary, summary_of

if TYPE_CHECKING:
    from ._dossier import EncryptedDossier

_KIND = "summary"


def opened(ring: Ring, row: Dossier) -> Summary:
    """The summary kept in a row (`DamagedError` when it was altered)."""
    note = ring.open_note(_KIND, row.summary, version=row.summary_version)
    return Summary.model_validate_json(note)


def sealed(ring: Ring, summary: Summary, version: int) -> bytes:
    """A summary for a row."""
    return ring.seal_note(_KIND, summary.model_dump_json().encode(), version=version)


def refresh_summary(ring: Ring) -> None:
    """Make the summary again from all that is there."""
    with transaction.atomic():
        row = dossier_row(ring.dossier, for_update=True)
        facts = ring.open("facts", row.facts, version=row.facts_version).decode()
        counts: dict[str, int] = {}
        for note, _ in _files.listed(ring):
            shelf = _shelf(note.path)
            counts[shelf] = counts.get(shelf, 0) + 1
        made = summary_of(facts, counts, len(_packages.numbers(ring)))
        before = opened(ring, row)
        kept = {"asked": before.asked, "dates": before.dates}
        _save(ring, row, made.model_copy(update=kept))


def count_file(ring: Ring, path: str, change: int) -> None:
    """Tell of one file more or one less, without looking at the others."""
    with transaction.atomic():
        row = dossier_row(ring.dossier, for_update=True)
        summary = opened(ring, row)
        shelf = _shelf(path)
        counts = {**summary.counts, shelf: summary.counts.get(shelf, 0) + change}
        _save(ring, row, summary.model_copy(update={"counts": counts}))


def work_begins(dossier: EncryptedDossier, what: str) -> int:
    """Note that work begins, so that what a crash interrupts is known at the next unlock.

    Returns:
        How many times it was begun and not finished, this time included.
    """
    return _note(dossier.ring(), what, lambda begun: begun + 1)


def work_is_over(dossier: EncryptedDossier, what: str) -> None:
    """Note that work is finished, or will not be."""
    _note(dossier.ring(), what, lambda _: 0)


def note_dates(dossier: EncryptedDossier, dates: tuple[ListedDate, ...]) -> None:
    """Keep the dates of the case for lists; nothing is written when they are the same."""
    ring = dossier.ring()
    if opened(ring, dossier_row(dossier.id)).dates == dates:
        return
    with transaction.atomic():
        row = dossier_row(dossier.id, for_update=True)
        _save(ring, row, opened(ring, row).model_copy(update={"dates": dates}))


def _note(ring: Ring, what: str, change: Callable[[int], int]) -> int:
    with transaction.atomic():
        row = dossier_row(ring.dossier, for_update=True)
        summary = opened(ring, row)
        asked = dict(summary.asked)
        begun = change(asked.pop(what, 0))
        if begun:
            asked[what] = begun
        if asked != summary.asked:
            _save(ring, row, summary.model_copy(update={"asked": asked}))
    return begun


def _save(ring: Ring, row: Dossier, summary: Summary) -> None:
    row.summary_version += 1
    row.summary = sealed(ring, summary, row.summary_version)
    row.save(update_fields=["summary", "summary_version"])


def _shelf(path: str) -> str:
    return path.partition("/")[0]
