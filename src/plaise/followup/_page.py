"""What a front end shows for a case: everything as values, nothing to compute."""

from __future__ import annotations

from datetime import date

from plaise.dossier import Value
from plaise.law import Deadline, Reference, load_law

from ._data import ActHint, EventRule, Line, load_machine
from ._dates import deadlines
from ._events import Channel
from ._execution import Route, execution_routes
from ._machine import Followup
from ._setting import Setting


class EventChoice(Value):
    """An event that can be recorded now: its kind and the words of its button."""

    kind: str
    label: str
    expected: bool


class StatePage(Value):
    """One state as it is shown.

    `standing` comes first: what stays true whatever the state (a date that was given is kept).
    `by_when` are the dates of this state, `other_dates` those that run besides it.
    """

    state: str
    label: str
    meaning: str
    standing: tuple[Line, ...]
    to_do: tuple[Line, ...]
    by_when: tuple[Deadline, ...]
    other_dates: tuple[Deadline, ...]
    acts: tuple[ActHint, ...]
    routes: tuple[Route, ...]
    proofs: tuple[Line, ...]
    events: tuple[EventChoice, ...]
    sources: tuple[Reference, ...]
    number: str
    rounds: int


def page(followup: Followup, setting: Setting, today: date) -> StatePage:
    """The page of the current state.

    Args:
        followup: the case.
        setting: place and démarche.
        today: to say which ways are open.
    """
    machine, state = load_machine(), followup.current
    dates = deadlines(followup, setting)
    mine = tuple(one for one in dates if one.rule in state.by_when)
    standing = _standing(followup, today)
    to_do = _for(followup, setting, state.to_do)
    proofs = _for(followup, setting, state.proofs)
    routes = execution_routes(followup, setting, today) if _enforceable(followup) else ()
    acts = tuple(machine.acts[act] for act in state.acts)
    cited = (
        *state.references,
        *(one for line in (*standing, *to_do, *proofs) for one in line.references),
        *(one for item in dates for one in item.references),
        *(one for route in routes for one in route.references),
        *(one for act in acts for one in act.references),
    )
    return StatePage(
        state=state.id,
        label=state.label,
        meaning=state.meaning,
        standing=standing,
        to_do=to_do,
        by_when=mine,
        other_dates=tuple(one for one in dates if one not in mine),
        acts=acts,
        routes=routes,
        proofs=proofs,
        events=_choices(followup),
        sources=tuple(load_law().references[one] for one in dict.fromkeys(cited)),
        number=followup.number,
        rounds=followup.rounds,
    )


def _for(followup: Followup, setting: Setting, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(
        line for line in lines if line.concerns(setting.demarche, setting.door, followup.channel)
    )


def _enforceable(followup: Followup) -> bool:
    return followup.state in {"injunction", "not_executed"}


def _choices(followup: Followup) -> tuple[EventChoice, ...]:
    expected = set(followup.current.events)
    return tuple(
        EventChoice(kind=rule.kind, label=rule.label, expected=rule.kind in expected)
        for rule in _shown(followup.possible())
    )


def _shown(rules: tuple[EventRule, ...]) -> tuple[EventRule, ...]:
    """All but the correction of a date, which has its own place beside each date."""
    return tuple(rule for rule in rules if rule.kind != "deadline_set")


def _standing(followup: Followup, today: date) -> tuple[Line, ...]:
    ahead = any(offer.day >= today for offer in followup.offers)
    waiting = not followup.received and followup.state != "closed"
    electronic = followup.channel is Channel.TELERECOURS
    facts = {
        "offer": ahead and waiting,
        "pending_electronic_case": followup.pending and electronic,
        "pending_paper_case": followup.pending and not electronic,
        "no_appointment": waiting and not ahead,
    }
    return tuple(
        Line(text=item.text, references=item.references)
        for item in load_machine().standing
        if facts[item.when]
    )
