"""The clock of the screen: a date and a time at its edges, never those of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ._clock_face import (
    AMONG_ICONS,
    BARE_DAY,
    CLEAR,
    CROSS,
    HOUR,
    WEEKDAY,
    Clock,
    clock_of,
    clocks_among,
    is_clock,
)
from ._engine import Line
from ._fold import fold
from ._moment import parse_moment
from ._page import Page, hull, same_row, stacked

# Share of the picture's height where a task bar, a menu bar or a status bar can stand. Measured on
# Windows at 100–150 %, macOS, GNOME, KDE, Xfce, ChromeOS, Android and iOS.
_TOP, _TOP_UPRIGHT, _BOTTOM = 0.05, 0.065, 0.09
_FIGURES = frozenset("0123456789/")
_TOUCHING, _OVER = 0.25, -0.2  # heights between two lines that are one
_LOOSE = 0.12  # likewise for a photograph, which is never quite straight
_STRIP, _ICON = 0.05, 3  # of the width: a bar that stands upright; letters beside its icons
_CAPTION = 8  # letters: more than « FRA » or « Nuageux » stands over no clock
_STAMP = 0.13  # time stamps laid over a photo: only when day, year and time are all there
_YEAR = re.compile(r"20[1-3]\d")
_SECONDS = re.compile(r"\d{1,2}[:：]\d{2}[:：]\d{2}")
_SHORT_DAY = re.compile("lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun")
_NAME = 4  # letters
_MAX_LETTERS_OF_STATUS = 18  # « 8:17 ✉ Bouygues 4G », in a phone's first row
_WEATHER = re.compile(r"^.*\d\s?(?:°\s?C?|℃|C(?=\s))\s*[a-zà-ÿ]*", re.IGNORECASE)
# How fast a phone receives, how warm it is outside: « |282 Ko/s », « 26° ».
_METERS = re.compile(r"\|?\s*\d+(?:[.,]\d+)?\s?[kKmM]?[oOB]/s|\d{1,3}\s?°\s?C?")
_RATE, _LAST_NUMBER = re.compile(r"[kKmM]?[oOB]/s"), re.compile(r"\s\d{1,3}(?:[.,]\d)?$")
_LEADS = re.compile(r"\W*\d{1,2}[:：]\d{2}\s?(?:[AaPp][Mm]\s?)?[A-Za-zÀ-ÿ]{3}")
_MARGIN = 0.06  # of the width, before what opens a row
_SIDEWAYS = re.compile(r"^\W*(\d?\d:\d\d(?: ?[AaPp][Mm])?)(?:\s?\W*|\s.{0,6})$")
_FAR_END = 0.7  # of the width
_PHONE, _CARRIER = (1.95, 2.3), 10  # a phone's width over its height; letters of its network
_GLUED_ICON = re.compile(r"^(\W*(?:[01]\d|2[0-3]):[0-5]\d)\d$")  # « 06:479 »: a bell
_STATUS = re.compile(r"^\W*\d|\d\d?:\d\d\W*(?:\d{1,3}\s?%)?\W*$")  # the hour stands at an end


def find_clock(page: Page) -> Clock | None:
    """Find the one clock of a screen.

    None when there is none, or when two places say different things: better missing than wrong.
    """
    clocks = [*clocks_among(page, _bottom_lines(page)), *clocks_among(page, _top_lines(page))]
    clocks = clocks or _mirrored(page) or _upright_bar(page) or _sideways(page)
    clock = _agree(clocks or [one for one in _stamps(page) if _outermost(one, page)])
    if clock is not None and not clock.moment.has_day:
        times = {clock.moment.iso_time}
        dated = [one for one in _stamps(page) if {one.moment.iso_time} == times]
        return next(iter(dated), None) or _opened(page, clock) or clock
    return clock


def _opened(page: Page, clock: Clock) -> Clock | None:
    """The calendar that opens over the bar of Windows, as advice to retake says to open it.

    It repeats the bar's own hour, with its seconds, right over the day in full.
    """
    hours = [
        one
        for one in page.lines
        if _SECONDS.fullmatch(one.text.strip())
        and (moment := parse_moment(one.text)) is not None
        and moment.iso_time == clock.moment.iso_time
    ]
    found = [
        one
        for hour in hours
        for line in page.lines
        if stacked(hour, line) and abs(hour.box.x - line.box.x) < hour.box.height
        if (one := clock_of((hour, line))) and one.moment.iso_date and not one.moment.rest
    ]
    return found[0] if len({one.moment.iso_date for one in found}) == 1 else None


def _top_lines(page: Page) -> tuple[Line, ...]:
    share = _LOOSE if page.loose else _TOP_UPRIGHT if page.upright else _TOP
    lines = page.between(0, share * page.screen)
    aside = page.upright or page.loose  # the text of a phone in a photograph may be wide
    lines = tuple(
        one for one in lines if aside or one.middle[0] > 0.35 * page.width or _leads(one, page)
    )
    if any(_RATE.fullmatch(one.text.strip()) for one in lines):  # « 354 » over « Ko/s »
        lines = tuple(replace(one, text=_LAST_NUMBER.sub("", one.text)) for one in lines)
    lines = _joined([replace(one, text=_METERS.sub(" ", one.text)) for one in lines])
    if page.upright and (bar := _status_bar(lines, page)):
        return (bar,)
    lines = tuple(one for one in lines if page.upright or page.loose or not _titled(one, page))
    told = [one for one in lines if clock_of((one,))]
    first = min(told, key=lambda one: one.middle[1], default=None)
    return tuple(
        one for one in lines if first is None or same_row(one, first) or stacked(first, one)
    )


def _first_row(lines: Sequence[Line], page: Page) -> list[Line]:
    """Those of some lines that stand as high as anything on the screen."""
    first = min((one.middle[1] for one in page.lines), default=0)
    return [one for one in lines if one.middle[1] - first < one.box.height]


def _leads(line: Line, page: Page) -> bool:
    """Whether a line opens the first row of a tablet held sideways: the hour, then the day."""
    corner = line.box.x < _MARGIN * page.width and bool(_first_row([line], page))
    moment = (
        parse_moment(_METERS.sub(" ", line.text)) if corner and _LEADS.match(line.text) else None
    )
    return moment is not None and moment.has_day and moment.has_time


def _sideways(page: Page) -> list[Clock]:
    """The hour that opens the first row of a phone held sideways, its icons at the far end.

    Hours side by side are those of slots.
    """
    row = sorted(_first_row(page.lines, page), key=lambda one: one.box.x)
    if page.upright or not row or row[0].box.x > _MARGIN * page.width:
        return []
    hour, *others = row
    words = [one for one in others if len(one.text.strip()) > 1]  # the battery, the network
    far = [one for one in words if one.box.x > _FAR_END * page.width]
    phone = _PHONE[0] <= page.width / page.height <= _PHONE[1]
    brief = phone and all(len(one.text.strip()) <= _CARRIER for one in words)  # « Lebara »
    high = hour.middle[1] <= _TOP_UPRIGHT * page.screen
    slots = any(HOUR.fullmatch(one.text.strip()) for one in others)
    told = _SIDEWAYS.match(hour.text)
    if not told or not far or not high or slots or not (brief or far == words):
        return []
    return clocks_among(page, [replace(hour, text=told[1])])


def _titled(line: Line, page: Page) -> bool:
    """Whether an hour is a word of a tab's title, « RDV 10:20 D… », among other titles."""
    moment = parse_moment(line.text)
    if moment is None or moment.has_day:
        return False
    words = [one for one in re.findall(r"[a-z]{3,}", moment.rest) if not _SHORT_DAY.match(one)]
    others = [one for one in page.lines if one is not line and same_row(one, line)]
    return bool(words) and sum(sum(map(str.isalpha, one.text)) >= _NAME for one in others) > 1


