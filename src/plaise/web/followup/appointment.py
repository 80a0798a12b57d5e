"""The appointment itself: the warning first, what to bring, what to ask for, turned away."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from plaise.followup import appointment_guide, too_late
from plaise.law import load_law
from plaise.store.vault import EncryptedDossier
from plaise.web.journey import frame

from .case import Case, with_case


@require_GET
@with_case
def appointment(request: HttpRequest, dossier: EncryptedDossier, case: Case) -> HttpResponse:
    """What to know before going."""
    guide = appointment_guide(case.setting.demarche)
    ahead = [offer for offer in case.followup.offers if offer.day >= case.today]
    lines = (guide.warning, *guide.before, *guide.during, *guide.turned_away)
    cited = dict.fromkeys(one for line in lines for one in line.references)
    context = {
        "step": frame(dossier, "after"),
        "dossier": dossier,
        "guide": guide,
        "offers": [(offer, too_late(offer, case.facts)) for offer in ahead],
        "sources": [load_law().references[one] for one in cited],
        "held": "appointment_held" in {rule.kind for rule in case.followup.possible()},
    }
    return render(request, "plaise/followup/appointment.html", context)
