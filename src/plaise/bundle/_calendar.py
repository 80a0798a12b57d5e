"""When the person tried: weeks × hours, as a vector drawing for the app and the lawyer."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from plaise.dossier import Capture, Door
from plaise.law import (
    HOURS,
    CalendarWeek,
    attempts_of,
    busiest,
    calendar_words,
    shade,
    weeks_and_hours,
)

from ._labels import NBSP

_CELL, _ROW, _LEFT, _TOP = 30, 28, 132, 66
_SHADES = ("#ffffff", "#d6e6f2", "#9cc3de", "#4f8fbb", "#1d5f8c")
_DARK_FROM = 3


def attempts_calendar(
    captures: Sequence[Capture], door: Door | None = None
) -> tuple[CalendarWeek, ...]:
    """The attempts by week and hour, counted as the petition counts them; empty weeks are kept.

    Pages that offered a slot are never counted; outages only where `plaise.law.proves` says so.

    Args:
        captures: the captures of the dossier.
        door: the door that the préfecture gives.
    """
    return weeks_and_hours(attempts_of(captures, door=door))


def calendar_svg(weeks: Sequence[CalendarWeek]) -> str:
    """The calendar as SVG: a row for each week, a column for each hour, the count in each cell.

    Counts are written as well as shaded, so that it reads without colours and once printed.
    """
    most = busiest(weeks)
    columns = HOURS + 1
    width, height = _LEFT + columns * _CELL + 8, _TOP + max(len(weeks), 1) * _ROW + 12
    words = escape(calendar_words(weeks))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        'aria-labelledby="t d" font-family="sans-serif" font-size="12" fill="#111111">',
        '<title id="t">Calendrier des tentatives</title>',
        f'<desc id="d">{words}</desc>',
        f'<text x="4" y="18" font-size="14">{words}</text>',
        f'<text x="4" y="{_TOP - 10}">Semaine du</text>',
    ]
    heads = [*(f"{hour}{NBSP}h" for hour in range(HOURS)), "?"]
    parts += [_text(_LEFT + at * _CELL, _TOP - 10, head) for at, head in enumerate(heads)]
    for row, week in enumerate(weeks):
        top = _TOP + row * _ROW
        parts.append(f'<text x="4" y="{top + 19}">{week.monday:%d/%m/%Y}</text>')
        for at, count in enumerate((*week.hours, week.unknown)):
            parts.append(_cell(_LEFT + at * _CELL, top, count, most))
    return "\n".join([*parts, "</svg>", ""])


def _cell(x: int, y: int, count: int, most: int) -> str:
    dark = shade(count, most)
    box = (
        f'<rect x="{x}" y="{y}" width="{_CELL - 2}" height="{_ROW - 2}" '
        f'fill="{_SHADES[dark]}" stroke="#777777" stroke-width="0.5"/>'
    )
    if not count:
        return box
    colour = "#ffffff" if dark >= _DARK_FROM else "#111111"
    return box + _text(x, y + 18, str(count), colour)


def _text(x: int, y: int, words: str, colour: str = "#111111") -> str:
    middle = x + (_CELL - 2) // 2
    return f'<text x="{middle}" y="{y}" text-anchor="middle" fill="{colour}">{words}</text>'
