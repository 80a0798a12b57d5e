"""Sending captures, following their reading, looking at each."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from plaise.dossier import Result
from plaise.store.vault import EncryptedDossier, waiting
from plaise.web.background import WORKER, Kind
from plaise.web.files import attachment, picture
from plaise.web.forms import posted, status
from plaise.web.intake import take
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.security.access import quiet
from plaise.web.wording import said
from plaise.work import accept_clear, decide
from plaise.work.seen import readings_at, seen_captures

from .devices import devices_for
from .forms import CapturesForm, SayForm
from .shown import Shown, kind_of, shown, tag_of

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


@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """The contact sheet: what needs eyes first, then the clear ones, then those set aside."""
    seen = seen_captures(dossier)
    every = sorted((shown(dossier, capture) for capture in seen.captures), key=_order)
    page = Paginator(every, _ON_A_SHEET).get_page(request.GET.get("page"))
    if request.method == "POST":
        on_it = set(request.POST.getlist("capture"))  # what the person had before their eyes
        looked_at = [one.capture for one in every if one.tag in on_it]
        accept_clear(dossier, looked_at, who=_who(request))
        tell(request, _("C’est noté : les captures claires de cette planche sont confirmées."))
        return redirect(request.get_full_path())
    context = {
        "step": frame(dossier, "captures"),
        "dossier": dossier,
        "page": page,
        "to_look_at": sum(not one.clear and not one.capture.set_aside for one in every),
        "clear": sum(one.clear for one in every),
        "aside": sum(bool(one.capture.set_aside) for one in every),
        "to_accept": any(one.clear and not one.confirmed for one in page),
        "unread": seen.unread,
    }
    return render(request, "plaise/captures/sheet.html", context)


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponseBase:
    """What was read, beside the picture; the person confirms or corrects it."""
    every = sorted(
        (shown(dossier, capture) for capture in seen_captures(dossier).captures), key=_order
    )
    place = next((i for i, shown in enumerate(every) if shown.tag == tag), None)
    if place is None:
        raise Http404
    capture = every[place].capture
    following = every[place + 1].tag if place + 1 < len(every) else ""
    form = SayForm(posted(request), capture)
    if request.method == "POST" and form.is_valid():
        for element, value in form.said():
            decide(
                dossier,
                capture,
                element,
                value,
                who=_who(request),
                why=form.cleaned_data["why"],
                on_picture=form.shows(element),
            )
        tell(request, _("C’est noté."))
        return redirect("capture", dossier.id, following or tag)
    context = {
        "dossier": dossier,
        "step": frame(dossier, "captures"),
        "one": every[place],
        "reading": capture.reading,
        "following": following,
        "form": form,
    }
    return render(request, "plaise/captures/one.html", context, status=status(form))


@require_GET
def image(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """The picture itself, when the limited reader could open it and browsers show its kind."""
    del request
    paths = (file.path for file in dossier.originals("captures"))
    path = next((path for path in paths if tag_of(dossier, path) == tag), None)
    readings = readings_at(dossier, path) if path else ()
    if path is None or not readings or readings[0].result is Result.UNREADABLE:
        raise Http404
    content = dossier.read(path)
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


def _who(request: HttpRequest) -> str:
    """The person who decides, as the journal names them: the account's nickname."""
    return str(request.user)


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
