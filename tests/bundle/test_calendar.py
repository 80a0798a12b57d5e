from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from factories import make_capture
from plaise.bundle import attempts_calendar, calendar_svg
from plaise.dossier import Result
from plaise.law import attempts_of

FIRST = datetime(2026, 10, 12, 8, 14)  # noqa: DTZ001
SVG = "{http://www.w3.org/2000/svg}"


@given(st.lists(st.integers(0, 24 * 60), min_size=1, max_size=40))
def test_every_attempt_is_counted_once_and_empty_weeks_are_shown(hours: list[int]) -> None:
    captures = [
        make_capture(FIRST + timedelta(hours=h), name=f"{n}.png") for n, h in enumerate(hours)
    ]
    weeks = attempts_calendar(captures)
    made = attempts_of(captures)
    assert sum(week.total for week in weeks) == len(made)
    mondays = [week.monday for week in weeks]
    assert all(one.weekday() == 0 for one in mondays)
    assert all((b - a).days == 7 for a, b in pairwise(mondays))
    tree = ET.fromstring(calendar_svg(weeks))
    cells = tree.findall(f"{SVG}rect")
    assert len(cells) == 25 * len(weeks)
    written = [int(t.text or "") for t in tree.findall(f"{SVG}text") if (t.text or "").isdigit()]
    assert sum(written) == len(made)


def test_outages_and_slots_are_not_counted_as_refusals() -> None:
    captures = [
        make_capture(FIRST, Result.OUTAGE, name="a.png"),
        make_capture(FIRST, Result.SLOT_OFFERED, name="b.png"),
    ]
    assert attempts_calendar(captures) == ()
    assert "Aucune tentative" in calendar_svg(())


def test_a_capture_without_hour_stands_in_its_own_column() -> None:
    (week,) = attempts_calendar([make_capture(FIRST.date(), name="a.png")])
    assert week.unknown == week.total == 1
