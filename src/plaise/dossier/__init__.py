"""The facts of one person's file, as typed, immutable values."""

from ._base import Value
from ._toml import parse_dossier
from ._upgrade import UPGRADERS, check_schema, upgrade
from .capture import (
    Box,
    Capture,
    Finding,
    Note,
    NoteKind,
    Private,
    PrivateKind,
    Reading,
    Result,
    Source,
)
from .deposit import Deposit
from .dossier import SCHEMA, Dossier
from .errors import DossierError, PlaiseError
from .exhibit import Entry, ExhibitDecisions, ExhibitPlan
from .person import Gender, Person, PrefectTitle, Prefecture, Representative
from .proof import Contact, ContactKind, Explanation, Piece, PieceKind
from .request import (
    Circumstance,
    DateByHand,
    Demarche,
    Door,
    HardCase,
    Relief,
    Request,
    Silence,
)

__all__ = [
    "SCHEMA",
    "UPGRADERS",
    "Box",
    "Capture",
    "Circumstance",
    "Contact",
    "ContactKind",
    "DateByHand",
    "Demarche",
    "Deposit",
    "Door",
    "Dossier",
    "DossierError",
    "Entry",
    "ExhibitDecisions",
    "ExhibitPlan",
    "Explanation",
    "Finding",
    "Gender",
    "HardCase",
    "Note",
    "NoteKind",
    "Person",
    "Piece",
    "PieceKind",
    "PlaiseError",
    "PrefectTitle",
    "Prefecture",
    "Private",
    "PrivateKind",
    "Reading",
    "Relief",
    "Representative",
    "Request",
    "Result",
    "Silence",
    "Source",
    "Value",
    "check_schema",
    "parse_dossier",
    "upgrade",
]
