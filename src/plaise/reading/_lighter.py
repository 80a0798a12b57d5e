"""Copies made for a package, in the limited child: light ones, and lossless ones any PDF can hold.

Measured on 27 screens (decision 0013): 128 colours keep every point where it is, weigh a
third of the PNG, and our own reader reads the same address, date, time and wording in all of them.
"""

from __future__ import annotations

import io
import warnings

from PIL import Image, ImageCms, UnidentifiedImageError

from ._decode import MAX_PIXELS, UndecodableError, decode, sniff

LIGHT = "legere-1"
"""The version of the light copies: those of another version are made again."""

_COLOURS = 128
# A copy that spares less than a quarter, or very little, is not worth being a copy.
_WORTH, _LEAST = 0.75, 10_000
_LONGEST = 2480  # points: an A4 page at more than 200 per inch
_QUALITY = 82
_LEVEL = 4  # of 9: a third of the time of 6 for 3 % more bytes (17 ms and 52 ms, 1920 × 1080)
_PHOTOS = {"JPEG", "HEIC"}
_MORE = ("GIF", "BMP", "TIFF", "AVIF")
_MANY = "ce fichier contient trop d’images"
_MOST_FRAMES = 500


def light_copy(data: bytes) -> bytes:
    """A lighter copy to show on A4; empty when it would spare too little.

    A screenshot keeps every point, in 128 colours; a photograph is reduced to the size of the page.

    Raises:
        UndecodableError: the file shows nothing.
    """
    photo = sniff(data) in _PHOTOS
    image = _in_srgb(decode(data).image)
    out = io.BytesIO()
    if photo:
        image.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
        image.save(out, "JPEG", quality=_QUALITY)
    else:
        few = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(out, "PNG", compress_level=_LEVEL)
    made = out.getvalue()
    worth = len(made) <= min(_WORTH * len(data), len(data) - _LEAST)
    return made if worth else b""


def plain_copy(data: bytes, frame: int) -> tuple[bytes, int]:
    """A frame of a picture as a plain PNG (upright, on white), and how many frames there are.

    Raises:
        UndecodableError: the file is no picture, is damaged or is too large.
    """
    if sniff(data) in {"PNG", "JPEG", "WEBP", "HEIC"}:
        return _png(decode(data).image), 1
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=_MORE) as image:
                return _frame(image, frame)
        except UnidentifiedImageError as error:
            raise UndecodableError("ce format d’image n’est pas reconnu") from error
        except UndecodableError:
            raise
        except Exception as error:
            raise UndecodableError("l’image est incomplète ou abîmée") from error


def _frame(image: Image.Image, frame: int) -> tuple[bytes, int]:
    count = int(getattr(image, "n_frames", 1))
    if image.format != "TIFF" and count > 1:
        raise UndecodableError("cette image est animée ; enregistrez-la en PNG")
    if count > _MOST_FRAMES:
        raise UndecodableError(_MANY)
    image.seek(frame)
    if image.width * image.height > MAX_PIXELS:
        raise UndecodableError(
            f"l’image est démesurée ({image.width} × {image.height} points) ; "
            "enregistrez-la plus petite"
        )
    image.load()
    bilevel = image.mode == "1"
    return _png(image if bilevel else _flat(image)), count


def _flat(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if image.mode in {"L", "RGB", "CMYK", "YCbCr"} and "transparency" not in image.info:
        flat = image.convert("L" if image.mode == "L" else "RGB")
    else:
        seen = image.convert("RGBA")
        ground = Image.new("RGBA", seen.size, "white")
        flat = Image.alpha_composite(ground, seen).convert("RGB")
    if profile and image.mode == "RGB":
        flat.info["icc_profile"] = profile
    return flat


def _png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    kept = image.info.get("icc_profile")
    image.save(out, "PNG", compress_level=4, **({"icc_profile": kept} if kept else {}))
    return out.getvalue()


def _in_srgb(image: Image.Image) -> Image.Image:
    """The same colours for eyes, without a profile of its own."""
    profile = image.info.pop("icc_profile", None)
    if not profile or image.mode != "RGB":
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        done = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    if done is None:
        return image
    done.info.pop("icc_profile", None)
    return done
