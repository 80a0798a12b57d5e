"""The list, the overview, and what makes or ends a dossier."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaise.dossier import PlaiseError, zone_of_departement
from plaise.store import TooHeavyError, read_folder
from plaise.store.vault import (
    EncryptedDossier,
    Summary,
    create_dossier,
    import_parts,
    list_dossiers,
    note_dates,
)
from plaise.web.followup.case import Case, case_if_any
from plaise.web.followup.coming import coming
from plaise.web.followup.erased import erase as erase_with_certificate
from plaise.web.forms import posted, status
from plaise.web.journey import next_to_do, stages
from plaise.web.notices import tell
from plaise.web.security.access import member_of
from plaise.web.wording import told_in_one

from .example import example_folder
from .forms import CreateForm, EraseForm, ExportForm, ImportForm
from .transfer import exported, imported

_FORM = ["GET", "POST"]


@require_http_methods(_FORM)
def index(request: HttpRequest) -> HttpResponse:
    """Every dossier open to this member; a search is posted, so that no name is in an address."""
    words = request.POST.get("q", "")[:100]
    listed = list_dossiers(member_of(request), words)
    context = {
        "listed": [(one, coming(one.summary, _today(one.summary))) for one in listed],
        "words": words,
        "example": example_folder() is not None,
    }
    return render(request, "plaise/dossiers/list.html", context)


def _today(summary: Summary) -> date:
    """The day where the dossier's préfecture is."""
    return datetime.now(ZoneInfo(zone_of_departement(summary.departement))).date()


@require_http_methods(_FORM)
def create(request: HttpRequest) -> HttpResponseBase:
    """A new dossier."""
    form = CreateForm(posted(request))
    if request.method == "POST" and form.is_valid():
        exercise = form.cleaned_data["kind"] == "exercise"
        dossier = create_dossier(member_of(request), exercise=exercise)
        return redirect("overview", dossier.id)
    return render(request, "plaise/dossiers/create.html", {"form": form}, status=status(form))


@require_POST
def load_example(request: HttpRequest) -> HttpResponseBase:
    """The invented dossier, to look around."""
    folder = example_folder()
    if folder is None:
        return redirect("dossiers")
    dossier = import_parts(member_of(request), read_folder(folder))
    tell(request, _("L’exemple est chargé : tout y est inventé."))
    return redirect("overview", dossier.id)


@require_http_methods(_FORM)
def take_in(request: HttpRequest) -> HttpResponseBase:
    """A dossier that comes from elsewhere."""
    form = ImportForm(posted(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        member = member_of(request)
        try:
            parts = imported(form.cleaned_data["file"], form.cleaned_data["passphrase"])
            dossier = import_parts(member, parts)
        except PlaiseError as error:
            form.add_error("file", told_in_one(error))
        else:
            with suppress(PlaiseError):  # its first page will say what is wrong with it
                _dated(dossier)
            tell(request, _("Le dossier est importé."))
            return redirect("overview", dossier.id)
    return render(request, "plaise/dossiers/import.html", {"form": form}, status=status(form))


@require_GET
def overview(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """Where one is, what comes next, and the day not to miss."""
    following, case = next_to_do(dossier), _dated(dossier)
    context = {
        "dossier": dossier,
        "summary": dossier.summary(),
        "stages": stages(dossier),
        "following": following,
        "case": case,
        "following_address": following.address(dossier) if following else "",
    }
    return render(request, "plaise/dossiers/overview.html", context)


def _dated(dossier: EncryptedDossier) -> Case | None:
    """The case, its dates noted for the list."""
    case = case_if_any(dossier)
    if case is not None:
        note_dates(dossier, case.listed)
    return case


@require_http_methods(_FORM)
def take_out(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """The dossier as a file."""
    form = ExportForm(posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            return exported(dossier, form.cleaned_data["kind"], form.cleaned_data["passphrase"])
        except TooHeavyError as error:
            form.add_error("kind", told_in_one(error))
    context = {"form": form, "dossier": dossier}
    return render(request, "plaise/dossiers/export.html", context, status=status(form))


@require_http_methods(_FORM)
def erase(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """The dossier, gone for everyone."""
    form = EraseForm(posted(request))
    if request.method == "POST" and form.is_valid():
        return erase_with_certificate(request, dossier)
    context = {"form": form, "dossier": dossier, "summary": dossier.summary()}
    return render(request, "plaise/dossiers/erase.html", context, status=status(form))
