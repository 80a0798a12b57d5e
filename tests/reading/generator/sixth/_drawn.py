"""Specimens: a page, a machine around it, and what is done to the file."""

from __future__ import annotations

import html
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from .._specimen import Specimen, Truth
from ..fifth._sheet import Dice, Sheet
from . import _handhelds as hands
from ._breakdowns import breakdown
from ._browsers import window
from ._chances import chance, step
from ._computers import Desk, desk
from ._others import STYLE as PAGES
from ._others import other
from ._places import Case, case
from ._refusals import refusal
from ._sites import STYLE as SITES

_STYLE = """
*{box-sizing:border-box} html,body{margin:0;height:100%;overflow:hidden}
.desk6{position:absolute;inset:0;display:flex;flex-direction:column}
.room6{flex:1;min-height:0;position:relative;overflow:hidden}
.win6{position:absolute;display:flex;flex-direction:column;overflow:hidden;background:#fff}
.view{flex:1;min-height:0;overflow:hidden;position:relative;background:#fff}
.bar6{flex:none;display:flex;align-items:center;gap:13px;padding:0 12px;position:relative;
white-space:nowrap;z-index:3}
.bar6 .mid6,.row6 .mid6{position:absolute;left:50%;transform:translateX(-50%);display:flex;gap:12px;
align-items:center}.off6{display:flex;gap:12px;align-items:center}
.tabs6{display:flex;align-items:center;gap:5px;padding:6px 8px 0;height:40px;font-size:12px;
white-space:nowrap;overflow:hidden}
.tabs6 i{flex:none}.tab6{display:flex;align-items:center;gap:8px;padding:0 10px;height:33px;
flex:0 1 220px;min-width:40px;
border-radius:8px 8px 0 0;overflow:hidden}.clip6{flex:1;overflow:hidden;text-overflow:clip}
.nav6{display:flex;align-items:center;gap:14px;padding:5px 12px;height:42px}
.field6{flex:1;min-width:0;display:flex;align-items:center;gap:9px;height:30px;padding:0 12px;
font-size:14px}.url{flex:1;min-width:0;overflow:hidden;white-space:nowrap}
.url .dim{color:var(--dim)}
.marks6{display:flex;gap:18px;padding:2px 16px 7px;font-size:12px;overflow:hidden;
white-space:nowrap}
.alert6{position:absolute;left:50%;transform:translateX(-50%);width:448px;max-width:90%;
padding:18px 22px;
background:#fff;color:#202124;border-radius:8px;box-shadow:0 3px 18px #0007;font-size:14.5px}
.ok6{display:block;margin-left:auto;width:64px;text-align:center;padding:7px;border-radius:16px;
background:#0b57d0;color:#fff}.alert6 p,.box6 p{margin:12px 0;line-height:1.45}
.fly6{position:absolute;right:0;bottom:0;width:330px;padding:20px 24px;font-size:13px;z-index:2}
.grid6{display:grid;grid-template-columns:repeat(7,1fr);gap:12px;margin-top:12px;
text-align:center}.night6{filter:invert(.92) hue-rotate(180deg)}
.bubble6{position:absolute;right:40px;top:6px;background:#fff;color:#222;border-radius:9px;
padding:12px 18px;font-size:13px;box-shadow:0 2px 14px #0006}.two6{flex:1;min-width:0;
line-height:1.3;overflow:hidden;white-space:nowrap}.dock6{position:absolute;bottom:6px;left:50%;
transform:translateX(-50%);display:flex;gap:9px;
padding:6px 9px;border-radius:18px;background:#fff7;z-index:2}
.dash6{position:absolute;left:0;top:0;bottom:0;width:58px;display:flex;flex-direction:column;
gap:14px;
align-items:center;padding-top:12px;background:#1c1c1ce0;z-index:2}
.pill6{background:#3c4043;border-radius:16px;padding:7px 13px;display:flex;gap:9px}
.icons6{position:absolute;left:12px;top:12px;display:grid;gap:20px;color:#fff;font-size:12px;
text-align:center;text-shadow:0 1px 2px #000}.icons6 i{display:block;width:40px;height:40px;
margin:0 auto 3px;border-radius:5px}
.toast6{position:absolute;right:14px;width:330px;padding:14px 18px;background:#2b2f36;
color:#fff;font-size:13px;z-index:2;box-shadow:0 2px 14px #0008}
.hand6{position:absolute;inset:0;display:flex;flex-direction:column;overflow:hidden}
.row6{flex:none;display:flex;align-items:center;justify-content:space-between;position:relative;
padding:0 14px;font-size:13.5px;white-space:nowrap}.g6{display:flex;align-items:center;gap:7px}
.pbar6{flex:none;display:flex;align-items:center;gap:13px;min-height:50px;padding:4px 13px;
font-size:15px}
.pbar6 .field6{font-size:15px}.count6{border:1.8px solid;border-radius:5px;font-size:11px;
min-width:20px;text-align:center;padding:2px}
.shade6{position:absolute;inset:0;background:#0006;display:flex;align-items:center;
justify-content:center}.box6{background:#fff;color:#222;border-radius:16px;padding:20px;width:84%}
.stamp6{position:absolute;background:#000a;padding:4px 10px;font-size:16px;font-weight:bold}
.note6{position:absolute;left:8px;right:8px;top:38px;padding:12px 16px;border-radius:18px;
background:#f2f2f5;color:#111;font-size:13.5px;box-shadow:0 2px 12px #0006}
"""
# pixels, and pixels of the screen to one of the page
_SCREENS = [(1024, 768, 1), (1280, 720, 1), (1280, 1024, 1), (1366, 768, 1), (1440, 900, 1),
            (1536, 864, 1), (1600, 900, 1), (1920, 1080, 1), (1920, 1080, 1), (1920, 1080, 1.25),
            (1920, 1080, 1.5), (1920, 1200, 1.25), (2560, 1440, 1), (2560, 1440, 1.25),
            (2560, 1440, 1.5), (3840, 2160, 1.5), (3840, 2160, 2), (2880, 1800, 2)]  # fmt: skip
