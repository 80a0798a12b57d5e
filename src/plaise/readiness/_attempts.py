"""Attempts counted honestly: a sitting is one attempt, a doubtful date is told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from plaise.dossier import Capture


class Grade(StrEnum):
    """How much a capture of a failed attempt shows, the strongest first.

    COMPLETE: address, full date, time, wording. YEAR_INFERRED: the same, the year fixed by the
    weekday. INCOMPLETE: a day is shown, something else is not. METADATA: the day comes from the
    file alone. UNDATED: no day at all.
    """

    COMPLETE = "complete"
    YEAR_INFERRED = "year_inferred"
    INCOMPLETE = "incomplete"
    METADATA = "metadata"
    UNDATED = "undated"


STRONG = frozenset({Grade.COMPLETE, Grade.YEAR_INFERRED})


@dataclass(frozen=True, slots=True)
class Stats:
    """What a set of attempts covers. Days and weeks are those of each attempt's first capture."""

    captures: int = 0
    attempts: int = 0
    days: int = 0
    hours: int = 0
    weeks: int = 0
    span_days: int = 0
    longest_gap_days: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """All captures of failed attempts, sorted by what they show.

    `strong` is counted on complete captures (year inferred included); `all_dated` adds the
    incomplete ones and those dated by their metadata. `future` are dated after today and counted
    nowhere.
    """

    grades: dict[Grade, int]
    strong: Stats
    all_dated: Stats
    moments: tuple[datetime, ...]
    blocked_forms: int
    future: tuple[str, ...]


def grade(capture: Capture) -> Grade:
    """What a capture shows of its date, and whether the rest is there."""
    reading = capture.reading
    if reading.date is None and reading.date_inferred is None:
        return Grade.UNDATED
    if reading.date is None and reading.date_partial is None:
        return Grade.METADATA
    if set(reading.missing) - {"date"} or capture.shown_at is None:
        return Grade.INCOMPLETE
    if reading.date is None:
        return Grade.YEAR_INFERRED
    return Grade.COMPLETE if reading.complete else Grade.INCOMPLETE


def distinct(captures: Iterable[Capture]) -> list[Capture]:
    """Each picture once, those in use first."""
    seen: dict[tuple[str, int | None], Capture] = {}
    for capture in sorted(captures, key=lambda one: (bool(one.set_aside), one.path)):
        seen.setdefault((capture.sha256, capture.reading.part), capture)
    return list(seen.values())


def tally(captures: Sequence[Capture], *, today: date, sitting: timedelta) -> Tally:
    """Count the failed attempts that captures prove.

    Args:
        captures: all captures of the dossier; only those that prove a failure are counted.
        today: the day of the assessment; a later date is a fault, not an attempt.
        sitting: captures no further apart than this belong to one attempt (F5 as the note advises).
    """
    proofs = [capture for capture in distinct(captures) if capture.counts]
    future = tuple(c.name for c in proofs if c.shown_on is not None and c.shown_on > today)
    proofs = [c for c in proofs if c.shown_on is None or c.shown_on <= today]
    grades = dict.fromkeys(Grade, 0)
    for capture in proofs:
        grades[grade(capture)] += 1
    strong = [c for c in proofs if grade(c) in STRONG]
    dated = [c for c in proofs if grade(c) is not Grade.UNDATED]
    return Tally(
        grades=grades,
        strong=stats(strong, sitting),
        all_dated=stats(dated, sitting),
        moments=sittings(_moments(strong), sitting),
        blocked_forms=sum(1 for c in proofs if c.reading.result.value == "blocked_form"),
        future=future,
    )


def _moments(captures: Iterable[Capture]) -> list[datetime]:
    return sorted(c.moment for c in captures if c.moment is not None)


def sittings(moments: Iterable[datetime], sitting: timedelta) -> tuple[datetime, ...]:
    """The first moment of each sitting: a capture close to the one before continues it."""
    firsts: list[datetime] = []
    previous: datetime | None = None
    for moment in sorted(moments):
        if previous is None or moment - previous > sitting:
            firsts.append(moment)
        previous = moment
    return tuple(firsts)


def stats(captures: Sequence[Capture], sitting: timedelta) -> Stats:
    """Days, hours, ISO weeks, span and longest gap of the attempts that captures prove.

    A capture without a time adds an attempt only on a day that has no other.
    """
    timed = sittings(_moments(c for c in captures if c.shown_at is not None), sitting)
    covered = {c.shown_on for c in captures if c.shown_at is not None}
    untimed = {c.shown_on for c in captures if c.shown_at is None} - covered
    days = sorted({moment.date() for moment in timed} | {one for one in untimed if one})
    if not days:
        return Stats(captures=len(captures))
    gaps = [(after - before).days for before, after in pairwise(days)]
    return Stats(
        captures=len(captures),
        attempts=len(timed) + len(untimed),
        days=len(days),
        hours=len({moment.hour for moment in timed}),
        weeks=len({one.isocalendar()[:2] for one in days}),
        span_days=(days[-1] - days[0]).days,
        longest_gap_days=max(gaps, default=0),
        first=days[0],
        last=days[-1],
    )
