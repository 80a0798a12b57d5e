"""The screens that fill the facts: one question or two each, in the order of the journey."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plaise.dossier import Door, DossierError, Raw, value_at
from plaise.law import add_months
from plaise.store.vault import EncryptedDossier
from plaise.web.forms import Words
from plaise.web.journey import State

from . import before, request, who
from .fields import FactsForm, filled
from .proofs import blocks
from .saving import facts_of

_ADULT_MONTHS = 18 * 12


def _always(raw: Raw) -> bool:
    del raw
    return True


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen.

    Attributes:
        name: of its address in `urls`.
        part: the step of the journey that it belongs to.
        place: its address after the dossier's.
        title: its heading.
        form: what it asks; None for a screen with a page of its own.
        lead: a sentence under the heading.
        wanted: whether the screen concerns this dossier.
        done: whether it is answered; by default, every required field is filled.
        needed: whether the file stays incomplete without it.
        own_page: whether another view than the common one shows its form.
    """

    name: str
    part: str
    place: str
    title: Words
    form: type[FactsForm] | None = None
    lead: Words = ""
    wanted: Callable[[Raw], bool] = _always
    done: Callable[[Raw], bool] | None = None
    needed: bool = True
    own_page: bool = False

    def address(self, dossier: EncryptedDossier) -> str:
        """Where it is."""
        return reverse(self.name, args=[dossier.id])

    def answered(self, raw: Raw) -> bool:
        """Whether it is filled in."""
        if self.done is not None:
            return self.done(raw)
        if self.form is None:
            return True
        needed = [
            path
            for name, path in self.form.paths.items()
            if name in self.form.base_fields
            and self.form.base_fields[name].required
            and name not in self.form.defaults
        ]
        return all(filled(raw, path) for path in needed or self.form.paths.values())


@dataclass(frozen=True, slots=True)
class Part:
    """A step of the journey made of screens."""

    name: str
    place: str
    lead: Words
    screens: tuple[Screen, ...] = field(default=())

    def wanted(self, raw: Raw) -> tuple[Screen, ...]:
        """The screens that concern this dossier."""
        return tuple(screen for screen in self.screens if screen.wanted(raw))

    def next_in(self, raw: Raw) -> Screen | None:
        """The first needed screen that is not answered; at the very beginning, the first of all."""
        if not self._begun(raw):
            return self.wanted(raw)[0]
        left = (one for one in self.wanted(raw) if one.needed and not one.answered(raw))
        return next(left, None)

    def state(self, dossier: EncryptedDossier) -> State:
        """How far the part is."""
        try:
            raw = facts_of(dossier).raw
        except DossierError:
            return State.TO_DO
        if self.next_in(raw) is None:
            return State.DONE
        return State.BEGUN if self._begun(raw) else State.TO_DO

    def _begun(self, raw: Raw) -> bool:
        return any(one.answered(raw) for one in self.wanted(raw) if one.form)


def _advice(raw: Raw) -> bool:
    return bool(before.declared(raw)) or filled(raw, ("demande", "conseil_consulte"))


def _minor(raw: Raw) -> bool:
    born = value_at(raw, ("personne", "naissance"))
    today = datetime.now(UTC).date()
    young = type(born) is date and add_months(born, _ADULT_MONTHS) > today
    return young or "representant" in raw or value_at(raw, ("demande", "demarche")) == "dcem"


def _own_dates(raw: Raw) -> bool:
    door = value_at(raw, ("demande", "porte"))
    return door in {Door.DEMARCHE_NUMERIQUE, Door.ANEF}


def _situations(raw: Raw) -> bool:
    return value_at(raw, ("demande", "situations_difficiles")) is not None


def _door(raw: Raw) -> bool:
    return filled(raw, ("demande", "porte"))


_BEFORE = (
    Screen(
        "warnings",
        "before",
        "avant/avertissements",
        _("Ce qu’il faut savoir"),
        needed=False,
    ),
    Screen(
        "situation",
        "before",
        "avant/situation",
        _("Ma situation"),
        before.SituationForm,
        _("Certaines situations ont leur propre délai, très court. Il faut d’abord un conseil."),
        done=_situations,
    ),
    Screen(
        "advice",
        "before",
        "avant/conseil",
        _("Demander conseil"),
        before.AdviceForm,
        wanted=_advice,
        needed=False,
        own_page=True,
    ),
    Screen("demarche", "before", "avant/demarche", _("Ma démarche"), before.DemarcheForm),
    Screen("door", "before", "avant/porte", _("La bonne porte"), done=_door),
    Screen(
        "site",
        "before",
        "avant/site",
        _("La page du rendez-vous"),
        before.SiteForm,
        _("C’est là que vous faites vos captures."),
        needed=False,
    ),
    Screen(
        "prefecture",
        "before",
        "avant/prefecture",
        _("Ma préfecture"),
        before.PrefectureForm,
        _("Vérifiez chaque ligne sur le site de la préfecture : les adresses changent."),
        own_page=True,
    ),
)
_WHO = (
    Screen("name", "who", "qui/nom", _("Mon nom"), who.NameForm),
    Screen("birth", "who", "qui/naissance", _("Ma naissance"), who.BirthForm),
    Screen("home", "who", "qui/adresse", _("Mon adresse"), who.AddressForm),
    Screen(
        "reach",
        "who",
        "qui/joindre",
        _("Me joindre"),
        who.ReachForm,
        _("Le tribunal peut fixer une audience en quelques jours : il doit pouvoir vous joindre."),
        needed=False,
    ),
    Screen(
        "representative",
        "who",
        "qui/representant",
        _("Qui agit pour la personne mineure"),
        who.RepresentativeForm,
        _("Avant 18 ans on n’agit pas seul : un parent, ou un autre représentant, signe."),
        wanted=_minor,
    ),
)
_REQUEST = (
    Screen("title", "request", "demande/titre", _("Mon titre de séjour"), request.TitleForm),
    Screen(
        "reasons",
        "request",
        "demande/motifs",
        _("Mes raisons"),
        request.ReasonsForm,
    ),
    Screen(
        "door-dates",
        "request",
        "demande/dates",
        _("Ce que la préfecture m’a répondu"),
        request.DoorDatesForm,
        wanted=_own_dates,
        needed=False,
    ),
    Screen(
        "urgency",
        "request",
        "demande/urgence",
        _("Pourquoi c’est urgent"),
        done=lambda raw: bool(blocks(raw, "urgence")),
    ),
    Screen(
        "relief",
        "request",
        "demande/juge",
        _("Ce que je demande au juge"),
        request.ReliefForm,
        _("Ces valeurs sont souvent demandées : vous pouvez les garder."),
        needed=False,
    ),
)

BEFORE = Part("before", "avant", _("Quelques minutes pour ne pas se tromper de chemin."), _BEFORE)
WHO = Part("who", "qui", _("Ce que la requête doit dire de vous, et rien de plus."), _WHO)
REQUEST = Part(
    "request",
    "demande",
    _("Ce que vous demandez, et ce que l’attente vous fait perdre."),
    _REQUEST,
)
PARTS = {part.name: part for part in (BEFORE, WHO, REQUEST)}
SCREENS = {screen.name: screen for part in PARTS.values() for screen in part.screens}
