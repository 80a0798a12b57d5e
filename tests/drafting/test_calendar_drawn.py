"""The calendar of attempts in the acts: drawn in PDF, shaded cells in Word, told in words."""

from __future__ import annotations

import io
from datetime import date, timedelta

import docx
import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from factories import make_attempts, make_brief, make_dossier
from plaise.drafting import Act, Calendar, Document, draft, import_docx, to_docx, to_pdf
from plaise.drafting._weeks import text_of_weeks, weeks_of_text
from plaise.law import HOURS, CalendarWeek

TODAY = date(2026, 11, 23)
MONDAY = date(2026, 10, 12)
COUNTS = st.lists(st.integers(0, 60), min_size=HOURS, max_size=HOURS)


def petition(attempts: int = 12) -> Document:
    return draft(Act.REQUETE, make_brief(make_dossier(), make_attempts(attempts)))


def calendar_of(document: Document) -> Calendar:
    (found,) = [block for block in document.blocks if isinstance(block, Calendar)]
    return found


@given(st.lists(st.tuples(COUNTS, st.integers(0, 9)), max_size=60))
def test_a_calendar_is_told_as_one_line_and_read_again(
    given_weeks: list[tuple[list[int], int]],
) -> None:
    weeks = tuple(
        CalendarWeek(monday=MONDAY + timedelta(weeks=at), hours=tuple(hours), unknown=unknown)
        for at, (hours, unknown) in enumerate(given_weeks)
    )
    assert weeks_of_text(text_of_weeks(weeks)) == weeks


def test_the_petition_draws_as_many_attempts_as_it_tells() -> None:
    assert sum(week.total for week in calendar_of(petition()).weeks) == 12


def test_one_attempt_needs_no_calendar() -> None:
    assert not [block for block in petition(1).blocks if isinstance(block, Calendar)]


def test_the_drawing_of_the_pdf_is_vector_and_told_in_words() -> None:
    document = petition()
    with pikepdf.open(io.BytesIO(to_pdf(document, made_on=TODAY))) as pdf:
        figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        told = [str(one.Alt) for one in figures if one.get("/S") == "/Figure"]
        pictures = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        assert not [one for one in pictures if one.get("/Subtype") == "/Image"]
    assert told == [calendar_of(document).words]


def test_a_calendar_of_two_years_goes_over_pages() -> None:
    weeks = tuple(
        CalendarWeek(monday=MONDAY + timedelta(weeks=at), hours=(1,) * HOURS) for at in range(104)
    )
    made = to_pdf(Document("Essai", (Calendar(weeks),)), made_on=TODAY)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == 3


def test_word_shows_it_as_shaded_cells_with_a_description() -> None:
    document = petition()
    made = to_docx(document, made_on=TODAY)
    calendar = calendar_of(document)
    table = next(t for t in docx.Document(io.BytesIO(made)).tables if len(t.columns) == HOURS + 1)
    assert len(table.rows) == len(calendar.weeks) + 1
    assert calendar.words in table._tbl.xml
    counted = [cell.text for row in table.rows[1:] for cell in row.cells[1:] if cell.text]
    assert sum(map(int, counted)) == 12


def test_a_calendar_that_comes_back_from_word_is_drawn_again() -> None:
    document = petition()
    returned = import_docx(to_docx(document, made_on=TODAY))
    assert calendar_of(returned.document) == calendar_of(document)
    assert returned.lost == ()
