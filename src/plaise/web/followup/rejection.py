"""A rejection read with the person: reason by reason, then the plan of new proofs."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plaise.followup import (
    Order,
    Reason,
    ReasonGuess,
    guess_reasons,
    next_petition,
    rejection_guide,
)
from plaise.law import load_law
from plaise.store.vault import EncryptedDossier
from plaise.web.journey import frame
from plaise.web.spoken import said_plain

from .case import Case, with_case

_LONGEST = 60_000


class ReasonsForm(forms.Form):
    """The reasons that the person reads in the order; its text can be pasted to find them."""

    text = forms.CharField(
        label=_("Le texte de l’ordonnance"),
        help_text=_(
            "Si vous pouvez le copier, collez-le : Plaise cherche la raison. Rien n’est gardé."
        ),
        required=False,
        max_length=_LONGEST,
        widget=forms.Textarea({"rows": 4, "lang": "fr", "dir": "ltr"}),
    )

    def __init__(self, data: object, reasons: tuple[Reason, ...]) -> None:
        super().__init__(data, initial={"reasons": [reason.value for reason in reasons]})  # type: ignore[arg-type]
        self.fields["reasons"] = forms.MultipleChoiceField(
            label=_("Ce que le juge écrit"),
            required=False,
            choices=[(one.id.value, said_plain(one.question)) for one in rejection_guide().reasons],
            widget=forms.CheckboxSelectMultiple,
        )


@require_http_methods(["GET", "POST"])
@with_case
def rejection(request: HttpRequest, dossier: EncryptedDossier, case: Case) -> HttpResponse:
    """Which reason, what it asks for, and what to do in the next fifteen days."""
    guide = rejection_guide()
    form = ReasonsForm(request.POST if request.method == "POST" else None, _known(case))
    chosen = _known(case)
    guesses: tuple[ReasonGuess, ...] = ()
    if form.is_bound and form.is_valid():
        chosen = tuple(Reason(one) for one in form.cleaned_data["reasons"])
        guesses = guess_reasons(form.cleaned_data["text"])
        chosen = chosen or tuple(guess.reason for guess in guesses)
    plan = next_petition(chosen, case.today, case.setting.departement) if chosen else None
    references = load_law().references
    context = {
        "step": frame(dossier, "after"),
        "dossier": dossier,
        "guide": guide,
        "form": form,
        "guesses": [(guide.of(guess.reason), guess.seen) for guess in guesses],
        "reasons": [guide.of(reason) for reason in dict.fromkeys(chosen)],
        "plan": plan,
        "sources": [
            references[one] for one in (plan.references if plan else guide.fine_references)
        ],
    }
    return render(request, "plaise/followup/rejection.html", context)


def _known(case: Case) -> tuple[Reason, ...]:
    order = case.followup.latest(Order, case.followup.events)
    return order.reasons if order is not None else ()
