"""The words and the transitions, as data with a strict schema."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Self, TypeVar

from pydantic import Field, model_validator

from plaise.dossier import Demarche, Door, Value
from plaise.law import Confidence, LawError, load_deadline_rules, load_law
from plaise.law._files import read_as, yaml_names

from ._events import EVENTS, Channel

_T = TypeVar("_T")


class Line(Value):
    """One sentence for the person, with its texts, and whom it concerns (empty: everyone)."""

    text: str = Field(min_length=1)
    references: tuple[str, ...] = ()
    demarches: tuple[Demarche, ...] = ()
    doors: tuple[Door, ...] = ()
    channels: tuple[Channel, ...] = ()

    def concerns(
        self, demarche: Demarche | None, door: Door | None, channel: Channel | None
    ) -> bool:
        """Whether it is for that case; what is not known yet excludes nothing."""
        return (
            (not self.demarches or demarche is None or demarche in self.demarches)
            and (not self.doors or door is None or door in self.doors)
            and (not self.channels or channel is None or channel in self.channels)
        )


class State(Value):
    """Where a case stands, in words: what it means, what to do, by when, which act, which proof.

    `first_date` is the date shown before a nearer one: the appointment, once there is one.
    """

    id: str = Field(pattern=r"^[a-z_]+$")
    label: str = Field(min_length=1)
    meaning: str = Field(min_length=1)
    to_do: tuple[Line, ...] = Field(min_length=1)
    by_when: tuple[str, ...]
    first_date: str = ""
    acts: tuple[str, ...]
    proofs: tuple[Line, ...]
    events: tuple[str, ...] = Field(min_length=1)
    references: tuple[str, ...] = Field(min_length=1)

    @property
    def cited(self) -> tuple[str, ...]:
        """Every reference of the state, its lines included."""
        lines = (*self.to_do, *self.proofs)
        return self.references + tuple(one for line in lines for one in line.references)


class Needs(StrEnum):
    """What must have happened before an event can."""

    PENDING_CASE = "pending_case"
    NO_PENDING_CASE = "no_pending_case"
    HEARING = "hearing"
    APPOINTMENT = "appointment"
    INJUNCTION = "injunction"
    LOST_ORDER = "lost_order"
    CASSATION = "cassation"


class Choice(Value):
    """A next state that depends on a field of the event."""

    field: str
    values: dict[str, str] = Field(min_length=1)


class EventRule(Value):
    """One kind of event: its words, and where it leads."""

    kind: str
    label: str = Field(min_length=1)
    to: str | None = None
    to_by: Choice | None = None
    to_before_closing: bool = False
    needs: Needs | None = None
    anywhere: bool = False
    sticky: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if sum((self.to is not None, self.to_by is not None, self.to_before_closing)) > 1:
            raise ValueError("un évènement mène à un seul état")
        return self

    @property
    def targets(self) -> frozenset[str]:
        """The states that it can lead to."""
        chosen = self.to_by.values.values() if self.to_by else ()
        return frozenset({*chosen, *((self.to,) if self.to else ())})


class ActHint(Value):
    """An act to write: its words, and whether Plaise drafts it or the person writes it."""

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    label: str = Field(min_length=1)
    what: str = Field(min_length=1)
    references: tuple[str, ...] = ()


class Standing(Value):
    """A sentence that holds whatever the state, while a fact lasts."""

    id: str
    when: str = Field(alias="while")
    text: str
    references: tuple[str, ...]


class Dated(Value):
    """When a guide was checked, and how far."""

    checked_on: date
    confidence: Confidence


class Machine(Value):
    """The states, the events and their words, cross-checked."""

    states: Mapping[str, State]
    events: Mapping[str, EventRule]
    acts: Mapping[str, ActHint]
    standing: tuple[Standing, ...]


def folder() -> Traversable:
    """The folder of data that ships with the package."""
    return files("plaise.followup") / "data"


def read(name: str, kind: type[_T]) -> _T:
    """A data file, validated.

    Raises:
        LawError: it is missing or malformed.
    """
    return read_as(kind, folder(), name)


def check_cited(name: str, cited: tuple[str, ...]) -> None:
    """Refuse words that cite a text we do not have.

    Raises:
        LawError: naming the file and the missing reference.
    """
    known = load_law().references
    for one in cited:
        if one not in known:
            raise LawError(name, f"la référence « {one} » n’existe pas")


def _states() -> dict[str, State]:
    states: dict[str, State] = {}
    for name in yaml_names(folder(), "states"):
        state = read(name, State)
        if name != f"states/{state.id}.yaml":
            raise LawError(name, f"le fichier devrait porter le nom de « {state.id} »")
        check_cited(name, state.cited)
        states[state.id] = state
    return states


def _check(machine: Machine) -> None:
    rules = load_deadline_rules()
    if set(machine.events) != set(EVENTS):
        raise LawError("events.yaml", "les évènements ne sont pas ceux du programme")
    for state in machine.states.values():
        for missing in {*state.by_when, state.first_date} - {*rules, ""}:
            raise LawError(f"states/{state.id}.yaml", f"la date « {missing} » n’existe pas")
        for missing in {*state.events} - {*machine.events}:
            raise LawError(f"states/{state.id}.yaml", f"l’évènement « {missing} » n’existe pas")
        for missing in {*state.acts} - {*machine.acts}:
            raise LawError(f"states/{state.id}.yaml", f"l’acte « {missing} » n’existe pas")
    for event in machine.events.values():
        for missing in {*event.targets, *event.sticky} - {*machine.states}:
            raise LawError("events.yaml", f"l’état « {missing} » n’existe pas")


@cache
def load_machine() -> Machine:
    """The states and events that ship with Plaise, read once.

    Raises:
        LawError: a file is missing or malformed, or points to something that does not exist.
    """
    events = read("events.yaml", tuple[EventRule, ...])
    acts = read("acts.yaml", tuple[ActHint, ...])
    standing = read("standing.yaml", tuple[Standing, ...])
    check_cited("acts.yaml", tuple(one for act in acts for one in act.references))
    check_cited("standing.yaml", tuple(one for item in standing for one in item.references))
    machine = Machine(
        states=MappingProxyType(_states()),
        events=MappingProxyType({event.kind: event for event in events}),
        acts=MappingProxyType({act.id: act for act in acts}),
        standing=standing,
    )
    _check(machine)
    return machine
