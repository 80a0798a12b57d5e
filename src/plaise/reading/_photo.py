"""Photographs of screens and scanned prints: find the screen, make it level, enlarge it.

A capture printed on a sheet fills a third of it; a screen seen from the side has no level line. The
slow engine tells where text stands and how it leans; what it saw is cut out, made level, and read
again at its own size, so that the rules about edges (task bars, address bars) hold.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from PIL import Image, ImageFilter

from plaise.dossier import Box

from ._engine import Line, Slanted, SlowEngine
from ._page import Page, hull

_SIDE = 2000  # pixels: what the slow engine looks at without reducing it
_LARGE, _QUARTER = 1.2, 0.56  # sides of the engine; share of a side that a quarter takes
_MOST = 2.2  # times: beyond it, letters get no clearer
_LONG = 4  # heights: shorter lines do not tell how they lean
_SURE, _STRAY = 0.8, 0.02  # confidence; how far a line may lean from the others
_SPREAD = 0.15  # shares of the height over which leaning lines must be spread to tell perspective
_BEYOND, _ASIDE = 0.09, 0.08  # shares: a clock or a bar too faint for the first look stands there
_MARGIN = 0.01  # share of the width kept around the text
_STRIP, _BARS = 0.2, 0.1  # of a screen’s height, of its width: where bars and clocks stand
_PARTS = ((0.0, 0.75), (0.5, 1.0))  # shares of the width that are looked at apart
_CUT = 0.5  # heights from an edge that cuts a line
_NEAR, _MISSED = 1.5, 0.12  # heights from an edge near which it may; share of the width beyond it
_LOWEST = 0.45  # of its width: no screen is lower
_PHONE = 0.03  # of its width: the letters of a telephone are no smaller
_SMALL = 14  # pixels: letters that the first look may not see
_SOFT, _BLUR = 0.7, 0.45  # of the usual enlargement; points of the picture
# « Pièce n° 8 », written on a sheet over the capture: no bar of the screen.
_EXHIBIT = re.compile(r"\W*pi\S{0,2}ce\s?n\W{0,3}\d+\W*", re.IGNORECASE)

Read = Callable[[Image.Image], Sequence[Line]]


@dataclass(frozen=True)
class Level:
    """How a picture is made level: every line slopes by `lean + turn × y` around `centre`."""

    centre: float
    lean: float = 0.0
    turn: float = 0.0

    def down(self, x: float, y: float) -> float:
        """The ordinate in the picture of a point of the level one."""
        return y + (x - self.centre) * (self.lean + self.turn * y)

    def up(self, x: float, y: float) -> float:
        """The ordinate in the level picture of a point of the picture."""
        aside = x - self.centre
        return (y - aside * self.lean) / (1 + aside * self.turn)


@dataclass(frozen=True)
class Photo:
    """A screen cut out of a picture and made level; `corner` is its upper left one, made level."""

    image: Image.Image
    level: Level
    corner: tuple[int, int]
    page: Page

    def back(self, line: Line) -> Line:
        """A line of the level screen, where it stands in the picture."""
        middle = line.middle[0] + self.corner[0], line.middle[1] + self.corner[1]
        drop = self.level.down(*middle) - middle[1]
        down = round(self.corner[1] + drop)
        return line.moved(max(self.corner[0], -line.box.x), max(down, -line.box.y))


def read_photo(image: Image.Image, engine: SlowEngine, *, fine: bool = False) -> Photo:
    """Find the screen in a picture and read it, level and at the engine's own size.

    Args:
        image: the whole picture.
        engine: the slow one.
        fine: whether to read it quarter by quarter, for small letters in a large picture.
    """
    first = _quarters(image, engine) if fine else _at_once(image, engine)
    level = level_of(first, image.height, image.width / 2)
    box = _screen([_line(one, level) for one in first], image.size)
    screen = _cut(image, level, box)
    if fine:
        lines = [_line(one, level).moved(-box.x, -box.y) for one in first]
    else:
        lines = _enlarged_lines(screen, slowly(engine))
        if (wider := _wider(box, lines, image.width)) != box:
            box, screen = wider, _cut(image, level, wider)
            lines = _enlarged_lines(screen, slowly(engine))
    lines = [one for one in lines if not _EXHIBIT.fullmatch(one.text)]
    tight = _tight(lines, screen.size)
    screen = screen.crop((tight.x, tight.y, tight.x + tight.width, tight.y + tight.height))
    placed = [one.moved(-tight.x, -tight.y) for one in lines]
    page = _page(tight, placed)
    return Photo(screen, level, (box.x + tight.x, box.y + tight.y), page)


def worth_quarters(image: Image.Image, photo: Photo) -> bool:
    """Whether letters are larger in the quarters of a picture: it is reduced, or they are small."""
    heights = [line.box.height for line in photo.page.lines]
    return max(image.size) > _LARGE * _SIDE or (bool(heights) and median(heights) < _SMALL)


def _at_once(image: Image.Image, engine: SlowEngine, *, most: float = 1.0) -> list[Slanted]:
    scale = min(most, _SIDE / max(image.size))
    return [_resized(one, 1 / scale) for one in engine.slanted(_bmp(_enlarged(image, scale)))]


def _quarters(image: Image.Image, engine: SlowEngine) -> list[Slanted]:
    """The lines of four parts that overlap, each once, the longest reading of it kept."""
    found: list[Slanted] = []
    wide, high = round(image.width * _QUARTER), round(image.height * _QUARTER)
    for left in (0, image.width - wide):
        for top in (0, image.height - high):
            part = image.crop((left, top, left + wide, top + high))
            found += [_shifted(one, left, top) for one in _at_once(part, engine, most=_MOST)]
    found.sort(key=lambda one: -one.width)
    kept: list[Slanted] = []
    for one in found:
        if not any(_same_place(one, other) for other in kept):
            kept.append(one)
    return kept


def _same_place(one: Slanted, longer: Slanted) -> bool:
    across = abs(one.middle[0] - longer.middle[0]) < longer.width / 2
    return across and abs(one.middle[1] - longer.middle[1]) < longer.height / 2


def _shifted(one: Slanted, right: int, down: int) -> Slanted:
    corners = tuple((x + right, y + down) for x, y in one.corners)
    return Slanted(one.text, corners, one.confidence)


def edges(photo: Photo, read: Read, *, soft: bool = False) -> Page:
    """The bars of the screen read again, enlarged, part by part.

    Args:
        photo: the level screen.
        read: gives the lines of a picture; see `slowly`.
        soft: less enlarged and softened, which drowns the grain of a photograph.
    """
    page, lines = photo.page, list[Line]()
    wide, high = photo.image.size
    deep = max(1, min(high, round(max(_STRIP * high, _BARS * wide))))
    for top in dict.fromkeys((0, high - deep)):
        for left, right in _PARTS:
            edge = round(left * wide), round(right * wide)
            part = photo.image.crop((edge[0], top, edge[1], top + deep))
            lines += [
                one.moved(edge[0], top)
                for one in _enlarged_lines(part, read, soft=soft)
                if not _is_cut(one, part.width, left=left > 0, right=right < 1)
            ]
    return replace(page, lines=Page.of(page.width, page.height, lines).lines)


def _is_cut(line: Line, width: int, *, left: bool, right: bool) -> bool:
    """Whether a line goes on beyond the part of the screen that was looked at."""
    near = _CUT * line.box.height
    return (left and line.box.x <= near) or (right and line.right >= width - near)


def _page(text: Box, lines: Sequence[Line]) -> Page:
    """The page of a screen cut out, where text may not reach the foot or the right edge.

    Under a few lines at its top, the foot of a screen is blank; a column of small letters, higher
    than wide, is the left of a computer's screen, no telephone.
    """
    height = max(text.height, round(_LOWEST * text.width))
    small = lines and median(one.box.height for one in lines) < _PHONE * text.width
    width = max(text.width, text.height) if small else text.width
    return Page.of(width, height, lines, loose=True)


def level_of(lines: Sequence[Slanted], height: int, centre: float) -> Level:
    """The slopes of long lines, as a function of where they stand; strays left out."""
    long = [one for one in lines if one.width > _LONG * one.height and one.confidence > _SURE]
    if not long:
        return Level(centre)
    usual = median(one.slope for one in long)
    kept = [one for one in long if abs(one.slope - usual) < _STRAY]
    total = sum(one.width for one in kept)
    y_mean = sum(one.width * one.middle[1] for one in kept) / total
    s_mean = sum(one.width * one.slope for one in kept) / total
    spread = sum(one.width * (one.middle[1] - y_mean) ** 2 for one in kept) / total
    if spread < (_SPREAD * height) ** 2:
        return Level(centre, s_mean)
    both = sum(one.width * (one.middle[1] - y_mean) * (one.slope - s_mean) for one in kept) / total
    turn = both / spread
    return Level(centre, s_mean - turn * y_mean, turn)


def _screen(lines: Sequence[Line], size: tuple[int, int]) -> Box:
    """Where the screen stands: around all text, and a little beyond."""
    if not lines:
        return Box(x=0, y=0, width=size[0], height=size[1])
    text = hull(lines)
    aside = round(_ASIDE * text.width)
    beyond = round(_BEYOND * min(text.height, text.width))
    left, top = max(0, text.x - aside), max(0, text.y - beyond)
    right = min(size[0], text.x + text.width + aside)
    bottom = min(size[1], text.y + text.height + beyond)
    return Box(x=left, y=top, width=max(1, right - left), height=max(1, bottom - top))


def _wider(box: Box, lines: Sequence[Line], width: int) -> Box:
    """The box, wider on the sides where a line goes on beyond it: the first look missed its end."""
    more = round(_MISSED * box.width)
    left = any(one.box.x <= _NEAR * one.box.height for one in lines)
    right = any(one.right >= box.width - _NEAR * one.box.height for one in lines)
    start = max(0, box.x - more) if left else box.x
    end = min(width, box.x + box.width + more) if right else box.x + box.width
    return box.model_copy(update={"x": start, "width": end - start})


def _cut(image: Image.Image, level: Level, box: Box) -> Image.Image:
    """The pixels of a box of the level picture."""
    left, right, top, bottom = box.x, box.x + box.width, box.y, box.y + box.height
    if not level.lean and not level.turn:
        return image.crop((left, top, right, bottom))
    corners = ((left, top), (left, bottom), (right, bottom), (right, top))
    quad = [value for x, y in corners for value in (x, level.down(x, y))]
    return image.transform(
        (box.width, box.height), Image.Transform.QUAD, quad, Image.Resampling.BICUBIC
    )


def _tight(lines: Sequence[Line], size: tuple[int, int]) -> Box:
    """The text of a screen: nothing else says where the screen ends."""
    if not lines:
        return Box(x=0, y=0, width=size[0], height=size[1])
    text, margin = hull(lines), round(_MARGIN * size[0])
    left, top = max(0, text.x - margin), max(0, text.y - margin)
    right = min(size[0], text.x + text.width + margin)
    bottom = min(size[1], text.y + text.height + margin)
    return Box(x=left, y=top, width=max(1, right - left), height=max(1, bottom - top))


def slowly(engine: SlowEngine) -> Read:
    """How the slow engine reads a level picture: upright boxes of the true height of lines."""
    return lambda image: [_line(one, None) for one in engine.slanted(_bmp(image))]


def _enlarged_lines(part: Image.Image, read: Read, *, soft: bool = False) -> list[Line]:
    """The lines of a level part, enlarged to the engine's own size."""
    scale = min(_MOST, _SIDE / max(part.size)) * (_SOFT if soft else 1.0)
    enlarged = _enlarged(part, scale)
    if soft:
        enlarged = enlarged.filter(ImageFilter.GaussianBlur(_BLUR * scale))
    return [_resized_line(one, scale) for one in read(enlarged)]


def _enlarged(image: Image.Image, scale: float) -> Image.Image:
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)


def _line(one: Slanted, level: Level | None) -> Line:
    """A line as an upright box around its middle, of its true height."""
    x, y = one.middle
    y = level.up(x, y) if level else y
    box = Box(
        x=max(0, round(x - one.width / 2)), y=max(0, round(y - one.height / 2)),
        width=round(one.width), height=round(one.height),
    )  # fmt: skip
    return Line(one.text, box, one.confidence)


def _resized(one: Slanted, scale: float) -> Slanted:
    corners = tuple((x * scale, y * scale) for x, y in one.corners)
    return Slanted(one.text, corners, one.confidence)


def _resized_line(line: Line, scale: float) -> Line:
    box = line.box
    return Line(
        line.text,
        Box(x=round(box.x / scale), y=round(box.y / scale), width=round(box.width / scale),
            height=round(box.height / scale)),
        line.confidence,
    )  # fmt: skip


def _bmp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "BMP")
    return out.getvalue()
