"""Styles and numbered lists of a Word file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from plaise.dossier.elements import attribute, child, local

from ._archive import number
from ._look import Look, chained

_OFF = {"0", "false", "off", "none"}
_SIDES = {"superscript": "super", "subscript": "sub"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LEVELS = 9
_LETTERS = 26
_HEADING = re.compile(r"(?:heading|titre) ?([1-6])", re.IGNORECASE)


def is_on(mark: Element | None) -> bool | None:
    """Whether a mark such as `w:b` is set; None when it is absent."""
    return None if mark is None else attribute(mark, "val", "1") not in _OFF


def look_of(properties: Element | None) -> Look:
    """The look that run properties ask for."""
    if properties is None:
        return Look()
    own = {local(one): one for one in properties}
    size = number(attribute(own.get("sz"), "val")) / 2
    struck = is_on(own["dstrike"]) if "dstrike" in own else is_on(own.get("strike"))
    underline = attribute(own.get("u"), "val") if "u" in own else None
    side = attribute(own.get("vertAlign"), "val")
    return Look(
        bold=is_on(own.get("b")),
        italic=is_on(own.get("i")),
        underlined=None if underline is None else underline not in _OFF,
        struck=struck,
        hidden=is_on(own.get("vanish")),
        capitals=is_on(own.get("caps")),
        up="super" if _SIDES.get(side) == "super" else "sub" if side in _SIDES else None,
        size=size or None,
        color=attribute(own.get("color"), "val") or None,
    )


@dataclass
class Styles:
    """What the styles of a file say: looks, and the properties of their paragraphs."""

    parents: dict[str, str] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)
    paragraphs: dict[str, Element] = field(default_factory=dict)
    levels: dict[str, int] = field(default_factory=dict)
    ruled: set[str] = field(default_factory=set)
    base: Look = field(default_factory=Look)
    usual: str = ""
    every: Element | None = None
    serif: bool = False

    @classmethod
    def of(cls, root: Element | None) -> Styles:
        """Read `word/styles.xml`."""
        made = cls()
        if root is None:
            return made
        defaults = child(root, "docDefaults", "rPrDefault", "rPr")
        made.base = look_of(defaults)
        made.serif = _serif(defaults)
        made.every = child(root, "docDefaults", "pPrDefault", "pPr")
        for style in root:
            if local(style) == "style":
                made._add(style)
        return made

    def _add(self, style: Element) -> None:
        name = attribute(style, "styleId")
        self.parents[name] = attribute(child(style, "basedOn"), "val")
        self.looks[name] = look_of(child(style, "rPr"))
        if (properties := child(style, "pPr")) is not None:
            self.paragraphs[name] = properties
        heading = _HEADING.fullmatch(attribute(child(style, "name"), "val"))
        if heading:
            self.levels[name] = int(heading[1])
        if child(style, "tblPr", "tblBorders") is not None:
            self.ruled.add(name)
        kind = attribute(style, "type")
        if kind == "paragraph" and attribute(style, "default") in {"1", "true"}:
            self.usual = name
            self.serif = self.serif or _serif(child(style, "rPr"))

    def look(self, name: str, base: Look) -> Look:
        """The look of a style over another look."""
        return chained(name, self.parents, self.looks, base)

    def line(self, name: str) -> list[Element]:
        """Paragraph properties of a style and of those it is built on, the nearest first."""
        found: list[Element] = []
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            if name in self.paragraphs:
                found.append(self.paragraphs[name])
            name = self.parents.get(name, "")
        return found if self.every is None else [*found, self.every]

    def level(self, name: str) -> int:
        """The level of heading of a style; 0 for text."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            if name in self.levels:
                return self.levels[name]
            name = self.parents.get(name, "")
        return 0


def _serif(properties: Element | None) -> bool:
    font = attribute(child(properties, "rFonts"), "ascii").lower()
    return any(one in font for one in ("times", "serif", "garamond", "cambria", "georgia", "book"))


class Numbers:
    """The numbers of lists, counted as the document goes on."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Element]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, list[int]] = {}
        for one in root if root is not None else ():
            if local(one) == "abstractNum":
                levels = {int(number(attribute(lvl, "ilvl"))): lvl for lvl in one
                          if local(lvl) == "lvl"}  # fmt: skip
                self._levels[attribute(one, "abstractNumId")] = levels
            elif local(one) == "num":
                self._num(one)

    def _num(self, num: Element) -> None:
        name = attribute(num, "numId")
        self._lists[name] = attribute(child(num, "abstractNumId"), "val")
        for override in num:
            start = child(override, "startOverride")
            if start is not None:
                level = int(number(attribute(override, "ilvl")))
                self._starts[name, level] = int(number(attribute(start, "val"), 1))

    def marker(self, name: str, level: int) -> tuple[str, Element | None]:
        """The next marker of a list (« 2.1. », « • »), and the properties of its paragraphs."""
        abstract = self._lists.get(name, "")
        found = self._levels.get(abstract, {}).get(level)
        if found is None or not 0 <= level < _LEVELS:
            return "", None
        key = name if any(one == name for one, _ in self._starts) else abstract
        counts = self._counts.setdefault(key, [])
        while len(counts) <= level:
            counts.append(self._start(name, abstract, len(counts)) - 1)
        counts[level] += 1
        del counts[level + 1 :]
        return self._written(found, abstract, counts), child(found, "pPr")

    def _start(self, name: str, abstract: str, level: int) -> int:
        found = self._levels[abstract].get(level)
        usual = int(number(attribute(child(found, "start"), "val", "1"), 1))
        return self._starts.get((name, level), usual)

    def _written(self, lvl: Element, abstract: str, counts: list[int]) -> str:
        form = attribute(child(lvl, "numFmt"), "val", "decimal")
        words = attribute(child(lvl, "lvlText"), "val")
        if form == "bullet":
            return {"o": "◦", "-": "–", "–": "–", "■": "■"}.get(words, "•")
        if form == "none":
            return ""

        def put(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            if not 0 <= place < len(counts):
                return ""
            at = self._levels[abstract].get(place)
            return in_form(counts[place], attribute(child(at, "numFmt"), "val", "decimal"))

        return re.sub(r"%(\d)", put, words)


def in_form(value: int, form: str) -> str:
    """A number in figures, letters or Roman figures."""
    if form in {"lowerLetter", "upperLetter", "a", "A"}:
        letter = chr(ord("a") + (value - 1) % _LETTERS) * ((value - 1) // _LETTERS + 1)
        return letter.upper() if form in {"upperLetter", "A"} else letter[:20]
    if form in {"lowerRoman", "upperRoman", "i", "I"}:
        left, roman = min(max(value, 0), 3999), ""
        for worth, letters in _ROMAN:
            roman += letters * (left // worth)
            left %= worth
        return roman.upper() if form in {"upperRoman", "I"} else roman
    return f"{value:02d}" if form == "decimalZero" else str(value)
