"""What an assessment says: a level in words, criteria with their sources, what to do next."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from plaise.dossier._base import Value

Fact = int | bool | str | None | tuple[str, ...]


class Level(StrEnum):
    """How far the proofs go. Three words, never a probability: each judge remains free."""

    NOT_YET = "pas_encore"
    MINIMUM = "minimum"
    GATHERED = "preuves_reunies"

    @property
    def label(self) -> str:
        """The level as people read it."""
        return {
            Level.NOT_YET: "pas encore",
            Level.MINIMUM: "minimum",
            Level.GATHERED: "preuves réunies",
        }[self]

    @property
    def rank(self) -> int:
        """0, 1 or 2, to compare levels."""
        return list(Level).index(self)


class Verdict(StrEnum):
    """What one criterion concludes; `information` neither helps nor harms."""

    OK = "ok"
    STRENGTHEN = "a_renforcer"
    MISSING = "manque"
    ALERT = "alerte"
    INFORMATION = "information"

    @property
    def label(self) -> str:
        """The verdict as people read it."""
        return {
            Verdict.OK: "bien",
            Verdict.STRENGTHEN: "à renforcer",
            Verdict.MISSING: "manque",
            Verdict.ALERT: "alerte",
            Verdict.INFORMATION: "à savoir",
        }[self]


class SourceNote(Value):
    """A reference as it is shown: what, where, when, how sure, and whether to check it again."""

    id: str
    kind: str
    short: str
    title: str
    source: str
    address: str
    dated: date
    checked_on: date
    confidence: str
    confidence_label: str
    to_check: bool
    laid: str = ""


class Criterion(Value):
    """One criterion: the facts counted, the verdict, why, on which sources, and what to do.

    `confidence` and `note` are those of the rule itself; `to_check` says that nobody checked the
    rule for too long; `laid` names the association that changed it, since when and why.
    """

    id: str
    title: str
    rule: str
    verdict: Verdict
    verdict_label: str
    facts: dict[str, Fact]
    explanation: str
    next_step: str
    sources: tuple[SourceNote, ...]
    confidence: str
    confidence_label: str
    note: str
    to_check: bool
    laid: str = ""


class Proof(Value):
    """One paper or proof of a checklist, read before it is added.

    `reader` is said before each paper (« la préfecture lira cette pièce », R. 522-4); `present`
    says that the dossier already holds one of that kind, None when it cannot be told.
    """

    label: str
    why: str
    reader: str = ""
    caution: str = ""
    required: bool = False
    present: bool | None = None


class OtherRoute(Value):
    """Another procedure, explained on one page, when it may be the right one."""

    title: str
    when: str
    not_when: str
    limit: str
    how: tuple[str, ...]
    sources: tuple[SourceNote, ...]
    confidence: str
    to_check: bool


class Assessment(Value):
    """Is the file strong enough, why, and what to do next: `plaise assess --json`.

    `blocks` are the reasons that forbid drafting the acts, in plain French; collecting proof never
    stops. `calls` are the people to call, when something is sent to people. `alerts` repeat the
    explanations of the criteria in alert. `reminder` is always shown with the level. `papers` are
    the checklist of the démarche, `door_proofs` that of the door; `routes` the other procedures
    that a declared situation calls for.
    """

    level: Level
    level_label: str
    level_reason: str
    reminder: str
    assessed_on: date
    exercise: bool
    blocks: tuple[str, ...]
    alerts: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    next_steps: tuple[str, ...]
    calls: tuple[str, ...] = ()
    papers: tuple[Proof, ...] = ()
    door_proofs: tuple[Proof, ...] = ()
    routes: tuple[OtherRoute, ...] = ()

    @property
    def may_draft(self) -> bool:
        """Whether nothing forbids drafting the acts."""
        return not self.blocks

    def criterion(self, criterion_id: str) -> Criterion:
        """One criterion by its id.

        Raises:
            KeyError: no such criterion.
        """
        for criterion in self.criteria:
            if criterion.id == criterion_id:
                return criterion
        raise KeyError(criterion_id)
