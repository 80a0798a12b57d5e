"""Masking private things on a copy: rectangles drawn, or lines of text chosen by their number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from plaise.dossier import Box, Capture, PlaiseError
from plaise.reading import protected_boxes, text_boxes
from plaise.reading._redact import overlap
from plaise.store.vault import EncryptedDossier
from plaise.web.files import picture
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.wording import said
from plaise.work import redact_capture, uncover_capture

from .looking import who
from .pictures import COPIER, LARGE, found
from .remarks import remarks_of
from .shown import Shown

_BOX = re.compile(r"(\d{1,6}),(\d{1,6}),(\d{1,6}),(\d{1,6})")
_MOST = 60
_PREVIEW, _LINES = "mask-preview", "mask-lines"


class MaskForm(forms.Form):
    """What to cover, and why."""

    boxes = forms.CharField(required=False, widget=forms.HiddenInput, max_length=3000)
    zone = forms.MultipleChoiceField(required=False)
    why = forms.CharField(
        label=gettext_lazy("Pourquoi ?"),
        help_text=gettext_lazy(
            "En quelques mots. Par exemple : « message privé », « nom d’un ami »."
        ),
        max_length=200,
    )

    def __init__(self, data: object, zones: tuple[Zone, ...], initial: object = None) -> None:
        super().__init__(data, initial=initial)  # type: ignore[arg-type]  # a QueryDict or None
        self.zones = zones
        self.fields["zone"].choices = [(one.value, one.name) for one in zones]  # type: ignore[attr-defined]

    def clean_boxes(self) -> tuple[Box, ...]:
        """The rectangles drawn, as « x,y,width,height » separated by semicolons."""
        return boxes_of(self.cleaned_data["boxes"])

    def chosen(self) -> tuple[Box, ...]:
        """Every rectangle, drawn or chosen by number."""
        by_value = {one.value: one.box for one in self.zones}
        marked = [by_value[value] for value in self.cleaned_data["zone"]]
        return tuple(dict.fromkeys((*self.cleaned_data["boxes"], *marked)))


@dataclass(frozen=True, slots=True)
class Zone:
    """A place that may be covered, with its number on the drawing."""

    number: int
    name: str
    box: Box

    @property
    def value(self) -> str:
        """How the form names it."""
        return text_of((self.box,))


def boxes_of(text: str) -> tuple[Box, ...]:
    """Rectangles from their text.

    Raises:
        ValidationError: it is not one, or there are too many.
    """
    parts = [part for part in text.split(";") if part]
    found = [_BOX.fullmatch(part) for part in parts]
    if len(parts) > _MOST or not all(found):
        raise ValidationError(_("Ces rectangles ne peuvent pas être pris : recommencez."))
    numbers = [[int(one) for one in match.groups()] for match in found if match]
    return tuple(Box(x=x, y=y, width=w, height=h) for x, y, w, h in numbers)


def text_of(boxes: tuple[Box, ...]) -> str:
    """Rectangles as text."""
    return ";".join(f"{box.x},{box.y},{box.width},{box.height}" for box in boxes)


@require_http_methods(["GET", "POST"])
def mask(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponseBase:
    """Choose what to cover, see the copy, keep it or take it back; the original never changes."""
    one = _maskable(dossier, tag)
    zones = _zones(dossier, one, lines="lignes" in request.GET)
    doing = request.POST.get("doing", "")
    if request.method == "POST" and doing == "undo":
        uncover_capture(dossier, one.capture, who=who(request))
        tell(request, _("La copie montre à nouveau toute l’image."))
        return redirect("capture", dossier.id, tag)
    initial = {"boxes": text_of(one.capture.redacted)}
    form = MaskForm(request.POST if request.method == "POST" else None, zones, initial)
    context = {
        "step": frame(dossier, "captures"),
        "dossier": dossier,
        "one": one,
        "zones": zones,
        "lines": "lignes" in request.GET,
        "kept": protected_boxes(one.capture.reading),
        "form": form,
        "chosen": request.POST.getlist("zone"),
        "trouble": None,
    }
    if request.method == "POST" and form.is_valid():
        try:
            return _go_on(request, dossier, one, form, context)
        except PlaiseError as error:
            context["trouble"] = said(error)
    answer = 422 if form.errors or context["trouble"] else 200
    return render(request, "plaise/captures/mask.html", context, status=answer)


@require_GET
def preview(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """The copy as it would be, kept in memory until it is decided."""
    del request
    made = dossier.unlocked.held.get(_PREVIEW)
    if not isinstance(made, tuple) or made[0] != (dossier.id, tag):
        raise Http404
    return picture(made[1], "image/png")


@require_GET
def numbered(request: HttpRequest, dossier: EncryptedDossier, tag: str) -> HttpResponse:
    """The picture with the number of every place that may be covered."""
    one = _maskable(dossier, tag)
    zones = _zones(dossier, one, lines="lignes" in request.GET)
    content = dossier.read(one.capture.path)
    kept = protected_boxes(one.capture.reading)
    made = COPIER.numbered(content, [zone.box for zone in zones], kept, LARGE)
    return picture(made, "image/jpeg")


def _go_on(
    request: HttpRequest,
    dossier: EncryptedDossier,
    one: Shown,
    form: MaskForm,
    context: dict[str, object],
) -> HttpResponseBase:
    boxes, why = form.chosen(), form.cleaned_data["why"]
    if request.POST.get("doing") == "keep":
        redact_capture(dossier, one.capture, boxes, who=who(request), why=why)
        dossier.unlocked.held.pop(_PREVIEW, None)
        tell(request, _("C’est masqué sur la copie ; la légende de la pièce le dira."))
        return redirect("capture", dossier.id, one.tag)
    kept = protected_boxes(one.capture.reading)
    copy = COPIER.redacted(dossier.read(one.capture.path), boxes, kept)
    dossier.unlocked.held[_PREVIEW] = ((dossier.id, one.tag), copy)
    context |= {"boxes": text_of(boxes), "why": why}
    return render(request, "plaise/captures/mask_preview.html", context)


def _maskable(dossier: EncryptedDossier, tag: str) -> Shown:
    one = found(dossier, tag)
    if not one.drawable or one.capture.reading.part is not None:
        raise Http404
    return one


def _zones(dossier: EncryptedDossier, one: Shown, *, lines: bool) -> tuple[Zone, ...]:
    """Private things guessed first, then, when asked, every line of text that may be covered."""
    kept = protected_boxes(one.capture.reading)
    guessed = [
        (remark.text, box)
        for remark in remarks_of(dossier).get(one.capture.source, ())
        for box in remark.remark.boxes
    ]
    written = [
        (_("Ligne de texte"), box)
        for box in (_lines(dossier, one.capture) if lines else ())
        if not any(overlap(box, other) for other in kept)
    ]
    known: dict[Box, str] = {}
    for name, box in (*guessed, *written):
        known.setdefault(box, name)
    return tuple(
        Zone(number, name, box) for number, (box, name) in enumerate(known.items(), start=1)
    )


def _lines(dossier: EncryptedDossier, capture: Capture) -> tuple[Box, ...]:
    held = dossier.unlocked.held.get(_LINES)
    if isinstance(held, tuple) and held[0] == capture.sha256:
        before: tuple[Box, ...] = held[1]
        return before
    found = text_boxes(dossier.read(capture.path))
    dossier.unlocked.held[_LINES] = (capture.sha256, found)
    return found
