"""Every sentence of a case, of its dates and of its guides, for those who translate them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from plaise.law import WEEKDAYS, load_deadline_rules, load_holidays, load_sentences

from ._appointment import appointment_guide
from ._data import load_machine
from ._execution import ROUTE_WORDS
from ._fields import field_words
from ._rejection import attempt_words, rejection_guide
from .mail import mail_words


@cache
def sentences() -> Mapping[str, str]:
    """Every sentence that a page of the case may show, and where it comes from."""
    machine, rejection, guide = load_machine(), rejection_guide(), appointment_guide()
    found: dict[str, str] = {}

    def take(where: str, *texts: str) -> None:
        found.update({text: where for text in texts if text and text not in found})

    for state in machine.states.values():
        lines = (*state.to_do, *state.proofs)
        take(f"état {state.id}", state.label, state.meaning, *(line.text for line in lines))
    for item in machine.standing:
        take("toujours", item.text)
    for act in machine.acts.values():
        take(f"acte {act.id}", act.label, act.what)
    for event in machine.events.values():
        take(f"évènement {event.kind}", event.label)
    take("champs", *field_words().fields.values(), *field_words().choices.values())
    for rule in load_deadline_rules().values():
        take(f"date {rule.id}", rule.label, rule.why, rule.note)
    take("calculs", *load_sentences().values(), *WEEKDAYS)
    holidays = load_holidays()
    local = (day for one in holidays.local for day in one.days)
    take("jours fériés", *(day.name for day in (*holidays.everywhere, *local)))
    take("voies", *ROUTE_WORDS)
    take("rendez-vous", guide.warning.text)
    for part in (guide.before, guide.during, guide.turned_away):
        take("rendez-vous", *(line.text for line in part))
    take("rejet", rejection.note, rejection.intro, rejection.fine)
    for reason in rejection.reasons:
        take(f"rejet {reason.id}", reason.label, reason.question, *reason.asks, *reason.answer)
        take(f"rejet {reason.id}", *(proof.what for proof in reason.proofs))
    take("rejet", *attempt_words())
    take("message", *mail_words())
    return MappingProxyType(found)
