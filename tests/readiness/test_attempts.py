from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readiness_cases import TODAY, at, capture

from plaise.dossier import Capture, Door, Result
from plaise.law import attempts_of, instants, sitting_length
from plaise.readiness._attempts import Grade, Tally, grade, stats, tally

HALF_HOUR = timedelta(minutes=30)
moments = st.datetimes(at("2024-01-01T00:00"), at("2026-11-22T00:00")).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


def counted(*when: datetime) -> Tally:
    return tally([capture(one) for one in when], today=TODAY, sitting=HALF_HOUR)


@settings(deadline=None)
@given(st.lists(moments, unique=True, max_size=30), st.randoms())
def test_the_order_of_captures_changes_nothing(when: list[datetime], random: Random) -> None:
    shuffled = list(when)
    random.shuffle(shuffled)
    assert counted(*when).strong == counted(*shuffled).strong


@settings(deadline=None)
@given(st.lists(moments, unique=True, min_size=1, max_size=30))
def test_counts_stay_in_their_order(when: list[datetime]) -> None:
    strong = counted(*when).strong
    assert 1 <= strong.weeks <= strong.days <= strong.attempts <= strong.captures
    assert strong.longest_gap_days <= strong.span_days
    assert strong.days - 1 <= strong.span_days
    assert strong.weeks <= strong.span_days // 7 + 2


@settings(deadline=None)
@given(moments, st.integers(1, 12))
def test_refreshing_within_a_sitting_is_one_attempt(start: datetime, times: int) -> None:
    when = [start + timedelta(minutes=5 * step) for step in range(times)]
    strong = counted(*when).strong
    assert (strong.attempts, strong.days, strong.weeks, strong.span_days) == (1, 1, 1, 0)


@settings(deadline=None)
@given(st.lists(moments, unique=True, max_size=20))
def test_sittings_are_further_apart_than_the_limit(when: list[datetime]) -> None:
    found = attempts_of([capture(one) for one in when], sitting=HALF_HOUR)
    ends = [(min(one.captures, key=_first), max(one.captures, key=_first)) for one in found]
    assert all(_first(b[0]) - _first(a[1]) > HALF_HOUR for a, b in pairwise(ends))


def _first(one: Capture) -> datetime:
    return instants(one)[0]


@settings(deadline=None)
@given(st.lists(moments, unique=True, max_size=30))
def test_every_capture_is_in_one_attempt_and_one_only(when: list[datetime]) -> None:
    shown = [capture(one) for one in when]
    inside = [one.path for attempt in attempts_of(shown) for one in attempt.captures]
    assert sorted(inside) == sorted(one.path for one in shown)


def test_two_captures_around_midnight_are_one_attempt_of_one_week() -> None:
    strong = counted(at("2026-10-18T23:59"), at("2026-10-19T00:01")).strong
    assert (strong.attempts, strong.days, strong.weeks) == (1, 1, 1)


def test_iso_weeks_hold_across_the_year_end() -> None:
    # 31 December 2025 and 1 January 2026 are both of ISO week 2026-W01.
    strong = counted(at("2025-12-31T09:00"), at("2026-01-01T09:00")).strong
    assert (strong.days, strong.weeks, strong.span_days) == (2, 1, 1)


def test_the_span_of_the_lost_case_is_five_days_over_two_weeks() -> None:
    strong = counted(at("2019-09-13T09:00"), at("2019-09-18T09:00")).strong
    assert (strong.span_days, strong.weeks) == (5, 2)


@pytest.mark.parametrize(
    ("zone", "one", "two", "attempts"),
    [
        # Clocks go back: 02:10 may be ten minutes after 02:50, so nobody may count it twice.
        ("Europe/Paris", "2026-10-25T02:10", "2026-10-25T02:50", 1),
        ("Europe/Paris", "2026-10-25T01:55", "2026-10-25T03:05", 2),
        # Clocks go forward: 03:05 is fifteen minutes after 01:50.
        ("Europe/Paris", "2026-03-29T01:50", "2026-03-29T03:05", 1),
        ("Indian/Reunion", "2026-03-29T01:50", "2026-03-29T03:05", 2),
        ("America/Martinique", "2026-10-25T02:10", "2026-10-25T02:50", 2),
        ("Pacific/Noumea", "2026-12-31T23:59", "2027-01-01T00:01", 1),
        ("nulle/part", "2026-10-18T23:40", "2026-10-19T00:05", 1),
    ],
)
def test_pauses_are_those_that_really_passed(zone: str, one: str, two: str, attempts: int) -> None:
    shown = [capture(at(one), zone=zone), capture(at(two), zone=zone)]
    assert len(attempts_of(shown, sitting=HALF_HOUR)) == attempts


