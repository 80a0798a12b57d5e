"""What happens to a picture afterwards: JPEG, messaging applications, cameras, scanners."""

from __future__ import annotations

import io
import random
from typing import Any

from PIL import Image, ImageChops, ImageEnhance, ImageFilter


def damage(image: Image.Image, how: dict[str, Any]) -> tuple[bytes, str]:
    """The encoded file and its ending, after what `how` says."""
    if "photo" in how:
        image = _photographed(image, random.Random(how["photo"]))
    if "scan" in how:
        image = _scanned(image, random.Random(how["scan"]))
    if longest := how.get("longest"):
        ratio = longest / max(image.size)
        if ratio < 1:
            size = (round(image.width * ratio), round(image.height * ratio))
            image = image.resize(size, Image.Resampling.BILINEAR)
    out = io.BytesIO()
    if quality := how.get("webp"):
        image.convert("RGB").save(out, "WEBP", quality=quality)
        return out.getvalue(), "webp"
    if quality := how.get("quality"):
        image.convert("RGB").save(out, "JPEG", quality=quality)
        return out.getvalue(), "jpg"
    image.convert("RGB").save(out, "PNG", compress_level=3)
    return out.getvalue(), "png"


def _photographed(image: Image.Image, rng: random.Random) -> Image.Image:
    """A screen seen by a phone's camera: perspective, moiré, blur, noise, light."""
    width, height = 2016, 1512
    image = image.convert("RGB").resize((width, round(image.height * width / image.width)))
    image = image.resize((width, min(height, image.height)))
    w, h = image.size
    d = [rng.uniform(0, 0.045) for _ in range(8)]
    ground = Image.new("RGB", (round(w * 1.06), round(h * 1.06)), (38, 35, 33))
    ground.paste(image, (round(w * 0.03), round(h * 0.03)))
    w, h = ground.size
    quad = (-w * d[0], -h * d[1], -w * d[2], h * (1 + d[3]), w * (1 + d[4]), h * (1 + d[5]),
            w * (1 + d[6]), -h * d[7])  # fmt: skip
    seen = ground.transform((w, h), Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)
    seen = seen.rotate(rng.uniform(-1.5, 1.5), Image.Resampling.BICUBIC, fillcolor=(38, 35, 33))
    seen = _moire(seen, rng)
    seen = seen.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.0)))
    seen = ImageEnhance.Contrast(seen).enhance(rng.uniform(0.75, 1.0))
    seen = ImageEnhance.Brightness(seen).enhance(rng.uniform(0.8, 1.1))
    return _noisy(seen, rng, rng.uniform(4, 11))


def _moire(image: Image.Image, rng: random.Random) -> Image.Image:
    step = rng.choice((3, 4, 5))
    tile = Image.new("L", (step, step), 255)
    for at in range(step):
        tile.putpixel((at, 0), 226)
        tile.putpixel((0, at), 232)
    mask = Image.new("L", image.size)
    for x in range(0, image.width, step):
        mask.paste(tile, (x, 0))
    row = mask.crop((0, 0, image.width, step))
    for y in range(0, image.height, step):
        mask.paste(row, (0, y))
    return ImageChops.multiply(image, Image.merge("RGB", (mask, mask, mask)))


def _noisy(image: Image.Image, rng: random.Random, sigma: float) -> Image.Image:
    noise = Image.effect_noise(image.size, sigma).convert("RGB")
    return ImageChops.add(image, noise, scale=1.0, offset=-128)


def _scanned(image: Image.Image, rng: random.Random) -> Image.Image:
    """A capture printed on A4 and scanned at 150–200 dpi."""
    dpi = rng.choice((150, 200))
    sheet = Image.new("L", (round(8.27 * dpi), round(11.69 * dpi)), 252)
    width = round(sheet.width * 0.88)
    inner = image.convert("L").resize((width, round(image.height * width / image.width)),
                                      Image.Resampling.LANCZOS)  # fmt: skip
    sheet.paste(inner, (round(sheet.width * 0.06), round(sheet.height * 0.08)))
    sheet = sheet.rotate(rng.uniform(-1.2, 1.2), Image.Resampling.BICUBIC, fillcolor=250)
    return _noisy(sheet.convert("RGB"), rng, rng.uniform(3, 8))
