"""The rules of the person's own dates, as data (the computation is readiness')."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import Field

from plaise.dossier._base import Value

from ._deadlines import Deadline, DeadlineRule
from ._files import data_folder, read_as

_FILE = "own_dates.yaml"


class OwnDates(Value):
    """The kinds of the person's own dates, and the articles that R. 431-5, 2° lists."""

    young_adult_articles: tuple[str, ...] = Field(min_length=1)
    rules: tuple[DeadlineRule, ...] = Field(min_length=1)


@cache
def load_own_dates() -> OwnDates:
    """The rules of the person's own dates.

    Raises:
        LawError: the file is missing or malformed.
    """
    return read_as(OwnDates, data_folder(), _FILE)


def own_date_rules() -> Mapping[str, DeadlineRule]:
    """The rules by id."""
    return {rule.id: rule for rule in load_own_dates().rules}


def own_deadline(rule_id: str, *, note: str = "", **facts: object) -> Deadline:
    """A date of the person's own, of a known rule; `facts` are those of `Deadline`.

    Raises:
        KeyError: no such rule.
    """
    rule = own_date_rules()[rule_id]
    known = rule.model_dump(exclude={"id", "checked_on", "note"})
    both = tuple(part for part in (rule.note, note) if part)
    return Deadline.model_validate({"rule": rule.id, **known, "notes": both, **facts})


def listed_for_young_adults(article: str) -> bool:
    """Whether R. 431-5, 2° lists the article (« L. 423-22 », « l423-22 »): eve of 19."""
    return _plain(article) in {_plain(one) for one in load_own_dates().young_adult_articles}


def _plain(article: str) -> str:
    return "".join(char for char in article.upper() if char.isalnum() or char == "-")
