"""A rejection read with the person: what the judge missed, and how to prove it in fifteen days."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from pydantic import Field

from plaise.dossier import Value
from plaise.law import closed_because, day_in_words, next_working_day

from ._data import Dated, check_cited, read
from ._events import Reason

_SPAN = timedelta(days=15)
# Attempts move through the day: slots are put on line at hours that nobody announces.
_HOURS = ("le matin tôt", "à midi", "le soir", "vers minuit")


class PlannedLine(Value):
    """One proof to gather, so many days after the plan starts."""

    day: int = Field(ge=0, le=15)
    what: str = Field(min_length=1)


class ReasonGuide(Value):
    """One reason of rejection: the question that finds it, what it asks for, what answers it."""

    id: Reason
    label: str
    question: str
    signs: tuple[str, ...] = Field(min_length=1)
    asks: tuple[str, ...] = Field(min_length=1)
    answer: tuple[str, ...] = Field(min_length=1)
    proofs: tuple[PlannedLine, ...] = Field(min_length=1)
    attempts: tuple[int, ...] = ()
    references: tuple[str, ...] = Field(min_length=1)


class RejectionGuide(Dated):
    """The guided reading. `fine` says the risk of R. 741-12 plainly, and is always shown."""

    note: str
    intro: str
    fine: str
    fine_references: tuple[str, ...]
    reasons: tuple[ReasonGuide, ...] = Field(min_length=len(Reason), max_length=len(Reason))

    def of(self, reason: Reason) -> ReasonGuide:
        """The guide of one reason."""
        return next(guide for guide in self.reasons if guide.id is reason)


class ReasonGuess(Value):
    """A reason that the order's words point to, with those words, to confirm."""

    reason: Reason
    seen: tuple[str, ...]


class PlannedProof(Value):
    """One line of the plan: the day, what to do, and the reason that it answers."""

    day: date
    day_words: str
    what: str
    reason: Reason


class NextPetition(Value):
    """What another petition must bring: the plan, the points to answer, the fine said plainly."""

    reasons: tuple[Reason, ...]
    plan: tuple[PlannedProof, ...]
    answers: tuple[str, ...]
    fine: str
    references: tuple[str, ...]


@cache
def rejection_guide() -> RejectionGuide:
    """The guide that ships with Plaise.

    Raises:
        LawError: the file is malformed or cites a text we do not have.
    """
    guide = read("rejection.yaml", RejectionGuide)
    cited = tuple(one for reason in guide.reasons for one in reason.references)
    check_cited("rejection.yaml", (*guide.fine_references, *cited))
    return guide


def guess_reasons(text: str) -> tuple[ReasonGuess, ...]:
    """The reasons that an order's text may give, the most supported first: a guess to confirm."""
    folded, places = _fold(text)
    found: list[ReasonGuess] = []
    for guide in rejection_guide().reasons:
        seen: list[str] = []
        for sign in guide.signs:
            at = folded.find(_fold(sign)[0])
            if at >= 0:
                end = min(at + len(_fold(sign)[0]), len(places) - 1)
                seen.append(text[places[at] : places[end]].strip())
        if seen:
            found.append(ReasonGuess(reason=guide.id, seen=tuple(seen)))
    return tuple(sorted(found, key=lambda guess: -len(guess.seen)))


def next_petition(
    reasons: Sequence[Reason], start: date, departement: str | None = None
) -> NextPetition:
    """The plan of the fifteen days and what the next petition must answer.

    Args:
        reasons: those that the person confirmed; none means that the plan keeps to attempts.
        start: first day of the plan.
        departement: whose public holidays put off what needs an open office.
    """
    guide = rejection_guide()
    chosen = [guide.of(reason) for reason in dict.fromkeys(reasons)] or [guide.of(Reason.TOO_FEW)]
    plan = [line for one in chosen for line in _plan(one, start, departement)]
    unique = {(line.day, line.what): line for line in plan}
    cited = (one for item in chosen for one in item.references)
    return NextPetition(
        reasons=tuple(one.id for one in chosen),
        plan=tuple(sorted(unique.values(), key=lambda line: (line.day, line.what))),
        answers=tuple(point for one in chosen for point in one.answer),
        fine=guide.fine,
        references=tuple(dict.fromkeys((*cited, *guide.fine_references))),
    )


def _plan(guide: ReasonGuide, start: date, departement: str | None) -> Iterable[PlannedProof]:
    for line in guide.proofs:
        day = start + timedelta(days=line.day)
        if closed_because(day, departement) is not None:
            # What needs an office waits for it, but never past the end of the plan.
            day = min(next_working_day(day, departement), start + _SPAN)
        yield _line(day, line.what, guide.id)
    for index, offset in enumerate(guide.attempts):
        words = attempt_words()[index % len(_HOURS)]
        yield _line(start + timedelta(days=offset), words, guide.id)


def attempt_words() -> tuple[str, ...]:
    """The sentences of the plan that ask for an attempt, through the day."""
    return tuple(
        f"Essayer d’avoir un rendez-vous, {hour}, et garder la capture." for hour in _HOURS
    )


def _line(day: date, what: str, reason: Reason) -> PlannedProof:
    return PlannedProof(day=day, day_words=day_in_words(day), what=what, reason=reason)


def _fold(text: str) -> tuple[str, list[int]]:
    """The text without accents, capitals or curly signs, and where each letter came from."""
    letters: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text):
        plain = unicodedata.normalize("NFKD", "'" if char in "’‘" else char).casefold()
        for letter in plain:
            if unicodedata.combining(letter):
                continue
            space = re.fullmatch(r"\s", letter) is not None
            if space and letters and letters[-1] == " ":
                continue
            letters.append(" " if space else letter)
            places.append(index)
    places.append(len(text))
    return "".join(letters), places
