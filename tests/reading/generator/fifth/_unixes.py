"""Ubuntu, KDE, Xfce, macOS and ChromeOS: their bars, and how each says the hour."""

from __future__ import annotations

from datetime import datetime

from ._icons import battery, dot, icon
from ._sheet import SHORT_DAYS, Dice, day_words, hour, month_day, whole_day

UBUNTU = "Ubuntu,Cantarell,sans-serif"
KDE = "'Noto Sans',sans-serif"
XFCE = "'DejaVu Sans','Liberation Sans',sans-serif"
MAC = "'SF Pro Text',Inter,sans-serif"
CHROME_OS = "'Google Sans',Roboto,sans-serif"


def ubuntu(dice: Dice, when: datetime, clock: str, *, dark: bool) -> str:
    """The bar at the top, its clock in the middle."""
    del dark
    told = ""
    if clock == "full":
        day = day_words(when) if dice.random() < 0.3 else day_words(when).split(" ", 1)[1]
        told = f"{month_day(when, day)}&nbsp; {hour(when)}"
    elif clock == "time":
        told = hour(when)
        if dice.random() < 0.4:
            told = f"{SHORT_DAYS[when.weekday()]} {told}"
    left = "Activités" if when.year < 2024 else dot("#fff", 22, "6px")
    tray = icon("wifi", 15) + icon("sound", 15) + icon("power", 15)
    return (
        '<div class="bar" style="height:27px;background:#131313;color:#f2f2f2;font:500 13.5px '
        f"{UBUNTU};"
        f'padding:0 12px"><span style="flex:1">{left}</span><span>{told}</span>'
        f'<span class="row" style="flex:1;justify-content:flex-end;gap:10px">{tray}</span></div>'
    )


def beside(dice: Dice, area: str) -> str:
    """The Dock of Ubuntu, at the left of the windows."""
    if dice.random() < 0.3:
        return area
    colours = ("#e66000", "#2a76c6", "#e95420", "#77216f", "#3d9140", "#aea79f")
    apps = "".join(dot(colour, 44, "10px") for colour in colours)
    return (
        '<div style="display:flex;flex:1;min-height:0"><div style="flex:none;width:66px;'
        "background:#2b1022;display:flex;flex-direction:column;align-items:center;gap:10px;"
        f'padding:8px 0;overflow:hidden">{apps}</div>{area}</div>'
    )


def kde(dice: Dice, when: datetime, clock: str, *, dark: bool) -> str:
    """The panel of Plasma."""
    back, ink = ("#2a2e32", "#fcfcfc") if dark else ("#eff0f1", "#232629")
    told = ""
    if clock == "full":
        day = whole_day(when) if dice.random() < 0.7 else month_day(when, day_words(when))
        told = f'<span style="font-size:15px">{hour(when)}</span><br>{day}'
    elif clock == "time":
        told = f'<span style="font-size:19px">{hour(when)}</span>'
    apps = "".join(dot(c, 26, "6px") for c in ("#1d99f3", "#f67400", "#27ae60", "#3daee9"))
    tray = icon("wifi", 18) + icon("sound", 18) + icon("up", 14)
    return (
        f'<div class="bar" style="height:44px;background:{back};color:{ink};font:12px/17px {KDE};'
        f'gap:12px;padding:0 12px;text-align:center">{apps}<span class="row" '
        'style="margin-left:auto;'
        f'gap:10px">{tray}</span><span>{told}</span></div>'
    )


