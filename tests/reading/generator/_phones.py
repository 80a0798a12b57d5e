"""Phones: status bars, address bars at the top or the bottom, overlays."""

from __future__ import annotations

import random
from datetime import datetime

from ._desktops import SHORT, Clock
from ._kits import Kit
from ._pages import DAYS, Shown


def status(rng: random.Random, at: datetime) -> Clock:
    """The status bar: the time, sometimes the day."""
    roll = rng.random()
    iso, part, time = f"{at:%Y-%m-%d}", f"--{at:%m-%d}", f"{at:%H:%M}"
    icons = rng.choice(("5G 81 %", "4G ▮▮▯ 64 %", "▾ 100 %", "LTE 23"))
    if roll < 0.05:
        return Clock("", None, None, None)
    if roll < 0.28:
        day = f"{DAYS[at.weekday()][:3]}. {at.day} {SHORT[at.month - 1]}"
        return Clock(f"<span>{time} &nbsp; {day}</span><span>{icons}</span>", None, part, time)
    if roll < 0.34:
        return Clock(f"<span>{at:%d/%m/%Y} {time}</span><span>{icons}</span>", iso, None, time)
    return Clock(f"<span>{time}</span><span>{icons}</span>", None, None, time)


def stamp(rng: random.Random, at: datetime) -> tuple[str, str]:
    """A time stamp laid over the picture by an application, at a corner."""
    place = rng.choice(("bottom:10px;left:10px", "bottom:10px;right:10px"))
    text = f"{at:%d/%m/%Y} {at:%H:%M}"
    box = f"<div class=stamp style='{place}'>{text}</div>"
    return box, text


def phone_bar(
    rng: random.Random, shown: Shown, room: int
) -> tuple[str, str | None, str | None, str]:
    """Text of the address bar, host, whole address if shown whole, and its edge."""
    bare = shown.host.removeprefix("www.")
    edge = "bottom" if rng.random() < 0.3 else "top"
    roll = rng.random()
    if roll < 0.06:
        return "", None, None, edge
    if roll < 0.6:
        return bare, bare, None, edge
    full = f"{bare}{shown.path}"
    if len(full) > room:
        return full[: room - 1] + "…", bare, None, edge
    return full, bare, full, edge


def phone(
    rng: random.Random, kit: Kit, clock: Clock, bar: tuple[str, str], content: str, over: str
) -> str:
    """The whole screen of a phone."""
    ground, ink, field = rng.choice(kit.themes)
    text, edge = bar
    address = (
        f"<div class=pbar style='background:{ground};color:{ink}'><div class=purl style="
        f"'background:{field}'><small>{rng.choice(('🔒', 'aA', ''))}</small> {text}</div>"
        f"<i>{rng.choice(('⋮', '3', '⟳'))}</i></div>"
    )
    if not text:
        address = ""
    top, bottom = (address, "") if edge == "top" else ("", address)
    return (
        f"<div class=phone><div class=status style='background:{ground};color:{ink}'>"
        f"{clock.markup or '&nbsp;'}</div>{top}<div class=view>{content}</div>{bottom}"
        f"<div class=gest style='background:{ground}'></div>{over}</div>"
    )
