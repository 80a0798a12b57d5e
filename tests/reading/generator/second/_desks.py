"""Desktops: a bar with its clock at some edge, windows over a ground."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime

from ._clocks import NONE, Face, face
from ._drawings import APPS


@dataclass(frozen=True)
class Desk:
    """A system's look: where its bar stands, and how it is drawn."""

    clocks: str
    edges: tuple[str, ...]
    height: tuple[int, ...]
    colours: tuple[tuple[str, str], ...]
    browsers: tuple[str, ...]
    place: str = "end"


_DARK, _LIGHT = ("#101318", "#f4f4f4"), ("#eef1f5", "#191919")
DESKS = {
    "windows10": Desk("windows", ("bottom",), (40,), (_DARK, ("#1f2d3d", "#fff"), _LIGHT),
                      ("chrome", "edge", "firefox")),
    "windows11": Desk("windows", ("bottom",), (48,), (_LIGHT, ("#202020", "#fff"),
                      ("#d7e4f2", "#111")), ("edge", "chrome", "firefox")),
    "windows10-top": Desk("windows", ("top",), (40,), (_DARK,), ("chrome", "firefox")),
    "windows-side": Desk("windows", ("left", "right"), (62,), (_DARK,), ("chrome",)),
    "windows-rtl": Desk("windows", ("bottom",), (40, 48), (_DARK, _LIGHT), ("chrome",), "start"),
    "macos": Desk("macos", ("top",), (24, 32), (("#e9e4e4", "#111"), ("#2a2a2c", "#f5f5f5")),
                  ("safari", "safari", "chrome", "firefox")),
    "gnome": Desk("gnome", ("top",), (27, 32), (("#000", "#fff"), ("#131313", "#f2f2f2")),
                  ("firefox", "chrome"), "centre"),
    "plasma": Desk("plasma", ("bottom",), (38, 44, 48), (("#eff0f1", "#232629"),
                   ("#31363b", "#fff")), ("firefox", "chrome")),
    "mint": Desk("other", ("bottom", "top"), (26, 40), (_DARK, ("#dcdcdc", "#222")),
                 ("firefox", "chrome")),
}  # fmt: skip
_TRAY = ("ᯤ 🔊", "FRA", "⌃", "78%", "EN", "")


def desk(rng: random.Random, kind: str, at: datetime, inside: str) -> tuple[str, Face]:
    """The whole screen: a bar with a clock around what is inside."""
    look = DESKS[kind]
    clock = face(rng, look.clocks, at)
    edge, thick = rng.choice(look.edges), rng.choice(look.height)
    ground, ink = rng.choice(look.colours)
    size = rng.choice((12, 12, 13)) if thick > 30 else 13
    lines = clock.lines
    if len(lines) > 1 and thick < 34:
        lines = ("  ".join(lines),)
    align = {"end": "right", "start": "left", "centre": "center"}[look.place]
    if edge in {"left", "right"}:
        align = "center"
        lines = clock.lines if all(len(one) < 11 for one in clock.lines) else ()
    shown = "<br>".join(lines)
    hands = f"<div class=clock2 style='text-align:{align};font-size:{size}px'>{shown}</div>"
    if not lines:
        clock = NONE
    side = edge in {"left", "right"}
    flow = "column" if side else "row-reverse" if look.place == "start" else "row"
    measure = f"width:{thick + 20}px" if side else f"height:{thick}px"
    style = f"background:{ground};color:{ink};flex-direction:{flow};{measure}"
    bar = f"<div class=strip2 style='{style}'>{_middle(rng, look.place, kind, hands)}</div>"
    outer = {"top": "column", "bottom": "column-reverse", "left": "row", "right": "row-reverse"}[
        edge
    ]
    return f"<div class=desk2 style='flex-direction:{outer}'>{bar}{inside}</div>", clock


def _middle(rng: random.Random, place: str, kind: str, hands: str) -> str:
    gap = "<i style='flex:1'></i>"
    tray = f"<span style='font-size:12px'>{rng.choice(_TRAY)}</span>"
    if place == "centre":
        return f"<span>Activités</span>{gap}{hands}{gap}<span>⏻</span>"
    if kind == "macos":
        menu = "<b>Safari</b><span>Fichier</span><span>Édition</span><span>Présentation</span>"
        return f"{menu}{gap}{tray}{hands}"
    if kind == "windows11" and rng.random() < 0.7:
        return f"<span>14°C</span>{gap}{APPS}{gap}{tray}{hands}"
    return f"{APPS}{gap}{tray}{hands}"


def spread(rng: random.Random, kind: str, at: datetime, win: str) -> tuple[str, Face]:
    """A window over a whole desktop, over a part of it, beside another, or cut out alone."""
    roll = rng.random()
    if roll < 0.07:
        return f"<div class=desk2>{win}</div>", NONE
    if roll < 0.17:
        margins = f"{rng.randint(6, 40)}px {rng.randint(20, 160)}px {rng.randint(20, 90)}px"
        ground = rng.choice(("#2d5a88", "#4b3a5e", "linear-gradient(#79a,#335)"))
        win = f"<div class=wall2 style='padding:{margins};background:{ground}'>{win}</div>"
    elif roll < 0.22:
        other = (
            "<div style='width:30%;background:#fdfdfd;color:#222;padding:16px;font-size:14px'>"
            "<b>Notes</b><p>Appeler l’association</p><p>Photocopies du passeport</p></div>"
        )
        win = f"<div class=wall2 style='padding:0'>{win}{other}</div>"
    return desk(rng, kind, at, win)
