"""Is the file strong enough, why, and what to do next: never a probability."""

from ._assess import assess
from ._calendar import plan_calendar
from ._plan import plan
from ._plan_text import plan_text
from ._plan_values import Kind, OwnDate, Plan, PlanItem
from ._said import COUNTED, SENTENCES
from ._sources import source_note
from ._text import text
from ._values import Assessment, Criterion, Level, OtherRoute, Proof, SourceNote, Verdict

__all__ = [
    "COUNTED",
    "SENTENCES",
    "Assessment",
    "Criterion",
    "Kind",
    "Level",
    "OtherRoute",
    "OwnDate",
    "Plan",
    "PlanItem",
    "Proof",
    "SourceNote",
    "Verdict",
    "assess",
    "plan",
    "plan_calendar",
    "plan_text",
    "source_note",
    "text",
]
