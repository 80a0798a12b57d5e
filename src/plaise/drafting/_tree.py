"""The block tree as plain JSON values: how an act is kept, and read again years later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from plaise.law import CalendarWeek

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
)

_FORMAT = 1
_WORDS = ("title", "mark", "lang", "subject", "author", "running", "kind")


def as_tree(document: Document) -> dict[str, Any]:
    """A document as values that JSON can hold; nothing is lost."""
    told = {name: getattr(document, name) for name in _WORDS}
    return {"format": _FORMAT, **told, "blocks": [_block(block) for block in document.blocks]}


def from_tree(tree: Mapping[str, Any]) -> Document:
    """The document that `as_tree` told.

    Raises:
        ValueError: it is not such a tree, or one of a later version.
    """
    if tree.get("format") != _FORMAT:
        raise ValueError("format")
    try:
        blocks = tuple(_read(block) for block in tree["blocks"])
        return Document(blocks=blocks, **{name: _word(tree[name]) for name in _WORDS})
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(type(value).__name__)
    return value


def _runs(runs: Inline) -> list[list[str]]:
    return [[run.text, "b" * run.bold + "i" * run.italic] for run in runs]


def _inline(runs: Sequence[Sequence[str]]) -> Inline:
    return tuple(Run(_word(text), bold="b" in look, italic="i" in look) for text, look in runs)


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level=level, runs=runs):
            told = {"is": "heading", "level": level, "runs": _runs(runs)}
        case Paragraph(runs=runs, style=style, keep=keep):
            told = {"is": "paragraph", "style": style.value, "keep": keep, "runs": _runs(runs)}
        case Quote(paragraphs=parts):
            told = {"is": "quote", "paragraphs": [_runs(part) for part in parts]}
        case ListBlock(items=items, ordered=ordered, start=start, keep=keep):
            shown = [_runs(item) for item in items]
            told = {"is": "list", "ordered": ordered, "start": start, "keep": keep, "items": shown}
        case Table(header=header, rows=rows, widths=widths):
            told = {
                "is": "table",
                "widths": list(widths),
                "header": [_runs(cell) for cell in header],
                "rows": [[_runs(cell) for cell in row] for row in rows],
            }
        case Ruled(count=count, label=label):
            told = {"is": "ruled", "count": count, "label": _runs(label)}
        case Calendar(weeks=weeks):
            told = {"is": "calendar", "weeks": [week.model_dump(mode="json") for week in weeks]}
        case PageBreak():
            told = {"is": "break"}
    return told


def _read(told: Mapping[str, Any]) -> Block:
    block: Block
    match told["is"]:
        case "heading":
            block = Heading(int(told["level"]), _inline(told["runs"]))
        case "paragraph":
            style, keep = Style(told["style"]), bool(told["keep"])
            block = Paragraph(_inline(told["runs"]), style, keep=keep)
        case "quote":
            block = Quote(tuple(_inline(part) for part in told["paragraphs"]))
        case "list":
            items = tuple(_inline(item) for item in told["items"])
            ordered, start = bool(told["ordered"]), int(told["start"])
            block = ListBlock(items, ordered=ordered, start=start, keep=bool(told["keep"]))
        case "table":
            block = _table(told)
        case "ruled":
            block = Ruled(int(told["count"]), _inline(told["label"]))
        case "calendar":
            block = Calendar(tuple(CalendarWeek.model_validate(week) for week in told["weeks"]))
        case "break":
            block = PageBreak()
        case other:
            raise ValueError(other)
    return block


def _table(told: Mapping[str, Any]) -> Table:
    header = tuple(_inline(cell) for cell in told["header"])
    rows = tuple(tuple(_inline(cell) for cell in row) for row in told["rows"])
    widths = tuple(float(width) for width in told["widths"])
    if any(len(row) != len(header) for row in (*rows, widths)):
        raise ValueError("table")
    return Table(header, rows, widths)
