"""My attempts: when they were made, sending captures, following their reading."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaise.bundle import CalendarWeek, attempts_calendar, calendar_svg
from plaise.dossier import DossierError
from plaise.readiness import Kind as PlanKind
from plaise.readiness import PlanItem
from plaise.store.vault import EncryptedDossier, waiting
from plaise.web.background import WORKER, Kind
from plaise.web.files import picture
from plaise.web.forms import posted, status
from plaise.web.intake import take
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.security.access import quiet
from plaise.web.standing import plan_now
from plaise.web.wording import said

from .devices import devices_for
from .forms import CapturesForm, OneFileForm
from .known import known


@require_http_methods(["GET", "POST"])
def captures(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """When I tried, when to try next, and sending captures."""
    form = CapturesForm(posted(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        number = len(take(dossier.id, form.cleaned_data["captures"]))
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
        return redirect("reading", dossier.id)
    arriving, now = waiting(dossier.id), known(dossier)
    weeks = _weeks(dossier)
    context = {
        "step": frame(dossier, "captures"),
        "form": form,
        "dossier": dossier,
        "files": now.seen.files,
        "waiting": arriving,
        "alarms": [one for one in now.every if one.alarming],
        "weeks": weeks,
        "attempts": sum(week.total for week in weeks),
        "next_attempts": _next_attempts(dossier),
    }
    return render(request, "plaise/captures/captures.html", context, status=status(form))


@require_POST
def one_file(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """One file sent by the page's script: sealed, then acknowledged, however often it is sent."""
    form = OneFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return HttpResponse(status=422)
    name: UUID = form.cleaned_data["name"]
    take(
        dossier.id,
        [form.cleaned_data["capture"]],
        came_by=form.cleaned_data["came_by"] or "upload",
        names=[name],
    )
    WORKER.ask(Kind.READ, dossier)
    return HttpResponse(status=204)


@require_GET
def calendar(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """The attempts by week and hour, as a drawing."""
    del request
    return picture(calendar_svg(_weeks(dossier)).encode(), "image/svg+xml")


@require_GET
def how_to(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """A complete capture, on this device and on others."""
    mine, others = devices_for(request.headers.get("User-Agent", ""))
    context = {"dossier": dossier, "mine": mine, "others": others}
    return render(request, "plaise/captures/how.html", context)


@quiet
@require_GET
def reading(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """How far the reading is, as the store tells it: a restart changes nothing."""
    arriving = waiting(dossier.id)  # first: a file that is filed meanwhile may be counted twice
    seen = known(dossier).seen
    job = WORKER.job(Kind.READ, dossier.id)
    context = {
        "step": frame(dossier, "captures"),
        "dossier": dossier,
        "read": seen.files - seen.unread,
        "files": seen.files + arriving,
        "going_on": bool(seen.unread or arriving) and not (job and job.state == "failed"),
        "trouble": said(job.error) if job and job.error else None,
        "left": seen.unread + arriving,
    }
    if context["going_on"] and not (job and job.active):
        WORKER.ask(Kind.READ, dossier)
    return render(request, "plaise/captures/reading.html", context)


def _weeks(dossier: EncryptedDossier) -> tuple[CalendarWeek, ...]:
    stamp = dossier.stamp()
    return dossier.kept("calendar", stamp, lambda: attempts_calendar(known(dossier).captures))


def _next_attempts(dossier: EncryptedDossier) -> list[PlanItem]:
    """When the plan says to try again; nothing while the facts do not hold."""
    try:
        items = plan_now(dossier).items
    except DossierError:
        return []
    return [item for item in items if item.kind is PlanKind.ATTEMPT]
