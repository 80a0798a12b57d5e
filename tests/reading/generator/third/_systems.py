"""Desktops of today: task bars, menu bars, shelves, and their clocks."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime

from .._pages import DAYS, MONTHS
from ._glyphs import BARS, BELL, CELL, SOUND, TILES, WIFI

_SHORT = (
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc.",
)


@dataclass(frozen=True)
class Face:
    """A clock: its lines, and what they say (`partial`: a day without its year)."""

    lines: tuple[str, ...] = ()
    date: str | None = None
    partial: str | None = None
    time: str | None = None


SYSTEMS = {
    "win11": ("chrome", "edge", "firefox", "brave"),
    "win10": ("chrome", "edge", "firefox"),
    "macos": ("safari", "safari", "chrome", "firefox"),
    "gnome": ("firefox", "chrome", "brave"),
    "kde": ("firefox", "chrome"),
    "chromeos": ("chrome",),
    "cinnamon": ("firefox", "chrome"),
}


def clock(rng: random.Random, system: str, at: datetime) -> Face:
    """The clock of a system as people's settings leave it."""
    day, month = DAYS[at.weekday()], MONTHS[at.month - 1]
    day3, month3 = f"{day[:3]}.", _SHORT[at.month - 1]
    hm, full, part = f"{at:%H:%M}", f"{at:%Y-%m-%d}", f"--{at:%m-%d}"
    hm_shown = f"{at:%H:%M:%S}" if rng.random() < 0.3 else hm
    numbers = f"{at:%d/%m/%Y}"
    if system in {"win10", "win11"}:
        lines = rng.choices(
            (
                (hm_shown, numbers),
                (hm_shown, f"{day3} {numbers}"),
                (hm, f"{at.day} {month3} {at:%Y}"),
                (hm, f"{day3} {at.day} {month3} {at:%Y}"),
                (f"{hm}  {numbers}",),
                (hm,),
            ),
            (12, 2, 1, 1, 2, 1),
        )[0]
        return Face(lines, full if len(" ".join(lines)) > 9 else None, None, hm)
    if system == "kde":
        lines = rng.choice(
            (
                (hm, numbers),
                (hm_shown, f"{at:%d/%m/%y}"),
                (hm, f"{day3} {at.day} {month3} {at:%Y}"),
                (hm,),
                (hm, f"{at:%Y-%m-%d}"),
            )
        )
        return Face(lines, full if len(lines) > 1 else None, None, hm)
    forms = {
        "macos": (
            f"{day3.capitalize()} {at.day} {month3} à {hm_shown}",
            f"{day3} {at.day} {month3}  {hm_shown}",
            f"{day3.capitalize()} {at.day} {month3}  {hm}",
        ),
        "gnome": (
            f"{at.day} {month3}  {hm_shown}",
            f"{day3} {at.day} {month3}  {hm_shown}",
            hm,
            f"{day3} {hm}",
        ),
        "chromeos": (f"{at.day} {month3}  {hm}", hm, f"{day3} {at.day} {month3}  {hm}"),
        "cinnamon": (
            f"{day} {at.day} {month} {at:%Y}, {hm}",
            hm,
            f"{day} {at.day} {month}, {hm_shown}",
        ),
    }[system]
    text = rng.choice(forms)
    dated = month in text or month3 in text
    year = dated and f"{at:%Y}" in text
    return Face((text,), full if year else None, part if dated and not year else None, hm)


_BARS = {
    "win11": (
        ("bottom",),
        (48,),
        (("#eff4f9", "#1a1a1a"), ("#1c1f24", "#fff"), ("#dbe7f3", "#1a1a1a")),
    ),
    "win10": (
        ("bottom",),
        (40, 30),
        (("#101010", "#fff"), ("#e6e6e6", "#111"), ("#0c2a4a", "#fff")),
    ),
    "macos": (
        ("top",),
        (24, 30, 37),
        (("#e8e6e5", "#111"), ("#1f1f24", "#f5f5f5"), ("#8fb3cf", "#111")),
    ),
    "gnome": (("top",), (28, 32), (("#000", "#fff"), ("#1e1e1e", "#f2f2f2"), ("#fafafa", "#222"))),
    "kde": (("bottom",), (44, 40), (("#eff0f1", "#232629"), ("#2a2e32", "#fcfcfc"))),
    "chromeos": (("bottom",), (48,), (("#2b3a4f", "#fff"), ("#e8eef7", "#202124"))),
    "cinnamon": (("bottom",), (40, 28), (("#2f2f2f", "#dadada"), ("#f0f0f0", "#303030"))),
}


