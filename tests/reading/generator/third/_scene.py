"""A page as a value, and the furniture that surrounds what a page says."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from .._pages import DAYS, MONTHS


@dataclass(frozen=True)
class Scene:
    """A page: its markup, its true result, where it stands (`alert`: a box of the browser's)."""

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


SUBJECTS = (
    "Titre de séjour – première demande",
    "Renouvellement de titre (A à K)",
    "Passeport talent",
    "Regroupement familial",
    "Vie privée et familiale",
    "Retrait de titre : guichets 5 à 9",
    "Naturalisation – entretien d’assimilation",
    "Admission exceptionnelle (10 ans de présence)",
)
_INKS = ("#000091", "#1d4ed8", "#7a0019", "#0f766e", "#3f3f46")


def said(text: str, tag: str = "p", style: str = "") -> str:
    """What must be in view for the label to hold."""
    return f"<{tag} class=said style='{style}'>{text}</{tag}>"


def long_day(day: date) -> str:
    """« mardi 3 mars 2026 »."""
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def decoy(rng: random.Random, day: date) -> str:
    """A date or an hour of the page's own, which is nobody's clock."""
    old = day - timedelta(days=rng.randint(1, 700))
    at = f"{rng.randint(7, 20):02d}:{rng.randint(0, 59):02d}"
    return rng.choice(
        (
            f"Dernière mise à jour : {old:%d/%m/%Y} à {at}",
            f"Publié le {long_day(old)}",
            f"Modifié le {old:%d/%m/%Y}",
            f"{at} · En ligne",
            f"Version 2.4.1 ({old:%Y-%m-%d})",
            f"© {old:%Y} Ministère de l’Intérieur",
            "Horaires : 9:00–12:00 / 13:30–16:00",
        )
    )


def chat(rng: random.Random) -> str:
    """A help widget in a corner, with an hour in it."""
    at = f"{rng.randint(8, 19)}:{rng.randint(10, 59)}"
    where = rng.choice(("right:14px", "left:14px"))
    return (
        f"<div class=over style='position:absolute;bottom:10px;{where};background:#1e40af;"
        f"color:#fff;border-radius:12px;padding:8px 13px;font-size:12px'>"
        f"Une question ?<br>{at}</div>"
    )


def cookies(rng: random.Random) -> str:
    """A banner that hides the foot of the page."""
    return (
        "<div class=over style='position:absolute;left:0;right:0;bottom:0;background:#222;"
        "color:#eee;padding:9px 20px;font-size:12px'>Nous utilisons des cookies. "
        "<u>Tout accepter</u> "
        "&nbsp; <u>Tout refuser</u></div>"
    )


def extras(rng: random.Random, day: date) -> str:
    """What else lies about on a page."""
    roll = rng.random()
    return chat(rng) if roll < 0.14 else cookies(rng) if roll < 0.26 else ""


def prefecture(rng: random.Random, name: str, inner: str, day: date) -> str:
    """A département's site: flag block, search, menu, trail, columns, foot."""
    ink = rng.choice(_INKS)
    menu = " &nbsp; ".join(
        rng.sample(
            (
                "Actualités",
                "Démarches",
                "Services",
                "Publications",
                "Contact",
                "Politiques publiques",
            ),
            rng.randint(3, 5),
        )
    )
    news = (
        f"<div style='flex:0 0 26%;font-size:.85em;border-left:1px solid #bbb;padding:0 12px'>"
        f"<b>Actualités</b><p>{decoy(rng, day)}</p><p>Vigilance météo</p></div>"
        if rng.random() < 0.3
        else ""
    )
    trail = (
        ""
        if rng.random() < 0.4
        else (
            f"<div style='font-size:.8em;padding:6px 24px'>Accueil {rng.choice('>›/')} Prendre un "
            f"rendez-vous {rng.choice('>›/')} {rng.choice(SUBJECTS)}</div>"
        )
    )
    return (
        f"<div style='display:flex;gap:22px;padding:10px 24px;align-items:center'><b style='font-"
        f"size:.8em'>PRÉFET</b><div style='font-size:1.35em'>{name}</div></div><div style='padding:"
        f"7px 24px;background:{ink};color:#fff;white-space:nowrap;overflow:hidden'>{menu}</div>"
        f"{trail}<div style='display:flex;gap:16px;padding:8px 24px'><div style='flex:1;min-width:0"
        f"'>{inner}</div>{news}</div><div style='padding:12px 24px;font-size:.78em;color:#667'>"
        f"{decoy(rng, day)}</div>{extras(rng, day)}"
    )


def dsfr(rng: random.Random, service: str, inner: str, day: date) -> str:
    """A service of the State in the State's own design."""
    width = rng.choice(("760px", "1100px", "88%"))
    warn = (
        ""
        if rng.random() < 0.7
        else (
            f"<div style='background:#e8edff;color:#0063cb;padding:8px 24px'>ⓘ "
            f"{decoy(rng, day)}</div>"
        )
    )
    return (
        f"<div style='display:flex;gap:26px;align-items:center;padding:12px 24px;border-bottom:1px "
        f"solid #ddd'><b style='font-size:.75em;line-height:1.05'>RÉPUBLIQUE<br>FRANÇAISE</b><b>"
        f"{service}</b><span style='margin-left:auto;font-size:.85em'>Se "
        f"connecter</span></div>{warn}"
        f"<div style='max-width:{width};margin:10px auto;padding:0 20px'>{inner}</div><div style="
        f"'border-top:2px solid #000091;padding:10px 24px;font-size:.78em'>legifrance.gouv.fr "
        f"&nbsp; gouvernement.fr &nbsp; service-public.fr<br>{decoy(rng, day)}</div>"
        f"{extras(rng, day)}"
    )


def dialog(rng: random.Random, behind: str, inner: str) -> str:
    """A box over a greyed page."""
    round_, width = rng.choice((0, 6, 14)), rng.choice((380, 460, 560))
    return (
        f"<div style='opacity:.35'>{behind}</div><div style='position:absolute;inset:0;background:"
        f"#0005'></div><div style='position:absolute;left:50%;top:{rng.choice((18, 26, 34))}%;"
        f"transform:translateX(-50%);width:min({width}px,90%);background:#fff;color:#111;padding:"
        f"14px 22px;border-radius:{round_}px;box-shadow:0 8px 40px #0008'>{inner}</div>"
    )
