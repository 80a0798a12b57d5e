"""The facts of one person's file, as typed, immutable values."""

from ._base import Value
from ._edit import FactPath, Plain, Raw, edit_facts, raw_facts, value_at
from ._files import sha256_of, sync_directory, whole_file, write_whole
from ._scripts import spelled
from ._toml import faults_of, parse_dossier
from ._typography import NBSP, NNBSP, typeset
from ._upgrade import UPGRADERS, check_schema, upgrade
from ._zones import offset_of, zone_of_departement, zone_of_facts
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
from .errors import DossierError, FactsError, PlaiseError
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
    "NBSP",
    "NNBSP",
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
    "FactPath",
    "FactsError",
    "Finding",
    "Gender",
    "HardCase",
    "Note",
    "NoteKind",
    "Person",
    "Piece",
    "PieceKind",
    "Plain",
    "PlaiseError",
    "PrefectTitle",
    "Prefecture",
    "Private",
    "PrivateKind",
    "Raw",
    "Reading",
    "Relief",
    "Representative",
    "Request",
    "Result",
    "Silence",
    "Source",
    "Value",
    "check_schema",
    "edit_facts",
    "faults_of",
    "offset_of",
    "parse_dossier",
    "raw_facts",
    "sha256_of",
    "spelled",
    "sync_directory",
    "typeset",
    "upgrade",
    "value_at",
    "whole_file",
    "write_whole",
    "zone_of_departement",
    "zone_of_facts",
]
