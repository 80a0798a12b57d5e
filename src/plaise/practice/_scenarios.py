"""What the practice site can be told to answer: one scenario for each wording, and a few more."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from http import HTTPStatus

from plaise.dossier import PlaiseError, Result
from plaise.dossier._base import Value
from plaise.law import Phrase, PhraseClass, load_phrases


class Family(StrEnum):
    """The kinds of site that the practice site plays."""

    BOOKING = "booking"
    RDVPREF = "rdvpref"
    ALERT = "alerte"
    TELESERVICE = "teleservice"


class Slots(StrEnum):
    """Which appointments are on offer."""

    NONE = "aucun"
    WEEK = "semaine"
    FAR = "lointain"
    OTHER_WEEK = "autre_semaine"
    OTHER_DAY = "autre_jour"


class Scenario(Value):
    """One answer of the site.

    Attributes:
        id: the phrase's id (with « :2 » for its second text), or a French word.
        result: what a correct reading of the page must say.
        text: the wording shown, empty when the page speaks through its slots.
        wording: the phrase's id in the law data.
        family: the kind of site on which the answer shows; outages and dead links answer on all.
        path: where the answer can be seen at once.
        status: the HTTP status of the answer.
    """

    id: str
    label: str
    result: Result
    family: Family
    path: str
    text: str = ""
    wording: str | None = None
    slots: Slots = Slots.NONE
    status: int = HTTPStatus.OK

    @property
    def host(self) -> str:
        """An exercise host on which this kind of site stands."""
        return HOSTS[self.family]


HOSTS = {
    Family.BOOKING: "www.val-d-exemple.exercice.test",
    Family.RDVPREF: "www.rdv-prefecture.exercice.test",
    Family.ALERT: "rdv-etrangers.val-d-exemple.exercice.test",
    Family.TELESERVICE: "demarches.exercice.test",
}

_BOOKING = "/booking/create/9829/{}"
_RDVPREF = "/rdvpref/reservation/demarche/9040/{}/"
ALERT_PATH = "/eAppointment/element/jsp/appointment.jsp"
TELESERVICE_PATH = "/demarches/titre-de-sejour/"

# Words that a browser shows by itself when no server answers: no site can play them.
_BROWSER_ONLY = {"out_navigateur", "dead_dns", "net_hors_ligne"}
_SKIPPED_CLASSES = {PhraseClass.INFORMATIVE}

_STATUS = {
    "out_403": 403,
    "blk_cloudflare": 403,
    "dead_404": 404,
    "out_500": 500,
    "out_502": 502,
    "out_503": 503,
    "out_504": 504,
    "out_guru": 503,
    "out_maintenance": 503,
    "out_service_surcharge": 503,
}
_PATHS = {
    "ez_pas_calendrier": _BOOKING.format(0),
    "ez_page_pas_disponible": _BOOKING.format(0),
    "dead_desactive": _BOOKING.format(0),
    "cap_controle": _BOOKING.format(6),
    "st_accueil": _BOOKING.format(0),
    "st_nature": _BOOKING.format(1),
    "st_infos": _RDVPREF.format("coordonnees"),
    "av_plage": _BOOKING.format(4),
    "av_description": _BOOKING.format(3),
}
_SLOTS = {
    "trap_sur_cette_semaine": Slots.OTHER_WEEK,
    "trap_jour_sans_creneau": Slots.OTHER_DAY,
    "av_prochaine": Slots.OTHER_WEEK,
}
_FAMILIES = {
    "ez_booking": Family.BOOKING,
    "rdv_prefecture": Family.RDVPREF,
    "eappointment94": Family.ALERT,
    "anef": Family.TELESERVICE,
    "demarche_numerique": Family.TELESERVICE,
}
_FIRST_PATH = {
    Family.ALERT: ALERT_PATH,
    Family.TELESERVICE: TELESERVICE_PATH,
}
_CLASS_LABELS = {
    PhraseClass.REFUSAL: "Refus",
    PhraseClass.BLOCKED_FORM: "Formulaire bloqué",
    PhraseClass.OUTAGE: "Panne",
    PhraseClass.BLOCKED: "Accès refusé",
    PhraseClass.CLOSED: "Page fermée",
    PhraseClass.DEAD_LINK: "Lien mort",
    PhraseClass.CAPTCHA: "Captcha",
    PhraseClass.STEP: "Étape",
    PhraseClass.NOT_REFUSAL: "Piège",
    PhraseClass.AVAILABLE: "Créneau offert",
}

# Plain words for the command line, each standing for a scenario.
ALIASES = {
    "refus": "ez_plus_de_plage",
    "refus_rdvpref": "rdvpref_aucun_creneau",
    "refus_alerte": "ea94_aucun_rdv_possible",
    "panne": "out_502",
    "surcharge": "out_service_surcharge",
    "maintenance": "out_maintenance",
    "captcha": "st_cgu",
    "lien_mort": "dead_desactive",
    "formulaire_bloque": "bf_categorie_non_selectionnable",
    "piege_semaine": "trap_sur_cette_semaine",
    "piege_jour": "trap_jour_sans_creneau",
}


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Every answer the site can give, the wordings of the law data first."""
    from_phrases = (
        _from_phrase(phrase, number, text)
        for phrase in load_phrases()
        if phrase.id not in _BROWSER_ONLY and phrase.kind not in _SKIPPED_CLASSES
        for number, text in enumerate(phrase.texts, start=1)
    )
    return (*from_phrases, *_slot_scenarios())


