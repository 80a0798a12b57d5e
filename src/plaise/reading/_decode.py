"""Hostile bytes to safe pixels: by content, under a ceiling, every warning an error.

Runs only in the limited child process (`_worker`).
"""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass, field
from functools import cache

from PIL import ExifTags, Image, ImageOps, PngImagePlugin

from ._traces import blocks_of_jpeg

MAX_PIXELS = 50_000_000
_ROWS = 256  # taken together to lay a transparent picture on white
_MAX_TEXT = 2_000
_FORMATS = {"PNG": "PNG", "JPEG": "JPEG", "WEBP": "WebP", "HEIC": "HEIC"}
_NAMES = {"HEIC": "HEIF"}  # what Pillow calls a format, when it is another name
_EXIF_KEYS = (
    "DateTimeOriginal", "DateTimeDigitized", "OffsetTimeOriginal", "OffsetTime", "Software",
    "Make", "Model",
)  # fmt: skip
_WIDE, _HIGH = ExifTags.Base.ExifImageWidth, ExifTags.Base.ExifImageHeight


class UndecodableError(Exception):
    """A file that shows nothing: the message is plain French, for the person."""


@dataclass(frozen=True)
class Picture:
    """A decoded picture, upright, with what its file says of itself."""

    image: Image.Image
    metadata: dict[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels, as displayed."""
        return self.image.width, self.image.height


_HEIF_BRANDS = {b"heic", b"heix", b"mif1", b"hevc", b"msf1", b"heim", b"heis"}


@cache
def _read_heic() -> None:
    import pi_heif  # type: ignore[import-untyped]  # noqa: PLC0415 (ships no annotations; seldom)

    pi_heif.register_heif_opener(thumbnails=False, decode_threads=1)


def sniff(data: bytes) -> str | None:
    """The kind of a file by its first bytes, never by its name."""
    signs = {
        "PNG": data.startswith(b"\x89PNG\r\n\x1a\n"),
        "JPEG": data.startswith(b"\xff\xd8\xff"),
        "WEBP": data[:4] == b"RIFF" and data[8:12] == b"WEBP",
        "HEIC": data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS,
        "PDF": b"%PDF-" in data[:1024],
        "ZIP": data.startswith((b"PK\x03\x04", b"PK\x05\x06")),
    }
    return next((kind for kind, seen in signs.items() if seen), None)


def decode(data: bytes) -> Picture:
    """Decode a PNG, a JPEG, a WebP or a HEIC.

    Raises:
        UndecodableError: anything else, or a broken, oversized or truncated picture.
    """
    kind = sniff(data)
    if kind not in _FORMATS:
        raise UndecodableError(_why_not(data, kind))
    if kind == "HEIC":
        _read_heic()
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            with Image.open(io.BytesIO(data), formats=[_NAMES.get(kind, kind)]) as image:
                return _upright(image, data, kind)
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise UndecodableError(TOO_LARGE) from error
        except UndecodableError:
            raise
        except MemoryError as error:
            raise UndecodableError(TOO_LARGE) from error
        except Exception as error:
            raise UndecodableError(
                f"Cette image {_FORMATS[kind]} est abîmée ou incomplète : reprenez l’original, ou "
                "refaites la capture."
            ) from error


TOO_LARGE = (
    f"Cette image dépasse {MAX_PIXELS // 1_000_000} millions de points : ce n’est pas une capture "
    "d’écran ordinaire, elle n’a pas été ouverte."
)


def _upright(image: Image.Image, data: bytes, kind: str) -> Picture:
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise UndecodableError(TOO_LARGE)
    told: list[str] = []
    if getattr(image, "n_frames", 1) > 1:
        told.append("Image animée : seule la première image est lue.")
    if _trailing(data, kind):
        told.append(
            "Ce fichier contient des données après la fin de l’image : elles n’ont pas été lues."
        )
    image.load()
    metadata = _metadata(image)
    metadata["image:size"] = f"{width} × {height}"
    if blocks_of_jpeg(image, jpeg=kind == "JPEG"):
        metadata["image:blocks"] = "oui"
    vars(image).pop("_decoder", None)  # that of WebP keeps twice the picture, as long as it lives
    ImageOps.exif_transpose(image, in_place=True)  # a copy of a large screen is 25 MB
    return Picture(_flat(image), metadata, tuple(told))


def _flat(image: Image.Image) -> Image.Image:
    """On white, without transparency."""
    if image.mode not in {"RGBA", "LA", "PA"} and "transparency" not in image.info:
        return image if image.mode == "RGB" else image.convert("RGB")
    flat = Image.new("RGB", image.size)
    for top in range(0, image.height, _ROWS):  # a whole copy of a large screen is 25 MB
        rows = (0, top, image.width, min(top + _ROWS, image.height))
        layer = image.crop(rows).convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        flat.paste(Image.alpha_composite(ground, layer), rows)
    return flat


def _metadata(image: Image.Image) -> dict[str, str]:
    told: dict[str, str] = {}
    exif = image.getexif()
    tags = dict(exif) | dict(exif.get_ifd(ExifTags.IFD.Exif))
    for number, value in tags.items():
        name = ExifTags.TAGS.get(number, "")
        if name in _EXIF_KEYS:
            told[f"exif:{name}"] = str(value).strip("\0 ")[:_MAX_TEXT]
    if isinstance(image, PngImagePlugin.PngImageFile):
        for key in ("Creation Time", "Software"):
            if isinstance(text := image.info.get(key), str):
                told[f"png:{key}"] = text[:_MAX_TEXT]
    if (wide := tags.get(_WIDE)) and (high := tags.get(_HIGH)):
        told["exif:size"] = f"{wide} × {high}"
    if "jfif" in image.info and not tags:
        told["jpeg:bare"] = "oui"
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    xmp = packet.decode("utf-8", "replace") if isinstance(packet, bytes) else str(packet)
    if match := re.search(r"CreatorTool[>=\"'\s]+([^<\"']{1,80})", xmp):
        told["xmp:CreatorTool"] = match[1]
    if agents := re.findall(r"softwareAgent[>=\"'\s]+([^<\"']{1,80})", xmp):
        told["xmp:History"] = ", ".join(dict.fromkeys(agents))[:_MAX_TEXT]
    return told


def _trailing(data: bytes, kind: str) -> bool:
    """Whether bytes follow the picture's own end."""
    if kind == "HEIC":
        return False  # boxes may follow in any order
    if kind == "WEBP":
        return len(data) > 8 + int.from_bytes(data[4:8], "little") + 1
    end = _png_end(data) if kind == "PNG" else _jpeg_end(data)
    return end is not None and bool(data[end:].strip(b"\0"))


def _png_end(data: bytes) -> int | None:
    at = 8
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] == b"IEND":
            return at + 12 + size
        at += 12 + size
    return None


_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_SCAN, _END = 0xDA, 0xD9


def _jpeg_end(data: bytes) -> int | None:
    """Just after the picture's EOI marker (a camera's previews inside segments do not count)."""
    at = 2
    while (match := _MARKER.search(data, at)) is not None:
        marker = data[match.start() + 1]
        if marker == _END:
            return match.end()
        size = int.from_bytes(data[match.end() : match.end() + 2], "big")
        at = match.end() + max(2, size)
    return None


def _why_not(data: bytes, kind: str | None) -> str:
    if not data:
        return "Ce fichier est vide."
    if data.startswith((b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe")):
        return "Ce fichier est un programme, pas une image : il n’a pas été ouvert."
    return (
        "Ce fichier n’est pas une image PNG, JPEG, WebP ou HEIC, ni un document qui en contient : "
        "il n’a pas été ouvert."
    )
