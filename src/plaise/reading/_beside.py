"""The screen's clock set beside what the file says of itself: a day deduced, or a disagreement.

The screen is never overruled: what the file says completes it, or is shown beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from plaise.dossier import Note, NoteKind, Source

from ._metadata import Stamp, from_metadata, from_name
from ._moment import Moment, year_by_weekday

_MINUTES_APART = 10
_SECONDS_APART = 60 * _MINUTES_APART
_YEARS_BACK = 4
_RECEIVED_WITHIN = 300  # days between a capture and its copy by a messaging application


@dataclass(frozen=True)
class Stamps:
    """What a file says of its day: by its metadata, by its name."""

    inside: Stamp | None
    named: Stamp | None

    @property
    def best(self) -> Stamp | None:
        """The one to believe first: metadata, then the name."""
        return self.inside or self.named

    @property
    def own(self) -> tuple[Stamp, ...]:
        """Those that tell when the picture was made, not when it was received."""
        return tuple(one for one in (self.inside, self.named) if one and not one.received)


def stamps_of(name: str, metadata: Mapping[str, str]) -> Stamps:
    """Every day that a file gives."""
    return Stamps(from_metadata(metadata), from_name(name))


@dataclass(frozen=True)
class Inferred:
    """A day that the screen does not show in full, and what it rests on; `why` holds `{day}`."""

    day: date
    source: Source
    why: str
    seen: str = ""


def infer(moment: Moment | None, stamp: Stamp | None, today: date) -> Inferred | None:
    """The day that the screen does not show in full: by the file, else by the weekday.

    The file alone gives a day only when its time agrees with the screen's: a copied or received
    file carries the day of the copy.
    """
    if moment is None:
        return None
    if moment.doubt:
        return _in_order(moment, stamp, today)
    if moment.month is None or moment.day is None:
        return _day_by_file(moment, stamp)
    if stamp is not None:
        return _year_by_file(moment, moment.month, moment.day, stamp)
    if moment.weekday is None:
        return None
    year = year_by_weekday(moment.month, moment.day, moment.weekday, near=today, years=_YEARS_BACK)
    found = _real(year, moment.month, moment.day) if year else None
    why = "L’image ne montre pas l’année : le jour de la semaine donne le {day}, à confirmer."
    return Inferred(found, Source.INFERRED, why) if found else None


def _in_order(moment: Moment, stamp: Stamp | None, today: date) -> Inferred | None:
    """Of two days that a date may mean, the one that fits the file, or that is not to come."""
    days = [date.fromisoformat(day) for day in moment.choices]
    if stamp is not None:
        first, last = (0, _RECEIVED_WITHIN) if stamp.received else (-1, 1)
        near = [day for day in days if first <= (stamp.day - day).days <= last]
        if len(near) == 1:
            why = "L’image écrit le jour et le mois dans un ordre incertain : le fichier donne le "
            return Inferred(near[0], stamp.source, why + "{day}, à confirmer.", stamp.seen)
    past = [day for day in days if day <= today]
    if len(past) != 1:
        return None
    why = (
        "L’image écrit le jour et le mois dans un ordre incertain : une seule lecture n’est pas "
        "dans le futur, le {day}, à confirmer."
    )
    return Inferred(past[0], Source.INFERRED, why)


def _day_by_file(moment: Moment, stamp: Stamp | None) -> Inferred | None:
    if stamp is None or stamp.received or not _same_minute(moment, stamp):
        return None
    why = "L’image ne montre pas de date : celle du fichier ({day}) est proposée, à confirmer."
    return Inferred(stamp.day, stamp.source, why, stamp.seen)


def _year_by_file(moment: Moment, month: int, day: int, stamp: Stamp) -> Inferred | None:
    """The year that brings the shown day next to the file's own, weekday agreeing."""
    most = _RECEIVED_WITHIN if stamp.received else 1
    for year in (stamp.day.year, stamp.day.year - 1):
        found = _real(year, month, day)
        if found and 0 <= (stamp.day - found).days <= most and _weekday_fits(moment, found):
            why = "L’image ne montre pas l’année : le fichier donne le {day}, à confirmer."
            return Inferred(found, stamp.source, why, stamp.seen)
    return None


def disagreement(moment: Moment | None, stamps: Stamps) -> Note | None:
    """What the screen, the metadata and the name say, side by side, when they do not agree."""
    apart = moment is not None and any(_apart(moment, stamp) for stamp in stamps.own)
    twice = len({stamp.day for stamp in stamps.own}) > 1
    if not apart and not twice:
        return None
    told = (f"{_stamp_words(stamp)} ({_WHERE[stamp.source]})" for stamp in stamps.own)
    screen = _words(moment) if moment else "ni date ni heure"
    return Note(kind=NoteKind.SOURCES, values={"screen": screen, "file": " ; ".join(told)})


_WHERE = {Source.FILE_NAME: "son nom", Source.METADATA: "ses données"}


def _apart(moment: Moment, stamp: Stamp) -> bool:
    if moment.doubt:
        return stamp.day.isoformat() not in moment.choices
    day_apart = (moment.month, moment.day) != (stamp.day.month, stamp.day.day) or (
        moment.year not in {None, stamp.day.year}
    )
    if moment.has_day and day_apart and not _near_midnight(moment, stamp):
        return True
    return bool(stamp.at and moment.has_time and not _same_minute(moment, stamp))


def _near_midnight(moment: Moment, stamp: Stamp) -> bool:
    """A picture named just after midnight shows the day before."""
    if stamp.at is None or moment.hour is None or moment.minute is None or not moment.iso_date:
        return False
    shown = datetime.fromisoformat(f"{moment.iso_date}T{moment.iso_time}")
    return abs((datetime.combine(stamp.day, stamp.at) - shown).total_seconds()) <= _SECONDS_APART


def _same_minute(moment: Moment, stamp: Stamp) -> bool:
    if moment.hour is None or moment.minute is None or stamp.at is None:
        return False
    minutes = 60 * moment.hour + moment.minute
    return abs(minutes - (60 * stamp.at.hour + stamp.at.minute)) <= _MINUTES_APART


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday_fits(moment: Moment, day: date) -> bool:
    return moment.weekday is None or day.weekday() == moment.weekday


def _words(moment: Moment) -> str:
    days = [moment.iso_date] if moment.iso_date else moment.choices
    parts = [" ou ".join(french(date.fromisoformat(day)) for day in days)] if days else []
    if moment.partial:
        parts.append(f"{moment.day:02d}/{moment.month:02d}")
    if moment.hour is not None and moment.minute is not None:
        parts.append(_clock_words(time(moment.hour, moment.minute)))
    return " à ".join(parts)


def _stamp_words(stamp: Stamp) -> str:
    return french(stamp.day) + (f" à {_clock_words(stamp.at)}" if stamp.at else "")


def french(day: date) -> str:
    """A day in figures, as French writes it."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _clock_words(at: time) -> str:
    return f"{at.hour} h {at.minute:02d}"
