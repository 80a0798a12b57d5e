"""What an order decides, read in its operative part: a guess that the person confirms."""

from __future__ import annotations

import re
from datetime import date

from plaise.dossier import Value

from .._events import Outcome, Reason
from .._rejection import guess_reasons
from ._classify import mail_rules
from ._extract import Found, FoundKind, extract
from ._fold import Folded

_LONGEST = 120_000


class OrderGuess(Value):
    """What an order seems to decide, with the exact words.

    `data` are the fields of the event `order` that could be read (not the day of reception).
    """

    outcome: Outcome
    seen: str
    data: dict[str, str]
    reasons: tuple[Reason, ...]


def read_order(text: str, written_on: date) -> OrderGuess | None:
    """The decision that an order's text seems to give; None when it does not read as an order.

    Args:
        text: the whole text.
        written_on: day of the message, to complete a date without a year.
    """
    rules = mail_rules().order
    text = text[:_LONGEST]
    folded = Folded(text)
    openings = list(re.finditer(rules.opening, folded.text))
    if not openings:
        return None
    start = openings[-1].end()
    for outcome, pattern in rules.outcomes.items():
        match = re.search(pattern, folded.text[start:])
        if match is None:
            continue
        decided = outcome
        if outcome is Outcome.REJECTED and re.search(rules.without_hearing, folded.text):
            decided = Outcome.REJECTED_WITHOUT_HEARING
        operative = text[folded.place(start) :]
        ordered = _ordered(operative, written_on) if decided is Outcome.INJUNCTION else {}
        costs = _euros(rules.costs, Folded(operative).text)
        lost = decided in {Outcome.REJECTED, Outcome.REJECTED_WITHOUT_HEARING}
        before = text[: folded.place(start)]
        return OrderGuess(
            outcome=decided,
            seen=folded.exact(start + match.start(), start + match.end()),
            data={
                "outcome": decided.value,
                **ordered,
                **({"costs_euros": costs} if costs and not lost else {}),
            },
            reasons=tuple(guess.reason for guess in guess_reasons(before)) if lost else (),
        )
    return None


def _ordered(operative: str, written_on: date) -> dict[str, str]:
    data: dict[str, str] = {}
    found = extract(operative, written_on)
    limit = _first(found, FoundKind.TIME_LIMIT)
    if limit is not None and limit.amount is not None and limit.unit is not None:
        data |= {"delay": str(limit.amount), "unit": limit.unit.value}
    latest = _first(found, FoundKind.LIMIT)
    if latest is not None and latest.day is not None:
        data["appointment_before"] = latest.day.isoformat()
    penalty = _euros(mail_rules().order.penalty, Folded(operative).text)
    if penalty:
        data["penalty_euros"] = penalty
    return data


def _first(found: tuple[Found, ...], kind: FoundKind) -> Found | None:
    return next((one for one in found if one.kind is kind), None)


def _euros(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        return ""
    amount = next(value for value in match.groupdict().values() if value)
    return amount.replace(" ", "")
