"""Desktops: what surrounds the window, and where each system keeps its clock."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime

from ._icons import app, bars, battery, icon
from ._scene import EN_DAYS, EN_MONTHS, MONTHS, Clock, day_words, pick, said

SANS = {
    "win10": ("Open Sans", "Noto Sans"), "win11": ("Open Sans", "Noto Sans", "Inter"),
    "macos": ("Inter", "Inter", "Roboto"), "gnome": ("Cantarell", "Noto Sans", "Open Sans"),
    "kde": ("Noto Sans", "Noto Sans", "DejaVu Sans"), "cinnamon": ("Noto Sans", "DejaVu Sans"),
    "xfce": ("DejaVu Sans", "Noto Sans", "Liberation Sans"), "chromeos": ("Roboto",),
}  # fmt: skip


@dataclass(frozen=True)
class Desk:
    """A bar, where it stands, and its clock."""

    bar: str
    edge: str
    clock: Clock
    under: str = ""  # a dock


def _short(rng: random.Random, at: date) -> str:
    return pick(rng, (18, f"{at:%d/%m/%Y}"), (1, f"{at:%d-%m-%Y}"), (1, f"{at:%d.%m.%Y}"),
                (1, f"{at:%Y-%m-%d}"), (1, f"{at:%d/%m/%y}"))  # fmt: skip


def _bar(inner: str, height: int, ground: str, ink: str, more: str = "") -> str:
    return (f"<div class=sys style='height:{height}px;background:{ground};color:{ink};{more}'>"
            f"{inner}</div>")  # fmt: skip


def _apps(rng: random.Random, size: int, gap: int, low: int = 3, high: int = 8) -> str:
    some = "".join(app(rng, size) for _ in range(rng.randint(low, high)))
    return f"<span class=row style='gap:{gap}px'>{some}</span>"


def win10(rng: random.Random, at: datetime) -> Desk:
    """The bar of Windows 10: 40 points, or 30 with small buttons (the hour alone)."""
    ground, ink = pick(rng, (5, ("#101215", "#fff")), (2, ("#e9eaec", "#111")),
                       (1, ("#0b3a63", "#fff")), (1, ("#1f2326", "#fff")))  # fmt: skip
    hour = pick(rng, (9, f"{at:%H:%M}"), (1, f"{at:%H:%M:%S}"))
    small = rng.random() < 0.12
    if small:
        clock = said(at=at, html=f"<span class=k style='font-size:12px'>{hour}</span>")
    else:
        tall = rng.random() < 0.08
        day = f"{day_words(at, short=False).split()[0]}<br>" if tall else ""
        clock = said(full=at.date(), at=at, html=f"<span class=k style='font-size:12px;"
                     f"text-align:center;line-height:16px'>{hour}<br>{day}"
                     f"{_short(rng, at.date())}</span>")  # fmt: skip
    look = pick(rng,
        (3, f"<span class=row "
            f"style='background:#fff;color:#555;height:100%;width:{rng.randint(210, 340)}px;"
            f"padding:0 12px;font-size:15px;gap:12px;border:1px solid #8885'>{icon('mag')}"
            "Taper ici pour rechercher</span>"),
        (2, icon("mag", 18)), (1, ""))  # fmt: skip
    weather = ""
    if rng.random() < 0.4:
        sky = rng.choice(("Nuageux", "Ensoleillé", "Pluie faible", "Averses", "Ciel couvert"))
        weather = f"<span style='font-size:12px'>{rng.randint(-2, 33)}°C&ensp;{sky}</span>"
    tray = "".join(icon(name, 15) for name in rng.sample(("wifi", "sound", "mute", "bt"), 3))
    lang = pick(rng, (4, ""), (2, "<span style='font-size:12px'>FRA</span>"),
                (1, "<span "
                    "style='font-size:11px;text-align:center'>FRA<br>AZERTY</span>"))  # fmt: skip
    inner = (f"{icon('squares', 18)}{look}{_apps(rng, 22, 20)}<span class=push></span>{weather}"
             f"{icon('up', 12)}{tray}{lang}{clock.html}{icon('bell', 17)}")  # fmt: skip
    height = 30 if small else (60 if "<br>" in clock.html.replace("<br>", "", 1) else 40)
    return Desk(_bar(inner, height, ground, ink, "gap:14px;padding:0 12px"), "bottom", clock)


def win11(rng: random.Random, at: datetime) -> Desk:
    """The bar of Windows 11: icons in the middle, two lines on the right, a bell."""
    ground, ink = pick(rng, (4, ("#eef3f9", "#111")), (4, ("#1b1f26", "#fff")),
                       (1, ("#dce6ee", "#111")), (1, ("#2b2130", "#fff")))  # fmt: skip
    hour = pick(rng, (9, f"{at:%H:%M}"), (1, f"{at:%H:%M:%S}"))
    kind = rng.random()
    style = "text-align:right;font-size:12px;line-height:16px"
    if kind < 0.82:
        clock = said(full=at.date(), at=at,
                     html=f"<span class=k "
                          f"style='{style}'>{hour}<br>{_short(rng, at)}</span>")  # fmt: skip
    elif kind < 0.9:  # « heure et date abrégées »
        clock = said(part=at.date(), at=at,
                     html=f"<span class=k style='{style}'>{hour}<br>{at:%d/%m}</span>")  # fmt: skip
    elif at.day > 12:  # a machine set to English (United States)
        twelve = f"{at:%I:%M %p}".lstrip("0")
        clock = said(full=at.date(), at=at, html=f"<span class=k style='{style}'>{twelve}<br>"
                     f"{at.month}/{at.day}/{at.year}</span>")  # fmt: skip
    else:
        clock = said(at=at, html=f"<span class=k style='{style}'>{hour}</span>")
    sky = rng.choice(("Nuageux", "Ensoleillé", "Pluie", "Brouillard", "Plutôt dégagé"))
    left = ""
    if rng.random() < 0.6:
        left = (f"<span class=row style='position:absolute;left:12px;gap:9px;font-size:12px;"
                f"line-height:15px'>{app(rng, 24, True)}<span>{rng.randint(-3, 34)}°C<br>"
                f"<span style='opacity:.75'>{sky}</span></span></span>")  # fmt: skip
    look = pick(rng, (2, f"<span class=row style='background:#8883;border-radius:16px;height:32px;"
                         f"width:{rng.randint(130, 210)}px;padding:0 12px;font-size:13px;gap:8px'>"
                         f"{icon('mag', 15)}Rechercher</span>"),
                (2, icon("mag", 20)), (1, ""))  # fmt: skip
    mid = (f"<span class=row "
           f"style='position:absolute;pointer-events:none;left:0;right:0;justify-content:center;"
           f"gap:16px'>{icon('squares', 22)}{look}{_apps(rng, 24, 16)}</span>")  # fmt: skip
    tray = "".join(icon(name, 15) for name in ("wifi", rng.choice(("sound", "mute"))))
    if rng.random() < 0.5:
        tray += battery(rng.randint(20, 100), 20)
    lang = "<span style='font-size:12px'>FRA</span>" if rng.random() < 0.25 else ""
    bell = pick(rng, (3, icon("bell", 15)), (2, ""), (1, "<span "
                                                         "style='background:#0067c0;color:#fff;"
                "border-radius:9px;font-size:10px;padding:1px 5px'>2</span>"))  # fmt: skip
    right = (f"<span class=push></span>{icon('up', 12)}{lang}<span class=row style='gap:9px'>{tray}"
             f"</span>{clock.html}{bell}")  # fmt: skip
    if rng.random() < 0.12:  # icons on the left
        mid = mid.replace("justify-content:center;", "padding-left:12px;")
        left = ""
    return Desk(_bar(left + mid + right, 48, ground, ink, "gap:13px;padding:0 12px"), "bottom",
                clock)  # fmt: skip


def macos(rng: random.Random, at: datetime) -> Desk:
    """The menu bar of macOS: the application's name in bold, the day without its year."""
    ground, ink = pick(rng, (4, ("#f3f1ef", "#111")), (2, ("#2b2b2f", "#fff")),
                       (2, ("linear-gradient(90deg,#7aa0c4,#8fb8a8)", "#fff")),
                       (1, ("#d9e4ef", "#111")))  # fmt: skip
    sec = ":%S" if rng.random() < 0.15 else ""
    hour = format(at, f"%H:%M{sec}")
    day = day_words(at)
    kind = rng.random()
    if kind < 0.36:
        clock = said(part=at.date(), at=at, html=f"{day.capitalize()} à {hour}")
    elif kind < 0.64:
        clock = said(part=at.date(), at=at, html=f"{day.capitalize()}&ensp;{hour}")
    elif kind < 0.74:
        clock = said(at=at, html=f"{day.split()[0].capitalize()} {hour}")
    elif kind < 0.82:
        clock = said(at=at, html=hour)
    elif kind < 0.9:
        clock = said(part=at.date(), at=at, html=f"{at.day} {day.split()[2]} à {hour}")
    else:
        clock = said(part=at.date(), at=at, html=f"{EN_DAYS[at.weekday()]} {at.day} "
                     f"{EN_MONTHS[at.month - 1]}&ensp;{f'{at:%I:%M %p}'.lstrip('0')}")  # fmt: skip
    name = rng.choice(("Safari", "Google Chrome", "Firefox"))
    menus = {"Safari": "Fichier Édition Présentation Historique Signets Fenêtre Aide",
             "Google Chrome": "Fichier Modifier Afficher Historique Favoris Profils Onglet Fenêtre "
                              "Aide",
             "Firefox": "Fichier Édition Affichage Historique Marque-pages Outils Fenêtre "
                        "Aide"}[name].split()  # fmt: skip
    level = rng.randint(12, 100)
    charge = f"<span style='font-size:12px'>{level} %</span>" if rng.random() < 0.5 else ""
    right = (f"{charge}{battery(level, 24)}{icon('wifi', 16)}{icon('mag', 15)}{icon('tune', 15)}"
             f"<span class=k>{clock.html}</span>")  # fmt: skip
    inner = (f"{app(rng, 14, True)}<b>{name}</b>{''.join(f'<span>{one}</span>' for one in menus)}"
             f"<span class=push></span>{right}")  # fmt: skip
    dock = ""
    if rng.random() < 0.45:
        dock = (f"<div style='position:absolute;bottom:5px;left:50%;transform:translateX(-50%);"
                f"background:#e8e8ecb0;border-radius:16px;padding:6px 10px'>"
                f"{_apps(rng, 46, 9, 8, 13)}</div>")  # fmt: skip
    height = pick(rng, (3, 24), (1, 30), (2, 37))
    return Desk(_bar(inner, height, ground, ink,
                     "gap:17px;padding:0 16px;font-size:13px;white-space:nowrap"), "top", clock,
                dock)  # fmt: skip


