"""Exhibits: order, numbers, captions and files, as the registry accepts them."""

from plaise.law import CalendarWeek, calendar_words

from ._calendar import attempts_calendar, calendar_svg
from ._check import check_piece, label_notes, piece_notes, piece_trouble
from ._chronology import ChronologyRow, chronology
from ._extras import contact_sheets, lossless_files
from ._labels import capture_label
from ._plan import DEFAULT_CAP, is_used, plan
from ._probe import OFFICE_ENDINGS
from ._select import EMAIL_LIMIT, email_pdf, select_for_email
from ._series import prepare_capture
from ._sources import Originals
from ._sums import SUMS, check_sums, sums_line, verify_sums
from ._write import EXERCISE_MARK, exhibit_files, write_exhibits

__all__ = [
    "DEFAULT_CAP",
    "EMAIL_LIMIT",
    "EXERCISE_MARK",
    "OFFICE_ENDINGS",
    "SUMS",
    "CalendarWeek",
    "ChronologyRow",
    "Originals",
    "attempts_calendar",
    "calendar_svg",
    "calendar_words",
    "capture_label",
    "check_piece",
    "check_sums",
    "chronology",
    "contact_sheets",
    "email_pdf",
    "exhibit_files",
    "is_used",
    "label_notes",
    "lossless_files",
    "piece_notes",
    "piece_trouble",
    "plan",
    "prepare_capture",
    "select_for_email",
    "sums_line",
    "verify_sums",
    "write_exhibits",
]
