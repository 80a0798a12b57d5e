"""Originals of the dossier, wherever they are kept: read whole, checked, never written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from io import BufferedIOBase
from pathlib import Path
from typing import BinaryIO, cast

from plaise.dossier import PlaiseError, whole_file

from ._pictures import Keep
from ._weights import Copies, Weights

_SAFE = "Rien n’a été modifié."


class _InFolder:
    """Copies as files of `.plaise/derivees`, each whole or absent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / ".plaise" / "derivees"

    def derivative(self, name: str) -> bytes | None:
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def keep_derivative(self, name: str, content: bytes) -> None:
        with whole_file(self._folder / name) as file:
            file.write(content)


class _InMemory:
    """Copies that nothing keeps beyond this run."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def derivative(self, name: str) -> bytes | None:
        return self._kept.get(name)

    def keep_derivative(self, name: str, content: bytes) -> None:
        self._kept[name] = content


@dataclass(frozen=True)
class Originals:
    """Where the files of a dossier are read.

    Attributes:
        open: opens an original by its path in the dossier (`captures/a.png`).
        copies: what is made from originals and kept from one run to the next, under names that
            begin with the SHA-256 of the original; whatever is missing is made again.
        sealed: whether an original cannot change without its store seeing it, so that showing a
            copy of it needs no look at the original itself.
    """

    open: Callable[[str], BinaryIO]
    copies: Copies = field(default_factory=_InMemory)
    sealed: bool = False

    @cached_property
    def weights(self) -> Weights:
        """What the copies weigh."""
        return Weights(self.copies)

    @classmethod
    def of_folder(cls, folder: Path) -> Originals:
        """The originals of a dossier folder, derivatives in `.plaise/derivees`."""

        def opened(source: str) -> BinaryIO:
            path = folder / source
            if not path.resolve().is_relative_to(folder.resolve()):
                raise PlaiseError(
                    f"« {source} » désigne un fichier hors du dossier.",
                    safe=_SAFE,
                    to_do="Copiez ce fichier dans le dossier, puis corrigez son nom dans "
                    "dossier.toml.",
                )
            return path.open("rb")

        return cls(opened, _InFolder(folder))

    def read(self, source: str, *, sha256: str = "") -> bytes:
        """The bytes of an original.

        Args:
            source: its path in the dossier.
            sha256: what it must hash to; not checked when empty.

        Raises:
            PlaiseError: it lies outside the dossier, is missing, cannot be read or has changed.
        """
        with self._opened(source) as file:
            raw = file.read()
        if sha256 and hashlib.sha256(raw).hexdigest() != sha256:
            raise _changed(source)
        return raw

    def check(self, source: str, sha256: str) -> None:
        """See that an original is there, and still what it was, without keeping it in memory.

        Raises:
            PlaiseError: as `read`.
        """
        if self.sealed:
            return
        with self._opened(source) as file:
            digest = hashlib.file_digest(cast(BufferedIOBase, file), "sha256").hexdigest()
        if digest != sha256:
            raise _changed(source)

    @contextmanager
    def _opened(self, source: str) -> Iterator[BinaryIO]:
        try:
            with self.open(source) as file:
                yield file
        except FileNotFoundError as error:
            raise PlaiseError(
                f"Le fichier « {source} » n’est pas dans le dossier.",
                safe=_SAFE,
                to_do="Remettez-le à sa place, ou corrigez son nom dans dossier.toml.",
            ) from error
        except OSError as error:
            raise PlaiseError(
                f"Le fichier « {source} » ne peut pas être lu ({error.strerror}).",
                safe=_SAFE,
                to_do="Vérifiez les droits du fichier, puis relancez la commande.",
            ) from error

    def derivative(self, name: str, make: Callable[[], bytes]) -> bytes:
        """A copy of an original, made when it is not kept yet.

        Raises:
            OSError: the disk refused to keep it.
        """
        kept = self.copies.derivative(name)
        if kept is None:
            kept = make()
            self.copies.keep_derivative(name, kept)
        return kept

    def keeper(self, sha256: str) -> Keep:
        """Keeps the copies of one original, each under what it is."""
        return lambda kind, make: self.derivative(f"{sha256}-{kind}", make)


def _changed(source: str) -> PlaiseError:
    return PlaiseError(
        f"Le fichier « {source} » a changé pendant le travail.",
        safe=_SAFE,
        to_do="Remettez l’original, puis relancez la commande.",
    )
