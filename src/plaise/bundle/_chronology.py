"""The attempts as a table: day, hour, site, answer, exhibit and page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from plaise.dossier import Capture, ExhibitPlan, Value

from ._labels import answer
from ._plan import in_order


class ChronologyRow(Value):
    """One attempt, and where it is proved."""

    on: date | None
    at: time | None
    host: str
    answer: str
    exhibit: int
    file: str
    page: int
    sha256: str


def chronology(plan: ExhibitPlan, captures: Sequence[Capture]) -> tuple[ChronologyRow, ...]:
    """Every capture that is an exhibit, in the order of moments; nothing is inferred here.

    Args:
        plan: the numbers and pages.
        captures: the captures of the dossier; those that are no exhibit are left out.
    """
    used = in_order([one for one in captures if one.source in plan.by_source])
    rows = []
    for capture in used:
        entry = plan.by_source[capture.source]
        rows.append(
            ChronologyRow(
                on=capture.shown_on,
                at=capture.shown_at,
                host=capture.reading.host or "",
                answer=answer(capture),
                exhibit=entry.number,
                file=entry.file,
                page=entry.first_page,
                sha256=entry.sha256,
            )
        )
    return tuple(rows)
