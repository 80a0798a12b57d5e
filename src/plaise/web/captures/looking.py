"""Looking at what captures show: the sheet, one capture, a slot that must not be hidden."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plaise.dossier import Reading, Result
from plaise.law import retake_advice
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import posted, status
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.work import accept_clear, decide
from plaise.work.exhibits import LEFT_OUT

from .forms import SayForm
from .known import known
from .remarks import remarks_of
from .shown import Shown

ON_A_SHEET = 24


@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """The contact sheet: what needs eyes first, then the clear ones, then those set aside."""
    now = known(dossier)
    if request.method == "POST":
        on_it = set(request.POST.getlist("capture"))  # what the person had before their eyes
        looked_at = [one.capture for one in now.every if one.tag in on_it]
        accept_clear(dossier, looked_at, who=who(request))
        tell(request, _("C’est noté : les captures claires de cette planche sont confirmées."))
        return redirect(request.get_full_path())
    page = Paginator(now.every, ON_A_SHEET).get_page(request.GET.get("page"))
    context = {
        "step": frame(dossier, "captures"),
        "dossier": dossier,
        "page": page,
        "alarms": [one for one in now.every if one.alarming],
        "to_look_at": sum(not one.clear and not one.capture.set_aside for one in now.every),
        "clear": sum(one.clear for one in now.every),
        "aside": sum(bool(one.capture.set_aside) for one in now.every),
        "to_accept": any(one.clear and not one.confirmed for one in page),
        "remarked": remarks_of(dossier),
        "unread": now.seen.unread,
    }
    return render(request, "plaise/captures/sheet.html", context)


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponseBase:
    """What was read, beside the picture; the person confirms or corrects it."""
    now = known(dossier)
    place = now.by_tag.get(tag)
    if place is None:
        raise Http404
    shown, following = now.every[place], _after(now.every, place)
    form = SayForm(posted(request), shown.capture, request.GET.get("jour", ""))
    if request.method == "POST" and form.is_valid():
        _decide(request, dossier, shown, form)
        tell(request, _("C’est noté."))
        if form.cleaned_data["result"] == Result.SLOT_OFFERED.value:
            return redirect("capture-slot", dossier.id, tag)
        return redirect("capture", dossier.id, following or tag)
    reading = shown.capture.reading
    context = {
        "dossier": dossier,
        "step": frame(dossier, "captures"),
        "one": shown,
        "reading": reading,
        "days": _days(reading),
        "remarks": remarks_of(dossier).get(shown.capture.source, ()),
        "retakes": [] if shown.capture.set_aside else retake_advice(reading),
        "left_out": shown.capture.set_aside == LEFT_OUT,
        "may_leave": not shown.capture.set_aside and reading.result is not Result.SLOT_OFFERED,
        "following": following,
        "place": place + 1,
        "total": len(now.every),
        "form": form,
    }
    return render(request, "plaise/captures/one.html", context, status=status(form))


def who(request: HttpRequest) -> str:
    """The person who decides, as the journal names them: the account's nickname."""
    return str(request.user)


def _days(reading: Reading) -> list[date]:
    """The days between which only a person can choose."""
    return [] if reading.date else [date.fromisoformat(day) for day in reading.date_choices]


def _after(every: tuple[Shown, ...], place: int) -> str:
    return every[place + 1].tag if place + 1 < len(every) else ""


def _decide(request: HttpRequest, dossier: EncryptedDossier, shown: Shown, form: SayForm) -> None:
    for element, value in form.said():
        decide(
            dossier,
            shown.capture,
            element,
            value,
            who=who(request),
            why=form.cleaned_data["why"],
            on_picture=form.shows(element),
        )
