"""The whole law of Plaise as one frozen object, validated at load."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from types import MappingProxyType

from pydantic import ValidationError

from ._addresses import Addresses, Suggestion, load_addresses
from ._agreements import Agreement, find_agreement, load_agreements
from ._courts import Court, CourtsSource, find_court, load_courts
from ._criteria import CriterionRule, load_criteria
from ._doors import KnownDoor, Platform, load_door_book
from ._files import LawError, data_folder, faults
from ._phrases import Phrase, load_phrases
from ._references import Reference, load_references


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
    fingerprint: str

    def court_for(self, departement: str) -> Court:
        """The court of a département (« 95 », « 2A », « 974 »; « 00 » for exercises only).

        Raises:
            PlaiseError: no such département.
        """
        return find_court(self.courts, departement)

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


def read_law(folder: Traversable) -> Law:
    """Read and cross-check the references, criteria, courts and addresses of a data folder.

    Raises:
        LawError: a file is missing or malformed, or points to something that does not exist.
    """
    references = load_references(folder)
    courts, courts_source = load_courts(folder)
    try:
        phrases = load_phrases()
    except ValidationError as error:
        raise LawError("phrases.yaml", faults(error)) from error
    try:
        book = load_door_book()
    except ValidationError as error:
        raise LawError("doors.yaml", faults(error)) from error
    return Law(
        references=MappingProxyType(references),
        criteria=MappingProxyType(load_criteria(folder, references)),
        courts=MappingProxyType(courts),
        courts_source=courts_source,
        agreements=load_agreements(folder, references),
        addresses=load_addresses(folder),
        phrases=phrases,
        platforms=book.platforms,
        doors=book.hosts,
        fingerprint=_fingerprint(folder),
    )


def _fingerprint(folder: Traversable) -> str:
    """One value for the whole of the data: what an act was drafted from can be told later."""
    digest = hashlib.sha256()
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        content = _fingerprint(item).encode() if item.is_dir() else item.read_bytes()
        digest.update(item.name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()


@cache
def load_law() -> Law:
    """The law that ships with Plaise, read once.

    Raises:
        LawError: a data file is missing or malformed.
    """
    return read_law(data_folder())
