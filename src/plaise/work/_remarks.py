"""What to know of each capture of a dossier: said, never acted upon.

A capture that looks like another one is neither merged nor dropped; a private thing on the screen
is not covered; a trace of editing is not held against anyone. The person decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plaise.dossier import Capture
from plaise.reading import (
    REMARK_TEXTS,
    Remark,
    RemarkKind,
    find_duplicates,
    find_near_duplicates,
    reading_remarks,
)


def remarks_on(captures: Sequence[Capture]) -> dict[str, tuple[Remark, ...]]:
    """What to know of each capture, by its source; those without remark are not there.

    Look-alikes are sought among the captures in use only; copies of the same file among all.
    """
    found: dict[str, list[Remark]] = {}
    for capture, remark in (*_copies(captures), *_alike(captures)):
        found.setdefault(capture.source, []).append(remark)
    for capture in captures:
        if told := [*reading_remarks(capture.reading)]:
            found.setdefault(capture.source, []).extend(told)
    return {source: tuple(remarks) for source, remarks in found.items()}


def _copies(captures: Sequence[Capture]) -> Iterator[tuple[Capture, Remark]]:
    """Captures whose bytes came before; of two, the one that is used counts as the first."""
    ordered = sorted(captures, key=lambda one: bool(one.set_aside))
    for index, earlier in find_duplicates([one.reading for one in ordered]).items():
        yield ordered[index], _beside(RemarkKind.COPY, ordered[earlier])


def _alike(captures: Sequence[Capture]) -> Iterator[tuple[Capture, Remark]]:
    used = [one for one in captures if not one.set_aside]
    used.sort(key=lambda one: (one.moment.isoformat() if one.moment else "", one.source))
    for index, earlier in find_near_duplicates([one.reading for one in used]).items():
        yield used[index], _beside(RemarkKind.ALIKE, used[earlier])


def _beside(kind: RemarkKind, other: Capture) -> Remark:
    return Remark(kind, REMARK_TEXTS[kind], {"other": other.name}, other.source)
