"""What a list of dossiers shows, kept encrypted so that no list opens whole dossiers."""

from __future__ import annotations

import tomllib
import unicodedata
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict


class ListedDate(BaseModel):
    """A date of the case, as a list shows it.

    `rule` names its words; `first`, whether it is shown before a nearer one.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    day: date
    rule: str
    first: bool = False


class Summary(BaseModel):
    """A few words on a dossier, taken from its facts as far as they are written.

    `counts` holds the number of files of each shelf; `asked`, the work that was asked for and is
    not finished, with how many times it was begun; `dates`, those of the case after filing, the
    nearest first, as they were when it was last seen. A summary of an older version loads with
    what is new left empty, and is made again at the next change.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str = ""
    departement: str = ""
    demarche: str = ""
    exercise: bool = False
    counts: dict[str, int] = {}
    packages: int = 0
    asked: dict[str, int] = {}
    dates: tuple[ListedDate, ...] = ()

    def matches(self, words: str) -> bool:
        """Whether every word searched stands somewhere, accents and case left aside."""
        text = _folded(f"{self.name} {self.departement} {self.demarche}")
        return all(word in text for word in _folded(words).split())


def summary_of(facts_text: str, counts: dict[str, int], packages: int) -> Summary:
    """The summary of facts that may be only half written."""
    try:
        raw = tomllib.loads(facts_text)
    except tomllib.TOMLDecodeError:
        raw = {}
    person, request = _table(raw, "personne"), _table(raw, "demande")
    return Summary(
        name=f"{person.get('prenoms', '')} {person.get('nom', '')}".strip(),
        departement=str(_table(raw, "prefecture").get("departement", "")),
        demarche=str(request.get("demarche", "")),
        exercise=raw.get("exercice") is True,
        counts=counts,
        packages=packages,
    )


def _table(raw: dict[str, Any], name: str) -> dict[str, Any]:
    table = raw.get(name)
    return table if isinstance(table, dict) else {}


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
