"""Sentences that carry their values apart, so that a page can say them in another language.

French is what the core speaks (`str(sentence)`); a page takes `text`, which is what is translated,
and puts the values back in its own words: a day, a length of time, a number as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field, model_serializer

from plaise.dossier._base import Value

from ._days import day_in_words
from ._files import LawError, data_folder, read_as

_FILE = "sentences.yaml"
_HOLE = re.compile(r"%\((\w+)\)s")


class Unit(StrEnum):
    """How a judge counts a time limit."""

    DAYS = "jours"
    WORKING_DAYS = "jours_ouvres"
    MONTHS = "mois"

    def words(self, amount: int) -> str:
        """« 15 jours », « 3 jours ouvrés », « 1 mois »."""
        plural = "s" if amount > 1 else ""
        return {
            Unit.DAYS: f"{amount} jour{plural}",
            Unit.WORKING_DAYS: f"{amount} jour{plural} ouvré{plural}",
            Unit.MONTHS: f"{amount} mois",
        }[self]


class Day(Value):
    """A day in a sentence, with its weekday or without."""

    on: date
    weekday: bool = True

    def __str__(self) -> str:
        """« lundi 23 novembre 2026 »."""
        return day_in_words(self.on, weekday=self.weekday)


class Span(Value):
    """A length of time in a sentence."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        """« 15 jours »."""
        return self.unit.words(self.amount)


class Sentence(Value):
    """A French sentence with its values apart.

    Attributes:
        text: what is translated, `%(name)s` standing for a value.
        values: a day, a length of time, a word to be translated too, or text shown as it is.
    """

    text: str
    values: Mapping[str, SentenceValue] = Field(default_factory=dict)

    def __str__(self) -> str:
        """The whole sentence in French."""
        said = {name: str(value) for name, value in self.values.items()}
        return self.text % said if said else self.text

    @model_serializer
    def _in_french(self) -> str:
        return str(self)


SentenceValue: TypeAlias = Day | Span | Sentence | int | str


def _as_sentence(value: object) -> object:
    return Sentence(text=value) if isinstance(value, str) else value


Said: TypeAlias = Annotated[Sentence, BeforeValidator(_as_sentence)]
"""A sentence, or a French text without values that becomes one."""


@cache
def load_sentences() -> Mapping[str, str]:
    """The sentences that have values, by id.

    Raises:
        LawError: the file is missing or malformed.
    """
    return MappingProxyType(read_as(dict[str, str], data_folder(), _FILE))


def say(name: str, /, **values: SentenceValue | date) -> Sentence:
    """A sentence of ours, with its values.

    Args:
        name: its id.
        **values: one for each of its holes; a date is said with its weekday.

    Raises:
        KeyError: no such sentence.
        LawError: a value is missing, or one has no place.
    """
    text = load_sentences()[name]
    if set(_HOLE.findall(text)) != set(values):
        raise LawError(_FILE, f"« {name} » n’a pas les valeurs qu’il faut")
    said = {key: Day(on=one) if isinstance(one, date) else one for key, one in values.items()}
    return Sentence(text=text, values=said)
