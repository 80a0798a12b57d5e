"""New lines for the journal: checked against the case before they are written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from pydantic import ValidationError

from plaise.dossier import PlaiseError
from plaise.law._files import faults

from ._data import load_machine
from ._entries import Status
from ._events import CORRECTED, EVENTS, PREFIX, Corrected, Event
from ._machine import Followup


def new_event(followup: Followup, kind: str, data: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The journal entry (kind and data) of something that happened, if it can happen now.

    Args:
        followup: the case as it stands.
        kind: one of `EVENTS`.
        data: the facts, without `id` (given here).

    Raises:
        PlaiseError: the event is unknown, incomplete, or not possible at this point.
    """
    rule = load_machine().events.get(kind)
    possible = followup.possible()
    if rule is None or rule not in possible:
        listed = " ; ".join(f"« {one.label} »" for one in possible)
        label = rule.label if rule else kind
        raise PlaiseError(
            f"« {label} » ne peut pas être noté maintenant "
            f"(le dossier en est à : {followup.current.label}).",
            to_do=(
                f"Vous pouvez noter : {listed}. Si une étape manque ou est fausse, "
                "notez-la ou corrigez-la d’abord."
            ),
        )
    return f"{PREFIX}{kind}", _checked(kind, {**data, "id": str(uuid4())})


def correction(
    followup: Followup,
    target: str,
    *,
    on: date,
    reason: str,
    kind: str | None = None,
    data: Mapping[str, Any] | None = None,
) -> tuple[str, dict[str, Any]]:
    """The journal entry that replaces an event by another, or removes it (`kind` None).

    The corrected event stays in the journal and in the history.

    Raises:
        PlaiseError: no such event, or the replacement is incomplete.
    """
    known = {
        step.id
        for step in followup.history
        if step.status is not Status.CORRECTION and step.kind != CORRECTED
    }
    if target not in known:
        raise PlaiseError(
            "L’évènement à corriger n’a pas été trouvé dans le dossier.",
            to_do="Choisissez-le dans la liste des évènements notés.",
        )
    if kind is not None:
        data = {key: value for key, value in (data or {}).items() if key != "id"}
        _checked(kind, {**data, "id": target})
    raw = {
        "id": str(uuid4()),
        "on": on.isoformat(),
        "supersedes": target,
        "reason": reason,
        "kind": kind,
        "data": data,
    }
    try:
        made = Corrected.model_validate(raw)
    except ValidationError as error:
        raise _incomplete(error) from error
    return f"{PREFIX}{CORRECTED}", made.model_dump(mode="json", exclude_none=True)


def _checked(kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
    model: type[Event] | None = EVENTS.get(kind)
    if model is None:
        raise PlaiseError(
            f"« {kind} » n’est pas un évènement connu.",
            to_do=f"Choisissez parmi : {', '.join(EVENTS)}.",
        )
    try:
        event = model.model_validate(dict(data))
    except ValidationError as error:
        raise _incomplete(error) from error
    return event.model_dump(mode="json", exclude_defaults=True)


def _incomplete(error: ValidationError) -> PlaiseError:
    return PlaiseError(
        f"Ce qui est noté n’est pas complet ou contient une faute : {faults(error)}.",
        to_do="Corrigez ce point et recommencez.",
    )
