"""Files sent with a form, sealed to the dossier before anything is acknowledged.

Django keeps them in memory (see the settings): nothing is ever spooled in clear.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.core.files.uploadedfile import UploadedFile

from plaise.store import Shelf
from plaise.store.vault import Receipt, receive


def take(
    dossier: UUID,
    files: Iterable[UploadedFile],
    *,
    shelf: Shelf = "captures",
    came_by: str = "upload",
) -> tuple[Receipt, ...]:
    """Seal files, one by one; those already sealed stay when a later one fails.

    The caller has checked that the sender may send to this dossier.

    Raises:
        TooLargeError: a file is longer than the store takes.
        OSError: the disk refused.
    """
    return tuple(
        receive(dossier, uuid4(), file.name or "", file.chunks(), shelf=shelf, came_by=came_by)
        for file in files
    )
