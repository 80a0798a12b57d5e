"""What is known of the captures at this moment, without waiting for the rest to be read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from plaise.dossier import (
    Capture,
    Dossier,
    DossierError,
    zone_of_departement,
    zone_of_facts,
)
from plaise.journal import Journal
from plaise.reading import is_sidecar
from plaise.store import Storage

from ._choices import exhibit_decisions, left_aside
from ._confirm import redactions_of
from ._intake import Original, open_journal, take_in
from ._progress import Progress, Silent
from ._read import captures_of, read_unread, reader_of, shown_by


@dataclass(frozen=True, slots=True)
class Seen:
    """The captures read so far, and how many files still wait.

    Attributes:
        captures: in the order of paths; before the facts hold, none is set aside yet.
        files: how many files the shelf holds.
        unread: how many of them were not read yet.
    """

    captures: tuple[Capture, ...]
    files: int
    unread: int


def seen_captures(storage: Storage) -> Seen:
    """What the captures show, as far as they were read; writes nothing, waits for nobody."""
    originals = _originals(storage)
    dossier, journal = _facts(storage), storage.journal()
    if dossier is None:
        captures = _as_read(storage, originals, journal)
    else:
        read = captures_of(storage, dossier, originals, journal)
        captures = left_aside(read, exhibit_decisions(journal))
    known = {capture.path for capture in captures}
    unread = sum(original.path not in known for original in originals)
    return Seen(captures, len(originals), unread)


def reader_of_dossier(storage: Storage) -> str:
    """Under which name the readings of this dossier are kept."""
    return reader_of(zone_of(storage))


def read_new(storage: Storage, progress: Progress | None = None) -> int:
    """Read what was not read yet, whether or not the facts are written; says how many files.

    Others may write meanwhile (an event, a confirmation): the dossier is held only while something
    is written.

    Raises:
        PlaiseError: the journal does not hold, or another run is at work.
        OSError: the disk refused; what was read stays read.
    """
    with storage.alone():
        with storage.locked():
            journal = storage.journal()
            if not journal.of_kind("created"):
                open_journal(storage, storage.facts(), storage.facts_text())
                journal.catch_up()
            captures = take_in(storage, journal).captures
        zone, turn = zone_of(storage), partial(_turn, storage, journal)
        return read_unread(storage, journal, zone, captures, progress or Silent(), turn=turn)


@contextmanager
def _turn(storage: Storage, journal: Journal) -> Iterator[None]:
    """The moment in which a reading is written: others write between two of them."""
    with storage.locked():
        journal.catch_up()
        yield


def zone_of(storage: Storage) -> str:
    """The zone of the screens' clocks, even while the other facts are still missing."""
    dossier = _facts(storage)
    if dossier:
        return dossier.zone
    try:
        zone = zone_of_facts(tomllib.loads(storage.facts_text()))
        ZoneInfo(zone)
    except (DossierError, tomllib.TOMLDecodeError, ZoneInfoNotFoundError, ValueError, OSError):
        return zone_of_departement("")
    return zone


def today_of(storage: Storage) -> date:
    """The day, where the person is."""
    return datetime.now(ZoneInfo(zone_of(storage))).date()


def _facts(storage: Storage) -> Dossier | None:
    try:
        return storage.facts()
    except DossierError:
        return None


def _originals(storage: Storage) -> list[Original]:
    return [
        Original(stored.path, stored.sha256 or storage.sha256(stored.path), stored.size)
        for stored in storage.originals("captures")
        if not is_sidecar(stored.path)
    ]


def _as_read(storage: Storage, originals: list[Original], journal: Journal) -> tuple[Capture, ...]:
    redacted, explained = redactions_of(journal), _explained(storage)
    return tuple(
        Capture(
            path=original.path,
            sha256=original.sha256,
            size=original.size,
            reading=reading,
            explanation=explained.get(original.name, ""),
            redacted=hidden.boxes if (hidden := redacted.get(original.sha256)) else (),
        )
        for original, reading in sorted(
            shown_by(storage, zone_of(storage), originals, journal),
            key=lambda shown: (shown[0].path, shown[1].part or 0),
        )
    )


def _explained(storage: Storage) -> dict[str, str]:
    """What the person already says of captures, even while the other facts are still missing."""
    try:
        blocks = tomllib.loads(storage.facts_text()).get("explications", [])
    except (DossierError, tomllib.TOMLDecodeError):
        return {}
    listed = blocks if isinstance(blocks, list) else []
    told = (one for one in listed if isinstance(one, dict))
    return {str(one.get("capture", "")): str(one.get("texte", "")) for one in told}
