"""Statutes, decisions and guides: what is cited, word for word, with source and date."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from plaise.dossier._base import Value

from ._calendar import add_months

CHECK_MONTHS = 12


class Confidence(StrEnum):
    """How far a statement was checked; shown wherever the statement is used."""

    SEVERAL_SOURCES = "A"
    ONE_SOURCE = "B"
    MEMORY = "M"
    INFERENCE = "INF"

    @property
    def label(self) -> str:
        """The mark in plain French."""
        return {
            "A": "lu dans plusieurs sources",
            "B": "lu dans une source",
            "M": "de mémoire, à vérifier",
            "INF": "déduction du projet, à valider par un juriste",
        }[self.value]


class ReferenceKind(StrEnum):
    """What a reference is."""

    ARTICLE = "article"
    DECISION = "decision"
    GUIDE = "guide"
    TREATY = "treaty"
    INFERENCE = "inference"


class Laid(Value):
    """Who laid a rule over ours, since when and why; where, when it is local.

    `departements` are those where it applies; everywhere when there is none.
    """

    by: str = Field(min_length=2)
    since: date
    reason: str = Field(min_length=5)
    departements: tuple[str, ...] = ()


class Quotation(Value):
    """Words copied exactly from a source.

    `whole` says that the article is given in full. `reported` says that the words were read in a
    commentary: they may support a statement, but never stand between quotation marks as the
    court's own.
    """

    name: str = Field(min_length=1)
    text: str = Field(min_length=1)
    whole: bool
    reported: bool = False


class Reference(Value):
    """One text that can be cited: its words, where they stand, and when they were checked.

    `dated` is the state of a code text, or the date of a decision or page; `in_force_since` the
    first day of the current wording, when it is known. `gist` is our own summary, not a quotation.
    """

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    kind: ReferenceKind
    short: str = Field(min_length=1)
    title: str = Field(min_length=1)
    gist: str = Field(min_length=1)
    quotations: tuple[Quotation, ...] = ()
    source: str = Field(min_length=1)
    address: str = Field(pattern=r"^https?://\S+$")
    dated: date
    in_force_since: date | None
    checked_on: date
    confidence: Confidence
    note: str = ""
    see: tuple[str, ...] = ()
    check_months: int = Field(default=CHECK_MONTHS, ge=1)
    laid: Laid | None = Field(default=None, alias="overlay")

    @model_validator(mode="after")
    def _coherent(self) -> Self:
        names = [quotation.name for quotation in self.quotations]
        if len(names) != len(set(names)):
            raise ValueError("deux extraits portent le même nom")
        if self.kind is ReferenceKind.ARTICLE and not names:
            raise ValueError("un article se cite mot pour mot : l’extrait manque")
        return self

    @property
    def text(self) -> str:
        """The first quotation: the article, or the principle of the decision ("" if unread)."""
        return self.quotations[0].text if self.quotations else ""

    def quote(self, name: str) -> str:
        """The words of one named quotation.

        Raises:
            KeyError: no quotation has that name.
        """
        for quotation in self.quotations:
            if quotation.name == name:
                return quotation.text
        raise KeyError(f"{self.id} : {name}")


def stale(checked_on: Reference | date, today: date, months: int | None = None) -> bool:
    """Whether a check is too old, so that the statement shows as « à vérifier ».

    Args:
        checked_on: the reference, or the day of its last check.
        today: the day to compare with.
        months: how long a check holds; what the reference says when not given.
    """
    if isinstance(checked_on, Reference):
        return add_months(checked_on.checked_on, months or checked_on.check_months) < today
    return add_months(checked_on, months or CHECK_MONTHS) < today
