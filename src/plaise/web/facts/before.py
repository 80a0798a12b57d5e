"""Before starting: situations that need advice first, the démarche, the préfecture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plaise.dossier import (
    Demarche,
    FactPath,
    HardCase,
    Plain,
    PrefectTitle,
    Raw,
    Silence,
    value_at,
    zone_of_departement,
)
from plaise.law import exercise_only, load_law
from plaise.web.forms import DateInWords, Words
from plaise.web.spoken import spoken

from .fields import FactsForm, Lines, text

NONE = "aucune"
_SITUATIONS: FactPath = ("demande", "situations_difficiles")
SITUATIONS: dict[HardCase, Words] = {
    HardCase.OQTF: _("J’ai reçu une obligation de quitter le territoire (OQTF), même ancienne"),
    HardCase.IRTF: _("J’ai reçu une interdiction de retour (IRTF)"),
    HardCase.EARLIER_REFUSAL: _("Un titre de séjour m’a été refusé"),
    HardCase.ASYLUM: _("J’ai demandé l’asile, ou ma demande d’asile a été rejetée"),
    HardCase.ISOLATED_MINOR: _("J’ai moins de 18 ans et je suis en France sans mes parents"),
    HardCase.ALREADY_REGISTERED: _(
        "Ma demande est déjà enregistrée (récépissé, attestation) : j’attends la réponse"
    ),
    HardCase.APPOINTMENT_REFUSED: _("La préfecture m’a refusé un rendez-vous par écrit"),
}


def declared(raw: Raw) -> tuple[HardCase, ...]:
    """The situations that the person declared, in the order of the law's list."""
    held = value_at(raw, _SITUATIONS)
    return tuple(one for one in HardCase if isinstance(held, list) and one.value in held)


class SituationForm(FactsForm):
    """Situations that need advice first; « none » is an answer too."""

    paths: ClassVar = {"situations": _SITUATIONS}
    situations = forms.MultipleChoiceField(
        label=_("Ce qui me concerne"),
        choices=[
            *((one.value, words) for one, words in SITUATIONS.items()),
            (NONE, _("Rien de tout cela")),
        ],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Cochez tout ce qui est vrai, même si c’est ancien."),
        error_messages={"required": _("Cochez ce qui vous concerne, ou « Rien de tout cela ».")},
    )

    def _held(self, name: str) -> Any:  # noqa: ANN401 (as the facts hold it)
        held = super()._held(name)
        return [NONE] if held == [] else held

    def clean_situations(self) -> list[str]:
        """« None » stands alone."""
        chosen: list[str] = self.cleaned_data["situations"]
        if NONE in chosen and len(chosen) > 1:
            raise ValidationError(_("« Rien de tout cela » ne va pas avec une autre réponse."))
        return chosen

    def changes(self) -> dict[FactPath, Plain]:
        """An empty list says that the question was answered."""
        changed = super().changes()
        if changed.get(_SITUATIONS) == [NONE]:
            changed[_SITUATIONS] = []
        return changed


class AdviceForm(FactsForm):
    """When the decision came, and who was asked for advice."""

    paths: ClassVar = {
        "notified_on": ("demande", "notifie_le"),
        "registered_on": ("demande", "enregistree_le"),
        "silence": ("demande", "delai_de_reponse"),
        "adviser": ("demande", "conseil_consulte"),
        "adviser_on": ("demande", "conseil_consulte_le"),
    }
    defaults: ClassVar = {"silence": Silence.FOUR_MONTHS.value}
    notified_on = DateInWords(label=_("Jour où j’ai reçu la décision"), required=False)
    registered_on = DateInWords(
        label=_("Jour où la demande complète a été enregistrée"), required=False
    )
    silence = forms.ChoiceField(
        label=_("Délai de réponse écrit sur mon document"),
        choices=[
            (Silence.FOUR_MONTHS.value, _("quatre mois, ou je ne sais pas")),
            (Silence.NINETY_DAYS.value, _("90 jours")),
            (Silence.SIXTY_DAYS.value, _("60 jours")),
        ],
        widget=forms.RadioSelect,
    )
    adviser = text(
        _("L’association ou l’avocat qui m’a conseillé"),
        required=False,
        help_text=_("Le nom suffit : « la permanence de l’association »."),
    )
    adviser_on = DateInWords(label=_("Je l’ai vu le"), required=False)

    def __init__(self, data: Any, raw: Raw, **named: Any) -> None:  # noqa: ANN401 (as Django)
        super().__init__(data, raw, **named)
        cases = set(declared(raw))
        if HardCase.ALREADY_REGISTERED not in cases and not self._held("registered_on"):
            del self.fields["registered_on"], self.fields["silence"]
        if not cases - {HardCase.ALREADY_REGISTERED} and not self._held("notified_on"):
            del self.fields["notified_on"]


