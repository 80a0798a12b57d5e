"""From the originals to captures: what is not yet read is read, then each finds its use."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from functools import partial

from plaise.bundle import Originals, is_used, prepare_capture
from plaise.dossier import Capture, Dossier, DossierError, PlaiseError, Reading, Result
from plaise.journal import Journal
from plaise.reading import (
    READER,
    Document,
    PageText,
    apply_decisions,
    apply_page_text,
    in_figures,
    is_sidecar,
    is_undecided,
    parse_page_text,
    read_many,
    settle_order,
)
from plaise.store import Storage

from ._confirm import decisions_of, redactions_of
from ._intake import Original
from ._originals import originals_of
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
    fresh = read_unread(storage, journal, dossier.zone, originals, progress)
    return Read(captures_of(storage, dossier, originals, journal), fresh)


def read_unread(
    storage: Storage,
    journal: Journal,
    zone: str,
    originals: Iterable[Original],
    progress: Progress,
    *,
    turn: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> int:
    """Read what has no reading yet; says how many files. Needs no facts but the zone.

    `turn` is entered to write each reading, by who does not hold the dossier throughout.

    Raises:
        OSError: a reading could not be kept (full disk); those already made are safe.
    """
    reader = reader_of(zone)
    by_content: dict[str, Original] = {}
    for original in originals:
        if not is_sidecar(original.path):
            by_content.setdefault(original.sha256, original)
    known = storage.all_readings(by_content, reader)
    todo = {
        Document(original.name, partial(storage.read, original.path)): original
        for sha256, original in by_content.items()
        if sha256 not in known
    }
    copies = originals_of(storage)
    progress.begin("Lecture des captures", len(todo))
    for document, readings in read_many(todo, zone=zone, names=own_words(storage)):
        original = todo[document]
        kept = tuple(reading.model_copy(update={"file": original.path}) for reading in readings)
        with turn():
            storage.keep_readings(original.sha256, reader, kept)
            for reading in kept:
                journal.append("read", _journalled(reading))
        for reading in kept:
            _prepare_copy(original, reading, copies)
        progress.advance()
    progress.end()
    return len(todo)


def _prepare_copy(original: Original, reading: Reading, copies: Originals) -> None:
    """Make the light copy while the capture comes in; what cannot be shown is said elsewhere."""
    capture = Capture(
        path=original.path, sha256=original.sha256, size=original.size, reading=reading
    )
    if is_used(capture):
        with suppress(PlaiseError):
            prepare_capture(capture, copies)


def own_words(storage: Storage) -> tuple[str, ...]:
    """The words that name the person in the facts, to warn when a capture shows them."""
    try:
        dossier = storage.facts()
    except DossierError:
        return ()
    people = (dossier.person, dossier.representative)
    names = [name for one in people if one for name in (one.last_name, *one.first_names.split())]
    return (*names, dossier.person.foreigner_number) if names else ()


def reader_of(zone: str) -> str:
    """Under which name readings are kept: the reader's version, and the zone of the clocks."""
    return f"{READER}-{zone.replace('/', '_')}"


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
        "zone": reading.zone,
        "offset": reading.offset,
        "wording": reading.wording,
        "missing": list(reading.missing),
    }


def captures_of(
    storage: Storage,
    dossier: Dossier,
    originals: Iterable[Original],
    journal: Journal | None = None,
) -> tuple[Capture, ...]:
    """The captures read so far, each with its use or the reason why it is set aside.

    What a person confirmed or corrected is applied over each reading.
    """
    journal = journal or storage.journal()
    originals = tuple(originals)
    redacted = redactions_of(journal)
    explained = {item.capture: item.text for item in dossier.explanations}
    first: dict[str, tuple[str, int | None]] = {}
    captures: list[Capture] = []
    for original, reading in shown_by(storage, dossier.zone, originals, journal):
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
                redacted=hidden.boxes if (hidden := redacted.get(original.sha256)) else (),
            )
        )
    return tuple(sorted(captures, key=lambda capture: (capture.path, capture.source)))


def shown_by(
    storage: Storage, zone: str, originals: Iterable[Original], journal: Journal
) -> tuple[tuple[Original, Reading], ...]:
    """What the originals show, as far as they were read, the plainest name of copies first.

    Completed by the pages of the browser extension, by what persons decided, then by one another.
    """
    originals = tuple(originals)
    decisions = decisions_of(journal)
    known = storage.all_readings((one.sha256 for one in originals), reader_of(zone))
    pages = _pages(storage, originals)
    every: list[tuple[Original, Reading]] = []
    for original in sorted(originals, key=_plainest_name):
        for kept in known.get(original.sha256, ()):
            seen = apply_page_text(kept, page) if (page := pages.get(original.path)) else kept
            reading = apply_decisions(seen, decisions).model_copy(update={"file": original.path})
            every.append((original, reading))
    settled = settle_order([reading for _, reading in every])
    return tuple((original, one) for (original, _), one in zip(every, settled, strict=True))


def _plainest_name(original: Original) -> tuple[int, str]:
    """Of two copies, the one that no system renamed « … (1) » counts as the original."""
    return len(original.path), original.path


def _pages(storage: Storage, originals: Iterable[Original]) -> dict[str, PageText]:
    """What the browser extension brought with captures: the capture's path, and its page."""
    found = {
        original.path: parse_page_text(storage.read(original.path))
        for original in originals
        if is_sidecar(original.path)
    }
    return {path.removesuffix(".page.json"): page for path, page in found.items() if page}


def _set_aside(dossier: Dossier, reading: Reading, twin: tuple[str, int | None]) -> str:
    """Why a capture is not an exhibit, in plain French; empty when it is one."""
    if reading.result is Result.UNREADABLE:
        return reading.warnings[0] if reading.warnings else "l’image ne peut pas être lue"
    if reading.exercise and not dossier.exercise:
        return "vient du site d’entraînement : refusée dans un vrai dossier"
    if twin != (reading.file, reading.part):
        return f"copie identique de « {twin[0]} »"
    return _NO_PROOF.get(reading.result) or _undated(reading)


def _undated(reading: Reading) -> str:
    if is_undecided(reading):
        both = " ou ".join(in_figures(day) for day in reading.date_choices)
        return f"la date peut se lire {both} : dites laquelle est la bonne"
    if not (reading.date or reading.date_inferred):
        return "ni date ni heure sur l’image : à refaire avec l’horloge visible"
    return ""
