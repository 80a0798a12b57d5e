"""Drafting: facts and law into the block tree of one act."""

from __future__ import annotations

from plaise.dossier import typeset

from ._acts import SHEETS
from ._blocks import Document
from ._brief import Act, Brief
from ._checks import check
from ._context import context_of
from ._details import Details
from ._request import speaker_name
from ._source import blocks_of, clean


def draft(act: Act, brief: Brief, details: Details | None = None) -> Document:
    """Write one act from the facts.

    Args:
        act: which act.
        brief: facts, captures, exhibit numbers and day.
        details: what only this act needs (a visit, an order, a date offered…).

    Raises:
        ActError: the act would be incomplete or wrong (R. 411-1, R. 522-1 CJA), or Plaise writes
            no act for this démarche or this door; every fault is listed, with what to do.
    """
    check(act, brief, details)
    sheet = SHEETS[act]
    who = clean(speaker_name(brief))
    return Document(
        title=f"{sheet.title} – {who}",
        blocks=blocks_of(f"{act.value}.md.j2", context_of(brief, details, act)),
        mark=brief.mark,
        subject=typeset(sheet.subject),
        author=who,
        running=f"{sheet.title} – {who}",
        kind=act.value,
    )
