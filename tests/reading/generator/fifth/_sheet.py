"""What a browser shows, and the marks by which a drawn page says what its label may say.

Marks: `H` the host, `U` a piece of the address as displayed, `W` telling words, `T` the hour,
`D` a whole date, `P` a day and month without its year.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime

Dice = random.Random
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
SHORT_DAYS = ("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.")
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SHORT_MONTHS = [
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
]


@dataclass(frozen=True)
class Address:
    """An address, cut where browsers cut it."""

    host: str  # without « www. »
    path: str
    www: bool = False
    scheme: str = "https"

    def drawn(self, *, scheme: bool, www: bool) -> str:
        """Spans of the whole address, with what the browser keeps in front of the host."""
        front = f"{self.scheme}://" if scheme else ""
        front += "www." if www and self.www else ""
        front = f'<span class="U dim">{front}</span>' if front else ""
        path = self.path if self.path != "/" or scheme else ""
        rest = f'<span class="U dim">{path}</span>' if path else ""
        return f'{front}<span class="U H">{self.host}</span>{rest}'

    def drawn_host(self) -> str:
        """The host, as a box of words names it."""
        return f'<span class="H">{self.host}</span>'

    def alone(self, *, www: bool = False) -> str:
        """Only the host, as telephones and Safari show it."""
        front = '<span class="dim">www.</span>' if www and self.www else ""
        return f'{front}<span class="H">{self.host}</span>'


@dataclass(frozen=True)
class Sheet:
    """A page, and what it is."""

    kind: str
    result: str
    wording: str | None
    title: str
    address: Address
    body: str
    alert: str = ""  # the words of a JavaScript box
    banner: str = ""  # about cookies, over the bottom of the page
    strict_host: bool = False  # meaningless unless its host is read


def said(words: str) -> str:
    """Words that make the page what it is."""
    return f'<span class="W">{words}</span>'


def hour(when: datetime, form: str = "%H:%M") -> str:
    """The hour of a clock."""
    return f'<span class="T" data-v="{when:%H:%M}">{when.strftime(form)}</span>'


def whole_day(when: datetime, text: str = "") -> str:
    """A date with its year (`18/12/2020` unless told)."""
    return f'<span class="D" data-v="{when:%Y-%m-%d}">{text or f"{when:%d/%m/%Y}"}</span>'


def month_day(when: datetime, text: str) -> str:
    """A date without its year."""
    return f'<span class="P" data-v="--{when:%m-%d}">{text}</span>'


def day_words(when: datetime) -> str:
    """`ven. 18 déc.`"""
    return f"{SHORT_DAYS[when.weekday()]} {when.day} {SHORT_MONTHS[when.month - 1]}"


def long_day(when: datetime) -> str:
    """`vendredi 18 décembre 2020`"""
    return f"{DAYS[when.weekday()]} {when.day} {MONTHS[when.month - 1]} {when.year}"
