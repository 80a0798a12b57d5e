"""Registered letters: their tracking numbers, and the papers that come back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from plaise.dossier import ContactKind, Dossier, Piece, PieceKind, PlaiseError
from plaise.followup.mail import LetterPaper, check_tracking, match_letter, pdf_text
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import posted, status
from plaise.web.journey import frame
from plaise.web.notices import tell

from .case import Case, with_case

_PAPERS = {
    PieceKind.LRAR_DEPOSIT: LetterPaper.DEPOSIT,
    PieceKind.LRAR_RECEIPT: LetterPaper.RECEIPT,
}


class TrackingForm(forms.Form):
    """A number as it is printed on the slip."""

    number = forms.CharField(
        label=gettext_lazy("Le numéro de suivi"),
        help_text=gettext_lazy("Il est sur la preuve de dépôt, par exemple 1A 123 456 7890 1."),
        max_length=40,
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off"}),
    )


@require_http_methods(["GET", "POST"])
@with_case
def letters(request: HttpRequest, dossier: EncryptedDossier, case: Case) -> HttpResponseBase:
    """Every registered letter with its number and papers; papers that seem to belong to one."""
    facts = case.facts
    form = TrackingForm(posted(request) if "check" in request.POST else None)
    checked = None
    if form.is_bound and form.is_valid():
        checked = check_tracking(form.cleaned_data["number"])
        if checked is None:
            form.add_error(
                "number",
                _("Ce n’est pas la forme d’un numéro de suivi : recopiez tous les signes."),
            )
    elif request.method == "POST" and "file" in request.POST:
        _attach(dossier, facts, request.POST.get("file", ""), request.POST.get("contact", ""))
        tell(request, _("C’est noté : ce papier prouve cette lettre."))
        return redirect("followup-letters", dossier.id)
    context = {
        "step": frame(dossier, "after"),
        "dossier": dossier,
        "form": form,
        "checked": checked,
        "letters": [_letter(facts, place) for place in _letters(facts)],
        "papers": _loose(dossier, facts),
    }
    return render(request, "plaise/followup/letters.html", context, status=status(form))


def _letters(facts: Dossier) -> list[int]:
    every = enumerate(facts.contacts)
    return [place for place, contact in every if contact.kind is ContactKind.LRAR]


def _letter(facts: Dossier, place: int) -> dict[str, Any]:
    contact = facts.contacts[place]
    kinds = {facts.piece(file).kind for file in contact.pieces}
    return {
        "on": contact.on,
        "place": place,
        "recipient": contact.recipient,
        "tracking": check_tracking(contact.tracking) if contact.tracking else None,
        "typed": contact.tracking,
        "pieces": [facts.piece(file).label for file in contact.pieces],
        "deposit": PieceKind.LRAR_DEPOSIT in kinds,
        "receipt": PieceKind.LRAR_RECEIPT in kinds,
    }


def _loose(dossier: EncryptedDossier, facts: Dossier) -> list[dict[str, Any]]:
    """Papers of letters that no letter has yet, with the letters that they may belong to."""
    used = {file for contact in facts.contacts for file in contact.pieces}
    papers = [one for one in facts.pieces if one.kind in _PAPERS and one.file not in used]
    return [{"piece": one, "matches": _matches(dossier, facts, one)} for one in papers]


def _matches(dossier: EncryptedDossier, facts: Dossier, piece: Piece) -> list[dict[str, Any]]:
    text = f"{piece.label}\n{piece.file}\n{_text_of(dossier, piece)}"
    found = match_letter(_PAPERS[piece.kind], text, piece.dated, facts)
    return [
        {"place": one.contact, "on": one.sent_on, "reasons": one.reasons, "sure": one.certainty}
        for one in found
    ]


def _text_of(dossier: EncryptedDossier, piece: Piece) -> str:
    if not piece.file.lower().endswith(".pdf"):
        return ""
    try:
        return pdf_text(dossier.read(f"pieces/{piece.file}"))[0]
    except (PlaiseError, FileNotFoundError):
        return ""


def _attach(dossier: EncryptedDossier, facts: Dossier, file: str, place: str) -> None:
    from plaise.web.facts.saving import facts_of, write  # noqa: PLC0415 (facts know their steps)

    if not place.isdecimal() or int(place) not in _letters(facts):
        raise Http404
    if file not in {piece.file for piece in facts.pieces}:
        raise Http404
    held = facts_of(dossier)
    pieces = [*facts.contacts[int(place)].pieces, file]
    write(dossier, held, {("contacts", int(place), "pieces"): pieces})