def gnome(rng: random.Random, at: datetime) -> Desk:
    """The black bar of GNOME, its clock in the middle."""
    day = day_words(at, weekday=False)
    hour = pick(rng, (8, f"{at:%H:%M}"), (1, f"{at:%H:%M:%S}"), (1, f"{at:%H∶%M}"))
    kind = rng.random()
    if kind < 0.6:
        clock = said(part=at.date(), at=at, html=f"{day}&ensp;{hour}")
    elif kind < 0.85:
        clock = said(part=at.date(), at=at, html=f"{day_words(at)}&ensp;{hour}")
    else:
        clock = said(at=at, html=hour)
    left = pick(
        rng,
        (2, "Activités"),
        (1, "Activités&emsp;&emsp;Firefox"),
        (1, "<span style='background:#fff;border-radius:6px;width:30px;height:8px'></span>"),
    )
    level = rng.randint(10, 100)
    tail = f"{icon('wifi', 15)}{icon('sound', 15)}{battery(level, 20)}"
    tail += f"<span>{level} %</span>" if rng.random() < 0.3 else icon("power", 14)
    inner = (f"<span>{left}</span><span class=mid><span class=k>{clock.html}</span></span>"
             f"<span class=push></span>{tail}")  # fmt: skip
    weight = pick(rng, (3, "bold"), (1, "500"))
    return Desk(_bar(inner, pick(rng, (2, 27), (1, 32)), pick(rng, (3, "#000"), (1, "#1d1d1d")),
                     "#fff", f"gap:9px;padding:0 13px;font-size:14.5px;font-weight:{weight}"),
                "top", clock)  # fmt: skip


