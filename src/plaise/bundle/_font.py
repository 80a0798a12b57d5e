"""The caption font: a small subset shipped ready, so that nothing is subset while bundling."""

from __future__ import annotations

import json
import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from plaise.dossier import spelled

NAME = "PlaiseLegende-Regular"
_UNKNOWN = "\u25a1"
_BREAKS = str.maketrans("\n\r\t", "   ")


@dataclass(frozen=True, slots=True)
class Font:
    """Glyphs and measures of the caption font; measures are in thousandths of the size."""

    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]
    widths: tuple[int, ...]
    glyphs: dict[str, int]

    def drawable(self, text: str) -> str:
        """The text, with what this font cannot draw said in words."""
        if self.glyphs.keys() >= set(text):
            return text
        return spelled(text, lambda char: char in self.glyphs or char.isspace())

    def glyph(self, char: str) -> int:
        """The glyph of a character; its bare letter, or an empty square, when it has none."""
        found = self.glyphs.get(char)
        if found is None:
            bare = unicodedata.normalize("NFKD", char)[0]
            found = self.glyphs.get(bare, self.glyphs[_UNKNOWN])
        return found

    def encode(self, text: str) -> bytes:
        """The text as a PDF hexadecimal string of glyph numbers."""
        space = b"%04X" % self.glyph(" ")
        return b"<%s>" % space.join(_shape(word)[0] for word in _words(text))

    def width(self, text: str, size: float) -> float:
        """How wide the text is, in points."""
        words = _words(text)
        gaps = self.widths[self.glyph(" ")] * (len(words) - 1)
        return (sum(_shape(word)[1] for word in words) + gaps) * size / 1000

    def wrap(self, text: str, size: float, limit: float) -> list[str]:
        """The text cut into lines no wider than `limit` points; a longer word is cut anywhere."""
        lines: list[str] = []
        line, used = "", 0.0
        gap = self.widths[self.glyph(" ")] * size / 1000
        for word in _words(text):
            wide = _shape(word)[1] * size / 1000
            if line and used + gap + wide <= limit:
                line, used = f"{line} {word}", used + gap + wide
                continue
            if line:
                lines.append(line)
            line, used = word, wide
            while used > limit:  # longer than a line by itself
                keep = self._fitting(line, size, limit)
                lines.append(line[:keep])
                line = line[keep:]
                used = self.width(line, size)
        return [*lines, line] if line else lines

    def _fitting(self, word: str, size: float, limit: float) -> int:
        total = 0.0
        for index, char in enumerate(word):
            total += self.width(char, size)
            if total > limit:
                return max(index, 1)
        return len(word)


def _words(text: str) -> list[str]:
    return text.translate(_BREAKS).split(" ")


@lru_cache(maxsize=2_048)  # more would only keep hashes, which never come again
def _shape(word: str) -> tuple[bytes, int]:
    """The glyphs of a word and its width; characters without shape (controls, order) left out."""
    font = caption_font()
    composed = unicodedata.normalize("NFC", word)
    shown = [char for char in composed if unicodedata.category(char) not in {"Cc", "Cf"}]
    glyphs = [font.glyph(char) for char in shown]
    width = sum(font.widths[glyph] for glyph in glyphs)
    return b"".join(b"%04X" % glyph for glyph in glyphs), width


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
