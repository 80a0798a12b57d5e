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

_HERE = Path(__file__).parent
_FONTS = _HERE / "fonts"
# Typst drops what ten further documents did not use.
_AGE = 10
_lock = Lock()


def set_pdf(
    layout: Path, data: Mapping[str, Any], *, made_on: date, fonts: tuple[Path, ...] = ()
) -> bytes:
    """Set a document that a layout reads as data (`sys.inputs.document`, JSON).

    Args:
        layout: a `.typ` file of ours.
        data: what it sets.
        made_on: the date written in the file; the same inputs give the same bytes.
        fonts: directories of fonts besides the house's own.
    """
    moment = datetime(made_on.year, made_on.month, made_on.day, 12, tzinfo=UTC)
    with _lock:
        made = _compiler(layout, (_FONTS, *fonts)).compile(
            format="pdf",
            sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1", "a-2a"],
            timestamp=int(moment.timestamp()),
        )
        _forget()
    assert isinstance(made, bytes)
    return made


@cache
def _compiler(layout: Path, fonts: tuple[Path, ...]) -> typst.Compiler:
    """One compiler for the process and the layout: its fonts are loaded once."""
    return typst.Compiler(layout, root=_HERE, font_paths=list(fonts), ignore_system_fonts=True)


def _forget() -> None:
    """Empty the cache of layouts: it holds the person's words, grows, and slows the next act.

    Measured: 166 MB and 60 ms of CPU for each petition without it, 104 MB and 50 ms with it.
    """
    for _ in range(_AGE):
        _compiler(_HERE / "vide.typ", ()).compile(format="pdf")
