"""My request, and what is asked of the judge."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from plaise.dossier import Door, Relief, value_at
from plaise.web.forms import DateInWords

from .fields import FactsForm, Sentence, long_text, text
from .proofs import pieces_field

_RELIEF = Relief()
_DOOR_DATES = {"asked_on": Door.DEMARCHE_NUMERIQUE, "invited_on": Door.ANEF}


class TitleForm(FactsForm):
    """The title asked for, the one held."""

    paths: ClassVar = {
        "sought": ("demande", "titre_demande"),
        "current": ("demande", "titre_actuel"),
        "expires_on": ("demande", "expire_le"),
        "article": ("demande", "fondement"),
    }
    sought = Sentence(
        label=_("Le titre que je demande"),
        max_length=300,
        help_text=_("Par exemple : « carte de séjour temporaire portant la mention salarié »."),
    )
    current = Sentence(
        label=_("Le titre que j’ai, ou que j’avais"),
        max_length=300,
        required=False,
        help_text=_("Laissez vide si c’est une première demande."),
    )
    expires_on = DateInWords(label=_("Il expire, ou il a expiré, le"), required=False)
    article = text(
        _("L’article de loi de ce titre"),
        required=False,
        length=40,
        attrs={"dir": "ltr"},
        help_text=_("Seulement si vous le connaissez : « L. 423-22 »."),
    )


class ReasonsForm(FactsForm):
    """Why the request is serious."""

    paths: ClassVar = {"serious": ("demande", "motifs")}
    serious = long_text(
        _("Pourquoi j’ai droit à ce titre"),
        help_text=_(
            "Quelques phrases vraies : depuis quand je suis en France, ma famille, mon travail, "
            "mes études. Le juge ne donne pas le titre, il regarde si la demande est sérieuse."
        ),
    )


class DoorDatesForm(FactsForm):
    """The dates that only some doors give."""

    paths: ClassVar = {
        "asked_on": ("demande", "date_demandee_le"),
        "invited_on": ("demande", "invitation_recue_le"),
    }
    asked_on = DateInWords(
        label=_("Jour où j’ai envoyé le formulaire qui demande une date"), required=False
    )
    invited_on = DateInWords(
        label=_("Jour où j’ai reçu l’invitation à un accueil physique"), required=False
    )

    def __init__(self, data: Any, raw: Any, **named: Any) -> None:  # noqa: ANN401 (as Django)
        super().__init__(data, raw, **named)
        door = value_at(raw, ("demande", "porte"))
        for name, one in _DOOR_DATES.items():
            if door != one and not self._held(name):
                del self.fields[name]


class ReliefForm(FactsForm):
    """What the judge is asked to order; our proposals are already there."""

    paths: ClassVar = {
        "delay": ("conclusions", "delai_jours"),
        "latest": ("conclusions", "rendez_vous_avant_le"),
        "penalty": ("conclusions", "astreinte_euros"),
        "costs": ("conclusions", "frais_euros"),
        "costs_pieces": ("conclusions", "frais_pieces"),
    }
    defaults: ClassVar = {
        "delay": _RELIEF.delay_days,
        "penalty": _RELIEF.daily_penalty_euros,
        "costs": _RELIEF.costs_euros,
    }
    delay = forms.IntegerField(
        label=_("Jours laissés à la préfecture pour donner une date"), min_value=1, max_value=90
    )
    latest = DateInWords(
        label=_("Le rendez-vous doit avoir lieu avant le"),
        required=False,
        help_text=_("Seulement si une vraie date l’impose : un travail qui commence, un examen."),
    )
    penalty = forms.IntegerField(label=_("Euros par jour de retard"), min_value=0, max_value=1000)
    costs = forms.IntegerField(
        label=_("Euros que ce procès m’a coûtés"),
        min_value=0,
        max_value=10_000,
        help_text=_("Seulement ce que vous pouvez prouver. Sinon : 0."),
    )

    def __init__(self, data: Any, raw: Any, **named: Any) -> None:  # noqa: ANN401 (as Django)
        super().__init__(data, raw, **named)
        if found := pieces_field(raw, _("Ce qui prouve ces frais")):
            self.fields["costs_pieces"] = found
        for name in ("delay", "penalty", "costs"):
            self.fields[name].widget.attrs |= {"inputmode": "numeric", "class": "number"}
