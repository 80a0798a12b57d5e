"""The whole law of Plaise as one frozen object, validated at load."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import ValidationError

from plaise.dossier import Demarche, Door, HardCase

from ._addresses import Addresses, Suggestion, load_addresses
from ._agreements import Agreement, find_agreement
from ._courts import Court, CourtsSource, find_court, load_courts
from ._criteria import CriterionRule
from ._demarches import DemarcheRule
from ._doors import DoorBook, KnownDoor, Platform, load_door_book
from ._files import LawError, data_folder, faults, read_as
from ._guide import DoorGuide, Questions, Reached, follow
from ._layers import Layers, check_folder, check_references, load_kind
from ._people import Caution, HardCaseRule, PublicContact, Route, StepRule
from ._phrases import Phrase, load_phrases
from ._references import Reference

VARIABLE = "PLAISE_LAW"
Key = TypeVar("Key", bound=StrEnum)
Rule = TypeVar("Rule")


@dataclass(frozen=True, slots=True)
class Law:
    """Statutes, decisions, courts, criteria, wordings and doors, each with source and date."""

    references: Mapping[str, Reference]
    criteria: Mapping[str, CriterionRule]
    courts: Mapping[str, Court]
    courts_source: CourtsSource
    agreements: tuple[Agreement, ...]
    addresses: Addresses
    phrases: tuple[Phrase, ...]
    platforms: tuple[Platform, ...]
    doors: tuple[KnownDoor, ...]
    door_guides: Mapping[str, DoorGuide]
    questions: Questions
    demarches: Mapping[Demarche, DemarcheRule]
    warnings: tuple[Caution, ...]
    hard_cases: Mapping[HardCase, HardCaseRule]
    contacts: tuple[PublicContact, ...]
    routes: Mapping[str, Route]
    steps: Mapping[str, StepRule]
    fingerprint: str
    local: bool = False
    own: Path | None = None

    def court_for(self, departement: str) -> Court:
        """The court of a département (« 95 », « 2A », « 974 »; « 00 » for exercises only).

        Raises:
            PlaiseError: no such département.
        """
        return find_court(self.courts, departement)

    def at(self, departement: str) -> Law:
        """The law with the rules that an association laid for that département alone."""
        return _load(self.own, departement) if self.local else self

    def door_for(self, demarche: Demarche, answers: Mapping[str, str]) -> Reached:
        """The door that the answers lead to, or the next question to ask.

        Raises:
            KeyError: an answer that its question does not offer.
        """
        return follow(self.questions, self.door_guides, demarche, answers)

    def guide_for(self, door: Door) -> DoorGuide:
        """The guide of a door as the dossier names it."""
        return self.door_guides[door.value]

    def contacts_for(self, *cases: HardCase) -> tuple[PublicContact, ...]:
        """Whom to call: an association's own contacts first, then the public ones."""
        kept = [one for one in self.contacts if not one.cases or set(one.cases) & set(cases)]
        return tuple(sorted(kept, key=lambda one: (one.laid is None, one.order, one.id)))

    def before_start(self) -> tuple[Caution, ...]:
        """The warnings that are shown once, before anything begins, in order."""
        return tuple(one for one in self.warnings if one.start)

    def warning(self, warning_id: str) -> Caution:
        """One warning by its id.

        Raises:
            KeyError: no such warning.
        """
        for one in self.warnings:
            if one.id == warning_id:
                return one
        raise KeyError(warning_id)

    def agreement_for(self, nationality: str) -> Agreement | None:
        """The bilateral agreement that a nationality calls for, if we know one."""
        return find_agreement(self.agreements, nationality)

    def suggested_prefecture(self, departement: str) -> Suggestion | None:
        """The préfecture's address in 2019, to confirm; None when the directory has none."""
        return self.addresses.prefectures.get(self.court_for(departement).departement)

    def suggested_court(self, departement: str) -> Suggestion | None:
        """The court's address in 2019, to confirm; None when the directory has none."""
        court = self.court_for(departement)
        by_seat = self.addresses.courts
        overseas = court.tribunal.removeprefix("tribunal administratif de ").removeprefix("la ")
        return by_seat.get(court.seat) or by_seat.get(overseas)


