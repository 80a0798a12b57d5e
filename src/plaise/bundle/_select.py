"""The few captures that go with the e-mail: spread over the weeks, complete, light enough."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date

from plaise.dossier import Capture, Door, Dossier, ExhibitPlan
from plaise.law import proves

from ._plan import FILE_WEIGHT, PAGE_WEIGHT, in_order
from ._series import SeriesFile, measure, write_series
from ._sources import Originals
from ._write import EXERCISE_MARK

EMAIL_LIMIT = 5_000_000
EMAIL_MOST = 8
# What a file becomes in a message: four letters for three bytes, a line break every 76 letters.
BASE64 = 4 / 3 * 78 / 76
_MESSAGE = 20_000  # headers and body


def select_for_email(
    captures: Sequence[Capture],
    originals: Originals,
    *,
    door: Door | None = None,
    limit_bytes: int = EMAIL_LIMIT,
    most: int = EMAIL_MOST,
) -> tuple[Capture, ...]:
    """The captures that prove most, in the order of their moments.

    Only what proves that the door is shut is taken (`plaise.law.proves`); complete captures come
    before the others, the first and last weeks before those between, and a second capture of a week
    only once every week has one. A capture too heavy for the room left gives way to a lighter one.

    Args:
        captures: every capture.
        originals: where they are read.
        door: the door of the request; refusals and blocked forms alone when not given.
        limit_bytes: the most that the whole message may weigh, base64 included.
        most: how many captures at most.

    Raises:
        PlaiseError: a capture is missing or cannot be shown.
        OSError: the disk refused a derivative.
    """
    room = (limit_bytes - _MESSAGE) / BASE64 - FILE_WEIGHT
    chosen: list[Capture] = []
    for capture in _ranked(captures, door):
        if len(chosen) == most:
            break
        weight = measure(capture, originals) + PAGE_WEIGHT
        if weight <= room:
            chosen.append(capture)
            room -= weight
    return tuple(in_order(chosen))


def email_pdf(
    plan: ExhibitPlan,
    dossier: Dossier,
    selection: Sequence[Capture],
    originals: Originals,
) -> bytes:
    """The selection as one captioned PDF, each capture with its place in the whole series.

    Raises:
        PlaiseError: a capture is missing, has changed or cannot be shown.
        KeyError: a capture is not an exhibit of the plan.
    """
    series = plan.series
    places = {entry.source: place for place, entry in enumerate(series, start=1)}
    file = SeriesFile(
        entries=[plan.by_source[capture.source] for capture in selection],
        places=[places[capture.source] for capture in selection],
        total=len(series),
        numbered=False,
    )
    stream = io.BytesIO()
    mark = EXERCISE_MARK if dossier.exercise else ""
    by_source = {capture.source: capture for capture in selection}
    write_series(stream, file, by_source, originals, mark=mark)
    return stream.getvalue()


def _ranked(captures: Iterable[Capture], door: Door | None) -> list[Capture]:
    """Candidates from the most to the least useful."""
    weeks: dict[tuple[int, int], list[Capture]] = {}
    for capture in in_order([one for one in captures if one.moment and _proves(one, door)]):
        moment = capture.moment
        assert moment is not None
        week = moment.isocalendar()
        weeks.setdefault((week.year, week.week), []).append(capture)
    rounds: list[tuple[bool, int, int, Capture]] = []
    for place, week_key in enumerate(_outwards(list(weeks))):
        held = sorted(weeks[week_key], key=lambda one: not one.reading.complete)
        rounds += [
            (not capture.reading.complete, turn, place, capture)
            for turn, capture in enumerate(held)
        ]
    return [capture for *_, capture in sorted(rounds, key=lambda one: one[:3])]


def _proves(capture: Capture, door: Door | None) -> bool:
    return capture.counts if door is None else proves(capture, door)


def _outwards(weeks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Weeks so that any first few of them are spread: the ends, then the middle of each gap."""
    monday = {week: date.fromisocalendar(*week, 1).toordinal() for week in weeks}
    left = sorted(weeks)
    chosen: list[tuple[int, int]] = left[:1]
    left = left[1:]
    while left:
        far = max(
            left, key=lambda week: (min(abs(monday[week] - monday[one]) for one in chosen), week)
        )
        chosen.append(far)
        left.remove(far)
    return chosen
