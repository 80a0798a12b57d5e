"""The files of a dossier as rows: an encrypted note, and a blob."""

from __future__ import annotations

import hashlib
from typing import TypeAlias
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict

from plaise.store._storage import Stored
from plaise.store.database.models import File
from plaise.store.keys import DamagedError, Ring

from ._places import blobs

KIND = "file"
COPIES = ".plaise/derivees/"
_FEW = 500  # beyond, naming each one costs more than taking them all

Notes: TypeAlias = "dict[UUID, Note]"


class Note(BaseModel):
    """What is known of a file; the same rules as for a summary of an older version.

    Attributes:
        path: below the dossier folder.
        sha256: of the original.
        modified: last change on the disk it came from, in nanoseconds since 1970.
        received: UTC instant at which the server had it whole, ISO 8601; empty if imported.
        came_by: how it came in (`upload`, `paste`, `share`, `import`…).
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    path: str
    sha256: str
    modified: int | None = None
    received: str = ""
    came_by: str = ""


def file_row(
    ring: Ring, note: Note, blob: str, size: int, *, identifier: UUID | None = None
) -> File:
    """A file's row, sealed, not yet saved."""
    key = identifier or uuid4()
    return File(
        id=key,
        dossier_id=ring.dossier,
        tag=ring.tag("path", note.path),
        blob=blob,
        size=size,
        note=ring.seal_note(KIND, note.model_dump_json().encode(), str(key)),
    )


def note_of(ring: Ring, row: File) -> Note:
    """The note of a row.

    Raises:
        DamagedError: it is not the one that was written there.
    """
    return Note.model_validate_json(ring.open_note(KIND, bytes(row.note), str(row.id)))


def find(ring: Ring, path: str) -> File | None:
    """The row of a path, if there is one."""
    return File.objects.filter(dossier_id=ring.dossier, tag=ring.tag("path", path)).first()


def get(ring: Ring, path: str) -> File:
    """The row of a path.

    Raises:
        FileNotFoundError: there is none.
    """
    row = find(ring, path)
    if row is None:
        raise FileNotFoundError(path)
    return row


def content_of(ring: Ring, note: Note, row: File) -> bytes:
    """The bytes of a file.

    Raises:
        DamagedError: they are missing, or not those that came in.
    """
    content = blobs().get(ring, row.blob)
    if hashlib.sha256(content).hexdigest() != note.sha256:
        raise DamagedError(f"« {note.path} »")
    return content


def listed(ring: Ring, opened: Notes | None = None) -> list[tuple[Note, File]]:
    """Every file of the dossier, in the order of paths.

    Args:
        ring: the dossier's keys.
        opened: the notes opened before, which never change; completed here.
    """
    opened = {} if opened is None else opened
    rows = list(File.objects.filter(dossier_id=ring.dossier).defer("note"))
    missing = File.objects.filter(dossier_id=ring.dossier)
    fresh = [row.pk for row in rows if row.pk not in opened]
    if len(fresh) <= _FEW:
        missing = missing.filter(pk__in=fresh)
    if fresh:
        opened |= {row.pk: note_of(ring, row) for row in missing if row.pk not in opened}
    pairs = [(opened[row.pk], row) for row in rows if row.pk in opened]
    return sorted(pairs, key=lambda pair: pair[0].path)


def forget_copies(ring: Ring, sha256: str) -> None:
    """Forget every copy made from an original: its name begins with that hash."""
    rows = File.objects.filter(dossier_id=ring.dossier)
    made = [row.pk for row in rows if note_of(ring, row).path.startswith(f"{COPIES}{sha256}")]
    File.objects.filter(pk__in=made).delete()


def stored(note: Note, row: File) -> Stored:
    """A file as the work sees it."""
    return Stored(note.path, row.size, note.sha256)


def free_path(ring: Ring, shelf: str, name: str, sha256: str) -> tuple[str, File | None]:
    """Where a new file goes: « a.png », « a (2).png »…; or the row that already holds it."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    number = 1
    while True:
        numbered = stem if number == 1 else f"{stem} ({number})"
        path = f"{shelf}/{numbered}{dot}{ending}"
        row = find(ring, path)
        if row is None:
            return path, None
        if note_of(ring, row).sha256 == sha256:
            return path, row
        number += 1
