"""Bilateral agreements that replace or complete the CESEDA for some nationalities."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from importlib.resources.abc import Traversable
from typing import Literal

from pydantic import Field, ValidationError

from plaise.dossier._base import Value

from ._criteria import check_references
from ._files import LawError, faults, read_yaml, yaml_names
from ._references import Confidence, Reference


class Agreement(Value):
    """An agreement and the nationalities it concerns.

    `effect` is `replaces` when no CESEDA article of substance may be cited for the person.
    """

    id: str
    nationalities: tuple[str, ...] = Field(min_length=1)
    effect: Literal["replaces", "partial"]
    advice: str = Field(min_length=1)
    references: tuple[str, ...] = Field(min_length=1)
    checked_on: date
    confidence: Confidence


def load_agreements(
    folder: Traversable, references: Mapping[str, Reference]
) -> tuple[Agreement, ...]:
    """Read `agreements/*.yaml`.

    Raises:
        LawError: a file is malformed, or cites a reference that does not exist.
    """
    agreements = []
    for name in yaml_names(folder, "agreements"):
        try:
            agreement = Agreement.model_validate(read_yaml(folder, name))
        except ValidationError as error:
            raise LawError(name, faults(error)) from error
        check_references(name, agreement.references, references)
        agreements.append(agreement)
    return tuple(agreements)


def find_agreement(agreements: tuple[Agreement, ...], nationality: str) -> Agreement | None:
    """The agreement that a nationality, as the person writes it, calls for."""
    words = _fold(nationality).replace(",", " ").replace("/", " ").replace("-", " ").split()
    for agreement in agreements:
        if any(_fold(name) in words for name in agreement.nationalities):
            return agreement
    return None


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))
