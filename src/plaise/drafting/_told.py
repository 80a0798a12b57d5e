"""What was done and why it hurts, in words, each with the exhibits that prove it."""

from __future__ import annotations

from collections.abc import Iterable

from plaise.dossier import Circumstance, Contact, ContactKind, PieceKind

from ._brief import Brief
from ._grammar import agreement, day, exhibits

_FULL_STOPS = " .;,"
_BY = {
    ContactKind.EMAIL: "par courriel",
    ContactKind.LRAR: "par lettre recommandée avec avis de réception",
}


def cite(brief: Brief, files: Iterable[str]) -> str:
    """The exhibits of some files of `pieces/`, or nothing."""
    numbers = [brief.piece(file).number for file in files]
    return exhibits(numbers) if numbers else ""


def contact_of(brief: Brief, contact: Contact) -> dict[str, object]:
    """One message, letter or visit, in words."""
    e = agreement(brief.dossier.representative or brief.dossier.person).e
    told = {
        ContactKind.EMAIL: "j’ai écrit à la préfecture par courriel",
        ContactKind.LRAR: (
            "j’ai écrit à la préfecture par lettre recommandée avec avis de réception"
            + (f" n° {contact.tracking}" if contact.tracking else "")
        ),
        ContactKind.VISIT: f"je me suis présenté{e} à la préfecture",
        ContactKind.DEFENSEUR: "j’ai saisi le Défenseur des droits",
        ContactKind.CONTACT_CENTRE: "j’ai demandé de l’aide au centre de contact citoyens",
        ContactKind.DIGITAL_POINT: f"je me suis présenté{e} au point d’accueil numérique",
    }
    written = contact.kind in {ContactKind.EMAIL, ContactKind.LRAR}
    return {
        "date": day(contact.on),
        "jour": day(contact.on, weekday=True),
        "fait": told[contact.kind],
        "genre": contact.kind.value,
        "voie": _BY[contact.kind] if written else "",
        "ecrit": written,
        "recue_le": _received(brief, contact),
        "pieces": cite(brief, contact.pieces),
        "reponse": contact.answer.rstrip(_FULL_STOPS),
    }


def _received(brief: Brief, contact: Contact) -> str:
    """The day that the returned receipt of a registered letter bears, if it is an exhibit."""
    for file in contact.pieces:
        piece = brief.dossier.piece(file)
        if piece.kind is PieceKind.LRAR_RECEIPT and piece.dated:
            return day(piece.dated)
    return ""


def circumstance(brief: Brief, reason: Circumstance) -> dict[str, str]:
    """A reason and the exhibits that prove it, or nothing: then it is said to be a statement."""
    return {
        "texte": reason.text.rstrip(_FULL_STOPS),
        "pieces": cite(brief, reason.pieces),
    }
