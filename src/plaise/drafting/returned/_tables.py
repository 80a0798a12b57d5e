"""A table of a Word file as one of ours: one header, plain cells, columns of known widths."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from xml.etree.ElementTree import Element

from plaise.dossier.elements import attribute, child, local
from plaise.law import HOURS, CalendarWeek

from .._blocks import Calendar, Inline, Table, text
from ._lost import Lost
from ._package import words

_LEAST = 1.0
_MOST_COLUMNS = 40


def table_of(
    element: Element, inline: Callable[[Sequence[Element]], Inline], lost: Lost
) -> Table | None:
    """Read a `w:tbl`; None when it holds no cell.

    Args:
        element: the table.
        inline: reads some paragraphs as the words of one cell.
        lost: hears what is not kept.
    """
    rows = [_cells(row, inline, lost) for row in _below(element, "tr")]
    rows = [row for row in rows if any(row)]
    if not rows:
        return None
    columns = min(max(map(len, rows)), _MOST_COLUMNS)
    if any(len(row) != columns for row in rows):
        lost.count("merged_columns")
    empty: Inline = ()
    header, *body = (tuple([*row, *[empty] * columns][:columns]) for row in rows)
    return Table(header, tuple(body), _widths(element, columns))


def calendar_of(table: Table) -> Calendar | None:
    """The calendar that a table of ours draws; None when it is another table.

    A calendar whose counts were changed in Word keeps the changed counts.
    """
    head = text(table.header[0])
    if head != Calendar.HEAD or len(table.header) not in {HOURS + 1, HOURS + 2}:
        return None
    try:
        return Calendar(tuple(_week([text(cell) for cell in row]) for row in table.rows))
    except ValueError:
        return None


def _week(cells: Sequence[str]) -> CalendarWeek:
    counts = [int(cell) if cell else 0 for cell in cells[1:]]
    monday = datetime.strptime(cells[0], "%d/%m/%Y").date()  # noqa: DTZ007 (a day, no hour)
    return CalendarWeek(monday=monday, hours=tuple(counts[:HOURS]), unknown=sum(counts[HOURS:]))


def _cells(row: Element, inline: Callable[[Sequence[Element]], Inline], lost: Lost) -> list[Inline]:
    if child(row, "trPr", "del") is not None:
        lost.count("deleted")
        return []
    cells: list[Inline] = []
    for cell in _below(row, "tc"):
        properties = child(cell, "tcPr")
        span = attribute(child(properties, "gridSpan"), "val", "1")
        extra = min(int(span) if span.isdecimal() else 1, _MOST_COLUMNS) - 1
        if extra > 0 or child(properties, "vMerge") is not None:
            lost.count("merged")
        inner = list(_below(cell, "tbl"))
        if inner:
            lost.count("nested")
            lost.tell("un tableau dans un tableau", " ".join(words(one) for one in inner))
        cells += [inline(list(_below(cell, "p"))), *[()] * max(0, extra)]
    return cells


def _below(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, through content controls and tracked insertions."""
    for part in element:
        kind = local(part)
        if kind == name:
            yield part
        elif kind in {"sdt", "sdtContent", "customXml", "ins"}:
            yield from _below(part, name)


def _widths(element: Element, columns: int) -> tuple[float, ...]:
    grid = child(element, "tblGrid")
    told = [attribute(one, "w") for one in (grid if grid is not None else ())]
    sizes = [max(_LEAST, float(one)) if one.isdecimal() else _LEAST for one in told]
    mean = sum(sizes) / len(sizes) if sizes else _LEAST
    return tuple(chain(sizes, [mean] * columns))[:columns]
