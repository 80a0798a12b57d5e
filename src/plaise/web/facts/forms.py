"""The text of the facts, and files that prove them."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from plaise.web.captures.forms import FilesField, ManyFiles

_LONGEST = 200_000


class FactsForm(forms.Form):
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
        """Lines end in the same way whatever the browser."""
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")


class PiecesForm(forms.Form):
    """Proofs and letters."""

    pieces = FilesField(
        label=_("Mes preuves et mes courriers"),
        help_text=_("Titre de séjour, promesse d’embauche, courriels, lettre recommandée, reçus…"),
        widget=ManyFiles({"accept": "image/*,.pdf,.eml"}),
        error_messages={
            "required": _("Choisissez au moins un fichier."),
            "empty": _("Un de ces fichiers est vide : choisissez-le à nouveau."),
        },
    )
