"""References as they are shown."""

from __future__ import annotations

from datetime import date

from plaise.law import Law, laid_in_words, stale

from ._french import typeset
from ._values import SourceNote


def source_note(law: Law, reference_id: str, today: date) -> SourceNote:
    """A reference as it is shown, marked when it has to be checked again."""
    reference = law.references[reference_id]
    return SourceNote(
        id=reference.id,
        kind=reference.kind.value,
        short=typeset(reference.short),
        title=typeset(reference.title),
        source=typeset(reference.source),
        address=reference.address,
        dated=reference.dated,
        checked_on=reference.checked_on,
        confidence=reference.confidence.value,
        confidence_label=reference.confidence.label,
        to_check=stale(reference, today),
        laid=typeset(laid_in_words(reference.laid)),
    )