_MACS = [(2880, 1800, 2), (2560, 1600, 2), (3024, 1964, 2), (1440, 900, 1), (2560, 1440, 1),
         (1280, 800, 1)]  # fmt: skip
_WIDE = ("server_error", "varnish", "gone_plain", "v94_alert")
_ZOOMS = ((0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5), (4, 6, 8, 60, 9, 8, 5))


def drawn(split: str, seed: int, count: int) -> Iterator[Specimen]:
    """Decide what pictures show; the same seed gives the same ones."""
    for number in range(count):
        dice = Random(f"{split}-{seed}-{number}")
        start = datetime(2019, 2, 1)  # noqa: DTZ001
        when = start + timedelta(seconds=dice.randint(0, 2834 * 86400))
        if dice.random() < 0.9:
            when = when.replace(hour=dice.randint(6, 23))
        name = f"{split}-{seed}-{number:04d}"
        yield (_held if dice.random() < 0.36 else _sat)(dice, when, split, name)


def _sheet(one: Case) -> Sheet:
    kinds = [refusal, chance, step, breakdown, other]
    return one.dice.choices(kinds, (45, 12, 9, 16, 18))[0](one)


def _icons(dice: Dice, system: str) -> str:
    if system == "chromeos":
        return ""  # its desktop stays bare
    bin_ = ("Corbeille", "Ce PC") if system.startswith("windows") else ("Dossier personnel",)
    files = ("CV.pdf", "Photos", "dossier préfecture", "Zoom", "scan0001.jpg", "Capture 12.png")
    names = [*(bin_ if system != "macos" else ()), *dice.sample(files, dice.randint(1, 4))]
    return "<div class=icons6>" + "".join(
        f'<span><i style="background:hsl({len(name) * 31} 60% 60%)"></i>{name}</span>'
        for name in names
    ) + "</div>"  # fmt: skip


def _toast(dice: Dice, system: str) -> str:
    if not system.startswith("windows"):
        text = dice.choice(("<b>Messages</b><br>Maman : tu passes dimanche ?", "<b>Mises à jour</b>"
                            "<br>3 mises à jour sont disponibles"))  # fmt: skip
        return f'<div class=toast6 style="top:12px;border-radius:14px">{text}</div>'
    text = dice.choice(
        (
            "<b>Capture d’écran enregistrée</b><br>Sélectionnez ici pour annoter l’image",
            "<b>Windows Update</b><br>Un redémarrage est nécessaire.",
            "<b>Nouveau message</b><br>Mediapart : votre lettre du matin",
            "<b>Batterie faible</b><br>Branchez votre ordinateur.",
        )
    )
    return f'<div class=toast6 style="bottom:14px">{text}</div>'


def _placed(dice: Dice, around: Desk, inner: str, size: tuple[float, float]) -> str:
    """The window on its desktop: mostly over all of it."""
    width, height = size
    left = 58 if "dash6" in around.over else 0
    behind = _icons(dice, around.system)
    if dice.random() < 0.07 and width > 1200:  # beside something else
        side, other_side = dice.choice((("left", "right"), ("right", "left")))
        notes = (
            "<b>Sans titre – Bloc-notes</b><hr>À faire<br>Appeler la préfecture<br>Photos "
            "d’identité<br>Justificatif EDF"
        )
        return (
            f'<div class=win6 style="{other_side}:0;top:0;bottom:0;width:50%;'
            f"display:block;padding:9px "
            f'14px;color:#222;font-size:15px;line-height:1.6">{notes}</div>'
            f'<div class=win6 style="{side}:0;top:0;bottom:0;outline:1px solid #999;'
            f"width:{50 if side == 'right' or not left else 47}%"
            f'{f";margin-left:{left}px" if side == "left" else ""}">{inner}</div>'
        )
    if dice.random() < 0.72:
        place, look = f"left:{left}px;top:0;right:0;bottom:0", ""
    else:
        w, h = width * dice.uniform(0.72, 0.93), height * dice.uniform(0.82, 0.93)
        x = max(left, dice.uniform(0, width - w))
        place = f"left:{x:.0f}px;top:{dice.uniform(4, 34):.0f}px;width:{w:.0f}px;height:{h:.0f}px"
        look = ";border-radius:9px;box-shadow:0 8px 30px #0009"
        if dice.random() < 0.4:
            behind += (
                '<div class=win6 style="right:10px;bottom:8px;width:44%;height:52%;'
                'background:#fdfdfd;color:#222;padding:12px;font-size:13px">Téléchargements<br><br>justificatif.pdf<br>'
                "passeport.jpg<br>photo identité.png</div>"
            )
    return f'{behind}<div class=win6 style="{place}{look}">{inner}</div>'


