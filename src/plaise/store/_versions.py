"""The versions of a package as directories: `depot/version-001` and so on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from shutil import rmtree

from plaise.dossier import sync_directory, write_whole

from ._parts import check_path
from ._storage import Stored, by_path

_VERSION = re.compile(r"version-(\d+)")


def numbered(parent: Path) -> dict[int, Path]:
    """The versions below a directory, by number, oldest first."""
    if not parent.is_dir():
        return {}
    found = ((_VERSION.fullmatch(path.name), path) for path in parent.iterdir())
    return dict(sorted((int(match[1]), path) for match, path in found if match))


def directory_of(parent: Path, number: int) -> Path:
    """The directory of a version.

    Raises:
        FileNotFoundError: there is none.
    """
    path = numbered(parent).get(number)
    if path is None:
        raise FileNotFoundError(parent / f"version-{number:03d}")
    return path


def files_of(version: Path) -> tuple[Stored, ...]:
    """The files of a version, in a stable order."""
    paths = (path for path in version.rglob("*") if path.is_file())
    return by_path([Stored(p.relative_to(version).as_posix(), p.stat().st_size) for p in paths])


def keep(parent: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write the next version, whole or not at all; gives its number.

    Raises:
        OSError: the disk refused; the previous versions are intact.
    """
    number = max(numbered(parent), default=0) + 1
    staging = parent / f".version-{number:03d}.en-cours"
    rmtree(staging, ignore_errors=True)
    try:
        staging.mkdir(parents=True)
        for path, content in files:
            write_whole(staging / check_path(path), content)
        staging.rename(parent / f"version-{number:03d}")
    except BaseException:
        rmtree(staging, ignore_errors=True)
        raise
    sync_directory(parent)
    return number
