"""How time limits are counted: franc, extended to a working day, longer for those far away."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from ._calendar import add_months
from ._deadlines import Deadline, deadline
from ._holidays import add_working_days, closed_because, next_working_day
from ._references import Confidence
from ._sentences import Day, Sentence, Span, Unit, say

_DAY = timedelta(days=1)
_CASSATION_DAYS = 15
_CASSATION_MONTHS_UNSTATED = 2
_ELECTRONIC_WORKING_DAYS = 2
_WEEKEND = {"samedi": "closed_saturday", "dimanche": "closed_sunday"}


class Residence(StrEnum):
    """Where the person lives, for the additional time of distance (R. 421-7 CJA)."""

    METROPOLE = "metropole"
    OVERSEAS = "outre_mer"
    ABROAD = "etranger"

    @property
    def additional_months(self) -> int:
        """Months that distance adds."""
        return {Residence.METROPOLE: 0, Residence.OVERSEAS: 1, Residence.ABROAD: 2}[self]


def end_of(start: date, amount: int, unit: Unit, departement: str | None = None) -> date:
    """The day when a time limit falls due, its first day not counted, before any extension.

    Raises:
        ValueError: the amount is not positive.
    """
    if amount <= 0:
        raise ValueError("amount must be positive")
    if unit is Unit.MONTHS:
        return add_months(start, amount)
    if unit is Unit.WORKING_DAYS:
        return add_working_days(start, amount, departement)
    return start + amount * _DAY


def extend(day: date, departement: str | None = None) -> tuple[date, tuple[Sentence, ...]]:
    """The first working day from a day on, and the words that say why it moved (642 CPC)."""
    reason = closed_because(day, departement)
    if reason is None:
        return day, ()
    moved = next_working_day(day, departement)
    if reason in _WEEKEND:
        bare = Day(on=day, weekday=False)
        return moved, (say(_WEEKEND[reason], day=bare, moved=moved),)
    holiday = Sentence(text=reason)
    return moved, (say("closed_holiday", day=day, holiday=holiday, moved=moved),)


def deemed_notified(available_on: date, first_read_on: date | None = None) -> Deadline:
    """When a decision put at disposal in Télérecours counts as received (R. 751-4-1 CJA).

    Only the holidays of the whole country count, so that the date is never too late.

    Args:
        available_on: day when the court put the decision in the application.
        first_read_on: day of the first reading, None when it was not read.

    Raises:
        ValueError: it was read before it was there.
    """
    if first_read_on is not None and first_read_on < available_on:
        raise ValueError("read before it was available")
    latest = add_working_days(available_on, _ELECTRONIC_WORKING_DAYS)
    steps: tuple[Sentence, ...] = (say("made_available", day=available_on),)
    if first_read_on is not None and first_read_on <= latest:
        return deadline("notification", first_read_on, (*steps, say("read_on", day=first_read_on)))
    return deadline("notification", latest, (*steps, say("deemed_read", day=latest)))


def cassation(
    notified_on: date,
    *,
    limit_stated: bool = True,
    residence: Residence = Residence.METROPOLE,
) -> Deadline:
    """The last day to lodge an appeal on points of law against an order (R. 523-1 CJA).

    A franc limit: fifteen days give the notification plus sixteen, then the next working day
    (CE 29 June 2023, n° 470217). Only the holidays of the whole country count: the registry is
    that of the Conseil d'État, in Paris.

    Args:
        notified_on: day when the person received the order.
        limit_stated: whether the notification mentions the fifteen days (R. 821-1, 2nd paragraph).
        residence: where the person lives.
    """
    amount, unit = _CASSATION_DAYS, Unit.DAYS
    references: tuple[str, ...] = ("ce-472836",)
    steps = [say("order_received", day=notified_on)]
    if not limit_stated:
        amount, unit = _CASSATION_MONTHS_UNSTATED, Unit.MONTHS
        references = ("ce-472836", "cja-r821-1")
        steps.append(say("limit_unstated"))
    due = end_of(notified_on, amount, unit)
    steps.append(say("falls_due", span=Span(amount=amount, unit=unit), day=due))
    if months := residence.additional_months:
        # Which of the two is added first is not settled by the text: the shorter result is safe.
        due = min(add_months(due, months), end_of(add_months(notified_on, months), amount, unit))
        references = (*references, "cja-r821-2", "cja-r811-5", "cja-r421-7")
        more = Span(amount=months, unit=Unit.MONTHS)
        steps.append(say("distance", span=more, day=due))
    last = due + _DAY
    steps.append(say("free_limit", day=last))
    value, moved = extend(last)
    steps += [*moved, say("to_be_registered")]
    made = deadline("cassation", value, tuple(steps), references=references)
    # The distance was read in one source only.
    return made.model_copy(update={"confidence": Confidence.ONE_SOURCE}) if months else made


def execution(
    notified_on: date,
    amount: int,
    unit: Unit,
    *,
    departement: str | None = None,
    estimated: bool = False,
) -> Deadline:
    """The last day for the préfet to do what the judge ordered (R. 522-13 CJA).

    Whether this limit is franc was not found: the later reading is kept, so that the person
    never complains too early (R. 921-1-1).

    Args:
        notified_on: day when the préfet received the order.
        amount: length of the limit.
        unit: days, working days or months.
        departement: whose public holidays count.
        estimated: whether that day is not known but only the latest that it can be.

    Raises:
        ValueError: the amount is not positive.
    """
    due = end_of(notified_on, amount, unit, departement)
    last = due + _DAY
    value, moved = extend(last, departement)
    steps = (
        say("prefect_received_unknown" if estimated else "prefect_received", day=notified_on),
        say("falls_due", span=Span(amount=amount, unit=unit), day=due),
        say("maybe_free", day=last),
        *moved,
    )
    return deadline(
        "execution",
        value,
        steps,
        references=("cja-r751-3", "cja-r751-4-1") if estimated else (),
        notes=(say("ask_registry"),) if estimated else (),
    )
