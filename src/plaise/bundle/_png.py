"""What a PNG holds, without decoding it: enough to hand its bytes to a PDF unchanged."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB, _PALETTE = 0, 2, 3
_COLOURS = {_GREY: 1, _RGB: 3, _PALETTE: 1}
_HEADER_SIZE = 13
_MOST_PROFILE = 1_000_000


class BrokenPictureError(ValueError):
    """The bytes are not a whole picture."""


@dataclass(slots=True)
class Png:
    """A parsed PNG; `data` are the compressed pixels, in order."""

    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool
    palette: bytes = b""
    transparent: bool = False
    exif: bytes = b""
    profile: bytes = b""
    data: list[memoryview] = field(default_factory=list)

    @property
    def passes_through(self) -> bool:
        """Whether a PDF can hold these very bytes (no alpha, no interlacing)."""
        return self.colour in _COLOURS and not self.interlaced and not self.transparent

    @property
    def dictionary(self) -> bytes:
        """The PDF image dictionary that reads these bytes."""
        colours = _COLOURS[self.colour]
        space = b"/DeviceRGB" if self.colour == _RGB else b"/DeviceGray"
        if self.colour == _PALETTE:
            last = len(self.palette) // 3 - 1
            space = b"[/Indexed /DeviceRGB %d <%s>]" % (last, self.palette.hex().encode())
        return (
            b"/Width %d /Height %d /ColorSpace %s /BitsPerComponent %d /Filter /FlateDecode "
            b"/DecodeParms << /Predictor 15 /Colors %d /BitsPerComponent %d /Columns %d >>"
            % (self.width, self.height, space, self.depth, colours, self.depth, self.width)
        )


def parse_png(raw: bytes, *, check: bool = True) -> Png:
    """Read the chunks of a PNG.

    Args:
        raw: the whole file.
        check: verify the checksum of every chunk.

    Raises:
        BrokenPictureError: it is cut short, damaged or not a PNG.
    """
    png: Png | None = None
    for kind, body in _chunks(raw, check=check):
        if png is None:
            png = _header(kind, body)
        elif kind == b"PLTE":
            png.palette = bytes(body)
        elif kind == b"tRNS":
            png.transparent = True
        elif kind == b"eXIf":
            png.exif = bytes(body)
        elif kind == b"iCCP":
            png.profile = unpacked(bytes(body).partition(b"\0")[2][1:])
        elif kind == b"IDAT":
            png.data.append(body)
    if png is None or not png.data:
        raise BrokenPictureError("no pixels")
    if png.colour == _PALETTE and (not png.palette or len(png.palette) % 3):
        raise BrokenPictureError("no palette")
    return png


def unpacked(profile: bytes) -> bytes:
    """A colour profile out of its compression; empty when it is damaged or oversized."""
    try:
        return zlib.decompressobj().decompress(profile, _MOST_PROFILE)
    except zlib.error:
        return b""


def _header(kind: bytes, body: memoryview) -> Png:
    if kind != b"IHDR" or len(body) != _HEADER_SIZE:
        raise BrokenPictureError("no header")
    width, height = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
    if not width or not height:
        raise BrokenPictureError("no size")
    return Png(width, height, depth=body[8], colour=body[9], interlaced=bool(body[12]))


def _chunks(raw: bytes, *, check: bool) -> Iterator[tuple[bytes, memoryview]]:
    if not raw.startswith(SIGNATURE):
        raise BrokenPictureError("not a PNG")
    view = memoryview(raw)
    at = len(SIGNATURE)
    while at + 12 <= len(raw):
        size = int.from_bytes(view[at : at + 4], "big")
        kind = bytes(view[at + 4 : at + 8])
        end = at + 8 + size
        if end + 4 > len(raw):
            break
        if check and zlib.crc32(view[at + 4 : end]) != int.from_bytes(view[end : end + 4], "big"):
            raise BrokenPictureError("damaged chunk")
        yield kind, view[at + 8 : end]
        if kind == b"IEND":
            return
        at = end + 4
    raise BrokenPictureError("cut short")
