"""The facts as a text that Plaise checks, and the files that prove them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from plaise.dossier import PlaiseError, parse_dossier
from plaise.store.vault import EncryptedDossier, waiting
from plaise.web.background import WORKER, Kind
from plaise.web.forms import posted, status
from plaise.web.intake import take
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.wording import said

from .forms import FactsForm, PiecesForm


@require_http_methods(["GET", "POST"])
def facts(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """Write the facts; a text that does not hold is kept all the same, and its faults are said."""
    text, version = dossier.versioned_facts()
    form = FactsForm(posted(request), initial={"text": text, "seen": version})
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        dossier.write_facts(text, seen=form.cleaned_data["seen"])
        if _fault(text) is None:
            tell(request, _("C’est enregistré : les faits sont complets."))
            return redirect("pieces", dossier.id)
        tell(request, _("C’est enregistré. Il reste des points à corriger."), "warning")
        return redirect("facts", dossier.id)
    fault = _fault(text)
    context = {
        "step": frame(dossier, "facts"),
        "dossier": dossier,
        "form": form,
        "fault": said(fault) if fault else None,
    }
    return render(request, "plaise/facts/facts.html", context, status=status(form))


@require_http_methods(["GET", "POST"])
def pieces(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """Send the files that prove the facts, and see under which names the facts call them."""
    form = PiecesForm(posted(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        number = len(take(dossier.id, form.cleaned_data["pieces"], shelf="pieces"))
        WORKER.ask(Kind.READ, dossier)
        tell(
            request,
            ngettext(
                "%(number)d fichier est reçu et chiffré.",
                "%(number)d fichiers sont reçus et chiffrés.",
                number,
            )
            % {"number": number},
        )
        return redirect("pieces", dossier.id)
    context = {
        "step": frame(dossier, "pieces"),
        "dossier": dossier,
        "form": form,
        "names": [file.path.partition("/")[2] for file in dossier.originals("pieces")],
        "waiting": waiting(dossier.id),
    }
    return render(request, "plaise/facts/pieces.html", context, status=status(form))


def _fault(text: str) -> PlaiseError | None:
    try:
        parse_dossier(text)
    except PlaiseError as error:
        return error
    return None
