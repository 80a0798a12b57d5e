"""From facts to acts: one Markdown + Jinja source per act, a block tree, PDF and DOCX."""

from ._blocks import (
    Block,
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
from ._docx import to_docx
from ._draft import draft
from ._mail import ATTACHMENT_NAME, courriel_eml, courriel_subject
from ._pdf import to_pdf
from ._tree import as_tree, from_tree
from ._typography import typeset
from .returned import Returned, WordError, import_docx, text_faults

__all__ = [
    "ATTACHMENT_NAME",
    "EXERCISE_MARK",
    "Act",
    "Block",
    "Brief",
    "Document",
    "Heading",
    "Inline",
    "ListBlock",
    "PageBreak",
    "Paragraph",
    "Quote",
    "Returned",
    "Ruled",
    "Run",
    "Style",
    "Table",
    "WordError",
    "as_tree",
    "courriel_eml",
    "courriel_subject",
    "draft",
    "from_tree",
    "import_docx",
    "plain_text",
    "text_faults",
    "to_docx",
    "to_pdf",
    "typeset",
]
