"""The package on disk: built apart, then put in place in one step; nothing is half-written."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plaise.bundle import SUMS, verify_sums, write_sums
from plaise.dossier import PlaiseError
from plaise.store import sync_directory

_VERSION = re.compile(r"version-(\d+)")
_RECORD = "paquet.json"


@dataclass(frozen=True, slots=True)
class Package:
    """One version of the package, complete on disk.

    Attributes:
        path: its directory.
        fingerprint: what it was made from; the same fingerprint gives the same package.
        exhibits: for each exhibit file, the key of what it was made from.
    """

    path: Path
    fingerprint: str
    exhibits: dict[str, str]

    @property
    def sums(self) -> str:
        """SHA-256 of the list of hashes: one value for the whole package."""
        return hashlib.sha256((self.path / SUMS).read_bytes()).hexdigest()


def latest(parent: Path) -> Package | None:
    """The newest complete version under `parent`, if it is as it was written."""
    versions = sorted(_numbered(parent), reverse=True)
    for _, path in versions[:1]:
        try:
            record = json.loads((path / _RECORD).read_text(encoding="utf-8"))
            package = Package(path, record["fingerprint"], record["exhibits"])
            return None if verify_sums(path) else package
        except (OSError, ValueError, KeyError):
            return None
    return None


def build(
    parent: Path, fingerprint: str, exhibits: dict[str, str], fill: Callable[[Path], None]
) -> Package:
    """Make the next version: `fill` writes into a directory that becomes the version at the end.

    Raises:
        PlaiseError: `parent` holds something else than versions of a package.
        OSError: the disk refused; the previous versions are intact.
    """
    _check_parent(parent)
    parent.mkdir(parents=True, exist_ok=True)
    number = max((number for number, _ in _numbered(parent)), default=0) + 1
    staging = parent / f".version-{number:03d}.en-cours"
    if staging.exists():
        shutil.rmtree(staging)
    staging.mkdir()
    try:
        fill(staging)
        record = {"fingerprint": fingerprint, "exhibits": exhibits}
        text = json.dumps(record, indent=1, sort_keys=True, ensure_ascii=False)
        (staging / _RECORD).write_text(text + "\n", encoding="utf-8")
        write_sums(staging)
        final = parent / f"version-{number:03d}"
        staging.rename(final)
        sync_directory(parent)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    return Package(final, fingerprint, exhibits)


def _numbered(parent: Path) -> list[tuple[int, Path]]:
    if not parent.is_dir():
        return []
    found = ((_VERSION.fullmatch(path.name), path) for path in parent.iterdir())
    return [(int(match[1]), path) for match, path in found if match]


def _check_parent(parent: Path) -> None:
    if not parent.exists():
        return
    if not parent.is_dir():
        raise PlaiseError(
            f"« {parent} » est un fichier, pas un dossier.",
            to_do="Choisissez un autre endroit avec --output.",
        )
    strangers = [
        path.name
        for path in parent.iterdir()
        if not _VERSION.fullmatch(path.name) and not path.name.startswith(".")
    ]
    if strangers:
        raise PlaiseError(
            f"« {parent} » contient déjà autre chose (« {sorted(strangers)[0]} »).",
            safe="Rien n’y a été écrit.",
            to_do="Choisissez un dossier vide, ou qui n’existe pas encore, avec --output.",
        )
