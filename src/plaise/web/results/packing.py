"""A package for one channel, made in the background and kept in memory beside the key.

Nothing is written in clear anywhere: the package is taken away at once, or made again.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from plaise.store.vault import EncryptedDossier
from plaise.work import Progress
from plaise.work.seen import today_of, zone_of
from plaise.work.sending import Target, bundle

_NAME = "package for a channel"
_README = "LISEZ-MOI.txt"
_DOS_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Packed:
    """A package ready to be taken away.

    Attributes:
        dossier: whose it is.
        target: for which channel.
        at: when it was made, where the person is.
        content: the zip.
        steps: its step sheet, in French.
        names: its files, in order.
    """

    dossier: UUID
    target: Target
    at: datetime
    content: bytes = field(repr=False)
    steps: str = field(repr=False)
    names: tuple[str, ...]


def pack(dossier: EncryptedDossier, target: Target, progress: Progress) -> None:
    """Bring the dossier up to date, then make one package; it replaces the one before.

    Raises:
        PlaiseError: something that the person must mend first.
    """
    kept: list[Packed] = []

    def write(files: Iterable[tuple[str, bytes]]) -> str:
        kept.append(_zipped(dossier, target, files))
        return ""

    bundle(dossier, target, write, today=today_of(dossier), progress=progress)
    _ = dossier.unlocked.private  # locked meanwhile: nothing is kept
    dossier.unlocked.held[_NAME] = kept[0]


def packed(dossier: EncryptedDossier, target: Target) -> Packed | None:
    """The package made last, if it is for that channel of that dossier."""
    held = dossier.unlocked.held.get(_NAME)
    if isinstance(held, Packed) and (held.dossier, held.target) == (dossier.id, target):
        return held
    return None


def _zipped(
    dossier: EncryptedDossier, target: Target, files: Iterable[tuple[str, bytes]]
) -> Packed:
    into, names, steps = io.BytesIO(), [], ""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as archive:
        for path, content in files:
            archive.writestr(zipfile.ZipInfo(f"{target.value}/{path}", _DOS_EPOCH), content)
            names.append(path)
            if path == _README:
                steps = content.decode()
    now = datetime.now(ZoneInfo(zone_of(dossier)))
    return Packed(dossier.id, target, now, into.getvalue(), steps, tuple(names))
