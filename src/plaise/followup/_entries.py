"""The journal's entries, read and with their corrections in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from plaise.dossier import Value
from plaise.law import Said, Sentence, say
from plaise.law._files import faults

from ._events import CORRECTED, EVENTS, PREFIX, Corrected, Event

START = "not_filed"


class Status(StrEnum):
    """What became of a line of the journal."""

    APPLIED = "applied"
    REMOVED = "removed"
    CORRECTION = "correction"
    IMPOSSIBLE = "impossible"
    UNREADABLE = "unreadable"


class Step(Value):
    """One event as it was recorded, and what became of it. Nothing recorded is ever dropped.

    `event` is what counts: the replacement, if it was corrected, and `original` is then what had
    been recorded. `why` gives the reason of a correction, or why an event does not count.
    """

    id: str
    kind: str
    at: str
    event: Event | None
    original: Event | None = None
    status: Status
    why: Said = Sentence(text="")
    state: str = START


def parse_event(kind: str, data: Mapping[str, Any]) -> Event:
    """The typed event of a recorded payload.

    Raises:
        KeyError: no such kind of event.
        ValidationError: the payload does not hold.
    """
    return EVENTS[kind].model_validate(dict(data))


def resolved(entries: Iterable[Mapping[str, Any]]) -> list[Step]:
    """The events in the order of the journal, each with what corrects it in its place."""
    steps: list[Step] = []
    roots: dict[str, int] = {}
    for entry in entries:
        name = str(entry.get("kind", ""))
        if not name.startswith(PREFIX):
            continue
        step = _read(name.removeprefix(PREFIX), entry)
        if isinstance(step.event, Corrected):
            step = _correct(step, step.event, steps, roots)
        elif step.id in roots:
            why = say("same_identifier")
            step = step.model_copy(update={"status": Status.IMPOSSIBLE, "why": why})
        if step.status in {Status.APPLIED, Status.UNREADABLE} and step.id:
            roots[step.id] = len(steps)
        steps.append(step)
    return steps


def _read(kind: str, entry: Mapping[str, Any]) -> Step:
    data, at = entry.get("data"), str(entry.get("at", ""))
    raw = dict(data) if isinstance(data, Mapping) else {}
    step_id = str(raw.get("id", ""))
    try:
        if kind == CORRECTED:
            correction = Corrected.model_validate(raw)
            return Step(id=step_id, kind=kind, at=at, event=correction, status=Status.CORRECTION)
        event = parse_event(kind, raw)
    except KeyError:
        why = say("unknown_event")
    except ValidationError as error:
        why = Sentence(text=faults(error))
    else:
        return Step(id=step_id, kind=kind, at=at, event=event, status=Status.APPLIED)
    return Step(id=step_id, kind=kind, at=at, event=None, status=Status.UNREADABLE, why=why)


def _correct(step: Step, correction: Corrected, steps: list[Step], roots: dict[str, int]) -> Step:
    """Put the correction in the place of what it corrects; both steps stay in the history."""
    index = roots.get(correction.supersedes)
    if index is None:
        why = say("nothing_to_correct")
        return step.model_copy(update={"status": Status.IMPOSSIBLE, "why": why})
    event, kind, status = None, steps[index].kind, Status.REMOVED
    if correction.kind is not None and correction.data is not None:
        try:
            event = parse_event(correction.kind, {**correction.data, "id": steps[index].id})
        except (KeyError, ValidationError):
            why = say("unreadable_correction")
            return step.model_copy(update={"status": Status.UNREADABLE, "why": why})
        kind, status = correction.kind, Status.APPLIED
    old = steps[index]
    target = old.model_copy(
        update={
            "kind": kind,
            "event": event,
            "original": old.original or old.event,
            "status": status,
            "why": Sentence(text=correction.reason),
        }
    )
    steps[index] = target
    # A correction can itself be corrected: it then leads to the same event.
    roots[step.id] = index
    return step
