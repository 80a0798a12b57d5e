"""When an injunction must be obeyed, and when the court can be asked to enforce it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from plaise.dossier import Value
from plaise.law import Deadline, Said, Sentence, add_working_days, deadline, execution, say

from ._events import (
    AppointmentReceived,
    Decision,
    ExecutionRequested,
    NotExecuted,
)
from ._machine import Followup
from ._setting import Setting, by_hand

_DAY = timedelta(days=1)
_READING_DAYS = 2
_L521_4 = "Demander au juge des référés de renforcer son ordonnance (L. 521-4)"
_L911_4 = "Demander au tribunal d’assurer l’exécution (L. 911-4)"
_NOTHING_DONE = "L’élément nouveau : rien n’a été fait dans le délai."
_AS_RECORDED = "L’élément nouveau est ce que vous avez noté : il faut le prouver."
_OVER = "Le délai donné par le juge est fini."
ROUTE_WORDS = (_L521_4, _L911_4, _NOTHING_DONE, _AS_RECORDED, _OVER)


class Route(Value):
    """One way of having an order obeyed: from when, why, and which act.

    `open_now` is False before the first day; `reason` says it in words.
    """

    id: str
    label: str
    opens_on: date
    open_now: bool
    reason: Said
    act: str
    references: tuple[str, ...]


def execution_routes(followup: Followup, setting: Setting, today: date) -> tuple[Route, ...]:
    """What can be asked when the order is not obeyed: L. 521-4, L. 911-4.

    L. 911-4 only opens once the time limit of the judge has expired (R. 921-1-1). L. 521-4 needs a
    new element: the limit that has expired, or what the person recorded as not obeyed.

    Returns:
        Both ways, L. 521-4 first; none without an injunction.
    """
    opens = execution_opens(followup, setting)
    order = followup.injunction
    if opens is None or order is None:
        return ()
    ready = today >= opens.day
    waiting = say("limit_running", day=opens.day)
    since = followup.round[followup.round.index(order) :]
    ignored = followup.latest(NotExecuted, since)
    new_element = Sentence(text=_NOTHING_DONE) if ready else waiting
    if ignored is not None:
        new_element = Sentence(text=_AS_RECORDED)
    return (
        Route(
            id="l521_4",
            label=_L521_4,
            opens_on=min(opens.day, ignored.on) if ignored else opens.day,
            open_now=ready or ignored is not None,
            reason=new_element,
            act="requete_l521_4",
            references=("cja-l521-4", "ce-466827"),
        ),
        Route(
            id="l911_4",
            label=_L911_4,
            opens_on=opens.day,
            open_now=ready,
            reason=Sentence(text=_OVER) if ready else waiting,
            act="demande_l911_4",
            references=("cja-l911-4", "cja-r921-1-1"),
        ),
    )


def execution_end(followup: Followup, setting: Setting) -> Deadline | None:
    """The last day given to the préfet by the injunction, if it gives a time limit."""
    order = followup.injunction
    if order is None or order.delay is None:
        return None
    start = order.prefect_notified_on
    return execution(
        start or _latest_reception(order, setting),
        order.delay,
        order.unit,
        departement=setting.departement,
        estimated=start is None,
    )


def _latest_reception(order: Decision, setting: Setting) -> date:
    """The latest day when the préfet can have received what the person received.

    Both are notified the same day (R. 751-3), and Télérecours gives two working days to open it
    (R. 751-4-1): the préfet has them even when the person was told on paper.
    """
    return add_working_days(order.on, _READING_DAYS, setting.departement)


def execution_opens(followup: Followup, setting: Setting) -> Deadline | None:
    """The first day when L. 911-4 may be used (R. 921-1-1), None without an injunction."""
    order = followup.injunction
    if order is None:
        return None
    end = execution_end(followup, setting)
    if end is None and order.appointment_before is not None:
        return _after_appointment_limit(order, followup)
    if end is None:
        start = order.prefect_notified_on or _latest_reception(order, setting)
        at_once = (
            say("no_limit_set", day=start),
            say("urgent_at_once"),
        )
        return deadline("execution_request", start, at_once)
    # A limit that someone set by hand moves what depends on it.
    end = by_hand(end, followup)
    opens = end.day + _DAY
    steps = (*end.computed, say("limit_ends", day=end.day))
    last = say("possible_next_day", day=opens)
    made = deadline("execution_request", opens, (*steps, last), notes=end.notes)
    return made.model_copy(update={"confidence": end.confidence})


def _after_appointment_limit(order: Decision, followup: Followup) -> Deadline:
    """A date fixed by the judge is the limit of R. 921-1-1 when there is no other."""
    assert order.appointment_before is not None
    limit = by_hand(_appointment_limit(order.appointment_before), followup)
    opens = limit.day + _DAY
    steps = (say("appointment_by_judge", day=limit.day), say("possible_next_day", day=opens))
    return deadline("execution_request", opens, steps)


def _appointment_limit(day: date) -> Deadline:
    return deadline("appointment_limit", day, (say("set_by_judge", day=day),))


def execution_dates(followup: Followup, setting: Setting) -> Iterator[Deadline]:
    """The dates that an injunction gives, until it is obeyed."""
    order = followup.injunction
    if order is None or followup.received or _obeyed(followup, order):
        return
    end, opens = execution_end(followup, setting), execution_opens(followup, setting)
    if end is not None:
        yield end
    if order.appointment_before is not None:
        yield _appointment_limit(order.appointment_before)
    if order.penalty_euros is not None and (order.penalty_from or end):
        yield _penalty(order, by_hand(end, followup) if end else None)
    if opens is not None and followup.latest(ExecutionRequested) is None:
        yield opens


def _obeyed(followup: Followup, order: Decision) -> bool:
    """Whether the préfecture gave a date since, and nobody said that it was not enough."""
    obeyed = False
    for event in followup.round[followup.round.index(order) :]:
        if isinstance(event, AppointmentReceived):
            obeyed = True
        elif isinstance(event, NotExecuted):
            obeyed = False
    return obeyed


def _penalty(order: Decision, end: Deadline | None) -> Deadline:
    amount = say("penalty_amount", euros=order.penalty_euros or 0)
    if order.penalty_from is not None:
        fixed = say("set_by_judge", day=order.penalty_from)
        return deadline("penalty", order.penalty_from, (amount, fixed))
    assert end is not None
    start = end.day + _DAY
    after = say("day_after_limit", day=start)
    return deadline("penalty", start, (amount, *end.computed, after))
