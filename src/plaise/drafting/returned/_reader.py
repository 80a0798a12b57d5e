"""From a Word file that a person edited to the block tree, and the list of what was lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple
from xml.etree.ElementTree import Element

from plaise.dossier.elements import attribute, child, local

from .._blocks import (
    Block,
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
)
from .._brief import EXERCISE_MARK
from .._source import held, merged
from . import _styles
from ._inline import Break, Inlines
from ._package import Package, WordError, open_package
from ._styles import StyleBook, is_on, list_at
from ._tables import calendar_of, table_of

_MOST_BLOCKS = 20_000
_THROUGH = {"sdt", "sdtContent", "customXml", "ins", "moveTo"}
_DEEPEST = 3


class Returned(NamedTuple):
    """An act that came back, and what of the file could not be kept, in French."""

    document: Document
    lost: tuple[str, ...]


def import_docx(content: bytes) -> Returned:
    """Read our styles, bold, italic, lists, quotes and tables back from a Word file.

    Args:
        content: the file. It is read, never run; what it points to outside is never fetched.

    Raises:
        WordError: it is no Word file, is damaged, is too large, or holds no words.
    """
    package = open_package(content)
    try:
        return _Reader(package).document()
    except RecursionError as error:
        raise WordError("Ce fichier Word est abîmé ou a une forme inhabituelle.") from error


class _Reader:
    """Walks the body once; what belongs together (list, quote, lines to fill) is gathered."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._book = StyleBook(package.styles, package.numbering)
        self._inlines = Inlines(self._book, package)
        self._lost = self._inlines.lost
        self._blocks: list[Block] = []
        self._open_list = self._open_family = ""
        self._items: dict[str, int] = {}

    def document(self) -> Returned:
        for count, element in enumerate(_body(self._package.body)):
            if count > _MOST_BLOCKS:
                raise WordError("Ce fichier Word est beaucoup trop long pour être un acte.")
            self._take(element)
        if not any(not isinstance(block, PageBreak) for block in self._blocks):
            raise WordError("Ce fichier Word ne contient pas de texte.")
        core = self._package.core
        document = Document(
            title=core.get("title", ""),
            blocks=held(self._blocks),
            lang=core.get("language", "") or "fr",
            subject=core.get("subject", ""),
            author=core.get("creator", ""),
            running=core.get("title", ""),
            kind=core.get("category", ""),
        )
        marked = any(EXERCISE_MARK in words for words in self._package.running)
        self._look_around(document)
        return Returned(
            replace(document, mark=EXERCISE_MARK if marked else ""), self._lost.listed()
        )

    def _look_around(self, document: Document) -> None:
        """What stands in the file beside its body."""
        names = self._package.names
        self._lost.count("macros", sum("vba" in name.lower() for name in names))
        for address in self._package.outside:
            self._lost.tell("une adresse extérieure, jamais ouverte", address)
        ours = tuple(" ".join(one.split()) for one in (EXERCISE_MARK, document.foot))
        strange = [w for w in self._package.running if w and not w.startswith(ours)]
        self._lost.count("running", min(1, len(strange)))

    def _take(self, element: Element) -> None:
        if local(element) == "tbl":
            self._end_list()
            table = table_of(element, self._cell, self._lost)
            if table:
                self._blocks.append(calendar_of(table) or table)
            return
        properties = child(element, "pPr")
        style_id = attribute(child(properties, "pStyle"), "val")
        name, strange = self._book.name_of(style_id)
        if strange:
            self._lost.tell(
                "un style qui n’est pas de Plaise, remplacé par le plus proche", strange
            )
        if is_on(child(properties, "pageBreakBefore")):
            self._page()
        for line in self._lines(element):
            if line is None:
                self._page()
            else:
                self._place(line, name, properties, style_id)

    def _lines(self, element: Element) -> Iterator[Inline | None]:
        """The lines of a paragraph; None where a page ends. An empty paragraph is one line."""
        line: list[Run] = []
        for part in self._inlines.of(element):
            if isinstance(part, Run):
                line.append(part)
                continue
            if line or part is Break.LINE:
                yield _trimmed(line)
            line = []
            if part is Break.PAGE:
                yield None
        if line or not any(local(one) == "r" for one in element):
            yield _trimmed(line)

    def _place(self, runs: Inline, name: str, properties: Element | None, style_id: str) -> None:
        if name == _styles.RULED:
            self._ruled(runs)
            return
        if not runs:
            if name not in {_styles.SPACER, _styles.LIST}:
                self._end_list()
            return
        number, level = list_at(properties)
        if not number:
            number, level = self._book.list_of(style_id)
        if self._item(runs, number, level):
            return
        self._end_list()
        if name in _styles.HEADINGS:
            self._blocks.append(Heading(min(_styles.HEADINGS[name], _DEEPEST), runs))
        elif name == _styles.QUOTE:
            self._quote(runs)
        else:
            style = _styles.PARAGRAPHS.get(name, Style.BODY)
            self._blocks.append(Paragraph(runs, style))

    def _item(self, runs: Inline, number: str, level: int) -> bool:
        """Put an item into the list that it belongs to; false when it is no item."""
        numbering = self._book.numbering(number, level) if number else None
        if numbering is None:
            return False
        if level:
            self._lost.count("levels")
        last = self._blocks[-1] if self._blocks else None
        goes_on = numbering.family == self._open_family and not numbering.restarts
        if isinstance(last, ListBlock) and (number == self._open_list or goes_on):
            self._blocks[-1] = replace(last, items=(*last.items, runs))
        else:
            told = self._items.get(number, 0)
            start = numbering.start + told if numbering.ordered else 1
            self._blocks.append(ListBlock((runs,), ordered=numbering.ordered, start=start))
        self._items[number] = self._items.get(number, 0) + 1
        self._open_list, self._open_family = number, numbering.family
        return True

    def _quote(self, runs: Inline) -> None:
        last = self._blocks[-1] if self._blocks else None
        if isinstance(last, Quote):
            self._blocks[-1] = Quote((*last.paragraphs, runs))
        else:
            self._blocks.append(Quote((runs,)))

    def _ruled(self, runs: Inline) -> None:
        last = self._blocks[-1] if self._blocks else None
        if isinstance(last, Ruled) and not runs:
            self._blocks[-1] = replace(last, count=last.count + 1)
        else:
            self._blocks.append(Ruled(1, runs))

    def _page(self) -> None:
        self._end_list()
        self._blocks.append(PageBreak())

    def _end_list(self) -> None:
        self._open_list = self._open_family = ""

    def _cell(self, paragraphs: Sequence[Element]) -> Inline:
        """The paragraphs of a cell, one after the other."""
        runs: list[Run] = []
        for paragraph in paragraphs:
            runs += [Run(" ")] if runs else []
            for part in self._inlines.of(paragraph):
                runs.append(part if isinstance(part, Run) else Run(" "))
        return _trimmed(runs)


def _body(element: Element) -> Iterator[Element]:
    """Paragraphs and tables in order, through content controls and tracked insertions."""
    for part in element:
        name = local(part)
        if name in {"p", "tbl"}:
            yield part
        elif name in _THROUGH:
            yield from _body(part)


def _trimmed(runs: Iterable[Run]) -> Inline:
    """Runs typeset as ours are, without spaces at either end."""
    kept = list(merged([run for run in runs if run.text]))
    while kept and not kept[0].text.strip():
        del kept[0]
    while kept and not kept[-1].text.strip():
        del kept[-1]
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip())
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)
