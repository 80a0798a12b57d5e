"""Phones: status bars with carriers and notifications, and the address bars of mobile browsers."""

from __future__ import annotations

import random
from datetime import datetime

from ._browsers import Bar, alert_box
from ._glyphs import BELL, DOTS, HOME, LOCK, STAR, TUNE
from ._scene import Scene
from ._systems import Face, signal, status_time

BROWSERS = ("ios", "ios", "ios-top", "chrome", "chrome", "samsung", "firefox", "brave")
_INKS = (
    ("#ffffff", "#f1f3f4", "#202124"),
    ("#f2f2f7", "#ffffff", "#111"),
    ("#1c1c1e", "#3a3a3c", "#f5f5f5"),
    ("#202124", "#303134", "#e8eaed"),
    ("#fbfbfe", "#ececf2", "#15141a"),
)
_CARRIERS = ("Orange F", "SFR", "Bouygues", "Free", "Lycamobile", "")


def _address(rng: random.Random, scene: Scene, browser: str) -> Bar:
    short = scene.host.removeprefix("www.")
    path = "" if scene.path == "/" else scene.path
    if rng.random() < 0.02 and not scene.feigned:
        return Bar()
    if browser.startswith("ios") or browser == "samsung":
        return Bar("", short, "")
    if browser == "firefox":
        return rng.choice((Bar("https://", scene.host, path), Bar("", short, "")))
    return Bar("", short, path if rng.random() < 0.7 else "")


def handset(rng: random.Random, scene: Scene, browser: str, at: datetime) -> tuple[str, Face, Bar]:
    """The whole screen of a phone."""
    face, address = status_time(rng, at), _address(rng, scene, browser)
    ground, field, ink = rng.choice(_INKS)
    apple = browser.startswith("ios")
    row = _row(rng, browser, address, (ground, field, ink)) if address.host else ""
    low = browser == "ios" or (browser in {"firefox", "chrome"} and rng.random() < 0.2)
    box = alert_box(scene, field, ink) if scene.alert else ""
    view = f"<div class=view>{box}<div style='height:100%'>{scene.body}</div></div>"
    tools = (
        (
            f"<div class=mbar3 "
            f"style='background:{ground};color:#2563eb;justify-content:space-around'>"
            "<span>‹</span><span>›</span><span>⇪</span><span>▤</span><span>❐</span></div>"
        )
        if apple
        else ""
    )
    nav = (
        ""
        if apple
        else rng.choice(
            ("", "<div class=nav3>‹ &nbsp; ○ &nbsp; |||</div>", "<div class=nav3>▬▬▬</div>")
        )
    )
    inner = f"{view}{row}{tools}" if low else f"{row}{view}{tools}"
    status = _status(rng, apple, face, ground, ink)
    return f"<div class=hand3>{status}{inner}{nav}</div>", face, address


def _status(rng: random.Random, apple: bool, face: Face, ground: str, ink: str) -> str:
    text = face.lines[0]
    carrier = rng.choice(_CARRIERS)
    notes = "".join(rng.sample((BELL, "✉", "▶", STAR, HOME), rng.randint(0, 3)))
    style = f"background:{ground};color:{ink};font-size:{rng.choice((12.5, 13, 14, 15))}px"
    if apple and rng.random() < 0.3:  # older iPhones: carrier, hour in the middle, battery
        return (
            f"<div class=status3 style='{style}'><span>●●●○ {carrier}</span><b>{text}</b><span>"
            f"{rng.randint(4, 100)} %</span></div>"
        )
    left = f"<b>{text}</b>" if apple else f"<span>{text} {notes} <small>{carrier}</small></span>"
    island = (
        "<i style='width:100px;height:26px;border-radius:14px;background:#000'></i>"
        if apple and rng.random() < 0.6
        else ""
    )
    return (
        f"<div class=status3 style='{style}'>{left}{island}<span style='display:flex;gap:5px'>"
        f"{signal(rng)}</span></div>"
    )


def _row(rng: random.Random, browser: str, address: Bar, skin: tuple[str, str, str]) -> str:
    ground, field, ink = skin
    apple = browser.startswith("ios")
    glyph = {"chrome": TUNE, "brave": LOCK, "samsung": LOCK, "firefox": LOCK}.get(browser, "")
    left = rng.choice(("<small>AA</small>", "<small>ᴀA</small>", "▤")) if apple else glyph
    end = "<span>⟳</span>" if apple else rng.choice(("", STAR))
    beside = "" if apple else f"<span>{rng.choice(('2', '14', ':D'))}</span>{DOTS}"
    before = HOME if browser in {"chrome", "brave"} and rng.random() < 0.5 else ""
    edge, size = rng.choice((10, 14, 22)), rng.choice((14, 15, 16, 17))
    style = f"background:{field};border-radius:{edge}px;font-size:{size}px"
    cut = "ellipsis" if apple or rng.random() < 0.5 else "clip"
    inner = (
        f"<span class=text style='text-overflow:{cut};"
        f"{'flex:1;text-align:center' if apple else 'flex:1'}'>{address.markup}</span>"
    )
    return (
        f"<div class=mbar3 style='background:{ground};color:{ink}'>{before}<div class=url style="
        f"'{style}'>{left}{inner}{end}</div>{beside}</div>"
    )
