"""What each passage of the acts means, as data that a translator edits (`sens.yaml`)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

_DATA = Path(__file__).parent / "sens.yaml"
_ANYWHERE = "…"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Language(_Strict):
    """One language of the reading copies; `reviewed` says whether a speaker has read it."""

    name: str
    rtl: bool
    reviewed: bool
    title: str
    mark: str
    warning: str
    french: str
    meaning: str
    own_words: str
    unknown: str
    table: str


class _Meanings(BaseModel):
    """A meaning in each language, beside what it is the meaning of."""

    model_config = ConfigDict(extra="allow", frozen=True)

    def told(self, language: str) -> str:
        """The meaning in a language."""
        extra = self.model_extra or {}
        return str(extra[language])


class Passage(_Meanings):
    """A passage, known by its first words, or by words in it when `fr` begins with « … »."""

    fr: str = Field(min_length=3)

    def fits(self, words: str) -> bool:
        """Whether these are the words of the passage."""
        if self.fr.startswith(_ANYWHERE):
            return self.fr.removeprefix(_ANYWHERE) in words
        return words.startswith(self.fr)


class StyleMeaning(_Meanings):
    """What stands in all paragraphs of a style, when no passage says more."""

    style: str


class Meanings(_Strict):
    """The whole file, every meaning given in every language."""

    languages: dict[str, Language]
    styles: tuple[StyleMeaning, ...]
    words: dict[str, _Meanings]
    passages: tuple[Passage, ...]

    @model_validator(mode="after")
    def _all_languages(self) -> Self:
        wanted = set(self.languages)
        for one in (*self.styles, *self.words.values(), *self.passages):
            extra = one.model_extra or {}
            if set(extra) != wanted or not all(isinstance(v, str) and v for v in extra.values()):
                raise ValueError(f"langues manquantes ou inconnues : {one!r}")
        return self


@cache
def meanings() -> Meanings:
    """The file, validated (`pydantic.ValidationError` when a language lacks a meaning)."""
    raw = yaml.load(_DATA.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 (both are safe)
    return Meanings.model_validate(raw)


def languages() -> dict[str, Language]:
    """The languages of the reading copies, by code (`en`, `ar`)."""
    return dict(meanings().languages)
