"""What to know of each capture, in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from plaise.reading import Remark, RemarkKind
from plaise.store.vault import EncryptedDossier
from plaise.work import remarks_on

from .known import known
from .shown import tag_with


@dataclass(frozen=True, slots=True)
class Told:
    """One remark.

    Attributes:
        remark: as the work tells it.
        other: the tag of the capture that it names, if any.
    """

    remark: Remark
    other: str

    @property
    def text(self) -> str:
        """In the language of the page, when it is known there."""
        return gettext(self.remark.text) % self.remark.values

    @property
    def private(self) -> bool:
        """Whether it tells of something that could be masked."""
        return self.remark.kind is RemarkKind.PRIVATE


def remarks_of(dossier: EncryptedDossier) -> dict[str, tuple[Told, ...]]:
    """The remarks on the captures of a dossier, by source; made again only when they change."""
    return dossier.kept("remarks", dossier.stamp(), lambda: _remarks(dossier))


def _remarks(dossier: EncryptedDossier) -> dict[str, tuple[Told, ...]]:
    ring = dossier.ring()
    return {
        source: tuple(Told(one, tag_with(ring, one.other) if one.other else "") for one in remarks)
        for source, remarks in remarks_on(known(dossier).captures).items()
    }
