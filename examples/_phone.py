"""The phone's picture: the page as Chromium shows it on a phone, bars drawn by hand.

No phone runs here: the page is a true mobile rendering, the status bar (time, no date, as most
phones show it) and the address bar are drawn above it. examples/README.md says so.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import sync_playwright

SCALE = 2.625
WIDTH, HEIGHT = 412, 915
STATUS, ADDRESS, GESTURE = 28, 56, 24
FONT = "LiberationSans-Regular.ttf"
_SHOWN = 40  # characters that fit between the two icons of the address bar


def shoot_phone(out: Path, *, address: str, at: datetime, port: int) -> None:
    """Write the picture of that address on a phone.

    Args:
        out: the PNG to write.
        address: what to open.
        at: what the status bar shows (hours and minutes only).
        port: where the practice site listens.
    """
    page = Image.open(BytesIO(_page(address, port))).convert("RGB")
    picture = Image.new("RGB", (page.width, _px(HEIGHT)), "#ffffff")
    picture.paste(page, (0, _px(STATUS + ADDRESS)))
    draw = ImageDraw.Draw(picture)
    _status_bar(draw, at)
    _address_bar(draw, address)
    middle = _px(WIDTH) // 2
    bar = (middle - _px(54), _px(HEIGHT - 13), middle + _px(54), _px(HEIGHT - 9))
    draw.rounded_rectangle(bar, radius=_px(2), fill="#303030")
    picture.save(out, optimize=True)


def _page(address: str, port: int) -> bytes:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            chromium_sandbox=False,
            args=["--disable-gpu", f"--host-resolver-rules=MAP *.exercice.test 127.0.0.1:{port}"],
        )
        height = HEIGHT - STATUS - ADDRESS - GESTURE
        page = browser.new_page(
            viewport={"width": WIDTH, "height": height},
            device_scale_factor=SCALE,
            is_mobile=True,
            locale="fr-FR",
        )
        page.goto(address)
        picture = page.screenshot()
        browser.close()
    return picture


def _status_bar(draw: ImageDraw.ImageDraw, at: datetime) -> None:
    draw.text((_px(18), _px(7)), f"{at:%H:%M}", font=_font(14), fill="#1b1b1b")
    draw.text((_px(WIDTH - 92), _px(8)), "4G   64 %", font=_font(12), fill="#1b1b1b")
    left, top = _px(WIDTH - 28), _px(9)
    draw.rounded_rectangle(
        (left, top, left + _px(9), top + _px(13)), _px(2), outline="#1b1b1b", width=3
    )
    draw.rectangle((left + _px(2), top + _px(5), left + _px(7), top + _px(11)), fill="#1b1b1b")


def _address_bar(draw: ImageDraw.ImageDraw, address: str) -> None:
    shown = address.removeprefix("http://").removeprefix("www.")
    if len(shown) > _SHOWN:
        shown = shown[: _SHOWN - 1] + "…"
    top = STATUS + 6
    box = (_px(14), _px(top), _px(WIDTH - 56), _px(top + 42))
    draw.rounded_rectangle(box, radius=_px(21), fill="#e9eef6")
    draw.text((_px(28), _px(top + 13)), shown, font=_font(14.5), fill="#1b1b1b")
    for step in (0, 7, 14):
        x, y = _px(WIDTH - 26), _px(top + 12 + step)
        draw.ellipse((x, y, x + _px(3.5), y + _px(3.5)), fill="#1b1b1b")


def _font(size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, round(size * SCALE))


def _px(points: float) -> int:
    return round(points * SCALE)
