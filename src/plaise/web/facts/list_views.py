"""Lists of the facts: reasons of urgency, contacts, explanations; added, corrected, taken out."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plaise.dossier import ContactKind, DossierError, FactPath, Plain, Raw, Result
from plaise.law import Law, load_law
from plaise.store.vault import EncryptedDossier
from plaise.web.background import WORKER, Kind
from plaise.web.captures.known import known
from plaise.web.captures.shown import Shown
from plaise.web.forms import posted, status
from plaise.web.journey import Frame, frame
from plaise.web.notices import tell

from .fields import day_words
from .kinds import CONTACTS, tell_of_pages
from .lists import BlockForm, ContactForm, ExplanationForm, RemoveForm, UrgencyForm
from .proofs import blocks
from .saving import Facts, facts_of, new_faults, write
from .screens import SCREENS
from .views import screen_context, screen_frame

_FORM = ["GET", "POST"]


@require_GET
def urgency(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """The reasons why waiting does harm."""
    raw = facts_of(dossier).raw
    law = load_law()
    rule = next((one for name, one in law.demarches.items() if name == _demarche(raw)), None)
    context = screen_context(SCREENS["urgency"], dossier, raw) | {
        "rule": rule,
        "cards": [
            {"place": place, "title": "", "text": one.get("texte", ""), "proofs": _labels(raw, one)}
            for place, one in enumerate(blocks(raw, "urgence"))
        ],
    }
    return render(request, "plaise/facts/urgency.html", context)


@require_http_methods(_FORM)
def reason(
    request: HttpRequest, dossier: EncryptedDossier, place: int | None = None
) -> HttpResponseBase:
    """One reason, new or corrected."""
    facts = facts_of(dossier)
    at = _place(facts.raw, "urgence", place)
    form = UrgencyForm(posted(request), facts.raw, at=at, files=_files(request))
    if _kept(request, dossier, facts, form):
        return redirect("urgency", dossier.id)
    step = replace(
        screen_frame(SCREENS["urgency"], dossier, facts.raw),
        before=reverse("urgency", args=[dossier.id]),
    )
    context = {"step": step, "dossier": dossier, "form": form, "caution": _caution()}
    return render(request, "plaise/facts/reason.html", context, status=status(form))


@require_GET
def contacts(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """What was done besides the attempts, and what may still be done."""
    raw = facts_of(dossier).raw
    cards = []
    for place, one in enumerate(blocks(raw, "contacts")):
        cards.append(
            {
                "place": place,
                "title": _means(one),
                "day": day_words(one.get("date")),
                "recipient": one.get("destinataire", ""),
                "tracking": one.get("numero_de_suivi", ""),
                "answer": one.get("reponse", ""),
                "proofs": _labels(raw, one),
            }
        )
    context = {
        "step": frame(dossier, "contacts"),
        "dossier": dossier,
        "cards": cards,
        "kinds": [(kind.value, words) for kind, words in CONTACTS.items()],
    }
    return render(request, "plaise/facts/contacts.html", context)


@require_http_methods(_FORM)
def contact(
    request: HttpRequest,
    dossier: EncryptedDossier,
    kind: str = "",
    place: int | None = None,
) -> HttpResponseBase:
    """One contact, new or corrected."""
    facts = facts_of(dossier)
    at = _place(facts.raw, "contacts", place)
    held = blocks(facts.raw, "contacts")[place].get("moyen") if place is not None else kind
    means = _kind(held)
    if means is None:
        raise Http404
    form = ContactForm(posted(request), facts.raw, at=at, kind=means, files=_files(request))
    if _kept(request, dossier, facts, form):
        return redirect("contacts", dossier.id)
    context = {
        "step": _back(frame(dossier, "contacts"), reverse("contacts", args=[dossier.id])),
        "dossier": dossier,
        "form": form,
        "title": CONTACTS[means],
        "caution": _caution(),
        "cautions": _contact_cautions(load_law(), means),
    }
    return render(request, "plaise/facts/contact.html", context, status=status(form))


@require_GET
def explanations(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """What is said of single captures."""
    raw, by_name = facts_of(dossier).raw, _captures(dossier)
    context = {
        "step": frame(dossier, "captures"),
        "dossier": dossier,
        "cards": [
            {
                "place": place,
                "name": one.get("capture", ""),
                "capture": by_name.get(str(one.get("capture", ""))),
                "text": one.get("texte", ""),
            }
            for place, one in enumerate(blocks(raw, "explications"))
        ],
    }
    return render(request, "plaise/facts/explanations.html", context)


@require_http_methods(_FORM)
def explanation(
    request: HttpRequest, dossier: EncryptedDossier, place: int | None = None
) -> HttpResponseBase:
    """One explanation, new or corrected."""
    facts = facts_of(dossier)
    at = _place(facts.raw, "explications", place)
    form = ExplanationForm(posted(request), facts.raw, at=at, captures=_captures(dossier))
    if _kept(request, dossier, facts, form):
        return redirect("explanations", dossier.id)
    context = {
        "step": _back(frame(dossier, "captures"), reverse("explanations", args=[dossier.id])),
        "dossier": dossier,
        "form": form,
    }
    return render(request, "plaise/facts/explanation.html", context, status=status(form))


@require_http_methods(_FORM)
def remove(
    request: HttpRequest, dossier: EncryptedDossier, place: int, name: str, back: str
) -> HttpResponseBase:
    """Take one block out, once it was asked twice; the proofs stay among the documents."""
    facts = facts_of(dossier)
    at = _place(facts.raw, name, place)
    form = RemoveForm(posted(request), facts.raw, at=at)
    if request.method == "POST" and form.is_valid():
        write(dossier, facts, {at: None})
        tell(request, _("C’est retiré."))
        return redirect(back, dossier.id)
    one = blocks(facts.raw, name)[place]
    context = {
        "step": _back(frame(dossier, _STEPS[name]), reverse(back, args=[dossier.id])),
        "dossier": dossier,
        "form": form,
        "what": _means(one) or one.get("texte", ""),
        "day": day_words(one.get("date")),
    }
    return render(request, "plaise/facts/remove.html", context)


_STEPS = {"urgence": "request", "contacts": "contacts", "explications": "captures"}


def _kept(request: HttpRequest, dossier: EncryptedDossier, facts: Facts, form: BlockForm) -> bool:
    """Save a block and the files that came with it; False when there is something to correct."""
    if request.method != "POST" or not form.is_valid():
        return False
    changes: dict[FactPath, Plain] = form.keep_files(dossier)
    changes |= form.changes()
    form.refuse(new_faults(facts, changes))
    if form.errors:
        return False
    write(dossier, facts, changes)
    if form.brought:
        WORKER.ask(Kind.READ, dossier)  # the journal records what came in
    tell(request, _("C’est enregistré."))
    for name in form.brought:
        tell_of_pages(request, name)
    return True


def _place(raw: Raw, name: str, place: int | None) -> FactPath:
    count = len(blocks(raw, name))
    if place is not None and place >= count:
        raise Http404
    return (name, count if place is None else place)


def _files(request: HttpRequest) -> object:
    return request.FILES if request.method == "POST" else None


def _back(step: Frame, address: str) -> Frame:
    return replace(step, before=address)


def _kind(value: object) -> ContactKind | None:
    return next((kind for kind in ContactKind if kind == value), None)


def _means(block: Raw) -> object:
    kind = _kind(block.get("moyen"))
    return CONTACTS[kind] if kind else block.get("moyen", "")


def _demarche(raw: Raw) -> object:
    asked = raw.get("demande")
    return asked.get("demarche") if isinstance(asked, dict) else None


def _labels(raw: Raw, block: Raw) -> list[str]:
    """The titles of the pieces that a block cites."""
    titles = {one.get("fichier"): one.get("libelle") for one in blocks(raw, "pieces")}
    return [str(titles.get(name) or name) for name in block.get("pieces", [])]


def _caution() -> str:
    return load_law().warning("piece").text


def _contact_cautions(law: Law, kind: ContactKind) -> list[str]:
    """What is said before a visit: who risks something, who may bear witness."""
    if kind not in {ContactKind.VISIT, ContactKind.DIGITAL_POINT}:
        return []
    return [law.warning(name).text for name in ("guichet", "temoin")]


def _captures(dossier: EncryptedDossier) -> dict[str, Shown]:
    """The captures by name of file, those that offer a slot first: they must be explained."""
    try:
        now = known(dossier)
    except DossierError:
        return {}
    every = sorted(
        now.in_order, key=lambda one: one.capture.reading.result is not Result.SLOT_OFFERED
    )
    return {one.capture.name: now.by_name[one.capture.name] for one in every}
