"""Proofs other than captures, and the contacts that they prove."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from ._base import Value


class PieceKind(StrEnum):
    """What a piece is; the kind decides its place in the inventory."""

    IDENTITY = "identite"
    RESIDENCE_CARD = "titre_de_sejour"
    URGENCY = "urgence"
    SERIOUS = "caractere_serieux"
    EMAIL = "courriel"
    LRAR_LETTER = "lettre_recommandee"
    LRAR_DEPOSIT = "preuve_de_depot"
    LRAR_RECEIPT = "avis_de_reception"
    WITNESS = "attestation"
    DEFENSEUR = "defenseur_des_droits"
    OTHER = "autre"


class Piece(Value):
    """One exhibit other than a capture: a file of `pieces/` with an explicit label (R. 412-2)."""

    file: str = Field(alias="fichier", min_length=1)
    kind: PieceKind = Field(alias="nature")
    label: str = Field(alias="libelle", min_length=3)
    dated: date | None = Field(default=None, alias="date")


class ContactKind(StrEnum):
    """Ways of reaching the administration besides the booking site."""

    EMAIL = "courriel"
    LRAR = "lettre_recommandee"
    VISIT = "visite"
    DEFENSEUR = "defenseur_des_droits"
    CONTACT_CENTRE = "centre_de_contact"
    DIGITAL_POINT = "point_d_accueil_numerique"


class Contact(Value):
    """One message, letter or visit, with its proofs (paths inside `pieces/`).

    `recipient` is who received it, `tracking` the number of a registered letter, as typed.
    """

    kind: ContactKind = Field(alias="moyen")
    on: date = Field(alias="date")
    pieces: tuple[str, ...] = ()
    answer: str = Field(default="", alias="reponse")
    recipient: str = Field(default="", alias="destinataire")
    tracking: str = Field(default="", alias="numero_de_suivi")


class Explanation(Value):
    """What the person says of one capture (for instance a slot that was offered)."""

    capture: str = Field(min_length=1)
    text: str = Field(alias="texte", min_length=1)
