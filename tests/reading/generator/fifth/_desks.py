"""Desktop screens: which system, which browser, what size, what part of it is captured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from . import _around as around
from . import _unixes as unixes
from . import _windows as windows
from ._browsers import Manner, drawn_browser
from ._frame import document
from ._sheet import Dice, Sheet

# width, height in pixels of the screen, scale of the display
PC = (
    (1024, 768, 1),
    (1280, 720, 1),
    (1280, 800, 1),
    (1280, 1024, 1),
    (1366, 768, 1),
    (1366, 768, 1),
    (1440, 900, 1),
    (1600, 900, 1),
    (1680, 1050, 1),
    (1920, 1080, 1),
    (1920, 1080, 1),
    (1920, 1080, 1.25),
    (1920, 1080, 1.25),
    (1920, 1080, 1.5),
    (1920, 1200, 1.25),
    (2560, 1440, 1.25),
    (2560, 1440, 1),
    (3840, 2160, 1.5),
    (3840, 2160, 2),
)
MACS = ((2880, 1800, 2), (2560, 1600, 2), (1440, 900, 1), (1920, 1080, 1), (3024, 1964, 2))
BOOKS = ((1366, 768, 1), (1920, 1080, 1.25), (1920, 1080, 1.5))
SYSTEMS = ("win7", "win10", "win10", "win11", "win11", "ubuntu", "macos", "macos", "kde", "xfce")
WALLS = ("#0b4a8f", "#7a2d55", "#2e5d4b", "#39424e", "#c97b3c")
_BARS = {
    "win7": windows.seven,
    "win10": windows.ten,
    "win11": windows.eleven,
    "ubuntu": unixes.ubuntu,
    "kde": unixes.kde,
    "xfce": unixes.xfce,
    "chromeos": unixes.chromeos,
}
_FONTS = {
    "win7": windows.OLD_UI,
    "win10": windows.UI,
    "win11": windows.UI,
    "ubuntu": unixes.UBUNTU,
    "kde": unixes.KDE,
    "xfce": unixes.XFCE,
    "macos": unixes.MAC,
    "chromeos": unixes.CHROME_OS,
}
SINCE = {"win7": (2019, 2021), "win11": (2022, 2026), "chromeos": (2021, 2026)}


@dataclass(frozen=True)
class Screen:
    """One drawn screen."""

    html: str
    width: int
    height: int
    scale: float


def system(dice: Dice) -> str:
    """Whose machine."""
    return "chromeos" if dice.random() < 0.06 else dice.choice(SYSTEMS)


def _browser(dice: Dice, device: str, year: int) -> str:
    if device == "macos":
        return dice.choice(("safari", "safari", "chrome", "firefox"))
    if device == "chromeos":
        return "chrome"
    if device in ("ubuntu", "kde", "xfce"):
        return dice.choice(("firefox", "firefox", "chrome"))
    options = ["chrome", "chrome", "firefox"] + (["edge", "edge"] if device != "win7" else [])
    return dice.choice(options) if year else "chrome"


def _manner(dice: Dice, device: str, year: int) -> Manner:
    kind = _browser(dice, device, year)
    dark = dice.random() < 0.3
    buttons = {"macos": "mac", "ubuntu": "gnome", "xfce": "gnome"}.get(device, "windows")
    zoom = dice.choice((1, 1, 1, 1, 1, 0.75, 0.8, 0.9, 1.1, 1.25, 1.5))
    if kind == "chrome" and year >= 2024:
        kind = "material"
    full = dice.random() < (0.35 if kind == "safari" else 0.25)
    font = _FONTS[device]
    return Manner(kind, dark, font, buttons, zoom, full, year, dice.random() < 0.25)


def desk(dice: Dice, sheet: Sheet, when: datetime, device: str) -> Screen:
    """A screen of this system showing this page."""
    sizes = {"macos": MACS, "chromeos": BOOKS}.get(device, PC)
    if device == "win7":
        sizes = tuple(size for size in PC if size[0] <= 1920 and size[2] == 1)
    wide, high, scale = dice.choice(sizes)
    width, height = round(wide / scale), round(high / scale)
    how = _manner(dice, device, when.year)
    window = drawn_browser(dice, sheet, how)
    part = dice.choices(("screen", "window", "page"), (0.83, 0.1, 0.07))[0]
    if (sheet.strict_host or sheet.alert) and part == "page":
        part = "screen"
    thin = ' class="thin"' if device == "macos" else ""
    if part == "page":
        body = f'<div class="page" style="zoom:{how.zoom}">{sheet.body}</div>'
        shown = f'<div class="view"><div class="scroll">{body}'
        html = f"<div{thin} style='display:contents'>{shown}</div></div></div>"
        return Screen(document(html), width - dice.randint(0, 200), height - 140, scale)
    if part == "window":
        html = f"<div{thin} style='display:contents'>{window}</div>"
        return Screen(document(html), width - dice.randint(0, 160), height - 60, scale)
    clock = dice.choices(("full", "time", "none"), (0.7, 0.18, 0.12))[0]
    inner = _screen(dice, device, when, window, how, clock)
    return Screen(
        document(f"<div{thin} style='display:contents'>{inner}</div>"), width, height, scale
    )


def _screen(dice: Dice, device: str, when: datetime, window: str, how: Manner, clock: str) -> str:
    area, draw = window, dice.random()
    if draw < 0.06:
        area = around.with_notes(dice, window, when, how.font)
    elif draw < 0.24:
        margins = f"{dice.randint(8, 30)}px {dice.randint(20, 90)}px {dice.randint(10, 40)}px"
        area = (
            f'<div style="flex:1;min-height:0;display:flex;background:{dice.choice(WALLS)};'
            f'padding:{margins}"><div style="display:flex;flex:1;border-radius:6px;overflow:hidden;'
            f'box-shadow:0 4px 24px #0008">{window}</div></div>'
        )
    if device == "macos":
        app = {"safari": "Safari", "firefox": "Firefox"}.get(how.kind, "Chrome")
        if clock == "none":
            return area
        below = unixes.dock(dice) if dice.random() < 0.5 else ""
        return unixes.macos(dice, when, clock, dark=how.dark, app=app) + area + below
    toast = around.message(dice, how.font) if device[:3] == "win" and dice.random() < 0.05 else ""
    dark = how.dark if device != "win10" else dice.random() < 0.75
    if clock == "none":
        return area
    bar = _BARS[device](dice, when, clock, dark=dark)
    if device == "ubuntu":
        return bar + unixes.beside(dice, area)
    if device == "xfce" and dice.random() < 0.6:
        return bar + area
    return area + bar + toast
