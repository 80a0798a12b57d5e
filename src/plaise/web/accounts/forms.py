"""What one types to get in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plaise.store.vault import LEAST
from plaise.web.forms import REVEAL, Words

from .strength import Strength, strength_of

_IDENTIFIER = _(
    "Un surnom qui ne dit pas votre nom, par exemple deux mots : « lune-verte ». Il n’est pas "
    "chiffré."
)

_VEILED = {"class": "veiled", "autocapitalize": "none", "spellcheck": "false", **REVEAL}


def _passphrase(label: Words, *, new: bool = False, help_text: Words = "") -> forms.CharField:
    widget = forms.PasswordInput(
        {
            "autocomplete": "new-password" if new else "current-password",
            "autocapitalize": "none",
            "spellcheck": "false",
            **REVEAL,
        }
    )
    return forms.CharField(
        label=label, widget=widget, strip=False, max_length=500, help_text=help_text
    )


def _identifier(help_text: Words = "") -> forms.CharField:
    widget = forms.TextInput(
        {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "dir": "auto"}
    )
    return forms.CharField(
        label=_("Identifiant"), max_length=64, widget=widget, help_text=help_text
    )


def _application_code(help_text: Words, *, required: bool) -> forms.CharField:
    widget = forms.TextInput(
        {"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr"}
    )
    return forms.CharField(
        label=_("Code de l’application"),
        widget=widget,
        max_length=20,
        required=required,
        help_text=help_text,
    )


class _AnyComputer(forms.Form):
    """The same form on one's own computer, and elsewhere: there, no browser knows what it is for.

    A field of the type « password » makes browsers offer to keep it, and note by themselves for
    whom they offered: elsewhere, the passphrase is typed in a field of text whose letters do not
    show.
    """

    def __init__(
        self,
        data: Any = None,  # noqa: ANN401 (as Django takes it)
        initial: Mapping[str, object] | None = None,
        *,
        elsewhere: bool = False,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        if elsewhere:
            for field in self.fields.values():
                if isinstance(field.widget, forms.PasswordInput):
                    field.widget = forms.TextInput(_VEILED)
                field.widget.attrs["autocomplete"] = "off"
            self.initial["shared"] = True


class CodeForm(forms.Form):
    """A code of the person's application."""

    code = _application_code(_("Les six chiffres qu’elle montre."), required=True)


class UnlockForm(_AnyComputer):
    """Identifier and passphrase; a code, for those who asked for one."""

    identifier = _identifier()
    passphrase = _passphrase(_("Phrase de passe"))
    code = _application_code(
        _("Six chiffres, si vous avez demandé un code à l’entrée. Sinon, laissez vide."),
        required=False,
    )
    shared = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        data: Any = None,  # noqa: ANN401 (as Django takes it)
        initial: Mapping[str, object] | None = None,
        *,
        elsewhere: bool = False,
    ) -> None:
        super().__init__(data, initial, elsewhere=elsewhere)
        # Always asked for on a server, so that the page tells nothing of the account.
        if not settings.PLAISE_ORIGIN and "code" not in self.data:
            del self.fields["code"]

    def ask_code(self) -> None:
        """Show the field of the code."""
        self.fields["code"] = self.base_fields["code"]
        self.order_fields(["identifier", "passphrase", "code", "shared"])


class _NewPassphrase(forms.Form):
    """A new passphrase, typed twice, not too easy to guess."""

    passphrase = _passphrase(
        _("Nouvelle phrase de passe"),
        new=True,
        help_text=_(
            "Quatre ou cinq mots sans rapport entre eux, par exemple tirés au hasard dans un "
            "livre. Les espaces comptent. 12 caractères au moins."
        ),
    )
    again = _passphrase(_("La même phrase de passe, encore une fois"), new=True)

    def clean_passphrase(self) -> str:
        """Long enough, and not one of those that are tried first."""
        typed: str = self.cleaned_data["passphrase"]
        if len(typed) < LEAST:
            raise ValidationError(
                _("Cette phrase de passe est trop courte : il faut au moins 12 caractères.")
            )
        if strength_of(typed) is Strength.GUESSABLE:
            raise ValidationError(
                _("Cette phrase de passe se devine vite. Ajoutez des mots sans rapport entre eux.")
            )
        return typed

    def clean(self) -> dict[str, Any]:
        """Both the same."""
        cleaned = super().clean() or self.cleaned_data
        first, second = cleaned.get("passphrase"), cleaned.get("again")
        if first and second and first != second:
            self.add_error("again", _("Les deux phrases de passe ne sont pas les mêmes."))
        return cleaned


class CreateForm(_AnyComputer, _NewPassphrase):
    """A new account."""

    identifier = _identifier(_IDENTIFIER)
    shared = UnlockForm.base_fields["shared"]
    field_order = ("identifier", "passphrase", "again", "shared")

    def clean_identifier(self) -> str:
        """Not an e-mail address: it would say who it is."""
        typed: str = self.cleaned_data["identifier"]
        if "@" in typed:
            raise ValidationError(
                _("N’utilisez pas votre adresse électronique : choisissez un surnom.")
            )
        return typed


class ChangeForm(_NewPassphrase):
    """Another passphrase."""

    old = _passphrase(_("Phrase de passe actuelle"))
    field_order = ("old", "passphrase", "again")


class RecoverForm(_AnyComputer, _NewPassphrase):
    """The printed code, and a new passphrase."""

    identifier = _identifier()
    shared = UnlockForm.base_fields["shared"]
    code = forms.CharField(
        label=_("Code de secours"),
        help_text=_("Six groupes de cinq caractères, imprimés à la création du compte."),
        max_length=60,
        widget=forms.TextInput(
            {"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    field_order = ("identifier", "code", "passphrase", "again", "shared")


class KeptForm(forms.Form):
    """The code is on paper."""

    kept = forms.BooleanField(
        label=_("J’ai noté ou imprimé ce code, et il est en lieu sûr"),
        error_messages={"required": _("Notez d’abord le code : il ne sera plus jamais montré.")},
    )
