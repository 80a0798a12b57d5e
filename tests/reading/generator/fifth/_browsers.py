"""Chrome, Edge, Firefox and Safari on a desktop: tabs, bar, page, box of words."""

from __future__ import annotations

from dataclasses import dataclass

from ._icons import dot, icon
from ._sheet import Address, Dice, Sheet

OTHERS = (
    "Boîte de réception (12)",
    "YouTube",
    "WhatsApp",
    "Mon compte | Caf.fr",
    "Titre de séjour | service-public.fr",
    "Traduction",
    "La Cimade",
    "Nouvel onglet",
    "Météo Paris",
)
LOOKS = {
    # strip, front tab, toolbar, field, ink, dim ink
    ("chrome", False): ("#dee1e6", "#fff", "#fff", "#f1f3f4", "#202124", "#5f6368"),
    ("chrome", True): ("#202124", "#35363a", "#35363a", "#202124", "#e8eaed", "#9aa0a6"),
    ("material", False): ("#d3e3fd", "#fff", "#fff", "#e9eef6", "#1f1f1f", "#474747"),
    ("material", True): ("#1f2020", "#3c3c3c", "#3c3c3c", "#282828", "#e3e3e3", "#aaabab"),
    ("edge", False): ("#cfd5dc", "#f7f7f7", "#f7f7f7", "#fff", "#1b1b1b", "#6b6b6b"),
    ("edge", True): ("#1f1f1f", "#3b3b3b", "#3b3b3b", "#2a2a2a", "#f5f5f5", "#a9a9a9"),
    ("firefox", False): ("#f0f0f4", "#fff", "#f9f9fb", "#f0f0f4", "#15141a", "#5b5b66"),
    ("firefox", True): ("#1c1b22", "#42414d", "#2b2a33", "#1c1b22", "#fbfbfe", "#a5a5b0"),
    ("safari", False): ("#f4f4f4", "#fff", "#f6f6f6", "#e4e4e6", "#1d1d1f", "#86868b"),
    ("safari", True): ("#2c2c2e", "#3a3a3c", "#323234", "#1e1e20", "#f5f5f7", "#98989d"),
}


@dataclass(frozen=True)
class Manner:
    """One person's browser."""

    kind: str  # a key of LOOKS
    dark: bool
    font: str
    buttons: str  # of the window: windows, mac, gnome
    zoom: float
    full: bool  # the whole address, with its scheme
    year: int
    bookmarks: bool = False


def drawn_browser(dice: Dice, sheet: Sheet, how: Manner) -> str:
    """The window: tabs, bar and page, filling the box it is put in."""
    strip, tab, tool, field, ink, dim = LOOKS[how.kind, how.dark]
    bar = _safari(dice, sheet, how) if how.kind == "safari" else _strip(dice, sheet, how)
    look = (
        f"--strip:{strip};--tab:{tab};--tool:{tool};--field:{field};--ink:{ink};--dim:{dim};"
        f"font:12px {how.font};color:{ink}"
    )
    box = _box(sheet, how) if sheet.alert else ""
    page = f'<div class="page" style="zoom:{how.zoom}">{sheet.body}</div>'
    return (
        f'<div class="win" style="{look}">{bar}<div class="view"><div class="scroll">{page}</div>'
        f"{sheet.banner}{box}</div></div>"
    )


def shown_address(address: Address, how: Manner) -> str:
    """What the bar displays."""
    if how.kind == "edge":
        return address.drawn(scheme=True, www=True)
    if how.kind == "firefox":
        trimmed = address.scheme == "http" or (how.year >= 2025 and not how.full)
        return address.drawn(scheme=not trimmed, www=True)
    if how.kind == "safari" and not how.full:
        return address.alone()
    return address.drawn(scheme=how.full, www=how.full)


