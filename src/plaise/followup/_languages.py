"""The words of states, dates and guides in other languages: unreviewed, the French text counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from plaise.dossier import Value
from plaise.law import load_deadline_rules
from plaise.law._files import yaml_names

from ._appointment import appointment_guide
from ._data import folder, load_machine, read
from ._execution import ROUTE_WORDS
from ._fields import field_words
from ._rejection import attempt_words, rejection_guide
from .mail import mail_words


class Translation(Value):
    """One language: every French sentence of a case and its meaning.

    `reviewed` is False until someone who speaks the language has read all of it.
    """

    language: str
    reviewed: bool
    made_on: date
    words: dict[str, str]


def languages() -> tuple[str, ...]:
    """The languages besides French."""
    return tuple(
        name.split("/")[-1].removesuffix(".yaml") for name in yaml_names(folder(), "words")
    )


@cache
def translation(language: str) -> Translation | None:
    """The words of one language, None when there are none.

    Raises:
        LawError: the file is malformed.
    """
    if language not in languages():
        return None
    return read(f"words/{language}.yaml", Translation)


def in_language(text: str, language: str) -> str | None:
    """A sentence of `sentences()` in another language; None when it is not known."""
    found = translation(language)
    return found.words.get(text) if found else None


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
