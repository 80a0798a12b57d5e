"""The person who asks, and the authority that must answer."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from ._base import Value


class Gender(StrEnum):
    """How the acts agree with the person: her choice, never guessed from a name."""

    FEMININE = "feminin"
    MASCULINE = "masculin"
    INCLUSIVE = "inclusif"


class Person(Value):
    """The applicant, as R. 411-1 CJA requires (name and domicile) and as urgency requires."""

    gender: Gender = Field(alias="genre")
    last_name: str = Field(alias="nom", min_length=1)
    first_names: str = Field(default="", alias="prenoms")
    birth_date: date = Field(alias="naissance")
    birth_place: str = Field(alias="lieu_naissance", min_length=1)
    nationality: str = Field(alias="nationalite", min_length=1)
    address: tuple[str, ...] = Field(alias="adresse", min_length=1)
    phone: str = Field(default="", alias="telephone")
    email: str = Field(default="", alias="courriel")
    foreigner_number: str = Field(default="", alias="numero_etranger")

    @property
    def full_name(self) -> str:
        """First names then family name, family name in capitals as French acts write it."""
        return f"{self.first_names} {self.last_name.upper()}".strip()


class Representative(Value):
    """Who acts for a minor: the holder of parental authority, or another legal representative.

    Sources: D. 414-1 CESEDA (DCEM); the capacity to act is checked by an association or a lawyer.
    """

    gender: Gender = Field(default=Gender.INCLUSIVE, alias="genre")
    last_name: str = Field(alias="nom", min_length=1)
    first_names: str = Field(default="", alias="prenoms")
    capacity: str = Field(alias="qualite", min_length=3)
    address: tuple[str, ...] = Field(default=(), alias="adresse")

    @property
    def full_name(self) -> str:
        """First names then family name in capitals."""
        return f"{self.first_names} {self.last_name.upper()}".strip()


class PrefectTitle(StrEnum):
    """The préfet's title, chosen by the person: the acts agree with it."""

    PREFET = "préfet"
    PREFETE = "préfète"


class Prefecture(Value):
    """The préfecture that must give the date; its court follows from the département.

    `checked_on` is the day when the person confirmed the addresses on the préfecture's own site.

    Source: R. 431-20 CESEDA (préfet of the residence; préfet de police in Paris).
    """

    departement: str = Field(min_length=2, max_length=4)
    title: PrefectTitle = Field(alias="titre")
    address: tuple[str, ...] = Field(alias="adresse", min_length=1)
    email: str = Field(default="", alias="courriel")
    checked_on: date | None = Field(default=None, alias="adresse_verifiee_le")
