"""Pages made of lines, for the rules: recorded from the engine, or written by hand."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plaise.dossier import Box
from plaise.reading._engine import Line
from plaise.reading._page import Page

RECORDED = Path(__file__).parent / "recorded"


def line(text: str, x: int = 300, y: int = 400, height: int = 18, confidence: float = 0.99) -> Line:
    """One line, as wide as its text."""
    box = Box(x=x, y=y, width=round(len(text) * height * 0.5), height=height)
    return Line(text, box, confidence)


def page(*lines: Line | tuple[Any, ...], width: int = 1366, height: int = 768) -> Page:
    """A page of (text, x, y) tuples or lines; the size is a laptop's unless said."""
    made = [one if isinstance(one, Line) else line(one[0], *one[1:]) for one in lines]
    return Page.of(width, height, made)


def desktop(
    *body: str,
    address: str = "www.val-doise.gouv.fr/booking/create/9829/2",
    time: str = "14:05",
    day: str = "18/12/2020",
) -> Page:
    """A laptop's screen: tab, address bar, a body from y = 200 on, clock on two lines."""
    lines = [("Vérification de dispo", 60, 10), (address, 140, 48)] if address else []
    lines += [(text, 300, 200 + 40 * number) for number, text in enumerate(body)]
    if time:
        lines.append((time, 1300, 732))
    if day:
        lines.append((day, 1270, 750))
    return page(*lines)


def recordings() -> dict[str, dict[str, Any]]:
    """Every recorded page, by name."""
    return {path.stem: json.loads(path.read_text("utf-8")) for path in RECORDED.glob("*.json")}


def replay(record: Mapping[str, Any]) -> Page:
    """The page that the engine saw."""
    lines = [
        Line(text, Box(x=x, y=y, width=width, height=height), confidence)
        for text, x, y, width, height, confidence in record["lines"]
    ]
    return Page.of(record["width"], record["height"], lines)
