"""The caption font: a small subset shipped ready, so that nothing is subset while bundling."""

from __future__ import annotations

import json
import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

NAME = "PlaiseLegende-Regular"
_UNKNOWN = "\u25a1"


@dataclass(frozen=True, slots=True)
class Font:
    """Glyphs and measures of the caption font; measures are in thousandths of the size."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]
    widths: tuple[int, ...]
    glyphs: dict[str, int]

    def glyph(self, char: str) -> int:
        """The glyph of a character; its bare letter, or an empty square, when it has none."""
        found = self.glyphs.get(char)
        if found is None:
            bare = unicodedata.normalize("NFKD", char)[0]
            found = self.glyphs.get(bare, self.glyphs[_UNKNOWN])
        return found

    def encode(self, text: str) -> bytes:
        """The text as a PDF hexadecimal string of glyph numbers."""
        return b"<%s>" % b"".join(b"%04X" % self.glyph(char) for char in _clean(text))

    def width(self, text: str, size: float) -> float:
        """How wide the text is, in points."""
        return sum(self.widths[self.glyph(char)] for char in _clean(text)) * size / 1000

    def wrap(self, text: str, size: float, limit: float) -> list[str]:
        """The text cut into lines no wider than `limit` points; a longer word is cut anywhere."""
        lines: list[str] = []
        line = ""
        for word in _clean(text).split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(longer, size) <= limit:
                line = longer
                continue
            if line:
                lines.append(line)
            line = word
            while self.width(line, size) > limit:
                keep = self._fitting(line, size, limit)
                lines.append(line[:keep])
                line = line[keep:]
        return [*lines, line] if line else lines

    def _fitting(self, word: str, size: float, limit: float) -> int:
        total = 0.0
        for index, char in enumerate(word):
            total += self.width(char, size)
            if total > limit:
                return max(index, 1)
        return len(word)


def _clean(text: str) -> str:
    """One line without characters that have no shape (controls, soft hyphens, marks of order)."""
    composed = unicodedata.normalize("NFC", text)
    shown = (" " if char in "\n\r\t" else char for char in composed)
    return "".join(char for char in shown if unicodedata.category(char) not in {"Cc", "Cf"})


@cache
def caption_font() -> Font:
    """The measures of the caption font."""
    raw = json.loads(_read("PlaiseLegende.json"))
    return Font(
        ascent=raw["ascent"],
        descent=raw["descent"],
        cap_height=raw["cap_height"],
        box=tuple(raw["box"]),
        widths=tuple(raw["widths"]),
        glyphs=raw["glyphs"],
    )


@cache
def font_program() -> tuple[bytes, int]:
    """The font file, compressed, and its length before compression."""
    raw = _read("PlaiseLegende.ttf")
    return zlib.compress(raw, 9), len(raw)


@cache
def to_unicode() -> bytes:
    """The map from glyphs back to text, compressed, so that captions can be searched and copied."""
    by_glyph: dict[int, str] = {}
    for char, glyph in caption_font().glyphs.items():
        by_glyph.setdefault(glyph, char)
    pairs = [b"<%04X> <%04X>" % (glyph, ord(char)) for glyph, char in sorted(by_glyph.items())]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    body = b"\n".join(
        b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks
    )
    cmap = (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        b"%s\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend" % body
    )
    return zlib.compress(cmap, 9)


@cache
def colour_profile() -> bytes:
    """The sRGB profile, compressed."""
    return zlib.compress(_read("sRGB.icc"), 9)


def _read(name: str) -> bytes:
    return (files("plaise.bundle") / "data" / name).read_bytes()
