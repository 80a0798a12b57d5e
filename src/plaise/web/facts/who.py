"""Who I am: what the petition must say of a person, and how to reach her."""

from __future__ import annotations

import re
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plaise.dossier import Gender
from plaise.law import departement_of
from plaise.web.forms import DateInWords, Words

from .fields import FactsForm, Lines, text

GENDERS = [
    (Gender.FEMININE.value, _("au féminin")),
    (Gender.MASCULINE.value, _("au masculin")),
    (Gender.INCLUSIVE.value, _("sans choisir")),
]
_DIGITS = 6


def gender(label: Words) -> forms.ChoiceField:
    """How sentences agree: always asked, never guessed."""
    return forms.ChoiceField(
        label=label,
        choices=GENDERS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une réponse.")},
    )


class NameForm(FactsForm):
    """Names and agreement."""

    paths: ClassVar = {
        "first_names": ("personne", "prenoms"),
        "last_name": ("personne", "nom"),
        "gender": ("personne", "genre"),
    }
    first_names = text(_("Prénoms"), auto="given-name")
    last_name = text(_("Nom de famille"), auto="family-name")
    gender = gender(_("Les lettres parlent de moi…"))


class BirthForm(FactsForm):
    """Birth and nationality, as on a passport."""

    paths: ClassVar = {
        "birth_date": ("personne", "naissance"),
        "birth_place": ("personne", "lieu_naissance"),
        "nationality": ("personne", "nationalite"),
    }
    birth_date = DateInWords(label=_("Date de naissance"), birthday=True, past=True)
    birth_place = text(
        _("Lieu de naissance"), help_text=_("La ville, puis le pays : « Kayes (Mali) ».")
    )
    nationality = text(
        _("Nationalité"),
        help_text=_("En français et au féminin, comme sur une carte : « malienne », « turque »."),
    )


class AddressForm(FactsForm):
    """Domicile: it decides the préfecture and the court."""

    paths: ClassVar = {"address": ("personne", "adresse"), "city": ("fait_a",)}
    address = Lines(
        label=_("Mon adresse"),
        autocomplete="street-address",
        help_text=_(
            "Comme sur une enveloppe : la rue, puis le code postal et la ville. Une adresse de "
            "domiciliation convient."
        ),
    )
    city = text(
        _("Ville où je signerai"),
        auto="address-level2",
        help_text=_("Elle est écrite en bas des lettres."),
    )

    def clean_address(self) -> list[str]:
        """With a postcode: in a référé nobody asks for what is missing."""
        lines: list[str] = self.cleaned_data["address"]
        if departement_of(tuple(lines)) is None:
            raise ValidationError(_("Il manque le code postal, à cinq chiffres."))
        return lines


class ReachForm(FactsForm):
    """How the court and the préfecture reach the person."""

    paths: ClassVar = {
        "phone": ("personne", "telephone"),
        "email": ("personne", "courriel"),
        "foreigner_number": ("personne", "numero_etranger"),
        "inbox": ("depot", "boite_ouverte_chaque_jour_par"),
    }
    phone = forms.CharField(
        label=_("Téléphone"),
        required=False,
        max_length=30,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "dir": "ltr"}),
    )
    email = forms.EmailField(
        label=_("Adresse e-mail"),
        required=False,
        max_length=200,
        help_text=_("Une adresse que personne d’autre ne peut ouvrir."),
        widget=forms.EmailInput({"autocomplete": "email", "dir": "ltr"}),
        error_messages={"invalid": _("Cette adresse e-mail n’est pas complète.")},
    )
    foreigner_number = text(
        _("Numéro étranger"),
        required=False,
        length=30,
        attrs={"dir": "ltr"},
        help_text=_(
            "Les dix chiffres écrits sur un titre de séjour ou un récépissé, si vous en avez un."
        ),
    )
    inbox = text(
        _("Qui ouvrira ma boîte Télérecours chaque jour ?"),
        required=False,
        help_text=_(
            "Après le dépôt, le tribunal écrit dans cette boîte et le message compte tout de "
            "suite. Par exemple : « moi, chaque matin »."
        ),
    )

    def clean_phone(self) -> str:
        """Enough digits to be called."""
        phone = str(self.cleaned_data["phone"])
        if phone and len(re.sub(r"\D", "", phone)) < _DIGITS:
            raise ValidationError(_("Ce numéro est trop court."))
        return phone


class RepresentativeForm(FactsForm):
    """Who acts for a minor; emptied, nobody does."""

    paths: ClassVar = {
        "first_names": ("representant", "prenoms"),
        "last_name": ("representant", "nom"),
        "capacity": ("representant", "qualite"),
        "gender": ("representant", "genre"),
        "address": ("representant", "adresse"),
    }
    defaults: ClassVar = {"gender": Gender.INCLUSIVE.value}
    first_names = text(_("Ses prénoms"), required=False)
    last_name = text(_("Son nom de famille"))
    capacity = text(
        _("À quel titre cette personne agit"),
        help_text=_("Par exemple : « titulaire de l’autorité parentale »."),
    )
    gender = gender(_("Les lettres parlent d’elle…"))
    address = Lines(label=_("Son adresse, si elle est différente"), required=False)
