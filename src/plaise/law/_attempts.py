"""Attempts, counted once for everyone: what is assessed and what is pleaded say the same number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plaise.dossier import Capture, Door, Result
from plaise.dossier._base import Value

from ._doors import find_door, platform_of
from ._law import load_law

TELESERVICES = frozenset({Door.ANEF, Door.DEMARCHE_NUMERIQUE})
_OF_DOOR = {Door.ANEF: "anef", Door.DEMARCHE_NUMERIQUE: "demarche_numerique"}


class Grade(StrEnum):
    """How much a capture of a failed attempt shows, the strongest first.

    COMPLETE: address, full date, time, wording. YEAR_INFERRED: the same, the year fixed by the
    weekday. INCOMPLETE: a day is shown, something else is not. METADATA: the day comes from the
    file alone. UNDATED: no day at all.
    """

    COMPLETE = "complete"
    YEAR_INFERRED = "year_inferred"
    INCOMPLETE = "incomplete"
    METADATA = "metadata"
    UNDATED = "undated"


STRONG = frozenset({Grade.COMPLETE, Grade.YEAR_INFERRED})


class Attempt(Value):
    """One sitting: every capture made without a long pause, at the moment of the first.

    The day and the time are those displayed, in the person's own zone. `at` is None when no
    capture of that day shows a time. Captures without any day belong to no attempt.
    """

    on: date
    at: time | None
    captures: tuple[Capture, ...]

    @property
    def week(self) -> tuple[int, int]:
        """The ISO year and week of the attempt."""
        return self.on.isocalendar()[:2]

    @property
    def moment(self) -> datetime | None:
        """Day and time as displayed, when a time is."""
        return datetime.combine(self.on, self.at) if self.at is not None else None

    @property
    def strong(self) -> bool:
        """Whether at least one of its captures is complete."""
        return any(grade(one) in STRONG for one in self.captures)


def grade(capture: Capture) -> Grade:
    """What a capture shows of its date, and whether the rest is there."""
    reading = capture.reading
    if reading.date is None and reading.date_inferred is None:
        return Grade.UNDATED
    if reading.date is None and reading.date_partial is None:
        return Grade.METADATA
    if set(reading.missing) - {"date"} or capture.shown_at is None:
        return Grade.INCOMPLETE
    if reading.date is None:
        return Grade.YEAR_INFERRED
    return Grade.COMPLETE if reading.complete else Grade.INCOMPLETE


def proves(capture: Capture, door: Door | None = None) -> bool:
    """Whether a capture proves that the door was shut.

    A refusal or a blocked form does. An error page does not, except where the online step itself
    is the only door and it is that site which failed (CE n° 455740 and n° 453391).

    Args:
        capture: set aside or not; one set aside proves nothing.
        door: the door that the préfecture gives.
    """
    if capture.counts:
        return True
    if capture.set_aside or door not in TELESERVICES or capture.reading.host is None:
        return False
    platform = platform_of(capture.reading.host)
    known = find_door(capture.reading.host)
    name = platform.id if platform else known.platform if known else None
    return capture.reading.result is Result.OUTAGE and name == _OF_DOOR[door]


def distinct(captures: Iterable[Capture]) -> list[Capture]:
    """Each picture once, those in use first."""
    seen: dict[tuple[str, int | None], Capture] = {}
    for capture in sorted(captures, key=lambda one: (bool(one.set_aside), one.path)):
        seen.setdefault((capture.sha256, capture.reading.part), capture)
    return list(seen.values())


def sitting_length() -> timedelta:
    """The longest pause inside one attempt (`criteria/tentatives.yaml`, a caution of ours)."""
    return timedelta(minutes=load_law().criteria["tentatives"].thresholds["sitting_minutes"])


def attempts_of(
    captures: Sequence[Capture], *, door: Door | None = None, sitting: timedelta | None = None
) -> tuple[Attempt, ...]:
    """The failed attempts that captures prove, the oldest first.

    Refreshing the page (F5, as the note of 2020 advises) is one attempt. Pauses are measured as
    the time that really passed: across midnight, and on the nights when clocks change, where a
    time displayed twice is read so that the pause is the shortest. A capture without a time joins
    the attempts of its day, and makes one only where there is none.

    Args:
        captures: all captures; those that prove nothing, and second copies, are left out.
        door: the door that the préfecture gives (see `proves`).
        sitting: the longest pause inside one attempt; ours when not given.
    """
    pause = sitting_length() if sitting is None else sitting
    shown = [one for one in distinct(captures) if proves(one, door) and one.shown_on is not None]
    groups: list[list[Capture]] = []
    for one in sorted((c for c in shown if c.shown_at is not None), key=_order):
        if groups and _pause(groups[-1][-1], one) <= pause:
            groups[-1].append(one)
        else:
            groups.append([one])
    return _with_untimed(groups, [one for one in shown if one.shown_at is None])


def _with_untimed(groups: list[list[Capture]], untimed: list[Capture]) -> tuple[Attempt, ...]:
    alone: dict[date, list[Capture]] = {}
    for one in untimed:
        home = next(
            (group for group in groups if any(c.shown_on == one.shown_on for c in group)), None
        )
        if home is not None:
            home.append(one)
        elif one.shown_on is not None:
            alone.setdefault(one.shown_on, []).append(one)
    found = [_attempt(group) for group in (*groups, *alone.values())]
    return tuple(sorted(found, key=lambda one: (one.on, one.at or time.min)))


def _attempt(group: list[Capture]) -> Attempt:
    first = group[0].shown_on
    assert first is not None
    return Attempt(on=first, at=group[0].shown_at, captures=tuple(group))


def _order(capture: Capture) -> tuple[datetime, str]:
    return instants(capture)[0], capture.path


def instants(capture: Capture) -> tuple[datetime, ...]:
    """The instants (UTC) that a displayed day and time can mean: two when clocks went back."""
    moment = capture.moment
    if moment is None:
        return ()
    zone = _zone(capture.reading.zone or "Europe/Paris")
    return tuple(moment.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))


@cache
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("Europe/Paris")


def _pause(one: Capture, other: Capture) -> timedelta:
    """The shortest time that can have passed between two captures."""
    return min(abs(after - before) for before in instants(one) for after in instants(other))
