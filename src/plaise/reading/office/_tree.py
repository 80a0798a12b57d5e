"""What a text document shows, as values: whoever sets them can be given nothing else.

Lengths are in points.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Told

_Length: TypeAlias = Annotated[float, Told(ge=0, le=2_000)]
_Size: TypeAlias = Annotated[float, Told(ge=0, le=200)]
_Colour: TypeAlias = Annotated[str, Told(pattern=r"^([0-9a-f]{6})?$")]


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Missed(StrEnum):
    """What a document holds that its pages do not show as its own program would."""

    DRAWING = "drawing"
    PICTURE = "picture"
    TEXT_BOX = "text_box"
    OBJECT = "object"
    CHANGES = "changes"
    COMMENTS = "comments"
    HIDDEN = "hidden"
    DATE = "date"
    OUTSIDE = "outside"
    SYMBOL = "symbol"
    FORMULA = "formula"
    COLUMNS = "columns"
    MACROS = "macros"
    DEPTH = "depth"


class Text(_Value):
    """Words with one look; `size` 0 is that of the document."""

    k: Literal["t"] = "t"
    t: str
    b: bool = False
    i: bool = False
    u: bool = False
    s: bool = False
    up: Literal["", "super", "sub"] = ""
    size: _Size = 0
    color: _Colour = ""


class Tab(_Value):
    """A tabulation, or the end of a line inside a paragraph."""

    k: Literal["tab", "line"]


class Field(_Value):
    """The number of the page, or of all pages."""

    k: Literal["page", "pages"]


class Shown(_Value):
    """A picture of `Sheet.pictures`, as large as the document shows it."""

    k: Literal["picture"] = "picture"
    picture: Annotated[int, Told(ge=0)]
    wide: _Length
    high: _Length
    alt: str


Inline: TypeAlias = Annotated[Text | Tab | Field | Shown, Told(discriminator="k")]


class Paragraph(_Value):
    """A paragraph, a heading (`level` from 1) or an item of a list (`marker`: « 1. », « • »)."""

    k: Literal["p"] = "p"
    runs: tuple[Inline, ...]
    level: Annotated[int, Told(ge=0, le=6)] = 0
    align: Literal["left", "right", "center", "justify"] = "left"
    left: _Length = 0
    marker: str = ""
    above: _Length = 0
    below: _Length = 0
    rtl: bool = False


class NewPage(_Value):
    """What follows begins a new page."""

    k: Literal["break"] = "break"


class Cell(_Value):
    """A cell, its place in its table, and how many columns and rows it covers."""

    x: Annotated[int, Told(ge=0)]
    y: Annotated[int, Told(ge=0)]
    across: Annotated[int, Told(ge=1)] = 1
    down: Annotated[int, Told(ge=1)] = 1
    fill: _Colour = ""
    blocks: tuple[Block, ...] = ()


class Table(_Value):
    """A table; no two cells cover the same place."""

    k: Literal["table"] = "table"
    widths: tuple[Annotated[float, Told(gt=0)], ...]
    cells: tuple[Cell, ...]
    ruled: bool = True


class Boxed(_Value):
    """Words that stood apart: a text box, notes under a rule."""

    k: Literal["box", "notes"]
    blocks: tuple[Block, ...]


Block: TypeAlias = Annotated[
    Paragraph | NewPage | Table | Boxed,
    Told(discriminator="k"),
]


class Picture(_Value):
    """A picture decoded and encoded anew: `data` is base 64."""

    kind: Literal["png", "jpeg"]
    width: Annotated[int, Told(gt=0)]
    height: Annotated[int, Told(gt=0)]
    data: str


class Sheet(_Value):
    """A document.

    Attributes:
        kind: the program that it comes from, in French (« Word », « LibreOffice »).
        blocks: what it says, in order.
        header: what stands at the head of each page; `first_header` on the first one, if another.
        footer: what stands at the foot, likewise.
        pictures: what `Shown` points to.
        missed: what is not shown as its own program would.
        landscape: whether its pages lie.
        margins: left, right, top, bottom.
        serif: whether its letters have serifs.
        size: of its letters.
    """

    kind: Literal["Word", "LibreOffice"]
    blocks: tuple[Block, ...]
    header: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()
    first_header: tuple[Block, ...] | None = None
    first_footer: tuple[Block, ...] | None = None
    pictures: tuple[Picture, ...] = ()
    missed: tuple[Missed, ...] = ()
    landscape: bool = False
    margins: tuple[_Length, _Length, _Length, _Length] = (71, 71, 71, 71)
    serif: bool = False
    size: Annotated[float, Told(ge=6, le=24)] = 11


Cell.model_rebuild()
Boxed.model_rebuild()
