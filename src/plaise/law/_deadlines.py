"""Deadlines that say how they were computed, on which texts, and how sure we are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Self

from pydantic import Field

from plaise.dossier._base import Value

from ._files import LawError, data_folder, read_as
from ._references import Confidence
from ._sentences import Said, Sentence

_FILE = "deadlines.yaml"


class Nature(StrEnum):
    """How a date is to be read."""

    LAST_DAY = "last_day"
    FIRST_DAY = "first_day"
    DAY = "day"

    @property
    def label(self) -> str:
        """« au plus tard le », « pas avant le », « le »."""
        return {"last_day": "au plus tard le", "first_day": "à partir du", "day": "le"}[self.value]


class Whose(StrEnum):
    """Who has to act."""

    PERSON = "person"
    PREFECT = "prefect"
    COURT = "court"


class DeadlineRule(Value):
    """One kind of date: what it is, why it matters, on which texts."""

    id: str = Field(pattern=r"^[a-z_]+$")
    label: str = Field(min_length=1)
    nature: Nature
    whose: Whose
    why: str = Field(min_length=1)
    references: tuple[str, ...] = Field(min_length=1)
    confidence: Confidence
    checked_on: date
    note: str = ""


class Correction(Value):
    """A date that someone set by hand, with the reason; the computed date is kept beside it."""

    day: date
    reason: str = Field(min_length=1)


class Deadline(Value):
    """A date with its explanation.

    `computed` are the steps of the computation in plain words, in order; `value` is what they
    give. `notes` are cautions, the rule's own first. `about` tells two dates of one rule apart (two
    offers, for instance).
    """

    rule: str
    label: str
    nature: Nature
    whose: Whose
    value: date
    why: str
    computed: tuple[Said, ...] = Field(min_length=1)
    references: tuple[str, ...] = Field(min_length=1)
    confidence: Confidence
    notes: tuple[Said, ...] = ()
    about: str = ""
    correction: Correction | None = None

    @property
    def day(self) -> date:
        """The date to go by: the one set by hand if there is one."""
        return self.correction.day if self.correction else self.value

    @property
    def note(self) -> str:
        """The cautions in French, "" when there is none."""
        return " ".join(str(one) for one in self.notes)

    def corrected(self, day: date, reason: str) -> Self:
        """The same deadline with a date set by hand; the computed one stays readable."""
        return self.model_copy(update={"correction": Correction(day=day, reason=reason)})


@cache
def load_deadline_rules() -> Mapping[str, DeadlineRule]:
    """The kinds of dates that Plaise knows, by id.

    Raises:
        LawError: the file is missing or malformed, or an id stands twice.
    """
    rules = read_as(tuple[DeadlineRule, ...], data_folder(), _FILE)
    by_id = {rule.id: rule for rule in rules}
    if len(by_id) != len(rules):
        raise LawError(_FILE, "un identifiant est écrit deux fois")
    return MappingProxyType(by_id)


def deadline(
    rule_id: str,
    value: date,
    computed: tuple[Sentence, ...],
    *,
    about: str = "",
    references: tuple[str, ...] = (),
    notes: tuple[Sentence, ...] = (),
) -> Deadline:
    """A deadline of a known rule.

    Args:
        rule_id: id of the rule.
        value: the date.
        computed: the steps that gave it.
        about: what tells it apart from another date of the same rule.
        references: texts that the computation used besides those of the rule.
        notes: cautions besides the rule's own.

    Raises:
        KeyError: no such rule.
    """
    rule = load_deadline_rules()[rule_id]
    return Deadline(
        rule=rule.id,
        label=rule.label,
        nature=rule.nature,
        whose=rule.whose,
        value=value,
        why=rule.why,
        computed=computed,
        references=tuple(dict.fromkeys((*rule.references, *references))),
        confidence=rule.confidence,
        notes=(*((Sentence(text=rule.note),) if rule.note else ()), *notes),
        about=about,
    )
