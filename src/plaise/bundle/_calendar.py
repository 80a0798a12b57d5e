"""When the person tried: weeks × hours, as values and as a vector drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from xml.sax.saxutils import escape

from plaise.dossier import Capture, Value

from ._labels import NBSP, day

HOURS = 24
_CELL, _ROW, _LEFT, _TOP = 30, 28, 132, 66
_SHADES = ("#ffffff", "#d6e6f2", "#9cc3de", "#4f8fbb", "#1d5f8c")
_DARK_FROM = 3
_DAYS = 7


class CalendarWeek(Value):
    """The failed attempts of one week.

    `hours` counts those of each hour of the day, `unknown` those whose capture shows no hour.
    """

    monday: date
    hours: tuple[int, ...]
    unknown: int = 0

    @property
    def total(self) -> int:
        """All the attempts of the week."""
        return sum(self.hours) + self.unknown


def attempts_calendar(captures: Sequence[Capture]) -> tuple[CalendarWeek, ...]:
    """Refusals and blocked forms by week and hour as displayed; weeks without any are kept.

    Outages and pages that offered a slot are not counted: they are no refusals.
    """
    seen: Counter[tuple[date, int | None]] = Counter()
    for capture in captures:
        if capture.counts and capture.shown_on:
            monday = capture.shown_on - timedelta(days=capture.shown_on.weekday())
            seen[monday, capture.shown_at.hour if capture.shown_at else None] += 1
    if not seen:
        return ()
    first, last = min(seen_on for seen_on, _ in seen), max(seen_on for seen_on, _ in seen)
    mondays = [first + timedelta(days=at) for at in range(0, (last - first).days + 1, _DAYS)]
    return tuple(
        CalendarWeek(
            monday=monday,
            hours=tuple(seen[monday, hour] for hour in range(HOURS)),
            unknown=seen[monday, None],
        )
        for monday in mondays
    )


def calendar_words(weeks: Sequence[CalendarWeek]) -> str:
    """The drawing in one sentence, for those who cannot see it."""
    total = sum(week.total for week in weeks)
    if not total:
        return "Aucune tentative datée."
    plural = "s" if total > 1 else ""
    spread = f"{len(weeks)}{NBSP}semaine{'s' if len(weeks) > 1 else ''}"
    return (
        f"{total}{NBSP}tentative{plural} sans succès, sur {spread}, "
        f"à partir de la semaine du {day(weeks[0].monday)}."
    )


def calendar_svg(weeks: Sequence[CalendarWeek]) -> str:
    """The calendar as SVG: a row for each week, a column for each hour, the count in each cell.

    Counts are written as well as shaded, so that it reads without colours and once printed.
    """
    most = max((count for week in weeks for count in (*week.hours, week.unknown)), default=0)
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
    shade = 0 if not count else max(1, round(count / most * (len(_SHADES) - 1)))
    box = (
        f'<rect x="{x}" y="{y}" width="{_CELL - 2}" height="{_ROW - 2}" '
        f'fill="{_SHADES[shade]}" stroke="#777777" stroke-width="0.5"/>'
    )
    if not count:
        return box
    colour = "#ffffff" if shade >= _DARK_FROM else "#111111"
    return box + _text(x, y + 18, str(count), colour)


def _text(x: int, y: int, words: str, colour: str = "#111111") -> str:
    middle = x + (_CELL - 2) // 2
    return f'<text x="{middle}" y="{y}" text-anchor="middle" fill="{colour}">{words}</text>'
