"""The words of one paragraph of a Word file: runs, fields, pictures, tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias
from xml.etree.ElementTree import Element

from plaise.dossier.elements import attribute, child, local

from ._archive import Archive, every, number
from ._look import Look
from ._pictures import Pictures
from ._tree import Block, Field, Inline, Missed, NewPage, Shown, Tab, Text
from ._word_styles import Styles, look_of

_POINT = 12_700  # EMU
_INSIDE = {"smartTag", "sdtContent", "customXml", "dir", "bdo", "sdt", "hyperlink"}
_ADDED, _GONE = {"ins", "moveTo"}, {"del", "moveFrom"}
_PAGES = {"PAGE": "page", "NUMPAGES": "pages", "SECTIONPAGES": "pages"}
_MOVING = {"DATE", "TIME", "SAVEDATE", "PRINTDATE", "FILENAME"}
_SYMBOLS = {
    "F0FE": "☑", "F052": "☑", "F0FD": "[X]", "F0A8": "☐", "F06F": "☐", "F0FC": "✓", "F0B7": "•",
    "F0A7": "▪", "F0E0": "→", "F0D8": "▸", "F02D": "–", "F0D2": "☑", "F0A3": "☐",
}  # fmt: skip
_DRAWN = {"drawing": Missed.DRAWING, "pict": Missed.DRAWING, "object": Missed.OBJECT}
_NOT_SHOWN = {
    Missed.DRAWING: "[dessin non repris]",
    Missed.OBJECT: "[objet non repris]",
    Missed.PICTURE: "[image non reprise]",
    Missed.OUTSIDE: "[image non reprise]",
}


Word: TypeAlias = Inline | NewPage


@dataclass
class Seen:
    """What is gathered over a whole file.

    `links` are those of the part being read (document, header…); `boxes` the text boxes met in a
    paragraph, `notes` what its references point to, in order.
    """

    archive: Archive
    styles: Styles
    pictures: Pictures = field(default_factory=Pictures)
    missed: set[Missed] = field(default_factory=set)
    links: dict[str, str] = field(default_factory=dict)
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    cited: list[tuple[str, str]] = field(default_factory=list)
    size: float = 11


@dataclass
class Words:
    """Reads the paragraphs of one part."""

    seen: Seen
    blocks_of: Callable[[Element], tuple[Block, ...]]
    boxes: list[tuple[Block, ...]] = field(default_factory=list)
    _fields: list[list[str]] = field(default_factory=list)

    def of(self, element: Element, look: Look) -> Iterator[Word]:
        """The words of a paragraph, a link or a content control, in order."""
        for part in element:
            name = local(part)
            if name == "r":
                yield from self._run(part, look)
            elif name in _INSIDE:
                yield from self.of(part, look)
            elif name == "fldSimple":
                yield from self._simple(part, look)
            elif name in _ADDED:
                self.seen.missed.add(Missed.CHANGES)
                yield from self.of(part, replace(look, underlined=True))
            elif name in _GONE:
                self.seen.missed.add(Missed.CHANGES)
                yield from self.of(part, replace(look, struck=True))
            elif name in {"oMath", "oMathPara"}:
                self.seen.missed.add(Missed.FORMULA)
                yield self._text("".join(one.text or "" for one in every(part, "t")), look)
            elif name == "AlternateContent":
                yield from self._alternate(part, look)

    def _text(self, words: str, look: Look) -> Text:
        return look.text(words, self.seen.size)

    def _run(self, run: Element, around: Look) -> Iterator[Word]:
        properties = child(run, "rPr")
        styled = self.seen.styles.look(attribute(child(properties, "rStyle"), "val"), around)
        look = look_of(properties).over(styled)
        look = replace(
            look,
            underlined=look.underlined or around.underlined,
            struck=look.struck or around.struck,
        )
        if look.hidden:
            if any(one.text for one in every(run, "t")):
                self.seen.missed.add(Missed.HIDDEN)
            return
        for part in run:
            yield from self._part(local(part), part, look)

    def _part(self, name: str, part: Element, look: Look) -> Iterator[Word]:
        if name in {"fldChar", "instrText"}:
            yield from self._field(name, part)
        elif self._instead():
            return
        elif name == "AlternateContent":
            yield from self._alternate(part, look)
        elif name in _DRAWN:
            yield from self._drawing(part, _DRAWN[name], look)
        elif (word := self._word(name, part, look)) is not None:
            yield word

    def _word(self, name: str, part: Element, look: Look) -> Word | None:
        match name:
            case "t" | "delText":
                return self._text(part.text or "", look)
            case "tab" | "ptab":
                return Tab(k="tab")
            case "br" | "cr":
                return NewPage() if attribute(part, "type") == "page" else Tab(k="line")
            case "noBreakHyphen":
                return self._text("-", look)
            case "sym":
                return self._symbol(part, look)
        return self._reference(name, part, look)

    def _reference(self, name: str, part: Element, look: Look) -> Word | None:
        if name == "commentReference":
            self.seen.missed.add(Missed.COMMENTS)
        if name not in {"footnoteReference", "endnoteReference"}:
            return None
        self.seen.cited.append((name.removesuffix("Reference"), attribute(part, "id")))
        return self._text(str(len(self.seen.cited)), replace(look, up="super"))

    def _alternate(self, part: Element, look: Look) -> Iterator[Word]:
        """What Word shows of two forms of one thing: the first."""
        chosen = child(part, "Choice")
        chosen = child(part, "Fallback") if chosen is None else chosen
        for one in chosen if chosen is not None else ():
            name = local(one)
            if name in _DRAWN:
                yield from self._drawing(one, _DRAWN[name], look)
            elif name == "r":
                yield from self._run(one, look)

    def _symbol(self, part: Element, look: Look) -> Inline:
        code = attribute(part, "char").upper().zfill(4)
        if code not in _SYMBOLS:
            self.seen.missed.add(Missed.SYMBOL)
        return self._text(_SYMBOLS.get(code, "[signe]"), look)

    def _field(self, name: str, part: Element) -> Iterator[Word]:
        """Fields show their last result; page numbers are counted anew."""
        if name == "instrText":
            if self._fields:
                self._fields[-1][0] += part.text or ""
            return
        kind = attribute(part, "fldCharType")
        if kind == "begin":
            self._fields.append(["", "code"])
        elif self._fields and kind == "separate":
            yield from self._told()
            self._fields[-1][1] = "result"
        elif self._fields and kind == "end":
            if self._fields[-1][1] == "code":
                yield from self._told()
            self._fields.pop()

    def _told(self) -> Iterator[Word]:
        word = (self._fields[-1][0].split() or [""])[0].upper()
        if word in _PAGES:
            yield Field(k="page" if _PAGES[word] == "page" else "pages")
        if word in _MOVING:
            self.seen.missed.add(Missed.DATE)

    def _instead(self) -> bool:
        """Whether a field is being read whose words are its code, or are shown otherwise."""
        return any(
            stage == "code" or (code.split() or [""])[0].upper() in _PAGES
            for code, stage in self._fields
        )

    def _simple(self, part: Element, look: Look) -> Iterator[Word]:
        word = (attribute(part, "instr").split() or [""])[0].upper()
        if word in _PAGES:
            yield Field(k="page" if _PAGES[word] == "page" else "pages")
            return
        if word in _MOVING:
            self.seen.missed.add(Missed.DATE)
        yield from self.of(part, look)

    def _drawing(self, part: Element, what: Missed, look: Look) -> Iterator[Word]:
        boxes = list(every(part, "txbxContent"))
        for box in boxes:
            self.seen.missed.add(Missed.TEXT_BOX)
            self.boxes.append(self.blocks_of(box))
        found = [*every(part, "blip"), *every(part, "imagedata")]
        if what is Missed.OBJECT:
            self.seen.missed.add(what)
        for one in found:
            yield self._picture(part, one, look)
        if not boxes and not found:
            self.seen.missed.add(what)
            yield self._text(_NOT_SHOWN[what], look)

    def _picture(self, drawing: Element, blip: Element, look: Look) -> Inline:
        link = attribute(blip, "embed") or attribute(blip, "id")
        name = self.seen.links.get(link, "")
        raw = self.seen.archive.bytes_of(name) if name else None
        if raw is None:
            self.seen.missed.add(Missed.OUTSIDE)
            return self._text(_NOT_SHOWN[Missed.OUTSIDE], look)
        place = self.seen.pictures.place_of(name, raw)
        if place is None:
            self.seen.missed.add(Missed.PICTURE)
            return self._text(_NOT_SHOWN[Missed.PICTURE], look)
        wide, high = _extent(drawing)
        made = self.seen.pictures.kept[place]
        told = attribute(next(every(drawing, "docPr"), None), "descr")
        return Shown(
            picture=place,
            wide=wide or min(made.width * 0.75, 450),
            high=high or min(made.height * 0.75, 650),
            alt=told[:500] or "Image du document",
        )


def _extent(drawing: Element) -> tuple[float, float]:
    """How large a picture is shown; zeros when the file does not say."""
    extent = next(every(drawing, "extent"), None)
    if extent is not None:
        wide, high = (number(attribute(extent, one)) / _POINT for one in ("cx", "cy"))
        return min(max(wide, 0), 2_000), min(max(high, 0), 2_000)
    shape = next(every(drawing, "shape"), None)
    said = dict(one.split(":", 1) for one in attribute(shape, "style").split(";") if ":" in one)
    sizes = [said.get(one, "") for one in ("width", "height")]
    wide, high = (number(one.removesuffix("pt")) if one.endswith("pt") else 0 for one in sizes)
    return min(max(wide, 0), 2_000), min(max(high, 0), 2_000)
