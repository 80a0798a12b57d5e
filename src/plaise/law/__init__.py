"""Rules, references, courts and wordings as dated, sourced data, and what applies them."""

from ._addresses import Addresses, Suggestion
from ._agreements import Agreement
from ._attempts import (
    STRONG,
    TELESERVICES,
    Attempt,
    Grade,
    attempts_of,
    distinct,
    grade,
    instants,
    proves,
    sitting_length,
)
from ._calendar import add_months
from ._courts import Court, CourtsSource, Zone, departement_of, exercise_only
from ._criteria import CriterionRule
from ._days import MONTHS, WEEKDAYS, day_in_words
from ._deadlines import (
    Correction,
    Deadline,
    DeadlineRule,
    Nature,
    Whose,
    deadline,
    load_deadline_rules,
)
from ._demarches import DemarcheRule, Paper, UrgencyWords
from ._doors import (
    KnownDoor,
    Platform,
    door_of_address,
    find_door,
    is_exercise_host,
    load_doors,
    load_platforms,
    platform_of,
)
from ._files import LawError
from ._guide import Answer, DoorGuide, Evidence, Question, Questions, Reached
from ._holidays import (
    Holidays,
    add_working_days,
    closed_because,
    holidays_in,
    is_working_day,
    load_holidays,
    next_working_day,
)
from ._law import Law, lay_over, load_law, read_law
from ._layers import Sourced, laid_in_words
from ._limits import Residence, Unit, cassation, deemed_notified, end_of, execution, extend
from ._own_dates import listed_for_young_adults, own_date_rules, own_deadline
from ._people import Caution, HardCaseRule, PublicContact, Route, StepRule
from ._phrases import Phrase, PhraseClass, load_phrases
from ._references import Confidence, Laid, Quotation, Reference, ReferenceKind, stale
from ._retake import Retake, load_retakes, retake_advice, retake_source
from ._weeks import HOURS, CalendarWeek, busiest, calendar_words, shade, weeks_and_hours

__all__ = [
    "HOURS",
    "MONTHS",
    "STRONG",
    "TELESERVICES",
    "WEEKDAYS",
    "Addresses",
    "Agreement",
    "Answer",
    "Attempt",
    "CalendarWeek",
    "Caution",
    "Confidence",
    "Correction",
    "Court",
    "CourtsSource",
    "CriterionRule",
    "Deadline",
    "DeadlineRule",
    "DemarcheRule",
    "DoorGuide",
    "Evidence",
    "Grade",
    "HardCaseRule",
    "Holidays",
    "KnownDoor",
    "Laid",
    "Law",
    "LawError",
    "Nature",
    "Paper",
    "Phrase",
    "PhraseClass",
    "Platform",
    "PublicContact",
    "Question",
    "Questions",
    "Quotation",
    "Reached",
    "Reference",
    "ReferenceKind",
    "Residence",
    "Retake",
    "Route",
    "Sourced",
    "StepRule",
    "Suggestion",
    "Unit",
    "UrgencyWords",
    "Whose",
    "Zone",
    "add_months",
    "add_working_days",
    "attempts_of",
    "busiest",
    "calendar_words",
    "cassation",
    "closed_because",
    "day_in_words",
    "deadline",
    "deemed_notified",
    "departement_of",
    "distinct",
    "door_of_address",
    "end_of",
    "execution",
    "exercise_only",
    "extend",
    "find_door",
    "grade",
    "holidays_in",
    "instants",
    "is_exercise_host",
    "is_working_day",
    "laid_in_words",
    "lay_over",
    "listed_for_young_adults",
    "load_deadline_rules",
    "load_doors",
    "load_holidays",
    "load_law",
    "load_phrases",
    "load_platforms",
    "load_retakes",
    "next_working_day",
    "own_date_rules",
    "own_deadline",
    "platform_of",
    "proves",
    "read_law",
    "retake_advice",
    "retake_source",
    "shade",
    "sitting_length",
    "stale",
    "weeks_and_hours",
]
