"""Dates that a person can lose a case on: every rule, every extension, every edge."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plaise.law import (
    Residence,
    Unit,
    add_working_days,
    cassation,
    closed_because,
    deadline,
    deemed_notified,
    execution,
    holidays_in,
    is_working_day,
    load_deadline_rules,
    load_holidays,
    load_law,
    next_working_day,
)

DAYS = st.dates(date(1990, 1, 1), date(2190, 12, 31))
DEPARTEMENTS = st.sampled_from(
    [None, "75", "57", "67", "971", "972", "973", "974", "976", "977", "978"]
)

# Easter Sundays published by the Bureau des longitudes for these years.
EASTERS = {
    2000: date(2000, 4, 23),
    2008: date(2008, 3, 23),
    2011: date(2011, 4, 24),
    2023: date(2023, 4, 9),
    2024: date(2024, 3, 31),
    2025: date(2025, 4, 20),
    2026: date(2026, 4, 5),
    2027: date(2027, 3, 28),
    2028: date(2028, 4, 16),
    2038: date(2038, 4, 25),
}


def gauss_easter(year: int) -> date:
    """An independent computation (Oudin), to check the library's."""
    century, golden = year // 100, year % 19
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    week = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - week
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


@pytest.mark.parametrize(("year", "sunday"), EASTERS.items())
def test_moving_holidays_follow_the_published_easter(year, sunday):
    days = holidays_in(year)
    assert sunday + timedelta(days=1) in days
    assert sunday + timedelta(days=39) in days
    assert sunday + timedelta(days=50) in days


@settings(deadline=None)
@given(st.integers(1583, 4099))
def test_easter_agrees_with_another_computation(year):
    sunday = gauss_easter(year)
    names = {name: day for day, name in holidays_in(year).items()}
    assert names.get("lundi de Pâques") == sunday + timedelta(days=1)
    assert sunday.weekday() == 6


def test_the_eleven_holidays_of_2026_are_those_of_the_calendar():
    assert sorted(holidays_in(2026)) == [
        date(2026, 1, 1),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 8),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 7, 14),
        date(2026, 8, 15),
        date(2026, 11, 1),
        date(2026, 11, 11),
        date(2026, 12, 25),
    ]


@pytest.mark.parametrize(
    ("day", "departement"),
    [
        (date(2026, 4, 3), "67"),
        (date(2026, 4, 3), "57"),
        (date(2026, 12, 26), "68"),
        (date(2026, 5, 27), "971"),
        (date(2026, 5, 22), "972"),
        (date(2026, 6, 10), "973"),
        (date(2027, 12, 20), "974"),
        (date(2026, 4, 27), "976"),
        (date(2026, 10, 9), "977"),
        (date(2026, 5, 27), "978"),
        (date(2026, 5, 28), "978"),
    ],
)
def test_local_holidays_close_their_departement_and_no_other(day, departement):
    assert day in holidays_in(day.year, departement)
    assert day not in holidays_in(day.year)


def test_a_year_without_easter_is_refused():
    with pytest.raises(ValueError, match="Easter"):
        holidays_in(1500)


@settings(deadline=None)
@given(DAYS, DEPARTEMENTS)
def test_the_next_working_day_is_the_first_open_day(day, departement):
    found = next_working_day(day, departement)
    assert is_working_day(found, departement)
    assert found >= day
    between = (found - day).days
    assert all(closed_because(day + timedelta(days=n), departement) for n in range(between))
    assert between <= 5


@settings(deadline=None)
@given(DAYS, st.integers(0, 30), DEPARTEMENTS)
def test_working_days_are_counted_one_by_one(day, count, departement):
    end = add_working_days(day, count, departement)
    span = (end - day).days
    counted = sum(is_working_day(day + timedelta(days=n), departement) for n in range(1, span + 1))
    assert counted == count


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="negative"):
        add_working_days(date(2026, 1, 1), -1)


