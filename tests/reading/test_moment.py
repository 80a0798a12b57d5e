"""Dates and times as French screens write them, and nothing else."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaise.reading._moment import parse_moment, year_by_weekday

MONTHS = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
          "octobre", "novembre", "décembre"]  # fmt: skip
SHORT = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.",
         "nov.", "déc."]  # fmt: skip
DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
days = st.dates(date(2018, 1, 1), date(2035, 12, 31))
times = st.times().map(lambda one: one.replace(second=0, microsecond=0))


@given(days, times)
def test_every_full_form_gives_back_its_day_and_time(day: date, at: time) -> None:
    name, month = DAYS[day.weekday()], MONTHS[day.month - 1]
    clock = f"{at.hour:02d}:{at.minute:02d}"
    for text in (
        f"{clock} {day:%d/%m/%Y}",
        f"{clock}{day:%d/%m/%Y}",
        f"{day:%d/%m/%Y}{clock}",
        f"{day:%d/%m/%Y} {clock}:59",
        f"{day.isoformat()} {clock}",
        f"{name} {day.day} {month} {day.year} {clock}",
        f"{day.day} {month} {day.year}, {clock}",
    ):
        moment = parse_moment(text)
        assert moment is not None, text
        assert (moment.iso_date, moment.iso_time) == (day.isoformat(), clock), text


@given(days, times)
def test_a_form_without_year_stays_partial(day: date, at: time) -> None:
    stem, month = DAYS[day.weekday()][:3], SHORT[day.month - 1]
    for text in (
        f"{stem}. {day.day} {month} {at.hour:02d}:{at.minute:02d}",
        f"{stem}.{day.day}{month}{at.hour:02d}:{at.minute:02d}",
        f"{stem.capitalize()} {day.day} {month} à {at.hour:02d}:{at.minute:02d}",
    ):
        moment = parse_moment(text)
        assert moment is not None, text
        assert moment.iso_date is None
        assert moment.partial == f"--{day.month:02d}-{day.day:02d}"
        assert moment.weekday == day.weekday()
        assert moment.iso_time == f"{at.hour:02d}:{at.minute:02d}"


@given(st.text(max_size=60))
def test_no_text_breaks_the_parser_nor_gives_an_impossible_moment(text: str) -> None:
    moment = parse_moment(text)
    if moment is not None and moment.iso_time:
        time.fromisoformat(moment.iso_time)
    if moment is not None and moment.iso_date:
        date.fromisoformat(moment.iso_date)


@pytest.mark.parametrize(
    "text",
    [
        "31/11/2026",
        "lundi 13 octobre 2026",  # it was a Tuesday
        "12/10/2026 13/10/2026",
        "14:05 15:05",
        "25:61",
        "87 %",
        "192.168.1.12",
        "1:2:3:4",
        "Aucun créneau disponible",
        "",
    ],
)
def test_what_is_impossible_or_double_gives_nothing(text: str) -> None:
    assert parse_moment(text) is None


def test_an_english_screen_leaves_day_and_month_in_doubt() -> None:
    moment = parse_moment("2:05 PM 3/4/2026")
    assert moment is not None
    assert moment.iso_time == "14:05"
    assert moment.doubt
    assert moment.iso_date is None


def test_an_english_screen_is_clear_when_only_one_order_is_possible() -> None:
    moment = parse_moment("2:05 PM 12/18/2020")
    assert moment is not None
    assert moment.iso_date == "2020-12-18"


@given(days, times)
def test_an_american_date_is_right_or_in_doubt_with_the_right_one_among_its_choices(
    day: date, at: time
) -> None:
    half = "PM" if at.hour >= 12 else "AM"
    moment = parse_moment(
        f"{at.hour % 12 or 12}:{at.minute:02d} {half} {day.month}/{day.day}/{day.year}"
    )
    assert moment is not None
    assert moment.iso_time == f"{at.hour:02d}:{at.minute:02d}"
    if moment.doubt:
        assert day.isoformat() in moment.choices
        assert len(set(moment.choices)) == 2
    else:
        assert moment.iso_date == day.isoformat()


@given(days)
def test_an_english_weekday_never_gives_a_wrong_day(day: date) -> None:
    name = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()]
    for text in (f"{name} {day.month}/{day.day}/{day.year}", f"{name} {day:%d/%m/%Y}"):
        moment = parse_moment(f"{text} 2:05 PM")
        assert moment is not None, text
        assert moment.iso_date in {day.isoformat(), None}
        assert moment.iso_date or day.isoformat() in moment.choices


def test_a_french_weekday_that_does_not_fit_never_turns_day_and_month_round() -> None:
    assert parse_moment("ven. 04/03/2026 14:05") is None  # 4 March was a Wednesday


def test_the_first_of_a_month_is_read() -> None:
    moment = parse_moment("1er nov. 08:00")
    assert moment is not None
    assert moment.partial == "--11-01"


def test_a_weekday_fixes_the_year_when_only_one_fits() -> None:
    assert year_by_weekday(12, 18, 4, near=date(2021, 3, 1), years=4) == 2020


@given(days)
def test_a_weekday_never_gives_a_wrong_year(day: date) -> None:
    found = year_by_weekday(day.month, day.day, day.weekday(), near=day, years=4)
    assert found in {day.year, None}


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("Sat 22 Aug 15:22", "--08-22", "15:22"),  # a Mac in British English
        ("Wed 18 Mar 14:05", "--03-18", "14:05"),
        ("18 May 2025 14:05", "2025-05-18", "14:05"),
        ("11:07  Oct 28", "--10-28", "11:07"),
        ("Fri May14 11:46 AM", "--05-14", "11:46"),
        ("2019-12-1923:42:06", "2019-12-19", "23:42"),
        ("00:ZZ 22/06/2020", "2020-06-22", "00:22"),
        ("jeu. 23 jullL. à 04:32", "--07-23", "04:32"),
        ("dim. 26 mal 14:23", "--05-26", "14:23"),
    ],
)
def test_slips_and_british_screens_are_read(text: str, day: str, hour: str) -> None:
    moment = parse_moment(text)
    assert moment is not None
    assert (moment.iso_date or moment.partial, moment.iso_time) == (day, hour)


def test_a_day_without_its_noughts_may_be_american() -> None:
    moment = parse_moment("2:05 3/4/2026")
    assert moment is not None
    assert moment.doubt
    assert moment.iso_date is None
