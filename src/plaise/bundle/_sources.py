"""Originals of the dossier folder: read whole, checked, never written."""

from __future__ import annotations

import hashlib
from pathlib import Path

from plaise.dossier import PlaiseError

_DERIVATIVES = Path(".plaise") / "derivees"
_SAFE = "Rien n’a été modifié."


def derivative_path(folder: Path, sha256: str) -> Path:
    """Where the lossless derivative of an original is kept; it can be rebuilt at any time."""
    return folder / _DERIVATIVES / f"{sha256}.png"


def read_original(folder: Path, source: str, *, sha256: str = "") -> bytes:
    """The bytes of an original.

    Args:
        folder: the dossier folder.
        source: its path in the folder.
        sha256: what it must hash to; not checked when empty.

    Raises:
        PlaiseError: it lies outside the folder, is missing, cannot be read or has changed.
    """
    path = folder / source
    if not path.resolve().is_relative_to(folder.resolve()):
        raise PlaiseError(
            f"« {source} » désigne un fichier hors du dossier.",
            safe=_SAFE,
            to_do="Copiez ce fichier dans le dossier, puis corrigez son nom dans dossier.toml.",
        )
    try:
        raw = path.read_bytes()
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
