"""Where a picture and its caption stand on an A4 page; lengths in points, origin bottom left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ._font import Font, caption_font
from ._pictures import Picture

A4_SHORT, A4_LONG = 595.28, 841.89
MARGIN = 34.0
_GAP = 10.0
_LEADING = 1.32
_MARK_SIZE = 10.0
_FRAME = 1.5
LEGIBLE = 8.0
_ACROSS, _DOWN = 3, 4
SHEET = _ACROSS * _DOWN


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a caption and the size of its letters."""

    text: str
    size: float = 9.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of text and the place of its baseline."""

    text: str
    size: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture's box as seen, and the lines beneath it."""

    box: tuple[float, float, float, float]
    lines: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page laid out: its size, its pictures and its mark."""

    width: float
    height: float
    shown: tuple[Shown, ...]
    mark: Placed | None


def lay_out(picture: Picture, caption: Sequence[Line], mark: str) -> Page:
    """Place a picture as large as A4 allows, its caption beneath, never over it.

    The page is landscape for a wide picture, portrait for a tall one. A small picture is not
    enlarged beyond one point per pixel.
    """
    seen_width, seen_height = picture.upright
    wide = seen_width >= seen_height
    width, height = (A4_LONG, A4_SHORT) if wide else (A4_SHORT, A4_LONG)
    room = width - 2 * MARGIN
    lines = stack(caption, room)
    caption_height = sum(line.size * _LEADING for line in lines)
    top = height - MARGIN - (_MARK_SIZE + _GAP if mark else 0)
    bottom = MARGIN + caption_height + _GAP
    scale = min(room / seen_width, (top - bottom) / seen_height, 1.0)
    shown_width, shown_height = seen_width * scale, seen_height * scale
    box = ((width - shown_width) / 2, top - shown_height, shown_width, shown_height)
    placed = place(lines, MARGIN, box[1] - _GAP)
    return Page(width, height, (Shown(box, placed),), _mark(mark, width, height))


def lay_out_sheet(pictures: Sequence[tuple[Picture, Sequence[Line]]], mark: str) -> Page:
    """Place up to `SHEET` small pictures on a portrait page, each with its lines beneath."""
    top = A4_LONG - MARGIN - (_MARK_SIZE + _GAP if mark else 0)
    wide = (A4_SHORT - 2 * MARGIN + _GAP) / _ACROSS - _GAP
    high = (top - MARGIN) / _DOWN
    shown = []
    for at, (picture, caption) in enumerate(pictures):
        lines = stack(caption, wide)
        room = high - stack_height(lines) - 2 * _GAP
        scale = min(wide / picture.upright[0], room / picture.upright[1])
        size = (picture.upright[0] * scale, picture.upright[1] * scale)
        left = MARGIN + (at % _ACROSS) * (wide + _GAP)
        floor = top - (at // _ACROSS) * high - room
        box = (left + (wide - size[0]) / 2, floor + room - size[1], *size)
        shown.append(Shown(box, place(lines, left, box[1] - _GAP / 2)))
    return Page(A4_SHORT, A4_LONG, tuple(shown), _mark(mark, A4_SHORT, A4_LONG))


def stack(caption: Sequence[Line], room: float) -> list[Line]:
    """The caption cut into lines no wider than `room`; never a box for a letter that is missing."""
    font = caption_font()
    return [
        Line(text, line.size)
        for line in caption
        for text in font.wrap(font.drawable(line.text), line.size, room)
    ]


def stack_height(lines: Sequence[Line]) -> float:
    """How high stacked lines are."""
    return sum(line.size * _LEADING for line in lines)


def place(lines: Sequence[Line], x: float, top: float) -> tuple[Placed, ...]:
    """Lines one under the other, the first just below `top`."""
    placed = []
    y = top
    for line in lines:
        y -= line.size * _LEADING
        placed.append(Placed(line.text, line.size, x, y + line.size * (_LEADING - 1)))
    return tuple(placed)


def _mark(mark: str, width: float, height: float) -> Placed | None:
    if not mark:
        return None
    x = (width - caption_font().width(mark, _MARK_SIZE)) / 2
    return Placed(mark, _MARK_SIZE, x, height - MARGIN)


def text_block(lines: Sequence[Placed], font: Font) -> bytes:
    """The drawing of some lines."""
    drawn = [
        b"/F0 %s Tf 1 0 0 1 %s %s Tm %s Tj"
        % (number(line.size), number(line.x), number(line.y), font.encode(line.text + " "))
        for line in lines
    ]
    return b"BT 0 g\n%s\nET" % b"\n".join(drawn)


def image_matrix(orientation: int, box: tuple[float, float, float, float]) -> bytes:
    """The matrix that shows a stored picture upright in a box (EXIF orientations 1 to 8)."""
    x, y, w, h = box
    right, top = x + w, y + h
    matrix = {
        1: (w, 0, 0, h, x, y),
        2: (-w, 0, 0, h, right, y),
        3: (-w, 0, 0, -h, right, top),
        4: (w, 0, 0, -h, x, top),
        5: (0, -h, -w, 0, right, top),
        6: (0, -h, w, 0, x, top),
        7: (0, h, w, 0, x, y),
        8: (0, h, -w, 0, right, y),
    }[orientation]
    return b" ".join(number(value) for value in matrix)


def frame(box: tuple[float, float, float, float]) -> bytes:
    """A hairline around a picture, outside it, so that a white page does not swallow its edges."""
    x, y, w, h = box
    values = (x - _FRAME, y - _FRAME, w + 2 * _FRAME, h + 2 * _FRAME)
    return b"0.5 w 0.6 G %s re S" % b" ".join(number(value) for value in values)


def number(value: float) -> bytes:
    """A length as PDF writes it."""
    return f"{value:.3f}".rstrip("0").rstrip(".").encode()
