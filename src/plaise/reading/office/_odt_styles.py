"""Styles, list styles and page layouts of an ODT file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from plaise.dossier.elements import attribute, child, local

from ._archive import number
from ._look import Look, chained

_MEDIUM = 500
_LENGTH = re.compile(r"(-?[\d.]+)(cm|mm|in|pt|pc|px)?")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72, "pt": 1, "pc": 12, "px": 0.75, "": 1}


def points(text: str) -> float:
    """A length such as « 2.54cm », in points; 0 when it is none."""
    match = _LENGTH.fullmatch(text)
    return number(match[1]) * _POINTS[match[2] or ""] if match else 0


def look_of(properties: Element | None) -> Look:
    """The look that `style:text-properties` ask for."""
    if properties is None:
        return Look()

    def set_to(name: str, *, off: str = "none") -> bool | None:
        value = attribute(properties, name)
        return None if not value else value != off

    weight, slant = attribute(properties, "font-weight"), attribute(properties, "font-style")
    place = attribute(properties, "text-position")
    capitals, shown = attribute(properties, "text-transform"), attribute(properties, "display")
    return Look(
        bold=None if not weight else weight == "bold" or number(weight) > _MEDIUM,
        italic=None if not slant else slant != "normal",
        underlined=set_to("text-underline-style"),
        struck=set_to("text-line-through-style"),
        hidden=None if not shown else shown == "none",
        capitals=None if not capitals else capitals == "uppercase",
        up="super" if place.startswith(("super", "3", "5")) else "sub"
        if place.startswith(("sub", "-")) else None,
        size=points(attribute(properties, "font-size")) or None,
        color=attribute(properties, "color") or None,
    )  # fmt: skip


@dataclass
class OdtStyles:
    """What the styles of a file say."""

    parents: dict[str, str] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)
    properties: dict[str, dict[str, Element]] = field(default_factory=dict)
    lists: dict[str, dict[int, Element]] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    layouts: dict[str, Element] = field(default_factory=dict)
    masters: list[Element] = field(default_factory=list)
    base: Look = field(default_factory=Look)
    serif: bool = False

    @classmethod
    def of(cls, *roots: Element | None) -> OdtStyles:
        """Read `styles.xml`, then the automatic styles of `content.xml`."""
        made = cls()
        for root in roots:
            for holder in root if root is not None else ():
                if local(holder) in {"styles", "automatic-styles", "master-styles"}:
                    for one in holder:
                        made._add(one)
        return made

    def _add(self, one: Element) -> None:
        name, kind = attribute(one, "name"), local(one)
        if kind == "default-style" and attribute(one, "family") == "paragraph":
            self.base = look_of(child(one, "text-properties"))
            font = attribute(child(one, "text-properties"), "font-name").lower()
            self.serif = "serif" in font or "times" in font
        elif kind == "style":
            self._style(f"{attribute(one, 'family')}/{name}", one)
        elif kind == "list-style":
            self.lists[name] = {int(number(attribute(lvl, "level"), 1)): lvl for lvl in one}
        elif kind == "page-layout":
            self.layouts[name] = one
        elif kind == "master-page":
            self.masters.append(one)

    def _style(self, key: str, style: Element) -> None:
        family = attribute(style, "family")
        parent = attribute(style, "parent-style-name")
        self.parents[key] = f"{family}/{parent}" if parent else ""
        self.looks[key] = look_of(child(style, "text-properties"))
        self.properties[key] = {local(one): one for one in style}
        if page := attribute(style, "master-page-name"):
            self.pages[key] = page

    def look(self, family: str, name: str, base: Look) -> Look:
        """The look of a style over another look."""
        return chained(f"{family}/{name}", self.parents, self.looks, base)

    def said(self, family: str, name: str, part: str, attribute_name: str) -> str:
        """The value that the nearest style gives to an attribute."""
        key, seen = f"{family}/{name}", set[str]()
        while key and key not in seen:
            seen.add(key)
            if value := attribute(self.properties.get(key, {}).get(part), attribute_name):
                return value
            key = self.parents.get(key, "")
        return ""
