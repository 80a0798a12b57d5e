"""An act and its meaning side by side, as a PDF that says on every page not to file it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from .._blocks import (
    Block,
    Calendar,
    Document,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Ruled,
    Style,
    Table,
    text,
)
from .._typst import set_pdf
from ._meanings import meanings

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Explained:
    """A passage and what it means.

    Attributes:
        french: its lines, as in the act.
        meaning: in the person's language.
        kind: how it is set: `heading`, `quote`, `item` or `text`.
        known: false when nobody has written its meaning yet.
    """

    french: tuple[str, ...]
    meaning: str
    kind: str
    known: bool = True


def explain(document: Document, language: str) -> tuple[Explained, ...]:
    """Each passage of an act with its meaning.

    Args:
        document: the act.
        language: a code of `languages()`.

    Raises:
        KeyError: no such language.
    """
    spoken = meanings().languages[language]
    found: list[Explained] = []
    for style, blocks in groupby(document.blocks, key=_gathered):
        if style:
            lines = tuple(text(b.runs) for b in blocks if isinstance(b, Paragraph))
            found.append(_told(lines, language, "text", style=style))
            continue
        for block in blocks:
            found += _passages(block, language)
    return tuple(
        one
        if one.known or one.kind == "item"
        else Explained(one.french, spoken.unknown, one.kind, known=False)
        for one in found
    )


def to_reading_copy(document: Document, language: str, *, made_on: date) -> bytes:
    """Set the reading copy of an act.

    Args:
        document: the act, in French.
        language: a code of `languages()`.
        made_on: the date written in the file; the same inputs give the same bytes.

    Raises:
        KeyError: no such language.
    """
    data = {
        "title": document.title,
        "author": document.author,
        "mark": document.mark,
        "code": language,
        "language": meanings().languages[language].model_dump(),
        "rows": [
            {"french": list(one.french), "meaning": one.meaning, "kind": one.kind}
            for one in explain(document, language)
        ],
    }
    return set_pdf(_HERE / "copie.typ", data, made_on=made_on)


def _gathered(block: Block) -> str:
    """Lines of an address, a party or a signature are one passage."""
    styled = isinstance(block, Paragraph) and block.style not in {Style.BODY, Style.SMALL}
    return block.style.value if styled and isinstance(block, Paragraph) else ""


def _passages(block: Block, language: str) -> Iterator[Explained]:
    match block:
        case Heading(runs=runs):
            yield _told((text(runs),), language, "heading")
        case Paragraph(runs=runs):
            yield _told((text(runs),), language, "text")
        case Quote(paragraphs=parts):
            yield _told(tuple(text(part) for part in parts), language, "quote")
        case ListBlock(items=items):
            yield from (_told((text(item),), language, "item") for item in items)
        case Table():
            yield _table(block, language)
        case Ruled(label=label):
            yield _told((text(label) or "………",), language, "item")
        case Calendar(words=words):
            yield _told((words,), language, "text")
        case PageBreak():
            pass


def _told(lines: tuple[str, ...], language: str, kind: str, style: str = "") -> Explained:
    known = meanings()
    words = " ".join(" ".join(lines).split())
    for passage in known.passages:
        if passage.fits(words):
            return Explained(lines, passage.told(language), kind)
    for one in known.styles:
        if one.style == style:
            return Explained(lines, one.told(language), kind)
    return Explained(lines, known.languages[language].own_words, kind, known=False)


def _table(table: Table, language: str) -> Explained:
    """A table is not copied: its columns are named, and how many rows it has."""
    known = meanings()
    heads = [text(cell) for cell in table.header]
    named = [known.words[head].told(language) if head in known.words else head for head in heads]
    begins = known.languages[language].table.format(rows=len(table.rows))
    return Explained((" | ".join(heads),), f"{begins} {' – '.join(named)}", "text")
