"""Which references an act rests on, and whether they still hold on its day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from plaise.law import load_law, stale

from ._brief import Act, Brief
from ._findings import Finding
from ._grammar import day

_ACTES = Path(__file__).parent / "actes"
_FIELD = re.compile(r"\bdroit\.([a-z0-9_]+)")
_INCLUDE = re.compile(r'{%-?\s*include\s+"([^"]+)"')


@cache
def references_of(act: Act) -> tuple[str, ...]:
    """The ids of the references that the source of an act names, in order of first use."""
    ids = {name.replace("-", "_"): name for name in load_law().references}
    return tuple(dict.fromkeys(ids[field] for field in _fields(f"{act.value}.md.j2")))


def _fields(source: str) -> Iterator[str]:
    text = (_ACTES / source).read_text(encoding="utf-8")
    yield from _FIELD.findall(text)
    for included in _INCLUDE.findall(text):
        yield from _fields(included)


def still_valid(act: Act, brief: Brief) -> Iterator[Finding]:
    """References not yet in force block; those checked too long ago are to be checked again."""
    old = []
    for name in references_of(act):
        reference = load_law().references[name]
        since = reference.in_force_since
        if since is not None and since > brief.acts_on:
            yield Finding(
                "pas_encore_en_vigueur",
                f"{reference.short} n’entre en vigueur que le {day(since)}",
                (name,),
                to_do="Retirez la date des actes, ou corrigez-la.",
            )
        if stale(reference, brief.acts_on):
            old.append(reference)
    if old:
        oldest = min(reference.checked_on for reference in old)
        yield Finding(
            "references_a_verifier",
            "des textes cités n’ont pas été vérifiés depuis plus d’un an "
            f"(le plus ancien, le {day(oldest)}) : "
            + ", ".join(reference.short for reference in old),
            tuple(reference.id for reference in old),
            blocking=False,
        )
