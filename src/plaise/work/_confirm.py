"""What a person says of the readings: confirmed, corrected, masked; journalled, then applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plaise.dossier import Box, Capture, PlaiseError
from plaise.journal import Journal
from plaise.reading import (
    Decision,
    Doubt,
    checked_value,
    doubts,
    is_clear,
    is_undecided,
    protected_boxes,
    redact_safely,
)
from plaise.store import Storage

CONFIRMED, CORRECTED, REDACTED = "confirmed", "corrected", "redacted"


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A capture with what is doubtful on it."""

    capture: Capture
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Redaction:
    """A redacted copy: of which picture, and what was covered."""

    sha256: str
    boxes: tuple[Box, ...]


def decisions_of(journal: Journal) -> tuple[Decision, ...]:
    """Every decision of the journal on what captures show, oldest first."""
    return tuple(
        Decision.model_validate(
            {
                "kind": entry.kind,
                "sha256": entry.data["sha256"],
                "element": entry.data["element"],
                "before": entry.data["before"],
                "after": entry.data["after"],
                "who": entry.data["who"],
                "why": entry.data.get("why", ""),
                "on_picture": entry.data.get("on_picture", True),
                "at": entry.at,
            }
        )
        for entry in journal.of_kind(CONFIRMED, CORRECTED)
    )


def redactions_of(journal: Journal) -> dict[str, Redaction]:
    """The redaction in force for each picture, by the SHA-256 of its original.

    An entry without boxes takes the earlier one back.
    """
    kept: dict[str, Redaction] = {}
    for entry in journal.of_kind(REDACTED):
        boxes = tuple(Box.model_validate(box) for box in entry.data["boxes"])
        kept[entry.data["sha256"]] = Redaction(entry.data["sha256"], boxes)
    return {sha256: one for sha256, one in kept.items() if one.boxes}


def doubtful(captures: Sequence[Capture]) -> tuple[Doubtful, ...]:
    """The captures in use that a person should look at one by one.

    And those whose date may be read in two ways, which only wait for an answer to be used.
    """
    asked = (one for one in captures if not one.set_aside or is_undecided(one.reading))
    found = ((one, doubts(one.reading)) for one in asked)
    return tuple(Doubtful(capture, doubt) for capture, doubt in found if doubt)


def clear(captures: Sequence[Capture]) -> tuple[Capture, ...]:
    """The captures in use where nothing is in doubt, to be accepted together."""
    return tuple(one for one in captures if not one.set_aside and is_clear(one.reading))


def decide(
    storage: Storage,
    capture: Capture,
    element: str,
    value: str,
    *,
    who: str,
    why: str,
    on_picture: bool = True,
) -> None:
    """Journal that a person confirms or corrects one element of a capture.

    Raises:
        PlaiseError: the value cannot be, or a correction has no reason.
        JournalError: the chain does not hold.
    """
    after = checked_value(element, value)
    before = _current(capture, element)
    kind = CONFIRMED if before == after else CORRECTED
    if kind == CORRECTED and not why.strip():
        raise PlaiseError(
            "Une correction a besoin d’une raison, que la préfecture ou le juge peut demander.",
            to_do="Dites-la en quelques mots (--why), par exemple : « lu sur l’image agrandie ».",
        )
    with storage.locked():
        data = _entry(capture, element, before, after, who)
        storage.journal().append(kind, {**data, "why": why, "on_picture": on_picture})


def accept_clear(storage: Storage, captures: Sequence[Capture], *, who: str) -> int:
    """Confirm together every element of the clear captures; gives how many captures."""
    known = {(one.sha256, one.element) for one in decisions_of(storage.journal())}
    accepted = 0
    with storage.locked():
        journal = storage.journal()
        for capture in clear(captures):
            fresh = [
                (element, value)
                for element in ("result", "url", "date", "time")
                if (value := _current(capture, element))
                and (capture.reading.sha256, element) not in known
            ]
            for element, value in fresh:
                data = _entry(capture, element, value, value, who)
                journal.append(CONFIRMED, {**data, "why": "planche de contact", "on_picture": True})
            accepted += bool(fresh)
    return accepted


def redact_capture(
    storage: Storage, capture: Capture, boxes: Sequence[Box], *, who: str, why: str
) -> bytes:
    """Check and journal what is to be covered on the copy of a capture; gives that copy (PNG).

    The original is not touched. The copy can be made again at any time from it and the journal.

    Raises:
        PlaiseError: a box over the evidence or out of the picture, or a picture inside a document.
    """
    if capture.reading.part is not None:
        raise PlaiseError(
            "Cette image se trouve dans un document : on ne peut pas encore y masquer quelque "
            "chose.",
            to_do="Enregistrez l’image à part, ajoutez-la aux captures, puis recommencez.",
        )
    copy = redact_safely(storage.read(capture.path), boxes, protected_boxes(capture.reading))
    with storage.locked():
        storage.journal().append(
            REDACTED,
            {
                "path": capture.path,
                "sha256": capture.sha256,
                "boxes": [box.model_dump() for box in boxes],
                "who": who,
                "why": why,
            },
        )
    return copy


def uncover_capture(storage: Storage, capture: Capture, *, who: str) -> bool:
    """Show again all that was covered on the copy of a capture; False when nothing was."""
    if not capture.redacted:
        return False
    data = {"path": capture.path, "sha256": capture.sha256, "boxes": [], "who": who, "why": ""}
    with storage.locked():
        storage.journal().append(REDACTED, data)
    return True


def _current(capture: Capture, element: str) -> str | None:
    reading = capture.reading
    if element == "date":
        return reading.date or reading.date_inferred
    value = reading.result.value if element == "result" else getattr(reading, element)
    return None if value is None else str(value)


def _entry(
    capture: Capture, element: str, before: str | None, after: str, who: str
) -> dict[str, object]:
    return {
        "path": capture.path,
        "part": capture.reading.part,
        "sha256": capture.reading.sha256,
        "element": element,
        "before": before,
        "after": after,
        "who": who,
    }
