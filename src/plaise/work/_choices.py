"""The decisions about exhibits in force, as the journal records them."""

from __future__ import annotations

from collections.abc import Iterable

from plaise.dossier import Capture, ExhibitDecisions, Result
from plaise.journal import Journal

DECIDED = "exhibits"
LEFT_OUT = "laissée de côté à votre demande"


def exhibit_decisions(journal: Journal) -> ExhibitDecisions:
    """The decisions in force: the last ones recorded."""
    recorded = journal.of_kind(DECIDED)
    if not recorded:
        return ExhibitDecisions()
    known = ExhibitDecisions.model_fields.keys() & recorded[-1].data.keys()
    return ExhibitDecisions.model_validate({name: recorded[-1].data[name] for name in known})


def reasons_of(journal: Journal) -> dict[str, str]:
    """Why each exhibit was left out, by its source, where somebody said it."""
    return {
        source: entry.data["why"]
        for entry in journal.of_kind(DECIDED)
        if entry.data.get("why")
        for source in entry.data.get("out", ())
    }


def left_aside(captures: Iterable[Capture], decisions: ExhibitDecisions) -> tuple[Capture, ...]:
    """The captures with those left out set aside, so that every act and count agrees.

    A page that offers a slot is never hidden, whatever the journal says.
    """
    out = set(decisions.left_out)
    return tuple(_with_decision(capture, out=capture.source in out) for capture in captures)


def _with_decision(capture: Capture, *, out: bool) -> Capture:
    if capture.set_aside not in {"", LEFT_OUT}:
        return capture
    aside = LEFT_OUT if out and capture.reading.result is not Result.SLOT_OFFERED else ""
    return (
        capture if aside == capture.set_aside else capture.model_copy(update={"set_aside": aside})
    )
