"""Recording what happened, and correcting it; the journal keeps both."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plaise.dossier import PlaiseError
from plaise.followup import (
    EVENTS,
    Channel,
    Event,
    Followup,
    Status,
    Step,
    deciding_field,
    load_machine,
)
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import status
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.spoken import said_plain
from plaise.web.wording import told_in_one
from plaise.work import correct_event, record_event

from .case import Case, with_case
from .forms import DecisionForm, EventForm, WhyForm
from .outside import refresh

_FORM = ["GET", "POST"]
BEGIN = "commencer"


@require_http_methods(_FORM)
@with_case
def record(
    request: HttpRequest, dossier: EncryptedDossier, case: Case, kind: str
) -> HttpResponseBase:
    """The small form of one event. Posted with `commencer`, it only opens filled in."""
    if kind not in EVENTS:
        raise Http404
    if kind not in {rule.kind for rule in case.followup.possible()}:
        tell(request, _("Cela ne peut pas être noté maintenant."), "warning")
        return redirect("after", dossier.id)
    decision, decided = _decision(request, kind)
    if decision is not None:
        return _page(request, dossier, kind, decision, template="decide")
    form = _event_form(request, kind, decided, case)
    if form.is_bound and form.is_valid():
        try:
            after = record_event(dossier, kind, form.facts())
        except PlaiseError as error:
            form.add_error(None, told_in_one(error))
        else:
            return _done(request, dossier, after)
    return _page(request, dossier, kind, form)


@require_http_methods(_FORM)
@with_case
def correct(
    request: HttpRequest, dossier: EncryptedDossier, case: Case, event: str
) -> HttpResponseBase:
    """Change what was recorded, or say that it did not happen."""
    step = _found(case.followup, event)
    assert step.event is not None
    given = _values(step.event)
    decided = str(given.get(_deciding(step.kind), ""))
    posted = request.POST if request.method == "POST" else None
    form = EventForm(posted, step.kind, decided=decided, today=case.today, initial=given)
    why = WhyForm(posted)
    if posted is not None and why.is_valid() and ("remove" in posted or form.is_valid()):
        data = None if "remove" in posted else form.facts()
        try:
            after = correct_event(
                dossier,
                step.id,
                on=case.today,
                reason=why.cleaned_data["why"],
                kind=None if data is None else step.kind,
                data=data,
            )
        except PlaiseError as error:
            form.add_error(None, told_in_one(error))
        else:
            return _done(request, dossier, after)
    context = _context(dossier, step.kind) | {"form": form, "why": why, "event": step.id}
    code = status(why) if status(why) != status(None) else status(form)
    return render(request, "plaise/followup/correct.html", context, status=code)


def _decision(request: HttpRequest, kind: str) -> tuple[DecisionForm | None, str]:
    """The first question while it is not answered, else its answer."""
    field = deciding_field(kind)
    if field is None:
        return None, ""
    answer = request.POST.get(field.name, "")
    if answer in dict(field.choices):
        return None, answer
    asked = request.method == "POST" and BEGIN not in request.POST
    return DecisionForm(request.POST if asked else None, field), ""


def _event_form(request: HttpRequest, kind: str, decided: str, case: Case) -> EventForm:
    begun = request.method == "POST" and BEGIN not in request.POST
    initial: dict[str, Any] = {"electronic": case.followup.channel is Channel.TELERECOURS}
    if request.method == "POST" and BEGIN in request.POST:
        initial |= {name: _read(name, value) for name, value in request.POST.items()}
    return EventForm(
        request.POST if begun else None,
        kind,
        decided=decided,
        today=case.today,
        initial=initial,
        hidden=_deciding(kind) if decided else "",
    )


def _deciding(kind: str) -> str:
    field = deciding_field(kind)
    return field.name if field else ""


def _read(name: str, value: object) -> object:
    """What a guess filled in: a day is a date."""
    text = str(value)
    if name in {"on", "day"} or name.endswith(("_before", "_by", "_on", "_from")):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    return text


def _values(event: Event) -> dict[str, Any]:
    given: Mapping[str, Any] = event.model_dump()
    hours = {
        name: value.isoformat("minutes")
        for name, value in given.items()
        if name == "hour" and value
    }
    return {name: value for name, value in given.items() if value is not None} | hours


def _found(case: Followup, event: str) -> Step:
    open_to = {Status.APPLIED, Status.IMPOSSIBLE}
    for step in case.history:
        if step.id == event and step.event is not None and step.status in open_to:
            return step
    raise Http404


def _done(request: HttpRequest, dossier: EncryptedDossier, after: Followup) -> HttpResponse:
    refresh(dossier)
    told = _("C’est noté. Maintenant : %(state)s.") % {"state": said_plain(after.current.label)}
    tell(request, told)
    return redirect("after", dossier.id)


def _context(dossier: EncryptedDossier, kind: str) -> dict[str, object]:
    return {
        "step": frame(dossier, "after"),
        "dossier": dossier,
        "kind": kind,
        "label": load_machine().events[kind].label,
    }


def _page(
    request: HttpRequest,
    dossier: EncryptedDossier,
    kind: str,
    form: EventForm | DecisionForm,
    template: str = "record",
) -> HttpResponse:
    context = _context(dossier, kind) | {"form": form}
    page = f"plaise/followup/{template}.html"
    return render(request, page, context, status=status(form))
