"""The form of each event, so that a terminal or a page can ask for it without knowing it."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any

from plaise.dossier import Value

from ._data import read
from ._events import EVENTS


class FieldKind(StrEnum):
    """How a field is asked for."""

    DAY = "day"
    HOUR = "hour"
    NUMBER = "number"
    YES_NO = "yes_no"
    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"


class EventField(Value):
    """One question: its name in the event, its words, and its choices (value, words)."""

    name: str
    label: str
    kind: FieldKind
    required: bool
    choices: tuple[tuple[str, str], ...] = ()


class OnlyFor(Value):
    """Fields of an event that are asked only once another one (`by`) has some values."""

    by: str
    fields: dict[str, tuple[str, ...]]


class FieldWords(Value):
    """The words of every field and choice, and which fields depend on another."""

    fields: dict[str, str]
    choices: dict[str, str]
    only: dict[str, OnlyFor]


@cache
def field_words() -> FieldWords:
    """The words that ship with Plaise."""
    return read("fields.yaml", FieldWords)


@cache
def event_fields(kind: str) -> tuple[EventField, ...]:
    """What to ask to record an event of a kind, in order (its id is given at recording).

    Raises:
        KeyError: no such kind of event.
    """
    schema = EVENTS[kind].model_json_schema()
    required = set(schema.get("required", ()))
    names = [name for name in schema["properties"] if name not in {"id", "note"}]
    definitions = schema.get("$defs", {})
    return tuple(
        _field(name, schema["properties"][name], definitions, required=name in required)
        for name in (*names, "note")
    )


def deciding_field(kind: str) -> EventField | None:
    """The question to ask first, since it decides which others are asked; None when none does."""
    only = field_words().only.get(kind)
    return next((one for one in event_fields(kind) if only and one.name == only.by), None)


def fields_for(kind: str, decided: str) -> tuple[EventField, ...]:
    """The fields of an event once its deciding one is known (all of them when none decides).

    Raises:
        KeyError: no such kind of event.
    """
    only = field_words().only.get(kind)
    asked = only.fields if only else {}
    return tuple(
        one for one in event_fields(kind) if one.name not in asked or decided in asked[one.name]
    )


def _field(
    name: str, raw: dict[str, Any], definitions: dict[str, Any], *, required: bool
) -> EventField:
    shape = _resolved(raw, definitions)
    many = shape.get("type") == "array"
    values = _resolved(shape["items"], definitions)["enum"] if many else shape.get("enum", ())
    words = field_words()
    return EventField(
        name=name,
        label=words.fields[name],
        kind=FieldKind.CHOICES if many else _kind(shape),
        required=required,
        choices=tuple((value, words.choices[value]) for value in values),
    )


def _resolved(raw: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The shape behind a reference or an optional value."""
    for one in raw.get("anyOf", ()):
        if one.get("type") != "null":
            return _resolved(one, definitions)
    if "$ref" in raw:
        found: dict[str, Any] = definitions[raw["$ref"].rsplit("/", 1)[-1]]
        return found
    return raw


def _kind(shape: dict[str, Any]) -> FieldKind:
    if "enum" in shape:
        return FieldKind.CHOICE
    if shape.get("format") in {"date", "time"}:
        return FieldKind.DAY if shape["format"] == "date" else FieldKind.HOUR
    return {"integer": FieldKind.NUMBER, "boolean": FieldKind.YES_NO}.get(
        str(shape.get("type")), FieldKind.TEXT
    )