def desk(rng: random.Random, system: str, face: Face, inside: str) -> tuple[str, Face]:
    """A whole screen: the bar with its clock, and the window over some of the wall or all of it."""
    edges, heights, inks = _BARS[system]
    height, (ground, ink) = rng.choice(heights), rng.choice(inks)
    if height < 36 and len(face.lines) > 1:  # a small bar drops the date
        face = Face(face.lines[:1], None, None, face.time)
    size = 12 if system.startswith("win") else 13
    hands = (
        f"<div style='line-height:{rng.choice((1.2, 1.35))};text-align:right;font-size:{size}px;"
        f"white-space:pre'>{'<br>'.join(face.lines)}</div>"
    )
    bar = (
        f"<div class=sys3 style='background:{ground};color:{ink};height:{height}px'>"
        f"{_strip(rng, system, hands)}</div>"
    )
    if rng.random() < 0.14:
        wall = rng.choice(("#31547a", "linear-gradient(120deg,#f59e0b,#7c3aed)", "#14532d"))
        inside = (
            f"<div style='flex:1;display:flex;min-height:0;padding:{rng.randint(4, 30)}px "
            f"{rng.randint(10, 120)}px;background:{wall}'>{inside}</div>"
        )
    flow = "column" if edges[0] == "top" else "column-reverse"
    return f"<div class=desk3 style='flex-direction:{flow}'>{bar}{inside}</div>", face


def _strip(rng: random.Random, system: str, hands: str) -> str:
    gap = "<i style='flex:1'></i>"
    if system == "macos":
        menu = "".join(
            f"<span>{one}</span>"
            for one in (
                "",
                "<b>Safari</b>",
                "Fichier",
                "Édition",
                "Présentation",
                "Historique",
                "Fenêtre",
            )
        )
        tray = rng.choice(
            (f"{WIFI}{CELL}", f"<small>{rng.randint(9, 99)} %</small>{CELL}{WIFI}", WIFI)
        )
        return f"{menu}{gap}{tray}{hands}"
    if system == "gnome":
        left = rng.choice(("Activités", "▬ ●", "Firefox"))
        return f"<span>{left}</span>{gap}{hands}{gap}{WIFI}{SOUND}{CELL}"
    if system == "chromeos":
        left = f"{gap}{TILES}{gap}"
        return f"<span>◯</span>{left}{hands}{WIFI}{CELL}"
    tray = rng.choice(
        (
            f"⌃ {WIFI}{SOUND}{CELL}",
            f"⌃ <small>FRA</small>{WIFI}{SOUND}",
            f"<small>FRA<br>FR</small>{SOUND}",
            f"{WIFI}{SOUND}",
        )
    )
    weather = rng.choice(("", f"<small>☁ {rng.randint(1, 30)}°C Nuageux</small>"))
    search = rng.choice(
        ("", "<span style='background:#8883;padding:4px 60px 4px 12px'>Rechercher</span>")
    )
    end = (
        rng.choice((BELL, "", "<small>3</small>"))
        if system == "win11"
        else rng.choice((BELL, "☐", ""))
    )
    if system == "win11" and rng.random() < 0.75:
        return f"{weather}{gap}{search}{TILES}{gap}{tray}{hands}{end}"
    return f"<span>⊞</span>{search}{TILES}{gap}{weather}{tray}{hands}{end}"


def status_time(rng: random.Random, at: datetime) -> Face:
    """What a phone's status bar says."""
    hm = f"{at:%H:%M}"
    day3, month3 = f"{DAYS[at.weekday()][:3]}.", _SHORT[at.month - 1]
    if rng.random() < 0.16:
        text = rng.choice(
            (f"{hm}  {day3} {at.day} {month3}", f"{hm} {day3.capitalize()} {at.day} {month3}")
        )
        return Face((text,), None, f"--{at:%m-%d}", hm)
    if at.hour < 10 and rng.random() < 0.3:
        return Face((f"{at.hour}:{at:%M}",), None, None, hm)
    return Face((hm,), None, None, hm)


def signal(rng: random.Random) -> str:
    """The right side of a status bar."""
    battery = rng.choice(
        (
            f"<span>{rng.randint(3, 100)}%</span>{CELL}",
            f"<span>{rng.randint(3, 100)}</span>",
            CELL,
            f"{CELL}<span>{rng.randint(3, 100)} %</span>",
        )
    )
    return f"{BARS}<span>{rng.choice(('4G', '5G', '', 'LTE', 'H+'))}</span>{WIFI}{battery}"
