"""What the attempts cover: complete captures first, doubtful dates told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from plaise.dossier import Capture, Door, Result
from plaise.law import STRONG, Attempt, Grade, attempts_of, distinct, grade, proves

__all__ = ["Grade", "Stats", "Tally", "distinct", "grade", "stats", "tally"]


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
    nowhere. `moments` are those of the strong attempts, as displayed. `failures` are the error
    pages of a téléservice, which are the impossibility itself.
    """

    grades: dict[Grade, int]
    strong: Stats
    all_dated: Stats
    moments: tuple[datetime, ...]
    blocked_forms: int
    failures: int
    future: tuple[str, ...]


def tally(
    captures: Sequence[Capture], *, today: date, sitting: timedelta, door: Door | None = None
) -> Tally:
    """Count the failed attempts that captures prove.

    Args:
        captures: all captures of the dossier; only those that prove a failure are counted.
        today: the day of the assessment; a later date is a fault, not an attempt.
        sitting: captures no further apart than this belong to one attempt (F5 as the note advises).
        door: the door that the préfecture gives: the failures of a téléservice count (`proves`).
    """
    proofs = [capture for capture in distinct(captures) if proves(capture, door)]
    future = tuple(c.name for c in proofs if c.shown_on is not None and c.shown_on > today)
    proofs = [c for c in proofs if c.shown_on is None or c.shown_on <= today]
    grades = dict.fromkeys(Grade, 0)
    for capture in proofs:
        grades[grade(capture)] += 1
    strong = [c for c in proofs if grade(c) in STRONG]
    counted = attempts_of(strong, door=door, sitting=sitting)
    dated = [c for c in proofs if grade(c) is not Grade.UNDATED]
    return Tally(
        grades=grades,
        strong=stats(counted),
        all_dated=stats(attempts_of(dated, door=door, sitting=sitting)),
        moments=tuple(one.moment for one in counted if one.moment),
        blocked_forms=_of(proofs, Result.BLOCKED_FORM),
        failures=_of(proofs, Result.OUTAGE),
        future=future,
    )


def _of(captures: Iterable[Capture], result: Result) -> int:
    return sum(1 for one in captures if one.reading.result is result)


def stats(attempts: Sequence[Attempt]) -> Stats:
    """Days, hours, ISO weeks, span and longest gap of some attempts."""
    days = sorted({one.on for one in attempts})
    if not days:
        return Stats()
    gaps = [(after - before).days for before, after in pairwise(days)]
    return Stats(
        captures=sum(len(one.captures) for one in attempts),
        attempts=len(attempts),
        days=len(days),
        hours=len({one.at.hour for one in attempts if one.at}),
        weeks=len({one.week for one in attempts}),
        span_days=(days[-1] - days[0]).days,
        longest_gap_days=max(gaps, default=0),
        first=days[0],
        last=days[-1],
    )
