"""The appointment itself, and whether an offered date comes too late."""

from __future__ import annotations

from datetime import date
from functools import cache

from pydantic import Field

from plaise.dossier import Demarche, Dossier, Value
from plaise.law import Said, add_months, say

from ._data import Dated, Line, check_cited, read
from ._events import AppointmentReceived, DateOffered

_NINETEEN = 19 * 12
_EIGHTEEN = 18 * 12


class AppointmentGuide(Dated):
    """What to take, ask for and do; `warning` is always shown first."""

    warning: Line
    before: tuple[Line, ...] = Field(min_length=1)
    during: tuple[Line, ...] = Field(min_length=1)
    turned_away: tuple[Line, ...] = Field(min_length=1)


class Concern(Value):
    """A reason why an offered date may come too late: a question for the person, not a verdict."""

    question: Said
    day: date
    references: tuple[str, ...]


@cache
def _guide() -> AppointmentGuide:
    guide = read("appointment.yaml", AppointmentGuide)
    lines = (guide.warning, *guide.before, *guide.during, *guide.turned_away)
    check_cited("appointment.yaml", tuple(one for line in lines for one in line.references))
    return guide


def appointment_guide(demarche: Demarche | None = None) -> AppointmentGuide:
    """The checklist of the appointment, with the lines that concern a démarche only.

    Raises:
        LawError: the file is malformed or cites a text we do not have.
    """
    guide = _guide()

    def kept(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(line for line in lines if line.concerns(demarche, None, None))

    return guide.model_copy(
        update={
            "before": kept(guide.before),
            "during": kept(guide.during),
            "turned_away": kept(guide.turned_away),
        }
    )


def too_late(offer: DateOffered | AppointmentReceived, dossier: Dossier) -> tuple[Concern, ...]:
    """What an offered date would let pass: to ask the person, who decides whether it is too far.

    The date is kept in every case; a concern only calls for observations (CE n° 436288).
    """
    found: list[Concern] = []
    expires, wanted = dossier.request.expires_on, dossier.relief.latest_date
    if expires is not None and offer.day > expires:
        found.append(
            Concern(
                question=say("after_expiry", day=expires),
                day=expires,
                references=("ce-453391", "ce-436288"),
            )
        )
    if wanted is not None and offer.day > wanted:
        found.append(
            Concern(
                question=say("after_wanted", day=wanted),
                day=wanted,
                references=("ce-435594", "ta-cergy-2314819"),
            )
        )
    for months, words in ((_EIGHTEEN, "before_eighteen"), (_NINETEEN, "before_nineteen")):
        birthday = add_months(dossier.person.birth_date, months)
        if offer.on <= birthday <= offer.day:
            found.append(
                Concern(
                    question=say(words, day=birthday),
                    day=birthday,
                    references=("ta-cergy-2314819", "ceseda-r431-5"),
                )
            )
    return tuple(sorted(found, key=lambda concern: concern.day))