@settings(deadline=None)
@given(moments, st.integers(31, 300), st.sampled_from(["Europe/Paris", "Indian/Reunion"]))
def test_a_pause_longer_than_a_sitting_makes_two_attempts(
    start: datetime, minutes: int, zone: str
) -> None:
    zoned = start.replace(tzinfo=ZoneInfo(zone))
    later = (zoned.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
    if zoned.astimezone(UTC).astimezone(ZoneInfo(zone)).utcoffset() != later.utcoffset():
        return
    shown = [capture(one.replace(tzinfo=None), zone=zone) for one in (start, later)]
    ambiguous = any(len(set(instants(one))) > 1 for one in shown)
    assert ambiguous or len(attempts_of(shown, sitting=HALF_HOUR)) == 2


def test_days_are_those_displayed_overseas() -> None:
    shown = capture(at("2026-11-01T23:30"), zone="America/Cayenne")
    (attempt,) = attempts_of([shown])
    assert (attempt.on, attempt.week) == (date(2026, 11, 1), (2026, 44))


def test_the_error_page_of_a_teleservice_counts_for_that_door_only() -> None:
    host = "administration-etrangers-en-france.interieur.gouv.fr"
    failed = capture(at("2026-10-12T08:14"), result=Result.OUTAGE, host=host)
    elsewhere = capture(at("2026-10-13T08:14"), result=Result.OUTAGE)
    pages = [failed, elsewhere]
    assert len(attempts_of(pages, door=Door.ANEF)) == 1
    assert attempts_of(pages, door=Door.DEMARCHE_NUMERIQUE) == ()
    assert attempts_of(pages, door=Door.BOOKING) == ()
    assert attempts_of([failed.model_copy(update={"set_aside": "doublon"})], door=Door.ANEF) == ()


def test_the_length_of_a_sitting_comes_from_the_data() -> None:
    assert sitting_length() == HALF_HOUR


def test_outages_and_pages_set_aside_are_never_attempts() -> None:
    when = at("2026-10-12T08:14")
    pages = [
        capture(when, result=Result.OUTAGE),
        capture(when, result=Result.CAPTCHA),
        capture(when, result=Result.SLOT_OFFERED),
        capture(when, set_aside="doublon"),
    ]
    assert tally(pages, today=TODAY, sitting=HALF_HOUR).all_dated.attempts == 0


def test_a_blocked_form_is_an_attempt() -> None:
    blocked = capture(at("2026-10-12T08:14"), result=Result.BLOCKED_FORM)
    counts = tally([blocked], today=TODAY, sitting=HALF_HOUR)
    assert (counts.strong.attempts, counts.blocked_forms) == (1, 1)


def test_the_same_picture_twice_is_one_proof() -> None:
    one = capture(at("2026-10-12T08:14"), name="a.png")
    two = one.model_copy(update={"path": "captures/copie.png"})
    assert tally([one, two], today=TODAY, sitting=HALF_HOUR).strong.captures == 1


def test_a_date_after_today_is_not_counted_and_is_named() -> None:
    counts = tally(
        [capture(at("2027-01-04T09:00"), name="demain.png")], today=TODAY, sitting=HALF_HOUR
    )
    assert counts.future == ("demain.png",)
    assert counts.strong.captures == 0


def test_doubtful_dates_are_graded_apart() -> None:
    when = at("2026-10-12T08:14")
    day = "2026-10-12"
    assert grade(capture(when)) is Grade.COMPLETE
    assert grade(capture(when, missing=("url",))) is Grade.INCOMPLETE
    assert grade(capture(None)) is Grade.UNDATED
    by_file = capture(when, date=None, date_inferred=day, missing=("date",))
    assert grade(by_file) is Grade.METADATA
    year = capture(when, date=None, date_partial="--10-12", date_inferred=day, missing=("date",))
    assert grade(year) is Grade.YEAR_INFERRED
    timeless = capture(when, time=None, missing=("time",))
    assert grade(timeless) is Grade.INCOMPLETE


def test_metadata_dates_never_reach_the_strong_count() -> None:
    by_file = [
        capture(at(f"2026-10-{d}T09:00"), date=None, date_inferred=f"2026-10-{d}")
        for d in (10, 20, 30)
    ]
    counts = tally(by_file, today=TODAY, sitting=HALF_HOUR)
    assert counts.strong.days == 0
    assert counts.all_dated.days == 3


def test_a_capture_without_a_time_adds_a_day_only_where_there_is_none() -> None:
    timed = capture(at("2026-10-12T08:14"))
    same_day = capture(at("2026-10-12T00:00"), time=None, name="a.png")
    other_day = capture(at("2026-10-14T00:00"), time=None, name="b.png")
    counted_days = stats(attempts_of([timed, same_day, other_day], sitting=HALF_HOUR))
    assert (counted_days.attempts, counted_days.days, counted_days.last) == (
        2,
        2,
        date(2026, 10, 14),
    )
