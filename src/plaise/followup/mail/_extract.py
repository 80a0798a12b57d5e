"""Dates, time limits and case numbers in a message, as guesses with the exact words seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from enum import StrEnum
from itertools import islice

from plaise.dossier import Value
from plaise.law import WEEKDAYS, Sentence, Unit, say

from ._classify import Certainty, mail_rules
from ._fold import Folded

_MONTHS = {
    "janvier": 1, "janv": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "avril": 4, "avr": 4,
    "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "aout": 8, "septembre": 9, "sept": 9,
    "octobre": 10, "oct": 10, "novembre": 11, "nov": 11, "decembre": 12, "dec": 12,
}  # fmt: skip
_NUMBERS = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30,
    "soixante": 60,
}  # fmt: skip
_HOUR = (
    r"(?:[ ,]{0,2}(?:a|de|vers|-)? ?"
    r"(?P<hour>[01]?\d|2[0-3]) ?(?:h|heures?|:) ?(?P<minute>[0-5]\d)?)?"
)
_WORDS = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}) )?(?<!\d)(?P<day>\d{{1,2}})(?:er)? "
    rf"(?P<month>{'|'.join(_MONTHS)})\b\.?(?: (?P<year>20\d\d))?(?!\d){_HOUR}"
)
_FIGURES = re.compile(
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}) )?(?<![\d/.-])(?P<day>\d{{1,2}})[/.-]"
    rf"(?P<month>\d{{1,2}})[/.-](?P<year>20\d\d|\d\d)(?![\d/-]){_HOUR}"
)
_ISO = re.compile(rf"(?<![\d-])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-]){_HOUR}")
_LIMIT = re.compile(
    r"(?:(?:dans |sous )?(?:un |le |les )?(?:delai|delais) (?:maximum |maximal )?de|sous|dans les) "
    rf"(?P<amount>\d{{1,3}}|{'|'.join(_NUMBERS)})(?: ?\(\d{{1,3}}\))? "
    r"(?P<unit>jours?(?: ouvres?)?|mois|semaines?|heures?)\b"
)
_CASE = re.compile(
    r"(?:n[°o]s? ?|numero |dossier |requete |affaire |reference ?:? ?|ref\.? ?:? ?)"
    r"(?:de |du |d')?(?:dossier |requete |affaire |instance )?(?:n[°o] ?|est le |est |: ?){0,2}"
    r"(?P<number>\d{2} ?\d{5})(?P<tail>[/-]\d{1,2})?(?!\d)"
)
_SENTENCE_END = re.compile(r"(?<![nN][°o])[.!?;](?=\s)|\n\s*\n")
_BEFORE, _CENTURY, _FIRST_COURT_YEAR = 60, 2000, 10
_WEEK = 7
# A real message holds a few dates; a hostile one must not hold the machine.
_MOST, _LONGEST = 100, 120_000
_SHORT, _LOOK_BACK = 20, 160


class FoundKind(StrEnum):
    """What a guess is about."""

    APPOINTMENT = "rendez_vous"
    HEARING = "audience"
    LIMIT = "date_limite"
    TIME_LIMIT = "delai"
    MENTION = "date_citee"
    CASE_NUMBER = "numero"
    TRACKING = "suivi"


class Found(Value):
    """One guess, with the exact words that it comes from and the sentence around them.

    `where` is "" for the message itself, otherwise the attachment. `doubt` says in words what
    makes it uncertain.
    """

    kind: FoundKind
    seen: str
    sentence: str
    certainty: Certainty
    day: date | None = None
    hour: time | None = None
    amount: int | None = None
    unit: Unit | None = None
    number: str = ""
    doubt: Sentence | None = None
    where: str = ""


def extract(text: str, written_on: date, where: str = "") -> tuple[Found, ...]:
    """What a text gives: appointments, hearings, limits, case numbers, in its order.

    Args:
        text: the message's own words.
        written_on: day of the message, to complete a date without a year.
        where: the attachment that the text comes from.
    """
    folded = Folded(text[:_LONGEST])
    found = [
        *_dates(folded, written_on, where),
        *_limits(folded, where),
        *_numbers(folded, written_on, where),
    ]
    ordered = sorted(found, key=lambda pair: pair[0])
    unique = {_same(one): one for _, one in ordered[::-1]}
    return tuple(reversed(unique.values()))


def _same(one: Found) -> tuple[object, ...]:
    return (one.kind, one.day, one.hour, one.amount, one.unit, one.number)


def _dates(folded: Folded, written_on: date, where: str) -> Iterator[tuple[int, Found]]:
    taken: list[range] = []
    for pattern in (_WORDS, _FIGURES, _ISO):
        for match in islice(pattern.finditer(folded.text), _MOST):
            if any(match.start() in span for span in taken):
                continue
            made = _day(match, written_on)
            if made is None:
                continue
            taken.append(range(match.start(), match.end()))
            day, doubt = made
            kind, more = _role(folded, match, day, written_on)
            doubt = doubt or more
            certainty = Certainty.WEAK if doubt else Certainty.LIKELY
            yield (
                match.start(),
                Found(
                    kind=kind,
                    seen=folded.exact(match.start(), match.end()),
                    sentence=_sentence(folded, match),
                    certainty=certainty,
                    day=day,
                    hour=_hour(match),
                    doubt=doubt,
                    where=where,
                ),
            )


def _day(match: re.Match[str], written_on: date) -> tuple[date, Sentence | None] | None:
    month = match["month"]
    number = _MONTHS.get(month) or int(month)
    year, doubt = match["year"], None
    try:
        if year is None:
            day = date(written_on.year, number, int(match["day"]))
            if day < written_on:
                day = day.replace(year=day.year + 1)
            doubt = say("year_guessed")
        else:
            full = int(year) + (_CENTURY if len(year) == 2 else 0)  # noqa: PLR2004 (two figures)
            day = date(full, number, int(match["day"]))
    except ValueError:
        return None
    weekday = match.groupdict().get("weekday")
    if weekday is not None and WEEKDAYS[day.weekday()] != weekday:
        doubt = say("weekday_differs", weekday=Sentence(text=weekday))
    return day, doubt


def _hour(match: re.Match[str]) -> time | None:
    if match["hour"] is None:
        return None
    return time(int(match["hour"]), int(match["minute"] or 0))


def _role(
    folded: Folded, match: re.Match[str], day: date, written_on: date
) -> tuple[FoundKind, Sentence | None]:
    """What a date is for, and the doubt there is about it."""
    cues = mail_rules().cues
    before = folded.text[max(0, match.start() - _BEFORE) : match.start()]
    if re.search(cues.limit, before):
        return FoundKind.LIMIT, None
    # A day that is past, or that dates another paper, is no appointment.
    if day < written_on or re.search(cues.past, before):
        return FoundKind.MENTION, None
    sentence = _sentence(folded, match)
    kind = _cued(sentence)
    if kind is not None:
        return kind, None
    # « Rendez-vous », then « Date : 18/01/2027 » on a line of its own: the line before says.
    if sentence.find(folded.exact(match.start(), match.end())) < _SHORT:
        kind = _cued(
            folded.original[max(0, folded.place(match.start()) - _LOOK_BACK) :][:_LOOK_BACK]
        )
    if kind is None:
        return FoundKind.MENTION, None
    return kind, say("line_before")


def _cued(words: str) -> FoundKind | None:
    cues, text = mail_rules().cues, Folded(words).text
    if re.search(cues.hearing, text):
        return FoundKind.HEARING
    return FoundKind.APPOINTMENT if re.search(cues.appointment, text) else None


def _sentence(folded: Folded, match: re.Match[str]) -> str:
    """The sentence around a match, in the exact words, at most a few lines."""
    start, end = folded.place(match.start()), folded.place(match.end())
    text = folded.original
    ends = [one.end() for one in _SENTENCE_END.finditer(text, max(0, start - 400), start)]
    following = _SENTENCE_END.search(text, end, end + 300)
    stop = following.start() if following else min(len(text), end + 300)
    return " ".join(text[ends[-1] if ends else max(0, start - 400) : stop].split())


def _limits(folded: Folded, where: str) -> Iterator[tuple[int, Found]]:
    for match in islice(_LIMIT.finditer(folded.text), _MOST):
        amount = _NUMBERS.get(match["amount"]) or int(match["amount"])
        unit, factor = _unit(match["unit"])
        if not amount:
            continue
        hours = match["unit"].startswith("heure")
        yield (
            match.start(),
            Found(
                kind=FoundKind.TIME_LIMIT,
                seen=folded.exact(match.start(), match.end()),
                sentence=_sentence(folded, match),
                certainty=Certainty.WEAK if hours else Certainty.LIKELY,
                amount=max(1, amount // 24) if hours else amount * factor,
                unit=unit,
                doubt=say("counted_in_hours") if hours else None,
                where=where,
            ),
        )


def _unit(word: str) -> tuple[Unit, int]:
    if "ouvre" in word:
        return Unit.WORKING_DAYS, 1
    if word == "mois":
        return Unit.MONTHS, 1
    return Unit.DAYS, _WEEK if word.startswith("semaine") else 1


def _numbers(folded: Folded, written_on: date, where: str) -> Iterator[tuple[int, Found]]:
    for match in islice(_CASE.finditer(folded.text), _MOST):
        number = match["number"].replace(" ", "")
        year = int(number[:2])
        # A court numbers a case by its year: « 26 » then five figures.
        if not _FIRST_COURT_YEAR <= year <= written_on.year % 100 + 1:
            continue
        recent = year >= written_on.year % 100 - 1
        yield (
            match.start("number"),
            Found(
                kind=FoundKind.CASE_NUMBER,
                seen=folded.exact(match.start(), match.end()),
                sentence=_sentence(folded, match),
                certainty=Certainty.LIKELY if recent else Certainty.WEAK,
                number=number,
                doubt=None if recent else say("another_year"),
                where=where,
            ),
        )
