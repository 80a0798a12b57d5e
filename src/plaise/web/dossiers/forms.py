"""What one types to make, take in, take out or erase a dossier."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plaise.web.forms import REVEAL


class CreateForm(forms.Form):
    """Real or exercise: decided here, for good."""

    kind = forms.ChoiceField(
        label=_("Ce dossier est…"),
        choices=[
            ("real", _("un vrai dossier, pour une vraie personne")),
            ("exercise", _("un exercice, pour apprendre : rien ne pourra en être déposé")),
        ],
        widget=forms.RadioSelect,
        help_text=_("Ce choix ne pourra plus être changé."),
        error_messages={"required": _("Choisissez l’un des deux.")},
    )


class ImportForm(forms.Form):
    """A file made by the export page or by `plaise export`."""

    file = forms.FileField(
        label=_("Fichier du dossier"),
        help_text=_(
            "Un fichier .age (protégé) ou .zip (non protégé) fait par Plaise, de 200 Mo au plus."
        ),
        widget=forms.FileInput({"accept": ".age,.zip"}),
        error_messages={"required": _("Choisissez un fichier.")},
    )
    passphrase = forms.CharField(
        label=_("Phrase de passe du fichier"),
        help_text=_("Celle choisie à l’export. Laissez vide pour un .zip."),
        required=False,
        strip=False,
        max_length=500,
        widget=forms.PasswordInput({"autocomplete": "off", **REVEAL}),
    )


class ExportForm(forms.Form):
    """How a dossier leaves."""

    kind = forms.ChoiceField(
        label=_("Sous quelle forme ?"),
        choices=[
            ("age", _("Un fichier protégé par une phrase de passe (conseillé)")),
            ("zip", _("Un fichier zip que tout le monde peut lire")),
        ],
        widget=forms.RadioSelect,
        initial="age",
    )
    passphrase = forms.CharField(
        label=_("Phrase de passe du fichier"),
        help_text=_("Pour le fichier protégé : 12 caractères au moins. Dites-la de vive voix."),
        required=False,
        strip=False,
        max_length=500,
        widget=forms.PasswordInput({"autocomplete": "off", **REVEAL}),
    )

    def clean(self) -> dict[str, Any]:
        """A protected file has a passphrase."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == "age" and len(cleaned.get("passphrase") or "") < 12:  # noqa: PLR2004
            self.add_error("passphrase", _("Il faut au moins 12 caractères."))
        return cleaned


class EraseForm(forms.Form):
    """Erasing is asked twice."""

    sure = forms.BooleanField(
        label=_("Je veux effacer ce dossier et tout ce qu’il contient, pour toujours"),
        error_messages={"required": _("Cochez la case pour effacer, ou revenez en arrière.")},
    )

    def clean_sure(self) -> bool:
        """Only a ticked box."""
        if not self.cleaned_data["sure"]:
            raise ValidationError(_("Cochez la case pour effacer, ou revenez en arrière."))
        return True
