"""Closing: what is kept, and the anonymous counts that an association may publish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Literal

from plaise.dossier import Demarche, Door, Value

from ._events import (
    AppointmentHeld,
    AppointmentReceived,
    Closed,
    DateOffered,
    Filed,
    Order,
)
from ._machine import Followup
from ._setting import Setting

SMALLEST_GROUP = 10
_MONTH_DAYS = 31
_QUARTER_DAYS = 92
Field = Literal["demarche", "door", "year", "ending", "waited", "petitions"]


class Ending(StrEnum):
    """How a case ended, in the only words that statistics keep."""

    BEFORE_ORDER = "date_avant_ordonnance"
    AFTER_INJUNCTION = "date_apres_injonction"
    OTHER_DATE = "autre_date"
    NO_DATE = "sans_date"


class Waited(StrEnum):
    """How long from the petition to the date that was given, in wide bands."""

    MONTH = "un_mois_au_plus"
    QUARTER = "trois_mois_au_plus"
    LONGER = "plus_de_trois_mois"
    NEVER = "jamais"


class AnonymousRecord(Value):
    """What an association's statistics take from a closed case: no place, no court, no day.

    There is no field for a judge, a court or an official, on purpose: nothing can be counted by
    judge (L. 10 CJA, 4th paragraph), and one person must not be recognisable.
    """

    demarche: Demarche | None
    door: Door | None
    year: int
    ending: Ending
    waited: Waited
    petitions: Literal["une", "plusieurs"]


def anonymous_record(followup: Followup, setting: Setting) -> AnonymousRecord | None:
    """The anonymous record of a closed case; None while it is open or if nothing was filed."""
    closed = followup.latest(Closed, followup.events)
    filings = [event for event in followup.events if isinstance(event, Filed)]
    if followup.state != "closed" or closed is None or not filings:
        return None
    return AnonymousRecord(
        demarche=setting.demarche,
        door=setting.door,
        year=closed.on.year,
        ending=_ending(followup),
        waited=_waited(followup, filings[0]),
        petitions="une" if len(filings) == 1 else "plusieurs",
    )


def _ending(followup: Followup) -> Ending:
    ordered = False
    ending = Ending.NO_DATE
    for event in followup.events:
        if isinstance(event, Order):
            ordered = True
        elif isinstance(event, DateOffered | AppointmentReceived) and ending is Ending.NO_DATE:
            ending = Ending.OTHER_DATE if ordered else Ending.BEFORE_ORDER
            if followup.injunction is not None and ordered:
                ending = Ending.AFTER_INJUNCTION
        elif isinstance(event, AppointmentHeld) and event.result == "missed":
            ending = Ending.NO_DATE
    return ending


def _waited(followup: Followup, first: Filed) -> Waited:
    given = [event.on for event in followup.offers if event.on >= first.on]
    if not given:
        return Waited.NEVER
    days = (min(given) - first.on).days
    if days <= _MONTH_DAYS:
        return Waited.MONTH
    return Waited.QUARTER if days <= _QUARTER_DAYS else Waited.LONGER


def publishable(
    records: Iterable[AnonymousRecord], by: Field, *, smallest: int = SMALLEST_GROUP
) -> dict[str, int]:
    """Counts by one field, without any group so small that a person could be recognised.

    Args:
        records: the anonymous records.
        by: the field to count by, one at a time.
        smallest: size from which a group is shown, ten at least.

    Raises:
        ValueError: `smallest` is under ten.
    """
    return without_small_groups(
        Counter(str(getattr(record, by)) for record in records), smallest=smallest
    )


def without_small_groups(
    counts: Mapping[str, int], *, smallest: int = SMALLEST_GROUP
) -> dict[str, int]:
    """Counts that may be shown.

    A group of fewer than `smallest` is left out. When that leaves out one group only, the next
    smallest goes too: otherwise the total would give it back.

    Raises:
        ValueError: `smallest` is under ten.
    """
    if smallest < SMALLEST_GROUP:
        raise ValueError("groups under ten are never published")
    shown = {value: number for value, number in counts.items() if number >= smallest}
    if shown and len(counts) - len(shown) == 1:
        del shown[min(shown, key=lambda value: (shown[value], value))]
    return dict(sorted(shown.items()))
