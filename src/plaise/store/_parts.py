"""A dossier on its way from one place to another: the files of the folder, one by one."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from shutil import rmtree
from tempfile import mkdtemp

from plaise.dossier import PlaiseError, sync_directory, write_whole

FACTS = "dossier.toml"
JOURNAL = "journal.jsonl"
READINGS = ".plaise/lectures/"
PACKAGES = "depot/"
_SHELVES = ("captures", "pieces")
_DROPPINGS = {"thumbs.db", "desktop.ini"}
_LONGEST = 400
_NAME_BYTES = 180
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the dossier folder.

    Attributes:
        path: below the folder, with forward slashes.
        content: its bytes.
        modified: when the file was last changed, in nanoseconds since 1970, if known (for a
            capture it may be the only date there is).
    """

    path: str
    content: bytes = field(repr=False)
    modified: int | None = None


class UnsafePathError(PlaiseError):
    """An archive names a file outside the dossier."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"Ce fichier contient un chemin refusé : « {path[:80]} ».",
            to_do="N’importez que des dossiers exportés par Plaise. Demandez-en un nouvel export.",
        )


def check_path(path: str) -> str:
    """The path itself, when it stays below the folder on every system.

    Raises:
        UnsafePathError: it climbs out, is absolute, or holds what no folder can hold.
    """
    steps = path.split("/")
    if (
        not path
        or len(path.encode()) > _LONGEST
        or "\\" in path
        or _CONTROL.search(path)
        or any(step in {"", ".", ".."} for step in steps)
        or re.match(r"^[A-Za-z]:", path)
    ):
        raise UnsafePathError(path)
    return path


def safe_name(name: str) -> str:
    """A file name as a browser gave it, made fit for every disk, its ending kept."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    clean = re.sub(r'[<>:"|?*]', "_", _CONTROL.sub("", last)).strip().strip(".")
    if not clean or clean.lower() in _DROPPINGS:
        return "fichier"
    stem, dot, ending = clean.rpartition(".")
    if not dot or len(ending) > 8:  # noqa: PLR2004 (an ending, not a sentence)
        stem, dot, ending = clean, "", ""
    while len(stem.encode()) > _NAME_BYTES:
        stem = stem[:-1]
    return f"{stem}{dot}{ending}"


def is_dropping(path: str) -> bool:
    """Whether a file is the system's or hidden, not the person's."""
    steps = PurePosixPath(path).parts
    return steps[-1].lower() in _DROPPINGS or any(step.startswith(".") for step in steps)


def belongs(path: str) -> bool:
    """Whether a file below the folder is part of the dossier, not the system’s, nor a lock."""
    return not is_dropping(path) or (path.startswith(READINGS) and path.endswith(".jsonl"))


def read_folder(folder: Path) -> Iterator[Part]:
    """Every file of a dossier folder but locks, droppings and what is being written.

    Raises:
        OSError: a file cannot be read.
    """
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        if belongs(name):
            yield Part(check_path(name), path.read_bytes(), path.stat().st_mtime_ns)


def write_folder(parts: Iterable[Part], folder: Path) -> None:
    """Make a dossier folder, whole or not at all.

    Raises:
        PlaiseError: the place is taken.
        OSError: the disk refused; nothing is left behind.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PlaiseError(
            f"« {folder} » existe déjà et n’est pas vide.",
            to_do="Choisissez un autre nom de dossier.",
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(mkdtemp(dir=folder.parent, prefix=".plaise-export-"))
    try:
        for shelf in _SHELVES:
            (staging / shelf).mkdir()
        for part in parts:
            target = staging / check_path(part.path)
            write_whole(target, part.content)
            if part.modified is not None:
                os.utime(target, ns=(part.modified, part.modified))
        staging.chmod(0o700)
        staging.replace(folder)
    except BaseException:
        rmtree(staging, ignore_errors=True)
        raise
    sync_directory(folder.parent)
