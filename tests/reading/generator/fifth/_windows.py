"""Windows 7, 10 and 11: a bar at the bottom, the hour over the date."""

from __future__ import annotations

from datetime import datetime

from ._icons import dot, icon
from ._sheet import DAYS, Dice, hour, whole_day

UI = "'Segoe UI','Open Sans','Noto Sans',sans-serif"
OLD_UI = "'Segoe UI','Istok Web','Noto Sans',sans-serif"
APPS = ("#f7b733", "#2b7cd3", "#4c9f38", "#e8453c", "#0f8f8f", "#7b4bb7")


def seven(dice: Dice, when: datetime, clock: str, *, dark: bool) -> str:
    """The glass bar of Windows 7."""
    del dark
    apps = "".join(
        f'<span style="width:56px;height:38px;display:grid;place-items:center;border-radius:3px;'
        'background:#ffffff1c;border:1px solid #ffffff30;margin-right:2px">'
        f"{dot(colour, 24, '4px')}"
        "</span>"
        for colour in dice.sample(APPS, dice.randint(2, 4))
    )
    tray = icon("up", 12) + icon("bell", 14) + icon("wifi", 15) + icon("sound", 15)
    told = ""
    if clock == "full":
        told = f"{hour(when)}<br>{whole_day(when)}"
    elif clock == "time":
        told = hour(when)
    return (
        '<div class="bar" style="height:40px;background:linear-gradient(#5b7ea3,#27486e '
        "50%,#1d3a5c);"
        f'color:#fff;font:12px/15px {OLD_UI};text-align:center"><span style="margin:0 12px">'
        f"{dot('radial-gradient(#8fd0ff,#1b5fa8)', 34)}</span>{apps}"
        f'<span style="margin-left:auto;display:flex;gap:8px;padding-right:14px">{tray}</span>'
        f'<span style="padding-right:14px">{told}</span>'
        '<span style="width:12px;height:100%;border-left:1px solid #fff5"></span></div>'
    )


def ten(dice: Dice, when: datetime, clock: str, *, dark: bool) -> str:
    """The flat bar of Windows 10, tall or low."""
    low = clock == "time"
    tall = clock == "full" and dice.random() < 0.05
    height = 30 if low else 60 if tall else 40
    back, ink = ("#101318", "#fff") if dark else ("#e6eef7", "#000")
    find = "Taper ici pour rechercher"
    field = (
        f'<span class="row" style="background:{"#2b2f36" if dark else "#fff"};width:300px;'
        "height:100%;"
        f'padding:0 12px;gap:10px;opacity:.9">{icon("search", 16)}{find}</span>'
        if dice.random() < 0.5 and not low
        else ""
    )
    apps = "".join(
        f'<span style="width:48px;display:grid;place-items:center">{dot(colour, 22, "4px")}</span>'
        for colour in dice.sample(APPS, dice.randint(3, 5))
    )
    told = ""
    if clock == "full":
        middle = f"<br>{DAYS[when.weekday()]}" if tall else ""
        told = f"{hour(when)}{middle}<br>{whole_day(when)}"
    elif low:
        told = hour(when)
    tray = "".join(icon(name, 15) for name in ("up", "wifi", "sound"))
    tongue = "<span>FRA</span>" if dice.random() < 0.5 else ""
    return (
        f'<div class="bar" style="height:{height}px;background:{back};color:{ink};'
        f"font:12px/16px {UI};"
        f'text-align:center"><span style="width:48px;display:grid;place-items:center">'
        f"{dot(ink, 16, '0')}</span>{field}{apps}"
        '<span class="row" style="margin-left:auto;gap:10px;padding-right:12px">'
        f"{tray}{tongue}</span>"
        f'<span style="padding:0 8px">{told}</span><span style="padding:0 14px">{icon("mail", 17)}'
        "</span></div>"
    )


def eleven(dice: Dice, when: datetime, clock: str, *, dark: bool) -> str:
    """The bar of Windows 11, its buttons in the middle."""
    back, ink = ("#1c2128", "#fff") if dark else ("#eef3fa", "#1a1a1a")
    apps = "".join(
        f'<span style="width:44px;display:grid;place-items:center">{dot(colour, 24, "5px")}</span>'
        for colour in ("#0078d4", *dice.sample(APPS, dice.randint(4, 6)))
    )
    told = ""
    if clock == "full":
        told = f"{hour(when)}<br>{whole_day(when)}"
    elif clock == "time":
        told = hour(when)
    weather = (
        f'{dot("#f5a623", 22)}<span style="text-align:left">{dice.randint(2, 29)}°C<br>'
        '<span style="opacity:.7">'
        f"{dice.choice(('Nuageux', 'Ensoleillé', 'Pluie faible'))}</span></span>"
        if dice.random() < 0.6
        else ""
    )
    bell = icon("bell", 16) if dice.random() < 0.5 else ""
    tray = f"{icon('up', 14)}<span>FRA</span>{icon('wifi', 16)}{icon('sound', 16)}"
    return (
        f'<div class="bar" style="height:48px;background:{back};color:{ink};font:12px/16px {UI}">'
        f'<span class="row" style="flex:1;gap:10px;padding-left:16px">{weather}</span>{apps}'
        '<span class="row" style="flex:1;justify-content:flex-end;gap:10px;padding-right:12px">'
        f"{tray}"
        f'<span style="text-align:right">{told}</span>{bell}</span></div>'
    )
