"""Sending captures, many at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _


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
