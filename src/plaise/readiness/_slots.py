"""Which moments to try next: those that add the most to what is already covered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

_MONDAY, _SUNDAY = 0, 6
_SUNDAY_NIGHT, _MONDAY_MIDNIGHT = time(22, 30), time(0, 1)
# Not on the hour: many people try then. Evenings count as much as office hours.
_HOURS = (time(8, 40), time(10, 20), time(12, 35), time(15, 10), time(18, 45), time(21, 15))
_BANDS = (6, 10, 12, 14, 18, 20, 24)
_SOON = timedelta(minutes=10)


def band(at: time) -> int:
    """The part of the day: night, early, morning, noon, afternoon, evening, late evening."""
    return next(number for number, end in enumerate(_BANDS) if at.hour < end)


def next_slots(
    taken: Iterable[datetime], *, now: datetime, last: date, every: int, most: int
) -> tuple[datetime, ...]:
    """One moment a day at most, Sunday night and the first minute of Monday among them.

    Each day gets the part of the day that was tried least, on that weekday first. Captures less
    than half an hour apart are one attempt, so that two moments are never that close.

    Args:
        taken: the moments already tried, as displayed.
        now: this instant; no moment is proposed before it.
        last: the last day to plan.
        every: a moment each so many days (Sunday nights and Mondays aside).
        most: how many moments at most.
    """
    seen = [moment.replace(tzinfo=None) for moment in taken]
    bands = Counter(band(moment.time()) for moment in seen)
    weekly = Counter((moment.weekday(), band(moment.time())) for moment in seen)
    found: list[datetime] = []
    start = (now + _SOON).replace(tzinfo=None)
    today_done = any(moment.date() == start.date() for moment in seen)
    day = start.date() + timedelta(days=1 if today_done else 0)
    number = 0
    while day <= last and len(found) < most:
        choice = _choice(day, start, bands, weekly)
        wanted = day.weekday() in {_SUNDAY, _MONDAY} or number % every == 0
        if choice is not None and wanted:
            found.append(datetime.combine(day, choice))
            bands[band(choice)] += 1
            weekly[day.weekday(), band(choice)] += 1
        number += 1
        day += timedelta(days=1)
    return tuple(found)


def _choice(
    day: date, start: datetime, bands: Counter[int], weekly: Counter[tuple[int, int]]
) -> time | None:
    """The least tried moment of the day; the two that matter first, when never tried."""
    open_now = [one for one in _HOURS if datetime.combine(day, one) >= start]
    special = {_SUNDAY: _SUNDAY_NIGHT, _MONDAY: _MONDAY_MIDNIGHT}.get(day.weekday())
    if special and datetime.combine(day, special) >= start:
        tried = weekly[day.weekday(), band(special)]
        if tried == 0 or not open_now:
            return special
        open_now.append(special)
    if not open_now:
        return None
    return min(open_now, key=lambda at: (weekly[day.weekday(), band(at)], bands[band(at)], at))
