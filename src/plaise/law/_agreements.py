"""Bilateral agreements that replace or complete the CESEDA for some nationalities."""

from __future__ import annotations

import unicodedata
from typing import Literal

from pydantic import Field

from ._layers import Sourced


class Agreement(Sourced):
    """An agreement and the nationalities it concerns.

    `effect` is `replaces` when no CESEDA article of substance may be cited for the person.
    """

    id: str
    nationalities: tuple[str, ...] = Field(min_length=1)
    effect: Literal["replaces", "partial"]
    advice: str = Field(min_length=1)


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
