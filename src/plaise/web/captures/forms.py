"""Sending captures, many at once; saying what one shows."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from plaise.dossier import Capture, PlaiseError
from plaise.reading import checked_value
from plaise.web.forms import DateInWords

from .shown import RESULTS

WHICH_DAY = "la date se lisait de deux façons : j’ai dit laquelle est la bonne"


class ManyFiles(forms.FileInput):
    """A field that takes several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Every file chosen, as a list."""

    def clean(self, data: Any, initial: Any = None) -> Any:  # noqa: ANN401 (as Django writes it)
        """Each file by the rules of one file."""
        files = (data if isinstance(data, list) else [data]) or [None]
        one: list[UploadedFile] = [super(FilesField, self).clean(file, initial) for file in files]
        return one


class CapturesForm(forms.Form):
    """The captures of my attempts."""

    captures = FilesField(
        label=_("Mes captures"),
        help_text=_("Choisissez-en autant que vous voulez d’un coup : images, PDF ou zip."),
        widget=ManyFiles({"accept": "image/*,.heic,.pdf,.zip,.docx,.odt"}),
        error_messages={
            "required": _("Choisissez au moins un fichier."),
            "empty": _("Un de ces fichiers est vide : choisissez-le à nouveau."),
        },
    )


class OneFileForm(forms.Form):
    """One file sent by the script of the page, under a name that it chose for it."""

    capture = forms.FileField()
    name = forms.UUIDField()
    came_by = forms.ChoiceField(
        choices=[("upload", ""), ("paste", ""), ("drop", "")], required=False
    )


class SayForm(forms.Form):
    """What a person sees on a picture; what is left as read is confirmed."""

    result = forms.ChoiceField(
        label=_("Ce que montre l’image"),
        choices=[(result.value, words) for result, words in RESULTS.items()],
    )
    date = DateInWords(label=_("Date"), required=False)
    time = forms.CharField(
        label=_("Heure"),
        help_text=_("Par exemple 08:14. Laissez vide si elle ne se voit pas."),
        required=False,
        max_length=8,
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off"}),
    )
    url = forms.CharField(
        label=_("Adresse du site"),
        required=False,
        max_length=500,
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off"}),
    )
    on_picture = forms.BooleanField(
        label=_("Ce que j’ai changé se lit sur l’image"),
        help_text=_("Sinon, dites d’où vous le savez."),
        required=False,
    )
    why = forms.CharField(
        label=_("Si vous changez quelque chose : pourquoi ?"),
        help_text=_("En quelques mots, par exemple : « lu sur l’image agrandie »."),
        required=False,
        max_length=300,
    )

    def __init__(self, data: Any, capture: Capture, day: str = "") -> None:  # noqa: ANN401 (as Django takes it)
        reading = capture.reading
        self.before = {
            "result": reading.result.value,
            "date": reading.date or reading.date_inferred or "",
            "time": reading.time or "",
            "url": reading.url or "",
        }
        shown: dict[str, object] = {**self.before, "date": capture.shown_on}
        if day in reading.date_choices:  # the person said which of the two it is
            shown |= {"date": date.fromisoformat(day), "on_picture": True, "why": WHICH_DAY}
        super().__init__(data, initial=shown)
        self.seen = {"result"} | (set(self.before) - set(reading.missing))
        if not reading.date:
            self.seen -= {"date"}  # deduced, never shown as read until a person reads it

    def clean(self) -> dict[str, Any]:
        """Each value as readings write it; a change has a reason."""
        cleaned = super().clean() or self.cleaned_data
        for element in self.before:
            try:
                if cleaned.get(element):
                    cleaned[element] = checked_value(element, str(cleaned[element]))
            except PlaiseError:
                self.add_error(element, _("Cette valeur ne peut pas être prise : vérifiez-la."))
        if any(value != self.before[name] for name, value in self.said()) and not cleaned["why"]:
            self.add_error("why", _("Une correction a besoin d’une raison."))
        return cleaned

    def said(self) -> list[tuple[str, str]]:
        """The elements that the person confirms or corrects, with their values."""
        return [(name, value) for name in self.before if (value := self.cleaned_data.get(name))]

    def shows(self, element: str) -> bool:
        """Whether the picture itself shows the value, by the reading or by the person's word."""
        same = self.cleaned_data[element] == self.before[element]
        return bool(self.cleaned_data["on_picture"]) or (same and element in self.seen)
