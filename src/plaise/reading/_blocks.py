"""Where something is drawn on a screen, cut in blocks where no ink crosses.

A screenshot is mostly blank, and the time of the detector goes with the area. Blank is what
repeats the pixels around it (with a tolerance for JPEG). A block is never cut: it is the whole of
what stands together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops

_TOLERANCE = 14  # levels of grey between two rows that a JPEG made from equal ones
_REFERENCE = 768  # the height of the screen for which these lengths are given, in pixels
_ROWS, _COLUMNS = 6, 64  # blank between two blocks; much less stands between two words
_THIN = 3  # rows of a rule, which no letter fits
_LETTER = 40  # rows of an upright line, which is longer than any letter
_WORD = 240  # columns of a rule across, which is longer than any word
_STEP = 8  # columns taken together to find one
_LEVELS = 2  # rows are cut in columns, and each of them in rows again
_WHITE = 255
_DIFFERENT = [_WHITE if level > _TOLERANCE else 0 for level in range(_WHITE + 1)]
_ALL = [_WHITE if level == _WHITE else 0 for level in range(_WHITE + 1)]
_ANY = [_WHITE if level else 0 for level in range(_WHITE + 1)]


@dataclass(frozen=True)
class Block:
    """A rectangle of the picture that holds ink; right and bottom are excluded."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """In pixels."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """In pixels."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Blank:
    """The lengths that go with the size of letters on a picture, in pixels."""

    unit: float

    @classmethod
    def of(cls, image: Image.Image) -> Blank:
        """For a picture: how much larger than on the screen of reference things are drawn."""
        return cls(max(1.0, min(image.height, 2 * image.width) / _REFERENCE))

    @property
    def rows(self) -> int:
        """Blank rows between two blocks, at least."""
        return round(_ROWS * self.unit)

    @property
    def columns(self) -> int:
        """Blank columns between two blocks side by side, at least."""
        return round(_COLUMNS * self.unit)


def blocks_of(image: Image.Image, blank: Blank) -> list[Block]:
    """The blocks of a picture, from top to bottom."""
    whole = Block(0, 0, image.width, image.height)
    found = _cut(_changes(image, blank), whole, blank, _LEVELS)
    return [one for one in found if one.height > _THIN * blank.unit]


def _changes(image: Image.Image, blank: Blank) -> Image.Image:
    """White where a pixel differs from the one above it or beside it, but for long lines.

    Letters differ both ways; the sides of a frame, the edge of a bar would join all that they hold.
    """
    grey = image.convert("L")
    kept = _without_sides(_apart(grey, 1, 0), round(_LETTER * blank.unit))
    return ImageChops.lighter(kept, _without_rules(_apart(grey, 0, 1), round(_WORD * blank.unit)))


def _without_sides(marks: Image.Image, length: int) -> Image.Image:
    """Without the stretches of marks that are about that long from top to bottom."""
    some = marks.reduce(2).point(_ANY)
    sides = _opened(some, max(2, round(length / 2)), (0, 1))
    if sides.getbbox() is None:
        return marks
    rest = ImageChops.invert(sides).resize(marks.size, Image.Resampling.NEAREST)
    return ImageChops.darker(marks, rest)


def _without_rules(marks: Image.Image, length: int) -> Image.Image:
    """Without the stretches of marks that are about that long from left to right."""
    every = marks.reduce((_STEP, 1)).point(_ALL)
    rules = _opened(every, max(2, length // _STEP - 1), (1, 0))
    if rules.getbbox() is None:
        return marks
    wide = rules.width * _STEP, rules.height
    rest = ImageChops.invert(rules).resize(wide, Image.Resampling.NEAREST)
    return ImageChops.darker(marks, rest.crop((0, 0, *marks.size)))


def _apart(grey: Image.Image, right: int, down: int) -> Image.Image:
    """White where a pixel differs from the one so far before it."""
    before = ImageChops.offset(grey, right, down)
    before.paste(grey.crop((0, 0, grey.width if down else 1, grey.height if right else 1)), (0, 0))
    change = ImageChops.difference(grey, before)
    del before  # a large screen is many megabytes
    return change.point(_DIFFERENT)


def _opened(marks: Image.Image, length: int, way: tuple[int, int]) -> Image.Image:
    """Only the stretches of marks that are that long one way."""
    kept = marks
    for merge, sign in ((ImageChops.darker, 1), (ImageChops.lighter, -1)):
        done = 1
        while done < length:
            step = sign * min(done, length - done)
            x, y = step * way[0], step * way[1]
            shifted = kept.crop((x, y, kept.width + x, kept.height + y))
            kept, done = merge(kept, shifted), done + abs(step)
    return kept


def _cut(changes: Image.Image, area: Block, blank: Blank, levels: int) -> Iterator[Block]:
    part = changes.crop((area.left, area.top, area.right, area.bottom))
    for top, bottom in _runs(part.getprojection()[1], blank.rows):
        row = part.crop((0, top, part.width, bottom))
        columns = _runs(row.getprojection()[0], blank.columns)
        for left, right in columns:
            block = Block(area.left + left, area.top + top, area.left + right, area.top + bottom)
            if len(columns) > 1 and levels:
                yield from _cut(changes, block, blank, levels - 1)
            else:
                yield block


def _runs(marks: Sequence[int], gap: int) -> list[tuple[int, int]]:
    """The stretches of marked rows or columns that a whole gap sets apart."""
    pattern = rb"\x01+(?:\x00{1,%d}\x01+)*" % max(1, gap - 1)
    return [found.span() for found in re.finditer(pattern, bytes(marks))]
