"""What only one act needs: small facts given beside the brief, by the person or from the follow-up.

`Details` is the content of the file that `plaise draft … --details FILE.toml` reads; the French
names are its keys. Names in `pieces` are files of `[[pieces]]` in dossier.toml.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from datetime import date, time
from enum import StrEnum

from pydantic import Field, ValidationError

from plaise.dossier import Circumstance, Gender, PlaiseError
from plaise.dossier._base import Value


class Visit(Value):
    """A visit to a counter or to a point d’accueil numérique; what is unknown is left to write."""

    on: date | None = Field(default=None, alias="date")
    at: time | None = Field(default=None, alias="heure")
    place: str = Field(default="", alias="lieu")
    told: str = Field(default="", alias="reponse")
    given: str = Field(default="", alias="document_remis")
    companion: str = Field(default="", alias="accompagnant")


class Witness(Value):
    """Who attests (202 CPC); `link` is the link of family, work or interest with the person."""

    gender: Gender = Field(default=Gender.INCLUSIVE, alias="genre")
    last_name: str = Field(default="", alias="nom")
    first_names: str = Field(default="", alias="prenoms")
    birth_date: date | None = Field(default=None, alias="naissance")
    birth_place: str = Field(default="", alias="lieu_naissance")
    address: str = Field(default="", alias="adresse")
    occupation: str = Field(default="", alias="profession")
    link: str = Field(default="", alias="lien")


class Offer(Value):
    """A date that the préfecture gave, and why it comes too late."""

    on: date = Field(alias="date")
    at: time | None = Field(default=None, alias="heure")
    received_on: date = Field(alias="recue_le")
    by: str = Field(default="", alias="par")
    pieces: tuple[str, ...] = ()
    too_late: tuple[Circumstance, ...] = Field(alias="raisons", min_length=1)
    before: date | None = Field(default=None, alias="souhaitee_avant_le")


class Filing(Value):
    """The petition as it was filed.

    `last_exhibit` is the last number of the inventory then filed: new exhibits go on from there
    (R. 412-2 CJA: numbers in a continuous and increasing order).
    """

    number: str = Field(default="", alias="numero")
    on: date = Field(alias="date")
    last_exhibit: int = Field(alias="derniere_piece", ge=1)


class Undone(StrEnum):
    """How an order was not obeyed."""

    NOTHING = "rien"
    LATE = "tard"
    TOO_FAR = "trop_loin"
    PARTLY = "partie"


class Order(Value):
    """An order of the juge des référés; `due_on` is the end of the time that it gave.

    `undone` says how it was not obeyed, and `done` what the préfecture did, in the person's words,
    unless it did nothing.
    """

    number: str = Field(alias="numero", min_length=1)
    on: date = Field(alias="date")
    received_on: date | None = Field(default=None, alias="recue_le")
    prefect_received_on: date | None = Field(default=None, alias="recue_par_la_prefecture_le")
    ordered: str = Field(default="", alias="dispositif")
    due_on: date | None = Field(default=None, alias="delai_jusqu_au")
    daily_penalty_euros: int = Field(default=0, alias="astreinte_euros", ge=0)
    undone: Undone = Field(default=Undone.NOTHING, alias="inexecution")
    done: str = Field(default="", alias="fait")
    pieces: tuple[str, ...] = ()


class Reply(Value):
    """One point of the other side or of an order, and what answers it."""

    point: str = Field(alias="motif", min_length=3)
    answer: str = Field(alias="reponse", min_length=3)
    pieces: tuple[str, ...] = ()


class Hearing(Value):
    """When and where the judge hears the parties."""

    on: date = Field(alias="date")
    at: time = Field(alias="heure")
    place: str = Field(alias="lieu", min_length=3)
    room: str = Field(default="", alias="salle")


class Lost(StrEnum):
    """Why an appointment served for nothing."""

    TURNED_AWAY = "refoule"
    INCOMPLETE = "incomplet"
    MISSED = "manque"
    CANCELLED = "annule"


class Appointment(Value):
    """An appointment at the préfecture; once its day is over, `lost` says why it was of no use.

    `documents` are those that the convocation asks for; `told` the words heard or written;
    `reason` why the person could not come.
    """

    on: date = Field(alias="date")
    at: time | None = Field(default=None, alias="heure")
    place: str = Field(default="", alias="lieu")
    documents: tuple[str, ...] = ()
    lost: Lost | None = Field(default=None, alias="suite")
    told: str = Field(default="", alias="reponse")
    reason: str = Field(default="", alias="raison")
    pieces: tuple[str, ...] = ()


class Association(Value):
    """The association that intervenes, and who signs for it (R. 431-4 CJA)."""

    name: str = Field(alias="nom", min_length=2)
    address: tuple[str, ...] = Field(alias="siege", min_length=1)
    purpose: str = Field(alias="objet", min_length=10)
    signatory: str = Field(alias="signataire", min_length=3)
    capacity: str = Field(alias="qualite", min_length=3)
    phone: str = Field(default="", alias="telephone")
    email: str = Field(default="", alias="courriel")
    observed: str = Field(default="", alias="constats")
    enclosures: tuple[str, ...] = Field(alias="pieces", min_length=1)


class LegalAid(Value):
    """What the note on legal aid says besides the rules."""

    bureau: str = ""
    provisional: bool = Field(default=True, alias="admission_provisoire")
    asked_on: date | None = Field(default=None, alias="demandee_le")


class Details(Value):
    """Facts of one act, each part optional; an act says which parts it needs."""

    visit: Visit | None = Field(default=None, alias="visite")
    witness: Witness | None = Field(default=None, alias="temoin")
    offer: Offer | None = Field(default=None, alias="date_proposee")
    filing: Filing | None = Field(default=None, alias="depot")
    order: Order | None = Field(default=None, alias="ordonnance")
    replies: tuple[Reply, ...] = Field(default=(), alias="reponses")
    hearing: Hearing | None = Field(default=None, alias="audience")
    appointment: Appointment | None = Field(default=None, alias="rendez_vous")
    association: Association | None = None
    legal_aid: LegalAid | None = Field(default=None, alias="aide_juridictionnelle")

    def cited(self, parts: Collection[str]) -> tuple[str, ...]:
        """The files of the dossier that some parts cite, by the names of those parts."""
        files: list[str] = []
        if self.order and "order" in parts:
            files += self.order.pieces
        if self.offer and "offer" in parts:
            files += self.offer.pieces
            files += (piece for why in self.offer.too_late for piece in why.pieces)
        if self.appointment and "appointment" in parts:
            files += self.appointment.pieces
        if "replies" in parts:
            files += (piece for reply in self.replies for piece in reply.pieces)
        return tuple(dict.fromkeys(files))


def parse_details(text: str, *, name: str = "precisions.toml") -> Details:
    """Read the details of an act from TOML.

    Raises:
        PlaiseError: the text is not TOML, or a value is missing, unknown or malformed.
    """
    try:
        return Details.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise PlaiseError(
            f"{name} : l’écriture n’est pas du TOML valide.",
            to_do="Corrigez le fichier (guillemet, crochet ou signe = manquant ?), puis relancez.",
        ) from error
    except ValidationError as error:
        at = [".".join(str(part) for part in fault["loc"]) or "fichier" for fault in error.errors()]
        raise PlaiseError(
            f"{name} : à compléter ou à corriger : {', '.join(dict.fromkeys(at))}.",
            to_do="Corrigez ces lignes, puis relancez la commande.",
        ) from error
