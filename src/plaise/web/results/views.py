"""Is my file ready, what to do and when."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plaise.dossier import FactsError, PlaiseError
from plaise.readiness import Assessment
from plaise.store.vault import EncryptedDossier
from plaise.web.captures.known import known
from plaise.web.facts.mending import Mend, missing, points_of, steps_of
from plaise.web.journey import frame
from plaise.web.passages import left_in_french
from plaise.web.standing import assessment_now, plan_now
from plaise.web.wording import said


@require_GET
def ready(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """The level, what stops, what strengthens most, every criterion with its sources."""
    context: dict[str, object] = {"step": frame(dossier, "ready"), "dossier": dossier}
    try:
        assessment = assessment_now(dossier)
    except PlaiseError as error:
        return not_yet(request, context, error)
    context |= {
        "assessment": assessment,
        "steps": steps_of(dossier, assessment),
        "points": points_of(dossier, assessment),
        "unread": known(dossier).seen.unread,
        "left_in_french": left_in_french(_told(assessment)),
    }
    return render(request, "plaise/results/ready.html", context)


@require_GET
def plan_page(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """What to do in the next days."""
    context: dict[str, object] = {"step": frame(dossier, "ready"), "dossier": dossier}
    try:
        context["plan"] = plan = plan_now(dossier)
    except PlaiseError as error:
        return not_yet(request, context, error)
    context["left_in_french"] = left_in_french(
        (*plan.stops, *plan.today, *(text for one in plan.items for text in (one.title, one.why)))
    )
    reasons = [one.why for one in plan.items]
    context["items"] = [
        (one, one.why not in reasons[:place]) for place, one in enumerate(plan.items)
    ]
    return render(request, "plaise/results/plan.html", context)


def _told(assessment: Assessment) -> Iterator[str]:
    """Every passage that the page shows."""
    yield from (assessment.level_reason, *assessment.blocks, *assessment.next_steps)
    for one in assessment.criteria:
        yield from (one.title, one.explanation, one.next_step, one.rule, one.note, one.laid)


def _missing(dossier: EncryptedDossier) -> list[Mend]:
    try:
        return missing(dossier)
    except PlaiseError:
        return []


def not_yet(
    request: HttpRequest, context: dict[str, object], error: PlaiseError | None = None
) -> HttpResponse:
    """The page of a step whose time has not come, and why."""
    dossier = context["dossier"]
    if isinstance(error, FactsError) and isinstance(dossier, EncryptedDossier):
        context["missing"] = _missing(dossier)
    context["trouble"] = said(error) if error else None
    return render(request, "plaise/results/not_yet.html", context)
