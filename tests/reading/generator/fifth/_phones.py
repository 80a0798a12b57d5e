"""Telephones: Chrome, Samsung and Firefox on Android, Safari on iPhone."""

from __future__ import annotations

from datetime import datetime

from ._desks import Screen
from ._frame import document
from ._icons import battery, dot, icon, signal
from ._sheet import Address, Dice, Sheet, day_words, hour, month_day, whole_day

ANDROIDS = (
    (360, 780, 3),
    (360, 800, 3),
    (360, 800, 2),
    (412, 915, 2.625),
    (393, 873, 2.75),
    (384, 832, 2.8125),
    (360, 640, 2),
    (360, 760, 2),
    (360, 740, 4),
)
IPHONES = ((390, 844, 3), (393, 852, 3), (375, 667, 2), (375, 812, 3), (414, 896, 2), (430, 932, 3))
_LIGHT = ("#fff", "#f1f3f4", "#202124", "#5f6368")
_DARK = ("#202124", "#3c4043", "#e8eaed", "#9aa0a6")
ROBOTO, SAMSUNG = "Roboto,'Noto Sans',sans-serif", "'One UI Sans',Figtree,Roboto,sans-serif"
APPLE = "'SF Pro Text',Inter,sans-serif"


def phone(dice: Dice, sheet: Sheet, when: datetime, device: str) -> Screen:
    """A whole screen of a telephone."""
    if device == "ios":
        return _apple(dice, sheet, when)
    return _android(dice, sheet, when, device)


def _dated(dice: Dice, when: datetime) -> str:
    """The hour of a status bar; one in four has the day beside it."""
    if dice.random() > 0.25:
        return hour(when)
    day = day_words(when)
    forms = (
        f"{hour(when)}&nbsp; {month_day(when, day)}",
        f"{month_day(when, day)}&nbsp; {hour(when)}",
        f"{hour(when)}&nbsp; {month_day(when, f'{when:%d/%m}')}",
        f"{hour(when)} | {whole_day(when)}",
        f"{hour(when)}&nbsp; {month_day(when, day.capitalize())}",
    )
    return dice.choice(forms)


def _stamp(dice: Dice, when: datetime) -> str:
    """What a time-stamp application writes on the picture."""
    if dice.random() > 0.12:
        return ""
    second = f"{dice.randint(0, 59):02d}"
    forms = (
        f"{whole_day(when)} {hour(when)}:{second}",
        f"{whole_day(when)} {hour(when)}",
        f"{whole_day(when, f'{day_words(when)} {when.year}')} {hour(when)}",
        f"{whole_day(when, f'{when:%Y-%m-%d}')} {hour(when)}:{second}",
    )
    colour, back = dice.choice((("#ffd400", "#000a"), ("#fff", "#000c"), ("#ff9d2e", "#0009")))
    place = dice.choice(
        ("bottom:150px;right:8px", "bottom:150px;left:8px", "bottom:170px;left:8px")
    )
    return (
        f'<div style="position:absolute;{place};background:{back};color:{colour};padding:4px 8px;'
        f'font:500 {dice.choice((14, 16, 18))}px Roboto,sans-serif">{dice.choice(forms)}</div>'
    )


def _page(sheet: Sheet, zoom: float) -> str:
    box = ""
    if sheet.alert:
        box = (
            '<div class="shade"></div><div class="box" style="top:30%;background:#fff;'
            "color:#202124;font-family:Roboto,Inter,sans-serif;"
            f'width:84%;font-size:15px"><b>{sheet.address.drawn_host()} indique</b><p>'
            f"{sheet.alert}</p>"
            '<span class="ok" style="background:none;color:#1a73e8">OK</span></div>'
        )
    return (
        f'<div class="view thin"><div class="scroll"><div class="page phone" style="zoom:{zoom}">'
        f"{sheet.body}</div></div>{sheet.banner}{box}</div>"
    )


def _android_address(dice: Dice, address: Address, device: str) -> str:
    if device == "samsung":
        return address.alone()
    if device == "firefox":
        if dice.random() < 0.5:
            return address.alone()
        return address.drawn(scheme=False, www=True)
    return address.drawn(scheme=False, www=False) if dice.random() < 0.75 else address.alone()


def _android_bar(dice: Dice, sheet: Sheet, device: str, font: str) -> str:
    shown = _android_address(dice, sheet.address, device)
    chip = icon("lock", 14) if sheet.address.scheme == "https" else icon("warning", 14)
    home = icon("home", 21) if device == "android" and dice.random() < 0.4 else ""
    tabs = (
        f'<span style="border:2px solid;border-radius:4px;font:700 11px {font};min-width:19px;'
        f'text-align:center;line-height:15px">{dice.randint(1, 24)}</span>'
    )
    middle = "text-align:center;" if device == "samsung" else ""
    inside = icon("reload", 16) if device == "samsung" else ""
    after = "" if device == "samsung" else tabs + icon("dots", 21)
    size = dice.choice((15, 16)) if device != "samsung" else 15
    side = icon("star", 16) if device == "samsung" else ""
    return (
        '<div class="bar" style="height:56px;background:var(--tool);color:var(--ink);padding:0 '
        "10px;"
        f'gap:12px;font:{size}px {font}">{home}<div class="field" style="height:40px;gap:7px;'
        f'border-radius:20px;padding:0 12px">{side}{chip}<div class="url tail" style="{middle}">'
        f"{shown}"
        f"</div>{inside}</div>{after}</div>"
    )


