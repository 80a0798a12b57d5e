"""From the originals to captures: what is not yet read is read, then each finds its use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from plaise.dossier import Capture, Dossier, Reading, Result
from plaise.journal import Journal
from plaise.reading import READER, Document, read_many
from plaise.store import Storage

from ._intake import Original
from ._progress import Progress

_NO_PROOF = {
    Result.CAPTCHA: "montre un CAPTCHA, pas une réponse de la préfecture",
    Result.DEAD_LINK: "montre un lien qui ne mène plus nulle part",
    Result.OTHER_PAGE: "montre une autre page : ni refus, ni panne",
}


@dataclass(frozen=True, slots=True)
class Read:
    """The captures of a dossier and how many were read just now."""

    captures: tuple[Capture, ...]
    fresh: int


def read_captures(
    storage: Storage,
    journal: Journal,
    dossier: Dossier,
    originals: Sequence[Original],
    progress: Progress,
) -> Read:
    """Read what has no reading yet, then decide for each capture whether it is used, and why not.

    Each reading is kept as soon as it is made, so that an interrupted run loses at most one.

    Raises:
        OSError: a reading could not be kept (full disk); those already made are safe.
    """
    reader = _reader(dossier)
    by_content: dict[str, Original] = {}
    for original in originals:
        by_content.setdefault(original.sha256, original)
    todo = {
        Document(original.name, partial(storage.read, original.path)): original
        for sha256, original in by_content.items()
        if storage.readings(sha256, reader) is None
    }
    progress.begin("Lecture des captures", len(todo))
    for document, readings in read_many(todo, zone=dossier.zone):
        original = todo[document]
        kept = tuple(reading.model_copy(update={"file": original.path}) for reading in readings)
        storage.keep_readings(original.sha256, reader, kept)
        for reading in kept:
            journal.append("read", _journalled(reading))
        progress.advance()
    progress.end()
    return Read(_captures(storage, dossier, originals), len(todo))


def _reader(dossier: Dossier) -> str:
    return f"{READER}-{dossier.zone.replace('/', '_')}"


def _journalled(reading: Reading) -> dict[str, object]:
    return {
        "path": reading.file,
        "part": reading.part,
        "sha256": reading.sha256,
        "reader": READER,
        "result": reading.result.value,
        "host": reading.host,
        "date": reading.date or reading.date_inferred,
        "time": reading.time,
        "wording": reading.wording,
        "missing": list(reading.missing),
    }


def _captures(
    storage: Storage, dossier: Dossier, originals: Iterable[Original]
) -> tuple[Capture, ...]:
    explained = {item.capture: item.text for item in dossier.explanations}
    first: dict[str, tuple[str, int | None]] = {}
    captures: list[Capture] = []
    for original in originals:
        for kept in storage.readings(original.sha256, _reader(dossier)) or ():
            reading = kept.model_copy(update={"file": original.path})
            place = (original.path, reading.part)
            twin = first.setdefault(reading.sha256, place)
            captures.append(
                Capture(
                    path=original.path,
                    sha256=original.sha256,
                    size=original.size,
                    reading=reading,
                    set_aside=_set_aside(dossier, reading, twin),
                    explanation=explained.get(original.name, ""),
                )
            )
    return tuple(captures)


def _set_aside(dossier: Dossier, reading: Reading, twin: tuple[str, int | None]) -> str:
    """Why a capture is not an exhibit, in plain French; empty when it is one."""
    if reading.result is Result.UNREADABLE:
        return reading.warnings[0] if reading.warnings else "l’image ne peut pas être lue"
    if reading.exercise and not dossier.exercise:
        return "vient du site d’entraînement : refusée dans un vrai dossier"
    if twin != (reading.file, reading.part):
        return f"copie identique de « {twin[0]} »"
    if reading.result in _NO_PROOF:
        return _NO_PROOF[reading.result]
    if not (reading.date or reading.date_inferred):
        return "ni date ni heure sur l’image : à refaire avec l’horloge visible"
    return ""
