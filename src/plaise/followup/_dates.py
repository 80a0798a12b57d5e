"""Every date of a case, computed and explained."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from plaise.dossier import Demarche
from plaise.law import (
    Confidence,
    Deadline,
    add_months,
    add_working_days,
    cassation,
    deadline,
    deemed_notified,
    say,
)

from ._events import (
    AppointmentHeld,
    Cassation,
    CassationDecided,
    Communicated,
    DateOffered,
    Decision,
    DefenceReceived,
    ExecutionRequested,
    Filed,
    HearingHeld,
    HearingSet,
    NewPetition,
    NewProofs,
    Numbered,
    Order,
)
from ._execution import execution_dates
from ._machine import Followup
from ._setting import Setting, by_hand

_DAY = timedelta(days=1)
_NUMBER_WORKING_DAYS = 3
_PLAN = timedelta(days=15)
_SILENCE_MONTHS = 4
_NEWS_MONTHS = 1
# R. 432-2 CESEDA is about residence permits only.
_PERMITS = {None, Demarche.FIRST_CARD, Demarche.RENEWAL, Demarche.CHANGE}


def notified(decision: Decision) -> Deadline:
    """The day when the person counts as having received a decision (R. 751-4-1).

    Who records what a decision says has read it: when the day of the reading is not given, the
    earliest is kept, so that no time limit is ever said to end too late.
    """
    if decision.electronic and decision.read_on is None:
        steps = (say("made_available", day=decision.on), say("reading_unknown", day=decision.on))
        return deadline("notification", decision.on, steps)
    if decision.electronic:
        return deemed_notified(decision.on, decision.read_on)
    return deadline("notification", decision.on, (say("received_on", day=decision.on),))


def deadlines(followup: Followup, setting: Setting) -> tuple[Deadline, ...]:
    """Every date that matters now, the nearest first, with those corrected by hand.

    A file that is closed has no date left, but for the silence of the préfecture.
    """
    makers = _AFTER_CLOSING if followup.state == "closed" else _MAKERS
    found = [one for make in makers for one in make(followup, setting)]
    found = [by_hand(one, followup) for one in found]
    return tuple(sorted(found, key=lambda one: (one.day, one.rule, one.about)))


def _number(followup: Followup, setting: Setting) -> Iterator[Deadline]:
    filed: Filed | ExecutionRequested | None = None
    for event in followup.round:
        if isinstance(event, Filed | ExecutionRequested):
            filed = event
        elif isinstance(event, Numbered):
            filed = None
    if filed is None or not followup.pending or (isinstance(filed, Filed) and filed.number):
        return
    end = add_working_days(filed.on, _NUMBER_WORKING_DAYS, setting.departement)
    yield deadline(
        "number_expected",
        end,
        (say("filed_on", day=filed.on), say("three_working_days", day=end)),
    )


def _news(followup: Followup, _: Setting) -> Iterator[Deadline]:
    kinds = (Filed, ExecutionRequested, HearingHeld)
    starts = [event for event in followup.round if isinstance(event, kinds)]
    if not followup.pending or not starts:
        return
    start = starts[-1]
    what = "hearing_on" if isinstance(start, HearingHeld) else "filed_on"
    end = add_months(start.on, _NEWS_MONTHS)
    yield deadline(
        "ask_news",
        end,
        (say(what, day=start.on), say("one_month", day=end)),
    )


def _defence(followup: Followup, _: Setting) -> Iterator[Deadline]:
    """What the court gave the préfecture to answer, until it does."""
    due: Communicated | None = None
    for event in followup.round:
        if isinstance(event, Communicated):
            due = event
        elif isinstance(event, DefenceReceived):
            due = None
    if due is None or due.prefect_answers_by is None or not followup.pending:
        return
    steps = (say("sent_to_prefecture", day=due.on), say("court_date", day=due.prefect_answers_by))
    yield deadline("defence_due", due.prefect_answers_by, steps, about=due.id)


def _observations(followup: Followup, _: Setting) -> Iterator[Deadline]:
    if not followup.pending:
        return
    answer: DefenceReceived | None = None
    for event in followup.round:
        if isinstance(event, DefenceReceived):
            answer = event
        elif isinstance(event, NewProofs):
            answer = None
    if answer is None:
        return
    received = say("answer_received", day=answer.on)
    if answer.answer_by is not None:
        steps = (received, say("court_date", day=answer.answer_by))
        yield deadline("observations", answer.answer_by, steps)
        return
    end = add_working_days(answer.on, 1)
    steps = (received, say("no_court_date", day=end))
    yield deadline("observations", end, steps, notes=(say("caution_next_day"),))


def _offer_answer(followup: Followup, _: Setting) -> Iterator[Deadline]:
    offer: DateOffered | None = None
    for event in followup.round:
        if isinstance(event, DateOffered):
            offer = event
        elif isinstance(event, NewProofs):
            offer = None
    if offer is None or not followup.pending:
        return
    end = add_working_days(offer.on, 1)
    yield deadline(
        "offer_answer",
        end,
        (
            say("offered_on", day=offer.on, meeting=offer.day),
            say("next_working_day", day=end),
        ),
        about=offer.id,
    )


def _hearing(followup: Followup, _: Setting) -> Iterator[Deadline]:
    if not followup.pending:
        return
    ahead: HearingSet | None = None
    for event in followup.round:
        if isinstance(event, HearingSet):
            ahead = event
        elif isinstance(event, HearingHeld):
            ahead = None
    if ahead is not None:
        steps = (say("summons_received", day=ahead.on),)
        yield deadline("hearing", ahead.day, steps, about=ahead.id)


def _appointments(followup: Followup, _: Setting) -> Iterator[Deadline]:
    held = [event for event in followup.events if isinstance(event, AppointmentHeld)]
    last = max((event.on for event in held), default=date.min)
    seen: set[date] = set()
    for offer in followup.offers:
        if followup.received or offer.day <= last or offer.day in seen:
            continue
        seen.add(offer.day)
        steps = (say("given_by_prefecture", day=offer.on),)
        yield deadline("appointment", offer.day, steps, about=offer.id)


def _cassation(followup: Followup, setting: Setting) -> Iterator[Deadline]:
    order = followup.latest(Order)
    if order is None or followup.pending or followup.received:
        return
    received = notified(order)
    if order.electronic:
        yield received
    if order.commands or followup.latest(Cassation) is not None:
        return
    limit = cassation(received.value, limit_stated=order.limit_stated, residence=setting.residence)
    changes: dict[str, object] = {
        "computed": (*(received.computed if order.electronic else ()), *limit.computed),
        "references": (*limit.references, *(received.references if order.electronic else ())),
    }
    if _answers_an_execution(followup, order):
        changes["notes"] = (*limit.notes, say("not_a_refere"))
        changes["confidence"] = Confidence.INFERENCE
    yield limit.model_copy(update=changes)


def _answers_an_execution(followup: Followup, order: Order) -> bool:
    """Whether a decision answers L. 911-4: R. 523-1 only speaks of the orders of a référé."""
    before = followup.round[: followup.round.index(order)]
    asked = [event for event in before if isinstance(event, Filed | ExecutionRequested)]
    last = asked[-1] if asked else None
    return isinstance(last, ExecutionRequested) and last.route == "l911_4"


def _plan(followup: Followup, _: Setting) -> Iterator[Deadline]:
    order, start = followup.latest(Order), None
    decided = followup.latest(CassationDecided)
    if decided is not None and decided.outcome == "rejected":
        start = decided.on
    elif order is not None and order.lost:
        start = notified(order).value
    again = followup.latest(NewPetition)
    if again is not None:
        start = again.on
    if start is None or followup.pending or followup.received:
        return
    end = start + _PLAN
    steps = (say("starting_on", day=start), say("fifteen_days", day=end))
    yield deadline("new_proofs", end, steps)


def _silence(followup: Followup, setting: Setting) -> Iterator[Deadline]:
    held = followup.latest(AppointmentHeld, followup.events)
    if held is None or held.result != "registered" or setting.demarche not in _PERMITS:
        return
    end = add_months(held.on, _SILENCE_MONTHS)
    steps = (say("registered_on", day=held.on), say("four_months", day=end))
    yield deadline("implicit_refusal", end, steps)


_Maker = Callable[[Followup, Setting], Iterator[Deadline]]
_AFTER_CLOSING: tuple[_Maker, ...] = (_silence,)
_MAKERS: tuple[_Maker, ...] = (
    _number,
    _news,
    _defence,
    _observations,
    _offer_answer,
    _hearing,
    _appointments,
    _cassation,
    execution_dates,
    _plan,
    _silence,
)
