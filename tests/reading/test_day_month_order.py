"""When an English screen writes 3/4/2026, context decides, else the person is asked."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from reading_pages import desktop

from plaise.dossier import Reading, Source
from plaise.reading import (
    Decision,
    apply_decisions,
    doubts,
    is_clear,
    reading_remarks,
    settle_order,
)
from plaise.reading._conclude import conclude
from plaise.reading._rules import look

REFUSAL = (
    "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous. "
    "Veuillez recommencer ultérieurement."
)
TODAY = date(2026, 11, 23)


def read(day: str, name: str = "refus.png", today: date = TODAY, **metadata: str) -> Reading:
    facts = look(desktop(REFUSAL, time="2:05 PM", day=day))
    values = conclude(facts, name=name, metadata=metadata, zone="Europe/Paris", today=today)
    return Reading(file=name, sha256="ab" * 32, **values)


def test_nothing_decides_so_both_are_shown_and_the_person_is_asked() -> None:
    reading = read("3/4/2026")
    assert reading.date_choices == ("2026-04-03", "2026-03-04")
    assert (reading.date, reading.date_inferred, reading.time) == (None, None, "14:05")
    assert "date" not in reading.missing
    (doubt,) = (one for one in doubts(reading) if one.element == "date")
    assert "03/04/2026" in doubt.why
    assert "04/03/2026" in doubt.why
    assert not is_clear(reading)
    assert any("03/04/2026 ou 04/03/2026" in remark.said for remark in reading_remarks(reading))


@pytest.mark.parametrize(
    ("name", "metadata", "source"),
    [
        ("Screenshot 2026-03-04 140510.png", {}, Source.FILE_NAME),
        ("a.png", {"exif:DateTimeOriginal": "2026:03:04 14:05:10"}, Source.METADATA),
    ],
)
def test_the_file_decides_and_the_person_still_confirms(
    name: str, metadata: dict[str, str], source: Source
) -> None:
    reading = read("3/4/2026", name, **metadata)
    assert (reading.date, reading.date_inferred) == (None, "2026-03-04")
    assert reading.findings["date_inferred"].source is source
    assert any(one.element == "date" for one in doubts(reading))
    assert not reading.notes


def test_a_day_to_come_is_not_the_day_of_a_capture() -> None:
    assert read("5/12/2026").date_inferred == "2026-05-12"
    assert read("5/12/2026", today=date(2026, 12, 31)).date_inferred is None


def test_a_weekday_on_the_screen_decides_by_itself() -> None:
    assert read("Fri 4/3/2026").date == "2026-04-03"


def test_what_the_person_says_ends_the_question() -> None:
    said = Decision(kind="corrected", sha256="ab" * 32, element="date", after="2026-03-04",
                    who="Awa", at="2026-11-23T08:00:00Z")  # fmt: skip
    reading = apply_decisions(read("3/4/2026"), [said])
    assert (reading.date, reading.date_choices) == ("2026-03-04", ())
    assert not [one for one in doubts(reading) if one.element == "date"]


@given(
    st.dates(date(2019, 1, 1), TODAY),
    st.sampled_from(["%m/%d/%Y", "%d/%m/%Y"]),
    st.booleans(),
)
def test_no_order_is_ever_taken_for_sure_when_two_are_possible(
    day: date, form: str, named: bool
) -> None:
    assume(day.day <= 12 and day.day != day.month)
    name = f"Screenshot {day.isoformat()} 140510.png" if named else "refus.png"
    reading = read(day.strftime(form), name)
    assert reading.date is None
    assert day.isoformat() in reading.date_choices
    if named:
        assert reading.date_inferred == day.isoformat()
    elif day + timedelta(days=400) < TODAY:
        assert reading.date_inferred is None


def screen(day: str, name: str, size: tuple[int, int] = (1366, 768)) -> Reading:
    reading = read(day, name)
    return reading.model_copy(update={"sha256": name, "width": size[0], "height": size[1]})


def test_the_same_screen_that_puts_the_month_first_elsewhere_decides() -> None:
    sure, open_one = screen("10/25/2026", "a.png"), screen("3/4/2026", "b.png")
    assert sure.date == "2026-10-25"
    _, settled = settle_order([sure, open_one])
    assert (settled.date, settled.date_inferred) == (None, "2026-03-04")
    assert any("à confirmer" in warning for warning in settled.warnings)
    assert [one for one in doubts(settled) if one.element == "date"]
    other = open_one.model_copy(update={"width": 1920, "height": 1080})
    assert settle_order([sure, other])[1].date_inferred is None


def test_the_weeks_of_the_other_captures_decide_when_only_one_day_falls_within() -> None:
    others = [screen(f"2{n}/03/2026", f"{n}.png", (1920, 1080)) for n in range(3)]
    assert all(one.date for one in others)
    open_one = screen("3/12/2026", "b.png")
    *_, settled = settle_order([*others, open_one.model_copy(update={"date_inferred": None})])
    assert settled.date_inferred is None  # neither 3 December nor 12 March is among them
    *_, settled = settle_order([screen("15/03/2026", "d.png", (1920, 1080)), *others,
                                open_one.model_copy(update={"date_inferred": None})])  # fmt: skip
    assert settled.date_inferred == "2026-03-12"


@given(st.lists(st.dates(date(2026, 1, 1), TODAY), min_size=1, max_size=8), st.booleans())
@example(days=[date(2026, 1, 1)] * 3 + [date(2026, 2, 1)], first=False)
@example(days=[date(2026, 1, 1), date(2026, 2, 2), date(2026, 3, 3), date(2026, 4, 1)], first=False)
def test_one_order_on_one_screen_never_gives_a_wrong_day(days: list[date], first: bool) -> None:
    form = "%d/%m/%Y" if first else "%m/%d/%Y"
    shown = [screen(day.strftime(form), f"{n}.png") for n, day in enumerate(days)]
    proved = any(one.date and day.day != day.month for one, day in zip(shown, days, strict=True))
    for day, reading in zip(days, settle_order(shown), strict=True):
        found = reading.date or reading.date_inferred
        assert found == day.isoformat() if proved else found in {day.isoformat(), None}