class DemarcheForm(FactsForm):
    """What is asked for, and where the person lives."""

    paths: ClassVar = {
        "demarche": ("demande", "demarche"),
        "departement": ("prefecture", "departement"),
    }
    demarche = forms.ChoiceField(
        label=_("Ma demande"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une réponse.")},
    )
    departement = forms.ChoiceField(
        label=_("Le département où j’habite"),
        error_messages={"required": _("Choisissez votre département.")},
    )

    def __init__(self, data: Any, raw: Raw, **named: Any) -> None:  # noqa: ANN401 (as Django)
        super().__init__(data, raw, **named)
        titles = load_law().demarches
        self.fields["demarche"] = _with(
            self.fields["demarche"], [(one.value, spoken(titles[one].title)) for one in Demarche]
        )
        held = value_at(raw, self.paths["departement"])
        choices = [("", "—"), *_departements(exercise=raw.get("exercice") is True)]
        if held and held not in dict(choices):
            choices.append((str(held), str(held)))
        self.fields["departement"] = _with(self.fields["departement"], choices)

    def changes(self) -> dict[FactPath, Plain]:
        """Overseas, clocks show another hour: the zone of the captures follows the département."""
        changed = super().changes()
        if self.paths["departement"] in changed:
            zone = zone_of_departement(self.cleaned_data["departement"])
            if self.raw.get("fuseau", zone) != zone:
                changed["fuseau",] = zone
        return changed


def _with(field: forms.Field, choices: Sequence[tuple[str, str]]) -> forms.Field:
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
    return field


def _departements(*, exercise: bool) -> Iterator[tuple[str, str]]:
    for code, court in load_law().courts.items():
        if exercise or not exercise_only(court):
            yield code, f"{code} – {court.departement_name}"


class SiteForm(FactsForm):
    """Where the appointment is looked for."""

    paths: ClassVar = {"address": ("demande", "adresse_du_site")}
    address = forms.CharField(
        label=_("Adresse de la page où je cherche un rendez-vous"),
        required=False,
        max_length=500,
        help_text=_("Copiez-la depuis le haut du navigateur. Elle commence par https://"),
        widget=forms.TextInput({"dir": "ltr", "inputmode": "url", "autocomplete": "off"}),
    )

    def clean_address(self) -> str:
        """Something that has a host."""
        address = str(self.cleaned_data["address"]).strip()
        if address and "://" not in address:
            address = f"https://{address}"
        if address and "." not in (urlsplit(address).hostname or ""):
            raise ValidationError(_("Cette adresse n’est pas complète."))
        return address


class PrefectureForm(FactsForm):
    """The préfecture's own addresses, checked by the person."""

    paths: ClassVar = {
        "title": ("prefecture", "titre"),
        "address": ("prefecture", "adresse"),
        "email": ("prefecture", "courriel"),
        "checked_on": ("prefecture", "adresse_verifiee_le"),
    }
    title = forms.ChoiceField(
        label=_("Le représentant de l’État y est…"),
        choices=[
            (PrefectTitle.PREFET.value, _("un préfet, ou je ne sais pas")),
            (PrefectTitle.PREFETE.value, _("une préfète")),
        ],
        widget=forms.RadioSelect,
    )
    address = Lines(label=_("Adresse postale de la préfecture"), rows=4)
    email = forms.EmailField(
        label=_("Adresse e-mail du service des étrangers"),
        required=False,
        widget=forms.EmailInput({"dir": "ltr", "autocomplete": "off"}),
        error_messages={"invalid": _("Cette adresse e-mail n’est pas complète.")},
    )
    checked_on = DateInWords(
        label=_("Jour où j’ai vérifié ces adresses sur le site de la préfecture"),
        required=False,
        help_text=_("Une lettre mal adressée fait perdre des semaines."),
    )
