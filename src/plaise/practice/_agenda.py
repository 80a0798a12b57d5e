"""Dates of the practice site: slots on offer and publication lines, all from one clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plaise.law import day_in_words

from ._scenarios import Slots

PARIS = ZoneInfo("Europe/Paris")
_HOURS = ("08h45", "09h15", "10h00", "11h30", "14h15", "15h45")
_FAR = timedelta(days=38)
_PUBLISHED_AT = time(11, 58)
_SATURDAY = 5
_WEEK = timedelta(days=7)


def paris_now() -> datetime:
    """Now, as a clock in France shows it."""
    return datetime.now(PARIS)


@dataclass(frozen=True)
class Day:
    """One day of the agenda and the times still free."""

    on: date
    times: tuple[str, ...]

    @property
    def label(self) -> str:
        """The day in words: « jeudi 14 mai 2027 »."""
        return day_in_words(self.on)


def in_figures(on: date) -> str:
    """A date as DD/MM/YYYY."""
    return f"{on:%d/%m/%Y}"


def first_slot(slots: Slots, now: datetime, far: date | None = None) -> date | None:
    """The first day with a free slot.

    Args:
        slots: which appointments are on offer.
        now: the site's clock.
        far: the day of the far slot, five weeks and more ahead when not given.
    """
    if slots is Slots.NONE:
        return None
    if slots in {Slots.WEEK, Slots.OTHER_DAY}:
        return _working(now.date() + timedelta(days=1))
    return far or _working(now.date() + _FAR)


def days(slots: Slots, now: datetime, far: date | None = None) -> tuple[Day, ...]:
    """Five working days of agenda, some with free slots."""
    first = first_slot(slots, now, far)
    if first is None:
        return ()
    start = first
    free: dict[date, tuple[str, ...]] = {first: _HOURS[1:4]}
    if slots is Slots.OTHER_DAY:
        second = _working(start + timedelta(days=1))
        free = {second: _HOURS[1:3]}
    listed = [start]
    while len(listed) < 5:  # noqa: PLR2004 (a working week)
        listed.append(_working(listed[-1] + timedelta(days=1)))
    return tuple(Day(on, free.get(on, ())) for on in listed)


def publication_lines(now: datetime) -> tuple[str, str]:
    """The two lines of RDV-Préfecture about past and next publications of slots.

    Their dates are not the date of the page: a reader must not take them for it.
    """
    monday = now.date() - timedelta(days=now.weekday())
    last = datetime.combine(monday, _PUBLISHED_AT, now.tzinfo)
    if last > now:
        last -= _WEEK
    following = last + _WEEK
    return (
        f"Dernière mise en ligne de rendez-vous\u00a0: le {last:%d/%m/%Y à %H:%M} "
        f"pour des créneaux de la semaine du {in_figures(last.date() + 2 * _WEEK)}",
        f"Prochaine mise en ligne de nouveaux rendez-vous\u00a0: le {following:%d/%m/%Y à %H:%M} "
        f"pour des créneaux de la semaine du {in_figures(following.date() + 2 * _WEEK)}",
    )


def _working(on: date) -> date:
    while on.weekday() >= _SATURDAY:
        on += timedelta(days=1)
    return on
