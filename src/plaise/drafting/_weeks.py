"""A calendar of attempts as one line of text: how a source names it, values never being markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from plaise.law import HOURS, CalendarWeek

_UNKNOWN = "?"
_WEEK = re.compile(r"(\d{4}-\d\d-\d\d):((?:(?:\d{1,2}|\?)=\d+,?)*)")


def text_of_weeks(weeks: Sequence[CalendarWeek]) -> str:
    """« 2026-10-12:8=1,18=2;2026-10-19: » : each Monday, then the hours that have a count."""
    return ";".join(_week(week) for week in weeks)


def weeks_of_text(text: str) -> tuple[CalendarWeek, ...]:
    """What `text_of_weeks` told.

    Raises:
        ValueError: it is not such a line.
    """
    return tuple(_read(part) for part in text.split(";") if part)


def _week(week: CalendarWeek) -> str:
    told = [*enumerate(week.hours), (_UNKNOWN, week.unknown)]
    counts = ",".join(f"{hour}={count}" for hour, count in told if count)
    return f"{week.monday.isoformat()}:{counts}"


def _read(part: str) -> CalendarWeek:
    match = _WEEK.fullmatch(part)
    if match is None:
        raise ValueError(part)
    counts = dict(one.split("=") for one in match[2].split(",") if one)
    hours = tuple(int(counts.get(str(hour), 0)) for hour in range(HOURS))
    unknown = int(counts.get(_UNKNOWN, 0))
    return CalendarWeek(monday=date.fromisoformat(match[1]), hours=hours, unknown=unknown)
