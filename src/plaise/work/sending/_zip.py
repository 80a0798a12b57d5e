"""A package as one ZIP, written as it goes, that appears only once it is whole."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from plaise.dossier import whole_file

_SQUEEZED = {".toml", ".jsonl", ".txt", ".py", ""}
_WHEN = (1980, 1, 1, 0, 0, 0)  # the same files give the same archive


def keep_zip(parent: Path, name: str, files: Iterable[tuple[str, bytes]]) -> Path:
    """Write the files into the next free `NAME-001.zip`; gives its path.

    Args:
        parent: the directory, made when it is missing.
        name: how the archive and the folder inside it are called.
        files: path and content of each.

    Raises:
        OSError: the disk refused; archives already made are intact.
    """
    number = 1
    while (path := parent / f"{name}-{number:03d}.zip").exists():
        number += 1
    with whole_file(path) as stream, zipfile.ZipFile(stream, "w") as archive:
        for inside, content in files:
            entry = zipfile.ZipInfo(f"{path.stem}/{inside}", _WHEN)
            entry.external_attr = 0o644 << 16
            if PurePosixPath(inside).suffix in _SQUEEZED:
                entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return path
