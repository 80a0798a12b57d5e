"""The versions of what was generated: one encrypted note each, the contents as blobs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from django.db import IntegrityError, transaction
from pydantic import BaseModel, ConfigDict

from plaise.store._parts import check_path
from plaise.store._storage import Stored, by_path
from plaise.store.database.models import Package
from plaise.store.keys import Ring

from ._places import blobs

_KIND = "package"
_TRIES = 5


class Content(BaseModel):
    """A file of a package."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    path: str
    blob: str
    size: int
    sha256: str
    modified: int | None = None


class Manifest(BaseModel):
    """What a version holds."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    files: tuple[Content, ...]

    def stored(self) -> tuple[Stored, ...]:
        """The files as the work sees them."""
        return by_path([Stored(file.path, file.size) for file in self.files])

    def file(self, path: str) -> Content:
        """The file of that path.

        Raises:
            FileNotFoundError: there is none.
        """
        for file in self.files:
            if file.path == path:
                return file
        raise FileNotFoundError(path)


def put_content(ring: Ring, path: str, content: bytes, modified: int | None = None) -> Content:
    """Keep one file of a version still to come."""
    return Content(
        path=check_path(path),
        blob=blobs().put(ring, content),
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        modified=modified,
    )


def package_row(ring: Ring, number: int, files: Iterable[Content]) -> Package:
    """A version's row, sealed, not yet saved."""
    note = Manifest(files=tuple(files)).model_dump_json().encode()
    sealed = ring.seal_note(_KIND, note, str(number))
    return Package(dossier_id=ring.dossier, number=number, note=sealed)


def numbers(ring: Ring) -> tuple[int, ...]:
    """The versions, oldest first."""
    rows = Package.objects.filter(dossier_id=ring.dossier).order_by("number")
    return tuple(rows.values_list("number", flat=True))


def manifest(ring: Ring, number: int) -> Manifest:
    """What a version holds.

    Raises:
        FileNotFoundError: there is no such version.
    """
    row = Package.objects.filter(dossier_id=ring.dossier, number=number).first()
    if row is None:
        raise FileNotFoundError(f"version {number}")
    return _opened(ring, row)


def contents(ring: Ring, number: int) -> Iterator[tuple[str, bytes]]:
    """Every file of a version, opened one by one: its path and its bytes.

    Raises:
        FileNotFoundError: there is no such version; told at once.
    """
    files = manifest(ring, number).files
    return ((file.path, blobs().get(ring, file.blob)) for file in files)


def manifests(ring: Ring) -> Iterator[tuple[int, Manifest]]:
    """Every version, oldest first."""
    for row in Package.objects.filter(dossier_id=ring.dossier).order_by("number"):
        yield row.number, _opened(ring, row)


def put_contents(ring: Ring, files: Iterable[tuple[str, bytes]]) -> tuple[Content, ...]:
    """Keep the contents of a version to come, before any transaction.

    Raises:
        OSError: the disk refused; the version does not exist.
    """
    return tuple(put_content(ring, path, content) for path, content in files)


def insert(ring: Ring, contents: Iterable[Content]) -> int:
    """Write the one row that makes the next version exist; gives its number."""
    kept = tuple(contents)
    for _ in range(_TRIES):
        number = max(numbers(ring), default=0) + 1
        try:
            with transaction.atomic():
                package_row(ring, number, kept).save(force_insert=True)
        except IntegrityError:
            continue  # another run took the number
        return number
    raise RuntimeError("no free package number")


def _opened(ring: Ring, row: Package) -> Manifest:
    note = ring.open_note(_KIND, row.note, str(row.number))
    return Manifest.model_validate_json(note)
