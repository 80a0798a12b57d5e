"""New lines for the journal: checked against the case before they are written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from pydantic import ValidationError

from plaise.dossier import PlaiseError
from plaise.law import day_in_words
from plaise.law._files import faults

from ._data import load_machine
from ._entries import Status
from ._events import CORRECTED, EVENTS, PREFIX, Corrected, Event, ExecutionRequested
from ._execution import execution_routes
from ._machine import Followup
from ._setting import Setting


def new_event(
    followup: Followup, kind: str, data: Mapping[str, Any], setting: Setting
) -> tuple[str, dict[str, Any]]:
    """The journal entry (kind and data) of something that happened, if it can happen now.

    Args:
        followup: the case as it stands.
        kind: one of `EVENTS`.
        data: the facts, without `id` (given here).
        setting: the place, on which the end of the judge's time limit depends.

    Raises:
        PlaiseError: the event is unknown, incomplete, not possible at this point, or asks for
            execution before the time limit of the judge has expired (R. 921-1-1 CJA).
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
    event = _event(kind, {**data, "id": str(uuid4())})
    _not_too_early(event, followup, setting)
    return f"{PREFIX}{kind}", _payload(event)


def correction(
    followup: Followup,
    target: str,
    setting: Setting,
    *,
    on: date,
    reason: str,
    kind: str | None = None,
    data: Mapping[str, Any] | None = None,
) -> tuple[str, dict[str, Any]]:
    """The journal entry that replaces an event by another, or removes it (`kind` None).

    The corrected event stays in the journal and in the history.

    Raises:
        PlaiseError: no such event, or a replacement incomplete or asking for execution too early.
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
        _not_too_early(_event(kind, {**data, "id": target}), followup, setting)
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


def _event(kind: str, data: Mapping[str, Any]) -> Event:
    model: type[Event] | None = EVENTS.get(kind)
    if model is None:
        raise PlaiseError(
            f"« {kind} » n’est pas un évènement connu.",
            to_do=f"Choisissez parmi : {', '.join(EVENTS)}.",
        )
    try:
        return model.model_validate(dict(data))
    except ValidationError as error:
        raise _incomplete(error) from error


def _payload(event: Event) -> dict[str, Any]:
    return event.model_dump(mode="json", exclude_defaults=True)


def _not_too_early(event: Event, followup: Followup, setting: Setting) -> None:
    """L. 911-4 opens only once the time limit of the judge has expired (R. 921-1-1 CJA)."""
    if not isinstance(event, ExecutionRequested):
        return
    for route in execution_routes(followup, setting, event.on):
        if route.id == event.route == "l911_4" and not route.open_now:
            opens = day_in_words(route.opens_on)
            raise PlaiseError(
                f"Il est trop tôt pour demander l’exécution (L. 911-4) : le délai donné par le "
                f"juge n’est pas fini. C’est possible à partir du {opens} (R. 921-1-1).",
                to_do=f"Attendez le {opens} et gardez les preuves que rien n’est venu. Si le délai "
                "ou le jour où la préfecture a reçu l’ordonnance sont faux, corrigez d’abord "
                "l’ordonnance. Si la demande est déjà partie, faites-la de nouveau à cette date : "
                "envoyée trop tôt, elle peut être rejetée.",
            )


def _incomplete(error: ValidationError) -> PlaiseError:
    return PlaiseError(
        f"Ce qui est noté n’est pas complet ou contient une faute : {faults(error)}.",
        to_do="Corrigez ce point et recommencez.",
    )