def scenario(name: str) -> Scenario:
    """The scenario of that id or plain French word.

    Raises:
        PlaiseError: no scenario has that name.
    """
    wanted = ALIASES.get(name, name)
    for one in scenarios():
        if one.id == wanted:
            return one
    raise PlaiseError(
        f"Le site d’entraînement ne connaît pas la réponse « {name} ».",
        to_do=f"Choisissez par exemple : {', '.join((*ALIASES, 'creneau_semaine'))}.",
    )


def _from_phrase(phrase: Phrase, number: int, text: str) -> Scenario:
    family = _family(phrase)
    slots = _SLOTS.get(phrase.id, Slots.NONE)
    if phrase.kind in {PhraseClass.AVAILABLE, PhraseClass.STEP} and slots is Slots.NONE:
        slots = Slots.WEEK
    trap = phrase.kind is PhraseClass.NOT_REFUSAL
    return Scenario(
        id=phrase.id if number == 1 else f"{phrase.id}:{number}",
        label=f"{_CLASS_LABELS[phrase.kind]} – {text}",
        result=Result.SLOT_OFFERED if trap else phrase.kind.result,
        family=family,
        path=_path(phrase, family),
        text=text,
        wording=phrase.id,
        slots=slots,
        status=_STATUS.get(phrase.id, HTTPStatus.OK),
    )


def _family(phrase: Phrase) -> Family:
    if phrase.platform in _FAMILIES:
        return _FAMILIES[phrase.platform]
    if phrase.kind is PhraseClass.BLOCKED_FORM:
        return Family.TELESERVICE
    return Family.RDVPREF if phrase.kind is PhraseClass.CAPTCHA else Family.BOOKING


def _path(phrase: Phrase, family: Family) -> str:
    if phrase.id in _PATHS:
        return _PATHS[phrase.id]
    if family is Family.BOOKING:
        return _BOOKING.format(2 if phrase.kind is PhraseClass.REFUSAL else 1)
    if family is Family.RDVPREF:
        return _RDVPREF.format("cgu" if phrase.kind is PhraseClass.CAPTCHA else "creneau")
    return _FIRST_PATH[family]


def _slot_scenarios() -> tuple[Scenario, ...]:
    places = (
        (Family.BOOKING, _BOOKING.format(4), ""),
        (Family.RDVPREF, _RDVPREF.format("creneau"), "_rdvpref"),
    )
    kinds = (
        ("creneau_semaine", "Créneau offert cette semaine", Slots.WEEK),
        ("creneau_lointain", "Créneau offert le mois prochain ou plus tard", Slots.FAR),
    )
    return tuple(
        Scenario(
            id=f"{name}{suffix}",
            label=f"{label} ({family})",
            result=Result.SLOT_OFFERED,
            family=family,
            path=path,
            slots=slots,
        )
        for name, label, slots in kinds
        for family, path, suffix in places
    )
