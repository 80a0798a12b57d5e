"""Desktops as French people leave them: bars, clocks, wallpapers, what lies beside the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..fifth._sheet import Dice, day_words, hour, long_day, month_day, whole_day
from ._glyphs import battery, flyout, glyph, tiles


@dataclass(frozen=True)
class Desk:
    """What surrounds the window."""

    system: str
    font: str
    ground: str
    top: str = ""
    bottom: str = ""
    over: str = ""  # lies above the window
    dark: bool = False


def _numeric(dice: Dice, when: datetime) -> str:
    form = dice.choices(("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"), (92, 3, 3, 2))[0]
    return whole_day(when, when.strftime(form))


def _bar(height: int, colours: str, inner: str, font: int = 12) -> str:
    return f'<div class=bar6 style="height:{height}px;{colours};font-size:{font}px">{inner}</div>'


_TALL = '<span style="text-align:center;line-height:1.35;white-space:nowrap">{}</span>'
_LEFT = '<span style="margin-left:auto"></span>'


def _windows10(dice: Dice, when: datetime) -> Desk:
    dark = dice.random() < 0.75
    colours = "background:#101318;color:#fff" if dark else "background:#e6edf3;color:#111"
    small = dice.random() < 0.12
    seconds = "%H:%M:%S" if dice.random() < 0.06 else "%H:%M"
    clock = (
        hour(when) if small else _TALL.format(f"{hour(when, seconds)}<br>{_numeric(dice, when)}")
    )
    search = (
        f"<span style='background:{'#2b2f36' if dark else '#fff'};"
        f"width:{dice.choice((180, 270))}px;padding:9px;opacity:.85'>"
        f"{glyph('find', 14)} Taper ici pour rechercher</span>"
    )
    weather = (
        f"{glyph('cloud')}<span>{dice.randint(1, 31)}°C "
        f"{dice.choice(('Nuageux', 'Ensoleillé', 'Pluie faible', 'Dégagé'))}</span>"
    )
    inner = (
        "<b style='font-size:17px;color:#2aa0f5'>⊞</b>"
        + dice.choice((search, glyph("find", 18), ""))
        + tiles(dice, 22, dice.randint(3, 7), 3)
        + _LEFT
        + (weather if when.year > 2020 and dice.random() < 0.5 else "")
        + glyph("up", 13) + battery(dice, 18) + glyph("wifi", 15) + glyph("sound", 15)
        + dice.choice(("", "<span>FRA</span>", "<span>FR</span>")) + clock
        + dice.choice((glyph("bell", 15), ""))
    )  # fmt: skip
    over = flyout(when, colours) if not small and dice.random() < 0.07 else ""
    return Desk("windows10", dice.choice(("Open Sans", "Noto Sans", "Source Sans 3")),
                "linear-gradient(120deg,#0b2a52,#1d6fb8 60%,#7cc4f0)",
                bottom=_bar(30 if small else 40, colours, inner), over=over, dark=dark)  # fmt: skip


def _windows11(dice: Dice, when: datetime) -> Desk:
    dark = dice.random() < 0.35
    colours = "background:#1c2128;color:#fff" if dark else "background:#eaf0f6;color:#1a1a1a"
    day = _numeric(dice, when)
    if when.year >= 2025 and dice.random() < 0.12:
        day = month_day(when, f"{when:%d/%m}")
    side = _TALL.replace("center", "right")
    weather = side.replace("right", "left").format(f"{dice.randint(1, 31)}°C<br>Nuageux")
    middle = (
        "<b style='font-size:22px;color:#0a84e0'>⊞</b>"
        + dice.choice((glyph("find", 18), "<span style='background:#8882;border-radius:16px;"
        f"padding:7px 60px 7px 14px'>{glyph('find', 13)} Rechercher</span>"))
        + tiles(dice, 24, dice.randint(4, 8))
    )  # fmt: skip
    lead = f"<span class=off6>{glyph('cloud', 20)}{weather}</span>" if dice.random() < 0.6 else ""
    inner = (
        f"{lead}<span class=mid6>{middle}</span>{_LEFT}{glyph('up', 13)}{glyph('wifi', 15)}"
        f"{glyph('sound', 15)}{battery(dice, 18)}{side.format(f'{hour(when)}<br>{day}')}"
        f"{dice.choice(('', glyph('bell', 15)))}"
    )
    if dice.random() < 0.25:  # icons at the left, as before
        inner = inner.replace("class=mid6", "class=off6").replace(lead, "")
    over = flyout(when, colours + ";border-radius:9px;margin:0 10px 10px 0")
    return Desk("windows11", dice.choice(("Source Sans 3", "Open Sans", "Noto Sans")),
                "radial-gradient(circle at 60% 70%,#66b3ff,#0b3d91 40%,#061a3d)",
                bottom=_bar(48, colours, inner), over=over if dice.random() < 0.05 else "",
                dark=dark)  # fmt: skip


def _windows7(dice: Dice, when: datetime) -> Desk:
    clock = _TALL.format(f"{hour(when)}<br>{_numeric(dice, when)}")
    ball = (
        "<i style='width:34px;height:34px;border-radius:50%;flex:none;background:radial-gradient("
        "#9fe0ff,#1b6fae 60%,#0a3358)'></i>"
    )
    inner = (
        ball + tiles(dice, 26, 4, 4) + _LEFT + "<span>FR</span>" + glyph("up", 12)
        + glyph("bars", 14) + glyph("sound", 14) + clock
    )  # fmt: skip
    return Desk("windows7", dice.choice(("Open Sans", "Istok Web")),
                "radial-gradient(#58b4e8,#0f4f94 70%)",
                bottom=_bar(40, "background:linear-gradient(#4d6f93,#1d3148);color:#fff",
                            inner))  # fmt: skip


def _mac(dice: Dice, when: datetime) -> Desk:
    dark = dice.random() < 0.3
    words, at = day_words(when), hour(when)
    said = dice.choice((words, words.capitalize()))
    clock = dice.choices(
        (
            f"{month_day(when, said)} à {at}",
            f"{month_day(when, said)}&nbsp; {at}",
            f"{words.split()[0]} {at}",
            f"{month_day(when, said)} à {hour(when, '%H:%M:%S')}",
        ),
        (40, 35, 15, 10) if when.year > 2020 else (0, 20, 70, 10),
    )[0]
    menu = "".join(
        f"<span>{word}</span>"
        for word in (
            "Fichier",
            "Édition",
            "Présentation",
            "Historique",
            "Signets",
            "Fenêtre",
            "Aide",
        )
    )
    right = battery(dice) + glyph("wifi", 15) + glyph("find", 14) + glyph("lines", 14)
    inner = f"<b>●</b><b>{{app}}</b>{menu}{_LEFT}{right}<span>{clock}</span>"
    colours = "background:#2b2440e6;color:#fff" if dark else "background:#f1eef5ee;color:#111"
    dock = (
        f"<div class=dock6>{tiles(dice, 44, dice.randint(7, 12), 11)}</div>"
        if dice.random() < 0.35
        else ""
    )
    return Desk("macos", dice.choice(("Inter", "Inter", "Figtree")),
                "linear-gradient(150deg,#f4b26a,#b1478a 55%,#2b2a6b)",
                top=_bar(24, colours, inner, 13), bottom="", over=dock, dark=dark)  # fmt: skip


def _gnome(dice: Dice, when: datetime) -> Desk:
    at = hour(when, dice.choice(("%H:%M", "%H∶%M")))
    words = day_words(when)
    clock = dice.choice(
        (
            f"{month_day(when, words.split(' ', 1)[1])} &nbsp;{at}",
            f"{month_day(when, words)} &nbsp;{at}",
            f"{words.split()[0]} {at}",
        )
    )
    dash = "<div class=dash6>" + tiles(dice, 40, dice.randint(5, 9), 9) + "</div>"
    inner = (
        f"<span>Activités</span><span>{{app}}</span><b class=mid6>{clock}</b>{_LEFT}"
        f"{glyph('wifi', 14)}{glyph('sound', 14)}{battery(dice, 18)}"
    )
    return Desk("gnome", dice.choice(("Ubuntu", "Cantarell")),
                "linear-gradient(135deg,#2c001e,#77216f 60%,#e95420)",
                top=_bar(27, "background:#1b1b1b;color:#fff", inner, 14), bottom="",
                over=dash if dice.random() < 0.5 else "", dark=dice.random() < 0.3)  # fmt: skip


def _panel(dice: Dice, when: datetime) -> Desk:
    """KDE, Xfce, Cinnamon: one panel at the bottom, or at the top."""
    system = dice.choice(("kde", "xfce", "cinnamon"))
    at, words = hour(when), day_words(when)
    stacked = _TALL.format(f"{at}<br>{whole_day(when)}")
    clock = {
        "kde": (stacked, stacked, f"{at} &nbsp;{month_day(when, words)}"),
        "xfce": (at, f"{month_day(when, words)}, {at}", _TALL.format(
            f"{whole_day(when, f'{when:%Y-%m-%d}')}<br>{at}"), f"{whole_day(when)} {at}"),
        "cinnamon": (at, f"{whole_day(when, long_day(when).capitalize())}, {at}",
                     f"{month_day(when, words)} {at}"),
    }[system]  # fmt: skip
    dark = dice.random() < 0.55
    colours = "background:#2a2e32;color:#fcfcfc" if dark else "background:#eff0f1;color:#232629"
    task = dice.choice(("Prise de rendez-vous", "Mozilla Firefox", "Préfecture"))
    inner = (
        tiles(dice, 24, dice.randint(3, 6), 4)
        + f"<span style='background:#8883;padding:6px 40px 6px 12px'>{task}…</span>"
        f"{_LEFT}{glyph('wifi', 15)}{glyph('sound', 15)}{battery(dice, 18)}"
        f"<span>{dice.choice(clock)}</span>{dice.choice((glyph('power', 15), ''))}"
    )  # fmt: skip
    bar = _bar(44 if system == "kde" else 36, colours, inner, 12)
    high = system == "xfce" and dice.random() < 0.6
    return Desk(system, {"kde": "Noto Sans", "xfce": "DejaVu Sans", "cinnamon": "Ubuntu"}[system],
                dice.choice(("#31363b", "linear-gradient(#1d99f3,#1b4d7a)",
                             "linear-gradient(140deg,#3f6b3a,#9bbf6a)")),
                top=bar if high else "", bottom="" if high else bar, dark=dark)  # fmt: skip


def _chromeos(dice: Dice, when: datetime) -> Desk:
    at = hour(when)
    pill = "<span class=pill6>{}</span>"
    tray = f"{glyph('wifi', 15)}{battery(dice, 18)}{at}"
    words = day_words(when).split(" ", 1)[1]
    clock = dice.choice(
        (pill.format(tray), pill.format(month_day(when, words)) + pill.format(tray))
    )
    inner = f"<b>◯</b>{_LEFT}<span class=mid6>{tiles(dice, 34, 5, 17)}</span>{clock}"
    return Desk("chromeos", dice.choice(("Roboto", "Google Sans")),
                "linear-gradient(160deg,#9ad0c2,#2f6f8f)",
                bottom=_bar(48, "background:#202124;color:#e8eaed", inner, 13))  # fmt: skip


_SYSTEMS = [
    (_windows10, 30, 2019, 2025), (_windows11, 26, 2021, 2026), (_windows7, 6, 2019, 2021),
    (_mac, 15, 2019, 2026), (_gnome, 9, 2019, 2026), (_panel, 13, 2019, 2026),
    (_chromeos, 5, 2019, 2026),
]  # fmt: skip


def desk(dice: Dice, when: datetime) -> Desk:
    """A desktop that existed in that year."""
    able = [one for one in _SYSTEMS if one[2] <= when.year <= one[3]]
    maker = dice.choices(able, [one[1] for one in able])[0][0]
    return maker(dice, when)
