"""What one run answers: to a person on a terminal, to another program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plaise.dossier import typeset

from ._places import PAGE
from ._prepare import Outcome


def guide_text(outcome: Outcome, place: Path) -> str:
    """The final page on a terminal, and what this run did; `place` is where the package is."""
    return "\n".join(
        (
            outcome.guide.as_text(place),
            "",
            _what_was_done(outcome),
            f"Tout est ici : {place}",
            f"Commencez par : {place / PAGE}",
        )
    )


def summary(outcome: Outcome, place: Path) -> dict[str, Any]:
    """The same for another program (`plaise prepare --json`); kept stable."""
    return {
        "dossier": str(outcome.dossier.id),
        "exercise": outcome.dossier.exercise,
        "level": outcome.assessment.level.value,
        "blocks": list(outcome.assessment.blocks),
        "problems": list(outcome.problems),
        "package": str(place),
        "made": outcome.made,
        "captures": {
            "all": len(outcome.captures),
            "read_now": outcome.fresh,
            "used": len(outcome.used),
            "aside": {capture.path: capture.set_aside for capture in outcome.aside},
        },
        "rewritten": list(outcome.rewritten),
        "exhibits": [
            entry.model_dump(mode="json", exclude_none=True) for entry in outcome.plan.entries
        ],
    }


def _what_was_done(outcome: Outcome) -> str:
    if not outcome.made:
        return "Rien n’a changé depuis la dernière fois : le paquet est déjà à jour."
    known = max(len(outcome.captures) - outcome.fresh, 0)
    written = len(outcome.rewritten)
    kept = len(outcome.plan.files) - written
    return typeset(
        f"Cette fois : {_counted(outcome.fresh, 'fichier')} lu{_s(outcome.fresh)}, "
        f"{known} déjà connu{_s(known)} ; {_counted(written, 'fichier')} de pièces "
        f"écrit{_s(written)}, {kept} repris tel{_s(kept)} quel{_s(kept)}."
    )


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{_s(number)}"


def _s(number: int) -> str:
    """In French, zero and one are singular."""
    return "s" if number > 1 else ""
