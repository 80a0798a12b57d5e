"""Public holidays and working days, by département."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache
from typing import Self

from dateutil.easter import easter as easter_sunday
from pydantic import Field, model_validator

from plaise.dossier._base import Value

from ._files import data_folder, read_as
from ._references import Confidence

_FILE = "holidays.yaml"
_SATURDAY = 5
_SUNDAY = 6
_DAY = timedelta(days=1)
# Before 1583 there is no Gregorian Easter, after 4099 its computation is no longer exact.
_FIRST_YEAR, _LAST_YEAR = 1583, 4099


class Holiday(Value):
    """One public holiday: a fixed day (« 12-25 ») or so many days after Easter Sunday."""

    name: str = Field(min_length=1)
    fixed: str | None = Field(default=None, pattern=r"^(0[1-9]|1[0-2])-\d{2}$")
    easter: int | None = None

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.fixed is None) == (self.easter is None):
            raise ValueError("un jour férié est fixe ou compté depuis Pâques, pas les deux")
        return self

    def in_year(self, year: int) -> date:
        """The day it falls on."""
        if self.fixed is not None:
            month, day = self.fixed.split("-")
            return date(year, int(month), int(day))
        return easter_sunday(year) + timedelta(days=self.easter or 0)


class LocalHolidays(Value):
    """The additional holidays of some départements."""

    departements: tuple[str, ...] = Field(min_length=1)
    days: tuple[Holiday, ...] = Field(min_length=1)


class Holidays(Value):
    """The whole table, with where it comes from."""

    references: tuple[str, ...] = Field(min_length=1)
    checked_on: date
    confidence: Confidence
    note: str = ""
    everywhere: tuple[Holiday, ...] = Field(min_length=11, max_length=11)
    local: tuple[LocalHolidays, ...]

    def of(self, departement: str | None) -> tuple[Holiday, ...]:
        """The holidays of a département; None for those of the whole country only."""
        own = (one.days for one in self.local if departement in one.departements)
        return self.everywhere + tuple(day for days in own for day in days)


@cache
def load_holidays() -> Holidays:
    """The public holidays that ship with Plaise.

    Raises:
        LawError: the file is missing or malformed.
    """
    return read_as(Holidays, data_folder(), _FILE)


@cache
def holidays_in(year: int, departement: str | None = None) -> Mapping[date, str]:
    """The public holidays of a year, by date.

    Args:
        year: from 1583 to 4099.
        departement: « 57 », « 974 »…; None for the days that hold everywhere.

    Raises:
        ValueError: the year is outside the range where Easter can be computed.
    """
    if not max(_FIRST_YEAR, MINYEAR) <= year <= min(_LAST_YEAR, MAXYEAR):
        raise ValueError(f"Easter cannot be computed for {year}")
    return {day.in_year(year): day.name for day in load_holidays().of(departement)}


def closed_because(day: date, departement: str | None = None) -> str | None:
    """Why a day does not count as a working day (« samedi », « Noël »); None when it does."""
    if day.weekday() == _SATURDAY:
        return "samedi"
    if day.weekday() == _SUNDAY:
        return "dimanche"
    return holidays_in(day.year, departement).get(day)


def is_working_day(day: date, departement: str | None = None) -> bool:
    """Whether a day is neither a Saturday, a Sunday nor a public holiday (642 CPC)."""
    return closed_because(day, departement) is None


def next_working_day(day: date, departement: str | None = None) -> date:
    """The day itself when it is a working day, otherwise the first one that follows (642 CPC)."""
    while not is_working_day(day, departement):
        day += _DAY
    return day


def add_working_days(day: date, count: int, departement: str | None = None) -> date:
    """The day that comes so many working days after another, which does not count.

    Raises:
        ValueError: the count is negative.
    """
    if count < 0:
        raise ValueError("count must not be negative")
    for _ in range(count):
        day = next_working_day(day + _DAY, departement)
    return day
