"""A page that offers a slot is never hidden: take it, or say why it could not be taken."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from plaise.dossier import edit_facts, raw_facts, value_at
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import posted, status
from plaise.web.journey import frame
from plaise.web.notices import tell

from .pictures import found


class ExplainForm(forms.Form):
    """Why a slot could not be taken."""

    text = forms.CharField(
        label=gettext_lazy("Pourquoi n’avez-vous pas pu le prendre ?"),
        help_text=gettext_lazy(
            "En français si possible, une ou deux phrases : le créneau a disparu, il était pour "
            "une autre démarche, le site est tombé en panne…"
        ),
        max_length=600,
        widget=forms.Textarea({"rows": 4, "dir": "auto"}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


@require_http_methods(["GET", "POST"])
def slot(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponseBase:
    """The alarm of one capture, and its explanation."""
    one = found(dossier, tag)
    text, version = dossier.versioned_facts()
    initial = {"seen": version, "text": one.capture.explanation}
    form = ExplainForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        changed = explained(text, one.capture.name, form.cleaned_data["text"])
        dossier.write_facts(changed, seen=form.cleaned_data["seen"])
        tell(request, _("C’est noté : le juge lira votre explication avec la capture."))
        return redirect("captures-check", dossier.id)
    context = {
        "step": frame(dossier, "captures"),
        "dossier": dossier,
        "one": one,
        "form": form,
    }
    return render(request, "plaise/captures/slot.html", context, status=status(form))


def explained(facts: str, capture: str, text: str) -> str:
    """The facts with what the person says of a capture.

    Raises:
        DossierError: the facts are not TOML.
    """
    known = value_at(raw_facts(facts), ("explications",)) or []
    names = [one.get("capture") for one in known if isinstance(one, dict)]
    place = names.index(capture) if capture in names else len(known)
    said: dict[str, object] = {"capture": capture, "texte": " ".join(text.split())}
    return edit_facts(facts, {("explications", place): said})
