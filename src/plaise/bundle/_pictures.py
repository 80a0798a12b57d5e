"""From the bytes of a picture to what a page shows: passed through, or a lossless derivative."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from ._jpeg import parse_jpeg
from ._png import SIGNATURE, BrokenPictureError, Png, parse_png

JPEG_START = b"\xff\xd8"
MOST_PIXELS = 100_000_000
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "AVIF")
_ORIENTATION_TAG = 0x0112
_ORIENTATIONS = range(1, 9)
_QUICK = 4
_SIDEWAYS = 5


class UnusablePictureError(ValueError):
    """A picture that cannot become a page; `why` says it in plain French."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready for a PDF.

    Attributes:
        width: pixels stored per row.
        height: rows stored.
        orientation: how it must be turned to be seen upright (EXIF, 1 to 8).
        dictionary: its PDF image dictionary, without the length.
        data: its bytes, in pieces.
        derived: whether the bytes are a lossless re-encoding rather than the original's own.
    """

    width: int
    height: int
    orientation: int
    dictionary: bytes
    data: tuple[memoryview, ...]
    derived: bool = False

    @property
    def size(self) -> int:
        """Bytes that it takes in the PDF."""
        return sum(len(part) for part in self.data)

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height as seen."""
        turned = self.orientation >= _SIDEWAYS
        return (self.height, self.width) if turned else (self.width, self.height)


Keep = Callable[[Callable[[], bytes]], bytes]
"""Gives a derivative that was kept, or keeps the one that the given function makes."""


def load_picture(raw: bytes, keep: Keep) -> Picture:
    """Make a picture ready for a PDF; its pixels are those of the original, never resampled.

    Args:
        raw: the original's bytes.
        keep: where a lossless re-encoding is kept when the PDF cannot hold these bytes
            (transparency, interlacing, another format).

    Raises:
        UnusablePictureError: damaged, too large, animated or of an unknown format.
        OSError: the derivative cannot be kept.
    """
    try:
        passed = _pass_through(raw)
    except BrokenPictureError as error:
        raise UnusablePictureError("l’image est incomplète ou abîmée") from error
    if passed is not None:
        return passed
    return _from_png(parse_png(keep(lambda: _derive(raw)), check=False), derived=True)


def _pass_through(raw: bytes) -> Picture | None:
    if raw.startswith(SIGNATURE):
        png = parse_png(raw)
        _check_size(png.width, png.height)
        return _from_png(png) if png.passes_through else None
    if raw.startswith(JPEG_START):
        jpeg = parse_jpeg(raw)
        _check_size(jpeg.width, jpeg.height)
        if jpeg.passes_through:
            turn = _orientation(jpeg.exif)
            return Picture(jpeg.width, jpeg.height, turn, jpeg.dictionary, jpeg.data)
    return None


def _from_png(png: Png, *, derived: bool = False) -> Picture:
    turn = _orientation(png.exif)
    return Picture(png.width, png.height, turn, png.dictionary, tuple(png.data), derived)


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise UnusablePictureError(
            f"l’image est démesurée ({width} × {height} points) ; enregistrez-la plus petite"
        )


def _orientation(exif: bytes) -> int:
    """The EXIF orientation; 1 (upright) when absent or unreadable."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    try:
        data = Image.Exif()
        data.load(exif)
        value = data.get(_ORIENTATION_TAG, 1)
    except (ValueError, SyntaxError, KeyError, OSError):
        return 1
    return int(value) if value in _ORIENTATIONS else 1


def _derive(raw: bytes) -> bytes:
    """The same pixels as a plain PNG: transparency on white, turned upright, no metadata."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(raw), formats=_FORMATS) as picture:
                _check_size(*picture.size)
                if getattr(picture, "n_frames", 1) > 1:
                    raise UnusablePictureError(
                        "ce fichier contient plusieurs images ; enregistrez-les en PDF"
                    )
                orientation = picture.getexif().get(_ORIENTATION_TAG, 1)
                flat = _flatten(picture)
    except UnidentifiedImageError as error:
        raise UnusablePictureError("ce format d’image n’est pas reconnu") from error
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        if isinstance(error, UnusablePictureError):
            raise
        raise UnusablePictureError("l’image est incomplète ou abîmée") from error
    upright = _turn(flat, orientation)
    made = io.BytesIO()
    upright.save(made, "PNG", compress_level=_QUICK)
    return made.getvalue()


def _flatten(picture: Image.Image) -> Image.Image:
    if picture.mode in {"1", "L"} and "transparency" not in picture.info:
        return picture.convert("L")
    if picture.mode in {"RGB", "CMYK", "YCbCr"} and "transparency" not in picture.info:
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    page = Image.new("RGBA", seen.size, "white")
    page.alpha_composite(seen)
    return page.convert("RGB")


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _turn(picture: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return picture if turn is None else picture.transpose(turn)


def joined(parts: Iterable[memoryview]) -> bytes:
    """Pieces of bytes as one."""
    return b"".join(parts)
