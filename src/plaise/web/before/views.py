"""Warnings shown once, hard situations sent to people, and the door that the préfecture gives."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plaise.dossier import (
    Capture,
    Demarche,
    Door,
    FactPath,
    Plain,
    PlaiseError,
    Raw,
    value_at,
)
from plaise.law import (
    Confidence,
    CriterionRule,
    DemarcheRule,
    DoorGuide,
    Law,
    Question,
    Reached,
    Sourced,
    attempts_of,
    door_of_address,
    load_law,
)
from plaise.readiness import SourceNote, source_note
from plaise.store.vault import EncryptedDossier
from plaise.web.facts.before import AdviceForm, PrefectureForm, declared
from plaise.web.facts.saving import facts_of, write
from plaise.web.facts.screens import SCREENS
from plaise.web.facts.views import after, saved, screen_context
from plaise.web.forms import posted, status
from plaise.web.notices import tell
from plaise.web.spoken import spoken
from plaise.work import record_shown, warnings_to_show
from plaise.work.seen import seen_captures, today_of

_FORM = ["GET", "POST"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the law's data with its sources, as every page shows it."""

    rule: Sourced
    sources: tuple[SourceNote, ...]
    to_check: bool

    @property
    def confidence(self) -> Confidence:
        """How far it was checked."""
        return self.rule.confidence


def stated(law: Law, rule: Sourced, dossier: EncryptedDossier, *more: str) -> Statement:
    """A rule with the texts that it rests on, dated."""
    today = today_of(dossier)
    wanted = dict.fromkeys((*rule.references, *more))
    notes = tuple(source_note(law, one, today) for one in wanted)
    return Statement(rule, notes, rule.to_check(today))


