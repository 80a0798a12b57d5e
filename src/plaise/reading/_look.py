"""From a decoded picture to the lines on it: what is blank, or was just read, is not read again."""

from __future__ import annotations

import hashlib
import io
from collections import OrderedDict
from collections.abc import Iterable

from PIL import Image

from plaise.dossier import Box

from ._bands import Packed, split
from ._engine import Engine, Line, SlowEngine
from ._page import Page

SIDE = 1280
_OCR_PIXELS = 12_000_000
_PHONE_WIDTH = 720  # a phone's letters are drawn two or three times larger than a desktop's
_DESKTOP_WIDTH = 2048  # screens that have more points draw larger letters; memory goes with them
_TILE_FROM, _TILE, _OVERLAP = 2.6, 2.0, 0.15  # heights, in widths of the picture
_REMEMBERED = 24
_SECOND = 0.75  # the scale of a second look: what one scale misses, another finds


class Looker:
    """Runs the engine over pictures, and remembers the last pages that it read.

    What is remembered never changes an answer: edges and body are always read apart, each from
    its own pixels alone.
    """

    def __init__(self, engine: Engine, slow: SlowEngine | None = None) -> None:
        self._engine = engine
        self.slow = slow
        self.names: tuple[str, ...] = ()  # words of the person's own, for the file being read
        self._pages: OrderedDict[bytes, tuple[Line, ...]] = OrderedDict()

    def page(self, image: Image.Image) -> Page:
        """The lines of a whole picture."""
        if image.height > _TILE_FROM * image.width:
            return page_of(image, self._engine, side=SIDE)
        parts = split(image)
        lines = self._lines(parts.edges)
        if parts.body is not None:
            lines = (*lines, *self._remembered(parts.body))
        return Page.of(image.width, image.height, lines)

    def again(self, image: Image.Image) -> Page:
        """The same at another scale, for a page where nothing was recognised."""
        scale = min(_SECOND, _DESKTOP_WIDTH / image.width)
        size = (round(image.width * scale), round(image.height * scale))
        small = image.resize(size, Image.Resampling.LANCZOS)
        lines = (_scaled(line, 1 / scale) for line in self._read(small))
        return Page.of(image.width, image.height, [*lines])

    def zones(self, image: Image.Image, zones: Iterable[tuple[float, ...]], screen: float) -> Page:
        """Parts of a picture enlarged; a zone is left, top, right, bottom, in shares.

        Shares are of the width, and of `screen` (negative: from the bottom).
        """
        lines: list[Line] = []
        for left, top, right, bottom in zones:
            box = (
                round(left * image.width), _ordinate(top, image.height, screen),
                round(right * image.width), _ordinate(bottom, image.height, screen) or image.height,
            )  # fmt: skip
            part = image.crop(box)
            scale = min(2.0, SIDE / part.width)
            if scale > 1:
                size = (round(part.width * scale), round(part.height * scale))
                part = part.resize(size, Image.Resampling.LANCZOS)
            else:
                scale = 1.0
            lines.extend(_scaled(one, 1 / scale).moved(box[0], box[1]) for one in self._read(part))
        return Page.of(image.width, image.height, lines)

    def _remembered(self, part: Packed) -> tuple[Line, ...]:
        key = hashlib.blake2b(part.image.tobytes(), digest_size=16)
        key.update(repr((part.image.size, part.bands)).encode())
        known = self._pages.get(key.digest())
        if known is None:
            known = self._lines(part)
            self._pages[key.digest()] = known
            if len(self._pages) > _REMEMBERED:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(key.digest())
        return known

    def _lines(self, part: Packed) -> tuple[Line, ...]:
        image, scale = part.image, 1.0
        upright = part.bands[-1].bottom > image.width * 1.2
        most = _PHONE_WIDTH if upright else _DESKTOP_WIDTH
        if image.width > most:
            scale = most / image.width
            image = image.resize((most, max(1, round(image.height * scale))))
        return tuple(_unpacked(_scaled(one, 1 / scale), part) for one in self._read(image))

    def _read(self, image: Image.Image) -> list[Line]:
        return self._engine.lines(_bmp(image), side=SIDE)


def page_of(image: Image.Image, engine: Engine, *, side: int) -> Page:
    """Run the engine over a picture; a scrolling capture is read screen by screen."""
    scale = min(1.0, (_OCR_PIXELS / (image.width * image.height)) ** 0.5)
    lines: list[Line] = []
    for top, bottom in _tiles(image.width, image.height):
        whole = (top, bottom) == (0, image.height)
        tile = image if whole else image.crop((0, top, image.width, bottom))
        if scale < 1:
            tile = tile.resize((round(tile.width * scale), round(tile.height * scale)))
        seen = engine.lines(_bmp(tile), side=side)
        placed = [_scaled(line, 1 / scale).moved(0, top) for line in seen]
        lines.extend(line for line in placed if not _known(line, lines))
    return Page.of(image.width, image.height, lines)


def _ordinate(share: float, height: int, screen: float) -> int:
    return round(height + share * screen if share < 0 else share * screen)


def _bmp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "BMP")
    return out.getvalue()


def _tiles(width: int, height: int) -> list[tuple[int, int]]:
    if height <= _TILE_FROM * width:
        return [(0, height)]
    size, step = round(_TILE * width), round((_TILE - _OVERLAP) * width)
    tops = range(0, max(1, height - round(_OVERLAP * width)), step)
    return [(top, min(height, top + size)) for top in tops]


def _scaled(line: Line, scale: float) -> Line:
    if scale == 1:
        return line
    box = line.box
    return Line(
        line.text,
        Box(x=round(box.x * scale), y=round(box.y * scale), width=round(box.width * scale),
            height=round(box.height * scale)),
        line.confidence,
    )  # fmt: skip


def _unpacked(line: Line, part: Packed) -> Line:
    box = line.box
    middle = box.y + box.height / 2
    top = part.row(middle) - round(middle - box.y)
    moved = Box(x=box.x, y=max(0, top), width=box.width, height=box.height)
    return Line(line.text, moved, line.confidence)


def _known(line: Line, lines: list[Line]) -> bool:
    """Whether the overlap of two tiles already gave that line."""
    return any(
        abs(line.middle[1] - other.middle[1]) < 0.5 * other.box.height
        and abs(line.box.x - other.box.x) < other.box.height
        for other in lines
    )
