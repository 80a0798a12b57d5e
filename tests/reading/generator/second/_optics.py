"""Cameras and scanners of the second hand: rooms, frames, glare, paper."""

from __future__ import annotations

import io
import random
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageFont

_LEGIBLE = 0.66  # of a CSS pixel: under it nobody reads a clock
_ROOMS = ((28, 26, 30), (96, 84, 70), (150, 148, 144), (60, 70, 80))
_BRANDS = ("DELL", "hp", "Lenovo", "SAMSUNG", "acer", "")


def spoil(image: Image.Image, how: dict[str, Any], scale: float) -> tuple[bytes, str]:
    """The encoded file and its ending.

    Args:
        image: the screen.
        how: `photo2` or `scan2`, with a seed.
        scale: pixels of the screen for one CSS pixel.
    """
    kind = "photo2" if "photo2" in how else "scan2"
    rng = random.Random(f"{kind}-{how[kind]}")
    taken = (_camera if kind == "photo2" else _scanner)(image.convert("RGB"), rng, scale)
    out = io.BytesIO()
    taken.save(out, "JPEG", quality=rng.choice((68, 75, 85, 92)))
    return out.getvalue(), "jpg"


def _camera(image: Image.Image, rng: random.Random, scale: float) -> Image.Image:
    longest = rng.choice((1600, 2048, 2600, 3264))
    legible = _LEGIBLE / scale * max(image.size)
    size = max(legible, longest * rng.uniform(0.72, 0.96))
    ratio = size / max(image.size)
    screen = image.resize((round(image.width * ratio), round(image.height * ratio)), 1)
    screen = _frame(screen, rng)
    room = Image.new("RGB", (round(screen.width * 1.1), round(screen.height * 1.12)),
                     rng.choice(_ROOMS))  # fmt: skip
    room.paste(screen, (round(screen.width * 0.05), round(screen.height * 0.06)))
    room = _seen_aside(room, rng)
    room = _stripes(room, rng)
    room = _glare(room, rng)
    room = room.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 0.9) * room.width / 2400))
    room = ImageEnhance.Contrast(room).enhance(rng.uniform(0.7, 1.05))
    noise = Image.effect_noise(room.size, rng.uniform(3, 12)).convert("RGB")
    return ImageChops.add(room, noise, scale=1.0, offset=-128)


def _frame(screen: Image.Image, rng: random.Random) -> Image.Image:
    """The screen's own frame, with a brand under it."""
    edge, colour = round(screen.width * 0.018), rng.choice(((18, 18, 18), (190, 190, 195)))
    foot = edge * rng.choice((1, 2, 4))
    framed = Image.new("RGB", (screen.width + 2 * edge, screen.height + edge + foot), colour)
    framed.paste(screen, (edge, edge))
    brand, font = rng.choice(_BRANDS), ImageFont.load_default(max(9, edge))
    place = (framed.width // 2 - edge, framed.height - foot + edge // 4)
    if brand and foot > edge:
        ImageDraw.Draw(framed).text(place, brand, (130, 130, 130), font)
    return framed


def _seen_aside(room: Image.Image, rng: random.Random) -> Image.Image:
    w, h = room.size
    most = rng.choice((0.015, 0.05, 0.08))
    out = [rng.uniform(0, most) for _ in range(8)]
    quad = (-w * out[0], -h * out[1], -w * out[2], h * (1 + out[3]), w * (1 + out[4]),
            h * (1 + out[5]), w * (1 + out[6]), -h * out[7])  # fmt: skip
    ground = room.getpixel((1, 1))
    room = room.transform((w, h), Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)
    return room.rotate(rng.uniform(-3, 3), Image.Resampling.BICUBIC, fillcolor=ground)


def _stripes(room: Image.Image, rng: random.Random) -> Image.Image:
    """Moiré: pale stripes at some angle."""
    step, side = rng.uniform(3, 9), max(room.size) * 3 // 2
    column = Image.new("L", (1, side))
    column.putdata([255 - round(16 * ((y / step) % 1)) for y in range(side)])
    lines = column.resize((side, side)).rotate(rng.uniform(0, 180), Image.Resampling.BILINEAR)
    left, top = (side - room.width) // 2, (side - room.height) // 2
    mask = lines.crop((left, top, left + room.width, top + room.height))
    mask = ImageChops.lighter(mask, Image.new("L", mask.size, 236))
    return ImageChops.multiply(room, Image.merge("RGB", (mask, mask, mask)))


def _glare(room: Image.Image, rng: random.Random) -> Image.Image:
    """A lamp or a window reflected somewhere, and darker corners."""
    lamp = ImageChops.invert(Image.radial_gradient("L")).resize(room.size)
    shift = (rng.randint(-room.width // 2, room.width // 2), rng.randint(-room.height // 2, 0))
    strength = rng.uniform(0.05, 0.3)
    lamp = ImageChops.offset(lamp, *shift).point([round(v * strength) for v in range(256)])
    return ImageChops.add(room, Image.merge("RGB", (lamp, lamp, lamp)))


def _scanner(image: Image.Image, rng: random.Random, scale: float) -> Image.Image:
    """A capture printed somewhere on a sheet, under a line of text, and scanned askew."""
    dpi = rng.choice((150, 200, 200, 300))
    sheet = Image.new("RGB", (round(8.27 * dpi), round(11.69 * dpi)), (250, 249, 246))
    width = round(sheet.width * rng.uniform(0.7, 0.94))
    if image.height > image.width:
        width = round(sheet.width * rng.uniform(0.4, 0.55))
    width = min(round(sheet.width * 0.97), max(width, round(_LEGIBLE / scale * image.width)))
    height = round(image.height * width / image.width)
    inner = image.resize((width, height), Image.Resampling.LANCZOS)
    if rng.random() < 0.6:
        inner = inner.convert("L").convert("RGB")
    left, top = (sheet.width - width) // 2, round(sheet.height * rng.uniform(0.03, 0.25))
    sheet.paste(inner, (left, top))
    if rng.random() < 0.4:
        font = ImageFont.load_default(round(dpi / 7))
        ImageDraw.Draw(sheet).text((dpi, max(2, top - dpi // 3)), f"Pièce n° {rng.randint(2, 30)}",
                                   (30, 30, 30), font)  # fmt: skip
    sheet = sheet.rotate(
        rng.uniform(-2.2, 2.2), Image.Resampling.BICUBIC, fillcolor=(250, 249, 246)
    )
    sheet = ImageEnhance.Contrast(sheet).enhance(rng.uniform(0.8, 1.15))
    noise = Image.effect_noise(sheet.size, rng.uniform(2, 9)).convert("RGB")
    return ImageChops.add(sheet, noise, scale=1.0, offset=-128)
