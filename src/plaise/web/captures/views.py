"""Sending captures, following their reading, looking at each."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from plaise.store.vault import EncryptedDossier, waiting
from plaise.web.background import WORKER, Kind
from plaise.web.files import attachment, picture
from plaise.web.forms import posted, status
from plaise.web.intake import take
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.security.access import quiet
from plaise.web.wording import said
from plaise.work.seen import seen_captures

from .devices import devices_for
from .forms import CapturesForm
from .shown import Shown, kind_of, shown

_ON_A_SHEET = 24


@require_http_methods(["GET", "POST"])
def captures(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """Send captures; see how many there are."""
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
    context = {
        "step": frame(dossier, "captures"),
        "form": form,
        "dossier": dossier,
        "files": dossier.summary().counts.get("captures", 0),
        "waiting": waiting(dossier.id),
    }
    return render(request, "plaise/captures/captures.html", context, status=status(form))


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
    seen, arriving = seen_captures(dossier), waiting(dossier.id)
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


@require_GET
def sheet(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """The contact sheet: what needs eyes first, then the clear ones, then those set aside."""
    seen = seen_captures(dossier)
    every = [shown(dossier, capture) for capture in seen.captures]
    every.sort(key=_order)
    page = Paginator(every, _ON_A_SHEET).get_page(request.GET.get("page"))
    context = {
        "step": frame(dossier, "captures"),
        "dossier": dossier,
        "page": page,
        "to_look_at": sum(not one.clear and not one.capture.set_aside for one in every),
        "clear": sum(one.clear for one in every),
        "aside": sum(bool(one.capture.set_aside) for one in every),
        "unread": seen.unread,
    }
    return render(request, "plaise/captures/sheet.html", context)


@require_GET
def one(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """What was read, beside the picture."""
    every = sorted(
        (shown(dossier, capture) for capture in seen_captures(dossier).captures), key=_order
    )
    place = next((i for i, shown in enumerate(every) if shown.tag == tag), None)
    if place is None:
        raise Http404
    context = {
        "dossier": dossier,
        "step": frame(dossier, "captures"),
        "one": every[place],
        "reading": every[place].capture.reading,
        "following": every[place + 1].tag if place + 1 < len(every) else "",
    }
    return render(request, "plaise/captures/one.html", context)


@require_GET
def image(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """The picture itself, when the limited reader could open it and browsers show its kind."""
    del request
    found = _found(dossier, tag)
    content = dossier.read(found.capture.path) if found.drawable else b""
    kind = kind_of(content)
    if kind is None:
        raise Http404
    return picture(content, kind)


@require_GET
def original(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """The file as it came in."""
    del request
    capture = _found(dossier, tag).capture
    return attachment(dossier.read(capture.path), capture.name)


def _found(dossier: EncryptedDossier, tag: str) -> Shown:
    for capture in seen_captures(dossier).captures:
        if (found := shown(dossier, capture)).tag == tag:
            return found
    raise Http404


def _order(one: Shown) -> tuple[bool, bool, str, str]:
    moment = one.capture.moment
    return (
        bool(one.capture.set_aside),
        one.clear,
        moment.isoformat() if moment else "",
        one.capture.source,
    )
