"""A picture as lines on a screen: zones, rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from plaise.dossier import Box

from ._engine import Line
from ._fold import squeeze


@dataclass(frozen=True)
class Page:
    """The lines of one picture, sorted from top to bottom.

    `loose`: a photograph, cropped to its text, whose edges are neither straight nor exact.
    """

    width: int
    height: int
    lines: tuple[Line, ...]
    loose: bool = False

    @classmethod
    def of(cls, width: int, height: int, lines: Sequence[Line], *, loose: bool = False) -> Page:
        """Sort the lines of an engine, without those that say nothing."""
        kept = [line for line in lines if line.text.strip()]
        kept.sort(key=lambda line: (line.middle[1], line.box.x))
        return cls(width, height, tuple(kept), loose)

    @property
    def upright(self) -> bool:
        """Whether the picture is taller than wide, as a phone's is."""
        return self.height > self.width * 1.2

    @property
    def screen(self) -> float:
        """The height of one screen, in pixels: a scrolling capture holds several."""
        return min(self.height, 2.3 * self.width)

    @cached_property
    def text(self) -> str:
        """Everything on the picture, squeezed."""
        return squeeze(" ".join(line.text for line in self.lines))

    def between(self, top: float, bottom: float) -> tuple[Line, ...]:
        """The lines whose middle stands between two ordinates, in pixels."""
        return tuple(line for line in self.lines if top <= line.middle[1] <= bottom)


def same_row(one: Line, other: Line) -> bool:
    """Whether two lines stand side by side."""
    return abs(one.middle[1] - other.middle[1]) < 0.6 * max(one.box.height, other.box.height)


def stacked(upper: Line, lower: Line) -> bool:
    """Whether one line stands right under another, in the same column."""
    size = max(upper.box.height, lower.box.height)
    gap = lower.box.y - upper.bottom
    overlap = min(upper.right, lower.right) - max(upper.box.x, lower.box.x)
    return -0.5 * size <= gap <= 1.1 * size and overlap > 0 and lower.middle[1] > upper.middle[1]


def hull(lines: Sequence[Line]) -> Box:
    """The smallest box around some lines."""
    left, top = min(line.box.x for line in lines), min(line.box.y for line in lines)
    right, bottom = max(line.right for line in lines), max(line.bottom for line in lines)
    return Box(x=left, y=top, width=right - left, height=bottom - top)
