"""Small drawings: lines on a square of 24, in the colour of the words beside them."""

from __future__ import annotations

_PATHS = {
    "back": "M15 5l-7 7 7 7M8 12h12",
    "forward": "M9 5l7 7-7 7M16 12H4",
    "reload": "M19 12a7 7 0 1 1-2-5l2 2M19 4v5h-5",
    "chevron": "M15 5l-7 7 7 7",
    "chevron-right": "M9 5l7 7-7 7",
    "down": "M6 9l6 6 6-6",
    "up": "M6 15l6-6 6 6",
    "close": "M6 6l12 12M18 6L6 18",
    "plus": "M12 5v14M5 12h14",
    "minus": "M5 12h14",
    "square": "M6 6h12v12H6z",
    "lock": "M7 11h10v9H7zM9 11V8a3 3 0 0 1 6 0v3",
    "tune": "M4 8h9M17 8h3M4 16h3M11 16h9M15 6v4M9 14v4",
    "shield": "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z",
    "star": "M12 4l2.4 5 5.4.7-4 3.8 1 5.4L12 16l-4.8 2.9 1-5.4-4-3.8 5.4-.7z",
    "user": "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 4-7 8-7s7 2 8 7",
    "menu": "M4 7h16M4 12h16M4 17h16",
    "dots": "M12 5v.5M12 12v.5M12 19v.5",
    "dots-h": "M5 12h.5M12 12h.5M19 12h.5",
    "puzzle": "M5 8h4a2 2 0 1 1 4 0h5v4a2 2 0 1 1 0 4v4H5z",
    "home": "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
    "search": "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5",
    "wifi": "M3 10c5-5 13-5 18 0M6 13.500c3.500-3 8.500-3 12 0M9.500 17c1.500-1.300 "
    "3.500-1.300 5 0",
    "sound": "M4 9v6h4l5 4V5L8 9zM16 9c1.500 2 1.500 4 0 6",
    "bell": "M6 17V11a6 6 0 0 1 12 0v6l2 1H4zM10 21h4",
    "share": "M12 15V3M8 7l4-4 4 4M6 11H5v10h14V11h-1",
    "book": "M12 6c-3-2-6-2-9-1v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14",
    "tabs": "M4 8h12v12H4zM8 8V4h12v12h-4",
    "mail": "M3 6h18v13H3zM3 7l9 7 9-7",
    "phone": "M6 3h4l1 5-2 2a12 12 0 0 0 5 5l2-2 5 1v4c-9 2-17-6-15-15z",
    "pin": "M12 21c5-6 7-9 7-12a7 7 0 0 0-14 0c0 3 2 6 7 12z",
    "warning": "M12 4L2 20h20zM12 10v5M12 17.500v.5",
    "print": "M7 9V4h10v5M5 9h14v8h-3v3H8v-3H5z",
    "power": "M12 4v8M7 7a7 7 0 1 0 10 0",
    "mic": "M12 14a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6 11a6 6 0 0 0 12 0M12 17v4",
}


def icon(name: str, size: float = 16, extra: str = "") -> str:
    """One of the drawings."""
    return (
        f'<svg width="{size}" height="{size}" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
        f' stroke-width="2" stroke-linecap="round" stroke-linejoin="round" style="flex:none;'
        f'{extra}"><path d="{_PATHS[name]}"/></svg>'
    )


def dot(colour: str, size: float = 16, round_: str = "50%") -> str:
    """A plain coloured patch, in place of a picture."""
    return (
        f'<i style="display:inline-block;flex:none;width:{size}px;height:{size}px;'
        f'border-radius:{round_};background:{colour}"></i>'
    )


def battery(level: float, width: float = 22) -> str:
    """A battery lying down, as telephones and Macs draw it."""
    height = width * 0.5
    return (
        f'<svg width="{width + 3}" height="{height}" viewBox="0 0 {width + 3} {height}"'
        f' style="flex:none"><rect x=".5" y=".5" width="{width - 1}" height="{height - 1}"'
        f' rx="3" fill="none" stroke="currentColor" opacity=".5"/><rect x="2" y="2"'
        f' width="{(width - 4) * level:.1f}" height="{height - 4}" rx="1.500"'
        f' fill="currentColor"/><rect x="{width + 0.7}" y="{height * 0.3}" width="1.500"'
        f' height="{height * 0.4}" rx=".7" fill="currentColor" opacity=".5"/></svg>'
    )


def signal(bars: int, size: float = 16) -> str:
    """The bars of a telephone network."""
    drawn = "".join(
        f'<rect x="{1 + at * 6}" y="{18 - at * 5}" width="4" height="{5 + at * 5}" rx="1"'
        f' fill="currentColor" opacity="{1 if at < bars else 0.3}"/>'
        for at in range(4)
    )
    return (
        f'<svg width="{size}" height="{size}" viewBox="0 0 26 24" style="flex:none">{drawn}</svg>'
    )
