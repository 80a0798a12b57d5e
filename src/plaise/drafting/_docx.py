"""DOCX with real styles, filling the XML parts of `word/` (a jurist may restyle them in Word)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

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
    Run,
    Style,
    Table,
    text,
)
from ._columns import column_widths

_PARTS = Path(__file__).parent / "word"
_TEXT_WIDTH = 9072  # twentieths of a point between the margins of an A4 page
_STYLES = {
    Style.BODY: "BodyText",
    Style.ADDRESS: "Adresse",
    Style.SENDER: "Expediteur",
    Style.PARTY: "Partie",
    Style.RIGHT: "Droite",
    Style.CENTER: "Centre",
    Style.TITLE: "Title",
    Style.POSTER: "Title",
    Style.BANNER: "Bandeau",
    Style.SIGNATURE: "Signature",
    Style.CAPTION: "Caption",
    Style.SMALL: "Petit",
}
_BULLETS = 1
_WEEK_WIDTH = 1000
_SHADES = ("FFFFFF", "D6E6F2", "9CC3DE", "4F8FBB", "1D5F8C")
_LIGHT = 2  # from the shade after this one, counts are white
_COUNTS = {False: "Calendrier", True: "CalendrierFonce"}
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C4C4C4"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_CELLS = (
    f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
    '<w:left w:w="20" w:type="dxa"/><w:right w:w="20" w:type="dxa"/></w:tblCellMar>'
    '<w:tblLook w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/>'
)
_AFTER = '<w:p><w:pPr><w:pStyle w:val="ApresTableau"/></w:pPr></w:p>'
_LONG_WORD = re.compile(r"[^\s]{30}")
# « R. 431-5 » must not be cut: Word breaks lines after a plain hyphen.
_ARTICLE_HYPHEN = re.compile(r"(?<=\d)-(?=\d+(?:-\d+)?(?![\w/.-]))")


def to_docx(document: Document, *, made_on: date) -> bytes:
    """Set a document as a Word file, in A4, with styles, repeated table headers and page numbers.

    Args:
        document: the act.
        made_on: the date written in the file; the same document and date give the same bytes.
    """
    writer = _Writer()
    body = "".join(writer.block(block) for block in document.blocks)
    fields = {
        "title": escape(document.title),
        "author": escape(document.author),
        "subject": escape(document.subject),
        "running": escape(document.foot),
        "kind": escape(document.kind),
        "lang": escape(document.lang),
        "made": f"{made_on:%Y-%m-%d}T12:00:00Z",
        "mark": _mark(document.mark),
        "body": body,
        "numbers": writer.numbers(),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _parts():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            archive.writestr(entry, part.substitute(fields))
    return packed.getvalue()


@cache
def _parts() -> tuple[tuple[str, Template], ...]:
    """The XML parts in the order of the package, content types first."""
    names = sorted(path.relative_to(_PARTS).as_posix() for path in _PARTS.rglob("*.xml"))
    names.sort(key=lambda name: name != "content_types.xml")
    return tuple(
        (_PACKED.get(name, name), Template((_PARTS / name).read_text(encoding="utf-8")))
        for name in names
    )


_PACKED = {
    "content_types.xml": "[Content_Types].xml",
    "rels/package.xml": "_rels/.rels",
    "rels/document.xml": "word/_rels/document.xml.rels",
}


def _mark(words: str) -> str:
    return f"<w:r><w:t>{escape(words)}</w:t></w:r>" if words else ""


class _Writer:
    """Blocks to WordprocessingML; it remembers how many numbered lists were begun."""

    def __init__(self) -> None:
        self._starts: list[int] = []

    def block(self, block: Block) -> str:
        return "".join(self._parts(block))

    def _parts(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level=level, runs=runs):
                yield _paragraph(runs, f"Heading{min(level, 3)}")
            case Paragraph(runs=runs, style=style, keep=keep):
                held = "<w:keepNext/>" if keep else ""
                yield _paragraph(runs, _STYLES[style], held + _justified(runs, style))
            case Quote(paragraphs=parts):
                yield from (_paragraph(part, "Quote") for part in parts)
            case ListBlock():
                yield from self._items(block)
            case Table():
                yield _table(block)
            case Ruled(count=count, label=label):
                yield _paragraph(label, "Lignes")
                yield from (_paragraph((), "Lignes") for _ in range(count - 1))
                yield _AFTER
            case Calendar():
                yield _calendar(block)
            case PageBreak():
                yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def _items(self, block: ListBlock) -> Iterator[str]:
        number = _BULLETS
        if block.ordered:
            self._starts.append(block.start)
            number = _BULLETS + len(self._starts)
        numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        last = len(block.items) - 1
        for at, item in enumerate(block.items):
            held = "<w:keepNext/>" if block.keep and at == last else ""
            yield _paragraph(item, "ListParagraph", held + numbering)

    def numbers(self) -> str:
        """One numbering instance per numbered list, so that each begins where it says."""
        return "".join(
            f'<w:num w:numId="{_BULLETS + place}"><w:abstractNumId w:val="2"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for place, start in enumerate(self._starts, 1)
        )


def _paragraph(runs: Inline, style: str, properties: str = "") -> str:
    content = "".join(_run(run.text, bold=run.bold, italic=run.italic) for run in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def _justified(runs: Inline, style: Style) -> str:
    """A long address would stretch the words before it over the line: set to the left instead."""
    stretched = style is Style.BODY and _LONG_WORD.search(text(runs))
    return '<w:jc w:val="left"/>' if stretched else ""


def _run(words: str, *, bold: bool, italic: bool) -> str:
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    parts = (
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in _ARTICLE_HYPHEN.split(words)
    )
    return f"<w:r>{look}{'<w:noBreakHyphen/>'.join(parts)}</w:r>"


def _calendar(calendar: Calendar) -> str:
    """A table with shaded cells: it can be edited, and Word tells its description."""
    count = len(calendar.columns)
    narrow = (_TEXT_WIDTH - _WEEK_WIDTH) // count
    widths = [_TEXT_WIDTH - narrow * count, *[narrow] * count]
    most = busiest(calendar.weeks)
    rows = [_shaded((Calendar.HEAD, *calendar.columns), widths, (0,) * (count + 1), head=True)]
    for week in calendar.weeks:
        counts = calendar.counts(week)
        words = (f"{week.monday:%d/%m/%Y}", *(str(one) if one else "" for one in counts))
        rows.append(_shaded(words, widths, (0, *(shade(one, most) for one in counts))))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_TEXT_WIDTH}" w:type="dxa"/>{_CELLS}'
        f'<w:tblCaption w:val="Calendrier des tentatives"/>'
        f'<w:tblDescription w:val="{escape(calendar.words)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{_AFTER}"
    )


def _shaded(
    words: Sequence[str], widths: Sequence[int], shades: Sequence[int], *, head: bool = False
) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADES[dark]}"/></w:tcPr>'
        f"{_paragraph((Run(word),), _COUNTS[dark > _LIGHT])}</w:tc>"
        for word, width, dark in zip(words, widths, shades, strict=True)
    )
    properties = "<w:cantSplit/><w:tblHeader/>" if head else "<w:cantSplit/>"
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _table(table: Table) -> str:
    widths = column_widths(table, _TEXT_WIDTH)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    together = "<w:keepNext/>" if table.short else ""
    head = _row(table.header, widths, "TableHead", "<w:cantSplit/><w:tblHeader/>")
    last = len(table.rows) - 1
    body = "".join(
        _row(row, widths, "TableText", "<w:cantSplit/>", together if at < last else "")
        for at, row in enumerate(table.rows)
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableauMaison"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>"
        f"{_AFTER}"
    )


def _row(
    cells: tuple[Inline, ...], widths: list[int], style: str, properties: str, keep: str = ""
) -> str:
    shown = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(cell, style, keep)}</w:tc>"
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{properties}</w:trPr>{shown}</w:tr>"
