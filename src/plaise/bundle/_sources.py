"""Originals of the dossier, wherever they are kept: read whole, checked, never written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from plaise.dossier import PlaiseError

from ._files import whole_file

_SAFE = "Rien n’a été modifié."


@dataclass(frozen=True, slots=True)
class Originals:
    """Where the files of a dossier are read.

    Attributes:
        open: opens an original by its path in the dossier (`captures/a.png`).
        derivatives: lossless re-encodings kept from one run to the next, by SHA-256 of the
            original; whatever is missing is made again.
    """

    open: Callable[[str], BinaryIO]
    derivatives: MutableMapping[str, bytes] = field(default_factory=dict)

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

        return cls(opened, _KeptOnDisk(folder / ".plaise" / "derivees"))

    def read(self, source: str, *, sha256: str = "") -> bytes:
        """The bytes of an original.

        Args:
            source: its path in the dossier.
            sha256: what it must hash to; not checked when empty.

        Raises:
            PlaiseError: it lies outside the dossier, is missing, cannot be read or has changed.
        """
        try:
            with self.open(source) as file:
                raw = file.read()
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
        if sha256 and hashlib.sha256(raw).hexdigest() != sha256:
            raise PlaiseError(
                f"Le fichier « {source} » a changé pendant le travail.",
                safe=_SAFE,
                to_do="Remettez l’original, puis relancez la commande.",
            )
        return raw

    def derivative(self, sha256: str, make: Callable[[], bytes]) -> bytes:
        """The lossless derivative of an original, made when it is not kept yet.

        Raises:
            OSError: the disk refused to keep it.
        """
        kept = self.derivatives.get(sha256)
        if kept is None:
            kept = self.derivatives[sha256] = make()
        return kept


class _KeptOnDisk(MutableMapping[str, bytes]):
    """Derivatives as files, each whole or absent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> bytes:
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError as error:
            raise KeyError(name) from error

    def __setitem__(self, name: str, content: bytes) -> None:
        with whole_file(self._path(name)) as file:
            file.write(content)

    def __delitem__(self, name: str) -> None:
        self._path(name).unlink()

    def __iter__(self) -> Iterator[str]:
        return (path.stem for path in self._folder.glob("*.png"))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.png"
