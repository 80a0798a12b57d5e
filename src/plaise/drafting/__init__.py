"""From facts to acts: one Markdown + Jinja source per act, a block tree, PDF and DOCX."""

from ._blocks import (
    Block,
    Calendar,
    Document,
    Heading,
    Inline,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Ruled,
    Run,
    Style,
    Table,
    plain_text,
)
from ._brief import EXERCISE_MARK, Act, Brief
from ._checks import applicable_acts, check_act
from ._cited import references_of
from ._details import (
    Appointment,
    Association,
    Details,
    Filing,
    Hearing,
    LegalAid,
    Lost,
    Offer,
    Order,
    Reply,
    Undone,
    Visit,
    Witness,
    parse_details,
)
from ._docx import to_docx
from ._draft import draft
from ._findings import ActError, Finding
from ._mail import ATTACHMENT_NAME, EMAILS, courriel_eml, courriel_mailto, courriel_subject
from ._pdf import to_pdf
from ._reread import reread
from ._said import FINDING_SENTENCES
from ._tree import as_tree, from_tree
from ._typst import LayoutError, set_pdf
from .returned import Returned, WordError, import_docx, text_faults

__all__ = [
    "ATTACHMENT_NAME",
    "EMAILS",
    "EXERCISE_MARK",
    "FINDING_SENTENCES",
    "Act",
    "ActError",
    "Appointment",
    "Association",
    "Block",
    "Brief",
    "Calendar",
    "Details",
    "Document",
    "Filing",
    "Finding",
    "Heading",
    "Hearing",
    "Inline",
    "LayoutError",
    "LegalAid",
    "ListBlock",
    "Lost",
    "Offer",
    "Order",
    "PageBreak",
    "Paragraph",
    "Quote",
    "Reply",
    "Returned",
    "Ruled",
    "Run",
    "Style",
    "Table",
    "Undone",
    "Visit",
    "Witness",
    "WordError",
    "applicable_acts",
    "as_tree",
    "check_act",
    "courriel_eml",
    "courriel_mailto",
    "courriel_subject",
    "draft",
    "from_tree",
    "import_docx",
    "parse_details",
    "plain_text",
    "references_of",
    "reread",
    "set_pdf",
    "text_faults",
    "to_docx",
    "to_pdf",
]
