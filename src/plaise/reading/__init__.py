"""What a capture shows: address, date, time and wording, read in a limited child process."""

from ._copies import Copier, redact_safely, shared_copier, text_boxes
from ._decisions import (
    ELEMENTS,
    SURE,
    Decision,
    Doubt,
    apply_decisions,
    checked_value,
    doubts,
    in_figures,
    is_clear,
    is_undecided,
)
from ._duplicates import find_duplicates, find_near_duplicates
from ._engine import Engine, Line
from ._lighter import LIGHT
from ._notes import (
    NOTE_TEXTS,
    PRIVATE_TEXTS,
    REMARK_TEXTS,
    Remark,
    RemarkKind,
    reading_remarks,
)
from ._order import settle_order
from ._page_text import PageText, apply_page_text, is_sidecar, parse_page_text
from ._pool import Document, Reader, read_file, read_many
from ._redact import REDACTED_CAPTION, protected_boxes, redact
from ._said import SENTENCES, split_sentence
from .errors import ReadingError

READER = "lecture-7"
"""The version of the rules: a reading made by another version is to be made again."""

__all__ = [
    "ELEMENTS",
    "LIGHT",
    "NOTE_TEXTS",
    "PRIVATE_TEXTS",
    "READER",
    "REDACTED_CAPTION",
    "REMARK_TEXTS",
    "SENTENCES",
    "SURE",
    "Copier",
    "Decision",
    "Document",
    "Doubt",
    "Engine",
    "Line",
    "PageText",
    "Reader",
    "ReadingError",
    "Remark",
    "RemarkKind",
    "apply_decisions",
    "apply_page_text",
    "checked_value",
    "doubts",
    "find_duplicates",
    "find_near_duplicates",
    "in_figures",
    "is_clear",
    "is_sidecar",
    "is_undecided",
    "parse_page_text",
    "protected_boxes",
    "read_file",
    "read_many",
    "reading_remarks",
    "redact",
    "redact_safely",
    "settle_order",
    "shared_copier",
    "split_sentence",
    "text_boxes",
]
