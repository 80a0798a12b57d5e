"""A dossier in one file, in and out; nothing is written in clear on the server's disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from django.core.files.uploadedfile import UploadedFile
from django.http.response import HttpResponseBase

from plaise.dossier import PlaiseError
from plaise.store import (
    FACTS,
    ArchiveError,
    Part,
    belongs,
    check_path,
    export_with_passphrase,
    import_with_passphrase,
)
from plaise.store.vault import EncryptedDossier, parts_of
from plaise.web.files import attachment, streamed
from plaise.web.zips import entry, zipped

LARGEST = 2_000_000_000
_TOP = "dossier/"
_DENSE = (".png", ".jpg", ".jpeg", ".webp", ".pdf", ".docx", ".zip")  # nothing left to squeeze


def exported(dossier: EncryptedDossier, kind: str, passphrase: str) -> HttpResponseBase:
    """The file to download, under a name that says nothing.

    Raises:
        TooHeavyError: too long to be protected by a passphrase.
        CrowdError: see `files.streamed`.
    """
    parts = parts_of(dossier)
    if kind == "zip":
        return streamed(_zip(parts), "dossier.zip", dossier.unlocked.account)
    return attachment(export_with_passphrase(parts, passphrase), "dossier.age")


def imported(file: UploadedFile, passphrase: str) -> Iterator[Part]:
    """The parts of an uploaded file, whichever its form.

    Raises:
        ArchiveError: it is no export of ours, or the passphrase is another.
        UnsafePathError: it names a file outside the dossier.
    """
    content = file.read()
    if content.startswith(b"PK"):
        return _unzip(content)
    return import_with_passphrase(content, passphrase)


def _zip(parts: Iterable[Part]) -> Iterator[bytes]:
    return zipped((_entry(part), part.content) for part in parts)


def _entry(part: Part) -> zipfile.ZipInfo:
    """An entry; its comment keeps the date to the nanosecond, which zip itself cannot."""
    when = "" if part.modified is None else str(part.modified)
    return entry(_TOP + part.path, deflated=not part.path.endswith(_DENSE), comment=when)


def _unzip(content: bytes) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > LARGEST:
                raise ArchiveError
            top = _top(entry.filename for entry in entries)
            for entry in entries:
                path = check_path(entry.filename).removeprefix(top)
                if entry.filename.startswith(top) and belongs(path):
                    modified = int(entry.comment) if entry.comment.isdigit() else None
                    yield Part(path, archive.read(entry), modified)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        if isinstance(error, PlaiseError):
            raise
        raise ArchiveError from error


def _top(names: Iterable[str]) -> str:
    """The folder that holds the facts: ours, or one that was zipped by hand under any name.

    What else such a zip holds is the system’s (`__MACOSX/`).

    Raises:
        ArchiveError: there are no facts in it.
    """
    tops = [name.removesuffix(FACTS) for name in names if PurePosixPath(name).name == FACTS]
    if not tops:
        raise ArchiveError
    return min(tops, key=lambda top: (top.count("/"), top))
