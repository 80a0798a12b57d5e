"""The assessment as plain French, for a terminal or a printed page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ._french import day, typeset
from ._values import Assessment, Criterion, SourceNote, Verdict

_WIDTH = 78


def text(assessment: Assessment) -> str:
    """The assessment in plain French: level, what stops, what to do, then each criterion.

    Args:
        assessment: what `assess` returned.
    """
    return "\n".join(_lines(assessment)) + "\n"


def _lines(assessment: Assessment) -> Iterator[str]:
    if assessment.exercise:
        yield "EXERCICE – ne rien déposer"
        yield ""
    yield typeset(f"Niveau au {day(assessment.assessed_on)} : « {assessment.level_label} »")
    yield from _wrapped(assessment.level_reason)
    yield from _wrapped(assessment.reminder)
    if assessment.blocks:
        yield from ("", "CE QUI ARRÊTE LA RÉDACTION DES ACTES")
        for block in assessment.blocks:
            yield from _wrapped(block, first="  ! ", rest="    ")
    if assessment.next_steps:
        yield from ("", "À FAIRE, DANS L’ORDRE")
        for number, step in enumerate(assessment.next_steps, start=1):
            yield from _wrapped(step, first=f"  {number}. ", rest="     ")
    yield from ("", "CE QUI A ÉTÉ REGARDÉ")
    for criterion in assessment.criteria:
        yield ""
        yield from _criterion(criterion)


def _criterion(criterion: Criterion) -> Iterator[str]:
    label = criterion.verdict_label
    if criterion.verdict in {Verdict.ALERT, Verdict.MISSING}:
        label = label.upper()
    yield typeset(f"• {criterion.title} : {label}")
    yield from _wrapped(criterion.explanation, first="  ", rest="  ")
    if criterion.confidence in {"M", "INF"}:
        yield from _wrapped(f"Règle : {criterion.confidence_label}.", first="  ", rest="  ")
    for source in criterion.sources:
        yield from _wrapped(_source(source), first="  – ", rest="    ")


def _source(source: SourceNote) -> str:
    mark = " À VÉRIFIER." if source.to_check else ""
    return typeset(
        f"{source.title} ({source.confidence_label} ; état au {day(source.dated)}, vérifié le "
        f"{day(source.checked_on)}).{mark}"
    )


def _wrapped(content: str, *, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        content,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
