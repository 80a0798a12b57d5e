"""The text of the facts, for volunteers."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plaise.dossier import DossierError, raw_facts

_LONGEST = 200_000


class TextForm(forms.Form):
    """The whole text, and the version that the person had before their eyes."""

    text = forms.CharField(
        label=_("Les faits"),
        help_text=_("Remplissez entre les guillemets. Les lignes qui commencent par # expliquent."),
        strip=False,
        max_length=_LONGEST,
        widget=forms.Textarea(
            {"rows": 30, "dir": "ltr", "lang": "fr", "spellcheck": "false", "class": "facts"}
        ),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_text(self) -> str:
        """Lines end in the same way whatever the browser; it is TOML, or the forms could not go on.

        Raises:
            ValidationError: it is not.
        """
        text = str(self.cleaned_data["text"]).replace("\r\n", "\n")
        try:
            raw_facts(text)
        except DossierError as error:
            raise ValidationError(error.happened) from error
        return text