def _status_bar(lines: Sequence[Line], page: Page) -> Line | None:
    """The hour of a phone's first row, without the carrier's name and the icons beside it."""
    row = [
        replace(one, text=_GLUED_ICON.sub(r"\1", one.text.strip()))
        for one in _first_row(lines, page)
    ]
    if any((moment := parse_moment(one.text)) and moment.has_day for one in row):
        return None
    told = [one for one in row if _STATUS.search(one.text) and _bare_hour(one)]
    hours = {hour[0] for one in told if (hour := HOUR.search(one.text))}
    return replace(told[0], text=hours.pop()) if len(hours) == 1 else None


def _bare_hour(line: Line) -> bool:
    """Whether a line says an hour and no day, among icons that lower what the engine is sure of."""
    moment = parse_moment(line.text)
    if moment is None or moment.has_day or line.confidence < AMONG_ICONS:
        return False
    return is_clock(moment, _MAX_LETTERS_OF_STATUS)


def _bottom_lines(page: Page) -> tuple[Line, ...]:
    if page.upright:
        return ()
    lines = page.between(
        page.height - (_LOOSE if page.loose else _BOTTOM) * page.screen, page.height
    )
    lines = tuple(line for line in lines if line.middle[0] > 0.6 * page.width)
    kept = [line for line in lines if not _captioned(line, page.lines)]
    return _lowest(_joined([replace(one, text=_beside_icons(one.text)) for one in kept]))


def _beside_icons(text: str) -> str:
    """What a task bar says without the weather, nor the cross of a loudspeaker that is off."""
    return CROSS.sub(" ", _WEATHER.sub("", text))


