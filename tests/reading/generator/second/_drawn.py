"""Specimens of the second hand, drawn at random from a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from .._specimen import Specimen, Truth
from ._browsers import Written, window
from ._clocks import Face
from ._desks import DESKS, spread
from ._frames import Site
from ._handsets import BROWSERS, handset
from ._kits import HANDS, Hand
from ._sites import any_site

_STYLE = """
*{box-sizing:border-box} html,body{margin:0;height:100%;overflow:hidden}
.desk2{display:flex;height:100vh} .desk2>*{min-width:0;min-height:0}
.strip2{display:flex;align-items:center;gap:16px;padding:0 12px;flex:none;font-size:13px}
.clock2{line-height:1.28;white-space:pre} .wall2{flex:1;display:flex;min-height:0}
.win2{flex:1;display:flex;flex-direction:column;min-height:0; min-width:0}
.tabs2,.bar2{display:flex;align-items:center;gap:10px;padding:6px 10px;white-space:nowrap;
 overflow:hidden;flex:none} .tabs2{font-size:12px;padding-bottom:0}
.t{padding:7px 14px;border-radius:7px 7px 0 0;opacity:.8} .t.on{opacity:1}
.url{flex:1;display:flex;align-items:center;gap:8px;white-space:nowrap;overflow:hidden;min-width:0}
.url small{opacity:.8} .url .text{overflow:hidden;white-space:nowrap}
.view{flex:1;min-height:0;overflow:hidden;position:relative;background:#fff}
.alert2{position:absolute;z-index:2;top:4px;left:50%;transform:translateX(-50%);
width:min(450px,94%); padding:16px 22px;border-radius:9px;box-shadow:0 6px 26px #000a;
font-size:14px} .ok{background:#1a5fd0;color:#fff;padding:6px 22px;border-radius:5px}
button{font:inherit;padding:7px 16px;margin:4px} fieldset{border:1px solid #9996}
table{border-collapse:collapse} td,th{border:1px solid #8886;padding:5px 11px}
.hand2{display:flex;flex-direction:column;height:100vh}
.status2{display:flex;justify-content:space-between;align-items:center;padding:8px 22px 6px;
 font-size:14px;flex:none;white-space:pre}
.mbar2{display:flex;gap:14px;align-items:center;padding:7px 12px;flex:none}
.purl{flex:1;padding:10px 14px;white-space:nowrap;overflow:hidden;min-width:0}
.nav2{text-align:center;padding:6px;background:#000;color:#ddd;flex:none} .pale{opacity:.66}
"""


def drawn(name: str, seed: int, count: int, hard: float) -> Iterator[Specimen]:
    """Decide what pictures show; the same seed gives the same ones.

    Args:
        name: one of the hands, `second-a` or `second-b`.
        seed: any number.
        count: how many specimens.
        hard: the share of photographs and scans.
    """
    hand = HANDS[name]
    for number in range(count):
        rng = random.Random(f"{name}-{seed}-{number}")
        day = date(rng.choice(hand.years), rng.randint(1, 12), rng.randint(1, 28))
        at = datetime.combine(day, time(rng.randint(0, 23), rng.randint(0, 59), rng.randint(0, 59)))
        title = f"{name}-{seed}-{number:04d}"
        one = (_phone if rng.random() < 0.36 else _desktop)(rng, hand, at, title)
        _spoil(rng, hand, one, hard)
        yield one


def _spoil(rng: random.Random, hand: Hand, one: Specimen, hard: float) -> None:
    roll = rng.random()
    if roll < hard:
        one.family = rng.choice(("photo", "photo", "scan"))
        one.damage = {f"{one.family}2": f"{one.name}"}
    elif roll < hard + 0.4:
        longest, quality = rng.choice(hand.spoilt)
        if longest and max(one.width, one.height) * one.scale > 2.2 * longest:
            longest = 0  # nobody could read what is left of a clock
        one.damage = {"quality": quality} | ({"longest": longest} if longest else {})


def _desktop(rng: random.Random, hand: Hand, at: datetime, name: str) -> Specimen:
    kind = rng.choices([*DESKS], [6, 6, 1, 1, 1, 4, 4, 2, 3])[0]
    browser = rng.choice(DESKS[kind].browsers)
    width, height, scale = rng.choice(hand.screens)
    site = any_site(rng, hand, at.date())
    win, address = window(rng, hand, site, browser, rng.choice(hand.zooms))
    body, clock = spread(rng, kind, at, win)
    truth = _truth(site, address, clock)
    return Specimen(name, hand.name, "desktop", kind, site.kind, truth, _html(rng, hand, body),
                    width, height, scale)  # fmt: skip


def _phone(rng: random.Random, hand: Hand, at: datetime, name: str) -> Specimen:
    width, height, scale = rng.choice(hand.phones)
    browser = rng.choice(BROWSERS)
    site = any_site(rng, hand, at.date())
    body, clock, address = handset(rng, hand, site, browser, at)
    truth = _truth(site, address, clock)
    return Specimen(name, hand.name, "phone", browser, site.kind, truth, _html(rng, hand, body),
                    width, height, scale)  # fmt: skip


def _truth(site: Site, address: Written, clock: Face) -> Truth:
    host = site.host.removeprefix("www.") if site.alert else address.bare  # the box names it
    return Truth(site.result, site.wording, host, address.whole, clock.date, clock.partial,
                 clock.time)  # fmt: skip


def _html(rng: random.Random, hand: Hand, body: str) -> str:
    font: Any = rng.choice(hand.interface)
    return (f"<!doctype html><html lang=fr><meta charset=utf-8><style>{_STYLE}</style>"
            f"<body style=\"font-family:'{font}'\">{body}</body></html>")  # fmt: skip
