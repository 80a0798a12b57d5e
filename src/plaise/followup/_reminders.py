"""Reminders that are due on a day, in words that give nothing away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from pydantic import Field

from plaise.dossier import Value
from plaise.law import Deadline, Nature, Whose, day_in_words

from ._data import Dated, read


class ReminderWords(Dated):
    """When reminders are sent, and their neutral words."""

    days_before: tuple[int, ...] = Field(min_length=1)
    days_after: tuple[int, ...]
    subject: str
    before: str
    today: str
    after: str
    mail: str
    calendar_name: str
    calendar_last_day: str
    calendar_first_day: str
    calendar_day: str


class Reminder(Value):
    """One reminder: `text` is for the app, `subject` and `body` for an e-mail that others may see.

    `key` is stable: a reminder that was sent is not sent twice.
    """

    key: str
    deadline: Deadline
    days_left: int
    text: str
    subject: str
    body: str


@cache
def reminder_words() -> ReminderWords:
    """The words and lead times that ship with Plaise."""
    return read("reminders.yaml", ReminderWords)


def due(dates: Iterable[Deadline], today: date) -> tuple[Reminder, ...]:
    """The reminders to give on a day.

    Args:
        dates: the deadlines of a case.
        today: the day.

    Returns:
        One reminder per date that is exactly as near as the lead times say; a first day only
        reminds on the day itself; a day that is past only reminds the person of her own act.
    """
    words = reminder_words()
    found: list[Reminder] = []
    for one in dates:
        left = (one.day - today).days
        if left not in _moments(one, words):
            continue
        found.append(
            Reminder(
                key=f"{one.rule}:{one.about}:{one.day.isoformat()}:{left}",
                deadline=one,
                days_left=left,
                text=_text(one, left),
                subject=words.subject,
                body=_body(words, left),
            )
        )
    return tuple(found)


def reminder_days(dates: Iterable[Deadline], today: date) -> tuple[date, ...]:
    """The days to come on which `due` will have something to say, in order, each once.

    They are all that a server that cannot open the dossier needs to know.
    """
    words = reminder_words()
    days = {one.day - timedelta(days=left) for one in dates for left in _moments(one, words)}
    return tuple(sorted(day for day in days if day >= today))


def neutral_mail() -> tuple[str, str]:
    """Subject and body of a reminder by e-mail; they say nothing of the case nor of Plaise."""
    words = reminder_words()
    return words.subject, words.mail


def _moments(one: Deadline, words: ReminderWords) -> set[int]:
    if one.nature is Nature.FIRST_DAY:
        return {0}
    moments = set(words.days_before)
    if one.nature is Nature.LAST_DAY and one.whose is not Whose.COURT:
        moments |= {-days for days in words.days_after}
    return moments


def _text(one: Deadline, left: int) -> str:
    when = day_in_words(one.day)
    if left < 0:
        return f"{one.label} : le {when} est passé. {one.why}"
    return f"{one.label} : {one.nature.label} {when}. {one.why}"


def _body(words: ReminderWords, left: int) -> str:
    if left == 0:
        return words.today
    if left < 0:
        return words.after
    return words.before.format(days=f"{left} jour{'s' if left > 1 else ''}")
