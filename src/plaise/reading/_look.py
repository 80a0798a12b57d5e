"""From a decoded picture to the lines on it: what is blank, or was just read, is not read again."""

from __future__ import annotations

import hashlib
import io
import math
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from PIL import Image

from plaise.dossier import Box

from ._blocks import Blank, Block, blocks_of
from ._engine import Engine, Line, SlowEngine
from ._page import Page
from ._sheets import Sheet, sheets

SIDE = 1280  # the length to which the detector reduces the longest side of what it is given
_DESKTOP, _TABLET, _PHONE = 1280, 960, 480  # the widths in which letters are large enough to see
_UPRIGHT, _NARROW = 1.2, 1.6  # heights for one width, of a tablet or a sheet, and of a phone
_WIDEST = 2048  # pixels of a picture read uncut: memory goes with them
_FINE = 1800  # a desktop as wide twice is drawn twice as large as needed
_MOST = 580_000  # points of a tile that the detector looks at: memory goes with them as well
_OVERLAP = 0.12  # of two tiles, in shares of the shortest side
_BLANK = 0.5  # of a screen that no block alone may fill
_CROWD = 40  # blocks read together
_REMEMBERED = 64
_SECOND = 0.75  # the scale of a second look: what one scale misses, another finds
_ENLARGED, _TWICE = 2.8, 2.0  # how large letters are made for a look at one zone; how much at most


class Looker:
    """Runs the engine over pictures, and remembers the last things that it read.

    What is remembered never changes an answer: bars and page are always read apart, each from
    its own pixels alone.
    """

    def __init__(self, engine: Engine, slow: SlowEngine | None = None) -> None:
        self._engine = engine
        self.slow = slow
        self.names: tuple[str, ...] = ()  # words of the person's own, for the file being read
        self._known: OrderedDict[bytes, tuple[Line, ...]] = OrderedDict()

    def lines(self, image: Image.Image, *, fine: bool = False) -> tuple[Line, ...]:
        """What the engine reads on a sheet, or read on the same one before."""
        data = _bmp(image)
        key = hashlib.blake2b(data, digest_size=16, salt=b"fine" if fine else b"").digest()
        known = self._known.get(key)
        if known is None:
            known = tuple(self._engine.lines(data, side=SIDE, fine=fine))
            self._known[key] = known
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        else:
            self._known.move_to_end(key)
        return known


