"""Dates and times as French screens write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ._fold import fold

_MONTHS = {
    "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "mars": 3, "av": 4, "mai": 5, "mal": 5, "juin": 6,
    "juil": 7, "jull": 7, "aout": 8, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    "mar": 3, "feb": 2, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "abr": 4, "ago": 8, "set": 9, "out": 10, "dez": 12, "dic": 12, "ene": 1,
}  # fmt: skip
_DAYS = {
    "lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6,
    "seg": 0, "ter": 1, "qua": 2, "qui": 3, "sex": 4, "sab": 5, "dom": 6,  # Portuguese
    "mie": 2, "jue": 3, "vie": 4,  # Spanish
}  # fmt: skip
_ENGLISH_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
_DAY = (
    r"(?:(?<![a-z])(?P<weekday>lun|mar|mer|jeu|ven|sam|dim|"
    r"seg|ter|qua|qui|sex|sab|dom|mie|jue|vie)[a-z]{0,5}\.?,?\s*)?"
)
_MONTH = (
    r"(?P<month>janvier|janv|fevrier|fevr|mars|avril|av[rtyv]|ma[il]|juin|ju[il]l+(?:et)?|aout|"
    r"septembre|sept|octobre|oct|novembre|nov|decembre|dec|jan|fev|"
    r"abr|jun|jul|ago|set|out|dez|dic|ene)"
)
_YEAR = r"(?P<year>20[1-3]\d)"
_NAMED = re.compile(
    rf"{_DAY}(?<![\d:])(?P<day>[12]\d|3[01]|0?[1-9])(?:er)?\s*{_MONTH}(?![a-z])\.?,?\s*(?:{_YEAR}(?!\d))?"
)
_ENGLISH = re.compile(
    r"(?:(?<![a-z])(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s*)?(?<![a-z])"
    r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|"
    r"tember|ober|ember)?\.?\s*(?P<day>[12]\d|3[01]|0?[1-9])(?![\d:])(?:st|nd|rd|th)?,?\s*"
    rf"(?:{_YEAR}(?!\d))?"
)
_BRITISH = re.compile(
    r"(?:(?<![a-z])(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s*)?(?<![\d:])"
    r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\s*(?P<month>jan|feb|mar|apr|may|jun|jul|aug|"
    r"sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?(?![a-z])\.?,?\s*"
    rf"(?:{_YEAR}(?!\d))?"
)
_ANY_DAY = _DAY.replace("lun|", "mon|tue|wed|thu|fri|sat|sun|lun|").replace("{0,5}", "{0,6}")
_NUMERIC = re.compile(
    rf"{_ANY_DAY}(?<!\d)(?P<day>\d{{1,2}})(?P<sep>[/.-])(?P<month>\d{{1,2}})(?P=sep)"
    r"(?P<year>20[1-3]\d|[1-3]\d)(?!\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<year>20[1-3]\d)-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_TIME = re.compile(
    r"(?<![\d:/.,])(?P<hour>[01]?\d|2[0-3])\s?:\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:%])"
    r"(?:\s?(?P<half>am|pm)\b)?"
)
_HALVES = re.compile(r"\d\s?[ap]m\b")
_SHAPES = re.compile(r"(?<![a-z\d])[012oz][\doz]:[0-5oz][\doz](?![a-z\d])")  # « 00:ZZ »
# Boxes that touch: « 14:0518/12/2020 » and « 18/12/202014:05 ».
_GLUED = (
    (re.compile(r"(?<!\d)(\d?\d:[0-5]\d)(?=[0-3]?\d[/.-][01]?\d[/.-]20\d\d)"), r"\1 "),
    (re.compile(r"(20[1-3]\d-\d\d-\d\d)(?=[012]?\d:[0-5]\d)"), r"\1 "),
    (re.compile(r"([/.-]20[1-3]\d)(?=[012]?\d:[0-5]\d)"), r"\1 "),
    (re.compile(r"([a-z]\.?,?)(?=[012]?\d:[0-5]\d)"), r"\1 "),
    # « 412:24 », « 5815:18 »: a loudspeaker or a battery glued to the hour
    (re.compile(r"(?<![\d:/.-])\d{1,2}(?=(?:[01]\d|2[0-3]):[0-5]\d(?![\d:]|\s?[ap]m))"), " "),
)


_PADDED = 4  # figures of a day and a month as French screens write them
_NOON = 12  # hours, and the last month: beyond it a number is a day
_CENTURY = 2000


@dataclass(frozen=True)
class Moment:
    """What one text says of a day and a time; anything unsaid is None.

    `doubt`: the day and the month could be exchanged (an English screen, « 3/4/2026 2:05 PM »).
    A French screen writes the day first; a weekday that fits one order only decides.
    `rest` is the text without its date and time: a clock has none to speak of.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    doubt: bool = False
    rest: str = ""

    @property
    def has_day(self) -> bool:
        """Whether a day and a month are said."""
        return self.day is not None

    @property
    def has_time(self) -> bool:
        """Whether a time is said."""
        return self.hour is not None

    @property
    def iso_time(self) -> str | None:
        """HH:MM, as displayed."""
        return None if self.hour is None else f"{self.hour:02d}:{self.minute:02d}"

    @property
    def iso_date(self) -> str | None:
        """The day, when day, month and year are all said and agree with the weekday."""
        if self.year is None or self.month is None or self.day is None or self.doubt:
            return None
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"

    @property
    def choices(self) -> tuple[str, ...]:
        """The two days that a date in doubt may mean, the day-first one first."""
        if not self.doubt or self.year is None or self.month is None or self.day is None:
            return ()
        year, one, other = self.year, self.month, self.day
        return f"{year:04d}-{one:02d}-{other:02d}", f"{year:04d}-{other:02d}-{one:02d}"

    @property
    def partial(self) -> str | None:
        """`--MM-DD` when no year is said."""
        if self.year is not None or self.month is None or self.day is None:
            return None
        return f"--{self.month:02d}-{self.day:02d}"


