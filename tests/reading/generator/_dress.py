"""How a page is dressed: site headers, colours, footers, and the traps that stand around it."""

from __future__ import annotations

import html as markup
import random
from datetime import date, timedelta
from functools import cache

from plaise.practice import PracticeSite, Scenario, scenarios
from plaise.practice._pages import Request, asset

from ._kits import Kit
from ._pages import Shown

_CSS = {
    "ez": "background:#fff;color:#222|background:#1f4e79;color:#fff|max-width:900px",
    "sober": "background:#f6f6f6;color:#161616|background:#fff;color:#161616|max-width:1100px",
    "dark": "background:#161616;color:#ddd|background:#1e1e2e;color:#fff|max-width:960px",
    "wide": "background:#fbfbf4;color:#101030|background:#003b71;color:#eef|max-width:1500px",
    "plain": "background:#fff;color:#000|background:#fff;color:#006|max-width:none",
    "night": "background:#0d1117;color:#c9d1d9|background:#010409;color:#c9d1d9|max-width:1200px",
}


def dressed(rng: random.Random, kit: Kit, shown: Shown, day: date, *, phone: bool) -> str:
    """The whole page as a block of HTML."""
    page, head, main = _CSS[rng.choice(kit.skins)].split("|")
    font = rng.choice(kit.page_fonts)
    size = rng.choice((15, 16, 17)) if phone else rng.choice((14, 15, 16, 18))
    style = f"font:{size}px/1.5 '{font}';{page};min-height:100%"
    if shown.bare:
        return f'<div class=site style="{style}">{shown.body}</div>'
    name = rng.choice(kit.departements)[1]
    clock = _page_clock(rng, day) if rng.random() < 0.15 else ""
    header = (
        f"<div style='{head};padding:14px 24px'><b style='font-size:1.4em'>Préfecture – {name}</b>"
        f"<div style='float:right'>{clock}</div></div>"
        f"<p style='padding:0 24px;opacity:.8'>Accueil › Démarches › Rendez-vous</p>"
    )
    intro = f"<p>{rng.choice(kit.contexts[1:])}</p>" if rng.random() < 0.5 else ""
    footer = _footer(rng, day) if rng.random() < 0.5 else ""
    return (
        f'<div class=site style="{style}">{header}'
        f'<div style="{main};margin:0 auto;padding:8px 24px">'
        f"{intro}{shown.body}</div>{footer}</div>"
    )


def _page_clock(rng: random.Random, day: date) -> str:
    other = day - timedelta(days=rng.randint(1, 300))
    return rng.choice((f"Il est {rng.randint(8, 19)}:{rng.randint(10, 59)}",
                       f"Mis à jour le {other:%d/%m/%Y}",
                       f"{other:%d/%m/%Y} {rng.randint(8, 19)}:{rng.randint(10, 59)}"))  # fmt: skip


def _footer(rng: random.Random, day: date) -> str:
    old = day - timedelta(days=rng.randint(3, 500))
    text = rng.choice((
        f"Dernière modification : {old:%d/%m/%Y}",
        f"© {old.year} – Mentions légales – Accessibilité",
        f"Publié le {old:%d/%m/%Y} à {rng.randint(8, 18)}:{rng.randint(10, 59)}",
        "Accueil du public de 9:00 à 12:00 – 01 23 45 67 89",
    ))  # fmt: skip
    return f"<p style='padding:18px 24px;opacity:.75;font-size:.85em'>{text}</p>"


@cache
def _practice() -> list[Scenario]:
    return list(scenarios())


def practice_page(rng: random.Random) -> tuple[Shown, str]:
    """A page of the practice site, as it answers, in a frame."""
    one = rng.choice(_practice())
    site = PracticeSite(one)
    answer = site.respond(Request("GET", one.host, one.path))
    site._server.server_close()
    css = asset("site.css")
    text = answer.body.decode()
    if css is not None:
        text = text.replace('<link rel="stylesheet" href="/static/site.css">',
                            f"<style>{css.body.decode()}</style>")  # fmt: skip
    frame = f'<iframe class=frame scrolling=no srcdoc="{markup.escape(text, quote=True)}"></iframe>'
    wording = one.wording if one.result.value in {"refusal", "blocked_form"} else None
    shown = Shown("practice", "", one.result.value, one.host, one.path, wording)
    return shown, frame
