"""Files sent with a form, sealed to the dossier before anything is acknowledged.

Django keeps them in memory (see the settings): nothing is ever spooled in clear.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
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
    names: Iterable[UUID] = (),
) -> tuple[Receipt, ...]:
    """Seal files, one by one; those already sealed stay when a later one fails.

    `names`: the identifiers that the sender chose for its files; the same one sent again after a
    cut connection is acknowledged again and changes nothing.

    The caller has checked that the sender may send to this dossier.

    Raises:
        TooLargeError: a file is longer than the store takes.
        OSError: the disk refused.
    """
    chosen = chain(names, iter(uuid4, None))
    return tuple(
        receive(dossier, name, file.name or "", file.chunks(), shelf=shelf, came_by=came_by)
        for file, name in zip(files, chosen, strict=False)
    )