def _figures(match: re.Match[str]) -> str:
    return match[0].translate(str.maketrans("oz", "02"))


def parse_moment(text: str) -> Moment | None:
    """Find the date and the time that a short text says.

    Returns None when it says neither, says two different ones, or says an impossible one (a
    31 November, a Monday that was a Sunday): a wrong value is worse than a missing one.
    """
    plain = _SHAPES.sub(_figures, fold(text).replace("：", ":"))
    for pattern, spaced in _GLUED:
        plain = pattern.sub(spaced, plain)
    day, plain, ok = _take_day(plain)
    if not ok:
        return None
    times = list(_TIME.finditer(plain))
    if len({match.group(0).strip() for match in times}) > 1 or (day is None and not times):
        return None
    hour = minute = half = None
    if times:
        half = times[0]["half"]
        hour = int(times[0]["hour"])
        if half and not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0) if half else hour
        minute = int(times[0]["minute"])
        plain = _TIME.sub(" ", plain)
    rest = re.sub(r"\s+", " ", plain).strip()
    if day is None:
        return Moment(hour=hour, minute=minute, rest=rest)
    return Moment(
        year=day.year,
        month=day.month,
        day=day.day,
        weekday=day.weekday,
        doubt=day.order_open,
        hour=hour,
        minute=minute,
        rest=rest,
    )


@dataclass(frozen=True)
class _Day:
    year: int | None
    month: int
    day: int
    weekday: int | None
    order_open: bool


def _take_day(plain: str) -> tuple[_Day | None, str, bool]:
    """The day said, the text without it, and whether there was no contradiction."""
    found = [match for pattern in (_ISO, _NUMERIC, _NAMED) for match in pattern.finditer(plain)]
    for pattern in (_ENGLISH, _BRITISH):
        found = found or [one for one in pattern.finditer(plain) if _is_english(one)]
    days = {_day(match) for match in found}
    if len(days) > 1 or None in days:
        return None, plain, not days
    for match in found:
        plain = plain.replace(match.group(0), " ")
    return (days.pop() if days else None), plain, True


def _day(match: re.Match[str]) -> _Day | None:
    groups = match.groupdict()
    numeric = groups["month"].isdigit()
    month = int(groups["month"]) if numeric else _month(groups["month"])
    day = int(groups["day"])
    year = int(groups["year"]) if groups.get("year") else None
    if year is not None and year < _CENTURY:
        year += _CENTURY
    if numeric and month > _NOON >= day:
        day, month = month, day
    weekday = (_DAYS | _ENGLISH_DAYS).get(groups.get("weekday") or "")
    fits = [_falls(year, month, day, weekday)]
    unpadded = numeric and "0" not in {groups["day"][0], groups["month"][0]}
    english = (
        groups.get("weekday") in _ENGLISH_DAYS
        or bool(_HALVES.search(match.string))
        or (unpadded and len(groups["day"] + groups["month"]) < _PADDED)  # « 3/4/2026 »
    )
    if numeric and english and year is not None and day <= _NOON and day != month:
        fits.append(_falls(year, day, month, weekday))
    first = next((one for one in fits if one), None)
    if first is None:
        return None
    return _Day(year, first.month, first.day, weekday, order_open=len(fits) > 1 and all(fits))


def _falls(year: int | None, month: int, day: int, weekday: int | None) -> date | None:
    """That day, when it exists and fell on the weekday said."""
    try:
        real = date(year or 2024, month, day)
    except ValueError:
        return None
    wrong = year is not None and weekday is not None and real.weekday() != weekday
    return None if wrong else real


def _is_english(match: re.Match[str]) -> bool:
    """« Mar 25 » alone may be a French « mardi 25 » whose month was lost."""
    return match["month"] != "mar" or bool(match["weekday"]) or "march" in match.group(0)


def _month(name: str) -> int:
    return next(number for stem, number in _MONTHS.items() if name.startswith(stem))


def year_by_weekday(month: int, day: int, weekday: int, *, near: date, years: int) -> int | None:
    """The only year, within `years` before `near`, in which that day fell on that weekday."""
    fits = []
    for year in range(near.year - years, near.year + 1):
        try:
            one = date(year, month, day)
        except ValueError:
            continue
        if one.weekday() == weekday and one <= near:
            fits.append(year)
    return fits[0] if len(fits) == 1 else None
