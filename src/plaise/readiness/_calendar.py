"""The plan in the person's own calendar: an `.ics` file (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from ._plan_values import Kind, OwnDate, Plan, PlanItem

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_PRODUCT = "-//Plaise//FR"
_SHORT = timedelta(minutes=15)
_NEUTRAL = "Rappel"
_NEUTRAL_ATTEMPT = "Rappel : essai en ligne"


def plan_calendar(plan: Plan, *, neutral: bool = True) -> bytes:
    """The plan and the person's dates as an iCalendar file.

    An event keeps its identifier from one plan to the next, so that a new import replaces it.

    Args:
        plan: what `plan` returned.
        neutral: whether the words say nothing of what it is about (a locked phone shows them).
    """
    from icalendar import Calendar  # noqa: PLC0415 (slow to load, seldom needed)

    book = Calendar()
    book.add("prodid", _PRODUCT)
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", "Rappels" if neutral else "Plan Plaise")
    for event in _events(plan, neutral=neutral):
        book.add_component(event)
    book.add_missing_timezones()
    made: bytes = book.to_ical()
    return made


def _events(plan: Plan, *, neutral: bool) -> Iterator[Event]:
    counted: dict[Kind, int] = {}
    for item in plan.items:
        counted[item.kind] = counted.get(item.kind, 0) + 1
        key = item.day.isoformat() if item.kind is Kind.ATTEMPT else str(counted[item.kind])
        yield _of_item(plan, item, f"{item.kind.value}:{key}", neutral=neutral)
    for own in plan.dates:
        yield _of_date(plan, own, neutral=neutral)


def _of_item(plan: Plan, item: PlanItem, key: str, *, neutral: bool) -> Event:
    words = _NEUTRAL_ATTEMPT if item.kind is Kind.ATTEMPT else _NEUTRAL
    title = words if neutral else _marked(plan, item.title)
    event = _event(plan, key, title, "" if neutral else item.why)
    if item.at is not None:
        start = datetime.combine(item.day, item.at, tzinfo=ZoneInfo(plan.zone))
        event.add("dtstart", start)
        event.add("dtend", start + _SHORT)
        event.add_component(_alarm(timedelta(minutes=-10), title))
    else:
        _whole_day(event, item.day, title)
    return event


def _of_date(plan: Plan, own: OwnDate, *, neutral: bool) -> Event:
    deadline = own.deadline
    title = _NEUTRAL if neutral else _marked(plan, deadline.label)
    steps = (str(step) for step in deadline.computed)
    why = "\n".join((deadline.why, *steps, deadline.note)).strip()
    event = _event(plan, f"date:{deadline.rule}", title, "" if neutral else why)
    _whole_day(event, deadline.day, title)
    event.add_component(_alarm(timedelta(days=-7), title))
    return event


def _marked(plan: Plan, title: str) -> str:
    return f"EXERCICE – {title}" if plan.exercise else title


def _event(plan: Plan, key: str, title: str, why: str) -> Event:
    from icalendar import Event  # noqa: PLC0415 (slow to load, seldom needed)

    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"plaise:{plan.dossier}:plan:{key}")))
    event.add("dtstamp", plan.made_at)
    event.add("class", "PRIVATE")
    event.add("summary", title)
    if why:
        event.add("description", why)
    return event


def _whole_day(event: Event, day: date, title: str) -> None:
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(timedelta(hours=8), title))


def _alarm(trigger: timedelta, words: str) -> Alarm:
    from icalendar import Alarm  # noqa: PLC0415 (slow to load, seldom needed)

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", trigger)
    return alarm
