"""Two looks at one clock: which of them is told, or none."""

from __future__ import annotations

import re

from ._clock import find_clock, is_captioned
from ._clock_face import Clock
from ._page import Page

PLAIN = 0.97  # the confidence that settles what a doubtful look said
_HOUR = re.compile(r"\d\s?[:：]\s?\d{2}")
_SHORT_DAY = re.compile(r"^\s*\d{2}/\d{2}\s*$|20[12]\d$")
_MONTH = re.compile("janv|fevr|mars|avr|mai|juin|juil|aout|sept|oct|nov|dec")
_TOP, _BOTTOM = 0.07, 0.09  # of a screen, where bars with a clock stand


def clock_unread(clock: Clock | None, enlarged: Page) -> bool:
    """Whether an edge of the screen shows an hour, or its short day, that was not told."""
    if clock is not None and (clock.moment.has_day or enlarged.upright):
        return False
    if clock is not None and _MONTH.search(clock.moment.rest):
        return True  # « 47 mars, 08:51 »: an icon glued to the day
    shown = _HOUR if clock is None else _SHORT_DAY
    low, high = enlarged.height - _BOTTOM * enlarged.screen, _TOP * enlarged.screen
    edges = (*enlarged.between(0, high), *enlarged.between(low, enlarged.height))
    return any(shown.search(line.text) for line in edges)


def third_clock(first: Clock | None, enlarged: Page, fine: Page, page: Page) -> Clock | None:
    """The clock that the better model tells, when an earlier look saw the same hour.

    Where neither saw any, it must be clear.
    """
    told = [
        one if one and not is_captioned(one, page) else None
        for one in map(find_clock, (enlarged, fine))
    ]
    second, third = told
    if third is None or not third.moment.has_time:
        return None
    earlier = [one for one in (second, first) if one is not None]
    same = [one for one in earlier if one.moment.iso_time == third.moment.iso_time]
    if same:
        return richer(same[0], third)
    return third if not earlier and third.confidence >= PLAIN else None


def richer(first: Clock | None, second: Clock | None) -> Clock | None:
    """The fuller of two looks at one clock, or none when they disagree."""
    if first is None or second is None:
        return first or second
    one, two = first.moment, second.moment
    if one.has_time and two.has_time and one.iso_time != two.iso_time:
        return _longer(first, second) or _longer(second, first) or _plainer(first, second)
    if one.iso_date and two.iso_date and one.iso_date != two.iso_date:
        if first.short != second.short:
            return second if first.short else first
        return _plainer(first, second)
    same = one.iso_time == two.iso_time
    return second if same and two.has_day and not one.has_day else first


def _longer(part: Clock, whole: Clock) -> Clock | None:
    """The second when it holds the first: « 19:57 » and « 7:22 PM » for « 9:57 » and « 7:22 »."""
    if not part.short:
        return None
    ends = (part.moment.iso_time or "")[1:] == (whole.moment.iso_time or "")[1:]
    return whole if ends or (whole.half and _half_a_day_apart(part, whole)) else None


def _plainer(first: Clock, second: Clock) -> Clock | None:
    """The one of two looks that is sure when the other is not, else none: better than wrong."""
    least, most = sorted((first, second), key=lambda one: one.confidence)
    return most if least.doubtful and most.confidence >= PLAIN else None


def _half_a_day_apart(one: Clock, other: Clock) -> bool:
    moment, twin = one.moment, other.moment
    if moment.hour is None or twin.hour is None:
        return False
    return moment.minute == twin.minute and (moment.hour - twin.hour) % 12 == 0
