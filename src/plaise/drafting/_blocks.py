"""The block tree: what an act says, before anyone decides how it looks.

PDF and DOCX are two readers of the same tree. Text is held in runs and never carries markup, so
nothing that a person typed can become layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from plaise.law import HOURS, CalendarWeek, calendar_words

_FOOT = 90
_SHORT_ROWS, _SHORT_TEXT = 12, 2000


class Style(StrEnum):
    """How a paragraph stands on the page; the value is its name in `maison.typ` and in Word."""

    BODY = "body"
    ADDRESS = "address"
    SENDER = "sender"
    PARTY = "party"
    RIGHT = "right"
    CENTER = "center"
    TITLE = "title"
    POSTER = "poster"
    BANNER = "banner"
    SIGNATURE = "signature"
    CAPTION = "caption"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one appearance."""

    text: str
    bold: bool = False
    italic: bool = False


Inline = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a part of the act (« Faits »), level 2 a point of it."""

    level: int
    runs: Inline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or one line of an address; `keep` holds it on the page of what follows."""

    runs: Inline
    style: Style = Style.BODY
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a statute or of a decision, set apart."""

    paragraphs: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; numbered when `ordered`, from `start`; `keep` as for a paragraph."""

    items: tuple[Inline, ...]
    ordered: bool = False
    start: int = 1
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header is repeated on every page; `widths` are relative."""

    header: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    widths: tuple[float, ...]

    @property
    def short(self) -> bool:
        """Whether the table is kept on one page."""
        size = sum(len(text(cell)) for row in self.rows for cell in row)
        return len(self.rows) <= _SHORT_ROWS and size <= _SHORT_TEXT


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """Empty lines to write on by hand; `label` stands at the head of the first one."""

    count: int
    label: Inline = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """When the person tried, drawn: a row for each week, a column for each hour.

    It says again what the chronology lists; `words` tell it to those who cannot see it.
    """

    HEAD: ClassVar = "Semaine du"

    weeks: tuple[CalendarWeek, ...]

    @property
    def words(self) -> str:
        """The drawing in one sentence."""
        return calendar_words(self.weeks)

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of the columns of counts; « ? » only when some attempts show no hour."""
        unknown = any(week.unknown for week in self.weeks)
        return (*(f"{hour}\u00a0h" for hour in range(HOURS)), *(("?",) if unknown else ()))

    def counts(self, week: CalendarWeek) -> tuple[int, ...]:
        """The counts of a week, one for each column."""
        return (*week.hours, week.unknown)[: len(self.columns)]


Block = Heading | Paragraph | Quote | ListBlock | Table | PageBreak | Ruled | Calendar


@dataclass(frozen=True, slots=True)
class Document:
    """An act, ready to be set.

    Attributes:
        title: what the act is; also the title of the PDF and DOCX.
        blocks: its content, in order.
        mark: words printed on every page (« Exemple – exercice, à ne pas déposer »), or nothing.
        lang: language of the text (BCP 47).
        subject: one line about the content, for the file's metadata.
        author: whose act it is, for the file's metadata and the foot of each page.
        running: short title at the foot of each page; the title when empty.
        kind: which act it is (`Act`), so that a Word file that comes back is recognised.
    """

    title: str
    blocks: tuple[Block, ...]
    mark: str = ""
    lang: str = "fr"
    subject: str = ""
    author: str = ""
    running: str = ""
    kind: str = ""

    @property
    def foot(self) -> str:
        """The words at the foot of each page, on one line."""
        words = self.running or self.title
        return words if len(words) <= _FOOT else f"{words[: _FOOT - 1].rstrip()}…"


def text(runs: Inline) -> str:
    """The words of some runs, without their appearance."""
    return "".join(run.text for run in runs)


def lines(document: Document) -> Iterator[str]:
    """Each paragraph, heading, item or cell of a document as plain text, in reading order."""
    for block in document.blocks:
        match block:
            case Heading(runs=runs) | Paragraph(runs=runs) | Ruled(label=runs):
                yield text(runs)
            case Quote(paragraphs=parts) | ListBlock(items=parts):
                yield from (text(part) for part in parts)
            case Table(header=header, rows=rows):
                yield from (text(cell) for cell in header)
                yield from (text(cell) for row in rows for cell in row)
            case Calendar():
                yield block.words
            case PageBreak():
                pass


def plain_text(document: Document) -> str:
    """A document as plain text, for an e-mail: blank lines between paragraphs, « – » for lists."""
    parts: list[str] = []
    previous: Style | None = None
    for block in document.blocks:
        style = block.style if isinstance(block, Paragraph) else None
        glued = style is not None and style is previous and style is not Style.BODY
        chunk = _chunk(block)
        if chunk and glued and parts:
            parts[-1] += "\n" + chunk
        elif chunk:
            parts.append(chunk)
        previous = style
    return "\n\n".join(parts) + "\n"


def _chunk(block: Block) -> str:
    match block:
        case Heading(runs=runs) | Paragraph(runs=runs) | Ruled(label=runs):
            told = text(runs)
        case Quote(paragraphs=parts):
            told = "\n".join(f"> {text(part)}" for part in parts)
        case ListBlock(items=items, ordered=True, start=start):
            told = "\n".join(f"{n}. {text(item)}" for n, item in enumerate(items, start))
        case ListBlock(items=items):
            told = "\n".join(f"– {text(item)}" for item in items)
        case Table(rows=rows):
            told = "\n".join(" | ".join(text(cell) for cell in row) for row in rows)
        case Calendar():
            told = block.words
        case PageBreak():
            told = ""
    return told
