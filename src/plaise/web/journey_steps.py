"""The steps of the journey, in their order: one line each, added with the pages that show them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from plaise.dossier import DossierError, Raw
from plaise.store.vault import EncryptedDossier

from .facts.proofs import blocks
from .facts.saving import facts_of
from .facts.screens import BEFORE, REQUEST, WHO
from .journey import State, Step


def _contacts(dossier: EncryptedDossier) -> State:
    held = _blocks(dossier, "contacts")
    if not held:
        return State.TO_DO
    return State.DONE if all(one.get("pieces") for one in held) else State.BEGUN


def _pieces(dossier: EncryptedDossier) -> State:
    named, files = len(_blocks(dossier, "pieces")), dossier.summary().counts.get("pieces", 0)
    if not named:
        return State.BEGUN if files else State.TO_DO
    return State.DONE


def _blocks(dossier: EncryptedDossier, name: str) -> list[Raw]:
    try:
        return blocks(facts_of(dossier).raw, name)
    except DossierError:
        return []


def _captures(dossier: EncryptedDossier) -> State:
    return State.DONE if dossier.summary().counts.get("captures") else State.TO_DO


def _made(dossier: EncryptedDossier) -> State:
    return State.DONE if dossier.summary().packages else State.TO_DO


def _looked_at(dossier: EncryptedDossier) -> State:
    """Nobody but the person knows when reading or filing is over: begun once it is possible."""
    return State.BEGUN if dossier.summary().packages else State.TO_DO


STEPS: tuple[Step, ...] = (
    Step("before", _("Avant de commencer"), BEFORE.state),
    Step("who", _("Qui je suis"), WHO.state),
    Step("request", _("Ma demande et l’urgence"), REQUEST.state),
    Step("captures", _("Mes tentatives"), _captures),
    Step("contacts", _("Mes contacts"), _contacts),
    Step("pieces", _("Mes documents"), _pieces),
    Step("ready", _("Mon dossier est-il prêt ?"), _made),
    Step("exhibits", _("Mes pièces, dans l’ordre"), _made),
    Step("package", _("Faire mes documents"), _made),
    Step("acts", _("Lire mes lettres et ma requête"), _looked_at),
    Step("filing", _("Déposer"), _looked_at),
    Step("after", _("Après le dépôt"), _looked_at),
)
