"""Small drawings of bars: no letter, no word, as on real screens."""

from __future__ import annotations

import random

_PATHS = {
    "lock": "M6 10V7a4 4 0 018 0v3M4 10h12v8H4z",
    "tune": "M3 6h7M14 6h3M12 4v4M3 14h3M10 14h7M8 12v4",
    "shield": "M10 2l7 3v5c0 5-3 7-7 8-4-1-7-3-7-8V5z",
    "back": "M16 10H4M9 5l-5 5 5 5",
    "next": "M4 10h12M11 5l5 5-5 5",
    "reload": "M16 10a6 6 0 11-2-4.5M16 3v4h-4",
    "home": "M3 10l7-6 7 6M5 9v8h10V9",
    "star": "M10 3l2 5 5 .4-4 3.4 1.3 5.2L10 14l-4.3 3L7 11.8 3 8.4 8 8z",
    "puzzle": "M4 7h4V5a2 2 0 014 0v2h4v10H4z",
    "down": "M10 3v10M5 9l5 5 5-5M4 17h12",
    "user": "M10 3a3.5 3.5 0 110 7 3.5 3.5 0 010-7M3 17c1-4 4-5 7-5s6 1 7 5",
    "close": "M5 5l10 10M15 5L5 15",
    "plus": "M10 4v12M4 10h12",
    "menu": "M3 5h14M3 10h14M3 15h14",
    "mag": "M9 3a6 6 0 110 12A6 6 0 019 3M13.5 13.5L18 18",
    "wifi": "M2 8c5-5 11-5 16 0M5 11c3-3 7-3 10 0M8 14c1-1 3-1 4 0",
    "sound": "M3 8h3l4-4v12l-4-4H3zM13 7c2 2 2 4 0 6M15.5 5c3 3 3 7 0 10",
    "mute": "M3 8h3l4-4v12l-4-4H3zM13 8l4 4M17 8l-4 4",
    "bell": "M5 14V9a5 5 0 0110 0v5l1 1H4zM9 17h2",
    "up": "M4 13l6-6 6 6",
    "chev": "M4 7l6 6 6-6",
    "share": "M10 12V3M6.5 6L10 3l3.5 3M5 9H4v9h12V9h-1",
    "book": "M3 4h6l1 1 1-1h6v13h-6l-1 1-1-1H3z",
    "squares": "M6 6V3h11v11h-3M3 6h11v11H3z",
    "page": "M5 2h7l4 4v12H5zM7.5 9h6M7.5 12h6M7.5 15h4",
    "power": "M10 3v7M6 5a6.5 6.5 0 108 0",
    "bt": "M6 6l8 7-4 4V3l4 4-8 7",
    "plane": "M10 2v5l7 5v2l-7-2v4l2 1.5V19l-2-.6-2 .6v-1.5L10 16",
    "mic": "M10 3a2 2 0 012 2v5a2 2 0 01-4 0V5a2 2 0 012-2M5 10a5 5 0 0010 0M10 15v3",
}  # fmt: skip


def icon(name: str, size: int = 16, style: str = "") -> str:
    """One drawing, in the colour of the text around it."""
    return (
        f"<svg width={size} height={size} viewBox='0 0 20 20' fill=none stroke=currentColor "
        f"stroke-width=1.7 style='flex:none;{style}'><path d='{_PATHS[name]}'/></svg>"
    )


def dots(size: int = 16, *, flat: bool = False) -> str:
    """The three points of a menu."""
    at = "4 10,10 10,16 10" if flat else "10 4,10 10,10 16"
    body = "".join(
        f"<circle cx={x} cy={y} r=1.6 />" for x, y in (one.split() for one in at.split(","))
    )
    return (f"<svg width={size} height={size} viewBox='0 0 20 20' fill=currentColor "
            f"style='flex:none'>{body}</svg>")  # fmt: skip


def battery(level: int, size: int = 22, *, inside: bool = False) -> str:
    """A battery, sometimes with its level written inside."""
    fill = round(18 * level / 100)
    text = (f"<text x=10.5 y=10.4 font-size=8.5 text-anchor=middle fill=#fff stroke=none "
            f"font-weight=bold>{level}</text>" if inside else "")  # fmt: skip
    ground = "#888" if inside else "currentColor"
    return (
        f"<svg width={size} height={size * 0.6:.0f} viewBox='0 0 25 14' style='flex:none'>"
        f"<rect x=.7 y=1 width=20.6 height=12 rx=3.5 fill=none stroke=currentColor />"
        f"<rect x=2 y=2.4 width={18 if inside else fill} height=9.2 rx=2 fill={ground} />"
        f"<rect x=22.5 y=5 width=1.8 height=4 fill=currentColor />{text}</svg>"
    )


def bars(rng: random.Random, size: int = 16) -> str:
    """The strength of the signal."""
    full = rng.randint(2, 4)
    body = "".join(
        f"<rect x={1 + 5 * n} y={14 - 4 * n} width=3.4 height={4 + 4 * n} "
        f"opacity={1 if n < full else 0.3} />"
        for n in range(4)
    )
    return (f"<svg width={size} height={size} viewBox='0 0 20 20' fill=currentColor "
            f"style='flex:none'>{body}</svg>")  # fmt: skip


def app(rng: random.Random, size: int = 24, round_: bool = False) -> str:
    """A coloured application: no letter."""
    colour = rng.choice(("#0078d4", "#e8710a", "#1a8f3c", "#c2185b", "#5e35b1", "#00838f",
                         "#f4b400", "#607d8b"))  # fmt: skip
    inner = rng.choice(("#fff8", "#ffffffb0", "#0003"))
    return (
        f"<span style='flex:none;width:{size}px;height:{size}px;display:inline-block;"
        f"border-radius:{'50%' if round_ else f'{size * 0.22:.0f}px'};"
        f"background:radial-gradient(circle at 50% 50%,{inner} 32%,{colour} 34%)'></span>"
    )
