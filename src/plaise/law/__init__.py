"""Rules, references, courts and wordings as dated, sourced data, and what applies them."""

from ._addresses import Addresses, Suggestion
from ._agreements import Agreement
from ._calendar import add_months
from ._courts import Court, CourtsSource, Zone, departement_of, exercise_only
from ._criteria import CriterionRule
from ._doors import (
    KnownDoor,
    Platform,
    find_door,
    is_exercise_host,
    load_doors,
    load_platforms,
    platform_of,
)
from ._files import LawError
from ._law import Law, load_law, read_law
from ._phrases import Phrase, PhraseClass, load_phrases
from ._references import Confidence, Quotation, Reference, ReferenceKind, stale

__all__ = [
    "Addresses",
    "Agreement",
    "Confidence",
    "Court",
    "CourtsSource",
    "CriterionRule",
    "KnownDoor",
    "Law",
    "LawError",
    "Phrase",
    "PhraseClass",
    "Platform",
    "Quotation",
    "Reference",
    "ReferenceKind",
    "Suggestion",
    "Zone",
    "add_months",
    "departement_of",
    "exercise_only",
    "find_door",
    "is_exercise_host",
    "load_doors",
    "load_law",
    "load_phrases",
    "load_platforms",
    "platform_of",
    "read_law",
    "stale",
]
