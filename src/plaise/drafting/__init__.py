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
    Run,
    Style,
    Table,
    plain_text,
)
from ._pdf import to_pdf
from ._typography import typeset

__all__ = [
    "Block",
    "Document",
    "Heading",
    "Inline",
    "ListBlock",
    "PageBreak",
    "Paragraph",
    "Quote",
    "Run",
    "Style",
    "Table",
    "plain_text",
    "to_pdf",
    "typeset",
]
