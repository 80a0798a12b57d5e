"""What happens after filing, until the request is registered: states, dates, next acts.

A case is a pure fold over the journal's entries whose kind begins with `followup.`:
`Followup.from_entries(entries)`. Every word is data, so that any front end can show it.
"""

from ._appointment import AppointmentGuide, Concern, appointment_guide, too_late
from ._calendar import calendar
from ._closing import (
    SMALLEST_GROUP,
    AnonymousRecord,
    Ending,
    Waited,
    anonymous_record,
    publishable,
    without_small_groups,
)
from ._data import ActHint, EventRule, Line, Machine, State, load_machine
from ._dates import deadlines, notified
from ._entries import Status, Step
from ._events import (
    EVENTS,
    PREFIX,
    AppointmentHeld,
    AppointmentReceived,
    Channel,
    DateOffered,
    Decision,
    Event,
    Filed,
    HearingSet,
    NewProofs,
    NotExecuted,
    Order,
    Outcome,
    Reason,
    Result,
)
from ._execution import Route, execution_routes
from ._fields import EventField, FieldKind, deciding_field, event_fields, fields_for
from ._machine import Followup
from ._page import EventChoice, StatePage, page
from ._record import correction, new_event
from ._rejection import (
    NextPetition,
    PlannedProof,
    ReasonGuess,
    RejectionGuide,
    guess_reasons,
    next_petition,
    rejection_guide,
)
from ._reminders import Reminder, due, neutral_mail, reminder_days
from ._sentences import sentences
from ._setting import Setting
from ._text import next_petition_text, page_text

__all__ = [
    "EVENTS",
    "PREFIX",
    "SMALLEST_GROUP",
    "ActHint",
    "AnonymousRecord",
    "AppointmentGuide",
    "AppointmentHeld",
    "AppointmentReceived",
    "Channel",
    "Concern",
    "DateOffered",
    "Decision",
    "Ending",
    "Event",
    "EventChoice",
    "EventField",
    "EventRule",
    "FieldKind",
    "Filed",
    "Followup",
    "HearingSet",
    "Line",
    "Machine",
    "NewProofs",
    "NextPetition",
    "NotExecuted",
    "Order",
    "Outcome",
    "PlannedProof",
    "Reason",
    "ReasonGuess",
    "RejectionGuide",
    "Reminder",
    "Result",
    "Route",
    "Setting",
    "State",
    "StatePage",
    "Status",
    "Step",
    "Waited",
    "anonymous_record",
    "appointment_guide",
    "calendar",
    "correction",
    "deadlines",
    "deciding_field",
    "due",
    "event_fields",
    "execution_routes",
    "fields_for",
    "guess_reasons",
    "load_machine",
    "neutral_mail",
    "new_event",
    "next_petition",
    "next_petition_text",
    "notified",
    "page",
    "page_text",
    "publishable",
    "rejection_guide",
    "reminder_days",
    "sentences",
    "too_late",
    "without_small_groups",
]
