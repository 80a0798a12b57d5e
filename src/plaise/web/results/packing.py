"""A package for one channel, made in the background and put aside, sealed, beside the key.

Nothing is written in clear anywhere: the package leaves with the key, and is made again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID
from zipfile import ZipInfo
from zoneinfo import ZoneInfo

from plaise.store.vault import EncryptedDossier, Spool
from plaise.web.zips import entry, zipped
from plaise.work import Progress
from plaise.work.seen import today_of, zone_of
from plaise.work.sending import Target, bundle

_NAME = "package for a channel"
_AGAIN = "what was filed, again"
_README = "LISEZ-MOI.txt"
_MOST = 4_000_000_000


@dataclass(frozen=True, slots=True)
class Packed:
    """A package ready to be taken away.

    Attributes:
        dossier: whose it is.
        target: for which channel.
        at: when it was made, where the person is.
        content: the zip, sealed.
        steps: its step sheet, in French.
        names: its files, in order.
    """

    dossier: UUID
    target: Target
    at: datetime
    content: Spool = field(repr=False)
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

    again = dossier.unlocked.held.pop(_AGAIN, None) == dossier.id
    bundle(dossier, target, write, today=today_of(dossier), again=again, progress=progress)
    _ = dossier.unlocked.private  # locked meanwhile: nothing is kept
    dossier.unlocked.held[_NAME] = kept[0]


def ask_again(dossier: EncryptedDossier) -> None:
    """The next package holds what was filed already, though nothing is new."""
    dossier.unlocked.held[_AGAIN] = dossier.id


def packed(dossier: EncryptedDossier, target: Target) -> Packed | None:
    """The package made last, if it is for that channel of that dossier."""
    held = dossier.unlocked.held.get(_NAME)
    if isinstance(held, Packed) and (held.dossier, held.target) == (dossier.id, target):
        return held
    return None


def _zipped(
    dossier: EncryptedDossier, target: Target, files: Iterable[tuple[str, bytes]]
) -> Packed:
    names: list[str] = []
    steps: list[str] = []

    def entries() -> Iterator[tuple[ZipInfo, bytes]]:
        for path, content in files:
            yield entry(f"{target.value}/{path}"), content
            names.append(path)
            if path == _README:
                steps.append(content.decode())

    content = Spool(zipped(entries()), limit=_MOST)
    now = datetime.now(ZoneInfo(zone_of(dossier)))
    return Packed(dossier.id, target, now, content, "".join(steps), tuple(names))
