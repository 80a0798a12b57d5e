"""Blocks of a picture laid side by side on small sheets, for the engine to look at.

The blank around a block is its own, drawn out from its edge: nothing stands at the border of a
sheet, where the detector breaks letters, and nothing is on a sheet twice.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image

from ._blocks import Blank, Block

_AROUND, _BESIDE, _MOST = 9, 16, 40  # blank above and beside a block, on the screen of reference
_SHARES = (1, 0.8, 0.6, 0.4, 0.2)  # of the widest sheet
_SQUARE = 32  # the detector works by squares of that many pixels


@dataclass(frozen=True)
class Placed:
    """A block with its blank, and where its ink begins on a sheet."""

    block: Block
    beside: int
    around: int
    x: int = 0
    y: int = 0

    @classmethod
    def nowhere(cls, block: Block, blank: Blank) -> Placed:
        """A block not placed yet: the larger its letters, the more blank beside it."""
        beside = min(max(_BESIDE * blank.unit, block.height), _MOST * blank.unit)
        return cls(block, round(beside), round(_AROUND * blank.unit))

    @property
    def width(self) -> int:
        """With the blank."""
        return self.block.width + 2 * self.beside

    @property
    def height(self) -> int:
        """With the blank."""
        return self.block.height + 2 * self.around

    def at(self, x: int, y: int) -> Placed:
        """The same with the corner of its blank somewhere."""
        return Placed(self.block, self.beside, self.around, x + self.beside, y + self.around)

    def apart(self, x: float, y: float) -> float:
        """How far outside the block a point of the sheet is."""
        return max(
            self.x - x, x - self.x - self.block.width, self.y - y, y - self.y - self.block.height
        )


@dataclass(frozen=True)
class Sheet:
    """Blocks side by side, and the way back to the picture."""

    image: Image.Image
    placed: tuple[Placed, ...]

    def shift(self, x: float, y: float) -> tuple[int, int]:
        """How far what stands at a point of the sheet is from its place in the picture."""
        near = min(self.placed, key=lambda one: one.apart(x, y))
        return near.block.left - near.x, near.block.top - near.y


def sheets(
    image: Image.Image, blocks: Sequence[Block], blank: Blank, *, width: int, side: int
) -> list[Sheet]:
    """Lay blocks out on sheets: of that width, or narrower when that makes less to look at.

    Args:
        image: the picture.
        blocks: some of its blocks.
        blank: the lengths that go with its letters.
        width: of the widest sheet, on which letters are just large enough to be seen.
        side: the length to which the detector reduces the longest side of a sheet.
    """
    ready = [Placed.nowhere(one, blank) for one in blocks]
    ready.sort(key=lambda one: (-one.height, -one.width))
    widest = max(one.width for one in ready)
    tried = sorted({max(widest, round(share * width)) for share in _SHARES})
    layouts = [_layout(ready, each, max(width, widest) // 2, side) for each in tried]
    best = min(layouts, key=lambda one: sum(_looked(size, side) for size, _ in one))
    return [_drawn(image, size, placed, blank) for size, placed in best]


def _layout(
    blocks: Sequence[Placed], width: int, most: int, side: int
) -> list[tuple[tuple[int, int], list[Placed]]]:
    """Sheets of a width, none higher than `most` unless one block is: sizes and places."""
    layout = []
    left = [*blocks]
    while left:
        edge, later = _Edge(width), []
        sheet: list[Placed] = []
        height = 0
        for one in left:
            x, y = edge.room(one.width)
            if sheet and y + one.height > most:
                later.append(one)
                continue
            edge.fill(x, one.width, y + one.height)
            sheet.append(one.at(x, y))
            height = max(height, y + one.height)
        layout.append((_squared((width, height), side), sheet))
        left = later
    return layout


def _squared(size: tuple[int, int], side: int) -> tuple[int, int]:
    """The size, a little larger, that the detector takes as it is: by squares, and not one row."""
    scale = min(1.0, side / max(size))
    squares = [max(2, math.ceil(length * scale / _SQUARE - 0.01)) for length in size]
    return round(squares[0] * _SQUARE / scale), round(squares[1] * _SQUARE / scale)


def _looked(size: tuple[int, int], side: int) -> float:
    """How many points the detector looks at."""
    return size[0] * size[1] * min(1.0, side / max(size)) ** 2


class _Edge:
    """The lower edge of what a sheet already holds: stretches of columns, left to right."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._steps = [(0, 0)]  # where each begins, and its ordinate

    def room(self, width: int) -> tuple[int, int]:
        """The highest place for that many columns."""
        places = [
            (max(low for at, low, end in self._spans() if end > x and at < x + width), x)
            for x, _ in self._steps
            if x + width <= self._width or x == 0
        ]
        y, x = min(places)
        return x, y

    def fill(self, x: int, width: int, bottom: int) -> None:
        """Put something there."""
        end = x + width
        kept = [(max(at, end), low) for at, low, until in self._spans() if until > end]
        before = [(at, low) for at, low in self._steps if at < x]
        self._steps = [*before, (x, bottom), *kept]

    def _spans(self) -> Iterator[tuple[int, int, int]]:
        ends = [*(at for at, _ in self._steps[1:]), self._width]
        for (at, low), end in zip(self._steps, ends, strict=True):
            yield at, low, end


def _drawn(
    image: Image.Image, size: tuple[int, int], placed: Sequence[Placed], blank: Blank
) -> Sheet:
    canvas = Image.new("RGB", size, "white")
    for one in placed:
        canvas.paste(_widened(image, one, blank), (one.x - one.beside, one.y - one.around))
    return Sheet(canvas, tuple(placed))


def _widened(image: Image.Image, one: Placed, blank: Blank) -> Image.Image:
    """A block in its own blank, which is drawn out as far as its margins ask."""
    block = one.block
    beside = min(one.beside, blank.columns // 2 - 1)
    around = min(one.around, blank.rows // 2 - 1)
    left, top = max(0, block.left - beside), max(0, block.top - around)
    right, bottom = min(image.width, block.right + beside), min(image.height, block.bottom + around)
    part = image.crop((left, top, right, bottom))
    x, y = one.beside - (block.left - left), one.around - (block.top - top)
    out = Image.new("RGB", (one.width, one.height))
    out.paste(part, (x, y))
    for row, start, end in ((y, 0, y), (y + part.height - 1, y + part.height, out.height)):
        if end > start:
            edge = out.crop((0, row, out.width, row + 1))
            out.paste(edge.resize((out.width, end - start)), (0, start))
    for column, start, end in ((x, 0, x), (x + part.width - 1, x + part.width, out.width)):
        if end > start:
            edge = out.crop((column, 0, column + 1, out.height))
            out.paste(edge.resize((end - start, out.height)), (start, 0))
    return out
