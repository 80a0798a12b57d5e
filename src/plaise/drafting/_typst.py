"""Typst, behind one door: data in, a PDF/A-2a and PDF/UA-1 out, nothing kept of what it said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from plaise.dossier import spelled

_HERE = Path(__file__).parent
_FONTS = _HERE / "fonts"
# Typst drops what ten further documents did not use.
_AGE = 10
_lock = Lock()


class LayoutError(Exception):
    """The layout could not be made of that data."""


def set_pdf(layout: Path, data: Mapping[str, Any], *, made_on: date) -> bytes:
    """Set a document that a layout reads as data (`sys.inputs.document`, JSON).

    Letters that none of our fonts has are said in words (`spelled`): PDF/A allows no empty box.

    Args:
        layout: a `.typ` file of ours.
        data: what it sets.
        made_on: the date written in the file; the same inputs give the same bytes.

    Raises:
        LayoutError: the layout cannot set that data.
    """
    moment = datetime(made_on.year, made_on.month, made_on.day, 12, tzinfo=UTC)
    with _lock:
        try:
            made = _compiler(layout).compile(
                format="pdf",
                sys_inputs={"document": json.dumps(_shown(data), ensure_ascii=False)},
                pdf_standards=["ua-1", "a-2a"],
                timestamp=int(moment.timestamp()),
            )
        except typst.TypstError as error:
            raise LayoutError(str(error)) from error
        finally:
            _forget()
    assert isinstance(made, bytes)
    return made


def _shown(value: object) -> object:
    """The same data with every word that our fonts cannot draw said otherwise."""
    if isinstance(value, str):
        known = value.isascii() or _letters().issuperset(value)
        return value if known else spelled(value, _has)
    if isinstance(value, Mapping):
        return {key: _shown(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(one) for one in value]
    return value


def _has(char: str) -> bool:
    return char in _letters() or char.isspace()


@cache
def _letters() -> frozenset[str]:
    """Every letter that one of the house's fonts has (made by `scripts/make_caption_font.py`)."""
    ranges = json.loads((_FONTS / "lettres.json").read_bytes())
    return frozenset(chr(code) for low, high in ranges for code in range(low, high + 1))


@cache
def _compiler(layout: Path) -> typst.Compiler:
    """One compiler for the process and the layout: its fonts are loaded once."""
    return typst.Compiler(layout, root=layout.parent, font_paths=[_FONTS], ignore_system_fonts=True)


def _forget() -> None:
    """Empty the cache of layouts: it holds the person's words, grows, and slows the next act.

    Measured: 166 MB and 60 ms of CPU for each petition without it, 104 MB and 50 ms with it.
    """
    for _ in range(_AGE):
        _compiler(_HERE / "vide.typ").compile(format="pdf")
