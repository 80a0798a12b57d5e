"""The day that stands apart from the clock: a stamp laid on the picture, « 22:25 11/03 ».

A camera or an application that stamps a picture writes the very minute of the clock: a line that
says a whole day and that same minute, and nothing else, is its stamp. What a page says of its own
publications has other words, or another minute.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ._clock_face import Clock
from ._engine import Line
from ._moment import Moment, parse_moment
from ._page import Page

_SURE, _CLEAR = 0.97, 0.95  # confidence in what one look, then a second, said
_WITNESSED = 0.9  # the same when the day of the week, which agrees, is said as well
_FIGURES = 8  # of a day, a month and a year, at least
_SHORT = re.compile(r"(?<!\d)\d[/.-]\d{1,2}[/.-]\d|\d[/.-]\d[/.-]\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_MOST_LETTERS = 14  # « mercredi septembre », a word too many for a stamp
# The hour, then the day and the month of two figures each, in a status bar.
_BESIDE = re.compile(
    r"^\W*(?P<hour>\d{1,2}[:：]\d{2})\s*(?P<day>0[1-9]|[12]\d|3[01])/(?P<month>0[1-9]|1[0-2])(?!\d|/)"
)


def dated(clock: Clock | None, page: Page) -> Clock | None:
    """The clock with the day that its own row or a stamp tells, when one clear look is enough."""
    if clock is None or clock.moment.iso_date or not clock.moment.has_time:
        return clock
    for line in page.lines:
        found = _stamped(clock, line) or _short_day(clock, line, page)
        if found is not None and found.confidence >= _needed(found, _SURE):
            return found
    return clock


def undated(clock: Clock | None, page: Page) -> Line | None:
    """The line that seems to say the day of a clock, not clearly enough to be told."""
    if clock is None or clock.moment.has_day or not page.upright or not clock.moment.has_time:
        return None
    minute = f":{clock.moment.minute:02}"
    told = [
        line
        for line in page.lines
        if line not in clock.lines
        and minute in line.text.replace(" ", "")
        and (sum(map(str.isdigit, line.text)) >= _FIGURES or _BESIDE.search(line.text))
        and sum(map(len, _LETTERS.findall(line.text))) <= _MOST_LETTERS
    ]
    return told[0] if len(told) == 1 else None


def redated(clock: Clock, fine: Page) -> Clock:
    """The clock with the day that a look by the better model gives, if it is clear."""
    for line in fine.lines:
        found = _stamped(clock, line) or _short_day(clock, line, fine)
        if found is not None and found.lines[-1].confidence >= _needed(found, _CLEAR):
            return found
    return clock


def _needed(found: Clock, alone: float) -> float:
    """How clear a day must be: a weekday that agrees with it leaves few other ways to read it."""
    whole = found.moment.weekday is not None and found.moment.iso_date is not None
    return _WITNESSED if whole else alone


def _stamped(clock: Clock, line: Line) -> Clock | None:
    """A clock whose whole day stands on a line alone with that very minute."""
    moment = parse_moment(line.text)
    if moment is None or not moment.iso_date or moment.rest.strip():
        return None
    same = moment.iso_time == clock.moment.iso_time
    if not same or _SHORT.search(line.text) or _contradicts(moment, clock.moment):
        return None
    return Clock(moment, (line,))


def _short_day(clock: Clock, line: Line, page: Page) -> Clock | None:
    """A phone's clock whose day and month stand right after its hour."""
    told = _BESIDE.search(line.text) if page.upright else None
    moment = parse_moment(told["hour"]) if told else None
    if told is None or moment is None or moment.iso_time != clock.moment.iso_time:
        return None
    day = replace(clock.moment, day=int(told["day"]), month=int(told["month"]))
    return Clock(day, (line,))


def _contradicts(stamp: Moment, clock: Moment) -> bool:
    """Whether the clock itself says another day or month."""
    return clock.has_day and (stamp.day, stamp.month) != (clock.day, clock.month)
