"""The look of some words, put together from styles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Literal

from ._tree import Text

_SMALLEST, _LARGEST = 5.0, 72.0
_COLOUR = re.compile(r"#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)
_TOO_LIGHT_TO_READ = 160
_LIGHT_ENOUGH = 160
_SAID_OTHERWISE = str.maketrans({"☒": "[X]", "\u2011": "-", "\u00ad": ""})


@dataclass(frozen=True, slots=True)
class Look:
    """How words look; None is what stands above decides."""

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    up: Literal["", "super", "sub"] | None = None
    size: float | None = None
    color: str | None = None

    def over(self, below: Look) -> Look:
        """This look, what it leaves open being decided by another."""
        own = {one.name: getattr(self, one.name) for one in fields(self)}
        return replace(below, **{name: value for name, value in own.items() if value is not None})

    def text(self, words: str, size: float) -> Text:
        """Words with this look; `size` is that of the document."""
        shown = words.translate(_SAID_OTHERWISE)
        own = min(max(self.size or 0, _SMALLEST), _LARGEST) if self.size else 0
        return Text(
            t=shown.upper() if self.capitals else shown,
            b=bool(self.bold),
            i=bool(self.italic),
            u=bool(self.underlined),
            s=bool(self.struck),
            up=self.up or "",
            size=0 if own == size else own,
            color=visible(self.color or ""),
        )


def visible(color: str) -> str:
    """A colour that can be read on white; nothing for black, white and what is no colour."""
    parts = _parts(color)
    if not parts:
        return ""
    red, green, blue = parts
    light = (299 * red + 587 * green + 114 * blue) / 1000
    return bytes(parts).hex() if any(parts) and light <= _TOO_LIGHT_TO_READ else ""


def pale(color: str) -> str:
    """A background that black words are read on; nothing for a dark one, or what is no colour."""
    parts = _parts(color)
    return bytes(parts).hex() if parts and min(parts) >= _LIGHT_ENOUGH else ""


def _parts(color: str) -> tuple[int, ...]:
    found = _COLOUR.fullmatch(color)
    return tuple(int(part, 16) for part in found.groups()) if found else ()


def chained(name: str, parents: Mapping[str, str], looks: Mapping[str, Look], base: Look) -> Look:
    """The look of a style, with those that it is built on."""
    line: list[Look] = []
    seen: set[str] = set()
    while name and name not in seen:
        seen.add(name)
        line.append(looks.get(name, Look()))
        name = parents.get(name, "")
    for look in reversed(line):
        base = look.over(base)
    return base
