"""The whole job as steps that know what changed; called by the command line and the app."""

from ._guide import Guide, Item, Section
from ._places import PAGE
from ._prepare import Outcome, assess_dossier, prepare
from ._progress import Progress, Silent
from ._report import guide_text, summary
from ._verify import Verification, verify, verify_storage

__all__ = [
    "PAGE",
    "Guide",
    "Item",
    "Outcome",
    "Progress",
    "Section",
    "Silent",
    "Verification",
    "assess_dossier",
    "guide_text",
    "prepare",
    "summary",
    "verify",
    "verify_storage",
]
