"""How a page is dressed: the State's sites as the fifth hand dresses them, and everybody's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..fifth._dress import newer, older, rdv_page, state
from ..fifth._icons import dot, icon
from ..fifth._sheet import Dice
from ._style import STYLE

__all__ = ["SKINS", "STYLE", "Site"]
FACES = ("'Open Sans'", "Inter", "Lato", "Roboto", "'Source Sans 3'", "'Liberation Sans'",
         "Figtree", "'Noto Sans'", "'DejaVu Sans'", "Carlito", "'Istok Web'")  # fmt: skip


@dataclass(frozen=True)
class Site:
    """What a dress says around the page's own part."""

    title: str
    county: str
    brand: str
    look: dict[str, Any]
    when: datetime
    narrow: bool


def _pref(dice: Dice, site: Site, inner: str) -> str:
    old = site.look.get("old", site.when.year < 2022 or dice.random() < 0.25)
    if old:
        name = site.brand or site.county
        return older(dice, name, site.title, inner)
    return newer(dice, site.brand or site.county, site.title, inner, narrow=site.narrow)


def _rdv(dice: Dice, site: Site, inner: str) -> str:
    step = site.look.get("step")
    return rdv_page(dice, inner, (step, site.title) if step else None, narrow=site.narrow)


def _state(dice: Dice, site: Site, inner: str) -> str:
    arms = site.look.get("arms", "République<br>Française")
    return state(dice, arms, (site.brand, site.look.get("sub", "")), inner, narrow=site.narrow)


def _ea(dice: Dice, site: Site, inner: str) -> str:
    return (
        f'<div class="ea"><div class="bar">{site.brand}</div><div class="s-ea">{inner}</div></div>'
    )


def _band(dice: Dice, site: Site, inner: str) -> str:
    colour, width = site.look.get("colour", "#24598f"), site.look.get("width", 940)
    menu = "" if site.narrow else "".join(
        f"<span>{name}</span>" for name in site.look.get("menu", "Accueil,Aide,Contact").split(",")
    )  # fmt: skip
    pale = site.look.get("pale", dice.random() < 0.4)
    back = f"#fff;color:{colour};border-bottom:1px solid #ddd" if pale else colour
    tools = icon("menu", 22) if site.narrow else icon("user", 20)
    foot = site.look.get("foot", "Mentions légales · Confidentialité · Cookies · Aide")
    return (
        f'<div class="bd" style="--c:{colour};--w:{width}px;font-family:{dice.choice(FACES)},'
        f'sans-serif"><div class="band" style="background:{back}"><b>{site.brand}</b>{menu}'
        f'<i style="margin-left:auto">{tools}</i></div><div class="main">{inner}</div>'
        f'<div class="foot">{foot}</div></div>'
    )


def _mail(dice: Dice, site: Site, inner: str) -> str:
    colour = site.look.get("colour", "#c5221f")
    names = site.look.get("folders", "Boîte de réception,Messages suivis,En attente,Envoyés,"
                          "Brouillons,Spam").split(",")  # fmt: skip
    folders = "".join(
        f'<span class="{"on" if at == 0 else ""}">{icon("mail", 15)}{name}</span>'
        for at, name in enumerate(names)
    )
    side = "" if site.narrow else f'<div class="side">{folders}</div>'
    who = site.look.get("who", "moi")
    head = (
        f'<div class="who">{dot(colour, 36)}<div><b>{who}</b><br><small>à moi</small></div>'
        f"<small>{site.when:%d/%m/%Y}</small></div>"
    )
    return (
        f'<div class="ml" style="font-family:{dice.choice(("Roboto", "Inter", "Carlito"))}">'
        f'<div class="tools">{icon("menu", 20)}<b style="color:{colour}">{site.brand}</b>'
        f'<span class="find">{icon("search", 15)} Rechercher dans les messages</span></div>'
        f'<div class="cols">{side}<div class="read"><h1>{site.title}</h1>{head}{inner}</div>'
        "</div></div>"
    )


def _chat(dice: Dice, site: Site, inner: str) -> str:
    colour = site.look.get("colour", "#00a884")
    names = ("Maman", "Groupe parents 6e B", "Boulot", "Cours de français", "Association", "Awa")
    rows = "".join(
        f'<span class="talk">{dot(dice.choice(("#c9d6df", "#d9c2b0", "#b9d3c2")), 38)}'
        f"<b>{name}</b></span>"
        for name in dice.sample(names, 5)
    )
    side = "" if site.narrow else f'<div class="side">{rows}</div>'
    return (
        f'<div class="ch" style="--c:{colour};font-family:{dice.choice(("Roboto", "Inter"))}">'
        f'{side}<div class="room"><div class="top">{dot(colour, 36)}<b>{site.brand}</b>'
        f"</div>{inner}</div></div>"
    )


def _paper(dice: Dice, site: Site, inner: str) -> str:
    colour = site.look.get("colour", "#323639")
    face = site.look.get("face", dice.choice(("'Liberation Serif'", "Carlito", "'EB Garamond'")))
    tools = "".join(f"<span>{name}</span>" for name in site.look.get("menu", "1 / 4,90 %")
                    .split(",")[: 2 if site.narrow else 9])  # fmt: skip
    return (
        f'<div class="pp"><div class="tools" style="background:{colour}"><b>{site.brand}</b>'
        f'{tools}</div><div class="sheet" style="font-family:{face},serif">{inner}</div></div>'
    )


def _feed(dice: Dice, site: Site, inner: str) -> str:
    colour = site.look.get("colour", "#1877f2")
    links = site.look.get("menu", "Accueil,Groupes,Notifications").split(",")
    side = "".join(f"<span>{icon('dots-h', 15)} {link}</span>" for link in links)
    side = "" if site.narrow else f'<div class="side">{side}</div>'
    return (
        f'<div class="fd" style="font-family:{dice.choice(("Inter", "Roboto", "Lato"))}">'
        f'<div class="tools"><b style="color:{colour}">{site.brand}</b><span class="find">'
        f'{icon("search", 15)} Rechercher</span></div><div class="cols">{side}'
        f'<div class="feed">{inner}</div></div></div>'
    )


def _bare(dice: Dice, site: Site, inner: str) -> str:
    face = dice.choice(("'Liberation Serif'", "'DejaVu Sans'", "'Liberation Sans'", "Lato"))
    middle = "text-align:center;" if site.look.get("middle", dice.random() < 0.5) else ""
    return f'<div class="br" style="{middle}font-family:{face}">{inner}</div>'


SKINS: dict[str, Callable[[Dice, Site, str], str]] = {
    "pref": _pref, "rdv": _rdv, "state": _state, "ea": _ea, "band": _band, "mail": _mail,
    "chat": _chat, "paper": _paper, "feed": _feed, "bare": _bare,
}  # fmt: skip
