"""Sealed uploads become files of the dossier: once each, whatever stops the machine."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from plaise.store._parts import safe_name
from plaise.store._storage import Shelf
from plaise.store.database.models import File, Upload
from plaise.store.keys import DamagedError, Ring, TooLargeError

from ._dossier import EncryptedDossier
from ._files import Note, file_row, free_path
from ._places import blobs
from ._summaries import count_file
from ._uploads import LIMIT, open_content, open_label, sealed_path

_TRIES = 1000  # each one that is lost is won by another run, which has filed its own


@dataclass(slots=True)
class Filed:
    """What came of a filing.

    Attributes:
        paths: the files that are now in the dossier, among them those that it had already.
        problems: uploads that do not open, in plain French; they are kept as they are.
    """

    paths: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def file_uploads(
    dossier: EncryptedDossier, *, progress: Callable[[], None] = lambda: None
) -> Filed:
    """File everything that waits; may be stopped at any time and called again.

    A file whose bytes and name are there already is not kept twice; one whose name is taken by
    other bytes is numbered: « capture (2).png ».

    Raises:
        LockedError: the session was locked meanwhile; what was filed stays filed.
        OSError: the disk refused; the upload stays where it is.
    """
    filed = Filed()
    waiting = Upload.objects.filter(dossier_id=dossier.id).order_by("received_on", "pk")
    for identifier in tuple(waiting.values_list("pk", flat=True)):
        try:
            path = _file(dossier.ring(), identifier)
        except (DamagedError, FileNotFoundError):
            if Upload.objects.filter(pk=identifier).exists():  # else another run has just filed it
                filed.problems.append(
                    f"Un envoi (n° {str(identifier)[:8]}) ne s’ouvre pas : il est gardé tel quel. "
                    "Envoyez à nouveau ce fichier si vous l’avez."
                )
        else:
            if path:
                filed.paths.append(path)
        progress()
    return filed


def keep_now(
    dossier: EncryptedDossier,
    name: str,
    content: bytes,
    *,
    shelf: Shelf = "pieces",
    came_by: str = "upload",
) -> str:
    """Keep a file that the member in front of us sends, encrypted at once; gives its path.

    The same bytes under the same name are not kept twice.

    Raises:
        TooLargeError: longer than what is taken in; nothing is kept.
        OSError: the disk refused; nothing is kept.
    """
    if len(content) > LIMIT:
        raise TooLargeError(LIMIT)
    sha256 = hashlib.sha256(content).hexdigest()
    received = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for _ in range(_TRIES):
        path, twin = free_path(dossier.ring(), shelf, safe_name(name), sha256)
        if twin is not None:
            return path
        try:
            return dossier.add(path, content, received=received, came_by=came_by).path
        except FileExistsError:
            continue  # another request took the name: look for the next free one
    raise RuntimeError("no free name for a file")


def _file(ring: Ring, identifier: UUID) -> str | None:
    """File one upload; nothing when another run has filed it meanwhile."""
    upload = Upload.objects.filter(pk=identifier).first()
    if upload is None:
        return None
    label = open_label(ring, upload)
    content = open_content(ring, identifier)
    sha256 = hashlib.sha256(content).hexdigest()
    blob = blobs().put(ring, content)
    for _ in range(_TRIES):
        path, twin = free_path(ring, label.shelf, label.name, sha256)
        note = Note(
            path=path,
            sha256=sha256,
            modified=label.modified,
            received=label.received,
            came_by=label.came_by,
        )
        try:
            with transaction.atomic():
                if not Upload.objects.filter(pk=identifier).delete()[0]:
                    return None
                if twin is None:
                    known = File.objects.filter(pk=identifier).exists()  # two sendings overlapped
                    key = None if known else identifier
                    row = file_row(ring, note, blob, len(content), identifier=key)
                    row.save(force_insert=True)
                    count_file(ring, path, 1)
        except IntegrityError:
            continue  # another run took the name: look for the next free one
        sealed_path(ring.dossier, identifier).unlink(missing_ok=True)
        return path
    raise RuntimeError("no free name for an upload")