def xfce(dice: Dice, when: datetime, clock: str, *, dark: bool) -> str:
    """The thin panel of Xfce."""
    back, ink = ("#2b303b", "#eee") if dark else ("#f0f0f0", "#222")
    told = ""
    if clock == "full":
        forms = (
            f"{month_day(when, day_words(when))}, {hour(when)}",
            f"{month_day(when, day_words(when).split(' ', 1)[1])}, {hour(when)}",
            f"{whole_day(when)} {hour(when)}",
            f"{whole_day(when, f'{when:%Y-%m-%d}')} {hour(when)}",
        )
        told = dice.choice(forms)
    elif clock == "time":
        told = hour(when)
    tray = icon("wifi", 15) + icon("sound", 15)
    return (
        f'<div class="bar" style="height:28px;background:{back};color:{ink};font:13px {XFCE};'
        f'padding:0 10px;gap:12px">{dot("#2284f2", 18, "4px")}Applications<span class="row" '
        f'style="margin-left:auto;gap:9px">{tray}</span><span>{told}</span></div>'
    )


def macos(dice: Dice, when: datetime, clock: str, *, dark: bool, app: str = "Safari") -> str:
    """The menu bar."""
    told = ""
    if clock == "full":
        day = day_words(when)
        day = day.capitalize() if when.year < 2022 or dice.random() < 0.3 else day
        between = " à " if when.year >= 2022 and dice.random() < 0.6 else "&nbsp; "
        told = f"{month_day(when, day)}{between}{hour(when)}"
    elif clock == "time":
        told = hour(when)
        if dice.random() < 0.4:
            told = f"{SHORT_DAYS[when.weekday()].capitalize()} {told}"
    back, ink = ("#1e1e1fee", "#fff") if dark else ("#f2f2f5", "#000")
    names = ("Fichier", "Édition", "Présentation", "Historique", "Signets", "Fenêtre", "Aide")
    menus = "".join(f"<span>{name}</span>" for name in names)
    tray = battery(dice.uniform(0.3, 1)) + icon("wifi", 16) + icon("search", 15)
    return (
        f'<div class="bar" style="height:24px;background:{back};color:{ink};font:13px {MAC};'
        f'padding:0 14px;gap:18px">{dot(ink, 14)}<b>{app}</b>{menus}<span class="row" '
        f'style="margin-left:auto;gap:14px">{tray}<span>{told}</span></span></div>'
    )


def dock(dice: Dice) -> str:
    """The Dock of macOS, over the bottom of the screen."""
    apps = "".join(
        dot(colour, 48, "11px")
        for colour in ("#2d8ae8", "#34c759", "#ff9f0a", "#ff375f", "#5e5ce6", "#8e8e93", "#1c1c1e")
    )
    width = dice.choice((58, 66))
    return (
        f'<div style="flex:none;height:{width + 14}px;background:#4a6d92;display:flex;'
        'justify-content:center;align-items:center"><div style="display:flex;gap:9px;'
        "padding:5px 9px;"
        f'border-radius:18px;background:#ffffff55;height:{width}px">{apps}</div></div>'
    )


def chromeos(dice: Dice, when: datetime, clock: str, *, dark: bool) -> str:
    """The shelf of a Chromebook."""
    back, ink, pill = (
        ("#202124", "#e8eaed", "#3c4043") if dark else ("#e9edf3", "#202124", "#d5dbe4")
    )
    day = ""
    if clock == "full":
        text = day_words(when).split(" ", 1)[1]
        day = (
            f'<span style="background:{pill};border-radius:16px;padding:7px 12px">'
            f"{month_day(when, text)}</span>"
        )
    told = hour(when) if clock != "none" else ""
    apps = "".join(dot(c, 34) for c in dice.sample(("#ea4335", "#34a853", "#4285f4", "#fbbc04"), 3))
    tray = icon("wifi", 17) + battery(0.7, 20) + told
    return (
        f'<div class="bar" style="height:48px;background:{back};color:{ink};font:500 13px '
        f"{CHROME_OS};"
        f'padding:0 8px;gap:8px"><span style="flex:1">{dot(pill, 32)}</span><span class="row" '
        f'style="gap:12px">{apps}</span><span class="row" style="flex:1;justify-content:flex-end;'
        f'gap:6px">{day}<span class="row" style="background:{pill};border-radius:16px;'
        "padding:7px 12px;"
        f'gap:8px">{tray}</span></span></div>'
    )
