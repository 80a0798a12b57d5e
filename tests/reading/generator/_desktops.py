"""Desktops: task bars and menu bars with their clocks, browsers with their address bars."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime

from ._kits import Kit
from ._pages import DAYS, MONTHS, Shown

SHORT = ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
         "déc.")  # fmt: skip
ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ENGLISH_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SYSTEMS = ("win7", "win10", "win11", "ubuntu", "macos", "kde", "xfce", "chromeos")


@dataclass(frozen=True)
class Clock:
    """What a system's clock says: its markup, and the values that it shows."""

    markup: str
    date: str | None
    partial: str | None
    time: str | None


def clock_of(rng: random.Random, system: str, at: datetime) -> Clock:
    """A clock in one of the forms of a system."""
    if rng.random() < 0.06:
        return Clock("", None, None, None)
    return _FORMS.get(system, _two_lines)(rng, at)


def _time_only(at: datetime) -> Clock:
    return Clock(f"{at:%H:%M}", None, None, f"{at:%H:%M}")


def _partial(markup: str, at: datetime) -> Clock:
    return Clock(markup, None, f"--{at:%m-%d}", f"{at:%H:%M}")


def _two_lines(rng: random.Random, at: datetime) -> Clock:
    """Windows: the time over the date; a small task bar shows the time alone."""
    if rng.random() < 0.1:
        return _time_only(at)
    seconds = f":{at:%S}" if rng.random() < 0.06 else ""
    markup = f"{at:%H:%M}{seconds}<br>{at:%d/%m/%Y}"
    return Clock(markup, f"{at:%Y-%m-%d}", None, f"{at:%H:%M}")


def _kde(rng: random.Random, at: datetime) -> Clock:
    if rng.random() < 0.8:
        return _two_lines(rng, at)
    return _partial(f"{at:%H:%M}<br>{_day(at)}. {at.day} {SHORT[at.month - 1]}", at)


def _ubuntu(rng: random.Random, at: datetime) -> Clock:
    roll = rng.random()
    if roll < 0.15:
        return _time_only(at)
    if roll < 0.24:
        english = f"{ENGLISH_DAYS[at.weekday()]} {ENGLISH[at.month - 1]} {at.day}"
        return _partial(f"{english} &nbsp;{at:%H:%M}", at)
    start = f"{_day(at)}. " if roll < 0.65 else ""
    return _partial(f"{start}{at.day} {SHORT[at.month - 1]} &nbsp;{at:%H:%M}", at)


def _macos(rng: random.Random, at: datetime) -> Clock:
    if rng.random() < 0.1:
        return _time_only(at)
    between = rng.choice((" à ", " &nbsp;"))
    day = f"{_day(at).capitalize()}. {at.day} {SHORT[at.month - 1]}"
    return _partial(f"{day}{between}{at:%H:%M}", at)


def _xfce(rng: random.Random, at: datetime) -> Clock:
    if rng.random() < 0.25:
        return _partial(f"{at.day} {SHORT[at.month - 1]}, {at:%H:%M}", at)
    long = f"{DAYS[at.weekday()]} {at.day} {MONTHS[at.month - 1]} {at.year}, {at:%H:%M}"
    forms = (f"{at:%Y-%m-%d} &nbsp;{at:%H:%M}", f"{at:%d/%m/%Y} {at:%H:%M}", long)
    return Clock(rng.choice(forms), f"{at:%Y-%m-%d}", None, f"{at:%H:%M}")


def _chromeos(rng: random.Random, at: datetime) -> Clock:
    if rng.random() < 0.5:
        return _time_only(at)
    return _partial(f"{at.day} {SHORT[at.month - 1]} &nbsp;{at:%H:%M}", at)


def _day(at: datetime) -> str:
    return DAYS[at.weekday()][:3]


_FORMS = {"kde": _kde, "ubuntu": _ubuntu, "macos": _macos, "xfce": _xfce, "chromeos": _chromeos}


@dataclass(frozen=True)
class Bar:
    """What an address bar displays."""

    text: str
    host: str | None
    whole: str | None


