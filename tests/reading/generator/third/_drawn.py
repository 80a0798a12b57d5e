"""Specimens of the third hand, drawn at random from a seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, time

from .._specimen import Specimen, Truth
from ._browsers import Bar, window
from ._elsewise import check, foreign, gone, offered, retold, server, step
from ._nothing import alert, booked, no_calendar, no_slot, rare, stopped
from ._phones import BROWSERS, handset
from ._scene import Scene
from ._systems import SYSTEMS, Face, clock, desk

_MAKERS: tuple[tuple[int, Callable[[random.Random, date], Scene]], ...] = (
    (19, booked),
    (4, no_calendar),
    (17, no_slot),
    (5, alert),
    (3, rare),
    (6, stopped),
    (9, server),
    (6, check),
    (5, gone),
    (12, offered),
    (6, step),
    (6, foreign),
    (13, retold),
)
_INTERFACE = (
    "Open Sans",
    "Noto Sans",
    "Inter",
    "Roboto",
    "Cantarell",
    "Carlito",
    "Liberation Sans",
)
_TEXT = (
    "Noto Sans",
    "Inter",
    "Liberation Sans",
    "Open Sans",
    "DejaVu Sans",
    "Roboto",
    "Lato",
    "EB Garamond",
    "Noto Serif",
    "Comfortaa",
    "Fira Code",
)
# Width and height in points, pixels for each.
_SCREENS = (
    (1920, 1080, 1),
    (1536, 864, 1.25),
    (1280, 720, 1.5),
    (1366, 768, 1),
    (2560, 1440, 1),
    (1440, 900, 2),
    (1470, 956, 2),
    (1600, 900, 1),
    (1280, 1024, 1),
    (1097, 617, 1.75),
    (1707, 1067, 1.5),
)
_PHONES = (
    (390, 844, 3),
    (375, 812, 3),
    (430, 932, 3),
    (320, 568, 2),
    (360, 800, 3),
    (412, 892, 2.625),
    (384, 832, 2.8125),
    (360, 640, 2),
)
_ZOOMS = (0.8, 0.9, 1, 1, 1, 1, 1.1, 1.25, 1.5)
_STYLE = """
*{box-sizing:border-box} html,body{margin:0;height:100%;overflow:hidden}
.desk3,.win3,.hand3{display:flex;flex-direction:column} .desk3,.hand3{height:100vh}
.win3{flex:1;min-height:0;min-width:0}
.sys3{display:flex;align-items:center;gap:13px;padding:0 12px;flex:none;font-size:13px;
 white-space:nowrap;overflow:hidden}
.tabs3,.bar3,.mbar3,.status3{display:flex;align-items:center;gap:10px;padding:6px 10px;flex:none;
 white-space:nowrap;overflow:hidden} .tabs3{padding-bottom:0;font-size:12px;gap:4px}
.tab3{padding:7px 12px;border-radius:8px 8px 0 0;overflow:hidden;text-overflow:ellipsis;
 flex:0 1 210px; min-width:34px;opacity:.8} .on3{opacity:1}
.url{flex:1;display:flex;align-items:center;gap:9px;padding:0 12px;min-width:0;overflow:hidden;
 min-height:28px} .url .text{overflow:hidden;white-space:nowrap;min-width:0}
