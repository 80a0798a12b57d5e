"""Line drawings of the buttons and signs that surround a page."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime

from ..fifth._sheet import MONTHS, Dice, hour, long_day, whole_day

_PATHS = {
    "back": "M19 12H6M11 6l-6 6 6 6", "next": "M5 12h13M13 6l6 6-6 6",
    "turn": "M19 12a7 7 0 1 1-2-5l2 2M19 4v5h-5", "home": "M4 11l8-7 8 7M6 10v10h12V10",
    "lock": "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3", "tune": "M4 8h9M17 8h3M4 16h3M11 16h9",
    "star": "M12 4l2.4 5 5.6.7-4 3.8 1 5.5-5-2.7-5 2.7 1-5.5-4-3.8 5.6-.7z",
    "dots": "M12 5v.5M12 12v.5M12 19v.5", "lines": "M4 7h16M4 12h16M4 17h16",
    "plus": "M12 5v14M5 12h14", "close": "M6 6l12 12M18 6L6 18", "down": "M6 9l6 6 6-6",
    "up": "M6 15l6-6 6 6", "min": "M5 12h14", "max": "M6 6h12v12H6z",
    "share": "M12 15V3M8 7l4-4 4 4M6 11v9h12v-9",
    "wifi": "M3 9a13 13 0 0 1 18 0M6 13a8 8 0 0 1 12 0M9.5 16.5a4 4 0 0 1 5 0M12 20v.3",
    "sound": "M4 10v4h3l4 4V6L7 10zM15 9a4 4 0 0 1 0 6M17.5 6.5a8 8 0 0 1 0 11",
    "find": "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5L20 20",
    "bell": "M6 17V11a6 6 0 0 1 12 0v6zM10 20h4",
    "cloud": "M7 18a4 4 0 0 1 0-8 5 5 0 0 1 10 0 4 4 0 0 1 0 8z",
    "person": "M12 5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M5 20a7 7 0 0 1 14 0",
    "puzzle": "M5 9h4V6a2 2 0 0 1 4 0v3h5v5h-2a2 2 0 0 0 0 4h2v2H5z",
    "shield": "M12 3l7 3v6c0 5-3 7-7 9-4-2-7-4-7-9V6z",
    "power": "M12 4v8M7.5 7a7 7 0 1 0 9 0",
    "tabs": "M5 5h14v14H5z",
    "bars": "M5 20v-4M10 20v-8M15 20V8M20 20V4",
}  # fmt: skip


def glyph(name: str, size: float = 16, width: float = 1.7) -> str:
    """A line drawing in the colour of the text."""
    return (
        f'<svg width={size} height={size} viewBox="0 0 24 24" fill=none stroke=currentColor '
        f'stroke-width={width} stroke-linecap=round style="flex:none"><path '
        f'd="{_PATHS[name]}"/></svg>'
    )


def battery(dice: Dice, size: float = 22) -> str:
    """As full as it may be."""
    full = dice.randint(2, 15)
    return (
        f'<svg width={size} height={size / 2} viewBox="0 0 26 13" fill=none stroke=currentColor '
        f'style="flex:none"><rect x=1 y=1 width=21 height=11 rx=3 /><path d="M24 5v3"/><rect '
        f"x=3 y=3 "
        f"width={full} height=7 rx=1 fill=currentColor stroke=none /></svg>"
    )


def tiles(dice: Dice, size: int, count: int, radius: int = 5) -> str:
    """The programs in a bar."""
    hues = dice.sample(range(0, 360, 24), count)
    return "".join(
        f'<i style="flex:none;width:{size}px;height:{size}px;border-radius:{radius}px;'
        f'background:linear-gradient(160deg,hsl({hue} 70% 62%),hsl({hue} 70% 40%))"></i>'
        for hue in hues
    )


def flyout(when: datetime, colours: str) -> str:
    """The calendar that opens over the clock of Windows."""
    before, days = monthrange(when.year, when.month)
    names = ("lu", "ma", "me", "je", "ve", "sa", "di", *[""] * before)
    month = "".join(f"<span>{name}</span>" for name in names) + "".join(
        f"<span{' style=background:#0078d7;color:#fff' if day == when.day else ''}>{day}</span>"
        for day in range(1, days + 1)
    )
    return (
        f'<div class=fly6 style="{colours}"><div style="font-size:40px;font-weight:300">'
        f"{hour(when, '%H:%M:%S')}</div><div style='color:#3a9bf0'>"
        f"{whole_day(when, long_day(when))}</div><p>{MONTHS[when.month - 1]} {when.year}</p>"
        f"<div class=grid6>{month}</div></div>"
    )
