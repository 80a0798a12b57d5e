"""The end: what came of it, the export to keep, counting or not, erasure."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from plaise.dossier import PlaiseError
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import status
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.wording import told_in_one
from plaise.work import record_event

from .case import Case, with_case
from .forms import EventForm
from .outside import refresh
from .statistics import count

KIND = "closed"


class CountForm(forms.Form):
    """Whether the case may be counted, without anything that points to a person."""

    counted = forms.BooleanField(
        label=gettext_lazy("Compter ce dossier dans les chiffres anonymes de l’association"),
        help_text=gettext_lazy(
            "Seulement : la démarche, la porte, l’année, la fin, une durée large, une ou plusieurs "
            "requêtes. Ni lieu, ni tribunal, ni juge, ni jour. On ne peut pas l’enlever ensuite, "
            "puisque rien ne relie le compte à vous."
        ),
        required=False,
    )


@require_http_methods(["GET", "POST"])
@with_case
def close(request: HttpRequest, dossier: EncryptedDossier, case: Case) -> HttpResponseBase:
    """Close the case, or show what can be done once it is."""
    closed = case.followup.state == KIND
    possible = KIND in {rule.kind for rule in case.followup.possible()}
    posted = request.POST if request.method == "POST" else None
    form, counting = EventForm(posted, KIND, today=case.today), CountForm(posted)
    if posted is not None and possible and form.is_valid() and counting.is_valid():
        try:
            record_event(dossier, KIND, form.facts())
        except PlaiseError as error:
            form.add_error(None, told_in_one(error))
        else:
            refresh(dossier)
            if counting.cleaned_data["counted"] and count(dossier):
                tell(request, _("Ce dossier est compté, sans rien qui le désigne."))
            tell(request, _("Le dossier est clos. Exportez-le et gardez l’export chez vous."))
            return redirect("followup-close", dossier.id)
    context = {
        "step": frame(dossier, "after"),
        "dossier": dossier,
        "form": form,
        "counting": counting,
        "closed": closed,
        "possible": possible,
    }
    return render(request, "plaise/followup/close.html", context, status=status(form))
