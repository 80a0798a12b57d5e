"""Attempts by week and hour: the values of a calendar, which each reader draws in its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from plaise.dossier._base import Value

from ._attempts import Attempt
from ._days import day_in_words

HOURS = 24
_WEEK = timedelta(days=7)
_NBSP = "\u00a0"
SHADES = 5


class CalendarWeek(Value):
    """The failed attempts of one week.

    `hours` counts those of each hour of the day, `unknown` those whose captures show no hour.
    """

    monday: date
    hours: tuple[int, ...]
    unknown: int = 0

    @property
    def total(self) -> int:
        """All the attempts of the week."""
        return sum(self.hours) + self.unknown


def weeks_and_hours(attempts: Sequence[Attempt]) -> tuple[CalendarWeek, ...]:
    """Attempts by week and hour as displayed, the first week to the last, empty weeks kept.

    Args:
        attempts: as `attempts_of` counts them, so that the drawing says the same number as the
            assessment and the petition.
    """
    seen = Counter(
        (one.on - timedelta(days=one.on.weekday()), one.at.hour if one.at else None)
        for one in attempts
    )
    if not seen:
        return ()
    first, last = min(monday for monday, _ in seen), max(monday for monday, _ in seen)
    mondays = [first + at * _WEEK for at in range((last - first) // _WEEK + 1)]
    return tuple(
        CalendarWeek(
            monday=monday,
            hours=tuple(seen[monday, hour] for hour in range(HOURS)),
            unknown=seen[monday, None],
        )
        for monday in mondays
    )


def shade(count: int, most: int) -> int:
    """How dark a cell is, from 0 (none) to `SHADES` - 1 (the busiest hour of all, when busy)."""
    return max(1, round(count / max(most, SHADES - 1) * (SHADES - 1))) if count else 0


def busiest(weeks: Sequence[CalendarWeek]) -> int:
    """The highest count of one cell; 0 when there is none."""
    return max((count for week in weeks for count in (*week.hours, week.unknown)), default=0)


def calendar_words(weeks: Sequence[CalendarWeek]) -> str:
    """The calendar in words, for those who cannot see it."""
    total = sum(week.total for week in weeks)
    if not total:
        return "Aucune tentative datée."
    plural = "s" if total > 1 else ""
    # Never a count of rows: a week without attempts has one too.
    first, last = (day_in_words(one.monday).replace(" ", _NBSP) for one in (weeks[0], weeks[-1]))
    when = f"semaine du {first}"
    if len(weeks) > 1:
        when = f"de la {when} à celle du {last}"
    return f"{total}{_NBSP}tentative{plural} sans succès, {when}."
