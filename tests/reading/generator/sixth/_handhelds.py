"""Telephones and tablets: status rows, their browsers, and what they lay over the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..fifth._sheet import Dice, Sheet, day_words, hour, month_day, whole_day
from . import _bars as bars
from ._browsers import view
from ._glyphs import battery, glyph

ANDROID = [(360, 640, 3), (360, 780, 3), (360, 800, 3), (393, 873, 2.75), (412, 915, 2.625),
           (384, 854, 2.8125), (360, 760, 2)]  # fmt: skip
IPHONE = [(375, 667, 2), (375, 812, 3), (390, 844, 3), (393, 852, 3), (414, 896, 2), (430, 932, 3),
          (320, 568, 2), (414, 736, 3)]  # fmt: skip
TABLET = [(768, 1024, 2), (810, 1080, 2), (820, 1180, 2), (1080, 810, 2), (800, 1280, 1.5)]
_OPERATORS = ("Orange F", "SFR", "Bouygues", "Free", "Lebara", "Lycamobile", "F SFR")


@dataclass(frozen=True)
class Hand:
    """A telephone, drawn."""

    device: str
    font: str
    html: str


def _percent(dice: Dice) -> str:
    full = battery(dice, 21)
    return dice.choice((full, f"<span>{dice.randint(4, 100)} %</span>{full}",
                        f"<span>{dice.randint(4, 100)}%</span>{full}"))  # fmt: skip


def _signal(dice: Dice) -> str:
    air = dice.choice((glyph("wifi", 15), "<small>4G</small>", "<small>5G</small>",
                       "<small>4G+</small>", glyph("wifi", 15)))  # fmt: skip
    return glyph("bars", 14, 2.6) + air


def _row(left: str, right: str, height: float, style: str, middle: str = "") -> str:
    middle = f"<span class=mid6>{middle}</span>" if middle else ""
    return (
        f'<div class=row6 style="height:{height}px;{style}"><span class=g6>{left}</span>{middle}'
        f'<span class="g6 e6">{right}</span></div>'
    )


def _android_status(dice: Dice, when: datetime, brand: str, style: str) -> str:
    at, icons = hour(when), _signal(dice)
    notes = "".join(glyph(dice.choice(("bell", "cloud", "down", "share")), 13)
                    for _ in range(dice.randint(0, 3)))  # fmt: skip
    speed = f"<small>{dice.randint(1, 90) / 10:.1f} Ko/s</small>".replace(".", ",")
    if brand == "huawei":
        return _row(f"<span>{dice.choice(_OPERATORS)}</span>{icons}", f"{_percent(dice)}{at}", 26,
                    style)  # fmt: skip
    if brand == "xiaomi":
        return _row(at + notes, dice.choice(("", speed)) + icons + _percent(dice), 32, style)
    if brand == "samsung":
        day = month_day(when, day_words(when)) if dice.random() < 0.22 else ""
        return _row(f"{at}{f'<span>{day}</span>' if day else ''}{notes}", icons + _percent(dice),
                    29, style)  # fmt: skip
    return _row(at + notes, icons + _percent(dice), 30, style)


def _keys(dice: Dice, ground: str, ink: str) -> str:
    if dice.random() < 0.5:
        return (
            f'<div style="height:20px;flex:none;background:{ground};color:{ink}"><i style="display:'
            "block;width:110px;height:4px;border-radius:2px;background:currentColor;margin:0 auto;"
            'position:relative;top:9px"></i></div>'
        )
    return (
        f'<div class=pbar6 style="height:42px;background:{ground};color:{ink};justify-content:'
        f'space-around"><span>|||</span><span>◯</span><span>{glyph("back", 16)}</span></div>'
    )


def _over(dice: Dice, when: datetime) -> str:
    """What a camera program stamps, or a notification that slides in."""
    roll = dice.random()
    if roll < 0.06:
        words = day_words(when).split(" ", 1)[1]
        text = dice.choice(
            (
                f"{whole_day(when)} {hour(when)}",
                f"{whole_day(when)} {hour(when, '%H:%M:%S')}",
                f"{whole_day(when, f'{words} {when.year}')} {hour(when, '%H:%M:%S')}",
            )
        )
        where = dice.choice(("left:12px;bottom:96px", "right:12px;bottom:96px"))
        colour = dice.choice(("#fff", "#ffd53d", "#ff9a1f"))
        return f'<div class=stamp6 style="{where};color:{colour}">{text}</div>'
    if roll < 0.09:
        return (
            "<div class=note6><b>WhatsApp</b> &nbsp;maintenant<br>Maman : tu rentres à quelle "
            "heure ?"
            "</div>"
        )
    return ""


def _assembled(dice: Dice, sheet: Sheet, when: datetime, rows: tuple[str, str, str, str],
               zoom: float) -> str:  # fmt: skip
    status, top, low, end = rows
    alert = ""
    if sheet.alert:
        host = sheet.address.drawn_host()
        alert = (
            f'<div class=shade6><div class=box6><b style="font-weight:500">{host} indique</b><p>'
            f"{sheet.alert}</p><span class=ok6>OK</span></div></div>"
        )
    return (
        f"<div class=hand6>{status}{top}<div class=view>{view(dice, sheet, zoom)}{alert}</div>"
        f"{low}{end}{_over(dice, when)}</div>"
    )


def android(dice: Dice, sheet: Sheet, when: datetime, zoom: float) -> Hand:
    """A telephone of one of four makers."""
    brand = dice.choices(("samsung", "pixel", "xiaomi", "huawei"), (40, 20, 25, 15))[0]
    dark = dice.random() < 0.3
    ground, ink, field = (
        ("#1f1f1f", "#e8eaed", "#303134") if dark else ("#fff", "#202124", "#eef0f4")
    )
    status = _android_status(dice, when, brand, f"background:{ground};color:{ink}")
    low, kind = "", brand
    if not sheet.address.host and not sheet.address.path:
        top = bars.title(sheet, ground, ink)
    elif brand == "samsung" and dice.random() < 0.45:
        top, low = bars.samsung_bar(dice, sheet, ink, ground, field)
    elif dice.random() < 0.05:
        top = ""  # a program that shows the page alone
    elif dice.random() < 0.1:
        top = bars.within_app(dice, sheet, ink, ground)
    elif dice.random() < 0.1 and not sheet.kind.startswith(("no_name", "too_slow")):
        bar = bars.firefox(dice, sheet, ink, ground, field)
        top, low = (bar, "") if dice.random() < 0.4 else ("", bar)
    else:
        top = bars.chrome(dice, sheet, ink, ground, field)
    html = _assembled(dice, sheet, when, (status, top, low, _keys(dice, ground, ink)), zoom)
    return Hand(kind, dice.choice(("Roboto", "Roboto", "Google Sans", "Noto Sans")), html)


def iphone(dice: Dice, sheet: Sheet, when: datetime, height: int, zoom: float) -> Hand:
    """A telephone of Apple's, with or without a notch."""
    dark = dice.random() < 0.3
    ground, ink, field = ("#1c1c1e", "#fff", "#2c2c2e") if dark else ("#f7f7f8", "#000", "#e6e6ea")
    style = f"background:{ground};color:{ink}"
    at = f'<b style="font-weight:600">{hour(when)}</b>'
    if height < 750:
        left = f"<small>{dice.choice(_OPERATORS)}</small>{glyph('wifi', 13)}"
        status = _row(left, _percent(dice), 20, style + ";font-size:12px", at)
    else:
        left = f'<span style="padding:0 0 0 22px;font-size:17px">{at}</span>'
        status = _row(left, _signal(dice) + battery(dice, 26), 46, style)
    host = sheet.address.alone(www=False)
    bar = (
        f'<div class=pbar6 style="{style}"><span>AA</span><span class=field6 '
        f'style="background:{field};'
        f'border-radius:11px;height:40px;justify-content:center">{glyph("lock", 12)}<span '
        f"class=url "
        f'style="flex:0 1 auto">{host}</span>{glyph("turn", 15)}</span></div>'
    )
    tools = (
        f'<div class=pbar6 style="{style};justify-content:space-between;color:#0a7aff">'
        + "".join(glyph(name, 21) for name in ("back", "next", "share", "star", "tabs"))
        + "</div>"
    )
    line = (
        '<i style="display:block;width:134px;height:5px;border-radius:3px;margin:8px auto;'
        'background:currentColor"></i>'
    )
    end = f'<div style="{style};flex:none;height:{0 if height < 750 else 22}px">{line}</div>'
    top, low = (bar, tools) if height < 750 or when.year < 2022 or dice.random() < 0.35 else (
        "", bar + tools)  # fmt: skip
    if when.year > 2024 and height > 750 and dice.random() < 0.5:  # one row, round
        top, low = "", bars.floating(sheet, style, field)
    if not sheet.address.host and not sheet.address.path:
        top, low = bars.title(sheet, ground, ink), ""
    return Hand("iphone", "Inter", _assembled(dice, sheet, when, (status, top, low, end), zoom))


def tablet(dice: Dice, sheet: Sheet, when: datetime, zoom: float) -> Hand:
    """An iPad: it says the day."""
    ground, ink = "#f5f5f7", "#000"
    words = day_words(when)
    day = month_day(when, dice.choice((words, words.capitalize())))
    style = f"background:{ground};color:{ink};font-size:13px"
    status = _row(f"<b>{hour(when)}</b><span>{day}</span>", glyph("wifi", 14) + _percent(dice), 24,
                  style)  # fmt: skip
    bar = (
        f'<div class=pbar6 style="{style}">{glyph("back", 20)}{glyph("next", 20)}<span '
        f"class=field6 "
        f'style="background:#e3e3e8;border-radius:10px;height:36px;justify-content:center;max-width:'
        f'56%;margin:0 auto">{glyph("lock", 12)}<span class=url style="flex:0 1 auto">'
        f"{sheet.address.alone()}</span></span>{glyph('share', 20)}{glyph('plus', 20)}"
        f"{glyph('tabs', 20)}</div>"
    )
    if not sheet.address.host and not sheet.address.path:
        bar = bars.title(sheet, ground, ink)
    return Hand("ipad", "Inter", _assembled(dice, sheet, when, (status, bar, "", ""), zoom))
