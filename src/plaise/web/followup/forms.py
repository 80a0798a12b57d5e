"""The form of an event, made from what the core says that it needs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plaise.followup import EventField, FieldKind, fields_for
from plaise.web.forms import DateInWords, Words
from plaise.web.spoken import said_plain

_HOUR = re.compile(r"(\d{1,2})\s*(?:h|:|\.)\s*(\d{2})?")
_LONG = {"note", "why_far", "reason"}
_HIDDEN = {"rule", "about"}
_TICKED = {"electronic", "limit_stated"}  # true unless the person says otherwise
_LARGEST = 1_000_000


class HourField(forms.CharField):
    """« 9h30 », « 09:30 », « 9 h »: kept as HH:MM."""

    def clean(self, value: object) -> str:
        """The hour.

        Raises:
            ValidationError: it is no hour of a day.
        """
        text = unicodedata.normalize("NFKC", str(super().clean(value))).strip().lower()
        if not text:
            return ""
        found = _HOUR.fullmatch(text)
        try:
            if found is None:
                raise ValueError
            return time(int(found[1]), int(found[2] or 0)).isoformat("minutes")
        except ValueError as error:
            raise ValidationError(_("Écrivez l’heure ainsi : 9h30.")) from error


class EventForm(forms.Form):
    """What to say of something that happened.

    Args:
        kind: of the event.
        decided: value of its deciding field, "" when it has none.
        today: a thing that happened is not in the future.
        hidden: name of the deciding field, already answered.
    """

    def __init__(
        self,
        data: Mapping[str, Any] | None,
        kind: str,
        *,
        decided: str = "",
        today: date,
        initial: Mapping[str, Any] | None = None,
        hidden: str = "",
    ) -> None:
        super().__init__(data, initial={"on": today, **(initial or {})})
        self.today = today
        for one in fields_for(kind, decided):
            self.fields[one.name] = _field(one)
            if one.name == hidden:
                self.fields[one.name] = forms.CharField(widget=forms.HiddenInput)
                self.initial[one.name] = decided
        if kind == "deadline_set":  # noted today, whatever the date that it changes
            del self.fields["on"]

    def clean_on(self) -> date | None:
        """The day, which is not to come."""
        on: date | None = self.cleaned_data["on"]
        if on is not None and on > self.today:
            raise ValidationError(_("Ce jour n’est pas encore arrivé : vérifiez la date."))
        return on

    def facts(self) -> dict[str, Any]:
        """The facts as the journal keeps them; what was left empty is absent."""
        facts: dict[str, Any] = {"on": self.today.isoformat()}
        for name, value in self.cleaned_data.items():
            if value in (None, "", []):
                continue
            facts[name] = value.isoformat() if isinstance(value, date) else value
        return facts


class WhyForm(forms.Form):
    """Why an event is corrected."""

    why = forms.CharField(
        label=_("Pourquoi corrigez-vous ?"),
        help_text=_("En quelques mots. L’ancien reste dans le journal, avec cette raison."),
        max_length=300,
    )


class DecisionForm(forms.Form):
    """The question that decides which others are asked."""

    def __init__(self, data: Mapping[str, Any] | None, field: EventField) -> None:
        super().__init__(data)
        self.fields[field.name] = _field(field)


def _field(one: EventField) -> forms.Field:
    """The field that asks one question, with the words of the core."""
    if one.name in _HIDDEN:
        return forms.CharField(required=False, widget=forms.HiddenInput)
    return _MAKERS[one.kind](one, said_plain(one.label))


def _day(one: EventField, label: Words) -> forms.Field:
    return DateInWords(label=label, required=one.required)


def _hour(one: EventField, label: Words) -> forms.Field:
    del one
    return HourField(
        label=label,
        required=False,
        max_length=8,
        help_text=_("Par exemple 9h30."),
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off"}),
    )


def _number(one: EventField, label: Words) -> forms.Field:
    return forms.IntegerField(
        label=label,
        required=one.required,
        min_value=0,
        max_value=_LARGEST,
        widget=forms.TextInput({"inputmode": "numeric", "dir": "ltr", "autocomplete": "off"}),
    )


def _yes_no(one: EventField, label: Words) -> forms.Field:
    return forms.BooleanField(label=label, required=False, initial=one.name in _TICKED)


def _text(one: EventField, label: Words) -> forms.Field:
    long = one.name in _LONG
    return forms.CharField(
        label=label,
        required=one.required,
        max_length=2000 if long else 200,
        widget=forms.Textarea({"rows": 3}) if long else forms.TextInput,
    )


def _choice(one: EventField, label: Words) -> forms.Field:
    choices = _choices(one)
    return forms.ChoiceField(
        label=label,
        required=one.required,
        choices=choices,
        initial=None if one.required else choices[0][0],
        widget=forms.RadioSelect,
    )


def _several(one: EventField, label: Words) -> forms.Field:
    return forms.MultipleChoiceField(
        label=label,
        required=one.required,
        choices=_choices(one),
        widget=forms.CheckboxSelectMultiple,
    )


def _choices(one: EventField) -> list[tuple[str, str]]:
    return [(value, said_plain(words)) for value, words in one.choices]


_MAKERS: dict[FieldKind, Callable[[EventField, Words], forms.Field]] = {
    FieldKind.DAY: _day,
    FieldKind.HOUR: _hour,
    FieldKind.NUMBER: _number,
    FieldKind.YES_NO: _yes_no,
    FieldKind.TEXT: _text,
    FieldKind.CHOICE: _choice,
    FieldKind.CHOICES: _several,
}
