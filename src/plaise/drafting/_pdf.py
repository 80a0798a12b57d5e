"""PDF/A-2a and PDF/UA-1 in one file, through Typst and our own layout `maison.typ`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from plaise.law import busiest, shade

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
    Style,
    Table,
    text,
)
from ._columns import column_widths
from ._typst import set_pdf

_LAYOUT = Path(__file__).parent / "maison.typ"
_SLASH = re.compile(r"(?<=/)(?=[^/])")
_SEPARATOR = re.compile(r"(?<=[_.?&=:-])(?=\w)")
_WIDE = re.compile(r"[A-ZÀ-ÞmwœæŒÆ@%—]")
_LINE = 64  # characters of body text that fit between the margins
_CELL_LINE = 96  # characters of table text that fit between the margins
_LINES_THAT_FIT = 40  # lines that are kept on one page, in a row or in a short table
_THOUSANDTHS = 1000


def to_pdf(document: Document, *, made_on: date) -> bytes:
    """Set a document as a PDF that is both PDF/A-2a (archive) and PDF/UA-1 (accessible).

    Args:
        document: the act.
        made_on: the date written in the file; the same document and date give the same bytes.
    """
    return set_pdf(_LAYOUT, _tree(document), made_on=made_on)


def _tree(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "author": document.author,
        "subject": document.subject,
        "mark": document.mark,
        "lang": document.lang,
        "running": document.foot,
        "blocks": list(_blocks(document.blocks)),
    }


def _blocks(blocks: tuple[Block, ...]) -> Iterator[dict[str, Any]]:
    """Blocks as JSON; neighbouring lines of one address or signature are set as one block."""
    group: dict[str, Any] | None = None
    for block in blocks:
        shown = _block(block)
        glued = shown.get("s", Style.BODY) != Style.BODY
        if group is not None and glued and group["s"] == shown["s"]:
            group["lines"] += shown["lines"]
            continue
        if group is not None:
            yield group
        group = shown if glued else None
        if not glued:
            yield shown
    if group is not None:
        yield group


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level=level, runs=runs):
            shown = {"k": "heading", "level": level, "runs": _runs(runs)}
        case Paragraph(runs=runs, style=style, keep=keep):
            shown = {"k": "paragraph", "s": style.value, "lines": [_runs(runs)], "keep": keep}
        case Quote(paragraphs=parts):
            shown = {"k": "quote", "paragraphs": [_runs(part) for part in parts]}
        case ListBlock(items=items, ordered=ordered, start=start, keep=keep):
            told = [_runs(item) for item in items]
            shown = {"k": "list", "ordered": ordered, "start": start, "items": told, "keep": keep}
        case Table():
            shown = _table(block)
        case Ruled(count=count, label=label):
            shown = {"k": "ruled", "count": count, "label": _runs(label)}
        case Calendar():
            shown = _calendar(block)
        case PageBreak():
            shown = {"k": "break"}
    return shown


def _calendar(calendar: Calendar) -> dict[str, Any]:
    most = busiest(calendar.weeks)
    return {
        "k": "calendar",
        "alt": calendar.words,
        "head": calendar.HEAD,
        "columns": calendar.columns,
        "weeks": [
            {
                "from": f"{week.monday:%d/%m/%Y}",
                "cells": [{"n": n, "shade": shade(n, most)} for n in calendar.counts(week)],
            }
            for week in calendar.weeks
        ],
    }


def _table(table: Table) -> dict[str, Any]:
    widths = column_widths(table, _THOUSANDTHS)
    fitting = _fitting(widths)
    lines = sum(_height(row, fitting) for row in table.rows)
    return {
        "k": "table",
        "widths": widths,
        "together": table.short and lines <= _LINES_THAT_FIT,
        "header": [_runs(cell) for cell in table.header],
        "rows": [_row(row, fitting) for row in table.rows],
    }


def _fitting(widths: Sequence[int]) -> list[int]:
    """How many characters fit on one line of each column."""
    total = sum(widths)
    return [max(3, int(_CELL_LINE * width / total) - 2) for width in widths]


def _row(row: tuple[Inline, ...], fitting: list[int]) -> dict[str, Any]:
    cells = [_runs(cell, fits) for cell, fits in zip(row, fitting, strict=True)]
    return {"cells": cells, "breakable": _height(row, fitting) > _LINES_THAT_FIT}


def _height(row: tuple[Inline, ...], fitting: list[int]) -> int:
    """How many lines a row takes, about."""
    sizes = (len(text(cell)) // fits + 1 for cell, fits in zip(row, fitting, strict=True))
    return max(sizes, default=1)


def _runs(runs: Inline, fits: int = _LINE) -> list[dict[str, Any]]:
    return [
        {"t": part, "b": run.bold, "i": run.italic, "piece": piece}
        for run in runs
        for part, piece in _parts(run.text, fits)
    ]


def _parts(words: str, fits: int) -> Iterator[tuple[str, bool]]:
    """The words, with those longer than their line cut into pieces (true) that may be set apart.

    A piece is never marked by a character: copied text stays exact.
    """
    at = 0
    if len(words) > fits:
        for word in re.finditer(rf"[^\s\u00a0\u202f]{{{fits + 1},}}", words):
            yield words[at : word.start()], False
            yield from ((piece, True) for piece in _pieces(word[0], fits))
            at = word.end()
    yield words[at:], False


def _pieces(word: str, fits: int) -> Iterator[str]:
    """A long word cut after « / »; elsewhere only where no « / » leaves pieces that fit."""
    short = max(1, fits // 3)
    for part in _SLASH.split(word):
        if _breadth(part) <= fits:
            yield part
            continue
        for piece in _SEPARATOR.split(part):
            if _breadth(piece) <= fits // 2:
                yield piece
            else:
                yield from (piece[at : at + short] for at in range(0, len(piece), short))


def _breadth(word: str) -> int:
    """The room that a word takes, in letters of usual width."""
    return len(word) + len(_WIDE.findall(word))
