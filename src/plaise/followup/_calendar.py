"""The dates of a case in the person's own calendar: an `.ics` file, and a private feed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from plaise.law import Deadline, Nature, load_law

from ._events import AppointmentReceived, DateOffered, HearingSet
from ._machine import Followup
from ._reminders import reminder_words

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_PRODUCT = "-//Plaise//FR"
_LONG = timedelta(hours=1)
_REFRESH = timedelta(hours=12)


def calendar(
    followup: Followup,
    dates: Iterable[Deadline],
    *,
    dossier: UUID,
    zone: str,
    made_at: datetime,
    neutral: bool = True,
    feed: bool = False,
) -> bytes:
    """Every date of a case as an iCalendar file (RFC 5545).

    Args:
        followup: the case, for the hours and places of hearings and appointments.
        dates: its deadlines.
        dossier: id of the dossier, so that an updated date replaces the former one.
        zone: IANA zone of the hours.
        made_at: instant of the making, aware.
        neutral: whether the words say nothing of what the date is (a phone shows them locked).
        feed: whether a calendar program fetches it again from time to time.

    Raises:
        ValueError: `made_at` has no zone.
    """
    if made_at.tzinfo is None:
        raise ValueError("made_at must be aware")
    from icalendar import Calendar  # noqa: PLC0415 (slow to load, seldom needed)

    book = Calendar()
    book.add("prodid", _PRODUCT)
    book.add("version", "2.0")
    book.add("method", "PUBLISH")
    book.add("x-wr-calname", reminder_words().calendar_name if neutral else "Suivi Plaise")
    if feed:
        book.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
        book.add("x-published-ttl", _REFRESH, parameters={"VALUE": "DURATION"})
    hours = _hours(followup)
    for one in dates:
        book.add_component(_event(one, hours, dossier, ZoneInfo(zone), made_at, neutral=neutral))
    book.add_missing_timezones()
    made: bytes = book.to_ical()
    return made


def _hours(followup: Followup) -> dict[str, DateOffered | AppointmentReceived | HearingSet]:
    kinds = (DateOffered, AppointmentReceived, HearingSet)
    return {event.id: event for event in followup.events if isinstance(event, kinds)}


def _event(
    one: Deadline,
    hours: dict[str, DateOffered | AppointmentReceived | HearingSet],
    dossier: UUID,
    zone: ZoneInfo,
    made_at: datetime,
    *,
    neutral: bool,
) -> Event:
    from icalendar import Event  # noqa: PLC0415 (slow to load, seldom needed)

    event = Event()
    event.add("uid", str(uuid5(NAMESPACE_URL, f"plaise:{dossier}:{one.rule}:{one.about}")))
    event.add("dtstamp", made_at)
    event.add("class", "PRIVATE")
    meeting = hours.get(one.about)
    hour = meeting.hour if meeting and one.rule in {"hearing", "appointment"} else None
    if hour is None:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        start = _moment(one.day, hour, zone)
        event.add("dtstart", start)
        event.add("dtend", start + _LONG)
    event.add("summary", _neutral(one) if neutral else one.label)
    if not neutral:
        event.add("description", _explanation(one))
        if meeting and meeting.place:
            event.add("location", meeting.place)
    if one.nature is not Nature.FIRST_DAY:
        for days in (7, 1):
            event.add_component(_alarm(days, _neutral(one) if neutral else one.label))
    return event


def _moment(day: date, hour: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, hour.replace(tzinfo=None), tzinfo=zone)


def _alarm(days: int, words: str) -> Alarm:
    from icalendar import Alarm  # noqa: PLC0415 (slow to load, seldom needed)

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", timedelta(days=-days))
    return alarm


def _neutral(one: Deadline) -> str:
    words = reminder_words()
    return {
        Nature.LAST_DAY: words.calendar_last_day,
        Nature.FIRST_DAY: words.calendar_first_day,
        Nature.DAY: words.calendar_day,
    }[one.nature]


def _explanation(one: Deadline) -> str:
    references = load_law().references
    parts = [one.why, *(str(step) for step in one.computed)]
    if one.correction:
        parts.append(f"Date corrigée à la main : {one.correction.reason}")
    parts.append("Sources : " + " ; ".join(references[ref].short for ref in one.references) + ".")
    if one.note:
        parts.append(one.note)
    return "\n".join(parts)
