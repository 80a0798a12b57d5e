"""The facts of one person's file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, Self
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator, model_validator

from ._base import Value
from ._zones import METROPOLE, zone_of_facts
from .deposit import Deposit
from .person import Person, Prefecture, Representative
from .proof import Contact, Explanation, Piece
from .request import Circumstance, DateByHand, Relief, Request

SCHEMA = 1


class Dossier(Value):
    """`dossier.toml`, validated: what the person states, and nothing that we derive."""

    schema_version: Literal[1] = Field(alias="schema")
    id: UUID
    exercise: bool = Field(default=False, alias="exercice")
    zone: str = Field(default=METROPOLE, alias="fuseau")
    city: str = Field(alias="fait_a", min_length=1)
    acts_on: date | None = Field(default=None, alias="date_des_actes")
    person: Person = Field(alias="personne")
    representative: Representative | None = Field(default=None, alias="representant")
    prefecture: Prefecture
    request: Request = Field(alias="demande")
    urgency: tuple[Circumstance, ...] = Field(default=(), alias="urgence")
    contacts: tuple[Contact, ...] = Field(default=(), alias="contacts")
    pieces: tuple[Piece, ...] = ()
    explanations: tuple[Explanation, ...] = Field(default=(), alias="explications")
    relief: Relief = Field(default_factory=Relief, alias="conclusions")
    deposit: Deposit = Field(default_factory=Deposit, alias="depot")
    dates_by_hand: tuple[DateByHand, ...] = Field(default=(), alias="dates_corrigees")

    @model_validator(mode="before")
    @classmethod
    def _zone_of_the_prefecture(cls, given: object) -> object:
        """Unless the person says otherwise, clocks show the hour of the préfecture."""
        if isinstance(given, Mapping) and not {"zone", "fuseau"} & given.keys():
            return {**given, "fuseau": zone_of_facts(given)}
        return given

    @field_validator("zone")
    @classmethod
    def _zone_exists(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("ce fuseau horaire n’existe pas (exemple : Europe/Paris)") from error
        return value

    @model_validator(mode="after")
    def _pieces_exist(self) -> Self:
        known = [piece.file for piece in self.pieces]
        doubles = sorted({name for name in known if known.count(name) > 1})
        if doubles:
            raise ValueError(f"la pièce « {doubles[0]} » est inscrite deux fois")
        for where, cited in (
            *(("urgence", c.pieces) for c in self.urgency),
            *(("contacts", c.pieces) for c in self.contacts),
            ("conclusions", self.relief.costs_pieces),
        ):
            for name in cited:
                if name not in known:
                    raise ValueError(f"« {where} » cite « {name} », qui n’est pas dans [[pieces]]")
        return self

    def piece(self, file: str) -> Piece:
        """The piece of that file name.

        Raises:
            KeyError: no such piece.
        """
        for piece in self.pieces:
            if piece.file == file:
                return piece
        raise KeyError(file)
