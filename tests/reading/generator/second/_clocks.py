"""The clocks of systems, in the forms that people, languages and settings give them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from .._pages import DAYS, MONTHS

SHORT = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
         "déc.")  # fmt: skip
ENGLISH_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ENGLISH_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
                  "September", "October", "November", "December")  # fmt: skip


@dataclass(frozen=True)
class Face:
    """A clock: its lines, and what they say (`partial`: a day without its year)."""

    lines: tuple[str, ...]
    date: str | None = None
    partial: str | None = None
    time: str | None = None


NONE = Face(())


class _At:
    """One instant in every writing."""

    def __init__(self, rng: random.Random, at: datetime) -> None:
        self.rng, self.at = rng, at
        self.day, self.month = DAYS[at.weekday()], MONTHS[at.month - 1]
        self.day3, self.month3 = f"{self.day[:3]}.", SHORT[at.month - 1]
        self.en_day, self.en_month = ENGLISH_DAYS[at.weekday()], ENGLISH_MONTHS[at.month - 1]
        self.hm, self.hms = f"{at:%H:%M}", f"{at:%H:%M:%S}"
        self.half = f"{at.hour % 12 or 12}:{at:%M} {'AM' if at.hour < 12 else 'PM'}"

    def full(self, *lines: str) -> Face:
        return Face(lines, date=f"{self.at:%Y-%m-%d}", time=self.hm)

    def part(self, *lines: str) -> Face:
        return Face(lines, partial=f"--{self.at:%m-%d}", time=self.hm)

    def bare(self, *lines: str) -> Face:
        return Face(lines, time=self.hm)


def american(t: _At) -> Face:
    """Month first; left unsaid when it could be read the other way."""
    lines = (t.half, f"{t.at.month}/{t.at.day}/{t.at:%Y}")
    clear = t.at.day > 12 or t.at.day == t.at.month
    return t.full(*lines) if clear else t.bare(*lines)


_Forms = tuple[tuple[float, Callable[[_At], Face]], ...]

_WINDOWS: _Forms = (
    (10, lambda t: t.full(t.hm, f"{t.at:%d/%m/%Y}")),
    (2, lambda t: t.full(t.hms, f"{t.at:%d/%m/%Y}")),
    (1, lambda t: t.full(t.hm, t.day, f"{t.at:%d/%m/%Y}")),
    (1, lambda t: t.full(t.hm, f"{t.at:%Y-%m-%d}")),
    (1, lambda t: t.full(t.hm, f"{t.at:%d.%m.%Y}")),
    (1, lambda t: t.full(t.hm, f"{t.at:%d-%m-%Y}")),
    (1, lambda t: t.full(t.hm, f"{t.day3} {t.at:%d/%m/%Y}")),
    (1, lambda t: t.full(t.half, f"{t.at.day} {t.month3} {t.at:%Y}")),
    (2, american),
    (1.5, lambda t: t.bare(t.hm)),
)  # fmt: skip
_MACOS: _Forms = (
    (4, lambda t: t.part(f"{t.day3.capitalize()} {t.at.day} {t.month3}  {t.hm}")),
    (3, lambda t: t.part(f"{t.day3} {t.at.day} {t.month3} à {t.hm}")),
    (1, lambda t: t.part(f"{t.day3.capitalize()} {t.at.day} {t.month3}  {t.hms}")),
    (2, lambda t: t.part(f"{t.en_day[:3]} {t.en_month[:3]} {t.at.day}  {t.half}")),
    (1, lambda t: t.part(f"{t.en_day[:3]} {t.at.day} {t.en_month[:3]}  {t.hm}")),
    (1, lambda t: t.bare(f"{t.day3.capitalize()} {t.hm}")),
)
_GNOME: _Forms = (
    (4, lambda t: t.part(f"{t.at.day} {t.month3}  {t.hm}")),
    (3, lambda t: t.part(f"{t.day3} {t.at.day} {t.month3}  {t.hm}")),
    (1, lambda t: t.part(f"{t.en_month[:3]} {t.at.day}  {t.hm}")),
    (1, lambda t: t.part(f"{t.en_day[:3]} {t.en_month[:3]} {t.at.day}  {t.half}")),
    (1, lambda t: t.part(f"{t.at.day} {t.month3}  {t.hms}")),
    (1, lambda t: t.bare(f"{t.day3} {t.hm}")),
    (1, lambda t: t.bare(t.hm)),
)
_PLASMA: _Forms = (
    (4, lambda t: t.full(t.hm, f"{t.at:%d/%m/%Y}")),
    (2, lambda t: t.full(t.hm, f"{t.at:%d/%m/%y}")),
    (1, lambda t: t.full(t.hm, f"{t.day} {t.at.day} {t.month} {t.at:%Y}")),
    (1, lambda t: t.full(t.hm, f"{t.at:%Y-%m-%d}")),
    (1, lambda t: t.part(t.hm, f"{t.day3} {t.at.day} {t.month3}")),
)
_OTHERS: _Forms = (  # Cinnamon, MATE, Xfce, tint2, i3
    (2, lambda t: t.part(f"{t.day} {t.at.day} {t.month}, {t.hm}")),
    (2, lambda t: t.part(f"{t.day3} {t.at.day} {t.month3}, {t.hm}")),
    (2, lambda t: t.full(f"{t.at:%Y-%m-%d} {t.hms}")),
    (2, lambda t: t.full(f"{t.at:%d/%m/%Y} {t.hm}")),
    (1, lambda t: t.full(t.hm, f"{t.at:%d/%m/%Y}")),
    (1, lambda t: t.full(f"{t.day} {t.at.day} {t.month} {t.at:%Y}  {t.hm}")),
    (1, lambda t: t.full(f"{t.hm} – {t.at:%d/%m/%Y}")),
)
_PHONE: _Forms = (
    (8, lambda t: t.bare(t.hm)),
    (2, lambda t: t.part(f"{t.hm}  {t.day3} {t.at.day} {t.month3}")),
    (1, lambda t: t.part(f"{t.day3} {t.at.day} {t.month3}  {t.hm}")),
    (1, lambda t: t.bare(f"{t.at.hour % 12 or 12}:{t.at:%M}") if t.at.hour in range(1, 13)
     else t.bare(t.hm)),
    (1, lambda t: t.bare(t.half)),
    (1, lambda t: t.part(f"{t.hm} | {t.day3} {t.at.day} {t.month3}")),
)  # fmt: skip

FORMS = {"windows": _WINDOWS, "macos": _MACOS, "gnome": _GNOME, "plasma": _PLASMA,
         "other": _OTHERS, "phone": _PHONE}  # fmt: skip


def face(rng: random.Random, system: str, at: datetime) -> Face:
    """A clock of a system, or none at all."""
    if rng.random() < 0.04:
        return NONE
    forms = FORMS[system]
    chosen = rng.choices([form for _, form in forms], [weight for weight, _ in forms])[0]
    return chosen(_At(rng, at))
