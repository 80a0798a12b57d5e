"""Where the store keeps what is not in the database."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from django.conf import settings

from plaise.store.blobs import DiskBlobs


def blobs() -> DiskBlobs:
    """The contents of every dossier."""
    return DiskBlobs(blobs_root())


def blobs_root() -> Path:
    """Where the contents of every dossier stand."""
    return _data() / "blobs"


def uploads_root() -> Path:
    """Where the sealed uploads of every dossier stand."""
    return _data() / "uploads"


def uploads_of(dossier: UUID) -> Path:
    """The directory of the sealed uploads of a dossier."""
    return uploads_root() / str(dossier)


def spools_root() -> Path:
    """Where stands what is put aside for a moment, sealed."""
    return _data() / "passage"


def lock_of(dossier: UUID, what: str) -> Path:
    """The file that one run at a time holds."""
    return _data() / "verrous" / f"{dossier}-{what}"


def _data() -> Path:
    data: Path = settings.PLAISE_DATA
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    return data