def kde(rng: random.Random, at: datetime) -> Desk:
    """The panel of Plasma: the hour over the date."""
    ground, ink = pick(rng, (2, ("#eff0f1", "#232629")), (2, ("#2a2e32", "#fcfcfc")))
    day = pick(rng, (4, f"{at:%d/%m/%Y}"), (2, f"{at:%d/%m/%y}"), (2, day_words(at)), (1, ""))
    hour = f"{at:%H:%M}"
    beside = rng.random() < 0.25
    gap = "&ensp;" if beside else "<br>"
    html = (f"<span class=k style='text-align:center;line-height:1.15'><span style='font-size:"
            f"{14 if beside else 16}px'>{hour}</span>{gap if day else ''}<span style='font-size:"
            f"{14 if beside else 12}px'>{day}</span></span>")  # fmt: skip
    whole = "/" in day
    clock = said(full=at.date() if whole else None, part=at.date() if day and not whole else None,
                 at=at, html=html)  # fmt: skip
    tray = "".join(icon(name, 17) for name in ("wifi", "sound", "bt", "up"))
    inner = (f"{app(rng, 26)}{_apps(rng, 26, 10, 2, 5)}<span style='font-size:13px;background:"
             f"#8883;padding:8px 14px;border-radius:4px'>Navigateur</span><span class=push></span>"
             f"{tray}{html}")  # fmt: skip
    return Desk(_bar(inner, 44, ground, ink, "gap:13px;padding:0 12px"), "bottom", clock)


