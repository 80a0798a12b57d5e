"""What a person should know of each capture, besides what was read: said, never acted upon.

A capture that looks like another one is neither merged nor dropped; a private thing on the screen
is not covered; a trace of editing is not held against anyone. The person decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from plaise.dossier import Box, Capture, Reading, Result
from plaise.reading import (
    NOTE_TEXTS,
    PRIVATE_TEXTS,
    find_duplicates,
    find_near_duplicates,
    protected_boxes,
)


class RemarkKind(StrEnum):
    """What a remark is about."""

    COPY = "copy"
    ALIKE = "alike"
    DATE = "date"
    PRIVATE = "private"
    ORIGIN = "origin"


REMARK_TEXTS: dict[RemarkKind, str] = {
    RemarkKind.COPY: "C’est le même fichier que « %(other)s ».",
    RemarkKind.ALIKE: (
        "Cette image montre le même écran que « %(other)s » : même adresse, même réponse, presque "
        "la même minute. Si c’est la même tentative, laissez-en une de côté ; sinon gardez les "
        "deux."
    ),
    RemarkKind.DATE: (
        "La date peut se lire de deux façons, %(first)s ou %(second)s : dites laquelle est la "
        "bonne."
    ),
}
"""What remarks of each kind say; the others say what `plaise.reading` gives for theirs."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to know of a capture.

    Attributes:
        kind: what it is about.
        text: a French sentence where `%(name)s` stands for a value: what gettext translates.
        values: what takes those places.
        other: for a copy or a look-alike, the source of the earlier capture.
        boxes: for something private, what could be covered on a copy (`redact_capture`).
    """

    kind: RemarkKind
    text: str
    values: Mapping[str, str] = field(default_factory=dict)
    other: str = ""
    boxes: tuple[Box, ...] = ()

    @property
    def said(self) -> str:
        """The sentence, in French."""
        return self.text % self.values


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


def reading_remarks(reading: Reading) -> Iterator[Remark]:
    """What to know of one picture by itself."""
    if reading.result is Result.UNREADABLE:
        return
    if len(reading.date_choices) > 1 and not reading.date:
        first, second = (in_figures(day) for day in reading.date_choices[:2])
        yield _remark(RemarkKind.DATE, first=first, second=second)
    kept = protected_boxes(reading)
    for kind, text in PRIVATE_TEXTS.items():
        boxes = tuple(one.box for one in reading.private if one.kind is kind)
        if boxes:
            free = tuple(box for box in boxes if box not in kept)
            yield Remark(RemarkKind.PRIVATE, text, boxes=free)
    for note in reading.notes:
        yield Remark(RemarkKind.ORIGIN, NOTE_TEXTS[note.kind], note.values)


def in_figures(day: str) -> str:
    """A day as people write it: 03/04/2026 for 2026-04-03."""
    return "/".join(reversed(day.split("-")))


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


def _remark(kind: RemarkKind, **values: str) -> Remark:
    return Remark(kind, REMARK_TEXTS[kind], values)
