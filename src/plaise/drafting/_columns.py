"""How wide each column of a table is, so that no date, number or word is cut in two.

The author of a source says relative widths; this corrects them for what the cells hold. Widths are
reckoned in Arial, which is wider than our own sans serif: what fits in Word fits in the PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ._blocks import Inline, Table, text

_WORD = re.compile(r"[^\s]+(?:[\u00a0\u202f][^\s]+)*")
_SLIM, _WIDE, _WIDEST = 0.29, 0.75, 0.95
_USUAL = 0.57
_LONGEST = 22  # characters; beyond (addresses, hashes) a word may be cut after a separator
_TEXT = 453.6  # points between the margins
_SIZE, _BOLD = 8.5, 1.08
_PADDING = 10.0  # points, both sides, with a hair to spare


def column_widths(table: Table, total: int) -> list[int]:
    """The widths of the columns, in any unit, that add up to `total`.

    Args:
        table: its relative widths are kept where every word fits.
        total: width of the whole table.
    """
    asked = sum(table.widths)
    wanted = [_TEXT * width / asked for width in table.widths]
    columns = list(zip(table.header, *table.rows, strict=True))
    least = [_least(column) for column in columns]
    if sum(least) >= _TEXT:
        fitted = [_TEXT * width / sum(least) for width in least]
    else:
        fitted = _raised(wanted, least)
    shares = [round(total * width / _TEXT) for width in fitted]
    widest = shares.index(max(shares))
    shares[widest] += total - sum(shares)
    return shares


def _raised(wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """Columns that are too narrow get what their words need, from those that have room."""
    lacking = sum(max(0.0, low - wish) for wish, low in zip(wanted, least, strict=True))
    room = sum(max(0.0, wish - low) for wish, low in zip(wanted, least, strict=True))
    share = lacking / room if room else 0.0
    return [
        low if wish <= low else wish - (wish - low) * share
        for wish, low in zip(wanted, least, strict=True)
    ]


def _least(column: Iterable[Inline]) -> float:
    """Points that the longest word of a column takes, its head in bold."""
    head, *cells = column
    longest = _width({text(cell) for cell in cells})
    return max(_width({text(head)}) * _BOLD, longest) + _PADDING


def _width(cells: set[str]) -> float:
    words = {word for cell in cells for word in _WORD.findall(cell) if len(word) <= _LONGEST}
    return _SIZE * max((sum(map(_em, word)) for word in words), default=0.0)


@cache
def _em(char: str) -> float:
    """The width of a letter, in ems (the cache holds letters, never words)."""
    if char in "ijlftr.,:;’'!|()[]/ \u00a0\u202f-":
        return _SLIM if char not in "tr-()" else 0.34
    if char in "mwMW@%…":
        return _WIDEST
    return _WIDE if char.isupper() else _USUAL