.url small{opacity:.85;flex:none}
.mbar3 .url{min-height:40px} .status3{justify-content:space-between;padding:9px 20px 6px}
.nav3{background:#000;color:#ddd;text-align:center;padding:7px;flex:none}
.view{flex:1;min-height:0;overflow:hidden;position:relative;background:#fff}
.alert3{position:absolute;z-index:3;top:5px;left:50%;transform:translateX(-50%);width:min(448px,93%);
 padding:16px 20px;border-radius:14px;box-shadow:0 4px 30px #0009;font-size:14px}
button{font:inherit;padding:6px 14px;margin:3px} td{border:1px solid #9997;padding:6px 12px}
table{border-collapse:collapse}
"""


def drawn(name: str, seed: int, count: int, hard: float) -> Iterator[Specimen]:
    """Decide what pictures show; the same seed gives the same ones."""
    for number in range(count):
        rng = random.Random(f"{name}-{seed}-{number}")
        day = date(rng.choice((2022, 2024, 2025, 2026)), rng.randint(1, 12), rng.randint(1, 28))
        at = datetime.combine(day, time(rng.randint(0, 23), rng.randint(0, 59), rng.randint(0, 59)))
        scene = rng.choices([make for _, make in _MAKERS], [weight for weight, _ in _MAKERS])[0](
            rng, day
        )
        upright = rng.random() < 0.35
        one = (_phone if upright else _desktop)(rng, scene, at, f"{name}-{seed}-{number:04d}")
        _sent(rng, one, hard)
        yield one


def _sent(rng: random.Random, one: Specimen, hard: float) -> None:
    """As files, messages, cameras and scanners leave a picture."""
    roll, longest = rng.random(), max(one.width, one.height) * one.scale
    if roll < hard:
        one.family = rng.choice(("photo", "photo", "scan"))
        one.damage = {f"{one.family}2": one.name}
    elif roll < hard + 0.22:
        one.damage = {"quality": rng.choice((95, 85, 75, 60, 50))}
    elif roll < hard + 0.32:
        one.damage = {"webp": rng.choice((90, 80, 60))}
    elif roll < hard + 0.47:
        side, quality = rng.choice(((1600, 70), (1600, 70), (1280, 80), (1280, 70)))
        one.damage = (
            {"longest": side, "quality": quality} if longest < 2.2 * side else {"quality": 70}
        )


def _desktop(rng: random.Random, scene: Scene, at: datetime, name: str) -> Specimen:
    system = rng.choices([*SYSTEMS], (8, 6, 4, 3, 2, 1, 1))[0]
    width, height, scale = rng.choice(_SCREENS)
    win, bar = window(rng, _dressed(rng, scene), rng.choice(SYSTEMS[system]), rng.choice(_ZOOMS))
    if rng.random() < 0.06:
        body, face = f"<div class=desk3>{win}</div>", Face()
    else:
        body, face = desk(rng, system, clock(rng, system, at), win)
    return Specimen(
        name,
        "third",
        "desktop",
        system,
        scene.kind,
        _truth(scene, bar, face),
        _html(rng, body),
        width,
        height,
        scale,
    )


def _phone(rng: random.Random, scene: Scene, at: datetime, name: str) -> Specimen:
    width, height, scale = rng.choice(_PHONES)
    browser = rng.choice(BROWSERS)
    body, face, bar = handset(rng, _dressed(rng, scene), browser, at)
    return Specimen(
        name,
        "third",
        "phone",
        browser,
        scene.kind,
        _truth(scene, bar, face),
        _html(rng, body),
        width,
        height,
        scale,
    )


def _truth(scene: Scene, bar: Bar, face: Face) -> Truth:
    host = scene.host.removeprefix("www.") if scene.alert else bar.bare  # the box names it
    return Truth(scene.result, scene.wording, host, bar.whole, face.date, face.partial, face.time)


def _dressed(rng: random.Random, scene: Scene) -> Scene:
    """The page in a font, a size and colours."""
    ground, ink = rng.choice(
        (("#fff", "#161616"),) * 6 + (("#161616", "#eee"), ("#f6f6f6", "#3a3a3a"))
    )
    look = (
        f"font:{rng.choice((13, 14, 15, 16, 16, 17))}px/{rng.choice((1.35, 1.5))} "
        f"'{rng.choice(_TEXT)}';background:{ground};color:{ink};min-height:100%"
    )
    body = f'<div style="{look}">{scene.body}</div>'
    return Scene(
        scene.kind,
        body,
        scene.result,
        scene.host,
        scene.path,
        scene.wording,
        scene.title,
        scene.alert,
    )


def _html(rng: random.Random, body: str) -> str:
    font = rng.choice(_INTERFACE)
    return (
        f"<!doctype html><html lang=fr><meta charset=utf-8><style>{_STYLE}</style>"
        f"<body style=\"font-family:'{font}'\">{body}</body></html>"
    )
