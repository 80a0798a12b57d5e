"""The languages of the app, read from `locale/languages.yaml`: adding one needs no code."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

LOCALES = Path(__file__).parent / "locale"


class Language(BaseModel):
    """A language of the app.

    Attributes:
        code: as browsers write it.
        name: in that language itself.
        direction: of its script.
        reviewed: a speaker has read the whole translation (the source language needs none).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    name: str
    direction: Literal["ltr", "rtl"] = "ltr"
    reviewed: bool


def _load() -> tuple[Language, ...]:
    raw = yaml.safe_load((LOCALES / "languages.yaml").read_text(encoding="utf-8"))
    return tuple(Language.model_validate(entry) for entry in raw)


LANGUAGES = _load()


def language(code: str) -> Language:
    """The language of a code, or the source language."""
    short = code.partition("-")[0]
    return next((known for known in LANGUAGES if known.code == short), LANGUAGES[0])
