"""From the folder's files to a dossier of the database, and back, losing nothing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from uuid import uuid4

from django.db import transaction

from plaise.dossier import DossierError, check_schema
from plaise.journal import JournalError, split_torn, verify_lines
from plaise.store._parts import FACTS, JOURNAL, PACKAGES, READINGS, Part, UnsafePathError
from plaise.store.database.models import File, JournalLine, KeptReading, Package
from plaise.store.keys import Ring, Unlocked

from . import _files, _lines, _packages, _readings
from ._dossier import EncryptedDossier
from ._dossiers import insert_dossier
from ._places import blobs
from ._summary import summary_of

_PACKAGE = re.compile(re.escape(PACKAGES) + r"version-(\d+)/(.+)")
_READING = re.compile(re.escape(READINGS) + r"([^/]+)/([0-9a-f]{64})\.jsonl")


def parts_of(dossier: EncryptedDossier, *, readings: bool = True) -> Iterator[Part]:
    """Everything in a dossier as the files of a folder, decrypted one by one.

    Args:
        dossier: the dossier.
        readings: give also what can be rebuilt.

    What has begun is not cut by a lock: a download may take long.

    Raises:
        LockedError: the session is locked.
        DamagedError: a content was altered.
    """
    ring = dossier.ring()
    yield Part(FACTS, dossier.facts_text().encode())
    if lines := _lines.DatabaseLines(dossier.id, lambda: ring).read(0):
        yield Part(JOURNAL, b"".join(line + b"\n" for line in lines))
    for note, row in _files.listed(ring):
        if note.path.startswith(_files.COPIES):
            continue  # made again when they are missing
        yield Part(note.path, _files.content_of(ring, note, row), note.modified)
    for number, manifest in _packages.manifests(ring):
        for file in manifest.files:
            path = f"{PACKAGES}version-{number:03d}/{file.path}"
            yield Part(path, blobs().get(ring, file.blob), file.modified)
    if readings:
        for kept in _readings.everything(ring):
            yield Part(f"{READINGS}{kept.reader}/{kept.sha256}.jsonl", kept.text.encode())


@dataclass(slots=True)
class _Incoming:
    """Sealed rows of a dossier that does not exist yet."""

    ring: Ring
    facts: str = ""
    files: list[File] = field(default_factory=list)
    lines: list[JournalLine] = field(default_factory=list)
    readings: list[KeptReading] = field(default_factory=list)
    packages: dict[int, list[_packages.Content]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def take(self, part: Part) -> None:
        """Seal one file and find its place (`UnsafePathError` when the path comes twice)."""
        if part.path in self.seen:
            raise UnsafePathError(part.path)
        self.seen.add(part.path)
        if part.path == FACTS:
            self.facts = _text(part)
        elif part.path == JOURNAL:
            self._take_journal(part.content)
        elif package := _PACKAGE.fullmatch(part.path):
            content = _packages.put_content(self.ring, package[2], part.content, part.modified)
            self.packages.setdefault(int(package[1]), []).append(content)
        elif reading := _READING.fullmatch(part.path):
            kept = _readings.Kept(sha256=reading[2], reader=reading[1], text=_text(part))
            self.readings.append(_readings.reading_row(self.ring, kept))
        else:
            self._take_file(part)

    def _take_journal(self, content: bytes) -> None:
        lines, torn = split_torn(content)
        _, faults = verify_lines(lines, torn)
        if faults:
            raise JournalError(
                f"{JOURNAL}, ligne {faults[0].line} : {faults[0].message}.",
                safe="Le dossier d’origine n’a pas été touché ; rien n’a été importé.",
                to_do="Lancez « plaise verify » sur ce dossier pour voir ce qui ne va pas, ou "
                "reprenez une sauvegarde.",
            )
        self.lines = [_lines.line_row(self.ring, *numbered) for numbered in enumerate(lines)]

    def _take_file(self, part: Part) -> None:
        sha256 = hashlib.sha256(part.content).hexdigest()
        note = _files.Note(path=part.path, sha256=sha256, modified=part.modified, came_by="import")
        blob = blobs().put(self.ring, part.content)
        self.files.append(_files.file_row(self.ring, note, blob, len(part.content)))
        shelf = part.path.partition("/")[0]
        self.counts[shelf] = self.counts.get(shelf, 0) + 1

    def save(self, unlocked: Unlocked) -> None:
        """Make the dossier exist, whole."""
        summary = summary_of(self.facts, self.counts, len(self.packages))
        with transaction.atomic():
            insert_dossier(unlocked, self.ring, self.facts, summary)
            File.objects.bulk_create(self.files)
            JournalLine.objects.bulk_create(self.lines)
            KeptReading.objects.bulk_create(self.readings)
            Package.objects.bulk_create(
                _packages.package_row(self.ring, number, files)
                for number, files in sorted(self.packages.items())
            )


def import_parts(unlocked: Unlocked, parts: Iterable[Part]) -> EncryptedDossier:
    """Make a dossier of the database from the files of a folder, whole or not at all.

    Raises:
        LockedError: the session is locked.
        DossierError: there are no facts, or they were written by a newer version of Plaise.
        JournalError: the journal does not hold.
        UnsafePathError: the same path comes twice.
        OSError: the disk refused.
    """
    _ = unlocked.private
    incoming = _Incoming(Ring.new(uuid4()))
    try:
        for part in parts:
            incoming.take(part)
        if not incoming.facts:
            raise DossierError(
                f"Il n’y a pas de fichier {FACTS} : ce n’est pas un dossier de Plaise.",
                to_do="Choisissez le dossier (ou l’export) qui contient ce fichier.",
            )
        check_schema(incoming.facts)
        incoming.save(unlocked)
    except BaseException:
        blobs().erase(incoming.ring.dossier)
        raise
    return EncryptedDossier(unlocked, incoming.ring.dossier)


def _text(part: Part) -> str:
    try:
        return part.content.decode()
    except UnicodeDecodeError as error:
        raise DossierError(
            f"« {part.path} » n’est pas enregistré en UTF-8.",
            to_do="Enregistrez ce fichier en choisissant l’encodage « UTF-8 », puis recommencez.",
        ) from error
