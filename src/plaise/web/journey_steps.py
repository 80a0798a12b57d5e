"""The steps of the journey, in their order: one line each, added with the pages that show them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from plaise.dossier import DossierError
from plaise.store.vault import EncryptedDossier

from .journey import State, Step


def _facts(dossier: EncryptedDossier) -> State:
    try:
        dossier.facts()
    except DossierError:
        return State.BEGUN if dossier.summary().name else State.TO_DO
    return State.DONE


def _pieces(dossier: EncryptedDossier) -> State:
    return State.DONE if dossier.summary().counts.get("pieces") else State.TO_DO


def _captures(dossier: EncryptedDossier) -> State:
    return State.DONE if dossier.summary().counts.get("captures") else State.TO_DO


def _made(dossier: EncryptedDossier) -> State:
    return State.DONE if dossier.summary().packages else State.TO_DO


def _looked_at(dossier: EncryptedDossier) -> State:
    """Nobody but the person knows when reading or filing is over: begun once it is possible."""
    return State.BEGUN if dossier.summary().packages else State.TO_DO


STEPS: tuple[Step, ...] = (
    Step("captures", _("Mes tentatives"), _captures),
    Step("facts", _("Les faits"), _facts),
    Step("pieces", _("Mes preuves et mes courriers"), _pieces),
    Step("ready", _("Mon dossier est-il prêt ?"), _made),
    Step("package", _("Faire mes documents"), _made),
    Step("acts", _("Lire mes lettres et ma requête"), _looked_at),
    Step("filing", _("Déposer"), _looked_at),
    Step("after", _("Après le dépôt"), _looked_at),
)
