"""An ODT file as a `Sheet`: paragraphs, lists, tables, notes, header and footer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal
from xml.etree.ElementTree import Element

from plaise.dossier.elements import attribute, child, local

from .._decode import UndecodableError
from ._archive import Archive, number
from ._grid import Row, gridded
from ._look import pale
from ._odt_inline import OdtSeen, OdtWords
from ._odt_styles import OdtStyles, points
from ._tree import Block, Boxed, Cell, Missed, NewPage, Paragraph, Sheet
from ._word_styles import in_form

_DEEPEST, _MOST_BLOCKS, _MOST_REPEATED = 6, 20_000, 50
_ALIGNED: dict[str, Literal["left", "right", "center", "justify"]] = {
    "end": "right", "right": "right", "center": "center", "justify": "justify",
}  # fmt: skip
_HOLDERS = {"section", "index-body", "table-of-content", "index-title", "user-index",
            "alphabetical-index", "illustration-index", "bibliography"}  # fmt: skip
_ALONE = {"frame", "change", "custom-shape", "rect", "line", "ellipse", "g", "path", "polygon"}
_FARTHEST, _SPACED, _STEP, _CLOSE = 250.0, 60.0, 18.0, 2.0


def odt_sheet(archive: Archive) -> Sheet:
    """Read an ODT file.

    Raises:
        UndecodableError: it is damaged, too large, or holds no text.
    """
    return _Reader(archive).sheet()


@dataclass
class _List:
    """A list being read: its style and the count of each level."""

    style: str
    counts: dict[int, int] = field(default_factory=dict)


class _Reader:
    """Reads one file."""

    def __init__(self, archive: Archive) -> None:
        content, styles = archive.xml_of("content.xml"), archive.xml_of("styles.xml")
        body = child(content, "body", "text")
        if body is None:
            raise UndecodableError("Ce document ne contient pas de texte.")
        self._body = body
        self._styles = OdtStyles.of(styles, content)
        usual = self._styles.look("paragraph", "Standard", self._styles.base)
        self._seen = OdtSeen(archive, self._styles, size=min(max(usual.size or 12, 6), 24))
        self._archive = archive
        self._depth = self._count = 0

    def sheet(self) -> Sheet:
        blocks = [*self._blocks(self._body), *self._notes()]
        master = self._master()
        layout = child(
            self._styles.layouts.get(attribute(master, "page-layout-name")),
            "page-layout-properties",
        )
        columns = child(layout, "columns")
        if number(attribute(columns, "column-count")) > 1:
            self._seen.missed.add(Missed.COLUMNS)
        if any(name.startswith(("Basic/", "Scripts/")) for name in self._archive.names):
            self._seen.missed.add(Missed.MACROS)
        wide = points(attribute(layout, "page-width", "21cm"))
        high = points(attribute(layout, "page-height", "29.7cm"))
        usual = attribute(layout, "margin", "2cm")
        sides = [
            min(max(points(attribute(layout, f"margin-{side}", usual)), 34), 120)
            for side in ("left", "right", "top", "bottom")
        ]
        return Sheet(
            kind="LibreOffice",
            blocks=tuple(blocks),
            header=self._running(master, "header") or (),
            footer=self._running(master, "footer") or (),
            first_header=self._running(master, "header-first"),
            first_footer=self._running(master, "footer-first"),
            pictures=tuple(self._seen.pictures.kept),
            missed=tuple(sorted(self._seen.missed)),
            landscape=wide > high,
            margins=(sides[0], sides[1], sides[2], sides[3]),
            serif=self._styles.serif,
            size=self._seen.size,
        )

    def _master(self) -> Element | None:
        """The page style of the first page: that of the first paragraph, else the standard one."""
        first = next((one for one in self._body if local(one) in {"p", "h"}), None)
        said = self._styles.pages.get(f"paragraph/{attribute(first, 'style-name')}")
        by_name = {attribute(one, "name"): one for one in self._styles.masters}
        return by_name.get(said or "Standard") or next(iter(self._styles.masters), None)

    def _running(self, master: Element | None, what: str) -> tuple[Block, ...] | None:
        part = child(master, what)
        shown = part is not None and attribute(part, "display") != "false"
        return tuple(self._blocks(part)) if part is not None and shown else None

    def _notes(self) -> Iterator[Block]:
        told: list[Block] = []
        for marker, note in self._seen.notes:
            for at, block in enumerate(self._blocks(note)):
                if isinstance(block, Paragraph) and at == 0:
                    block = block.model_copy(update={"marker": marker, "left": _STEP})  # noqa: PLW2901
                told.append(block)
        if told:
            yield Boxed(k="notes", blocks=tuple(told))

    def _blocks(
        self, holder: Element, listed: _List | None = None, level: int = 0
    ) -> Iterator[Block]:
        for part in holder:
            name = local(part)
            self._count += 1
            if self._count > _MOST_BLOCKS:
                raise UndecodableError("Ce document est beaucoup trop long pour être une pièce.")
            if name in {"p", "h"}:
                yield from self._paragraph(part, level)
            elif name == "list":
                yield from self._list(part, listed, level + 1)
            elif name == "table":
                yield from self._table(part)
            elif name in _HOLDERS:
                yield from self._blocks(part, listed, level)
            elif name == "tracked-changes":
                self._seen.missed.add(Missed.CHANGES)
                self._seen.changes |= {attribute(one, "id"): one for one in part}
            elif name in _ALONE:
                yield from self._paragraph_of(part)

    def _boxed(self, holder: Element) -> tuple[Block, ...]:
        if self._depth >= _DEEPEST:
            self._seen.missed.add(Missed.DEPTH)
            return ()
        self._depth += 1
        blocks = tuple(self._blocks(holder))
        self._depth -= 1
        return blocks

    def _list(self, element: Element, around: _List | None, level: int) -> Iterator[Block]:
        style = attribute(element, "style-name") or (around.style if around else "")
        going_on = around is not None and around.style == style
        listed = around if going_on and around is not None else _List(style)
        if attribute(element, "continue-numbering") != "true":
            listed.counts.pop(level, None)
        for item in element:
            if local(item) not in {"list-item", "list-header"}:
                continue
            marker = self._marker(listed, level) if local(item) == "list-item" else ""
            for block in self._blocks(item, listed, level):
                if marker and isinstance(block, Paragraph) and not block.marker:
                    yield block.model_copy(update={"marker": marker})
                    marker = ""
                else:
                    yield block

    def _marker(self, listed: _List, level: int) -> str:
        found = self._styles.lists.get(listed.style, {}).get(level)
        if found is None or local(found) == "list-level-style-image":
            return "•"
        start = int(number(attribute(found, "start-value", "1"), 1))
        listed.counts[level] = listed.counts.get(level, start - 1) + 1
        for deeper in [one for one in listed.counts if one > level]:
            del listed.counts[deeper]
        if local(found) == "list-level-style-bullet":
            return {"–": "–", "-": "–", "◦": "◦"}.get(attribute(found, "bullet-char"), "•")
        form = attribute(found, "num-format")
        if not form:
            return ""
        shown = int(number(attribute(found, "display-levels", "1"), 1))
        told = [
            in_form(listed.counts.get(one, 1), form)
            for one in range(max(1, level - shown + 1), level + 1)
        ]
        return attribute(found, "num-prefix") + ".".join(told) + attribute(found, "num-suffix")

    def _paragraph_of(self, drawn: Element) -> Iterator[Block]:
        holder = Element("p")
        holder.append(drawn)
        yield from self._paragraph(holder, 0)

    def _paragraph(self, element: Element, level: int) -> Iterator[Block]:
        name = attribute(element, "style-name")

        def said(what: str) -> str:
            return self._styles.said("paragraph", name, "paragraph-properties", what)

        words = OdtWords(self._seen, self._boxed)
        look = self._styles.look("paragraph", name, self._styles.base)
        runs = tuple(words.of(element, look))
        heading = int(number(attribute(element, "outline-level"))) if local(element) == "h" else 0
        if said("break-before") == "page":
            yield NewPage()
        above, below = (min(max(points(said(side)), 0), _SPACED)
                        for side in ("margin-top", "margin-bottom"))  # fmt: skip
        if said("contextual-spacing") == "true":  # between items of one list
            above, below = 0, min(below, _CLOSE)
        has_words = any(getattr(one, "t", "").strip() for one in runs)
        yield Paragraph(
            runs=runs,
            level=min(max(heading, 0), 6) if has_words else 0,
            align=_ALIGNED.get(said("text-align"), "left"),
            left=min(max(points(said("margin-left")), level * _STEP), _FARTHEST),
            above=above,
            below=below,
            rtl=said("writing-mode").startswith("rl"),
        )
        for box in words.boxes:
            if box:
                yield Boxed(k="box", blocks=box)
        if said("break-after") == "page":
            yield NewPage()

    def _table(self, element: Element) -> Iterator[Block]:
        if self._depth >= _DEEPEST:
            self._seen.missed.add(Missed.DEPTH)
            return
        self._depth += 1
        rows: list[Row] = []
        held: dict[tuple[int, int], int] = {}
        for row in _rows(element):
            rows.append(list(self._row(row, len(rows), held)))
        self._depth -= 1
        widths = [width for one in _columns(element) for width in self._widths(one)]
        if (made := gridded(rows, widths, ruled=self._ruled(element))) is not None:
            yield made

    def _row(
        self, row: Element, y: int, held: dict[tuple[int, int], int]
    ) -> Iterator[tuple[int, str, Cell]]:
        x = 0
        for one in row:
            if local(one) not in {"table-cell", "covered-table-cell"}:
                continue
            across = min(max(int(number(attribute(one, "number-columns-spanned", "1"), 1)), 1), 60)
            down = min(max(int(number(attribute(one, "number-rows-spanned", "1"), 1)), 1), 500)
            again = min(max(int(number(attribute(one, "number-columns-repeated", "1"), 1)), 1), 60)
            for _ in range(min(again, _MOST_REPEATED)):
                if local(one) == "covered-table-cell":
                    if (span := held.get((x, y))) is not None:
                        yield span, "continue", Cell(x=0, y=0)
                    x += 1
                    continue
                for below in range(1, down):
                    held[x, y + below] = across
                fill = self._styles.said("table-cell", attribute(one, "style-name"),
                                         "table-cell-properties", "background-color")  # fmt: skip
                blocks = tuple(self._blocks(one))
                yield across, "", Cell(x=0, y=0, fill=pale(fill), blocks=blocks)
                x += 1

    def _widths(self, column: Element) -> Iterator[float]:
        name = attribute(column, "style-name")
        width = points(self._styles.said("table-column", name, "table-column-properties",
                                         "column-width"))  # fmt: skip
        again = int(number(attribute(column, "number-columns-repeated", "1"), 1))
        yield from [width] * min(max(again, 1), _MOST_REPEATED)

    def _ruled(self, table: Element) -> bool:
        for row in _rows(table):
            for cell in row:
                for side in ("border", "border-bottom", "border-top", "border-left"):
                    said = self._styles.said("table-cell", attribute(cell, "style-name"),
                                             "table-cell-properties", side)  # fmt: skip
                    if said and not said.startswith("none"):
                        return True
        return False


def _rows(element: Element) -> Iterator[Element]:
    for one in element:
        if local(one) == "table-row":
            again = int(number(attribute(one, "number-rows-repeated", "1"), 1))
            yield from [one] * min(max(again, 1), _MOST_REPEATED)
        elif local(one) in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _rows(one)


def _columns(element: Element) -> Iterator[Element]:
    for one in element:
        if local(one) == "table-column":
            yield one
        elif local(one) in {"table-columns", "table-header-columns", "table-column-group"}:
            yield from _columns(one)
