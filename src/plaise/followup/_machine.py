"""Where a case stands: a pure fold over the events of the journal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self, TypeVar

from plaise.dossier import Value
from plaise.law import Sentence, say

from ._data import EventRule, Needs, State, load_machine
from ._entries import START, Status, Step, resolved
from ._events import (
    AppointmentHeld,
    AppointmentReceived,
    Cassation,
    CassationDecided,
    Channel,
    Closed,
    DateOffered,
    Decision,
    Event,
    ExecutionRequested,
    Filed,
    HearingHeld,
    HearingSet,
    Numbered,
    Order,
)

_E = TypeVar("_E", bound=Event)


class Followup(Value):
    """The case after filing: its state, and every event that led there.

    `state` is the id of a state; `rounds` counts the petitions filed.
    """

    state: str = START
    history: tuple[Step, ...] = ()
    before_closing: str = START

    @classmethod
    def from_entries(cls, entries: Iterable[Mapping[str, Any]]) -> Self:
        """The state that the journal's entries lead to.

        Args:
            entries: `{kind, at, data}`, in the journal's order; entries of other kinds are
                passed over. A malformed or impossible one is kept with its reason, never an error.
        """
        followup = cls()
        for step in resolved(entries):
            followup = followup._advanced(step)
        return followup

    @property
    def current(self) -> State:
        """The state itself, with its words."""
        return load_machine().states[self.state]

    @property
    def events(self) -> tuple[Event, ...]:
        """The events that count, in order, since the first petition."""
        return tuple(
            step.event for step in self.history if step.status is Status.APPLIED and step.event
        )

    @property
    def round(self) -> tuple[Event, ...]:
        """The events that count since the last petition was filed."""
        events = self.events
        filings = [index for index, event in enumerate(events) if isinstance(event, Filed)]
        return events[filings[-1] :] if filings else events

    @property
    def rounds(self) -> int:
        """How many petitions were filed."""
        return sum(isinstance(event, Filed) for event in self.events)

    def latest(self, kind: type[_E], events: Sequence[Event] | None = None) -> _E | None:
        """The last event of a kind in the current round, or in the events given."""
        for event in reversed(self.round if events is None else events):
            if isinstance(event, kind):
                return event
        return None

    @property
    def offers(self) -> tuple[DateOffered | AppointmentReceived, ...]:
        """Every date that was ever given: none is forgotten, whatever came after."""
        return tuple(
            event for event in self.events if isinstance(event, DateOffered | AppointmentReceived)
        )

    @property
    def injunction(self) -> Decision | None:
        """The decision to obey, if a judge gave one in this round."""
        decisions = [event for event in self.round if isinstance(event, Decision)]
        won = [decision for decision in decisions if decision.commands]
        return won[-1] if won else None

    @property
    def pending(self) -> bool:
        """Whether a judge still has to decide."""
        pending = False
        for event in self.round:
            if isinstance(event, Filed | ExecutionRequested):
                pending = True
            elif isinstance(event, CassationDecided):
                pending = event.outcome == "sent_back"
            elif isinstance(event, Order):
                pending = False
        return pending

    @property
    def channel(self) -> Channel | None:
        """How the last petition was filed."""
        filed = self.latest(ExecutionRequested) or self.latest(Filed)
        return filed.channel if filed else None

    @property
    def number(self) -> str:
        """The number that the registry gave, "" while it is not known."""
        numbered = self.latest(Numbered)
        filed = self.latest(Filed)
        return numbered.number if numbered else filed.number if filed else ""

    def possible(self) -> tuple[EventRule, ...]:
        """The events that can be recorded now, those that the state expects first."""
        machine = load_machine()
        expected = [machine.events[kind] for kind in self.current.events]
        others = [
            rule
            for rule in machine.events.values()
            if rule.anywhere and self.state != "closed" and rule not in expected
        ]
        return tuple(rule for rule in (*expected, *others) if self._has(rule.needs))

    def _has(self, needs: Needs | None) -> bool:
        if needs is None:
            return True
        order = self.latest(Order)
        return {
            Needs.PENDING_CASE: self.pending,
            Needs.NO_PENDING_CASE: not self.pending,
            Needs.HEARING: self.pending and self._hearing_ahead,
            Needs.APPOINTMENT: bool(self.offers),
            Needs.INJUNCTION: self.injunction is not None,
            Needs.LOST_ORDER: order is not None and not order.commands,
            Needs.CASSATION: self._cassation_ahead,
        }[needs]

    @property
    def _hearing_ahead(self) -> bool:
        last = [event for event in self.round if isinstance(event, HearingSet | HearingHeld)]
        return bool(last) and isinstance(last[-1], HearingSet)

    @property
    def _cassation_ahead(self) -> bool:
        last = [event for event in self.round if isinstance(event, Cassation | CassationDecided)]
        return bool(last) and isinstance(last[-1], Cassation)

    @property
    def received(self) -> bool:
        """Whether the préfecture has already registered the request."""
        held = self.latest(AppointmentHeld, self.events)
        return held is not None and held.result == "registered"

    def _advanced(self, step: Step) -> Self:
        if step.status is not Status.APPLIED or step.event is None:
            return self._with(step, self.state)
        rule = load_machine().events[step.kind]
        if rule not in self.possible():
            why = say("not_possible_then", label=Sentence(text=rule.label))
            impossible = step.model_copy(update={"status": Status.IMPOSSIBLE, "why": why})
            return self._with(impossible, self.state)
        following = _next(rule, step.event, self)
        kept = {"before_closing": self.state} if isinstance(step.event, Closed) else {}
        return self._with(step, following, **kept)

    def _with(self, step: Step, state: str, **changes: str) -> Self:
        history = (*self.history, step.model_copy(update={"state": state}))
        return self.model_copy(update={"state": state, "history": history, **changes})


def _next(rule: EventRule, event: Event, followup: Followup) -> str:
    if rule.to_before_closing:
        return followup.before_closing
    if followup.state in rule.sticky:
        return followup.state
    if rule.to_by is not None:
        chosen = getattr(event, rule.to_by.field)
        return rule.to_by.values[str(chosen).lower()]
    return rule.to or followup.state
