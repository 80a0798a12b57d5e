"""Contents on disk: encrypted, named so that the name says nothing, whole or absent."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from plaise.dossier import sync_directory, write_whole

from .keys import DamagedError, Ring


class DiskBlobs:
    """One file per content, under `root/<dossier>/<two digits>/`.

    The name is an HMAC of the content's SHA-256 under the dossier's ring: with the disk in hand,
    nobody can check whether a known picture is there. AES-256-GCM binds dossier and name, so that
    two files cannot be exchanged.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, ring: Ring, content: bytes) -> str:
        """Keep a content, synced to the disk, and give its name.

        Raises:
            OSError: the disk refused; nothing is half-written.
        """
        name = ring.tag("blob", hashlib.sha256(content).hexdigest())
        path = self._path(ring.dossier, name)
        if path.exists():
            os.utime(path)  # in use again: the sweep leaves the young alone
            return name
        _make_directory(path.parent, self.root)
        write_whole(path, ring.seal("blob", content, name))
        return name

    def get(self, ring: Ring, name: str) -> bytes:
        """A content again.

        Raises:
            DamagedError: it is missing, altered, or another one stands in its place.
        """
        try:
            sealed = self._path(ring.dossier, name).read_bytes()
        except FileNotFoundError as error:
            raise DamagedError("Le contenu d’un fichier") from error
        return ring.open("blob", sealed, name)

    def erase(self, dossier: UUID) -> None:
        """Remove the directory of a dossier."""
        shutil.rmtree(self.root / str(dossier), ignore_errors=True)

    def sweep(self, dossier: UUID, wanted: set[str], *, older_than: float) -> int:
        """Remove contents that nothing points to, and what a crash left half-written."""
        removed = 0
        limit = time.time() - older_than
        for path in self._all(dossier):
            if path.name not in wanted and is_older(path, limit):
                path.unlink(missing_ok=True)
                removed += 1
        return removed

    def _all(self, dossier: UUID) -> Iterator[Path]:
        folder = self.root / str(dossier)
        if folder.is_dir():
            yield from (path for path in folder.rglob("*") if path.is_file())

    def _path(self, dossier: UUID, name: str) -> Path:
        return self.root / str(dossier) / name[:2] / name


def is_older(path: Path, limit: float) -> bool:
    """Whether a file was last changed before; one that has just gone was not."""
    try:
        return path.stat().st_mtime < limit
    except FileNotFoundError:  # renamed by whoever has finished writing it
        return False


def _make_directory(path: Path, root: Path) -> None:
    """Make a directory and its parents, for the owner only, each synced into its parent."""
    if path.is_dir():
        return
    if path not in {root, root.parent}:
        _make_directory(path.parent, root)
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    sync_directory(path.parent)
