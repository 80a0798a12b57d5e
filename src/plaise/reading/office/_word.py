"""A Word file as a `Sheet`: paragraphs, lists, tables, notes, header and footer."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal
from xml.etree.ElementTree import Element

from plaise.dossier.elements import attribute, child, local

from .._decode import UndecodableError
from ._archive import Archive, every, number
from ._grid import gridded
from ._look import pale
from ._tree import Block, Boxed, Cell, Inline, Missed, NewPage, Paragraph, Sheet
from ._word_inline import Seen, Word, Words
from ._word_styles import Numbers, Styles, is_on

_TWIP = 20
_DEEPEST = 6
_MOST_BLOCKS = 20_000
_ALIGNED: dict[str, Literal["left", "right", "center", "justify"]] = {
    "right": "right", "end": "right", "center": "center", "both": "justify",
    "distribute": "justify",
}  # fmt: skip
_HOLDERS = {"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"}
_FARTHEST, _SPACED, _CLOSE = 250.0, 60.0, 2.0


def word_sheet(archive: Archive) -> Sheet:
    """Read a Word file.

    Raises:
        UndecodableError: it is damaged, or too large.
    """
    return _Reader(archive).sheet()


class _Reader:
    """Reads one file, part by part."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._styles = Styles.of(archive.xml_of("word/styles.xml"))
        self._numbers = Numbers(archive.xml_of("word/numbering.xml"))
        self._seen = Seen(archive, self._styles)
        self._depth = 0
        self._count = 0
        usual = self._styles.look(self._styles.usual, self._styles.base)
        self._seen.size = min(max(usual.size or 11, 6), 24)

    def sheet(self) -> Sheet:
        root = self._archive.xml_of("word/document.xml")
        body = child(root, "body")
        if body is None:
            raise UndecodableError("Ce document ne contient pas de texte.")
        for kind in ("footnote", "endnote"):
            for note in self._archive.xml_of(f"word/{kind}s.xml") or ():
                self._seen.notes[kind, attribute(note, "id")] = note
        if any(name.endswith("vbaProject.bin") for name in self._archive.names):
            self._seen.missed.add(Missed.MACROS)
        self._seen.links = self._links("word/document.xml")
        blocks = [*self._blocks(body), *self._notes()]
        sections = list(every(body, "sectPr"))
        self._columns(sections)
        last = sections[-1] if sections else None
        first = is_on(child(last, "titlePg")) or False
        size, margins = _page(last)
        return Sheet(
            kind="Word",
            blocks=tuple(blocks),
            header=self._running(sections, "header", "default"),
            footer=self._running(sections, "footer", "default"),
            first_header=self._running(sections[:1], "header", "first") if first else None,
            first_footer=self._running(sections[:1], "footer", "first") if first else None,
            pictures=tuple(self._seen.pictures.kept),
            missed=tuple(sorted(self._seen.missed)),
            landscape=size[0] > size[1],
            margins=margins,
            serif=self._styles.serif,
            size=self._seen.size,
        )

    def _columns(self, sections: Sequence[Element]) -> None:
        if any(number(attribute(child(one, "cols"), "num")) > 1 for one in sections):
            self._seen.missed.add(Missed.COLUMNS)

    def _links(self, part: str) -> dict[str, str]:
        """Where the references of a part lead inside the file; nowhere else is followed."""
        folder, name = posixpath.split(part)
        root = self._archive.xml_of(f"{folder}/_rels/{name}.rels")
        return {
            attribute(one, "Id"): posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            for one in (root if root is not None else ())
            if attribute(one, "TargetMode") != "External" and (target := attribute(one, "Target"))
        }

    def _running(self, sections: Sequence[Element], what: str, when: str) -> tuple[Block, ...]:
        """The header or footer of the last section that has one."""
        for section in reversed(sections):
            for one in section:
                if local(one) == f"{what}Reference" and attribute(one, "type", "default") == when:
                    return self._part(attribute(one, "id"))
        return ()

    def _part(self, link: str) -> tuple[Block, ...]:
        before = self._seen.links
        name = self._links("word/document.xml").get(link, "")
        root = self._archive.xml_of(name) if name else None
        if root is None:
            return ()
        self._seen.links = self._links(name)
        blocks = tuple(self._blocks(root))
        self._seen.links = before
        return blocks

    def _notes(self) -> Iterator[Block]:
        """The notes, at the end, numbered as they were cited."""
        told: list[Block] = []
        for place, cited in enumerate(self._seen.cited, start=1):
            note = self._seen.notes.get(cited)
            blocks = tuple(self._blocks(note)) if note is not None else ()
            for at, block in enumerate(blocks):
                marked = isinstance(block, Paragraph) and at == 0
                told.append(
                    block.model_copy(update={"marker": f"{place}.", "left": 18})
                    if marked else block
                )  # fmt: skip
        if told:
            yield Boxed(k="notes", blocks=tuple(told))

    def _blocks(self, holder: Element) -> Iterator[Block]:
        for part in holder:
            name = local(part)
            self._count += 1
            if self._count > _MOST_BLOCKS:
                raise UndecodableError("Ce document est beaucoup trop long pour être une pièce.")
            if name == "p":
                yield from self._paragraph(part)
            elif name == "tbl":
                yield from self._table(part)
            elif name in _HOLDERS:
                if name in {"ins", "moveTo"}:
                    self._seen.missed.add(Missed.CHANGES)
                yield from self._blocks(part)
            elif name == "altChunk":
                self._seen.missed.add(Missed.OBJECT)

    def _boxed(self, holder: Element) -> tuple[Block, ...]:
        if self._depth >= _DEEPEST:
            self._seen.missed.add(Missed.DEPTH)
            return ()
        self._depth += 1
        blocks = tuple(self._blocks(holder))
        self._depth -= 1
        return blocks

    def _paragraph(self, element: Element) -> Iterator[Block]:
        own = child(element, "pPr")
        style = attribute(child(own, "pStyle"), "val") or self._styles.usual
        line = [*([own] if own is not None else ()), *self._styles.line(style)]
        marker, listed = self._marker(line)
        places = [*line[:1], *([listed] if listed is not None else ()), *line[1:]]
        look = replace(self._styles.look(style, self._styles.base), hidden=None)
        words = Words(self._seen, self._boxed)
        runs = list(words.of(element, look))
        level = self._styles.level(style)
        if is_on(_first(line, "pageBreakBefore")):
            yield NewPage()
        above, below = _spaces(line)
        if level:
            above = max(above, self._seen.size * 0.8)
            below = max(below, self._seen.size * 0.3)
        shown = Paragraph(
            runs=(),
            level=level if any(getattr(one, "t", "").strip() for one in runs) else 0,
            align=_ALIGNED.get(attribute(_first(line, "jc"), "val"), "left"),
            left=_left(places, has_marker=bool(marker)),
            marker=marker,
            above=above,
            below=below,
            rtl=bool(is_on(_first(line, "bidi"))),
        )
        yield from _parted(shown, runs)
        for box in words.boxes:
            if box:
                yield Boxed(k="box", blocks=box)

    def _marker(self, line: Sequence[Element]) -> tuple[str, Element | None]:
        listed = _first(line, "numPr")
        name = attribute(child(listed, "numId"), "val")
        if not name or name == "0":
            return "", None
        return self._numbers.marker(name, int(number(attribute(child(listed, "ilvl"), "val"))))

    def _table(self, element: Element) -> Iterator[Block]:
        if self._depth >= _DEEPEST:
            self._seen.missed.add(Missed.DEPTH)
            return
        self._depth += 1
        properties = child(element, "tblPr")
        rows: list[list[tuple[int, str, Cell]]] = []
        for row in _rows(element):
            cells: list[tuple[int, str, Cell]] = []
            before = int(number(attribute(child(row, "trPr", "gridBefore"), "val")))
            if before > 0:
                cells.append((min(before, 60), "", Cell(x=0, y=0)))
            cells += [self._cell(one) for one in _cells(row)]
            rows.append(cells)
        self._depth -= 1
        grid = child(element, "tblGrid")
        widths = [number(attribute(one, "w")) for one in (grid if grid is not None else ())
                  if local(one) == "gridCol"]  # fmt: skip
        borders = child(properties, "tblBorders")
        style = attribute(child(properties, "tblStyle"), "val")
        shown = (attribute(one, "val") for one in (borders if borders is not None else ()))
        ruled = (
            any(one not in {"none", "nil"} for one in shown)
            if borders is not None
            else style in self._styles.ruled or next(every(element, "tcBorders"), None) is not None
        )
        if (made := gridded(rows, widths, ruled=ruled)) is not None:
            yield made

    def _cell(self, cell: Element) -> tuple[int, str, Cell]:
        properties = child(cell, "tcPr")
        span = int(number(attribute(child(properties, "gridSpan"), "val"), 1)) or 1
        merged = child(properties, "vMerge")
        merge = "" if merged is None else attribute(merged, "val", "continue")
        fill = pale(attribute(child(properties, "shd"), "fill"))
        return (
            min(max(span, 1), 60),
            merge,
            Cell(x=0, y=0, fill=fill, blocks=tuple(self._blocks(cell))),
        )


