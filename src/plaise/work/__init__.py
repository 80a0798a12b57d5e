"""The whole job as steps that know what changed; called by the command line and the app."""

from ._acts import Imported, import_act, in_force, reading_copies, reset_act
from ._confirm import (
    Doubtful,
    Redaction,
    accept_clear,
    clear,
    decide,
    decisions_of,
    doubtful,
    redact_capture,
    redactions_of,
    uncover_capture,
)
from ._followup import correct_event, followup_of, record_event
from ._guide import Guide, Item, Section
from ._guide_captures import to_look_at
from ._guide_said import GUIDE_COUNTED, GUIDE_SENTENCES
from ._kept import KeptAct, kept_acts
from ._places import PAGE
from ._plan import assessment_page, look, plan_dossier, record_shown, warnings_to_show
from ._prepare import Outcome, assess_dossier, prepare
from ._progress import Progress, Silent
from ._remarks import remarks_on
from ._report import guide_text, summary
from ._sheet import contact_sheet
from ._verify import Verification, verify, verify_storage

__all__ = [
    "GUIDE_COUNTED",
    "GUIDE_SENTENCES",
    "PAGE",
    "Doubtful",
    "Guide",
    "Imported",
    "Item",
    "KeptAct",
    "Outcome",
    "Progress",
    "Redaction",
    "Section",
    "Silent",
    "Verification",
    "accept_clear",
    "assess_dossier",
    "assessment_page",
    "clear",
    "contact_sheet",
    "correct_event",
    "decide",
    "decisions_of",
    "doubtful",
    "followup_of",
    "guide_text",
    "import_act",
    "in_force",
    "kept_acts",
    "look",
    "plan_dossier",
    "prepare",
    "reading_copies",
    "record_event",
    "record_shown",
    "redact_capture",
    "redactions_of",
    "remarks_on",
    "reset_act",
    "summary",
    "to_look_at",
    "uncover_capture",
    "verify",
    "verify_storage",
    "warnings_to_show",
]
