"""Browsers on a desktop, and programs without an address."""

from __future__ import annotations

from dataclasses import dataclass

from ..fifth._sheet import Dice, Sheet
from ._computers import Desk
from ._glyphs import glyph

_ELSEWHERE = [
    "Boîte de réception (12)", "YouTube", "Leboncoin", "Météo", "Nouvel onglet", "Facebook",
    "Ameli", "Traduction", "La Poste - Suivi", "Pôle emploi", "Mes comptes", "Wikipédia",
]  # fmt: skip
_MARKS = ["Gmail", "YouTube", "CAF", "Préfecture", "Impôts", "Banque", "École", "Météo", "Recettes"]


@dataclass(frozen=True)
class Skin:
    """The colours of a browser."""

    strip: str
    bar: str
    field: str
    ink: str
    faint: str


_LIGHT = [
    Skin("#dee1e6", "#fff", "#f1f3f4", "#202124", "#5f6368"),
    Skin("#d3e3fd", "#fff", "#e9eef6", "#1f1f1f", "#474747"),
    Skin("#f0f0f4", "#f9f9fb", "#fff", "#15141a", "#5b5b66"),
    Skin("#cdd6e0", "#f7f7f7", "#fff", "#1b1b1b", "#616161"),
]
_DARK = [
    Skin("#202124", "#35363a", "#202124", "#e8eaed", "#9aa0a6"),
    Skin("#1c1b22", "#2b2a33", "#1c1b22", "#fbfbfe", "#b1b1b8"),
    Skin("#1f2937", "#2b2f36", "#3b3f46", "#f3f3f3", "#b6b6b6"),
]


def _buttons(dice: Dice, desk: Desk) -> str:
    if desk.system == "macos":
        return "".join(
            f'<i style="width:12px;height:12px;border-radius:6px;background:{colour}"></i>'
            for colour in ("#ff5f57", "#febc2e", "#28c840")
        )
    space = 24 if desk.system.startswith("windows") else 12
    return (
        f'<span style="margin-left:auto;display:flex;gap:{space}px;padding:0 '
        f'8px;align-items:center">'
        f"{glyph('min', 13)}{glyph('max', 11)}{glyph('close', 13)}</span>"
    )


def _tabs(dice: Dice, desk: Desk, sheet: Sheet, skin: Skin) -> str:
    names = dice.sample(_ELSEWHERE, dice.choice((0, 0, 1, 1, 2, 3, 4, 6)))
    here = dice.randint(0, len(names))
    shown = [*names[:here], sheet.title, *names[here:]]
    cells = "".join(
        f'<span class="tab6{" on6" if number == here else ""}" style="'
        f'{f"background:{skin.bar}" if number == here else f"color:{skin.faint}"}"><i style="width:'
        f"13px;height:13px;border-radius:3px;background:hsl({len(name) % 7 * 50} 60% "
        f'50%);flex:none">'
        f"</i><span class=clip6>{name}</span>{glyph('close', 10)}</span>"
        for number, name in enumerate(shown)
    )
    ends = _buttons(dice, desk)
    front, back = (ends, "") if desk.system == "macos" else ("", ends)
    cells += glyph("plus", 14)
    return f'<div class=tabs6 style="background:{skin.strip}">{front}{cells}{back}</div>'


def _address(dice: Dice, kind: str, sheet: Sheet, skin: Skin) -> str:
    """What the bar says: each browser trims in its own way."""
    where = sheet.address
    if kind == "firefox":
        full = dice.random() < 0.75
        text = where.drawn(scheme=full or where.scheme == "http", www=True)
        lead = glyph("shield", 15) + glyph("lock", 14)
    elif kind == "edge":
        text, lead = where.drawn(scheme=True, www=True), glyph("lock", 14)
    elif kind == "opera":
        text, lead = where.drawn(scheme=False, www=True), glyph("lock", 14)
    else:
        whole = dice.random() < 0.2
        text = where.drawn(scheme=whole, www=whole or dice.random() < 0.15)
        lead = glyph(dice.choice(("lock", "tune")), 14)
    if where.scheme == "http" and kind in ("chrome", "edge", "opera"):
        lead = "<span style='white-space:nowrap'>Non sécurisé &nbsp;|</span>"
    radius = 4 if kind in ("firefox", "edge") and dice.random() < 0.6 else 15
    tail = "".join(glyph(name, 15) for name in dice.sample(("star", "find", "down"), 2))
    return (
        f'<span class=field6 style="background:{skin.field};border-radius:{radius}px">{lead}'
        f'<span class=url style="--dim:{skin.faint}">{text}</span>{tail}</span>'
    )


