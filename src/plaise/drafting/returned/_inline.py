"""The words of one paragraph of a Word file, with what of their look is ours: bold and italic."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from xml.etree.ElementTree import Element

from plaise.dossier.elements import attribute, child, local

from .._blocks import Run
from ._lost import Lost
from ._package import Package, words
from ._styles import StyleBook, is_on


class Break(Enum):
    """Where a line or a page ends inside a paragraph."""

    LINE = "line"
    PAGE = "page"


_INSIDE = {"smartTag", "sdtContent", "fldSimple", "customXml", "dir", "bdo", "sdt"}
_TAKEN, _DROPPED = {"ins", "moveTo"}, {"del", "moveFrom"}
_PICTURES = {"drawing", "pict", "AlternateContent"}
_FORMULAS = {"oMath", "oMathPara"}
_LOOKS = {"u", "highlight", "shd", "color", "vertAlign", "sz", "rFonts", "caps", "smallCaps"}
_PLAIN = {"", "none", "auto", "000000", "1A1A1A", "baseline", "0", "false", "clear"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_NOTES["commentReference"] = "comment"
_SAID = {"footnote": "une note de bas de page", "endnote": "une note de fin"}
_SAID["comment"] = "un commentaire"
_GONE = {"Co", "Cs", "Cn"}


@dataclass(frozen=True, slots=True)
class Inlines:
    """Reads paragraphs; what it cannot keep goes to `lost`."""

    book: StyleBook
    package: Package
    lost: Lost = field(default_factory=Lost)

    def of(self, element: Element) -> Iterator[Run | Break]:
        """The runs of a paragraph, hyperlink or content control, in order."""
        for part in element:
            name = local(part)
            if name == "r":
                yield from self._run(part)
            elif name in _INSIDE or name in _TAKEN:
                self.lost.count("inserted", int(name in _TAKEN))
                yield from self.of(part)
            elif name == "hyperlink":
                self.lost.count("link", int(bool(attribute(part, "id"))))
                yield from self.of(part)
            elif name in _DROPPED:
                self.lost.count("deleted")
            elif name in _FORMULAS:
                self.lost.count("formula")
            elif name in _PICTURES:
                self._picture(part)

    def _run(self, run: Element) -> Iterator[Run | Break]:
        properties = child(run, "rPr")
        if self._unseen(run, properties):
            return
        bold, italic = self._look(properties)
        for part in run:
            name = local(part)
            if name == "t":
                yield Run(tidy(part.text or ""), bold=bold, italic=italic)
            elif name in {"br", "cr"}:
                yield Break.PAGE if attribute(part, "type") == "page" else Break.LINE
            elif name in {"tab", "ptab"}:
                yield Run(" ", bold=bold, italic=italic)
            elif name == "noBreakHyphen":
                yield Run("-", bold=bold, italic=italic)
            else:
                self._other(name, part)

    def _unseen(self, run: Element, properties: Element | None) -> bool:
        """Whether the words are hidden or struck: they leave the act, and the person is told."""
        text = words(run)
        if not text:
            return False
        if is_on(child(properties, "vanish")):
            self.lost.tell("un texte masqué, retiré", text)
            return True
        if is_on(child(properties, "strike")) or is_on(child(properties, "dstrike")):
            self.lost.tell("un texte barré, retiré", text)
            return True
        return False

    def _look(self, properties: Element | None) -> tuple[bool, bool]:
        if properties is None:
            return False, False
        strong, slanted = self.book.look(attribute(child(properties, "rStyle"), "val"))
        own = {local(one): one for one in properties}
        if any(attribute(own[name], "val") not in _PLAIN for name in _LOOKS & own.keys()):
            self.lost.count("look")
        bold = is_on(own["b"]) if "b" in own else strong
        italic = is_on(own["i"]) if "i" in own else slanted
        return bold, italic

    def _other(self, name: str, part: Element) -> None:
        if name in _PICTURES:
            self._picture(part)
        elif name == "object":
            self.lost.count("object")
        elif name == "sym":
            self.lost.count("symbol")
        elif kind := _NOTES.get(name):
            note = self.package.notes.get((kind, attribute(part, "id")), "")
            self.lost.tell(_SAID[kind], note)

    def _picture(self, part: Element) -> None:
        self.lost.count("drawing")
        boxes = (one for one in part.iter() if local(one) == "txbxContent")
        for text in dict.fromkeys(words(box) for box in boxes):
            self.lost.tell("une zone de texte", text)


def tidy(text: str) -> str:
    """Printable text on one line; nothing that could be taken for our own tokens."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char
        for char in text
        if unicodedata.category(char) not in _GONE and char not in "\u200b\ufeff\u00ad"
    )