class Screen:
    """One picture, and the looks at it: the first, then those at what it left in doubt."""

    def __init__(self, image: Image.Image, looker: Looker) -> None:
        self._image = image
        self._looker = looker
        aspect = image.height / image.width
        self._looked = _PHONE if aspect > _NARROW else _TABLET if aspect > _UPRIGHT else _DESKTOP

    @cached_property
    def page(self) -> Page:
        """The lines of the whole picture."""
        whole = min(1.0, _WIDEST / self._image.width)
        lines = self._in_blocks() if self._is_screen else self._in_tiles(whole)
        return Page.of(self._image.width, self._image.height, [*lines])

    def again(self) -> Page:
        """The whole at another scale, uncut, for a page where nothing was recognised."""
        scale = min(_SECOND, _WIDEST / self._image.width)
        return Page.of(self._image.width, self._image.height, [*self._in_tiles(scale)])

    def zones(self, zones: Iterable[tuple[float, ...]], *, fine: bool = False) -> Page:
        """Parts of the picture enlarged; a zone is left, top, right, bottom, in shares.

        Shares are of the width, and of one screen's height (negative: from the bottom). `fine`
        asks for the engine's better model: what one misreads, the other may not.
        """
        image, screen = self._image, self.page.screen
        lines: list[Line] = []
        for left, top, right, bottom in zones:
            zone = Block(
                round(left * image.width), _ordinate(top, image.height, screen),
                round(right * image.width), _ordinate(bottom, image.height, screen) or image.height,
            )  # fmt: skip
            lines.extend(self._zone(zone, fine=fine))
        return Page.of(image.width, image.height, lines)

    def _zone(self, zone: Block, *, fine: bool) -> Iterator[Line]:
        image = self._image.crop((zone.left, zone.top, zone.right, zone.bottom))
        scale = max(1.0, min(_TWICE, _ENLARGED / self._blank.unit))
        blocks = blocks_of(image, self._blank)
        if not blocks:
            return
        for sheet in sheets(image, blocks, self._blank, width=round(SIDE / scale), side=SIDE):
            for line in self._looker.lines(_resized(sheet.image, scale), fine=fine):
                placed = _placed(_scaled(line, 1 / scale), sheet).moved(zone.left, zone.top)
                if not self._cut_by(zone, placed):
                    yield placed

    def _cut_by(self, zone: Block, line: Line) -> bool:
        """Whether the upper or lower edge of a zone goes through a line."""
        above = zone.top > 0 and line.box.y <= zone.top + 1
        under = zone.bottom < self._image.height and line.bottom >= zone.bottom - 1
        return above or under

    @cached_property
    def _small(self) -> Image.Image:
        """Without the points that letters do not need, by whole squares of them."""
        times = self._image.width // (_FINE if self._looked == _DESKTOP else self._looked)
        return self._image.reduce(times) if times > 1 else self._image

    @cached_property
    def _blank(self) -> Blank:
        return Blank.of(self._image)

    @cached_property
    def _blocks(self) -> list[Block]:
        return blocks_of(self._small, Blank.of(self._small))

    @property
    def _is_screen(self) -> bool:
        """Whether blank was found: noise and light leave none on a photograph."""
        most = max((one.width * one.height for one in self._blocks), default=0)
        return most < _BLANK * self._small.width * min(self._small.height, 2.3 * self._small.width)

    def _in_blocks(self) -> Iterator[Line]:
        small = self._small
        scale = self._image.width / small.width
        width = round(SIDE * max(1.0, small.width / self._looked))
        for group in _groups(self._blocks, small):
            for sheet in sheets(small, group, Blank.of(small), width=width, side=SIDE):
                for line in self._looker.lines(sheet.image):
                    yield _scaled(_placed(line, sheet), scale)

    def _in_tiles(self, scale: float) -> Iterator[Line]:
        """For what has no blank: tiles that overlap, a line being read where it is whole."""
        image = _resized(self._image, scale)
        overlap = round(_OVERLAP * min(image.size))
        half = overlap / 2
        for top, bottom in _tiles(image.width, image.height, overlap):
            tile = image.crop((0, top, image.width, bottom))
            upper = top + half if top else 0
            lower = bottom - half if bottom < image.height else bottom + 1
            for line in self._looker.lines(tile):
                placed = line.moved(0, top)
                if upper <= placed.middle[1] < lower:
                    yield _scaled(placed, 1 / scale)


def page_of(image: Image.Image, engine: Engine, *, side: int) -> Page:
    """One plain pass of an engine over a whole picture, to compare with."""
    return Page.of(image.width, image.height, engine.lines(_bmp(image), side=side))


def _groups(blocks: Sequence[Block], image: Image.Image) -> Iterator[Sequence[Block]]:
    """The bars of the top, the page, the bar of the bottom: each is read, or remembered, alone."""
    screen = min(image.height, 2.3 * image.width)
    edges = [0.11 * screen, image.height - 0.09 * screen]
    for above, under in zip([-1.0, *edges], [*edges, image.height + 1.0], strict=True):
        group = [one for one in blocks if above < one.middle[1] <= under]
        for start in range(0, len(group), _CROWD):
            yield group[start : start + _CROWD]


def _ordinate(share: float, height: int, screen: float) -> int:
    return round(height + share * screen if share < 0 else share * screen)


def _resized(image: Image.Image, scale: float) -> Image.Image:
    if scale == 1:
        return image
    size = round(image.width * scale), round(image.height * scale)
    return image.resize(size, Image.Resampling.LANCZOS)


def _bmp(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "BMP")
    return out.getvalue()


def _tiles(width: int, height: int, overlap: int) -> list[tuple[int, int]]:
    """Tops and bottoms of tiles of one height, few enough, that overlap at least so much."""
    most = max(2 * overlap, round(_MOST / width * max(1.0, width / SIDE) ** 2))
    count = max(1, math.ceil((height - overlap) / (most - overlap)))
    step = (height - overlap) / count
    return [(round(at * step), round((at + 1) * step) + overlap) for at in range(count)]


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


def _placed(line: Line, sheet: Sheet) -> Line:
    x, y = sheet.shift(*line.middle)
    box = line.box
    moved = Box(x=max(0, box.x + x), y=max(0, box.y + y), width=box.width, height=box.height)
    return Line(line.text, moved, line.confidence)
