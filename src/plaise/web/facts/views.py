"""Parts of the journey that fill the facts, each screen on its own, and the text for volunteers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from plaise.dossier import PlaiseError, Raw, parse_dossier, typeset
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import DateInWords, Words, posted, status
from plaise.web.journey import Frame, frame
from plaise.web.notices import tell
from plaise.work import warnings_to_show

from .fields import FactsForm, day_words
from .forms import TextForm
from .proofs import blocks
from .saving import facts_of, new_faults, write
from .screens import PARTS, SCREENS, Part, Screen

_FORM = ["GET", "POST"]


@dataclass(frozen=True, slots=True)
class Told:
    """A screen as the page of its part shows it: what was answered, read back."""

    screen: Screen
    address: str
    answered: bool
    values: tuple[tuple[Words, str], ...]


@require_GET
def part(request: HttpRequest, dossier: EncryptedDossier, name: str) -> HttpResponse:
    """What a part asks and what was answered; where to go on."""
    this, raw = PARTS[name], facts_of(dossier).raw
    following = this.next_in(raw)
    step = frame(dossier, name)
    context = {
        "step": step,
        "dossier": dossier,
        "part": this,
        "screens": [told(screen, dossier, raw) for screen in this.wanted(raw)],
        "onwards": following.address(dossier) if following else step.after,
        "complete": following is None,
        "warned": name == "before" and not warnings_to_show(dossier),
    }
    return render(request, "plaise/facts/part.html", context)


@require_http_methods(_FORM)
def screen(request: HttpRequest, dossier: EncryptedDossier, name: str) -> HttpResponseBase:
    """One screen: what is asked, checked by the model of the facts, saved at once."""
    this, facts = SCREENS[name], facts_of(dossier)
    assert this.form is not None
    if request.method == "POST" and "remove" in request.POST and name == "representative":
        write(dossier, facts, {("representant",): None})
        return redirect("who", dossier.id)
    form = this.form(posted(request), facts.raw)
    if request.method == "POST" and form.is_valid() and saved(dossier, form):
        tell(request, _("C’est enregistré."))
        return redirect(after(this, dossier))
    context = screen_context(this, dossier, facts.raw) | {"form": form}
    return render(request, "plaise/facts/screen.html", context, status=status(form))


def saved(dossier: EncryptedDossier, form: FactsForm) -> bool:
    """Write what a valid form changes; False when the model refuses it, which the form then says.

    Raises:
        ConflictError: the facts were changed meanwhile.
    """
    facts, changes = facts_of(dossier), form.changes()
    form.refuse(new_faults(facts, changes))
    if form.errors:
        return False
    write(dossier, facts, changes)
    return True


def screen_context(this: Screen, dossier: EncryptedDossier, raw: Raw) -> dict[str, object]:
    """What `plaise/facts/screen.html` needs around a screen."""
    return {
        "step": screen_frame(this, dossier, raw),
        "dossier": dossier,
        "screen": this,
        "onwards": after(this, dossier),
    }


def screen_frame(this: Screen, dossier: EncryptedDossier, raw: Raw) -> Frame:
    """The frame of the part, whose « back » leads to the screen before."""
    wanted = PARTS[this.part].wanted(raw)
    place = wanted.index(this) if this in wanted else 0
    step = frame(dossier, this.part)
    back = wanted[place - 1].address(dossier) if place else frame_of(PARTS[this.part], dossier)
    return replace(step, before=back)


def frame_of(this: Part, dossier: EncryptedDossier) -> str:
    """The address of a part."""
    return reverse(this.name, args=[dossier.id])


def after(this: Screen, dossier: EncryptedDossier) -> str:
    """The screen that comes next, as the facts are now; the part's own page after the last."""
    wanted = PARTS[this.part].wanted(facts_of(dossier).raw)
    later = wanted[wanted.index(this) + 1 :] if this in wanted else ()
    return later[0].address(dossier) if later else frame_of(PARTS[this.part], dossier)


def told(this: Screen, dossier: EncryptedDossier, raw: Raw) -> Told:
    """What a screen holds, in words."""
    values: list[tuple[Words, str]] = []
    if this.form is not None:
        form = this.form(None, raw)
        values = [
            (field.label or "", words)
            for name, field in form.fields.items()
            if name in form.paths and (words := in_words(field, form.initial.get(name)))
        ]
    elif this.name == "urgency":
        values = [("", str(one.get("texte", ""))) for one in blocks(raw, "urgence")]
    return Told(this, this.address(dossier), this.answered(raw), tuple(values))


def in_words(field: forms.Field, value: object) -> str:
    """A value as a person reads it."""
    if value in (None, "", []):
        return ""
    if isinstance(field, DateInWords):
        return day_words(value)
    values = value if isinstance(value, list) else [value]
    if isinstance(field, forms.ChoiceField):
        choices = cast("Iterable[tuple[object, object]]", field.choices)
        names = {str(key): str(label) for key, label in choices}
        values = [names.get(str(one), str(one)) for one in values]
    return "\n".join(str(one) for one in values if str(one).strip())


@require_http_methods(_FORM)
def text(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """The whole text, for volunteers; one that does not hold is kept, and its faults are said."""
    held, version = dossier.versioned_facts()
    form = TextForm(posted(request), initial={"text": held, "seen": version})
    if request.method == "POST" and form.is_valid():
        dossier.write_facts(form.cleaned_data["text"], seen=form.cleaned_data["seen"])
        tell(request, _("C’est enregistré."))
        return redirect("facts", dossier.id)
    fault = _fault(held)
    context = {"dossier": dossier, "form": form, "fault": typeset(fault.happened) if fault else ""}
    return render(request, "plaise/facts/text.html", context, status=status(form))


def _fault(held: str) -> PlaiseError | None:
    try:
        parse_dossier(held)
    except PlaiseError as error:
        return error
    return None