def _rows(element: Element) -> Iterator[Element]:
    for one in element:
        if local(one) == "tr":
            yield one
        elif local(one) in _HOLDERS:
            yield from _rows(one)


def _cells(row: Element) -> Iterator[Element]:
    for one in row:
        if local(one) == "tc":
            yield one
        elif local(one) in _HOLDERS:
            yield from _cells(one)


def _first(line: Sequence[Element], name: str) -> Element | None:
    """The nearest property of that name."""
    return next((found for one in line if (found := child(one, name)) is not None), None)


def _parted(paragraph: Paragraph, words: Sequence[Word]) -> Iterator[Block]:
    """A paragraph, cut where a page ends inside it."""
    runs: list[Inline] = []
    for word in words:
        if not isinstance(word, NewPage):
            runs.append(word)
            continue
        if runs:
            yield paragraph.model_copy(update={"runs": tuple(runs)})
        yield word
        runs = []
        paragraph = paragraph.model_copy(update={"marker": ""})
    if runs or not any(isinstance(word, NewPage) for word in words):
        yield paragraph.model_copy(update={"runs": tuple(runs)})


def _spaces(line: Sequence[Element]) -> tuple[float, float]:
    spacing = [found for one in line if (found := child(one, "spacing")) is not None]
    told = []
    for side in ("before", "after"):
        value = next((v for one in spacing if (v := attribute(one, side))), "0")
        told.append(min(max(number(value) / _TWIP, 0), _SPACED))
    close = is_on(_first(line, "contextualSpacing"))  # between items of one list
    return (0, min(told[1], _CLOSE)) if close else (told[0], told[1])


def _left(places: Sequence[Element], *, has_marker: bool) -> float:
    for one in places:
        ind = child(one, "ind")
        value = attribute(ind, "left") or attribute(ind, "start")
        if value:
            return min(max(number(value) / _TWIP, 18 if has_marker else 0), _FARTHEST)
    return 18 if has_marker else 0


def _page(section: Element | None) -> tuple[tuple[float, float], tuple[float, float, float, float]]:
    size, margin = child(section, "pgSz"), child(section, "pgMar")
    wide = number(attribute(size, "w", "11906")) / _TWIP
    high = number(attribute(size, "h", "16838")) / _TWIP
    sides = [
        min(max(number(attribute(margin, side, "1417")) / _TWIP, 34), 120)
        for side in ("left", "right", "top", "bottom")
    ]
    return (wide, high), (sides[0], sides[1], sides[2], sides[3])
