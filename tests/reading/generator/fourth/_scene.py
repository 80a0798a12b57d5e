"""What the parts of a picture hand each other, and how France writes hours and days."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

T = TypeVar("T")

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
          "octobre", "novembre", "décembre")  # fmt: skip
SHORT = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
         "déc.")  # fmt: skip
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
EN_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
EN_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True)
class Page:
    """A page: its body, where it stands, and what a careful person would call it."""

    kind: str
    result: str
    body: str
    host: str
    path: str = "/"
    title: str = "Prise de rendez-vous"
    scheme: str = "https://"
    bare: bool = False  # drawn by the browser or the server, without the site's dress

    @property
    def address(self) -> str:
        """The address in full."""
        return f"{self.scheme}{self.host}{self.path}"

    @property
    def known(self) -> str:
        """The host as the labels write it."""
        return self.host.removeprefix("www.")


@dataclass(frozen=True)
class Clock:
    """How an hour is drawn, and what can be read of it."""

    html: str = ""
    date: str | None = None
    partial: str | None = None
    time: str | None = None


def pick(rng: random.Random, *weighted: tuple[float, T]) -> T:
    """One of several, by weight."""
    values: Sequence[T] = [value for _, value in weighted]
    return rng.choices(values, [weight for weight, _ in weighted])[0]


def day_words(at: date, *, short: bool = True, weekday: bool = True, year: bool = False) -> str:
    """« ven. 18 déc. » and its long form."""
    first = (DAYS[at.weekday()][:3] + "." if short else DAYS[at.weekday()]) + " "
    month = (SHORT if short else MONTHS)[at.month - 1]
    return f"{first if weekday else ''}{at.day} {month}{f' {at.year}' if year else ''}"


def near(rng: random.Random, at: date, low: int, high: int) -> date:
    """A day some days before or after."""
    return at + timedelta(days=rng.randint(low, high))


def said(*, full: date | None = None, part: date | None = None, at: datetime | None = None,
         html: str = "") -> Clock:  # fmt: skip
    """A clock with its labels."""
    return Clock(
        html,
        f"{full:%Y-%m-%d}" if full else None,
        f"--{part:%m-%d}" if part else None,
        f"{at:%H:%M}" if at else None,
    )
