"""Dates that cannot be, or that disagree: told before the préfecture tells them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plaise.dossier import Contact, ContactKind, PieceKind

from ._case import Case, Outcome
from ._french import count, day, listing
from ._values import Fact, Level, Verdict

_APART = "L’écran montre"
_FIXED = " Si ces dates sont vraies, changez la date que vous avez fixée pour vos actes."
_POSTED = {PieceKind.LRAR_LETTER, PieceKind.LRAR_DEPOSIT, PieceKind.EMAIL}


def dates(case: Case) -> Outcome:
    """Nothing is dated after today, nothing contradicts itself."""
    future = [*case.tally.future, *_future(case)]
    apart = list(_disagreements(case))
    facts: dict[str, Fact] = {
        "captures_dans_le_futur": tuple(case.tally.future),
        "autres_dates_dans_le_futur": tuple(_future(case)),
        "dates_qui_ne_s_accordent_pas": tuple(apart),
    }
    if not future and not apart:
        return Outcome(Verdict.OK, "Les dates s’accordent entre elles.", facts=facts)
    parts = []
    if future:
        dated = count(len(future), "date est postérieure", "dates sont postérieures")
        parts.append(
            f"{dated} au {day(case.today)} : {listing(future)}. Ces éléments ne sont pas comptés."
        )
    if apart:
        parts.append(f"Des dates ne s’accordent pas : {' ; '.join(apart)}.")
    parts.append("Ne retouchez jamais une image : la modifier serait un faux.")
    return Outcome(
        Verdict.ALERT if future else Verdict.STRENGTHEN,
        " ".join(parts),
        facts=facts,
        next_step=(
            "Vérifiez l’horloge de l’appareil et les dates écrites dans dossier.toml ; si une "
            "différence est vraie, expliquez-la dans [[explications]]."
            + (_FIXED if future and case.dossier.acts_on else "")
        ),
        cap=Level.MINIMUM if future else Level.GATHERED,
    )


def _future(case: Case) -> Iterator[str]:
    request = case.dossier.request
    for one in case.dossier.contacts:
        if one.on > case.today:
            yield day(one.on)
    for piece in case.dossier.pieces:
        if piece.dated is not None and piece.dated > case.today:
            yield f"{piece.label} ({day(piece.dated)})"
    for name, on in (
        ("notifie_le", request.notified_on),
        ("enregistree_le", request.registered_on),
        ("date_demandee_le", request.date_asked_on),
        ("conseil_consulte_le", request.adviser_on),
    ):
        if on is not None and on > case.today:
            yield f"{name} ({day(on)})"


def _disagreements(case: Case) -> Iterator[str]:
    for capture in case.captures:
        if capture.set_aside or _explained(case, capture.name, capture.path):
            continue
        if any(warning.startswith(_APART) for warning in capture.reading.warnings):
            yield f"sur {capture.name}, l’écran et le fichier donnent deux moments différents"
    for contact in case.dossier.contacts:
        yield from _of_contact(case, contact)
    expires = case.dossier.request.expires_on
    for piece in case.dossier.pieces:
        late = piece.dated and expires and piece.dated > expires
        if piece.kind is PieceKind.RESIDENCE_CARD and late:
            yield f"« {piece.label} » porte une date postérieure à l’expiration du titre"


def _explained(case: Case, *names: str) -> bool:
    return any(one.capture in names for one in case.dossier.explanations)


def _of_contact(case: Case, contact: Contact) -> Iterator[str]:
    """A letter and its slips, an e-mail and its file: same day, and the receipt not before."""
    if contact.kind not in {ContactKind.EMAIL, ContactKind.LRAR}:
        return
    for name in contact.pieces:
        piece = case.dossier.piece(name)
        if piece.dated is None:
            continue
        if piece.kind in _POSTED and piece.dated != contact.on and not _just_before(piece, contact):
            yield f"« {piece.label} » est du {day(piece.dated)}, l’envoi du {day(contact.on)}"
        if piece.kind is PieceKind.LRAR_RECEIPT and piece.dated < contact.on:
            yield f"l’avis du {day(piece.dated)} est antérieur à l’envoi du {day(contact.on)}"


def _just_before(piece: object, contact: Contact) -> bool:
    """A letter may be written a few days before it is posted."""
    written: date | None = getattr(piece, "dated", None)
    is_letter = getattr(piece, "kind", None) is PieceKind.LRAR_LETTER
    return is_letter and written is not None and written <= contact.on
