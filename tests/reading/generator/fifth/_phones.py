"""Telephones: Chrome, Samsung and Firefox on Android; iPhones are drawn apart."""

from __future__ import annotations

from datetime import datetime

from ._desks import Screen
from ._handset import assembled, page
from ._icons import battery, icon, signal
from ._iphones import iphone
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
_LIGHT = ("#fff", "#f1f3f4", "#202124", "#5f6368")
_DARK = ("#202124", "#3c4043", "#e8eaed", "#9aa0a6")
ROBOTO, SAMSUNG = "Roboto,'Noto Sans',sans-serif", "'One UI Sans',Figtree,Roboto,sans-serif"


def phone(dice: Dice, sheet: Sheet, when: datetime, device: str) -> Screen:
    """A whole screen of a telephone."""
    if device == "ios":
        return iphone(dice, sheet, when)
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
    colours = _DARK if dice.random() < 0.3 else _LIGHT
    back, _, ink, dim = colours
    font = SAMSUNG if device == "samsung" else ROBOTO
    status = _status(dice, when, back, f"color:{ink};font:500 {dice.choice((13, 14))}px {font}")
    bar = _android_bar(dice, sheet, device, font)
    if device == "android" and not sheet.strict_host and dice.random() < 0.08:
        bar = ""  # Chrome puts it away when the page is moved
    view = page(sheet, dice.choice((0.9, 1, 1, 1)))
    low = device in ("samsung", "firefox") and dice.random() < 0.5
    tools = ""
    if device == "samsung":
        row = "".join(icon(n, 21) for n in ("back", "forward", "home", "star", "tabs", "menu"))
        tools = (
            f'<div class="bar" style="height:50px;background:{back};color:{ink};'
            f'justify-content:space-around">{row}</div>'
        )
    parts = status + (view + bar if low else bar + view) + tools + _keys(dice, back, dim)
    return Screen(assembled(dice, when, colours, parts), width, height, scale)


def _status(dice: Dice, when: datetime, back: str, look: str) -> str:
    notes = "".join(icon(n, 14) for n in dice.sample(("mail", "phone", "bell"), dice.randint(0, 2)))
    level = dice.randint(9, 100)
    percent = f"<span>{level}%</span>" if dice.random() < 0.7 else ""
    net = dice.choice(("4G", "5G", "LTE", ""))
    return (
        f'<div class="bar" style="height:{dice.choice((24, 28, 36))}px;background:{back};{look};'
        f'padding:0 14px;gap:8px"><span>{_dated(dice, when)}</span>{notes}'
        '<span class="row" style="margin-left:auto;gap:5px">'
        f"{icon('wifi', 15)}<span>{net}</span>{signal(dice.randint(1, 4), 15)}{percent}"
        f'<span style="display:flex;transform:rotate(-90deg)">{battery(level / 100, 16)}</span>'
        "</span></div>"
    )


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
