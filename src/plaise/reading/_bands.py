"""A screen without its empty parts: the engine looks only where something is drawn.

A screenshot is mostly blank, and the detector's time goes with the area. Rows that repeat the one
above them (tolerance for JPEG) say nothing; long runs of them are taken out, and what was read is
put back where it stood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops

_TOLERANCE = 14  # levels of grey between two rows that a JPEG made from equal ones
_KEPT = 9  # rows of blank left on each side of what is drawn, for a screen 768 rows high
_CUT = 4  # blank rows between two things that may be read apart, likewise
_REFERENCE = 768
_TOP, _TOP_MOST, _BOTTOM, _BOTTOM_MOST = 0.05, 0.30, 0.91, 0.80


@dataclass(frozen=True)
class Band:
    """Rows of the picture, from `top` to `bottom` (excluded), and where they stand when packed."""

    top: int
    bottom: int
    at: int

    @property
    def height(self) -> int:
        """How many rows."""
        return self.bottom - self.top


@dataclass(frozen=True)
class Packed:
    """Rows of a picture without the blank ones, and how to find one's way back."""

    image: Image.Image
    bands: tuple[Band, ...]

    def row(self, packed: float) -> int:
        """The row of the picture that stands at a row of the packed one."""
        for band in self.bands:
            if packed < band.at + band.height:
                return round(band.top + max(0, packed - band.at))
        return self.bands[-1].bottom if self.bands else 0


@dataclass(frozen=True)
class Split:
    """A screen as its edges (bars of the system and the browser) and its body (the page).

    The body is None when nothing blank separates them.
    """

    edges: Packed
    body: Packed | None


def split(image: Image.Image) -> Split:
    """Take the blank rows out, and set the bars apart from the page between them."""
    marks = changed_rows(image)
    unit = max(1.0, min(image.height, 2 * image.width) / _REFERENCE)
    bands = _bands(marks, round(_KEPT * unit), image.height)
    cuts = _cuts(marks, round(_CUT * unit), image.height)
    if cuts is None:
        return Split(_packed(image, bands), None)
    top, bottom = cuts
    body = _within(bands, top, bottom)
    edges = [*_within(bands, 0, top), *_within(bands, bottom, image.height)]
    if not body or not edges:
        return Split(_packed(image, bands), None)
    return Split(_packed(image, edges), _packed(image, body))


def changed_rows(image: Image.Image) -> list[int]:
    """For each row, 1 when it differs from the one above it."""
    grey = image.convert("L")
    below = grey.crop((0, 1, grey.width, grey.height))
    apart = ImageChops.difference(below, grey.crop((0, 0, grey.width, grey.height - 1)))
    marks = apart.point([255 if level > _TOLERANCE else 0 for level in range(256)])
    return [0, *marks.getprojection()[1]]


def _bands(marks: Sequence[int], keep: int, height: int) -> list[tuple[int, int]]:
    """The stretches of drawn rows, a little blank kept around each."""
    bands: list[tuple[int, int]] = []
    for row, mark in enumerate(marks):
        if not mark:
            continue
        top, bottom = max(0, row - keep), min(height, row + 1 + keep)
        if bands and top <= bands[-1][1]:
            bands[-1] = (bands[-1][0], bottom)
        else:
            bands.append((top, bottom))
    return bands


def _cuts(marks: Sequence[int], least: int, height: int) -> tuple[int, int] | None:
    """The first blank rows under the top bar, and the last ones above the bottom bar."""
    drawn = [-1, *(row for row, mark in enumerate(marks) if mark), height]
    gaps = [(one + 1, other) for one, other in pairwise(drawn) if other - one > least]
    under = [one for one in gaps if one[1] >= _TOP * height and one[0] <= _TOP_MOST * height]
    over = [one for one in gaps if one[0] <= _BOTTOM * height and one[1] >= _BOTTOM_MOST * height]
    if not under or not over:
        return None
    top = min(max(under[0][0] + least // 2, round(_TOP * height)), under[0][1])
    bottom = max(min(over[-1][1] - least // 2, round(_BOTTOM * height)), over[-1][0])
    return (top, bottom) if top < bottom else None


def _within(bands: Sequence[tuple[int, int]], top: int, bottom: int) -> list[tuple[int, int]]:
    cut = [(max(top, one), min(bottom, other)) for one, other in bands]
    return [(one, other) for one, other in cut if one < other]


def _packed(image: Image.Image, rows: Sequence[tuple[int, int]]) -> Packed:
    bands: list[Band] = []
    at = 0
    for top, bottom in rows or [(0, image.height)]:
        bands.append(Band(top, bottom, at))
        at += bottom - top
    if len(bands) == 1 and bands[0].height == image.height:
        return Packed(image, tuple(bands))
    packed = Image.new("RGB", (image.width, at))
    for band in bands:
        packed.paste(image.crop((0, band.top, image.width, band.bottom)), (0, band.at))
    return Packed(packed, tuple(bands))
