"""Forms about what is made from a dossier."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

_MOST = 20_000_000
_TOO_LARGE = _("Ce fichier est beaucoup trop lourd pour être un acte.")


class WordFileForm(forms.Form):
    """The act as the person edited it."""

    file = forms.FileField(
        label=_("Mon fichier Word, modifié"),
        help_text=_("Le fichier .docx que vous avez téléchargé ici, puis changé et enregistré."),
        widget=forms.FileInput({"accept": ".docx"}),
        error_messages={
            "required": _("Choisissez votre fichier Word."),
            "empty": _("Ce fichier est vide : enregistrez-le dans Word, puis recommencez."),
        },
    )

    def clean_file(self) -> object:
        """Nothing larger than an act can be."""
        file = self.cleaned_data["file"]
        if file.size > _MOST:
            raise forms.ValidationError(_TOO_LARGE)
        return file


class BeforeFilingForm(forms.Form):
    """What must be sure before anything is filed on Télérecours."""

    own = forms.BooleanField(
        label=_("Je dépose moi-même, avec mon propre compte Télérecours citoyens"),
        help_text=_(
            "Sauf un avocat, personne ne peut déposer à votre place : ni un proche, ni une "
            "association (articles R. 414-4 et R. 431-4). On peut vous aider, assis à côté de vous."
        ),
        error_messages={"required": _("Sans votre propre compte, déposez plutôt sur papier.")},
    )
    reader = forms.CharField(
        label=_("Qui ouvrira la boîte Télérecours chaque jour, jusqu’à la décision ?"),
        help_text=_(
            "Par exemple : « moi, chaque matin ». Un message du tribunal compte comme reçu dès "
            "qu’il y est, même si personne ne le lit (article R. 522-10-1)."
        ),
        max_length=200,
    )
