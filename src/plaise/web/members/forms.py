"""What one types to invite somebody, or to shut somebody out."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class InviteForm(forms.Form):
    """The identifier and the invitation code that the other reads out."""

    identifier = forms.CharField(
        label=_("Identifiant de la personne"),
        max_length=64,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false", "dir": "auto"}
        ),
    )
    code = forms.CharField(
        label=_("Son code d’invitation"),
        help_text=_("Douze chiffres, que la personne lit dans « Mon compte »."),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "numeric", "dir": "ltr"}),
    )


class SureForm(forms.Form):
    """Shutting somebody out is asked twice."""

    sure = forms.BooleanField(
        label=_("Oui, fermer ce dossier à cette personne"),
        error_messages={"required": _("Cochez la case, ou revenez en arrière.")},
    )
