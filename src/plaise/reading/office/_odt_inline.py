"""The words of one paragraph of an ODT file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from plaise.dossier.elements import attribute, child, local

from ._archive import Archive, number
from ._look import Look
from ._odt_styles import OdtStyles, points
from ._pictures import Pictures
from ._tree import Block, Field, Inline, Missed, Shown, Tab, Text

_ALONE: dict[str, Tab | Field] = {
    "tab": Tab(k="tab"),
    "line-break": Tab(k="line"),
    "page-number": Field(k="page"),
    "page-count": Field(k="pages"),
}
_TOLD = {"annotation": Missed.COMMENTS}
_MOVING = {"date", "time", "file-name", "print-date", "print-time"}
_SHAPES = {"custom-shape", "rect", "line", "ellipse", "g", "path", "polygon", "connector"}
_SKIPPED = {"bookmark", "bookmark-start", "bookmark-end", "soft-page-break", "annotation-end",
            "reference-mark-start", "reference-mark-end"}  # fmt: skip
_MOST_SPACES = 100


@dataclass
class OdtSeen:
    """What is gathered over a whole file; `notes` are markers and bodies, as they are cited.

    `changes` are the tracked changes by their identifier, and `adding` those of them inside which
    the words being read were added.
    """

    archive: Archive
    styles: OdtStyles
    size: float
    pictures: Pictures = field(default_factory=Pictures)
    missed: set[Missed] = field(default_factory=set)
    notes: list[tuple[str, Element]] = field(default_factory=list)
    changes: dict[str, Element] = field(default_factory=dict)
    adding: set[str] = field(default_factory=set)


@dataclass
class OdtWords:
    """Reads one paragraph."""

    seen: OdtSeen
    blocks_of: Callable[[Element], tuple[Block, ...]]
    boxes: list[tuple[Block, ...]] = field(default_factory=list)

    def of(self, element: Element, look: Look) -> Iterator[Inline]:
        """The words of a paragraph or span, in order; what follows each element too."""
        yield from self._text(element.text, look)
        for part in element:
            yield from self._part(local(part), part, look)
            yield from self._text(part.tail, look)

    def _text(self, words: str | None, look: Look) -> Iterator[Text]:
        if not words:
            return
        if look.hidden:
            self.seen.missed.add(Missed.HIDDEN)
            return
        one_line = " ".join(words.replace("\n", " ").replace("\t", " ").split(" "))
        shown = replace(look, underlined=True) if self.seen.adding else look
        yield shown.text(one_line, self.seen.size)

    def _part(self, name: str, part: Element, look: Look) -> Iterator[Inline]:
        drawn = self._drawn().get(name)
        if drawn is not None:
            yield from drawn(part, look)
        elif name == "s":
            count = int(number(attribute(part, "c", "1"), 1))
            yield from self._text("\u00a0" * min(max(count, 1), _MOST_SPACES), look)
        elif name in _ALONE:
            yield _ALONE[name]
        elif name in _TOLD:
            self.seen.missed.add(_TOLD[name])
        elif name not in _SKIPPED:
            if name in _MOVING and attribute(part, "fixed") != "true":
                self.seen.missed.add(Missed.DATE)
            yield from self.of(part, look)

    def _drawn(self) -> dict[str, Callable[[Element, Look], Iterator[Inline]]]:
        """What reads each kind of element that holds more than words."""
        shapes = dict.fromkeys(_SHAPES, self._shape)
        changes = dict.fromkeys(("change", "change-start", "change-end"), self._changed)
        own = {"span": self._span, "note": self._note, "frame": self._frame}
        return {**shapes, **changes, **own}

    def _changed(self, mark: Element, look: Look) -> Iterator[Inline]:
        """Words taken out are struck where they stood; words added are underlined."""
        self.seen.missed.add(Missed.CHANGES)
        name = attribute(mark, "change-id")
        change = self.seen.changes.get(name)
        if local(mark) == "change-end":
            self.seen.adding.discard(name)
        elif child(change, "insertion") is not None:
            self.seen.adding.add(name)
        elif (gone := child(change, "deletion")) is not None:
            del self.seen.changes[name]  # once, and never inside itself
            for paragraph in (one for one in gone if local(one) in {"p", "h"}):
                yield from self.of(paragraph, replace(look, struck=True))

    def _span(self, part: Element, look: Look) -> Iterator[Inline]:
        name = attribute(part, "style-name")
        yield from self.of(part, self.seen.styles.look("text", name, look))

    def _note(self, part: Element, look: Look) -> Iterator[Inline]:
        body = child(part, "note-body")
        if body is not None:
            marker = f"{len(self.seen.notes) + 1}."
            self.seen.notes.append((marker, body))
            yield from self._text(marker.rstrip("."), replace(look, up="super"))

    def _shape(self, part: Element, look: Look) -> Iterator[Inline]:
        """A drawn shape: its words are kept, in a frame."""
        self.seen.missed.add(Missed.DRAWING)
        box = self.blocks_of(part)
        if any(getattr(one, "runs", True) for one in box):
            self.boxes.append(box)
        else:
            yield from self._text("[dessin non repris]", look)

    def _frame(self, part: Element, look: Look) -> Iterator[Inline]:
        box = child(part, "text-box")
        if box is not None:
            self.seen.missed.add(Missed.TEXT_BOX)
            self.boxes.append(self.blocks_of(box))
            return
        if child(part, "object") is not None or child(part, "object-ole") is not None:
            self.seen.missed.add(Missed.OBJECT)
        image = child(part, "image")
        if image is None:
            yield from self._text("[objet non repris]", look)
            return
        name = attribute(image, "href").removeprefix("./")
        raw = self.seen.archive.bytes_of(name)
        place = self.seen.pictures.place_of(name, raw) if raw else None
        if place is None:
            self.seen.missed.add(Missed.PICTURE if raw else Missed.OUTSIDE)
            yield from self._text("[image non reprise]", look)
            return
        made = self.seen.pictures.kept[place]
        told = child(part, "desc")
        words = (told.text or "").strip() if told is not None else ""
        yield Shown(
            picture=place,
            wide=min(max(points(attribute(part, "width")), 0), 2_000)
            or min(made.width * 0.75, 450),
            high=min(max(points(attribute(part, "height")), 0), 2_000)
            or min(made.height * 0.75, 650),
            alt=words[:500] or "Image du document",
        )
