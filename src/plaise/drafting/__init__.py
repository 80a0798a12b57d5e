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
from ._typography import typeset

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
    "Ruled",
    "Run",
    "Style",
    "Table",
    "courriel_eml",
    "courriel_subject",
    "draft",
    "plain_text",
    "to_docx",
    "to_pdf",
    "typeset",
]
