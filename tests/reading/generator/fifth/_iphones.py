"""Safari on an iPhone: the bar at the top or at the bottom, small once the page is moved."""

from __future__ import annotations

from datetime import datetime

from ._desks import Screen
from ._handset import assembled, page
from ._icons import battery, dot, icon, signal
from ._sheet import Dice, Sheet, hour

IPHONES = ((390, 844, 3), (393, 852, 3), (375, 667, 2), (375, 812, 3), (414, 896, 2), (430, 932, 3))
APPLE = "'SF Pro Text',Inter,sans-serif"
LIGHT = ("#f6f6f8", "#fff", "#000", "#8a8a8e")
DARK = ("#1c1c1e", "#3a3a3c", "#fff", "#98989d")


def iphone(dice: Dice, sheet: Sheet, when: datetime) -> Screen:
    """A whole screen of an iPhone."""
    width, height, scale = dice.choice(IPHONES)
    dark = dice.random() < 0.3
    colours = DARK if dark else LIGHT
    back, field, ink, _ = colours
    status = _status(dice, when, height, ink, back)
    low = when.year >= 2021 and dice.random() < 0.7
    view = page(sheet, 1)
    foot = _foot(back, ink) if height > 700 else ""
    if low and dice.random() < 0.15:
        small = (
            f'<div class="bar" style="height:26px;background:{back};color:{ink};font:12px {APPLE};'
            f'justify-content:center;gap:5px">{icon("lock", 9)}<span>{sheet.address.alone()}</span>'
            "</div>"
        )
        parts = status + view + small + foot
    else:
        tint = field if low or dark else "#e4e4e7"
        bar = _bar(sheet, tint, back, ink)
        parts = status + (view + bar if low else bar + view) + _tools(back) + foot
    return Screen(assembled(dice, when, colours, parts), width, height, scale)


def _bar(sheet: Sheet, tint: str, back: str, ink: str) -> str:
    left = '<span style="font-size:14px">A<span style="font-size:19px">A</span></span>'
    return (
        f'<div class="bar" style="height:58px;background:{back};color:{ink};padding:0 14px;'
        f'font:16px {APPLE}"><div class="field" style="height:44px;border-radius:12px;gap:6px;'
        f'background:{tint}">{left}<span style="flex:1"></span>{icon("lock", 12)}'
        f'<div class="url" style="flex:0 1 auto">{sheet.address.alone()}</div>'
        f'<span style="flex:1"></span>{icon("reload", 17)}</div></div>'
    )


def _tools(back: str) -> str:
    row = "".join(icon(n, 22) for n in ("chevron", "chevron-right", "share", "book", "tabs"))
    return (
        f'<div class="bar" style="height:44px;background:{back};color:#0a7aff;'
        f'justify-content:space-around">{row}</div>'
    )


def _foot(back: str, ink: str) -> str:
    return (
        f'<div class="bar" style="height:30px;background:{back};justify-content:center;'
        f'align-items:flex-end;padding-bottom:8px"><span style="width:134px;height:5px;'
        f'border-radius:3px;background:{ink}"></span></div>'
    )


def _status(dice: Dice, when: datetime, height: int, ink: str, back: str) -> str:
    right = signal(dice.randint(2, 4), 17) + icon("wifi", 16) + battery(dice.uniform(0.2, 1))
    if height < 700:  # with a round button: the hour is in the middle
        return (
            f'<div class="bar" style="height:20px;background:{back};color:{ink};font:600 12px '
            f"{APPLE};"
            f'padding:0 8px"><span class="row" style="flex:1;gap:4px">{signal(3, 14)}Orange F'
            f"{icon('wifi', 13)}</span><span>{hour(when)}</span>"
            f'<span class="row" style="flex:1;justify-content:flex-end">{battery(0.6, 20)}</span>'
            "</div>"
        )
    island = ""
    if height >= 852 and height != 896:
        island = dot("#000", 30, "15px").replace("width:30px", "width:110px")
    return (
        f'<div class="bar" style="height:50px;background:{back};color:{ink};font:600 16px {APPLE};'
        f'padding:0 26px 0 36px"><span style="flex:1">{hour(when)}</span>{island}<span class="row" '
        f'style="flex:1;justify-content:flex-end;gap:6px">{right}</span></div>'
    )
