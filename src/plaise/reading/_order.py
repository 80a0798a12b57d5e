"""Day and month in an unknown order, decided by the other captures of the series."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from plaise.dossier import Finding, Reading, Source

from ._beside import french
from ._decisions import is_undecided, with_offset

_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](?:20)?\d\d(?!\d)")
_ENOUGH = 3  # dated captures that make a series
_MARGIN = timedelta(days=3)
_SURE = 0.6
_SAME_SCREEN = (
    "Le jour et le mois sont mis dans l’ordre des autres captures du même écran : le {day}, à "
    "confirmer."
)
_SAME_WEEKS = (
    "Des deux dates possibles, une seule tombe pendant vos autres tentatives : le {day}, à "
    "confirmer."
)


def settle_order(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, where a day is proposed for each date whose order was undecided.

    First the order that the same screen (of the same size) shows elsewhere, when it never shows
    the other; else the only reading that falls within the weeks of the other captures. It stays a
    proposal: a person is asked in any case.
    """
    orders = _orders(readings)
    dated = (date.fromisoformat(one.date) for one in readings if one.date)
    days = sorted(day for day in dated if day.day != day.month)  # 01/01 is sure, and proves little
    return tuple(
        _settled(one, orders[one.width, one.height], days) if is_undecided(one) else one
        for one in readings
    )


def _orders(readings: Iterable[Reading]) -> dict[tuple[int, int], set[bool]]:
    """For each size of screen, whether it was seen to put the day first, the month first."""
    orders: dict[tuple[int, int], set[bool]] = defaultdict(set)
    for reading in readings:
        if (day_first := _day_first(reading)) is not None:
            orders[reading.width, reading.height].add(day_first)
    return orders


def _day_first(reading: Reading) -> bool | None:
    day = reading.date or reading.date_inferred
    finding = reading.findings.get("date_choices") or reading.findings.get("date")
    numbers = _NUMBERS.search(finding.seen) if finding else None
    if day is None or numbers is None:
        return None
    shown = date.fromisoformat(day)
    pair = int(numbers[1]), int(numbers[2])
    if shown.day == shown.month or sorted(pair) != sorted((shown.day, shown.month)):
        return None
    return pair == (shown.day, shown.month)


def _settled(reading: Reading, orders: set[bool], days: Sequence[date]) -> Reading:
    first, second = map(date.fromisoformat, reading.date_choices)
    if len(orders) == 1:
        return _with_day(reading, first if True in orders else second, _SAME_SCREEN)
    if len(days) < _ENOUGH:
        return reading
    among = [one for one in (first, second) if days[0] - _MARGIN <= one <= days[-1] + _MARGIN]
    return _with_day(reading, among[0], _SAME_WEEKS) if len(among) == 1 else reading


def _with_day(reading: Reading, day: date, why: str) -> Reading:
    shown = reading.findings.get("date_choices")
    found = Finding(
        value=day.isoformat(), seen=shown.seen if shown else "", confidence=_SURE,
        source=Source.INFERRED, box=shown.box if shown else None,
    )  # fmt: skip
    changes = {
        "date_inferred": day.isoformat(),
        "warnings": (*reading.warnings, why.format(day=french(day))),
        "findings": {**reading.findings, "date_inferred": found},
    }
    return with_offset(reading.model_copy(update=changes))
