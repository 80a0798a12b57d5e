"""What crashes leave on the disk, removed at start: all of it is ciphertext, none of it counts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from uuid import UUID

from plaise.store.blobs import is_older
from plaise.store.database.models import Dossier, File, Upload

from ._places import blobs_root, spools_root, uploads_root

_DAY = 86_400.0


def clean_up(*, older_than: float = _DAY) -> int:
    """Remove uploads never acknowledged or filed already, and what belongs to nobody.

    What is younger than `older_than` seconds is left: another process may be writing it. Contents
    inside a dossier are swept by `EncryptedDossier.sweep`, which needs its key.

    Returns:
        How many files and directories were removed.
    """
    limit = time.time() - older_than
    removed = 0
    for root in (uploads_root(), blobs_root()):
        for folder in _children(root):
            known = _is_dossier(folder.name)
            if not known and is_older(folder, limit):
                rmtree(folder, ignore_errors=True)
                removed += 1
            elif known and root == uploads_root():
                removed += _clean_uploads(folder, limit)
    for path in _children(spools_root()):
        if is_older(path, limit):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _clean_uploads(folder: Path, limit: float) -> int:
    rows = Upload.objects.filter(dossier_id=folder.name).values_list("pk", flat=True)
    wanted = {str(upload) for upload in rows}
    removed = 0
    for path in _children(folder):
        whole = path.suffix == ".sealed"
        if whole and path.stem in wanted:
            continue
        filed = whole and File.objects.filter(pk=path.stem).exists()
        if filed or is_older(path, limit):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _children(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from tuple(folder.iterdir())


def _is_dossier(name: str) -> bool:
    try:
        return Dossier.objects.filter(pk=UUID(name)).exists()
    except ValueError:
        return False
