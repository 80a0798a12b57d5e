"""The words that booking sites display, as dated, sourced data."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from plaise.dossier import Result
from plaise.dossier._base import Value

from ._files import parse_yaml

_PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"


class PhraseClass(StrEnum):
    """What a phrase says of the page that shows it."""

    REFUSAL = "refusal"
    BLOCKED_FORM = "blocked_form"
    OUTAGE = "outage"
    BLOCKED = "blocked"
    CLOSED = "closed"
    DEAD_LINK = "dead_link"
    CAPTCHA = "captcha"
    STEP = "step"
    INFORMATIVE = "informative"
    NOT_REFUSAL = "not_refusal"
    AVAILABLE = "available"

    @property
    def result(self) -> Result:
        """The result of a page that shows it, when nothing stronger is on the page."""
        return _RESULTS.get(self, Result.OTHER_PAGE)


_RESULTS = {
    PhraseClass.REFUSAL: Result.REFUSAL,
    PhraseClass.BLOCKED_FORM: Result.BLOCKED_FORM,
    PhraseClass.OUTAGE: Result.OUTAGE,
    PhraseClass.BLOCKED: Result.OUTAGE,
    PhraseClass.CLOSED: Result.OUTAGE,
    PhraseClass.DEAD_LINK: Result.DEAD_LINK,
    PhraseClass.CAPTCHA: Result.CAPTCHA,
    PhraseClass.AVAILABLE: Result.SLOT_OFFERED,
}


class Phrase(Value):
    """One wording, with where and when it was seen.

    `needs_context`: the text alone proves nothing. `own_line`: it must stand alone on its line.
    `not_if_followed_by`: words that turn its meaning round. `first_seen` and `last_seen` are the
    earliest and latest dated traces (a year, a month or a day), not its true life span.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+$")
    kind: PhraseClass = Field(alias="class")
    platform: str
    texts: tuple[str, ...] = Field(min_length=1)
    context: tuple[str, ...] = ()
    needs_context: bool = False
    own_line: bool = False
    not_if_followed_by: tuple[str, ...] = ()
    confidence: Literal["high", "medium", "low"]
    first_seen: str | None = Field(default=None, pattern=_PARTIAL_DATE)
    last_seen: str | None = Field(default=None, pattern=_PARTIAL_DATE)
    sources: tuple[str, ...] = Field(min_length=1)
    checked_on: date
    note: str = ""

    @field_validator("first_seen", "last_seen", mode="before")
    @classmethod
    def _as_text(cls, value: object) -> object:
        return value.isoformat() if isinstance(value, date) else value

    @property
    def text(self) -> str:
        """The wording as the site displays it."""
        return self.texts[0]


class PhraseBook(Value):
    """The content of `phrases.yaml`; a phrase without its own date takes the file's."""

    version: Literal[1]
    checked_on: date
    phrases: tuple[Phrase, ...]

    @model_validator(mode="before")
    @classmethod
    def _date_each(cls, raw: object) -> object:
        if not isinstance(raw, dict):
            return raw
        phrases = [{"checked_on": raw.get("checked_on"), **one} for one in raw.get("phrases", ())]
        return {**raw, "phrases": phrases}

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        ids = [phrase.id for phrase in self.phrases]
        doubles = sorted({one for one in ids if ids.count(one) > 1})
        if doubles:
            raise ValueError(f"phrase inscrite deux fois : {', '.join(doubles)}")
        return self


@cache
def load_phrases() -> tuple[Phrase, ...]:
    """Every known wording, validated.

    Raises:
        pydantic.ValidationError: the data file is malformed (a fault of ours, caught by the tests).
    """
    text = (files("plaise.law") / "data" / "phrases.yaml").read_text("utf-8")
    return PhraseBook.model_validate(parse_yaml(text)).phrases