def _lowest(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The row of the lowest clock, and what is stacked on it: the bar stands under the page."""
    told = [one for one in lines if clock_of((one,)) or BARE_DAY.fullmatch(one.text.strip())]
    if not told:
        return tuple(lines)
    kept, rest = [max(told, key=lambda one: one.middle[1])], list(lines)
    grown = True
    while grown:
        near = [
            one for one in rest
            if one not in kept and any(same_row(one, two) or stacked(one, two) for two in kept)
        ]  # fmt: skip
        kept += near
        grown = bool(near)
    return tuple(one for one in lines if one in kept)


def is_captioned(clock: Clock, page: Page) -> bool:
    """Whether an hour alone is one of the page's, whose words an enlarged zone may leave out."""
    told = not clock.moment.has_day and not page.upright
    return told and any(_captioned(line, page.lines) for line in clock.lines)


def _captioned(line: Line, lines: Sequence[Line]) -> bool:
    """Whether words stand right over a line or under it: an hour in a help box of the page."""
    return any(
        (stacked(one, line) or stacked(line, one))
        and sum(map(str.isalpha, one.text)) >= _CAPTION
        and parse_moment(one.text) is None
        and not WEEKDAY.fullmatch(fold(one.text).strip())
        for one in lines
        if one is not line
    )


def _mirrored(page: Page) -> list[Clock]:
    """A clock at the left of the bottom bar (Arabic desktops): only one with its day."""
    edge = page.height - _BOTTOM * page.screen
    lines = [one for one in page.between(edge, page.height) if one.right < 0.25 * page.width]
    found = [] if page.upright else clocks_among(page, lines)
    return [replace(one, mirrored=True) for one in found if one.moment.has_day]


def _upright_bar(page: Page) -> list[Clock]:
    """The hour at the foot of a task bar that stands upright at the left, where the page ends."""
    edge = page.height - _BOTTOM * page.screen
    told = [] if page.upright else [
        one for one in page.between(edge, page.height)
        if HOUR.fullmatch(one.text.strip()) and one.confidence >= CLEAR
    ]  # fmt: skip
    if len(told) != 1 or told[0].right > _STRIP * page.width:
        return []
    right = told[0].right
    words = [one for one in page.lines if one.box.x < right and len(one.text.strip()) > _ICON]
    lowest = all(one.middle[1] <= told[0].middle[1] for one in page.lines)
    return clocks_among(page, told) if lowest and words == told else []


def _joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines that touch made one: an engine may cut « 11:43 » after its first figure."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda one: one.box.x):
        for number, before in enumerate(joined):
            gap = line.box.x - before.right
            near = _OVER <= gap / max(1, line.box.height) <= _TOUCHING
            digits = before.text[-1:] in _FIGURES and line.text[:1] in _FIGURES
            digits = digits or bool(_YEAR.fullmatch(line.text.strip()))
            if near and digits and same_row(before, line) and (one := _one(before, line)):
                joined[number] = one
                break
        else:
            joined.append(line)
    return tuple(joined)


def _one(before: Line, line: Line) -> Line | None:
    """Two pieces as one, unless each tells something: a date, then an hour; an icon, an hour."""
    sure = min(before.confidence, line.confidence)
    one = Line(before.text + line.text, hull((before, line)), sure)
    alone = clock_of((line,))
    told = clock_of((before,))
    if (alone and told) or ((alone or told) and not clock_of((one,))):
        return None
    return one


def _stamps(page: Page) -> list[Clock]:
    edge = _STAMP * page.screen
    lines = (*page.between(0, edge), *page.between(page.height - edge, page.height))
    beside = [
        (one, other)
        for one in lines
        for other in lines
        if one.box.x < other.box.x
        and other.box.x - one.right < one.box.height
        and same_row(one, other)
    ]
    clocks = [clock_of(seen) for seen in (*((line,) for line in lines), *beside)]
    return [one for one in clocks if one and one.moment.iso_date and one.moment.has_time]


def _outermost(stamp: Clock, page: Page) -> bool:
    """Whether nothing stands beyond a stamp: a page's own line has bars above it, or text below."""
    line = stamp.lines[0]
    others = [one for one in page.lines if one is not line and not same_row(one, line)]
    middles = [one.middle[1] for one in others]
    here = line.middle[1]
    return all(here < one for one in middles) or all(here > one for one in middles)


def _agree(clocks: Sequence[Clock]) -> Clock | None:
    """One clock if all say the same time; the richest of them."""
    if len({one.moment.iso_time for one in clocks}) != 1:
        return None
    days = {(m.year, m.month, m.day) for one in clocks if (m := one.moment).has_day}
    full = {day for day in days if day[0] is not None}
    if len(days) > 1 and not (len(full) == 1 and len({day[1:] for day in days}) == 1):
        return None
    return max(clocks, key=lambda one: (one.moment.year or 0, one.moment.has_day, one.confidence))
