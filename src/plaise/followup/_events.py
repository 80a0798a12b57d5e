"""What happens after filing: one typed payload for each kind of event.

No event names a judge or an official: nothing here can serve to profile one (L. 10 CJA).
"""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from plaise.dossier import Value
from plaise.law import Unit

PREFIX = "followup."
CORRECTED = "corrected"


class Channel(StrEnum):
    """How the petition was filed."""

    TELERECOURS = "telerecours"
    POST = "post"
    COUNTER = "counter"


class Outcome(StrEnum):
    """What an order decides."""

    INJUNCTION = "injunction"
    NON_LIEU = "non_lieu"
    REJECTED_WITHOUT_HEARING = "rejected_without_hearing"
    REJECTED = "rejected"
    WITHDRAWAL = "withdrawal"


class Reason(StrEnum):
    """Why a petition was rejected, as the person reads it in the order."""

    URGENCY = "urgence"
    TOO_FEW = "trop_peu"
    NO_UTILITY = "utilite"
    CONTESTED = "contestation"
    WRONG_COURT = "tribunal"
    FORM = "forme"


class Result(StrEnum):
    """What came of an appointment."""

    REGISTERED = "registered"
    INCOMPLETE = "incomplete"
    TURNED_AWAY = "turned_away"
    MISSED = "missed"


class Event(Value):
    """Something that happened on a day.

    `id` is given once, at recording, so that a correction can name the event that it replaces.
    """

    id: str = Field(min_length=8, max_length=64)
    on: date
    note: str = Field(default="", max_length=2000)


class Filed(Event):
    """The petition reached the court."""

    channel: Channel
    number: str = ""
    tracking: str = ""


class Numbered(Event):
    """The registry gave the case its number."""

    number: str = Field(min_length=1)


class Communicated(Event):
    """The court sent the petition to the préfet."""

    prefect_answers_by: date | None = None


class DefenceReceived(Event):
    """The préfet answered the court."""

    answer_by: date | None = None


class DateOffered(Event):
    """The préfecture offers a date while the case is pending. It is always kept."""

    day: date
    hour: time | None = None
    place: str = ""
    far: bool = False
    why_far: str = ""


class HearingSet(Event):
    """The judge calls a hearing."""

    day: date
    hour: time | None = None
    place: str = ""


class HearingHeld(Event):
    """The hearing took place."""


class NewProofs(Event):
    """A memoir or new exhibits were filed; `first` and `last` are the numbers that follow."""

    first: int | None = Field(default=None, ge=1)
    last: int | None = Field(default=None, ge=1)


class Decision(Event):
    """What a judge decided. `on` is the day it was received, or put in Télérecours.

    `delay`, `unit`, `appointment_before`, `penalty_euros` and `penalty_from` are those of an
    injunction; `prefect_notified_on` is when the préfet received it.
    """

    electronic: bool = True
    read_on: date | None = None
    prefect_notified_on: date | None = None
    delay: int | None = Field(default=None, ge=1, le=366)
    unit: Unit = Unit.DAYS
    appointment_before: date | None = None
    penalty_euros: int | None = Field(default=None, ge=1)
    penalty_from: date | None = None
    costs_euros: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        if self.read_on is not None and self.read_on < self.on:
            raise ValueError("une décision ne peut pas être lue avant d’être reçue")
        ordered = (self.delay, self.appointment_before, self.penalty_euros, self.penalty_from)
        if not self.commands and any(one is not None for one in ordered):
            raise ValueError("un délai ou une astreinte ne va qu’avec une injonction")
        return self

    @property
    def commands(self) -> bool:
        """Whether the préfet is ordered to do something."""
        return False


class Order(Decision):
    """The order of the juge des référés.

    `limit_stated` says whether the notification mentions the fifteen days of cassation
    (R. 821-1); `reasons` are those of a rejection, as the person reads them.
    """

    outcome: Outcome
    limit_stated: bool = True
    reasons: tuple[Reason, ...] = ()

    @model_validator(mode="after")
    def _reasons_of_a_rejection(self) -> Self:
        if self.reasons and not self.lost:
            raise ValueError("une raison de rejet ne va qu’avec un rejet")
        return self

    @property
    def commands(self) -> bool:
        """Whether it is an injunction."""
        return self.outcome is Outcome.INJUNCTION

    @property
    def lost(self) -> bool:
        """Whether the petition was rejected."""
        return self.outcome in {Outcome.REJECTED, Outcome.REJECTED_WITHOUT_HEARING}


class AppointmentReceived(Event):
    """An appointment is given: the aim of it all."""

    day: date
    hour: time | None = None
    place: str = ""


class AppointmentHeld(Event):
    """The day of the appointment is over. `recepisse` says whether a receipt was handed over."""

    result: Result
    recepisse: bool = False


class NotExecuted(Event):
    """The préfet did not do what the judge ordered."""

    what: Literal["nothing", "late", "too_far", "partly"] = "nothing"


class ExecutionRequested(Event):
    """The court was asked to have its order obeyed."""

    route: Literal["l521_4", "l911_4"]
    channel: Channel = Channel.TELERECOURS


class Cassation(Event):
    """An appeal on points of law was lodged."""


class CassationDecided(Decision):
    """The Conseil d'État decided: itself (`granted`), by sending the case back, or not at all."""

    outcome: Literal["granted", "sent_back", "rejected"]

    @property
    def commands(self) -> bool:
        """Whether the Conseil d'État gave the injunction itself."""
        return self.outcome == "granted"


class NewPetition(Event):
    """The person prepares another petition."""


class DeadlineSet(Event):
    """A date corrected by hand; the computed one stays beside it."""

    rule: str = Field(min_length=1)
    about: str = ""
    day: date
    reason: str = Field(min_length=1)


class Closed(Event):
    """The file is closed."""

    outcome: Literal["registered", "appointment", "refused", "given_up", "other_route", "other"]


class Reopened(Event):
    """A closed file starts again."""


class Corrected(Event):
    """An event was wrong: another takes its place, or none; both stay in the journal."""

    supersedes: str = Field(min_length=8)
    reason: str = Field(min_length=1)
    kind: str | None = None
    data: dict[str, Any] | None = None

    @model_validator(mode="after")
    def _both_or_none(self) -> Self:
        if (self.kind is None) != (self.data is None):
            raise ValueError("une correction donne la nature et le contenu, ou aucun des deux")
        return self


EVENTS: MappingProxyType[str, type[Event]] = MappingProxyType(
    {
        "filed": Filed,
        "numbered": Numbered,
        "communicated": Communicated,
        "defence_received": DefenceReceived,
        "date_offered": DateOffered,
        "hearing_set": HearingSet,
        "hearing_held": HearingHeld,
        "new_proofs": NewProofs,
        "order": Order,
        "appointment_received": AppointmentReceived,
        "appointment_held": AppointmentHeld,
        "not_executed": NotExecuted,
        "execution_requested": ExecutionRequested,
        "cassation": Cassation,
        "cassation_decided": CassationDecided,
        "new_petition": NewPetition,
        "deadline_set": DeadlineSet,
        "closed": Closed,
        "reopened": Reopened,
    }
)
