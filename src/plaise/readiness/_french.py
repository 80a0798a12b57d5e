"""Dates, counts and spaces as French prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from plaise.law import day_in_words

_WIDE = "\u00a0"
_NARROW = "\u202f"
_RULES = (
    (re.compile(rf"«[ {_WIDE}{_NARROW}]?"), f"«{_WIDE}"),
    (re.compile(rf"[ {_WIDE}{_NARROW}]?»"), f"{_WIDE}»"),
    (re.compile(r" :"), f"{_WIDE}:"),
    (re.compile(r" ([;!?])"), rf"{_NARROW}\1"),
    (re.compile(r"n° "), f"n°{_WIDE}"),
    (re.compile(r"\b([LRD]\.) (?=\d)"), rf"\1{_WIDE}"),
    (re.compile(r"(\d) (?=(?:000|euros|jours?|semaines?|heures?)\b)"), rf"\1{_WIDE}"),
)


def typeset(text: str) -> str:
    """The text with the non-breaking spaces of French typography; twice changes nothing more."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text


def day(value: date) -> str:
    """« 1er novembre 2026 »."""
    return day_in_words(value, weekday=False)


def count(number: int, one: str, many: str = "") -> str:
    """« 1 jour », « 0 jour », « 5 jours »: the plural begins at two."""
    word = one if abs(number) <= 1 else (many or f"{one}s")
    return f"{number} {word}"


def listing(items: Iterable[str]) -> str:
    """« a, b et c »."""
    words = list(items)
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} et {words[-1]}"
