"""From the bytes of a picture to what a page shows: passed through, or a lossless derivative."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from PIL import Image

from plaise.dossier import PlaiseError
from plaise.reading import LIGHT, ReadingError, shared_copier

from ._jpeg import parse_jpeg
from ._png import SIGNATURE, BrokenPictureError, Png, parse_png

JPEG_START = b"\xff\xd8"
MOST_PIXELS = 100_000_000
_TIFF = (b"II*\0", b"MM\0*")
_HEIC = {b"heic", b"heix", b"mif1", b"hevc", b"msf1", b"heim", b"heis"}
_ORIENTATION_TAG = 0x0112
_ORIENTATIONS = range(1, 9)
_SIDEWAYS = 5
_PROFILE_HEAD, _PROFILE_NAMED = 128, 1_000
_PROFILE_VERSIONS = {2, 4}


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
        light: whether they are a light copy.
        profile: the colour profile that they are in, compressed; sRGB when empty.
    """

    width: int
    height: int
    orientation: int
    dictionary: bytes
    data: tuple[memoryview, ...]
    derived: bool = False
    light: bool = False
    profile: bytes = b""

    @property
    def size(self) -> int:
        """Bytes that it takes in the PDF."""
        return sum(len(part) for part in self.data)

    @property
    def upright(self) -> tuple[int, int]:
        """Width and height as seen."""
        turned = self.orientation >= _SIDEWAYS
        return (self.height, self.width) if turned else (self.width, self.height)


Keep = Callable[[str, Callable[[], bytes]], bytes]
"""Gives a copy of that kind that was kept, or keeps the one that the given function makes."""


def load_picture(raw: bytes, keep: Keep) -> Picture:
    """Make a picture ready for a PDF; its pixels are those of the original, never resampled.

    Args:
        raw: the original's bytes.
        keep: where a lossless re-encoding is kept when the PDF cannot hold these bytes
            (transparency, interlacing, another format); it is made in the limited child process.

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
    if is_heic(raw):
        made = keep(LIGHT, lambda: light_bytes(raw))
        return light_picture(made) if made else _plain(raw, keep, 0)
    return _plain(raw, keep, 0)


def load_pages(raw: bytes, keep: Keep) -> Iterator[Picture]:
    """Every page of a picture: a TIFF may hold many.

    Raises:
        UnusablePictureError: as `load_picture`.
        OSError: a derivative cannot be kept.
    """
    yield load_picture(raw, keep)
    for frame in range(1, page_count(raw, keep)):
        yield _plain(raw, keep, frame)


def page_count(raw: bytes, keep: Keep) -> int:
    """How many pages a picture has; one, but for a TIFF.

    Raises:
        UnusablePictureError: as `load_picture`.
    """
    if not raw.startswith(_TIFF):
        return 1
    told = keep("pages", lambda: _told(lambda: str(shared_copier().plain(raw)[1]).encode()))
    return int(told)


def light_bytes(raw: bytes) -> bytes:
    """A light copy, made in the limited child process; empty when it would spare too little.

    Raises:
        UnusablePictureError: the file shows nothing.
    """
    return _told(lambda: shared_copier().light(raw))


def light_picture(made: bytes) -> Picture:
    """A light copy ready for a PDF."""
    passed = _pass_through(made)
    if passed is None:
        raise UnusablePictureError("l’image est incomplète ou abîmée")
    return replace(passed, light=True)


def is_heic(raw: bytes) -> bool:
    """Whether these are the bytes of a telephone's HEIC: no PDF can hold them."""
    return raw[4:8] == b"ftyp" and raw[8:12] in _HEIC


def _plain(raw: bytes, keep: Keep, frame: int) -> Picture:
    png = keep(f"page-{frame}", lambda: _told(lambda: shared_copier().plain(raw, frame)[0]))
    return _from_png(parse_png(png, check=False), derived=True)


def _told(make: Callable[[], bytes]) -> bytes:
    """What the child made, or why it could not."""
    try:
        return make()
    except ReadingError:
        raise
    except PlaiseError as error:
        why = error.happened.rstrip(".")
        raise UnusablePictureError(why[:1].lower() + why[1:]) from error


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
            profile = fit_profile(jpeg.profile, grey=jpeg.components == 1)
            size = (jpeg.width, jpeg.height)
            return Picture(*size, turn, jpeg.dictionary, jpeg.data, profile=profile)
    return None


def _from_png(png: Png, *, derived: bool = False) -> Picture:
    turn = _orientation(png.exif)
    profile = fit_profile(png.profile, grey=png.colour == 0)
    size = (png.width, png.height)
    return Picture(*size, turn, png.dictionary, tuple(png.data), derived, profile=profile)


def fit_profile(profile: bytes, *, grey: bool) -> bytes:
    """A profile, compressed, if a PDF/A can hold it; empty when it is sRGB or unfit.

    Source: ISO 19005-2, 6.2.4.2 (ICC profiles of versions 2 and 4, for input, display or space).
    """
    space, kind = profile[16:20], profile[12:16]
    fit = (
        len(profile) > _PROFILE_HEAD
        and profile[36:40] == b"acsp"
        and profile[8] in _PROFILE_VERSIONS
        and kind in {b"mntr", b"scnr", b"spac"}
        and space == (b"GRAY" if grey else b"RGB ")
    )
    return zlib.compress(profile) if fit and b"sRGB" not in profile[:_PROFILE_NAMED] else b""


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


def joined(parts: Iterable[memoryview]) -> bytes:
    """Pieces of bytes as one."""
    return b"".join(parts)