@pytest.mark.parametrize(
    ("notified", "last"),
    [
        (date(2022, 12, 20), date(2023, 1, 5)),
        (date(2023, 10, 12), date(2023, 10, 30)),
    ],
)
def test_the_two_dated_examples_of_the_source_are_recomputed(notified, last):
    assert cassation(notified).value == last


@settings(deadline=None)
@given(DAYS)
@example(date(2026, 12, 16))
@example(date(2026, 12, 9))
@example(date(2027, 3, 13))
def test_cassation_is_sixteen_days_after_then_the_next_working_day(notified):
    found = cassation(notified)
    assert found.value == next_working_day(notified + timedelta(days=16))
    assert str(found.value.year) in " ".join(str(step) for step in found.computed)


def test_a_silent_notification_gives_two_months():
    found = cassation(date(2022, 12, 20), limit_stated=False)
    assert found.value == date(2023, 2, 21)
    assert "cja-r821-1" in found.references


@settings(deadline=None)
@given(DAYS, st.booleans())
def test_distance_only_lengthens_and_never_beyond_the_stated_months(notified, stated):
    values = [
        cassation(notified, limit_stated=stated, residence=place).value
        for place in (Residence.METROPOLE, Residence.OVERSEAS, Residence.ABROAD)
    ]
    assert values == sorted(values)
    assert (values[1] - values[0]).days <= 31 + 5
    assert (values[2] - values[0]).days <= 62 + 5


def test_someone_overseas_has_one_more_month():
    found = cassation(date(2026, 11, 2), residence=Residence.OVERSEAS)
    assert found.value == date(2026, 12, 18)
    assert "cja-r421-7" in found.references


def test_an_unread_decision_counts_after_two_working_days():
    assert deemed_notified(date(2026, 12, 24)).value == date(2026, 12, 29)
    assert deemed_notified(date(2026, 11, 27)).value == date(2026, 12, 1)


def test_a_decision_read_at_once_counts_that_day_even_on_a_sunday():
    assert deemed_notified(date(2026, 11, 27), date(2026, 11, 29)).value == date(2026, 11, 29)


def test_a_late_reading_does_not_lengthen_anything():
    assert deemed_notified(date(2026, 11, 27), date(2026, 12, 20)).value == date(2026, 12, 1)


def test_nothing_is_read_before_it_exists():
    with pytest.raises(ValueError, match="before"):
        deemed_notified(date(2026, 11, 27), date(2026, 11, 26))


@settings(deadline=None)
@given(DAYS, st.integers(1, 90), st.sampled_from(Unit), DEPARTEMENTS)
def test_the_prefecture_is_never_said_late_too_early(notified, amount, unit, departement):
    found = execution(notified, amount, unit, departement=departement)
    assert found.value > notified + timedelta(days=amount if unit is not Unit.MONTHS else 28)
    assert is_working_day(found.value, departement)


def test_an_empty_time_limit_is_refused():
    with pytest.raises(ValueError, match="positive"):
        execution(date(2026, 1, 1), 0, Unit.DAYS)


def test_an_estimated_start_says_so():
    found = execution(date(2026, 12, 10), 15, Unit.DAYS, estimated=True)
    assert "inconnu" in str(found.computed[0])
    assert "greffe" in found.note


def test_a_date_set_by_hand_keeps_the_computed_one():
    found = cassation(date(2022, 12, 20))
    corrected = found.corrected(date(2023, 1, 3), "Le greffe l’a dit au téléphone.")
    assert corrected.day == date(2023, 1, 3)
    assert corrected.value == date(2023, 1, 5)
    assert found.day == found.value


def test_every_rule_and_the_holidays_rest_on_known_references():
    known = set(load_law().references)
    assert set(load_holidays().references) <= known
    for rule in load_deadline_rules().values():
        assert set(rule.references) <= known, rule.id
        if rule.confidence == "INF":
            assert rule.note, rule.id


def test_an_unknown_rule_is_refused():
    with pytest.raises(KeyError):
        deadline("unheard_of", date(2026, 1, 1), ("x",))