def _sat(dice: Dice, when: datetime, split: str, name: str) -> Specimen:
    around = desk(dice, when)
    across, high, scale = dice.choice(_MACS if around.system == "macos" else _SCREENS)
    width, height = round(across / scale), round(high / scale)
    sheet = _sheet(case(dice, when, narrow=False))
    inner, program = window(dice, around, sheet, dice.choices(*_ZOOMS)[0])
    toast = _toast(dice, around.system) if dice.random() < 0.06 else ""
    name_ = "Word" if program == "program" else program.capitalize()
    top = around.top.replace("{app}", name_)
    bottom, over = around.bottom, around.over
    roll = dice.random()
    if 0.05 < roll < 0.07 and around.system == "windows10":  # moved by its owner
        top, bottom, over = bottom, "", ""
    if roll < 0.05:  # the bar hides by itself
        top, bottom, over = "", "", over if "dock6" in over else ""
    room = (
        f"<div class=room6>{_placed(dice, around, inner, (width, height - 44))}{toast}{over}</div>"
    )
    body = f'<div class=desk6 style="background:{around.ground}">{top}{room}{bottom}</div>'
    if roll > 0.94:  # the window alone
        body = f'<div class=desk6><div class=win6 style="inset:0">{inner}</div></div>'
    return _specimen(split, name, "desktop", f"{around.system}/{program}", sheet,
                     (around.font, body), (width, height, scale),
                     _damage(dice, across / scale, scale))  # fmt: skip


def _held(dice: Dice, when: datetime, split: str, name: str) -> Specimen:
    roll = dice.random()
    screens = hands.TABLET if roll < 0.1 else hands.IPHONE if roll < 0.42 else hands.ANDROID
    width, height, scale = dice.choice(screens)
    sheet = _sheet(case(dice, when, narrow=width < 700))
    while roll < 0.42 and sheet.kind.startswith(("no_name", "too_slow")):  # Chrome says those
        sheet = _sheet(case(dice, when, narrow=width < 700))
    zoom = dice.choices((0.85, 1, 1.15, 1.3), (10, 76, 10, 4))[0]
    if (
        width < 700 and sheet.kind in _WIDE and dice.random() < 0.6
    ):  # pages that know nothing of telephones
        zoom = 0.5
    if roll < 0.1:
        hand = hands.tablet(dice, sheet, when, zoom)
    elif roll < 0.42:
        hand = hands.iphone(dice, sheet, when, height, zoom)
    else:
        hand = hands.android(dice, sheet, when, zoom)
    return _specimen(split, name, "phone", hand.device, sheet, (hand.font, hand.html),
                     (width, height, scale), _damage(dice, height, scale))  # fmt: skip


def _damage(dice: Dice, longest: float, scale: float) -> dict[str, Any]:
    roll = dice.random()
    if roll < 0.24:
        return {"quality": dice.choice((90, 85, 80, 75, 70, 60, 50))}
    if roll < 0.31:
        return {"webp": dice.choice((60, 75, 80, 90))}
    chat = {"longest": 1600, "quality": 70} if roll < 0.44 else {"longest": 1280, "quality": 60}
    if roll < 0.52 and chat["longest"] / longest > 0.66 and longest * scale > chat["longest"]:
        return chat
    return {}


def _specimen(split: str, name: str, family: str, device: str, sheet: Sheet,
              drawing: tuple[str, str], size: tuple[int, int, float], damage: dict[str, Any],
              ) -> Specimen:  # fmt: skip
    font, body = drawing
    truth = Truth(sheet.result, sheet.wording, "needed" if sheet.strict_host else None)
    page = (
        f"<!doctype html><html lang=fr><meta "
        f"charset=utf-8><title>{html.escape(name)}</title><style>"
        f"{_STYLE}{SITES}{PAGES}</style><body style=\"font-family:'{font}'\">{body}</body></html>"
    )
    return Specimen(name, split, family, device, sheet.kind, truth, page, *size, damage=damage)