def read_law(folder: Traversable, own: Path | None = None, departement: str | None = None) -> Law:
    """Read and cross-check the whole law of a data folder, and what is laid over it.

    Args:
        folder: our data.
        own: an association's folder, laid over ours.
        departement: the département whose local rules apply.

    Raises:
        LawError: a file is missing or malformed, or points to something that does not exist.
    """
    if own is not None:
        check_folder(own)
    layers = Layers(folder, own, departement)
    references = _references(layers)
    courts, courts_source = load_courts(folder)
    book, phrases = _books()
    guides = load_kind(layers, "doors", DoorGuide, references)
    agreements = load_kind(layers, "agreements", Agreement, references)
    warnings = load_kind(layers, "warnings", Caution, references)
    contacts = load_kind(layers, "contacts", PublicContact)
    law = Law(
        references=MappingProxyType(references),
        criteria=MappingProxyType(load_kind(layers, "criteria", CriterionRule, references)),
        courts=MappingProxyType(courts),
        courts_source=courts_source,
        agreements=tuple(agreements.values()),
        addresses=load_addresses(folder),
        phrases=phrases,
        platforms=book.platforms,
        doors=book.hosts,
        door_guides=MappingProxyType(guides),
        questions=read_as(Questions, folder, "door_questions.yaml"),
        demarches=_by_id(load_kind(layers, "demarches", DemarcheRule, references), Demarche),
        warnings=tuple(sorted(warnings.values(), key=lambda one: one.order)),
        hard_cases=_by_id(load_kind(layers, "hard_cases", HardCaseRule, references), HardCase),
        contacts=tuple(contacts.values()),
        routes=MappingProxyType(load_kind(layers, "routes", Route, references)),
        steps=MappingProxyType(load_kind(layers, "steps", StepRule, references)),
        fingerprint=_fingerprint(folder) + (f"+{_fingerprint(own)}" if own else ""),
        local=bool(layers.departements),
        own=own,
    )
    _cross_check(law)
    if departement is None:
        for one in layers.departements:
            law.court_for(one)
            read_law(folder, own, one)
    return law


def _references(layers: Layers) -> dict[str, Reference]:
    references = load_kind(layers, "references", Reference)
    for one in references.values():
        check_references(f"references/{one.id}.yaml", one.see, references)
    return references


def _books() -> tuple[DoorBook, tuple[Phrase, ...]]:
    try:
        phrases = load_phrases()
    except ValidationError as error:
        raise LawError("phrases.yaml", faults(error)) from error
    try:
        return load_door_book(), phrases
    except ValidationError as error:
        raise LawError("doors.yaml", faults(error)) from error


def _by_id(rules: dict[str, Rule], kind: type[Key]) -> Mapping[Key, Rule]:
    return MappingProxyType({kind(name): rule for name, rule in rules.items()})


def _cross_check(law: Law) -> None:
    """Every situation has its file, and no file points to one that is not there."""
    for folder, kind, known in (
        ("demarches", Demarche, law.demarches),
        ("hard_cases", HardCase, law.hard_cases),
    ):
        missing = [one.value for one in kind if one not in known]
        if missing:
            raise LawError(folder, f"il manque : {', '.join(missing)}")
    for door in (*law.questions.doors(), *(one.value for one in Door)):
        if door not in law.door_guides:
            raise LawError("door_questions.yaml", f"la porte « {door} » n’existe pas")
    routes = {f"demarches/{one.id}.yaml": one.route for one in law.demarches.values()}
    routes |= {f"hard_cases/{one.id}.yaml": one.route for one in law.hard_cases.values()}
    for name, route in routes.items():
        if route and route not in law.routes:
            raise LawError(name, f"la voie « {route} » n’existe pas")


def _fingerprint(folder: Traversable) -> str:
    """One value for the whole of the data: what an act was drafted from can be told later."""
    digest = hashlib.sha256()
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        content = _fingerprint(item).encode() if item.is_dir() else item.read_bytes()
        digest.update(item.name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()


def load_law() -> Law:
    """The law that ships with Plaise, with the folder that an association lays over it.

    That folder is the one given to `lay_over`, else the one named by the variable `PLAISE_LAW`.

    Raises:
        LawError: a data file is missing or malformed.
    """
    named = os.environ.get(VARIABLE, "")
    return _load(_CHOSEN[0] if _CHOSEN else Path(named).resolve() if named else None, None)


_CHOSEN: list[Path | None] = []


def lay_over(folder: Path | None) -> None:
    """Choose the association's folder for this process; None for our rules alone.

    Raises:
        LawError: the folder is missing or malformed; the choice is then unchanged.
    """
    chosen = folder.resolve() if folder else None
    _load(chosen, None)
    _CHOSEN[:] = [chosen]


@cache
def _load(own: Path | None, departement: str | None) -> Law:
    return read_law(data_folder(), own, departement)
