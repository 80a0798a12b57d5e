"""One encrypted dossier, open in front of a member: the same face as the folder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Count, Sum

from plaise.dossier import Dossier, Reading, parse_dossier
from plaise.journal import Journal
from plaise.store._parts import check_path
from plaise.store._storage import PATIENCE, Shelf, Storage, Stored
from plaise.store.database.models import Dossier as Row
from plaise.store.database.models import File, JournalLine, KeptReading
from plaise.store.keys import Ring, Unlocked

from . import _files, _packages, _readings
from ._errors import ConflictError
from ._lines import Checked, DatabaseLines, journal_of
from ._locks import work_lock
from ._opening import dossier_row, ring_of
from ._places import blobs
from ._summaries import count_file, opened, refresh_summary
from ._summary import Summary

Made = TypeVar("Made")
_AT_HAND = 3  # dossiers of which much is held for one member


class EncryptedDossier:
    """A dossier of the database; satisfies `plaise.store.Storage`.

    Every method may raise `LockedError` (the session is locked), `NotMemberError` (the dossier was
    closed to this member meanwhile) and `DamagedError` (a ciphertext was altered).
    """

    def __init__(self, unlocked: Unlocked, identifier: UUID) -> None:
        self.id = identifier
        self.unlocked = unlocked
        self._ring: Ring | None = None
        self.ring()

    def ring(self) -> Ring:
        """The dossier's keys, as of now: opened again after a revocation."""
        if not self.unlocked.open:
            self._ring = None
        row = dossier_row(self.id)
        if self._ring is None or self._ring.generation != row.generation:
            self._ring = ring_of(self.unlocked, row)
        return self._ring

    def facts_text(self) -> str:
        """The text of the facts."""
        return self.versioned_facts()[0]

    def versioned_facts(self) -> tuple[str, int]:
        """The text of the facts and its version, to be given back to `write_facts`."""
        ring, row = self.ring(), dossier_row(self.id)
        return ring.open("facts", row.facts, version=row.facts_version).decode(), row.facts_version

    def facts(self) -> Dossier:
        """The validated facts.

        Raises:
            DossierError: see `plaise.dossier.parse_dossier`.
        """
        return parse_dossier(self.facts_text())

    def write_facts(self, text: str, *, seen: int) -> int:
        """Replace the facts; gives the new version.

        Args:
            text: the new text.
            seen: the version that the person had before their eyes.

        Raises:
            ConflictError: the facts were changed since.
        """
        ring = self.ring()
        sealed = ring.seal("facts", text.encode(), version=seen + 1)
        changed = Row.objects.filter(pk=self.id, facts_version=seen, generation=ring.generation)
        with transaction.atomic():
            if not changed.update(facts=sealed, facts_version=seen + 1):
                raise ConflictError
            refresh_summary(ring)
        return seen + 1

    def originals(self, shelf: Shelf) -> tuple[Stored, ...]:
        """The files of a shelf, in the order of paths."""
        every = self.kept("files", self.stamp(), self._stored)
        return tuple(stored for stored in every if stored.path.startswith(f"{shelf}/"))

    def _stored(self) -> tuple[Stored, ...]:
        notes = _files.listed(self.ring(), self.kept("notes", None, dict))
        return tuple(_files.stored(note, row) for note, row in notes)

    def add(
        self,
        path: str,
        content: bytes,
        *,
        modified: int | None = None,
        received: str = "",
        came_by: str = "",
    ) -> Stored:
        """Keep a new file.

        Raises:
            FileExistsError: the path is taken (an original is never replaced).
            UnsafePathError: the path leads out of the dossier.
            OSError: the disk refused.
        """
        ring = self.ring()
        note = _files.Note(
            path=check_path(path),
            sha256=hashlib.sha256(content).hexdigest(),
            modified=modified,
            received=received,
            came_by=came_by,
        )
        row = _files.file_row(ring, note, blobs().put(ring, content), len(content))
        try:
            with transaction.atomic():
                row.save(force_insert=True)
                count_file(ring, path, 1)
        except IntegrityError as error:
            raise FileExistsError(path) from error
        return _files.stored(note, row)

    def remove(self, path: str) -> None:
        """Take a file out, since the person asks; its content goes at the next sweep.

        Raises:
            FileNotFoundError: there is none.
        """
        ring = self.ring()
        with transaction.atomic():
            row = _files.get(ring, path)
            _files.forget_copies(ring, _files.note_of(ring, row).sha256)
            row.delete()
            count_file(ring, path, -1)

    def read(self, path: str) -> bytes:
        """The bytes of a file, as they came in.

        Raises:
            FileNotFoundError: there is none.
        """
        ring = self.ring()
        row = _files.get(ring, path)
        return _files.content_of(ring, _files.note_of(ring, row), row)

    def note(self, path: str) -> _files.Note:
        """What is known of a file: hash, dates, how it came in (`FileNotFoundError`)."""
        ring = self.ring()
        return _files.note_of(ring, _files.get(ring, path))

    def sha256(self, path: str) -> str:
        """SHA-256 of a file's bytes (`FileNotFoundError`)."""
        return self.note(path).sha256

    def journal(self) -> Journal:
        """The journal (`JournalError` when the chain does not hold).

        Rows that were checked since the member unlocked are checked again only if touched.
        """
        checked = self.kept("journal", None, lambda: [Checked()])
        journal, checked[0] = journal_of(DatabaseLines(self.id, self.ring), checked[0])
        return journal

    def readings(self, sha256: str, reader: str) -> tuple[Reading, ...] | None:
        """The readings kept for a content by that version of the reader, if any."""
        return _readings.find(self.ring(), sha256, reader)

    def all_readings(self, sha256s: Iterable[str], reader: str) -> dict[str, tuple[Reading, ...]]:
        """The readings kept for many contents, by content, in one query."""
        return _readings.find_all(self.ring(), sha256s, reader)

    def keep_readings(self, sha256: str, reader: str, readings: tuple[Reading, ...]) -> None:
        """Keep readings, so that the same bytes are never read twice."""
        _readings.keep(self.ring(), sha256, reader, readings)

    def derivative(self, name: str) -> bytes | None:
        """A copy made from an original and kept, if any."""
        ring = self.ring()
        row = _files.find(ring, f"{_files.COPIES}{name}")
        return blobs().get(ring, row.blob) if row else None

    def keep_derivative(self, name: str, content: bytes) -> None:
        """Keep a copy made from an original, in place of that of the same name."""
        ring = self.ring()
        path = check_path(f"{_files.COPIES}{name}")
        note = _files.Note(path=path, sha256=hashlib.sha256(content).hexdigest())
        row = _files.file_row(ring, note, blobs().put(ring, content), len(content))
        with transaction.atomic():
            File.objects.filter(dossier_id=ring.dossier, tag=row.tag).delete()
            row.save(force_insert=True)

    def package_numbers(self) -> tuple[int, ...]:
        """The versions of the package, oldest first."""
        return _packages.numbers(self.ring())

    def package_files(self, number: int) -> tuple[Stored, ...]:
        """The files of a version (`FileNotFoundError`)."""
        return _packages.manifest(self.ring(), number).stored()

    def read_package(self, number: int, path: str) -> bytes:
        """A file of a version (`FileNotFoundError`)."""
        ring = self.ring()
        return blobs().get(ring, _packages.manifest(ring, number).file(path).blob)

    def package_contents(self, number: int) -> Iterator[tuple[str, bytes]]:
        """Every file of a version, one by one; what has begun is not cut by a lock."""
        return _packages.contents(self.ring(), number)

    def keep_package(self, files: Iterable[tuple[str, bytes]]) -> int:
        """Keep the next version, whole or not at all; gives its number."""
        ring = self.ring()
        contents = _packages.put_contents(ring, files)
        with transaction.atomic():
            number = _packages.insert(ring, contents)
            refresh_summary(ring)
        return number

    def kept(self, name: str, stamp: object, make: Callable[[], Made]) -> Made:
        """What `make` gives, made again only when the stamp is another.

        It stays in memory beside the key, for the few dossiers opened last, and is forgotten with
        it. The stamp is to be taken before anything that `make` looks at.
        """
        held = self.unlocked.held.setdefault(name, {})
        if not isinstance(held, dict):  # nobody else writes there
            raise TypeError(name)
        before = held.pop(self.id, None)
        if before is None or before[0] != stamp:
            before = (stamp, make())
        held[self.id] = before
        for oldest in list(held)[:-_AT_HAND]:
            held.pop(oldest, None)
        found: Made = before[1]
        return found

    def versions(self) -> tuple[int, int, int]:
        """Numbers that change with the facts, the summary or the keys, by one query."""
        row = dossier_row(self.id)
        return row.generation, row.facts_version, row.summary_version

    def stamp(self) -> tuple[int, ...]:
        """Numbers that change whenever what is kept changes, by few and quick queries.

        They say nothing of the person: versions, counts and sizes, which stand in clear anyway.
        """
        row = dossier_row(self.id)
        files = File.objects.filter(dossier_id=self.id).aggregate(n=Count("pk"), size=Sum("size"))
        return (
            row.generation,
            row.facts_version,
            row.summary_version,
            files["n"],
            files["size"] or 0,
            KeptReading.objects.filter(dossier_id=self.id).count(),
            JournalLine.objects.filter(dossier_id=self.id).count(),
        )

    def locked(self, *, patience: float = PATIENCE) -> AbstractContextManager[None]:
        """Keep others from writing meanwhile (`BusyError`; see `Storage.locked`)."""
        return work_lock(self.id, "write", patience)

    def alone(self) -> AbstractContextManager[None]:
        """Keep a second long run out (`BusyError`; see `Storage.alone`)."""
        return work_lock(self.id, "run", 0)

    def summary(self) -> Summary:
        """The few words that lists show."""
        return opened(self.ring(), dossier_row(self.id))

    def sweep(self, *, older_than: float = 3600.0) -> int:
        """Remove contents that nothing points to any more; says how many."""
        ring = self.ring()
        wanted = set(File.objects.filter(dossier_id=self.id).values_list("blob", flat=True))
        for _, manifest in _packages.manifests(ring):
            wanted |= {file.blob for file in manifest.files}
        return blobs().sweep(self.id, wanted, older_than=older_than)


if TYPE_CHECKING:
    _satisfies: type[Storage] = EncryptedDossier
