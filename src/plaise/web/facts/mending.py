"""From what is missing to the screen that mends it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaise.readiness import Assessment, Criterion
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import Words

from .saving import facts_of
from .screens import PARTS, SCREENS

_LISTS: dict[str, Words] = {
    "captures": _("Mes tentatives"),
    "captures-check": _("Ce que montre chaque capture"),
    "contacts": _("Mes contacts"),
    "pieces": _("Mes documents"),
    "explanations": _("Expliquer une capture"),
}
# For each criterion, the address where the person can do something about it.
_MENDS = {
    "situations_difficiles": "advice",
    "porte": "door",
    "exercice": "captures-check",
    "tribunal": "demarche",
    "creneau_propose": "explanations",
    "semaines": "captures",
    "tentatives": "captures",
    "captures_completes": "captures-check",
    "urgence": "urgency",
    "contacts": "contacts",
    "diligences": "contacts",
    "caractere_serieux": "reasons",
    "forme": "reach",
    "adresses": "prefecture",
    "dates": "explanations",
    "deux_mois": "contacts",
    "pannes": "captures-check",
    "doublons": "captures-check",
    "visite": "contacts",
    "nationalite": "birth",
}


@dataclass(frozen=True, slots=True)
class Mend:
    """A screen to go to."""

    title: Words
    address: str


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do, and where."""

    text: str
    mend: Mend | None


@dataclass(frozen=True, slots=True)
class Point:
    """A criterion, and where to do something about it."""

    criterion: Criterion
    mend: Mend | None


def mend_for(dossier: EncryptedDossier, criterion: Criterion) -> Mend | None:
    """The screen that mends a criterion; None when nothing there is to be done."""
    name = _MENDS.get(criterion.id)
    if name is None or not criterion.next_step:
        return None
    if criterion.id == "urgence" and criterion.facts.get("titre_expire_le") is None:
        name = "title"
    if criterion.id == "forme" and criterion.facts.get("manque"):
        name = "home"
    if criterion.id == "caractere_serieux" and criterion.facts.get("motifs_ecrits"):
        name = "pieces"
    title = SCREENS[name].title if name in SCREENS else _LISTS[name]
    return Mend(title, reverse(name, args=[dossier.id]))


def steps_of(dossier: EncryptedDossier, assessment: Assessment) -> list[Step]:
    """What strengthens the file most, each with its screen."""
    where = {one.next_step: mend_for(dossier, one) for one in assessment.criteria}
    return [Step(text, where.get(text)) for text in assessment.next_steps]


def points_of(dossier: EncryptedDossier, assessment: Assessment) -> list[Point]:
    """Every criterion with its screen."""
    return [Point(one, mend_for(dossier, one)) for one in assessment.criteria]


def missing(dossier: EncryptedDossier) -> list[Mend]:
    """The screens without which nothing can be drafted, in order.

    Raises:
        DossierError: the text of the facts is not TOML.
    """
    raw = facts_of(dossier).raw
    return [
        Mend(screen.title, screen.address(dossier))
        for part in PARTS.values()
        for screen in part.wanted(raw)
        if screen.needed and not screen.answered(raw)
    ]
