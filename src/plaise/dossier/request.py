"""What the person asks for, through which door, and why it is urgent."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from ._base import Value


class Demarche(StrEnum):
    """The démarches of the 2020 note (La Cimade, Gisti)."""

    FIRST_CARD = "premiere_carte"
    RENEWAL = "renouvellement"
    DCEM = "dcem"
    TRAVEL_DOCUMENT = "titre_de_voyage"
    CHANGE = "changement_de_situation"
    FAMILY = "regroupement_familial"
    NATIONALITY = "nationalite"
    ASYLUM = "asile"


class Door(StrEnum):
    """How the request must be lodged, as the préfecture says."""

    BOOKING = "site_prefecture"
    RDV_PREFECTURE = "rdv_prefecture"
    DEMARCHE_NUMERIQUE = "demarche_numerique"
    ANEF = "anef"
    OFII = "ofii"
    POST = "courrier"
    COUNTER = "guichet"


class HardCase(StrEnum):
    """Situations that are sent to an association or a lawyer before anything is filed."""

    OQTF = "oqtf"
    IRTF = "irtf"
    EARLIER_REFUSAL = "refus_anterieur"
    ASYLUM = "asile"
    ISOLATED_MINOR = "mineur_isole"
    ALREADY_REGISTERED = "demande_enregistree"
    APPOINTMENT_REFUSED = "rendez_vous_refuse_par_ecrit"


class Silence(StrEnum):
    """How long the préfecture's silence lasts before it is a refusal (R. 432-2 CESEDA)."""

    FOUR_MONTHS = "quatre_mois"
    NINETY_DAYS = "90_jours"
    SIXTY_DAYS = "60_jours"


class Request(Value):
    """The request that no appointment lets the person lodge.

    `article` is the text on which the title is asked for (« L. 423-22 »), when it is known: some
    windows depend on it. `notified_on` is the day when the person received the decision named in
    `hard_cases`; `registered_on` the day when the préfecture registered a complete application;
    `date_asked_on` the day when a form that only asks for a date was sent.
    """

    demarche: Demarche
    door: Door = Field(alias="porte")
    title_sought: str = Field(alias="titre_demande", min_length=1)
    booking_address: str = Field(default="", alias="adresse_du_site")
    current_title: str = Field(default="", alias="titre_actuel")
    expires_on: date | None = Field(default=None, alias="expire_le")
    serious: str = Field(default="", alias="motifs")
    hard_cases: tuple[HardCase, ...] = Field(default=(), alias="situations_difficiles")
    article: str = Field(default="", alias="fondement")
    notified_on: date | None = Field(default=None, alias="notifie_le")
    registered_on: date | None = Field(default=None, alias="enregistree_le")
    silence: Silence = Field(default=Silence.FOUR_MONTHS, alias="delai_de_reponse")
    date_asked_on: date | None = Field(default=None, alias="date_demandee_le")
    invited_on: date | None = Field(default=None, alias="invitation_recue_le")
    adviser: str = Field(default="", alias="conseil_consulte")
    adviser_on: date | None = Field(default=None, alias="conseil_consulte_le")


class DateByHand(Value):
    """A computed date of the person's plan, set by hand with the reason."""

    rule: str = Field(alias="regle", min_length=1)
    day: date = Field(alias="date")
    reason: str = Field(alias="raison", min_length=1)


class Circumstance(Value):
    """One reason why waiting does harm, tied to the exhibits that prove it.

    Source: CE, 9 June 2022, n° 453391 (particular circumstances outside renewals).
    """

    text: str = Field(alias="texte", min_length=1)
    pieces: tuple[str, ...] = ()


class Relief(Value):
    """What the judge is asked to order (CE n° 435594; L. 911-3 and L. 761-1 CJA)."""

    delay_days: int = Field(default=15, alias="delai_jours", ge=1, le=90)
    latest_date: date | None = Field(default=None, alias="rendez_vous_avant_le")
    daily_penalty_euros: int = Field(default=100, alias="astreinte_euros", ge=0, le=1000)
    costs_euros: int = Field(default=0, alias="frais_euros", ge=0, le=10_000)
    costs_pieces: tuple[str, ...] = Field(default=(), alias="frais_pieces")
