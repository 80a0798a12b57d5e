"""What the work needs of a place where a dossier is kept: a folder, or the encrypted database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Literal, Protocol

from plaise.dossier import Dossier, Reading
from plaise.journal import Journal

Shelf = Literal["captures", "pieces", "actes"]


@dataclass(frozen=True, slots=True)
class Stored:
    """A file of the dossier.

    Attributes:
        path: as the journal and the plan write it, with forward slashes (`captures/a.png`).
        size: of the original, in bytes.
        sha256: where it is known without reading the file; else empty (see `Storage.sha256`).
    """

    path: str
    size: int
    sha256: str = field(default="", compare=False)


PATIENCE = 10.0  # seconds that a short write waits for another


class Storage(Protocol):
    """One dossier, wherever it is kept."""

    def facts_text(self) -> str:
        """The text of the facts (`DossierError` when there is none)."""

    def facts(self) -> Dossier:
        """The validated facts (`DossierError` when they do not hold)."""

    def originals(self, shelf: Shelf) -> tuple[Stored, ...]:
        """The files of a shelf, in a stable order."""

    def read(self, path: str) -> bytes:
        """The bytes of a file, as they came in (`FileNotFoundError` when there is none)."""

    def add(self, path: str, content: bytes) -> Stored:
        """Keep a new file; one that is there is never replaced (`FileExistsError`, `OSError`)."""

    def sha256(self, path: str) -> str:
        """SHA-256 of a file's bytes, in hexadecimal (`FileNotFoundError`)."""

    def journal(self) -> Journal:
        """The journal, open for writing (`JournalError` when the chain does not hold)."""

    def readings(self, sha256: str, reader: str) -> tuple[Reading, ...] | None:
        """The readings kept for a content by that version of the reader, if any."""

    def all_readings(
        self, sha256s: Iterable[str], reader: str
    ) -> Mapping[str, tuple[Reading, ...]]:
        """The same for many contents at once: those that are kept, by content."""

    def keep_readings(self, sha256: str, reader: str, readings: tuple[Reading, ...]) -> None:
        """Keep readings, so that the same bytes are never read twice."""

    def derivative(self, name: str) -> bytes | None:
        """A copy made from an original and kept, if any: it can be made again at any time."""

    def keep_derivative(self, name: str, content: bytes) -> None:
        """Keep a copy made from an original (`OSError` when the disk refuses)."""

    def package_numbers(self) -> tuple[int, ...]:
        """The versions of the package made so far, oldest first."""

    def package_files(self, number: int) -> tuple[Stored, ...]:
        """The files of a version (`FileNotFoundError` when there is none)."""

    def read_package(self, number: int, path: str) -> bytes:
        """A file of a version (`FileNotFoundError` when there is none)."""

    def keep_package(self, files: Iterable[tuple[str, bytes]]) -> int:
        """Keep the next version whole or not at all; gives its number."""

    def locked(self, *, patience: float = PATIENCE) -> AbstractContextManager[None]:
        """Keep others from writing meanwhile; seconds at most, but for a run that is `alone`.

        Args:
            patience: how many seconds to wait for whoever holds it (`PlaiseError` after that).
        """

    def alone(self) -> AbstractContextManager[None]:
        """Keep a second long run out, without waiting (`PlaiseError` when one is at work).

        Short writes go on beside it, except while it is `locked` too: take this one first.
        """


def by_path(files: Sequence[Stored]) -> tuple[Stored, ...]:
    """The stable order of files."""
    return tuple(sorted(files, key=lambda file: file.path))