def bar_of(rng: random.Random, shown: Shown) -> Bar:
    """An address in one of the forms that browsers give it."""
    bare = shown.host.removeprefix("www.")
    full = f"{shown.host}{shown.path}"
    roll = rng.random() if shown.path else 0.1
    if roll < 0.05:
        return Bar("", None, None)
    if roll < 0.15:
        return Bar(rng.choice((bare, shown.host)), bare, None)
    if roll < 0.45:
        return Bar(f"{bare}{shown.path}", bare, f"{bare}{shown.path}")
    if roll < 0.6:
        return Bar(full, bare, full)
    return Bar(f"https://{full}", bare, f"https://{full}")


def window(rng: random.Random, kit: Kit, shown: Shown, bar: Bar, content: str, zoom: float) -> str:
    """A browser's window around a page."""
    ground, ink, field = rng.choice(kit.themes)
    kind = rng.choice(("chrome", "edge", "firefox", "safari"))
    tab = (shown.title + " – Les services de l’État")[: rng.choice((18, 28, 40))]
    others = "".join(f"<span class=tab>{one}</span>" for one in
                     rng.sample(("Boîte de réception", "YouTube", "Météo", "Orange"),
                                rng.randint(0, 3)))  # fmt: skip
    tabs = "" if kind == "safari" else (
        f"<div class=tabs><span class='tab on'>{tab}…  ✕</span>{others} +</div>")  # fmt: skip
    lock = rng.choice(("🔒", "⚙", "ⓘ", "", "Non sécurisé"))
    zoomed = f"<span class=z>{round(zoom * 100)} %</span>" if rng.random() < 0.2 else ""
    width = {"safari": "margin:0 22%;justify-content:center", "firefox": "margin:0 8%"}.get(
        kind, ""
    )
    size = rng.choice((13, 14, 13.5))
    address = (
        f"<div class=nav><i>←</i><i>→</i><i>⟳</i><div class=url style='background:{field};{width};"
        f"font-size:{size}px'><small>{lock}</small><span>{bar.text or ' '}</span>{zoomed}"
        f"<small style='margin-left:auto'>☆</small></div><i>⋮</i></div>"
    )
    if not bar.text:
        address = ""
    marks = "<div class=marks>Favoris &nbsp; impots.gouv.fr &nbsp; CAF &nbsp; Leboncoin</div>" if (
        rng.random() < 0.3) else ""  # fmt: skip
    return (
        f"<div class=win style='background:{ground};color:{ink}'>{tabs}{address}{marks}"
        f"<div class=view><div style='zoom:{zoom};min-height:100%'>{content}</div></div></div>"
    )


_BARS = {  # height, ground, ink, place, font size, where the clock stands
    "win7": (40, "#2c4a6e", "#ffffff", "bottom", 12, "right"),
    "win10": (40, "#101010", "#ffffff", "bottom", 12, "right"),
    "win11": (48, "#e9eef5", "#1a1a1a", "bottom", 12, "right"),
    "ubuntu": (28, "#131313", "#f2f2f2", "top", 13, "center"),
    "macos": (24, "#e3e3e8", "#111111", "top", 13, "right"),
    "kde": (44, "#eff0f1", "#232629", "bottom", 13, "right"),
    "xfce": (26, "#2b303b", "#eeeeee", "top", 12, "right"),
    "chromeos": (48, "#dfe3ea", "#202124", "bottom", 14, "right"),
}


def system_bar(rng: random.Random, system: str, clock: Clock) -> tuple[str, str]:
    """The system's bar and the edge where it stands."""
    height, ground, ink, place, size, where = _BARS[system]
    if system in {"win10", "win11", "kde"} and rng.random() < 0.4:
        ground, ink = ("#f0f0f0", "#111") if ink == "#ffffff" else ("#1b1f27", "#f4f4f4")
    if system == "xfce" and rng.random() < 0.4:
        place = "bottom"
    left = {"macos": "<b>Safari</b> &nbsp; Fichier &nbsp; Édition &nbsp; Présentation",
            "ubuntu": "Activités", "win10": "Taper ici pour rechercher"}  # fmt: skip
    shown = left.get(system, "▦")
    tray = rng.choice(("FRA", "⌃ 🔊", "85 %", "")) if system != "ubuntu" else "⏻"
    centre = clock.markup if where == "center" else ""
    right = clock.markup if where == "right" else ""
    return (
        f"<div class=sys style='height:{height}px;background:{ground};color:{ink};"
        f"font-size:{size}px'>"
        f"<span class=l>{shown}</span><span class=c>{centre}</span>"
        f"<span class=r><span>{tray}</span><span class=k>{right}</span></span></div>",
        place,
    )
