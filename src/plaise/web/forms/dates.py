"""A date typed in three labelled fields, and read back in words.

Never `<input type="date">`: it follows the browser's locale and showed 11/23/2026.
"""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plaise.web.templatetags.plaise import words_of

from .words import Words

_FARTHEST_EAST = timedelta(hours=14)


def read_back(value: date) -> str:
    """A date in words, in the language of the page."""
    return words_of(value)


class _Number(forms.CharField):
    """Digits of any script (٢٣ as well as 23), as a number."""

    def clean(self, value: object) -> int | None:
        """The number; None when nothing was typed."""
        text = unicodedata.normalize("NFKC", str(super().clean(value)))
        if not text:
            return None
        if not text.isdecimal() or len(text) > 4:  # noqa: PLR2004 (a year)
            raise ValidationError(_("Écrivez le jour, le mois et l’année en chiffres."))
        return int(text)


class ThreeFields(forms.MultiWidget):
    """Day, month, year: three text fields with their own labels."""

    template_name = "plaise/forms/date.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, *, birthday: bool = False) -> None:
        kinds = ("bday-day", "bday-month", "bday-year") if birthday else ("off",) * 3
        boxes: dict[str, forms.Widget | type[forms.Widget]] = {
            name: forms.TextInput({"inputmode": "numeric", "autocomplete": kind, "maxlength": size})
            for name, kind, size in zip(
                ("jour", "mois", "annee"), kinds, ("2", "2", "4"), strict=True
            )
        }
        super().__init__(boxes, attrs)

    def id_for_label(self, id_: str) -> str:
        """The first box: where a link to the field leads."""
        return f"{id_}_0" if id_ else id_

    def decompress(self, value: date | None) -> list[Any]:
        """The three parts of a date."""
        return [value.day, value.month, value.year] if value else [None, None, None]

    def get_context(self, name: str, value: object, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The parts, and the date in words when it is one."""
        context = super().get_context(name, value, attrs)
        parts = zip(
            context["widget"]["subwidgets"], (_("Jour"), _("Mois"), _("Année")), strict=True
        )
        context["parts"] = list(parts)
        context["words"] = _words(value)
        return context


class DateInWords(forms.MultiValueField):
    """A date; `cleaned_data` holds a `date`, or None when it is not required and left empty."""

    def __init__(
        self,
        *,
        birthday: bool = False,
        past: bool = False,
        label: Words,
        required: bool = True,
        help_text: Words = "",
    ) -> None:
        """A field for a date.

        Args:
            birthday: the browser may offer the person's own.
            past: a day that is not to come; a wrong year is seen at once.
            label: of the three boxes together.
            required: whether it may stay empty.
            help_text: under the label.
        """
        self.past = past
        fields = tuple(_Number(required=False) for _part in range(3))
        super().__init__(
            fields,
            widget=ThreeFields(birthday=birthday),
            require_all_fields=False,
            label=label,
            required=required,
            help_text=help_text,
        )

    def compress(self, data_list: list[int | None]) -> date | None:
        """The date of three numbers."""
        if not data_list or not any(data_list):
            return None
        day, month, year = (*data_list, None, None, None)[:3]
        try:
            found = date(year or 0, month or 0, day or 0)
        except ValueError as error:
            raise ValidationError(
                _("Cette date n’existe pas : vérifiez le jour, le mois et l’année.")
            ) from error
        if self.past and found > _latest_today():
            raise ValidationError(_("Ce jour n’est pas encore arrivé : vérifiez la date."))
        return found


def _latest_today() -> date:
    """The day where it is the latest on earth: a préfecture overseas may be a day ahead."""
    return (datetime.now(UTC) + _FARTHEST_EAST).date()


def _words(value: object) -> str:
    if isinstance(value, date):
        return words_of(value)
    if not isinstance(value, list):
        return ""
    try:
        day, month, year = (int(unicodedata.normalize("NFKC", str(part))) for part in value)
        return words_of(date(year, month, day))
    except (TypeError, ValueError):
        return ""
