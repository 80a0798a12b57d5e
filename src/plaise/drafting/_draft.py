"""Drafting: facts and law into the block tree of one act."""

from __future__ import annotations

from ._blocks import Document
from ._brief import Act, Brief
from ._checks import check
from ._context import context_of
from ._grammar import named
from ._source import blocks_of, clean
from ._typography import typeset

_TITLES = {
    Act.COURRIEL: ("Courriel à la préfecture", "Demande de rendez-vous"),
    Act.LETTRE: ("Lettre recommandée à la préfecture", "Demande de rendez-vous"),
    Act.REQUETE: (
        "Requête en référé mesures utiles",
        "Article L. 521-3 du code de justice administrative",
    ),
    Act.INVENTAIRE: ("Inventaire des pièces", "Article R. 412-2 du code de justice administrative"),
    Act.ABSENCE_DE_DECISION: ("Note sur l’absence de décision attaquée", "Article L. 521-3"),
    Act.FICHE_DE_DEPOT: ("Fiche pour le dépôt", "Champs à recopier dans Télérecours citoyens"),
}


def draft(act: Act, brief: Brief) -> Document:
    """Write one act from the facts.

    Args:
        act: which act.
        brief: facts, captures, exhibit numbers and day.

    Raises:
        PlaiseError: the act would be incomplete or wrong (R. 411-1, R. 522-1 CJA), or version one
            does not cover this démarche or this door; the message says what to do.
    """
    check(act, brief)
    title, subject = _TITLES[act]
    who = clean(named(brief.dossier.person))
    return Document(
        title=f"{title} – {who}",
        blocks=blocks_of(f"{act.value}.md.j2", context_of(brief)),
        mark=brief.mark,
        subject=typeset(subject),
        author=who,
        running=f"{title} – {who}",
        kind=act.value,
    )
