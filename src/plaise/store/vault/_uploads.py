"""Uploads: sealed while they arrive, safe once acknowledged, filed when a member unlocks."""

from __future__ import annotations

import io
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.db import IntegrityError, transaction
from pydantic import BaseModel, ConfigDict

from plaise.dossier import sync_directory
from plaise.store._parts import safe_name
from plaise.store._storage import Shelf
from plaise.store.database.models import Dossier, File, Upload
from plaise.store.keys import Binding, Ring, open_stream, seal_stream

from ._errors import NotMemberError
from ._opening import dossier_row
from ._places import uploads_of

LIMIT = 50_000_000
_NOTE_STEP = 128


class Label(BaseModel):
    """What is known of an upload before it is opened: sealed like its content."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    name: str
    shelf: Shelf = "captures"
    received: str
    came_by: str = "upload"
    modified: int | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the sender is told once the file is safe."""

    upload: UUID
    size: int


def receive(
    dossier: UUID,
    upload: UUID,
    name: str,
    chunks: Iterable[bytes],
    *,
    shelf: Shelf = "captures",
    came_by: str = "upload",
    modified: int | None = None,
    limit: int = LIMIT,
) -> Receipt:
    """Take a file in, whether or not anyone has unlocked the dossier.

    Nothing is ever in clear on the disk; when this returns, the file survives a power cut. The
    caller has checked that the sender may send to this dossier.

    Args:
        dossier: where it goes.
        upload: a random identifier chosen by the sender: sending again after a cut connection
            changes nothing and is acknowledged again.
        name: the file's name as given.
        chunks: the content as it arrives.
        shelf: which part of the dossier it is for.
        came_by: how it came in (`upload`, `paste`, `share`, `extension`…).
        modified: last change on the sender's disk, in nanoseconds since 1970, if known.
        limit: the most bytes that are taken.

    Raises:
        TooLargeError: longer than `limit`; nothing is kept.
        NotMemberError: no such dossier.
        OSError: the disk refused; nothing is kept.
    """
    row = dossier_row(dossier)
    if known := _known(row, upload):
        return known
    received = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    label = Label(
        name=safe_name(name), shelf=shelf, received=received, came_by=came_by, modified=modified
    )
    path = sealed_path(dossier, upload)
    part = path.with_suffix(f".{secrets.token_hex(8)}.part")
    _private_directory(path.parent)
    try:
        with part.open("xb") as file:
            size = _seal(row, upload, "upload", chunks, file, limit)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_directory(path.parent)
    return _acknowledge(row, upload, size, _sealed_label(row, upload, label))


def waiting(dossier: UUID) -> int:
    """How many uploads wait for a member to unlock; needs no key."""
    return Upload.objects.filter(dossier_id=dossier).count()


def sealed_path(dossier: UUID, upload: UUID) -> Path:
    """Where a sealed upload stands on the disk."""
    return uploads_of(dossier) / f"{upload}.sealed"


def open_label(ring: Ring, upload: Upload) -> Label:
    """What the sender said of an upload.

    Raises:
        DamagedError: it was altered.
    """
    binding = _binding(ring.dossier, upload.pk, "label")
    text = b"".join(open_stream(io.BytesIO(upload.note), ring.pairs, binding))
    return Label.model_validate_json(text)


def open_content(ring: Ring, upload: UUID) -> bytes:
    """The content of an upload, whole.

    Raises:
        DamagedError: it was altered or cut short.
        OSError: it cannot be read.
    """
    with sealed_path(ring.dossier, upload).open("rb") as file:
        return b"".join(open_stream(file, ring.pairs, _binding(ring.dossier, upload, "upload")))


def _known(row: Dossier, upload: UUID) -> Receipt | None:
    for model in (Upload, File):
        found = model.objects.filter(pk=upload).values_list("dossier_id", "size").first()
        if found is None:
            continue
        if found[0] != row.pk:
            raise NotMemberError
        return Receipt(upload, found[1])
    return None


def _acknowledge(row: Dossier, upload: UUID, size: int, note: bytes) -> Receipt:
    try:
        with transaction.atomic(durable=True):  # the sender is told right after
            Upload(id=upload, dossier=row, size=size, note=note).save(force_insert=True)
    except IntegrityError as error:
        if known := _known(row, upload):  # the same file was sent twice at once
            return known
        sealed_path(row.pk, upload).unlink(missing_ok=True)
        raise NotMemberError from error  # the dossier was erased meanwhile
    return Receipt(upload, size)


def _sealed_label(row: Dossier, upload: UUID, label: Label) -> bytes:
    text = label.model_dump_json().encode()
    padded = text + b" " * (-len(text) % _NOTE_STEP)
    sealed = io.BytesIO()
    _seal(row, upload, "label", [padded], sealed, len(padded))
    return sealed.getvalue()


def _seal(
    row: Dossier,
    upload: UUID,
    kind: str,
    chunks: Iterable[bytes],
    into: BinaryIO,
    limit: int,
) -> int:
    binding = _binding(row.pk, upload, kind)
    return seal_stream(chunks, row.public_key, row.generation, binding, into, limit=limit)


def _binding(dossier: UUID, upload: UUID, kind: str) -> Binding:
    return Binding(dossier, kind, str(upload))


def _private_directory(path: Path) -> None:
    if path.is_dir():
        return
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    sync_directory(path.parent)
    sync_directory(path.parent.parent)