@require_http_methods(_FORM)
def warnings(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """What must be known before anything begins; the journal records that it was shown."""
    screen, law = SCREENS["warnings"], load_law()
    if request.method == "POST":
        record_shown(dossier, warnings_to_show(dossier))
        return redirect(after(screen, dossier))
    context = screen_context(screen, dossier, facts_of(dossier).raw)
    context["warnings"] = [stated(law, one, dossier) for one in law.before_start()]
    return render(request, "plaise/before/warnings.html", context)


@require_http_methods(_FORM)
def advice(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """The situations declared, their own time limits, whom to call; never a closed door."""
    screen, law, facts = SCREENS["advice"], load_law(), facts_of(dossier)
    form = AdviceForm(posted(request), facts.raw)
    if request.method == "POST" and form.is_valid() and saved(dossier, form):
        tell(request, _("C’est enregistré."))
        return redirect(after(screen, dossier))
    cases = [law.hard_cases[one] for one in declared(facts.raw)]
    context = screen_context(screen, dossier, facts.raw) | {
        "form": form,
        "cases": [
            (
                stated(law, one, dossier),
                stated(law, law.routes[one.route], dossier) if one.route else None,
            )
            for one in cases
        ],
        "contacts": law.contacts_for(*(one.id for one in cases)),
    }
    return render(request, "plaise/before/advice.html", context, status=status(form))


@require_http_methods(_FORM)
def prefecture(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """The préfecture's addresses; an old directory may propose one, never as the truth."""
    screen, law, facts = SCREENS["prefecture"], load_law(), facts_of(dossier)
    known = None
    code = value_at(facts.raw, ("prefecture", "departement"))
    try:
        known = law.suggested_prefecture(str(code)) if code else None
    except PlaiseError:
        known = None
    asked = request.method == "GET" and "proposition" in request.GET and known
    form = PrefectureForm(posted(request), facts.raw)
    if asked and known:
        form.initial["address"] = [known.name, *known.address.split(", ")]
    if request.method == "POST" and form.is_valid() and saved(dossier, form):
        tell(request, _("C’est enregistré."))
        return redirect(after(screen, dossier))
    context = screen_context(screen, dossier, facts.raw) | {"form": form, "known": known}
    return render(request, "plaise/before/prefecture.html", context, status=status(form))


class QuestionForm(forms.Form):
    """One plain question of the law's data."""

    answer = forms.ChoiceField(
        widget=forms.RadioSelect, error_messages={"required": _("Choisissez une réponse.")}
    )

    def __init__(self, data: object, question: Question) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        field = self.fields["answer"]
        assert isinstance(field, forms.ChoiceField)
        field.label = spoken(question.text)
        field.help_text = spoken(question.help)
        field.choices = [(one.id, spoken(one.label)) for one in question.answers]


@require_http_methods(_FORM)
def question(request: HttpRequest, dossier: EncryptedDossier, name: str = "") -> HttpResponseBase:
    """One question towards the right door; the last answer writes the door."""
    facts, law = facts_of(dossier), load_law()
    demarche = _demarche(facts.raw)
    if demarche is None:
        return redirect("demarche", dossier.id)
    first = law.questions.first[demarche]
    if first.startswith("="):
        return _reached(dossier, law.door_for(demarche, {}))
    try:
        asked = law.questions.by_id(name or first)
    except KeyError as error:
        raise Http404 from error
    form = QuestionForm(posted(request), asked)
    if request.method == "POST" and form.is_valid():
        answer = asked.answer(form.cleaned_data["answer"])
        if answer.question:
            return redirect("door-question", dossier.id, answer.question)
        reveals = (answer.reveals,) if answer.reveals else ()
        found = Reached(door=law.door_guides[answer.door], reveals=reveals)
        return _reached(dossier, found)
    context = screen_context(SCREENS["door"], dossier, facts.raw) | {"form": form}
    return render(request, "plaise/before/question.html", context, status=status(form))


@require_http_methods(["GET"])
def door(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """What the law's data says of the door: the proofs that it calls for, or why it is wrong."""
    facts, law = facts_of(dossier), load_law()
    demarche, held = _demarche(facts.raw), _door(facts.raw)
    if demarche is None:
        return redirect("demarche", dossier.id)
    unknown = "inconnue" in request.GET
    if held is None and not unknown:
        return redirect("door-questions", dossier.id)
    law = law.at(_departement(facts.raw, law))
    guide = law.door_guides["inconnue"] if unknown or held is None else law.guide_for(held)
    rule = law.demarches[demarche]
    permits = (*guide.permit_references, *rule.permit_references) if rule.permit else ()
    context = screen_context(SCREENS["door"], dossier, facts.raw) | {
        "guide": guide,
        "statement": stated(law, guide, dossier, *permits),
        "rule": rule,
        "demarche": stated(law, rule, dossier),
        "wrong": _wrong(facts.raw, law, guide, rule),
        "must_leave": any(one.value in {"oqtf", "irtf"} for one in declared(facts.raw)),
        "in_person": {"visite", "point_d_accueil_numerique"},
    }
    if not (guide.stop or rule.stop):
        context |= _attempts(law, dossier, held)
    return render(request, "plaise/before/door.html", context)


def _attempts(law: Law, dossier: EncryptedDossier, held: Door | None) -> dict[str, object]:
    """How many attempts there are, and how many the known decisions call for."""
    captures: tuple[Capture, ...] = seen_captures(dossier).captures
    tried = attempts_of(captures, door=held)
    criteria: dict[str, CriterionRule] = dict(law.criteria)
    return {
        "attempts": len(tried),
        "days": len({one.on for one in tried}),
        "least_days": criteria["tentatives"].thresholds["minimum_days"],
        "strong_days": criteria["tentatives"].thresholds["strong_days"],
        "strong_weeks": criteria["semaines"].thresholds["strong_weeks"],
        "weeks": len({one.week for one in tried}),
        "counts": [stated(law, criteria[name], dossier) for name in ("tentatives", "semaines")],
    }


def _wrong(raw: Raw, law: Law, guide: DoorGuide, rule: DemarcheRule) -> str:
    """Why the door is not the right one, when something says so."""
    if rule.door is not None and guide.door is not None and rule.door is not guide.door:
        return spoken(law.guide_for(rule.door).text)
    address = value_at(raw, ("demande", "adresse_du_site"))
    shown = door_of_address(address) if isinstance(address, str) else None
    if shown is not None and guide.door is not None and shown is not guide.door:
        return _(
            "L’adresse que vous avez donnée est celle d’une autre porte (« %(door)s »). Vérifiez "
            "la consigne sur le site de la préfecture, puis répondez à nouveau."
        ) % {"door": law.guide_for(shown).title}
    return ""


def _reached(dossier: EncryptedDossier, found: Reached) -> HttpResponseBase:
    """Write the door and what the answers revealed, then show it."""
    facts = facts_of(dossier)
    door = found.door.door if found.door else None
    changes: dict[FactPath, Plain] = {}
    wanted = door.value if door else ""
    if wanted != (value_at(facts.raw, ("demande", "porte")) or ""):
        changes["demande", "porte"] = wanted
    known = [one.value for one in declared(facts.raw)]
    more = [one.value for one in found.reveals if one.value not in known]
    if more:
        changes["demande", "situations_difficiles"] = [*known, *more]
    write(dossier, facts, changes)
    place = reverse("door", args=[dossier.id])
    return redirect(place if door else f"{place}?inconnue=1")


def _demarche(raw: Raw) -> Demarche | None:
    held = value_at(raw, ("demande", "demarche"))
    return next((one for one in Demarche if one == held), None)


def _door(raw: Raw) -> Door | None:
    held = value_at(raw, ("demande", "porte"))
    return next((one for one in Door if one == held), None)


def _departement(raw: Raw, law: Law) -> str:
    code = str(value_at(raw, ("prefecture", "departement")) or "")
    try:
        return law.court_for(code).departement
    except PlaiseError:
        return ""
