"""A Word or ODT file as paragraphs, tables and pictures, so that it can be set as pages.

Its parts are read in the limited child process only (`_worker`); what comes out is checked again.
"""

from ._tree import (
    Block,
    Boxed,
    Cell,
    Field,
    Inline,
    Missed,
    NewPage,
    Paragraph,
    Picture,
    Sheet,
    Shown,
    Tab,
    Table,
    Text,
)

__all__ = [
    "Block",
    "Boxed",
    "Cell",
    "Field",
    "Inline",
    "Missed",
    "NewPage",
    "Paragraph",
    "Picture",
    "Sheet",
    "Shown",
    "Tab",
    "Table",
    "Text",
]
