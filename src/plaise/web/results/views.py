"""Is my file ready, what to do and when."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plaise.dossier import PlaiseError
from plaise.readiness import assess, plan
from plaise.store.vault import EncryptedDossier
from plaise.web.captures.known import known
from plaise.web.facts.mending import Mend, missing, points_of, steps_of
from plaise.web.journey import frame
from plaise.web.wording import said
from plaise.work.seen import today_of


@require_GET
def ready(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """The level, what stops, what strengthens most, every criterion with its sources."""
    context: dict[str, object] = {"step": frame(dossier, "ready"), "dossier": dossier}
    try:
        facts, seen = dossier.facts(), known(dossier).seen
    except PlaiseError as error:
        return not_yet(request, context | {"missing": _missing(dossier)}, error)
    today = facts.acts_on or today_of(dossier)
    assessment = assess(facts, seen.captures, today=today)
    context |= {
        "assessment": assessment,
        "steps": steps_of(dossier, assessment),
        "points": points_of(dossier, assessment),
        "unread": seen.unread,
    }
    return render(request, "plaise/results/ready.html", context)


@require_GET
def plan_page(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """What to do in the next days."""
    context: dict[str, object] = {"step": frame(dossier, "ready"), "dossier": dossier}
    try:
        facts, seen = dossier.facts(), known(dossier).seen
    except PlaiseError as error:
        return not_yet(request, context, error)
    context["plan"] = plan(facts, seen.captures, now=datetime.now(UTC))
    return render(request, "plaise/results/plan.html", context)


def _missing(dossier: EncryptedDossier) -> list[Mend]:
    try:
        return missing(dossier)
    except PlaiseError:
        return []


def not_yet(
    request: HttpRequest, context: dict[str, object], error: PlaiseError | None = None
) -> HttpResponse:
    """The page of a step whose time has not come, and why."""
    context["trouble"] = said(error) if error else None
    return render(request, "plaise/results/not_yet.html", context)