def _nav(dice: Dice, kind: str, sheet: Sheet, skin: Skin) -> str:
    left = glyph("back") + glyph("next") + glyph("turn") + dice.choice(("", glyph("home")))
    private = "<span style='font-size:12.5px;white-space:nowrap'>Navigation privée</span>"
    right = dice.choices((private, "", glyph("puzzle")), (6, 47, 47))[0]
    right += glyph("person") + glyph("lines" if kind == "firefox" else "dots")
    return (
        f'<div class=nav6 style="background:{skin.bar}">{left}'
        f"{_address(dice, kind, sheet, skin)}{right}</div>"
    )


def _safari(dice: Dice, desk: Desk, sheet: Sheet, skin: Skin) -> str:
    """One row, the host in the middle."""
    return (
        f'<div class=nav6 style="background:{skin.bar};height:52px">{_buttons(dice, desk)}'
        f'<span style="width:24px"></span>{glyph("back")}{glyph("next")}<span class=field6 style="'
        f"background:{skin.field};border-radius:8px;justify-content:center;max-width:46%;"
        f'margin:0 auto">{glyph("lock", 12)}<span class=url style="flex:0 1 auto;--dim:{skin.ink}">'
        f"{sheet.address.alone(www=dice.random() < 0.1)}</span>{glyph('turn', 13)}</span>"
        f"{glyph('share')}{glyph('plus')}{glyph('tabs')}</div>"
    )


def _bookmarks(dice: Dice, skin: Skin) -> str:
    if dice.random() < 0.6:
        return ""
    names = "".join(f"<span>▪ {name}</span>" for name in dice.sample(_MARKS, dice.randint(3, 8)))
    return f'<div class=marks6 style="background:{skin.bar}">{names}</div>'


def _alert(kind: str, sheet: Sheet) -> str:
    if not sheet.alert:
        return ""
    host = sheet.address.drawn_host()
    head = {
        "firefox": f"⊕ &nbsp;{host}",
        "safari": f"« https://{host} »",
        "opera": f"Page sur {host} :",
    }.get(kind, f"{host} indique")
    style = "top:30%" if kind in ("firefox", "safari") else "top:0"
    return (
        f'<div class=alert6 style="{style}"><b '
        f'style="font-weight:500">{head}</b><p>{sheet.alert}</p>'
        "<span class=ok6>OK</span></div>"
    )


def _kind(dice: Dice, desk: Desk, sheet: Sheet) -> str:
    if sheet.kind in ("no_name", "too_slow"):
        return "chrome"
    if sheet.kind.endswith("_firefox"):
        return "firefox"
    if desk.system == "chromeos":
        return "chrome"
    if desk.system == "macos":
        return dice.choices(("safari", "chrome", "firefox"), (50, 35, 15))[0]
    if desk.system.startswith("windows"):
        return dice.choices(("chrome", "edge", "firefox", "opera"), (48, 26, 20, 6))[0]
    return dice.choices(("firefox", "chrome"), (70, 30))[0]


def view(dice: Dice, sheet: Sheet, zoom: float) -> str:
    """The page at its zoom."""
    night = " class=night6" if dice.random() < 0.035 else ""  # pages darkened by the browser
    size = f"zoom:{zoom};height:{100 / zoom:.3f}%"
    return f'<div{night} style="{size}">{sheet.body}{sheet.banner}</div>'


def window(dice: Dice, desk: Desk, sheet: Sheet, zoom: float) -> tuple[str, str]:
    """A window's inside, and the name of the program."""
    skin = dice.choice(_DARK if desk.dark and dice.random() < 0.8 else _LIGHT)
    if not sheet.address.host and not sheet.address.path:
        title = f'<div class=tabs6 style="background:{skin.strip}"><span>{sheet.title}</span>'
        head, kind = f"{title}{_buttons(dice, desk)}</div>", "program"
    else:
        kind = _kind(dice, desk, sheet)
        if kind == "safari":
            head = _safari(dice, desk, sheet, skin)
        else:
            head = _tabs(dice, desk, sheet, skin) + _nav(dice, kind, sheet, skin)
        if dice.random() < 0.03:  # shown on the whole screen, or in the reader's own kiosk
            head = ""
        else:
            head += _bookmarks(dice, skin)
    inner = view(dice, sheet, zoom) + _alert(kind, sheet)
    if kind == "chrome" and not sheet.alert and dice.random() < 0.05:
        inner += "<div class=bubble6><b>Français</b> &nbsp; Anglais &nbsp; ⋮ &nbsp; ✕</div>"
    return f'<div style="color:{skin.ink}">{head}</div><div class=view>{inner}</div>', kind
