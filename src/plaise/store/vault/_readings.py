"""Readings kept for a content: encrypted rows, rebuildable at any time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ValidationError

from plaise.dossier import Reading
from plaise.store.database.models import KeptReading
from plaise.store.keys import Ring

_KIND = "reading"
_FEW = 500  # beyond, naming each one costs more than taking them all


class Kept(BaseModel):
    """What a version of the reader saw in a content: its lines, as in the folder's cache."""

    sha256: str
    reader: str
    text: str

    def readings(self) -> tuple[Reading, ...] | None:
        """The readings, unless another version of Plaise wrote them otherwise."""
        try:
            lines = self.text.splitlines()
            return tuple(Reading.model_validate_json(line) for line in lines)
        except ValidationError:
            return None


def reading_row(ring: Ring, kept: Kept) -> KeptReading:
    """A row, sealed, not yet saved."""
    tag = _tag(ring, kept.sha256, kept.reader)
    note = ring.seal_note(_KIND, kept.model_dump_json().encode(), tag)
    return KeptReading(dossier_id=ring.dossier, tag=tag, note=note)


def keep(ring: Ring, sha256: str, reader: str, readings: tuple[Reading, ...]) -> None:
    """Keep readings, in place of those of the same content and reader."""
    text = "".join(reading.model_dump_json() + "\n" for reading in readings)
    row = reading_row(ring, Kept(sha256=sha256, reader=reader, text=text))
    KeptReading.objects.update_or_create(
        dossier_id=ring.dossier, tag=row.tag, defaults={"note": row.note}
    )


def find(ring: Ring, sha256: str, reader: str) -> tuple[Reading, ...] | None:
    """The readings kept, if any."""
    tag = _tag(ring, sha256, reader)
    row = KeptReading.objects.filter(dossier_id=ring.dossier, tag=tag).first()
    return _opened(ring, row).readings() if row else None


def find_all(ring: Ring, sha256s: Iterable[str], reader: str) -> dict[str, tuple[Reading, ...]]:
    """The readings kept for many contents, in one query."""
    tags = {sha256: _tag(ring, sha256, reader) for sha256 in dict.fromkeys(sha256s)}
    rows = KeptReading.objects.filter(dossier_id=ring.dossier)
    if len(tags) <= _FEW:
        rows = rows.filter(tag__in=tags.values())
    by_tag = {row.tag: row for row in rows}
    found = (
        (sha256, _opened(ring, by_tag[tag]).readings())
        for sha256, tag in tags.items()
        if tag in by_tag
    )
    return {sha256: readings for sha256, readings in found if readings is not None}


def everything(ring: Ring) -> Iterator[Kept]:
    """All that is kept for the dossier."""
    for row in KeptReading.objects.filter(dossier_id=ring.dossier).order_by("pk"):
        yield _opened(ring, row)


def _opened(ring: Ring, row: KeptReading) -> Kept:
    return Kept.model_validate_json(ring.open_note(_KIND, row.note, row.tag))


def _tag(ring: Ring, sha256: str, reader: str) -> str:
    return ring.tag("reading", f"{reader}\n{sha256}")
