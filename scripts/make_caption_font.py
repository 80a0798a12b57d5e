# SPDX-License-Identifier: AGPL-3.0-or-later
"""Make what captions and acts need: a small font, its widths, a colour profile, known letters.

The font is a subset of Source Sans 3 (OFL 1.1, reserved name « Source »): a modified version may
not bear that name, hence « Plaise Legende ». Run from the root of the repository:

    uv run python scripts/make_caption_font.py
"""

from __future__ import annotations

import json
import struct
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from PIL import ImageCms

FONTS = Path("src/plaise/drafting/fonts")
SOURCE = FONTS / "SourceSans3_400Regular.ttf"
LICENCE = FONTS / "SourceSans3-OFL.txt"
HERE = Path("src/plaise/bundle/data")
NAME, POSTSCRIPT = "Plaise Legende", "PlaiseLegende-Regular"
# Latin with every accent of Europe, Africa and Viet Nam, Greek, Cyrillic, and French typography.
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x24F),
    (0x259, 0x259),
    (0x2B9, 0x2BC),
    (0x300, 0x304),
    (0x370, 0x3FF),
    (0x400, 0x4FF),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2026),
    (0x202F, 0x203A),
    (0x20AC, 0x20AC),
    (0x2116, 0x2116),
    (0x2190, 0x2193),
    (0x25A1, 0x25A1),
)
# ICC 4.2, a fixed date: the same bytes on every machine.
ICC_VERSION, ICC_DATE = bytes((4, 0x20, 0, 0)), struct.pack(">6H", 2026, 1, 1, 0, 0, 0)


def make_font() -> None:
    """Subset, rename, and write the table of glyphs that the PDF writer reads."""
    font = TTFont(SOURCE, recalcTimestamp=False)
    options = subset.Options(
        layout_features=[],
        hinting=False,
        notdef_outline=True,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        glyph_names=False,
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)])
    subsetter.subset(font)
    names = {1: NAME, 2: "Regular", 3: POSTSCRIPT, 4: NAME, 6: POSTSCRIPT}
    for record in list(font["name"].names):
        if record.nameID in names:
            font["name"].setName(
                names[record.nameID],
                record.nameID,
                record.platformID,
                record.platEncID,
                record.langID,
            )
    font.save(HERE / "PlaiseLegende.ttf")
    _write_metrics(TTFont(HERE / "PlaiseLegende.ttf"))
    text = LICENCE.read_text(encoding="utf-8")
    intro = (
        "« Plaise Legende » is a modified version (a subset, renamed) of Source Sans 3, made "
        "by\nscripts/make_caption_font.py. It is under the same licence:\n\n"
    )
    (HERE / "PlaiseLegende-OFL.txt").write_text(intro + text, encoding="utf-8")


def make_letters() -> None:
    """Write which letters the fonts of acts have: the others are said in words."""
    codes: set[int] = set()
    for path in FONTS.glob("*.ttf"):
        codes |= set(TTFont(path).getBestCmap())
    ranges: list[list[int]] = []
    for code in sorted(code for code in codes if chr(code).isprintable()):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    text = json.dumps(ranges, separators=(",", ":"))
    (FONTS / "lettres.json").write_text(text + "\n", encoding="ascii")


def _write_metrics(font: TTFont) -> None:
    units = font["head"].unitsPerEm
    head, hhea, os2 = font["head"], font["hhea"], font["OS/2"]
    order = font.getGlyphOrder()
    index = {name: number for number, name in enumerate(order)}

    def scaled(value: float) -> int:
        return round(value * 1000 / units)

    widths = [scaled(font["hmtx"][name][0]) for name in order]
    metrics = {
        "ascent": scaled(hhea.ascent),
        "descent": scaled(hhea.descent),
        "cap_height": scaled(os2.sCapHeight),
        "box": [scaled(v) for v in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "widths": widths,
        "glyphs": {chr(code): index[name] for code, name in sorted(font.getBestCmap().items())},
    }
    text = json.dumps(metrics, ensure_ascii=True, separators=(",", ":"))
    (HERE / "PlaiseLegende.json").write_text(text + "\n", encoding="ascii")


def make_profile() -> None:
    """Write an sRGB profile (built by LittleCMS, « no copyright, use freely »)."""
    raw = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    raw[8:12], raw[24:36] = ICC_VERSION, ICC_DATE
    (HERE / "sRGB.icc").write_bytes(bytes(raw))


if __name__ == "__main__":
    HERE.mkdir(parents=True, exist_ok=True)
    make_font()
    make_letters()
    make_profile()
