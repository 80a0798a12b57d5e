"""What a plan says: what to do, when, why, on which sources, and the person's own dates."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from plaise.dossier._base import Value
from plaise.law import Deadline

from ._values import SourceNote


class Kind(StrEnum):
    """What a line of the plan asks for."""

    ATTEMPT = "tentative"
    CONTACT_CENTRE = "centre_de_contact"
    EMAIL = "courriel"
    LETTER = "lettre_recommandee"
    DEFENSEUR = "defenseur_des_droits"
    VISIT = "visite"
    REVIEW = "relecture"
    FILING = "depot"


class PlanItem(Value):
    """One thing to do. `day` is the day, or the first of a window that ends on `until`.

    `at` is a time in the dossier's own zone. `optional` lines lower nothing when left undone.
    `to_check` and `laid` are those of the rule behind the line.
    """

    kind: Kind
    day: date
    until: date | None = None
    at: time | None = None
    title: str
    why: str
    optional: bool = False
    sources: tuple[SourceNote, ...]
    confidence: str
    confidence_label: str
    to_check: bool = False
    laid: str = ""


class OwnDate(Value):
    """A date of the person's own, with its explanation and the sources behind it."""

    deadline: Deadline
    sources: tuple[SourceNote, ...]
    to_check: bool = False


class Plan(Value):
    """The next steps: `plaise plan --json`.

    `today` is what strengthens the file most, in order. `stops` are the reasons why only part of
    the plan, or none, is given. Dates and times are those of `zone` (IANA).
    """

    made_at: datetime
    zone: str
    dossier: str
    exercise: bool
    level: str
    level_label: str
    reminder: str
    stops: tuple[str, ...]
    calls: tuple[str, ...]
    today: tuple[str, ...]
    items: tuple[PlanItem, ...]
    dates: tuple[OwnDate, ...]
