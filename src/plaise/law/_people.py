"""What is said before starting, who is sent to people first, and whom to call."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from plaise.dossier import HardCase
from plaise.dossier._base import Value

from ._layers import Sourced
from ._references import CHECK_MONTHS, Confidence, Laid, stale


class Caution(Sourced):
    """A warning in plain words. `start`: shown once, in this order, before anything begins."""

    id: str = Field(pattern=r"^[a-z_]+$")
    order: int
    title: str = Field(min_length=3)
    text: str = Field(min_length=10)
    start: bool = True


class HardCaseRule(Sourced):
    """A situation sent to people before anything is filed.

    `pause` is what is said; `ask` the question on the date that starts its own time limit;
    `fact` the line of dossier.toml that answers it. `for_good`: another procedure, so that no act
    of ours ever serves; otherwise the work goes on once an adviser was seen. `route` is the page
    of that other procedure.
    """

    id: HardCase
    name: str = Field(min_length=3)
    pause: str = Field(min_length=10)
    ask: str = ""
    fact: str = ""
    for_good: bool = False
    route: str = ""


class PublicContact(Value):
    """Someone to call: what for, how, and where we read it.

    `cases` are the situations for which it is shown; all when empty.
    """

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    order: int = 100
    name: str = Field(min_length=2)
    what: str = Field(min_length=5)
    phone: str = ""
    site: str = ""
    place: str = ""
    hours: str = ""
    cases: tuple[HardCase, ...] = ()
    source: str = Field(min_length=3)
    address: str = Field(pattern=r"^https?://\S+$")
    dated: date
    checked_on: date
    check_months: int = Field(default=CHECK_MONTHS, ge=1)
    confidence: Confidence
    laid: Laid | None = Field(default=None, alias="overlay")

    def to_check(self, today: date) -> bool:
        """Whether nobody checked the contact for too long."""
        return stale(self.checked_on, today, self.check_months)

    @property
    def in_words(self) -> str:
        """« 3039 (justice) : … », on one line."""
        reach = ", ".join(part for part in (self.phone, self.site, self.place, self.hours) if part)
        return f"{self.name} ({reach}) : {self.what}" if reach else f"{self.name} : {self.what}"


class Route(Sourced):
    """Another procedure than ours, on one page: when it serves, its limit, how to begin."""

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=3)
    when: str = Field(min_length=10)
    not_when: str = Field(min_length=10)
    limit: str = Field(min_length=10)
    how: tuple[str, ...] = Field(min_length=1)


class StepRule(Sourced):
    """One kind of step of a plan: what to do, why, and the spacings (a caution of ours)."""

    id: str = Field(pattern=r"^[a-z_]+$")
    title: str = Field(min_length=3)
    why: str = Field(min_length=10)
    thresholds: dict[str, int] = Field(default_factory=dict)
