"""Deposit slips, receipts and returned letters, matched to the letter that was sent."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from plaise.dossier import Contact, ContactKind, Dossier, PieceKind, Value
from plaise.law import Sentence, Span, Unit, say

from ._classify import Certainty
from ._tracking import find_tracking

# A receipt comes back in about a month; an unclaimed letter waits two weeks at the post office.
_RECEIPT_DAYS, _RETURN_DAYS = 45, 75


class LetterPaper(StrEnum):
    """Papers that a registered letter leaves behind."""

    DEPOSIT = "preuve_de_depot"
    RECEIPT = "avis_de_reception"
    RETURNED = "pli_retourne"


class LetterMatch(Value):
    """The sending that a paper seems to belong to, with the reasons.

    `contact` is its place in the dossier's contacts, from 0.
    """

    contact: int
    sent_on: date
    certainty: Certainty
    reasons: tuple[Sentence, ...]


def match_letter(
    paper: LetterPaper,
    text: str,
    dated: date | None,
    dossier: Dossier,
    known: dict[str, str] | None = None,
) -> tuple[LetterMatch, ...]:
    """The registered letters that a paper may belong to, the likeliest first, to confirm.

    Args:
        paper: what the paper is.
        text: what is read on it (tracking numbers are looked for).
        dated: its date, if one is read.
        dossier: contacts and pieces.
        known: text read on the pieces already there, by file name.
    """
    numbers = {one.number for one in find_tracking(text)}
    found: list[LetterMatch] = []
    letters = [
        (place, contact)
        for place, contact in enumerate(dossier.contacts)
        if contact.kind is ContactKind.LRAR
    ]
    for place, contact in letters:
        held = _numbers_of(contact, dossier, known or {})
        reasons: list[Sentence] = []
        certainty = Certainty.WEAK
        if numbers & held:
            reasons.append(say("same_tracking", number=min(numbers & held)))
            certainty = Certainty.SURE
        elif numbers and held:
            continue
        if dated is not None:
            near, words = _near(paper, contact.on, dated)
            if not near and not numbers & held:
                continue
            reasons.append(words)
            if near and certainty is Certainty.WEAK:
                certainty = Certainty.LIKELY
        if not reasons and len(letters) == 1:
            reasons.append(say("only_letter"))
        if reasons:
            found.append(
                LetterMatch(
                    contact=place, sent_on=contact.on, certainty=certainty, reasons=tuple(reasons)
                )
            )
    return tuple(sorted(found, key=lambda one: (_rank(one.certainty), -one.sent_on.toordinal())))


def piece_kind(paper: LetterPaper) -> PieceKind:
    """The kind of piece that a paper becomes."""
    return {
        LetterPaper.DEPOSIT: PieceKind.LRAR_DEPOSIT,
        LetterPaper.RECEIPT: PieceKind.LRAR_RECEIPT,
        LetterPaper.RETURNED: PieceKind.LRAR_RECEIPT,
    }[paper]


def _rank(certainty: Certainty) -> int:
    return [Certainty.SURE, Certainty.LIKELY, Certainty.WEAK].index(certainty)


def _numbers_of(contact: Contact, dossier: Dossier, known: dict[str, str]) -> set[str]:
    texts = [
        f"{dossier.piece(file).label}\n{file}\n{known.get(file, '')}" for file in contact.pieces
    ]
    texts.append(contact.tracking)
    return {one.number for text in texts for one in find_tracking(text)}


def _near(paper: LetterPaper, sent: date, dated: date) -> tuple[bool, Sentence]:
    days = (dated - sent).days
    if paper is LetterPaper.DEPOSIT:
        return days == 0, say("not_sent_that_day" if days else "sent_that_day")
    limit = _RECEIPT_DAYS if paper is LetterPaper.RECEIPT else _RETURN_DAYS
    near = 0 <= days <= limit
    return near, say("after_sending", span=Span(amount=days, unit=Unit.DAYS))
