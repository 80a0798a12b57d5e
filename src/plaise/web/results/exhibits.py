"""The exhibits: their numbers and order, those left out, what the registry would refuse."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plaise.bundle import chronology
from plaise.dossier import Entry, PlaiseError
from plaise.store.vault import EncryptedDossier
from plaise.web.captures.known import known
from plaise.web.captures.shown import tag_with
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.wording import said, without_commands
from plaise.work.exhibits import Changes, check_pieces, decide_exhibits, exhibit_decisions

from .numbers import Numbered, numbers_now
from .views import not_yet

_ON_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One exhibit, or a series of captures, as the page shows it."""

    entry: Entry
    tag: str
    filed: bool
    first: bool = False
    last: bool = False
    to: int = 0
    captures: int = 0


class Decision(forms.Form):
    """One decision on one exhibit, or on the series."""

    doing = forms.ChoiceField(
        choices=[(one, one) for one in ("up", "down", "out", "back", "apart", "grouped")]
    )
    exhibit = forms.SlugField(required=False)
    why = forms.CharField(required=False, max_length=300)
    after = forms.SlugField(required=False)


@require_http_methods(["GET", "POST"])
def exhibits(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """The numbered list; each decision is one button."""
    context: dict[str, object] = {"step": frame(dossier, "exhibits"), "dossier": dossier}
    if request.method == "POST":
        return _decide(request, dossier)
    try:
        now = numbers_now(dossier)
    except PlaiseError as error:
        refused = _refused(dossier)
        context |= {"trouble": said(error), "refused": refused}
        return not_yet(request, context, error)
    context |= {
        "pieces": _pieces(dossier, now),
        "series": _series(dossier, now),
        "left_out": [
            {
                "name": one.rpartition("/")[2],
                "tag": _tag(dossier, one),
                "why": now.reasons.get(one),
                "capture": known(dossier).find(_tag(dossier, one)),
            }
            for one in now.decisions.left_out
        ],
        "apart": now.decisions.apart,
        "filed": bool(now.decisions.filed),
        "refused": now.refused,
        "notes": now.notes,
        "total": len(now.plan.entries),
        "files": len(now.plan.files),
    }
    return render(request, "plaise/results/exhibits.html", context)


@require_GET
def chronology_page(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """Every attempt that is an exhibit, in the order of moments."""
    context: dict[str, object] = {"step": frame(dossier, "exhibits"), "dossier": dossier}
    try:
        now = numbers_now(dossier)
    except PlaiseError as error:
        return not_yet(request, context, error)
    rows = chronology(now.plan, known(dossier).captures)
    context["page"] = Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "plaise/results/chronology.html", context)


def _decide(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    form = Decision(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    asked = form.cleaned_data
    changes = _changes(dossier, asked["doing"], asked["exhibit"], asked["why"], str(request.user))
    back = redirect("exhibits", dossier.id)
    if asked["after"]:
        back = redirect("capture", dossier.id, asked["after"])
    if changes is None:
        tell(request, _("Cette pièce n’est plus là : voici la liste à jour."), "warning")
        return back
    decide_exhibits(dossier, changes)
    tell(request, _("C’est noté : les numéros suivent."))
    return back


def _changes(dossier: EncryptedDossier, doing: str, tag: str, why: str, who: str) -> Changes | None:
    """What the core is asked; None when the exhibit has gone meanwhile."""
    if doing in {"apart", "grouped"}:
        return Changes(apart=doing == "apart", who=who, why=why)
    source = _source(dossier, tag)
    if source is None:
        return None
    if doing == "out":
        return Changes(leave_out=(source,), who=who, why=why)
    if doing == "back":
        return Changes(keep=(source,), who=who, why=why)
    order = [entry.source for entry in numbers_now(dossier).plan.batch if not entry.in_series]
    if source not in order:
        return None
    place = order.index(source)
    other = max(0, min(len(order) - 1, place + (1 if doing == "down" else -1)))
    order[place], order[other] = order[other], order[place]
    return Changes(order=tuple(order), who=who, why=why)


def _source(dossier: EncryptedDossier, tag: str) -> str | None:
    """The exhibit that a form names: a capture, a piece, or one that was left out."""
    one = known(dossier).find(tag)
    if one is not None:
        return one.capture.source
    ring = dossier.ring()
    decided = exhibit_decisions(dossier.journal()).left_out
    paths = (*(file.path for file in dossier.originals("pieces")), *decided)
    return next((path for path in paths if tag_with(ring, path) == tag), None)


def _pieces(dossier: EncryptedDossier, now: Numbered) -> list[Line]:
    fresh = [entry for entry in now.plan.pieces if entry not in now.decisions.filed]
    return [
        Line(
            entry,
            _tag(dossier, entry.source),
            filed=entry in now.decisions.filed,
            first=entry == fresh[0] if fresh else False,
            last=entry == fresh[-1] if fresh else False,
        )
        for entry in now.plan.pieces
    ]


def _series(dossier: EncryptedDossier, now: Numbered) -> list[Line]:
    """The captures, one line for each file that holds some."""
    return [
        Line(
            entries[0],
            _tag(dossier, entries[0].source),
            filed=entries[0] in now.decisions.filed,
            to=entries[-1].number,
            captures=len(entries),
        )
        for entries in now.plan.files.values()
        if entries[0].in_series
    ]


def _tag(dossier: EncryptedDossier, source: str) -> str:
    return tag_with(dossier.ring(), source)


def _refused(dossier: EncryptedDossier) -> tuple[str, ...]:
    try:
        refused, _notes = check_pieces(dossier, dossier.facts())
        return tuple(without_commands(one) for one in refused)
    except PlaiseError:
        return ()
