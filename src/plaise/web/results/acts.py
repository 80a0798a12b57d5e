"""The acts of the last package: read on the screen, taken away as PDF or Word."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plaise.drafting import Act
from plaise.store.vault import EncryptedDossier
from plaise.web.files import attachment
from plaise.web.journey import frame
from plaise.work import KeptAct, in_force, kept_acts
from plaise.work.packages import files_of_act

from .drawn import drawn
from .views import not_yet

_ENDINGS = ("pdf", "docx", "eml", "txt")


@require_GET
def index(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """Every act of the last version."""
    context: dict[str, object] = {"step": frame(dossier, "acts"), "dossier": dossier}
    acts = _last(dossier)
    if not acts:
        return not_yet(request, context)
    context["acts"] = tuple(acts.values())
    return render(request, "plaise/results/acts.html", context)


@require_GET
def read(request: HttpRequest, dossier: EncryptedDossier, act: str) -> HttpResponse:
    """One act, on the screen."""
    kept = _kept(dossier, act)
    context = {
        "step": frame(dossier, "acts"),
        "dossier": dossier,
        "act": kept,
        "words": drawn(kept.document),
        "endings": [one for one in _ENDINGS if one in _files(dossier, kept.act)],
    }
    return render(request, "plaise/results/act.html", context)


@require_GET
def download(
    request: HttpRequest, dossier: EncryptedDossier, act: str, ending: str
) -> HttpResponse:
    """The file of an act, as it stands in the package."""
    del request
    path = _files(dossier, _kept(dossier, act).act).get(ending)
    numbers = dossier.package_numbers()
    if path is None or not numbers:
        raise Http404
    content = dossier.read_package(numbers[-1], path)
    return attachment(content, f"document.{ending}")


def _last(dossier: EncryptedDossier) -> dict[Act, KeptAct]:
    journal = dossier.journal()
    last = {kept.act: kept for kept in kept_acts(dossier, journal) if kept.origin == "drafted"}
    return last | in_force(dossier, journal)


def _kept(dossier: EncryptedDossier, name: str) -> KeptAct:
    found = next((kept for act, kept in _last(dossier).items() if act.value == name), None)
    if found is None:
        raise Http404
    return found


def _files(dossier: EncryptedDossier, act: Act) -> dict[str, str]:
    numbers = dossier.package_numbers()
    return files_of_act(dossier, numbers[-1], act) if numbers else {}
