"""The checklists of a démarche and of its door, the other routes, and whom to call."""

from __future__ import annotations

from plaise.dossier import ContactKind, PieceKind
from plaise.law import DemarcheRule, DoorGuide, laid_in_words

from ._case import Case
from ._french import typeset
from ._sources import source_note
from ._values import OtherRoute, Proof

_IN_PERSON = frozenset({ContactKind.VISIT, ContactKind.DIGITAL_POINT})


def papers(case: Case) -> tuple[Proof, ...]:
    """What shows that the request is serious, each after « la préfecture lira cette pièce »."""
    warning = case.law.warning("piece")
    held = {one.kind for one in case.dossier.pieces}
    return tuple(
        Proof(
            label=typeset(one.label + _old(case.rule, case)),
            why=typeset(one.why),
            reader=typeset(warning.text),
            caution=typeset(one.caution),
            present=one.kind in held,
        )
        for one in case.rule.checklist
    )


def door_proofs(case: Case) -> tuple[Proof, ...]:
    """What proves that this door is shut; nothing when a rule stops the démarche.

    Proofs that take someone to a préfecture are left out under an OQTF or IRTF; without a valid
    document, the warning on arrests is said again with them.
    """
    if case.rule.stop:
        return ()
    arrest = "" if case.document_valid else f"{case.law.warning('guichet').text} "
    return tuple(
        Proof(
            label=typeset(one.label + _old(case.guide, case)),
            why=typeset(one.why),
            caution=typeset((arrest if one.contact in _IN_PERSON else "") + one.caution),
            required=one.required,
            present=_present(case, one.contact, one.piece),
        )
        for one in case.guide.evidence
        if not (case.must_leave and one.contact in _IN_PERSON)
    )


def _old(rule: DemarcheRule | DoorGuide, case: Case) -> str:
    return " (à vérifier)" if rule.to_check(case.today) else ""


def _present(case: Case, contact: ContactKind | None, piece: PieceKind | None) -> bool | None:
    if contact is not None:
        return any(one.kind is contact and one.pieces for one in case.dossier.contacts)
    if piece is None:  # captures
        return case.tally.strong.captures > 0
    if piece is not PieceKind.OTHER:
        return any(one.kind is piece for one in case.dossier.pieces)
    return None


def routes(case: Case) -> tuple[OtherRoute, ...]:
    """The pages of the other procedures that the démarche or a situation points to."""
    named = [case.rule.route]
    named += [case.law.hard_cases[one].route for one in case.dossier.request.hard_cases]
    pages = [case.law.routes[name] for name in dict.fromkeys(named) if name]
    return tuple(
        OtherRoute(
            title=typeset(page.title),
            when=typeset(page.when),
            not_when=typeset(page.not_when),
            limit=typeset(page.limit),
            how=tuple(typeset(one) for one in page.how),
            sources=tuple(source_note(case.law, one, case.today) for one in page.references),
            confidence=page.confidence.value,
            to_check=page.to_check(case.today),
        )
        for page in pages
    )


def calls(case: Case) -> tuple[str, ...]:
    """Whom to call, an association's own contacts first."""
    words = []
    for one in case.law.contacts_for(*case.dossier.request.hard_cases):
        mark = " – à vérifier" if one.to_check(case.today) else ""
        by = f" ({laid_in_words(one.laid)})" if one.laid else ""
        words.append(typeset(f"{one.in_words}{by} [{one.confidence.value}]{mark}"))
    return tuple(words)
