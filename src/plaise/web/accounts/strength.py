"""Advice on a passphrase: a lower bound of what guessing costs, without any list from outside."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise

_GUESSABLE_KINDS = 5
_GOOD_WORDS = 4
_GOOD_LENGTH = 14
_RUNS = (
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "azertyuiop",
    "qwertyuiop",
    "qsdfghjklm",
)


class Strength(Enum):
    """What we say of a passphrase."""

    GUESSABLE = "guessable"
    FAIR = "fair"
    GOOD = "good"


def strength_of(passphrase: str) -> Strength:
    """What a passphrase is worth at first sight.

    Four different words or fourteen varied characters are good; repeats, keyboard runs and a
    handful of different characters are guessable.
    """
    folded = passphrase.casefold()
    varied = _without_runs(folded)
    if len(set(varied)) < _GUESSABLE_KINDS or len(varied) < len(folded) / 2:
        return Strength.GUESSABLE
    words = {word for word in re.split(r"[\W_\d]+", folded) if len(word) > 2}  # noqa: PLR2004
    if len(words) >= _GOOD_WORDS or (len(varied) >= _GOOD_LENGTH and len(set(varied)) >= 10):  # noqa: PLR2004
        return Strength.GOOD
    return Strength.FAIR


def _without_runs(text: str) -> str:
    """The text without what only continues: repeats (aaaa, abcabc) and keyboard rows."""
    once = re.sub(r"(.{1,6}?)\1+", r"\1", text)
    kept = [once[:1]]
    for before, sign in pairwise(once):
        if not any(before + sign in run or sign + before in run for run in _RUNS):
            kept.append(sign)
    return "".join(kept)