def _android(dice: Dice, sheet: Sheet, when: datetime, device: str) -> Screen:
    width, height, scale = dice.choice(ANDROIDS)
    back, field, ink, dim = _DARK if dice.random() < 0.3 else _LIGHT
    font = SAMSUNG if device == "samsung" else ROBOTO
    notes = "".join(icon(n, 14) for n in dice.sample(("mail", "phone", "bell"), dice.randint(0, 2)))
    level = dice.randint(9, 100)
    percent = f"<span>{level}%</span>" if dice.random() < 0.7 else ""
    net = dice.choice(("4G", "5G", "LTE", ""))
    status = (
        f'<div class="bar" style="height:{dice.choice((24, 28, 36))}px;background:{back};'
        f"color:{ink};"
        f'font:500 {dice.choice((13, 14))}px {font};padding:0 14px;gap:8px"><span>'
        f'{_dated(dice, when)}</span>{notes}<span class="row" style="margin-left:auto;gap:5px">'
        f"{icon('wifi', 15)}<span>{net}</span>{signal(dice.randint(1, 4), 15)}{percent}"
        f'<span style="display:flex;transform:rotate(-90deg)">{battery(level / 100, 16)}</span>'
        "</span></div>"
    )
    bar = _android_bar(dice, sheet, device, font)
    view = _page(sheet, dice.choice((0.9, 1, 1, 1)))
    low = device in ("samsung", "firefox") and dice.random() < 0.5
    parts = view + bar if low else bar + view
    tools = ""
    if device == "samsung":
        row = "".join(icon(n, 21) for n in ("back", "forward", "home", "star", "tabs", "menu"))
        tools = (
            f'<div class="bar" style="height:50px;background:{back};color:{ink};'
            f'justify-content:space-around">{row}</div>'
        )
    keys = _keys(dice, back, dim)
    look = f"--tool:{back};--field:{field};--ink:{ink};--dim:{dim}"
    html = (
        f'<div style="{look};display:flex;flex-direction:column;height:100%">{status}{parts}{tools}'
        f"{keys}</div>{_stamp(dice, when)}"
    )
    return Screen(document(html, _FIT), width, height, scale)


def _keys(dice: Dice, back: str, dim: str) -> str:
    if dice.random() < 0.5:
        inner = f'<span style="width:110px;height:4px;border-radius:2px;background:{dim}"></span>'
        return (
            f'<div class="bar" style="height:24px;background:{back};justify-content:center">{inner}'
            "</div>"
        )
    row = icon("menu", 17) + icon("square", 18) + icon("chevron", 18)
    return (
        f'<div class="bar" style="height:46px;background:{back};color:{dim};'
        f'justify-content:space-around">{row}</div>'
    )


def _apple(dice: Dice, sheet: Sheet, when: datetime) -> Screen:
    width, height, scale = dice.choice(IPHONES)
    dark = dice.random() < 0.3
    back, field, ink, dim = (
        ("#1c1c1e", "#3a3a3c", "#fff", "#98989d")
        if dark
        else (
            "#f6f6f8",
            "#fff",
            "#000",
            "#8a8a8e",
        )
    )
    status = _apple_status(dice, when, height, ink, back)
    low = when.year >= 2021 and dice.random() < 0.7
    shown = sheet.address.alone()
    left = '<span style="font-size:14px">A<span style="font-size:19px">A</span></span>'
    tint = field if low or dark else "#e4e4e7"
    bar = (
        f'<div class="bar" style="height:58px;background:{back};color:{ink};padding:0 14px;'
        f'font:16px {APPLE}"><div class="field" style="height:44px;border-radius:12px;gap:6px;'
        f'background:{tint}">{left}<span style="flex:1"></span>{icon("lock", 12)}'
        f'<div class="url" style="flex:0 1 auto">{shown}</div><span style="flex:1"></span>'
        f"{icon('reload', 17)}</div></div>"
    )
    row = "".join(icon(n, 22) for n in ("chevron", "chevron-right", "share", "book", "tabs"))
    tools = (
        f'<div class="bar" style="height:44px;background:{back};color:#0a7aff;'
        f'justify-content:space-around">{row}</div>'
    )
    home = ""
    if height > 700:
        home = (
            f'<div class="bar" style="height:30px;background:{back};justify-content:center;'
            f'align-items:flex-end;padding-bottom:8px"><span style="width:134px;height:5px;'
            f'border-radius:3px;background:{ink}"></span></div>'
        )
    view = _page(sheet, 1)
    parts = view + bar if low else bar + view
    look = f"--tool:{back};--field:{field};--ink:{ink};--dim:{dim}"
    html = (
        f'<div style="{look};display:flex;flex-direction:column;height:100%">{status}{parts}{tools}'
        f"{home}</div>{_stamp(dice, when)}"
    )
    return Screen(document(html, _FIT), width, height, scale)


def _apple_status(dice: Dice, when: datetime, height: int, ink: str, back: str) -> str:
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


_FIT = """
.phone .old{font-size:15px}.phone .rf .top{padding:12px 16px;gap:12px}
.phone .rf .main{padding:14px 16px 30px}.phone .rf h1{font-size:24px}.phone .rf h2{font-size:21px}
.phone .txt h1{font-size:26px}.phone .rf .service b{font-size:16px}.phone .rf .service{flex:1}
.phone .rf .crumbs{display:none}.phone .old nav{font-size:12px}.phone .old .head b{font-size:17px}
"""
