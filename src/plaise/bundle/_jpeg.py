"""What a JPEG holds, without decoding it: its pixels pass through, its private metadata do not.

A phone writes where the photo was taken; the préfecture reads every exhibit (R. 522-4 CJA). The
copy in the exhibit keeps the compressed pixels byte for byte and leaves metadata out; the original
stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ._png import BrokenPictureError

_MARK, _END, _SCAN = 0xFF, 0xD9, 0xDA
_FRAMES = {0xC0, 0xC1, 0xC2}
_OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_APP0, _APP1, _APP2, _APP14, _COMMENT = 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
_ICC = b"ICC_PROFILE\0"
_METADATA = {*range(_APP0, 0xF0), _COMMENT} - {_APP0, _APP14}
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_FRAME_SIZE, _BITS = 6, 8
_EXIF = b"Exif\x00\x00"
_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB"}


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A parsed JPEG; `data` are its bytes without metadata."""

    width: int
    height: int
    components: int
    usual: bool
    exif: bytes
    profile: bytes
    data: tuple[memoryview, ...]

    @property
    def passes_through(self) -> bool:
        """Whether a PDF/A in sRGB can hold these very bytes (8 bits, grey or colour, no CMYK)."""
        return self.usual and self.components in _SPACES

    @property
    def dictionary(self) -> bytes:
        """The PDF image dictionary that reads these bytes."""
        return b"/Width %d /Height %d /ColorSpace %s /BitsPerComponent 8 /Filter /DCTDecode" % (
            self.width,
            self.height,
            _SPACES[self.components],
        )


def parse_jpeg(raw: bytes) -> Jpeg:
    """Read the segments of a JPEG.

    Raises:
        BrokenPictureError: it is cut short, damaged or not a JPEG.
    """
    if raw[:2] != b"\xff\xd8":
        raise BrokenPictureError("not a JPEG")
    view = memoryview(raw)
    kept: list[memoryview] = [view[:2]]
    frame: tuple[int, int, int, bool] | None = None
    said: dict[bytes, list[bytes]] = {_EXIF: [], _ICC: []}
    at = 2
    while True:
        at, code = _marker(raw, at)
        if code == _END:
            kept.append(view[at : at + 2])
            break
        end = at + 2 + int.from_bytes(view[at + 2 : at + 4], "big")
        body = view[at + 4 : end]
        if end > len(raw):
            raise BrokenPictureError("cut short")
        if code in _FRAMES or code in _OTHER_FRAMES:
            frame = _frame(code, body)
        elif code in {_APP1, _APP2}:
            _note(bytes(body), said)
        if code == _SCAN:
            end = _after_scan(raw, end)
        if code not in _METADATA:
            kept.append(view[at:end])
        at = end
    if frame is None:
        raise BrokenPictureError("no frame")
    width, height, components, usual = frame
    exif = next(iter(said[_EXIF]), b"")
    profile = b"".join(part[2:] for part in sorted(said[_ICC], key=lambda part: part[:1]))
    return Jpeg(width, height, components, usual, exif, profile, tuple(kept))


def _note(body: bytes, said: dict[bytes, list[bytes]]) -> None:
    """Keep what a segment says of the orientation or of the colours."""
    for name, parts in said.items():
        if body.startswith(name):
            parts.append(body[len(name) :])


def _marker(raw: bytes, at: int) -> tuple[int, int]:
    """Where the next marker is (fill bytes skipped) and its code."""
    while raw[at : at + 2] == b"\xff\xff":
        at += 1
    if at + 2 > len(raw) or raw[at] != _MARK:
        raise BrokenPictureError("cut short")
    return at, raw[at + 1]


def _after_scan(raw: bytes, at: int) -> int:
    found = _MARKER.search(raw, at)
    if found is None:
        raise BrokenPictureError("cut short")
    return found.start()


def _frame(code: int, body: memoryview) -> tuple[int, int, int, bool]:
    if len(body) < _FRAME_SIZE:
        raise BrokenPictureError("short frame")
    height, width = int.from_bytes(body[1:3], "big"), int.from_bytes(body[3:5], "big")
    if not width or not height:
        raise BrokenPictureError("no size")
    return width, height, body[5], code in _FRAMES and body[0] == _BITS
