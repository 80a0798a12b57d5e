"""Phones: status bars, notches, and the address bars of mobile browsers."""

from __future__ import annotations

import random
from datetime import datetime

from ._browsers import Written, alert_box
from ._clocks import Face, face
from ._drawings import PILL, SIGNAL
from ._frames import Site
from ._kits import Hand

BROWSERS = ("safari", "safari-top", "chrome", "chrome", "samsung", "firefox")


def _address(rng: random.Random, site: Site, browser: str) -> Written:
    short = site.host.removeprefix("www.")
    path = "" if site.path == "/" else site.path
    if rng.random() < 0.03 and not site.feigned:
        return Written("", "", "")
    if browser.startswith("safari"):
        return Written("", short, "")
    if browser == "samsung":
        return Written("", short, "")
    if browser == "firefox" and rng.random() < 0.4:
        return Written("https://", site.host, path)
    return Written("", short, path if rng.random() < 0.6 else "")


def handset(
    rng: random.Random, hand: Hand, site: Site, browser: str, at: datetime
) -> tuple[str, Face, Written]:
    """The whole screen of a phone."""
    clock = face(rng, "phone", at)
    address = _address(rng, site, browser)
    _, bar, field, ink = rng.choice(hand.inks)
    edge = (
        "bottom" if browser == "safari" or (browser == "firefox" and rng.random() < 0.5) else "top"
    )
    text = clock.lines[0] if clock.lines else ""
    middle = PILL if browser.startswith("safari") and rng.random() < 0.5 else ""
    lte = rng.choice(("", "4G", "5G", "SFR"))
    status = (f"<div class=status2 style='background:{bar};color:{ink}'><span>{text}</span>{middle}"
              f"<span>{lte} {SIGNAL} {rng.choice(('', '64 %', '87'))}</span></div>")  # fmt: skip
    centred = "center" if browser.startswith("safari") else "left"
    glyph = "<small>aA</small>" if browser.startswith("safari") else "<small>⚙</small>"
    row = (
        f"<div class=mbar2 style='background:{bar};color:{ink}'><div class=purl style='background:"
        f"{field};text-align:{centred};border-radius:{rng.choice((8, 12, 22))}px;font-size:"
        f"{rng.choice((14, 15, 16, 17))}px;text-overflow:ellipsis'>{glyph} {address.markup}</div>"
        + ("" if centred == "center" else f"<span>{rng.choice(('⋮', '☰', '2'))}</span>")
        + "</div>"
    )
    if not address.host:
        row = ""
    tools = "" if not browser.startswith("safari") else (
        f"<div class=mbar2 style='background:{bar};color:#2b7de9;justify-content:space-between'>"
        "<span>‹</span><span>›</span><span>⇧</span><span>▭</span><span>❐</span></div>")  # fmt: skip
    box = alert_box(site, bar, ink) if site.alert else ""
    view = f"<div class=view>{box}<div style='height:100%'>{site.body}</div></div>"
    inner = f"{row}{view}{tools}" if edge == "top" else f"{view}{row}{tools}"
    nav = rng.choice(("", "<div class=nav2>◁ &nbsp; ○ &nbsp; □</div>", "<div class=nav2>—</div>"))
    return (
        f"<div class=hand2>{status}{inner}{nav if 'safari' not in browser else ''}</div>",
        clock,
        address,
    )
