"""An event read back: its words, its day, each fact with its label."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from plaise.followup import Event, Status, Step, event_fields, load_machine
from plaise.web.spoken import said_plain, spoken
from plaise.web.templatetags.plaise import words_of


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of the timeline.

    Attributes:
        id: names the event, to correct it.
        label: what happened.
        on: the day, when it is known.
        facts: label and value of each fact.
        status: what became of the line.
        why: the reason of a correction, in the words of who made it, or why it does not count.
    """

    id: str
    label: str
    on: date | None
    facts: tuple[tuple[str, str], ...]
    status: str
    why: str


def happened(step: Step) -> Happened:
    """A line of the journal in words."""
    event = step.event
    rule = load_machine().events.get(step.kind)
    label = said_plain(rule.label) if rule else _("Correction")
    return Happened(
        id=step.id,
        label=label,
        on=event.on if event else None,
        facts=facts_of(step.kind, event) if rule and event else (),
        status=step.status.value,
        why=_why(step),
    )


def _why(step: Step) -> str:
    """The person's own words are left as they are; ours are said in the language of the page."""
    ours = step.status in {Status.IMPOSSIBLE, Status.UNREADABLE}
    return spoken(step.why) if ours and step.why.text else str(step.why)


def facts_of(kind: str, event: Event) -> tuple[tuple[str, str], ...]:
    """The facts of an event that say something, with their labels."""
    given = event.model_dump(exclude_defaults=True)
    choices = {field.name: dict(field.choices) for field in event_fields(kind)}
    return tuple(
        (said_plain(field.label), in_words(given[field.name], choices[field.name]))
        for field in event_fields(kind)
        if field.name not in {"on", "rule", "about"} and given.get(field.name) not in (None, "", ())
    )


def in_words(value: Any, choices: dict[str, str]) -> str:  # noqa: ANN401 (whatever a fact holds)
    """A fact as a person reads it."""
    if isinstance(value, bool):
        return _("oui") if value else _("non")
    if isinstance(value, date):
        return words_of(value)
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, list | tuple):
        return " ; ".join(in_words(one, choices) for one in value)
    text = str(value)
    return said_plain(choices[text]) if text in choices else text
