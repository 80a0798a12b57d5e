"""The exhibits of a dossier: how they are numbered now, and what the person decides of them."""

from ._choices import LEFT_OUT, exhibit_decisions, reasons_of
from ._exhibits import Changes, check_pieces, decide_exhibits, numbered, numbered_of

__all__ = [
    "LEFT_OUT",
    "Changes",
    "check_pieces",
    "decide_exhibits",
    "exhibit_decisions",
    "numbered",
    "numbered_of",
    "reasons_of",
]
