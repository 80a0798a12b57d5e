"""What every criterion is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from plaise.dossier import Capture, Demarche, Door, Dossier, HardCase
from plaise.law import Court, CriterionRule, DemarcheRule, DoorGuide, Law, add_months

from ._attempts import Tally
from ._values import Fact, Level, Verdict

ADULT_MONTHS = 18 * 12


@dataclass(frozen=True, slots=True)
class Case:
    """One dossier on one day, with what was counted once for all criteria."""

    dossier: Dossier
    captures: tuple[Capture, ...]
    today: date
    law: Law
    tally: Tally
    court: Court | None

    @property
    def demarche(self) -> Demarche:
        """The démarche asked for."""
        return self.dossier.request.demarche

    @property
    def door(self) -> Door:
        """The door that the préfecture gives for it."""
        return self.dossier.request.door

    @property
    def rule(self) -> DemarcheRule:
        """What the law's data says of the démarche."""
        return self.law.demarches[self.demarche]

    @property
    def guide(self) -> DoorGuide:
        """What the law's data says of the door."""
        return self.law.guide_for(self.door)

    @property
    def waiting_days(self) -> int | None:
        """Days since a form that only asks for a date was sent (démarche numérique), if it was."""
        asked = self.dossier.request.date_asked_on
        if self.door is not Door.DEMARCHE_NUMERIQUE or asked is None or asked > self.today:
            return None
        return (self.today - asked).days

    @property
    def minor(self) -> bool:
        """Whether the person is under eighteen."""
        return add_months(self.dossier.person.birth_date, ADULT_MONTHS) > self.today

    @property
    def document_valid(self) -> bool:
        """Whether a residence document is still valid today."""
        expires = self.dossier.request.expires_on
        return expires is not None and expires >= self.today

    @property
    def must_leave(self) -> bool:
        """Whether an OQTF or an IRTF was declared."""
        return self.has(HardCase.OQTF, HardCase.IRTF)

    @property
    def adviser_seen(self) -> bool:
        """Whether an association or a lawyer was seen, and the day is recorded."""
        request = self.dossier.request
        return bool(request.adviser) and (
            request.adviser_on is not None and request.adviser_on <= self.today
        )

    @property
    def no_substance(self) -> bool:
        """Whether a bilateral agreement forbids citing CESEDA articles of substance."""
        agreement = self.law.agreement_for(self.dossier.person.nationality)
        return agreement is not None and agreement.effect == "replaces"

    def has(self, *cases: HardCase) -> bool:
        """Whether the person declared one of these situations."""
        return any(one in self.dossier.request.hard_cases for one in cases)

    def threshold(self, criterion: str, name: str) -> int:
        """A numeric threshold of the law's data."""
        return self.law.criteria[criterion].thresholds[name]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one criterion concludes.

    `cap` is the highest level that it allows; `blocks` forbid drafting the acts; `references`
    replaces those of the rule when only some apply to this person.
    """

    verdict: Verdict
    explanation: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    next_step: str = ""
    cap: Level = Level.GATHERED
    blocks: tuple[str, ...] = ()
    references: tuple[str, ...] | None = None


Check = Callable[[Case], Outcome]


def cited(rule: CriterionRule, outcome: Outcome) -> tuple[str, ...]:
    """The references that a criterion shows."""
    return rule.references if outcome.references is None else outcome.references
