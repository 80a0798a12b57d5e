"""Which date of a case comes next, and which has passed, for a page as for the list of dossiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from plaise.law import DeadlineRule, Nature, load_deadline_rules
from plaise.store.vault import ListedDate, Summary

_MONTH = timedelta(days=31)
# A day from which others are counted: there is nothing to do on it.
_TOLD = {"notification"}


@dataclass(frozen=True, slots=True)
class Coming:
    """What a line of the list says of a dossier.

    Attributes:
        rule: whose words say what the date is.
        day: the date.
        late: whether it has passed.
    """

    rule: DeadlineRule
    day: date
    late: bool

    @property
    def nature(self) -> Nature:
        """How the date is to be read."""
        return self.rule.nature


def next_of(dates: Sequence[ListedDate], today: date) -> int | None:
    """The place of the date to go by: one that comes first, otherwise the nearest ahead."""
    ahead = [p for p, one in enumerate(dates) if one.day >= today and one.rule not in _TOLD]
    firsts = [place for place in ahead if dates[place].first]
    return next(iter((*firsts, *ahead)), None)


def late_of(dates: Sequence[ListedDate], today: date) -> tuple[int, ...]:
    """The places of the last days that have passed for a month at most, the latest first."""
    rules = load_deadline_rules()
    past = [
        place
        for place, one in enumerate(dates)
        if today - _MONTH <= one.day < today and rules[one.rule].nature is Nature.LAST_DAY
    ]
    return tuple(reversed(past))


def coming(summary: Summary, today: date) -> Coming | None:
    """What has passed, otherwise what comes next; None when the case has no date."""
    rules = load_deadline_rules()
    dates = [one for one in summary.dates if one.rule in rules]
    late, following = late_of(dates, today), next_of(dates, today)
    place = late[0] if late else following
    if place is None:
        return None
    return Coming(rules[dates[place].rule], dates[place].day, late=bool(late))
