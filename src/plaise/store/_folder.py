"""The dossier folder: the portable form of a file, readable without us."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from plaise.dossier import (
    Dossier,
    DossierError,
    PlaiseError,
    Reading,
    parse_dossier,
    sha256_of,
    write_whole,
)
from plaise.journal import FileLines, Journal

from . import _versions
from ._parts import check_path
from ._storage import PATIENCE, Shelf, Storage, Stored, by_path

_NOT_CAPTURES = {"thumbs.db", "desktop.ini"}


class DossierFolder:
    """One dossier on disk: `dossier.toml`, `captures/`, `pieces/`, `journal.jsonl`, `depot/`.

    `.plaise/` holds only what can be rebuilt (readings). Nothing here writes to an original.
    """

    def __init__(self, path: Path, *, packages: Path | None = None) -> None:
        self.path = path
        self.facts_path = path / "dossier.toml"
        self.captures_path = path / "captures"
        self.pieces_path = path / "pieces"
        self.journal_path = path / "journal.jsonl"
        self.packages_path = packages or path / "depot"
        self._cache_path = path / ".plaise"

    def facts_text(self) -> str:
        """The text of `dossier.toml`.

        Raises:
            DossierError: it is missing, unreadable or not UTF-8.
        """
        if not self.path.is_dir():
            raise DossierError(
                f"Le dossier « {self.path} » n’existe pas.",
                to_do="Vérifiez le chemin, ou créez un dossier avec : plaise new "
                f"{self.path.name or 'mon-dossier'}",
            )
        try:
            return self.facts_path.read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise DossierError(
                f"« {self.path} » ne contient pas de fichier dossier.toml.",
                to_do="Créez un dossier prêt à remplir avec « plaise new », puis déplacez-y vos "
                "captures.",
            ) from error
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            raise DossierError(
                f"dossier.toml, ligne {line} : le texte n’est pas enregistré en UTF-8.",
                to_do="Enregistrez le fichier en choisissant l’encodage « UTF-8 ».",
            ) from error
        except OSError as error:
            raise DossierError(
                f"dossier.toml ne peut pas être lu ({error.strerror}).",
                to_do="Vérifiez les droits du fichier, puis relancez la commande.",
            ) from error

    def facts(self) -> Dossier:
        """The validated facts.

        Raises:
            DossierError: see `facts_text` and `plaise.dossier.parse_dossier`.
        """
        return parse_dossier(self.facts_text())

    def captures(self) -> tuple[Path, ...]:
        """The capture files, in a stable order; system droppings are left out."""
        return _files_below(self.captures_path)

    def pieces(self) -> tuple[Path, ...]:
        """The files of `pieces/`, in a stable order."""
        return _files_below(self.pieces_path)

    def relative(self, path: Path) -> str:
        """A path as the journal and the plan write it, with forward slashes."""
        return path.relative_to(self.path).as_posix()

    def originals(self, shelf: Shelf) -> tuple[Stored, ...]:
        """The files of a shelf, in a stable order, as any storage gives them."""
        files = _files_below(self.path / shelf)
        return by_path([Stored(self.relative(path), path.stat().st_size) for path in files])

    def read(self, path: str) -> bytes:
        """The bytes of a file (`FileNotFoundError` when there is none)."""
        return (self.path / check_path(path)).read_bytes()

    def add(self, path: str, content: bytes) -> Stored:
        """Keep a new file; one that is there is never replaced (`FileExistsError`, `OSError`)."""
        target = self.path / check_path(path)
        if target.exists():
            raise FileExistsError(path)
        write_whole(target, content)
        return Stored(path, len(content))

    def sha256(self, path: str) -> str:
        """SHA-256 of a file's bytes (`FileNotFoundError` when there is none)."""
        return sha256_of(self.path / check_path(path))

    def package_numbers(self) -> tuple[int, ...]:
        """The versions of the package, oldest first."""
        return tuple(_versions.numbered(self.packages_path))

    def package_path(self, number: int) -> Path:
        """The directory of a version (`FileNotFoundError` when there is none)."""
        return _versions.directory_of(self.packages_path, number)

    def package_files(self, number: int) -> tuple[Stored, ...]:
        """The files of a version (`FileNotFoundError` when there is none)."""
        return _versions.files_of(_versions.directory_of(self.packages_path, number))

    def read_package(self, number: int, path: str) -> bytes:
        """A file of a version (`FileNotFoundError` when there is none)."""
        version = _versions.directory_of(self.packages_path, number)
        return (version / check_path(path)).read_bytes()

    def keep_package(self, files: Iterable[tuple[str, bytes]]) -> int:
        """Keep the next version, whole or not at all; gives its number (`OSError`)."""
        return _versions.keep(self.packages_path, files)

    def journal(self) -> Journal:
        """Open the journal for writing (`JournalError` when the chain does not hold)."""
        return Journal(FileLines(self.journal_path))

    def locked(self, *, patience: float = PATIENCE) -> AbstractContextManager[None]:
        """Keep others from writing meanwhile (see `Storage.locked`).

        Raises:
            PlaiseError: another run is at work on this dossier, or the folder is read-only.
        """
        return self._held("verrou", patience)

    def alone(self) -> AbstractContextManager[None]:
        """Keep a second long run out (see `Storage.alone`).

        Raises:
            PlaiseError: as `locked`.
        """
        return self._held("lecture", 0)

    @contextmanager
    def _held(self, name: str, patience: float) -> Iterator[None]:
        try:
            self._cache_path.mkdir(exist_ok=True)
            lock = FileLock(self._cache_path / name, timeout=patience)
            lock.acquire()
        except Timeout as error:
            raise PlaiseError(
                "Une autre commande travaille déjà sur ce dossier.",
                to_do="Attendez qu’elle finisse, puis relancez.",
            ) from error
        except PermissionError as error:
            raise PlaiseError(
                f"Le dossier « {self.path} » ne peut pas être écrit ({error.strerror}).",
                to_do="Copiez-le dans un endroit où vous avez le droit d’écrire, puis relancez.",
            ) from error
        try:
            yield
        finally:
            lock.release()

    def readings(self, sha256: str, reader: str) -> tuple[Reading, ...] | None:
        """The readings kept for a file's content by that version of the reader, if any."""
        path = self._reading_path(sha256, reader)
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
            return tuple(Reading.model_validate_json(line) for line in lines)
        except (FileNotFoundError, ValueError):
            return None

    def all_readings(self, sha256s: Iterable[str], reader: str) -> dict[str, tuple[Reading, ...]]:
        """The readings kept for many contents, by content."""
        found = ((sha256, self.readings(sha256, reader)) for sha256 in dict.fromkeys(sha256s))
        return {sha256: readings for sha256, readings in found if readings is not None}

    def keep_readings(self, sha256: str, reader: str, readings: tuple[Reading, ...]) -> None:
        """Keep readings, so that the same bytes are never read twice.

        Raises:
            OSError: the disk refused.
        """
        text = "".join(reading.model_dump_json() + "\n" for reading in readings)
        write_whole(self._reading_path(sha256, reader), text.encode())

    def derivative(self, name: str) -> bytes | None:
        """A copy made from an original and kept, if any."""
        try:
            return (self._cache_path / "derivees" / check_path(name)).read_bytes()
        except FileNotFoundError:
            return None

    def keep_derivative(self, name: str, content: bytes) -> None:
        """Keep a copy made from an original (`OSError` when the disk refuses)."""
        write_whole(self._cache_path / "derivees" / check_path(name), content)

    def drop_stale_derivatives(self, originals: Collection[str]) -> None:
        """Erase the copies of what is no longer there.

        Args:
            originals: the SHA-256 of every original that is.

        Raises:
            OSError: the disk refused.
        """
        for path in (self._cache_path / "derivees").glob("*-*"):
            if path.name.partition("-")[0] not in originals:
                path.unlink(missing_ok=True)

    def _reading_path(self, sha256: str, reader: str) -> Path:
        return self._cache_path / "lectures" / reader / f"{sha256}.jsonl"


def _files_below(folder: Path) -> tuple[Path, ...]:
    if not folder.is_dir():
        return ()
    found = (path for path in folder.rglob("*") if not path.is_dir())
    return tuple(
        sorted(
            path
            for path in found
            if path.name.lower() not in _NOT_CAPTURES
            and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        )
    )


if TYPE_CHECKING:
    _satisfies: type[Storage] = DossierFolder
