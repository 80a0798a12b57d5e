"""How sites look: a préfecture’s own, a service of the State; and the page as a value."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from .._pages import DAYS, MONTHS
from ._kits import Hand


@dataclass(frozen=True)
class Site:
    """A page: its markup, its true result, and where it stands (`said`: what must be in view)."""

    kind: str
    body: str
    result: str
    host: str
    path: str
    wording: str | None = None
    title: str = "Prise de rendez-vous"
    alert: str = ""

    @property
    def feigned(self) -> bool:
        """Whether only the address tells the page from the one that it feigns."""
        return "gouv" in self.host and not self.host.endswith(".gouv.fr")


RDV = "www.rdv-prefecture.interieur.gouv.fr"
ANEF = "administration-etrangers-en-france.interieur.gouv.fr"
_LINKS = ("legifrance.gouv.fr", "info.gouv.fr", "service-public.fr", "data.gouv.fr")


def said(text: str, tag: str = "p", style: str = "") -> str:
    """An element that must be in view for the label to hold."""
    return f'<{tag} class=said style="{style}">{text}</{tag}>'


def departmental(rng: random.Random, hand: Hand, name: str, inner: str, day: date) -> str:
    """The site of a préfecture: banner, menu, trail, a column aside, a foot with old dates."""
    accent, old = rng.choice(hand.accents), day - timedelta(days=rng.randint(2, 900))
    menu = "".join(f"<span style='padding:9px 14px'>{one}</span>" for one in
                   ("Actualités", "Politiques publiques", "Démarches", "Publications",
                    "Services de l’État")[: rng.randint(3, 5)])  # fmt: skip
    trail = f"Vous êtes ici : Accueil {rng.choice('>›/')} Démarches {rng.choice('>›/')} Étrangers"
    aside = "" if rng.random() < 0.6 else (
        "<div style='float:right;width:24%;border:1px solid #999;padding:8px;margin:8px'>"
        f"<b>À la une</b><p>Le {old:%d/%m/%Y} : horaires, 9:00 – 12:00</p></div>")  # fmt: skip
    foot = rng.choice((f"Mise à jour : {old:%d/%m/%Y}", f"Publié le {old:%d/%m/%Y à %H:%M}",
                       f"© Préfecture {old:%Y} | Plan du site | Mentions légales", ""))  # fmt: skip
    return (
        f"<div style='border-top:6px solid {accent};padding:12px 26px'><div style='font-size:.8em;"
        "letter-spacing:1px'>LES SERVICES DE L’ÉTAT DANS LE DÉPARTEMENT</div>"
        f"<div style='font-size:1.5em;color:{accent}'>{name}</div></div>"
        f"<div style='background:{accent};color:#fff'>{menu}</div>{aside}"
        f"<div style='padding:10px 26px;font-size:.85em'>{trail}</div>"
        f"<div style='padding:4px 26px;max-width:{rng.choice(('820px', '1000px', 'none'))}'>{inner}"
        f"</div><div style='padding:14px 26px;font-size:.8em;text-align:"
        f"{rng.choice(('left', 'right', 'center'))}'>{foot}</div>"
    )


def state_service(rng: random.Random, hand: Hand, service: str, inner: str, day: date) -> str:
    """A service of the State: block mark, title, foot with links to other hosts."""
    wide = rng.choice(("min(78%,900px)", "min(1000px,92%)", "92%"))
    foot = "".join(f"<b style='margin-right:22px'>{one}</b>" for one in _LINKS)
    version = f"Version 3.{rng.randint(1, 40)} du {day - timedelta(days=40):%d/%m/%Y}"
    return (
        "<div style='padding:14px 7%;box-shadow:0 2px 5px #0003;display:flex;gap:34px;"
        "align-items:center'><b style='line-height:1.1'>RÉPUBLIQUE<br>FRANÇAISE</b>"
        f"<div><b style='font-size:1.2em'>{service}</b><br><small>Prendre rendez-vous auprès des "
        f"services de l’État</small></div></div><div style='width:{wide};margin:16px auto'>{inner}"
        f"</div><div style='border-top:2px solid {rng.choice(hand.accents)};padding:14px 7%'>{foot}"
        f"<p style='font-size:.8em'>Mentions légales – {version}</p></div>"
    )


def stepper(number: int, name: str, coming: str) -> str:
    bars = "".join(f"<i style='flex:1;height:5px;background:{'#000091' if n < number else '#ddd'}'>"
                   "</i>" for n in range(4))  # fmt: skip
    return (
        f"<p style='font-size:.85em;margin:0'>Étape {number} sur 4</p><h2 style='margin:4px 0'>"
        f"{name}</h2><div style='display:flex;gap:5px'>{bars}</div>"
        f"<p style='font-size:.85em'><b>Étape suivante :</b> {coming}</p>"
    )


def place(rng: random.Random, hand: Hand) -> tuple[str, str]:
    slug, name = rng.choice(hand.places)
    if rng.random() < 0.08:
        return "pprdv.interieur.gouv.fr", "Préfecture de police"
    return f"www.{slug}.gouv.fr", name


def create_path(rng: random.Random, step: int | str) -> str:
    index = rng.choice(("", "", "", "/index.php"))
    return f"{index}/booking/create/{rng.randint(300, 49999)}{f'/{step}' if step != '' else ''}"


def week_day(day: date) -> str:
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
