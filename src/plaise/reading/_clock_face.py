"""What a clock says: a text, or two of them, that tell an hour and a day and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ._engine import Line
from ._fold import fold
from ._moment import Moment, parse_moment
from ._page import Page, same_row, stacked

CLEAR = 0.95  # confidence under which an engine takes a small 8 for a 6
_LEGIBLE = 0.8  # confidence under which figures are guessed rather than read
AMONG_ICONS = 0.72  # the same for a bare hour beside icons, which engines read as anything
_PROSE = {
    "le", "la", "les", "de", "du", "des", "au", "vers", "jusqu", "depuis", "entre", "mise", "jour",
    "maj", "publie", "modifie", "version", "est",
}  # fmt: skip
_HALF = re.compile(r"\d\s?[ap]m\b")
_SHORT = re.compile(
    r"(?<![\d:])\d:[0-5]\d(?!\s?[ap]m|\d)|(?<!\d)\d[/.-]\d{1,2}[/.-]\d|\d[/.-]\d[/.-]\d"
)
WEEKDAY = re.compile(r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|[a-z]{3,6}day")
_MAX_LETTERS_WITH_DAY, _MAX_LETTERS_ALONE = 10, 4
BARE_DAY = re.compile(r"(?P<day>0[1-9]|[12]\d|3[01])/(?P<month>0[1-9]|1[0-2])")
_ALIGNED = 0.6  # heights: a year that was lost would have drawn the line's end or middle away
CROSS = re.compile(r"[×✕]")  # it closes a tab
_AFTER_ICON = re.compile(r"(?<=[\w.]\s)[^\x00-\xff].*$|(?<=[\w.])[^\x00-\xff].*$")
HOUR = re.compile(r"[\doOzZ]{1,2}\s?[:：]\s?[\doOzZ]{2}(?:\s?[APap][Mm]\b)?")


@dataclass(frozen=True)
class Clock:
    """A reading of the screen's clock; `seen` is its text as displayed.

    `mirrored`: it stands at the left, as on an Arabic desktop.
    """

    moment: Moment
    lines: tuple[Line, ...]
    mirrored: bool = False

    @property
    def seen(self) -> str:
        """The text as the engine read it."""
        return " ".join(line.text.strip() for line in self.lines)

    @property
    def short(self) -> bool:
        """Whether a number has one figure, as « 19:57 » or « 18/11/23 » that lost one have."""
        return bool(_SHORT.search(fold(self.seen)))

    @property
    def doubtful(self) -> bool:
        """Whether a second look is worth its time: small figures, or one that may be missing."""
        return self.short or self.confidence < CLEAR

    @property
    def half(self) -> bool:
        """Whether it says « AM » or « PM »."""
        return bool(_HALF.search(fold(self.seen)))

    @property
    def confidence(self) -> float:
        """The weakest of its lines."""
        return min(line.confidence for line in self.lines)


def clocks_among(page: Page, lines: Sequence[Line]) -> list[Clock]:
    """The clocks of one edge: pairs of lines first (time over date, or side by side)."""
    parts = [one for line in lines if (one := clock_of((line,)))]
    times = [one for one in parts if one.moment.has_time and not one.moment.has_day]
    days = [one for one in parts if one.moment.has_day and not one.moment.has_time]
    whole = [one for one in parts if one.moment.has_time and one.moment.has_day]
    for time in times:
        for day in days:
            upper, lower = sorted((time.lines[0], day.lines[0]), key=lambda line: line.middle[1])
            beside = same_row(upper, lower) and _near(upper, lower, page)
            over = stacked(upper, lower) or _weekday_between(upper, lower, lines)
            if (over or beside) and (pair := clock_of((time.lines[0], day.lines[0]))):
                whole.append(pair)
    return whole or _with_bare_day(times, lines) or times


def _with_bare_day(times: Sequence[Clock], lines: Sequence[Line]) -> list[Clock]:
    """The hours over a day and a month of two figures each: the short form of Windows 11."""
    return [
        Clock(replace(time.moment, day=int(told["day"]), month=int(told["month"])), (above, line))
        for time in times
        for line in lines
        if (told := BARE_DAY.fullmatch(line.text.strip())) and line.confidence >= CLEAR
        if (above := time.lines[0]) is not line and stacked(above, line) and not time.half
        if abs(above.right - line.right) <= _ALIGNED * line.box.height
        or abs(above.middle[0] - line.middle[0]) <= _ALIGNED * line.box.height
    ]


def _weekday_between(upper: Line, lower: Line, lines: Sequence[Line]) -> bool:
    """Whether a tall bar writes the weekday between the time and the date."""
    return any(
        stacked(upper, one) and stacked(one, lower) and WEEKDAY.fullmatch(fold(one.text).strip())
        for one in lines
    )


def _near(one: Line, other: Line, page: Page) -> bool:
    gap = max(one.box.x, other.box.x) - min(one.right, other.right)
    return gap < (0.5 if page.upright else 0.12) * page.width


def clock_of(lines: tuple[Line, ...]) -> Clock | None:
    text = "  ".join(line.text for line in lines)
    moment = parse_moment(text)
    if moment is None or CROSS.search(text):
        return None
    before = parse_moment(_AFTER_ICON.sub("", text))  # « 12:31 mer. 15 mai ▶ Lycamobile »
    if before and (before.iso_time, before.day) == (moment.iso_time, moment.day):
        moment = before
    clock = Clock(moment, lines)
    least = AMONG_ICONS if HOUR.fullmatch(clock.seen) else _LEGIBLE
    limit = _MAX_LETTERS_WITH_DAY if moment.has_day else _MAX_LETTERS_ALONE
    return clock if clock.confidence >= least and is_clock(moment, limit) else None


def is_clock(moment: Moment, letters: int) -> bool:
    """Whether what stands beside a moment is neither prose nor a number of something else."""
    words = re.findall(r"[a-z]+", moment.rest)
    few = sum(map(len, words)) <= letters and not _PROSE & set(words)
    return few and not re.search(r"\d{3}(?!\s?%)", moment.rest)
