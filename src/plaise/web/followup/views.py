"""Where the case stands, and everything that happened."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plaise.dossier import PlaiseError
from plaise.drafting import Act
from plaise.followup import EventChoice, Status
from plaise.store.vault import EncryptedDossier, note_dates
from plaise.web.journey import frame
from plaise.web.results.views import not_yet

from .case import Case, case_of, with_case
from .told import happened

_MADE = {act.value for act in Act}
_WITH_THE_PACKAGE = {"requete"}


@require_GET
def state(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """The state in plain words, the next act, the next date."""
    context: dict[str, object] = {"step": frame(dossier, "after"), "dossier": dossier}
    try:
        case = case_of(dossier)
    except PlaiseError as error:
        return not_yet(request, context, error)
    note_dates(dossier, case.listed)
    shown = case.page
    context |= {
        "state": shown,
        "next_date": case.next_date,
        "sooner": case.sooner,
        "late": case.late,
        "expected": _sorted(shown.events),
        "others": tuple(one for one in shown.events if not one.expected),
        "acts": [(act, _address(act.id)) for act in shown.acts],
        "today": case.today,
        "lost": shown.state.startswith("rejected"),
        "appointment": any(one.rule == "appointment" for one in case.dates),
    }
    return render(request, "plaise/followup/state.html", context)


@require_GET
@with_case
def timeline(request: HttpRequest, dossier: EncryptedDossier, case: Case) -> HttpResponse:
    """Every event as it was recorded, and what became of it."""
    context = {
        "step": frame(dossier, "after"),
        "dossier": dossier,
        "steps": [happened(step) for step in case.followup.history],
        "open": {Status.APPLIED.value, Status.IMPOSSIBLE.value},
    }
    return render(request, "plaise/followup/timeline.html", context)


def _sorted(events: tuple[EventChoice, ...]) -> tuple[EventChoice, ...]:
    """What the state expects; closing comes last."""
    expected = [one for one in events if one.expected]
    return tuple(sorted(expected, key=lambda one: one.kind == "closed"))


def _address(act: str) -> str:
    """The name of the page where an act is made."""
    return "package" if act in _WITH_THE_PACKAGE else "followup-act"
