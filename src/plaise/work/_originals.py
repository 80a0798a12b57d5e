"""How the bundle opens the originals of a dossier, wherever it is kept."""

from __future__ import annotations

import io

from plaise.bundle import Originals
from plaise.store import DossierFolder, Storage


def originals_of(storage: Storage) -> Originals:
    """How the bundle opens the originals of a dossier, wherever it is kept."""
    if isinstance(storage, DossierFolder):
        return Originals.of_folder(storage.path)
    return Originals(lambda path: io.BytesIO(storage.read(path)), storage, sealed=True)