def cinnamon(rng: random.Random, at: datetime) -> Desk:
    """Linux Mint: the hour in the corner, sometimes the day in full."""
    hour = f"{at:%H:%M}"
    kind = rng.random()
    if kind < 0.45:
        clock = said(at=at, html=hour)
    elif kind < 0.75:
        clock = said(part=at.date(), at=at,
                     html=f"{day_words(at, short=rng.random() < 0.5)}, {hour}")  # fmt: skip
    else:
        clock = said(full=at.date(), at=at, html=f"{at:%d/%m/%Y} {hour}")
    tray = "".join(icon(name, 16) for name in ("bell", "shield", "wifi", "sound"))
    inner = (f"{app(rng, 24)}{_apps(rng, 24, 12, 2, 5)}<span class=push></span>{tray}"
             f"<span class=k>{clock.html}</span>")  # fmt: skip
    return Desk(_bar(inner, 40, "#2f2f2f", "#fff", "gap:12px;padding:0 10px;font-size:14px"),
                "bottom", clock)  # fmt: skip


def xfce(rng: random.Random, at: datetime) -> Desk:
    """XFCE and its like, the panel above or below."""
    hour = pick(rng, (4, f"{at:%H:%M}"), (1, f"{at:%H:%M:%S}"))
    kind = rng.random()
    if kind < 0.4:
        clock = said(part=at.date(), at=at, html=f"{day_words(at, weekday=False)}, {hour}")
    elif kind < 0.6:
        clock = said(part=at.date(), at=at, html=f"{day_words(at)} {hour}")
    elif kind < 0.8:
        whole = f"{at:%d} {MONTHS[at.month - 1]} {at.year}"
        clock = said(full=at.date(), at=at, html=f"{whole}, {hour}")
    else:
        clock = said(at=at, html=hour)
    ground, ink = pick(rng, (2, ("#2d3136", "#eee")), (1, ("#ededed", "#222")))
    inner = (f"{app(rng, 18)}<span style='background:#8882;padding:4px 10px'>Navigateur Web"
             f"</span><span class=push></span>{icon('bell', 14)}{icon('wifi', 14)}{bars(rng, 13)}"
             f"<span class=k>{clock.html}</span>")  # fmt: skip
    return Desk(_bar(inner, 28, ground, ink, "gap:11px;padding:0 8px;font-size:13px"),
                rng.choice(("top", "bottom")), clock)  # fmt: skip


def chromeos(rng: random.Random, at: datetime) -> Desk:
    """The shelf of a Chromebook and its pill."""
    ground, ink = pick(rng, (2, ("#22262b", "#fff")), (2, ("#e9edf3", "#202124")))
    hour = f"{at:%H:%M}"
    if rng.random() < 0.5:
        clock = said(part=at.date(), at=at, html=f"{day_words(at, weekday=False)}</span>"
                     f"<span class=k>{hour}")  # fmt: skip
    else:
        clock = said(at=at, html=hour)
    pill = (f"<span class=row style='background:#8884;border-radius:17px;height:34px;padding:0 "
            f"13px;"
            f"gap:10px'><span class=k>{clock.html}</span>{icon('wifi', 15)}"
            f"{battery(rng.randint(15, 100), 20)}</span>")  # fmt: skip
    mid = (f"<span class=row "
           f"style='position:absolute;pointer-events:none;left:0;right:0;justify-content:center'>"
           f"{_apps(rng, 30, 14, 4, 7)}</span>")  # fmt: skip
    inner = f"{app(rng, 20, True)}{mid}<span class=push></span>{pill}"
    return Desk(_bar(inner, 48, ground, ink, "gap:12px;padding:0 10px;font-size:14px"), "bottom",
                clock)  # fmt: skip


SYSTEMS = {
    "win10": (30, win10), "win11": (28, win11), "macos": (16, macos), "gnome": (9, gnome),
    "kde": (5, kde), "cinnamon": (4, cinnamon), "xfce": (4, xfce), "chromeos": (4, chromeos),
}  # fmt: skip