def _strip(dice: Dice, sheet: Sheet, how: Manner) -> str:
    radius = {"chrome": 8, "material": 10, "edge": 8, "firefox": 4}[how.kind]
    height = 44 if how.kind == "firefox" else 41
    before = dice.randint(0, 2)
    tabs = [_tab(dice, dice.choice(OTHERS), front=False, radius=radius) for _ in range(before)]
    tabs.append(_tab(dice, sheet.title, front=True, radius=radius))
    tabs += [_tab(dice, dice.choice(OTHERS), front=False, radius=radius)] * dice.randint(0, 1)
    tools = "".join(icon(name, 16) for name in dice.sample(("puzzle", "user", "share", "book"), 2))
    field_height = {"chrome": 28, "material": 34, "edge": 32, "firefox": 32}[how.kind]
    round_ = 4 if how.kind == "firefox" else field_height / 2
    size = {"firefox": 14.5}.get(how.kind, 14)
    chip = icon("lock", 14)
    if how.kind == "material":
        chip = icon("tune", 15)
    elif how.kind == "firefox":
        chip = icon("shield", 15) + icon("lock", 14)
    if sheet.address.scheme == "http" and how.kind != "firefox":
        chip = f'{icon("warning", 14)}<span class="chip">Non sécurisé</span>'
    marks = ""
    if how.bookmarks:
        names = dice.sample(("Gmail", "YouTube", "Maps", "Ameli", "Caf", "Impôts", "Banque"), 4)
        marks = "".join(f'<span class="mark">{dot("#8aa4c8", 14, "3px")}{n}</span>' for n in names)
        marks = f'<div class="marks">{marks}</div>'
    end = f'<span class="pct">{round(how.zoom * 100)} %</span>' if how.kind == "firefox" else ""
    end = end if how.zoom != 1 else ""
    return (
        f'<div class="strip" style="height:{height}px">{_left(how)}{"".join(tabs)}'
        f'<span style="padding:0 10px">{icon("plus", 15)}</span>{_right(how)}</div>'
        f'<div class="tool">{icon("back", 18)}{icon("forward", 18)}{icon("reload", 17)}'
        f'<div class="field" style="height:{field_height}px;border-radius:{round_}px">{chip}'
        f'<div class="url" style="font-size:{size}px">{shown_address(sheet.address, how)}</div>'
        f"{end}"
        f"{icon('star', 16)}</div>{tools}{icon('dots', 18)}</div>{marks}"
    )


def _tab(dice: Dice, title: str, *, front: bool, radius: int) -> str:
    colour = dice.choice(("#3b6fb6", "#c0392b", "#2d8f5a", "#e0a030", "#6b4fa0", "#555"))
    back = f"background:var(--tab);border-radius:{radius}px {radius}px 0 0" if front else ""
    return (
        f'<div class="tab" style="{back}">{dot(colour, 15, "4px")}<span>{title}</span>'
        f"{icon('close', 12)}</div>"
    )


def _left(how: Manner) -> str:
    if how.buttons != "mac":
        return ""
    lights = "".join(dot(c, 12) for c in ("#ff5f57", "#febc2e", "#28c840"))
    return f'<span style="display:flex;gap:8px;padding:0 16px 0 14px">{lights}</span>'


def _right(how: Manner) -> str:
    if how.buttons == "mac":
        return ""
    if how.buttons == "gnome":
        row = "".join(icon(n, 14) for n in ("minus", "square", "close"))
        return f'<span class="ctl" style="gap:16px;padding-right:14px">{row}</span>'
    row = "".join(
        f'<span style="width:46px;text-align:center">{icon(n, 12)}</span>'
        for n in ("minus", "square", "close")
    )
    return f'<span class="ctl">{row}</span>'


def _safari(dice: Dice, sheet: Sheet, how: Manner) -> str:
    extra = ""
    if dice.random() < 0.4:
        names = [sheet.title, dice.choice(OTHERS)]
        cells = "".join(f'<span class="stab">{name}</span>' for name in names)
        extra = f'<div class="stabs">{cells}</div>'
    return (
        f'<div class="tool" style="height:52px">{_left(how)}{icon("book", 17)}{icon("back", 17)}'
        f'{icon("forward", 17)}<span style="flex:1"></span><div class="field" style="height:28px;'
        f'border-radius:7px;flex:0 1 46%;justify-content:center">{icon("lock", 11)}'
        f'<div class="url" style="font-size:13px;flex:0 1 auto">{shown_address(sheet.address, how)}'
        f"</div></div>"
        f'<span style="flex:1"></span>{icon("share", 17)}{icon("plus", 17)}{icon("tabs", 17)}</div>'
        f"{extra}"
    )


def _box(sheet: Sheet, how: Manner) -> str:
    host = sheet.address.drawn_host()
    head = f"{host} indique" if how.kind not in ("firefox", "safari") else host
    back, ink = ("#292a2d", "#e8eaed") if how.dark else ("#fff", "#202124")
    return (
        f'<div class="shade"></div><div class="box" style="background:{back};color:{ink}">'
        f'<b>{head}</b><p>{sheet.alert}</p><span class="ok">OK</span></div>'
    )
