"""The case of a dossier as every page of this package needs it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from plaise.dossier import Dossier, DossierError
from plaise.followup import Followup, Setting, StatePage, deadlines, page
from plaise.law import Deadline
from plaise.store.vault import EncryptedDossier, ListedDate
from plaise.work import followup_of
from plaise.work.seen import today_of

from .coming import late_of, next_of

Named = ParamSpec("Named")
WithCase = Callable[Concatenate[HttpRequest, EncryptedDossier, "Case", Named], HttpResponseBase]
# Django hands the dossier over by its name, the rest as the address says.
View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Case:
    """Facts, events, place and day.

    Attributes:
        facts: of the dossier.
        followup: the events and the state.
        setting: what dates depend on.
        today: where the person is.
    """

    facts: Dossier
    followup: Followup
    setting: Setting
    today: date

    @property
    def page(self) -> StatePage:
        """The page of the state."""
        return page(self.followup, self.setting, self.today)

    @property
    def dates(self) -> tuple[Deadline, ...]:
        """Every date, the nearest first."""
        return deadlines(self.followup, self.setting)

    @property
    def listed(self) -> tuple[ListedDate, ...]:
        """The dates in a few words, in the same order."""
        first = self.followup.current.first_date
        return tuple(
            ListedDate(day=one.day, rule=one.rule, first=one.rule == first) for one in self.dates
        )

    @property
    def next_date(self) -> Deadline | None:
        """The date to go by: the appointment once there is one, otherwise the nearest."""
        place = next_of(self.listed, self.today)
        return None if place is None else self.dates[place]

    @property
    def sooner(self) -> tuple[Deadline, ...]:
        """What comes before that date, and must not be missed either."""
        place = next_of(self.listed, self.today)
        before = self.dates[:place] if place is not None else ()
        return tuple(one for one in before if one.day >= self.today)

    @property
    def late(self) -> tuple[Deadline, ...]:
        """What the préfecture or the person has let pass, the latest first, for a month."""
        return tuple(self.dates[place] for place in late_of(self.listed, self.today))


def case_of(dossier: EncryptedDossier) -> Case:
    """The case of a dossier.

    Raises:
        PlaiseError: the facts or the journal cannot be used.
    """
    facts, followup = followup_of(dossier)
    return Case(facts, followup, Setting.of(facts), today_of(dossier))


def case_if_any(dossier: EncryptedDossier) -> Case | None:
    """The case, for a page that also works without: `None` while the facts do not hold."""
    try:
        return case_of(dossier)
    except DossierError:
        return None


def with_case(view: WithCase[Named]) -> View:
    """Give a view the case; while the facts do not hold, the page of the step says why."""

    @wraps(view)
    def inner(
        request: HttpRequest,
        dossier: EncryptedDossier,
        *given: Named.args,
        **named: Named.kwargs,
    ) -> HttpResponseBase:
        case = case_if_any(dossier)
        if case is None:
            return redirect("after", dossier.id)
        return view(request, dossier, case, *given, **named)

    return inner
