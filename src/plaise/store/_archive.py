"""A dossier as one file: a tar, encrypted in the age format, which other tools open too."""

from __future__ import annotations

import io
import os
import tarfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Thread
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, cast

import pyrage

from plaise.dossier import PlaiseError, sync_directory

from ._parts import Part, UnsafePathError, check_path

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

_TOP = "dossier/"
MOST_IN_MEMORY = 200_000_000  # what the app takes in again
_TOO_SLOW = "Excessive work"  # how pyrage says it, after a measure that one busy moment makes wrong
_TRIES = 10


class ArchiveError(PlaiseError):
    """The file cannot be opened with this key, or is no export of ours."""

    def __init__(self) -> None:
        super().__init__(
            "Ce fichier ne s’ouvre pas : la phrase de passe (ou la clé) n’est pas la bonne, ou le "
            "fichier est abîmé.",
            to_do="Vérifiez la phrase de passe, ou copiez à nouveau le fichier d’origine.",
        )


class TooHeavyError(PlaiseError):
    """The dossier is too long for the form asked for."""

    def __init__(self) -> None:
        super().__init__(
            "Ce dossier est trop grand pour un fichier protégé par une phrase de passe : 200 Mo au "
            "plus.",
            to_do="Choisissez le zip, et gardez-le sur un disque ou une clé que vous protégez.",
        )


class TooSlowError(PlaiseError):
    """This computer would be too long over a passphrase that a quicker one has hardened."""

    def __init__(self) -> None:
        super().__init__(
            "Cet ordinateur est trop lent, ou trop occupé en ce moment, pour ouvrir ce fichier.",
            safe="Le fichier n’est pas abîmé.",
            to_do="Fermez les autres programmes et réessayez ; sinon, ouvrez-le sur un ordinateur "
            "plus rapide.",
        )


def write_tar(parts: Iterable[Part], into: BinaryIO) -> None:
    """Write parts as a tar, one after the other.

    Raises:
        OSError: the disk refused.
    """
    with tarfile.open(fileobj=into, mode="w|", format=tarfile.PAX_FORMAT) as tar:
        for part in parts:
            info = tarfile.TarInfo(_TOP + check_path(part.path))
            info.size = len(part.content)
            info.mode = 0o600
            if part.modified is not None:
                info.mtime = part.modified // 10**9
                info.pax_headers = {"PLAISE.modified": str(part.modified)}
            tar.addfile(info, io.BytesIO(part.content))


def read_tar(source: BinaryIO) -> Iterator[Part]:
    """The parts of a tar, one after the other; nothing is extracted to the disk.

    Raises:
        ArchiveError: it is no export of ours.
        UnsafePathError: it names a file outside the dossier.
    """
    try:
        with tarfile.open(fileobj=source, mode="r|") as tar:
            for member in tar:
                if member.isdir():
                    continue
                file = tar.extractfile(member) if member.isreg() else None
                if file is None or not member.name.startswith(_TOP):
                    raise UnsafePathError(member.name)
                given = member.pax_headers.get("PLAISE.modified", "")
                modified = int(given) if given.isdecimal() else None
                yield Part(check_path(member.name.removeprefix(_TOP)), file.read(), modified)
    except tarfile.TarError as error:
        raise ArchiveError from error


def export_age(parts: Iterable[Part], target: Path, recipients: Iterable[str]) -> None:
    """Write a dossier for the holders of age keys (`age1…`); memory stays flat.

    Raises:
        PlaiseError: a recipient is not an age public key.
        OSError: the disk refused; no half file is left.
    """
    try:
        keys = [pyrage.x25519.Recipient.from_str(text.strip()) for text in recipients]
    except pyrage.RecipientError as error:
        raise PlaiseError(
            "Cette clé n’est pas une clé publique age (elle commence par « age1 »).",
            to_do="Demandez à la personne de vous renvoyer sa clé publique.",
        ) from error
    with _replacing(target) as file:
        reading, writing = os.pipe()
        with _Aside(lambda: _encrypt(reading, file, keys)), os.fdopen(writing, "wb") as pipe:
            write_tar(parts, pipe)


def _encrypt(source: int, file: BinaryIO, keys: list[object]) -> None:
    with os.fdopen(source, "rb") as clear:
        pyrage.encrypt_io(clear, file, keys)


def import_age(source: Path, identity: str) -> Iterator[Part]:
    """The parts of an age file, for the holder of a key (`AGE-SECRET-KEY-1…`).

    Whatever is given must not be used before the end is reached: only then is the file known to
    be whole.

    Raises:
        ArchiveError: another key, or the file is damaged.
    """
    try:
        key = pyrage.x25519.Identity.from_str(identity.strip())
    except pyrage.IdentityError as error:
        raise ArchiveError from error
    reading, writing = os.pipe()
    with _Aside(lambda: _decrypt(source, writing, key)), os.fdopen(reading, "rb") as clear:
        yield from read_tar(clear)
        while clear.read(1 << 16):
            pass


def _decrypt(source: Path, into: int, key: object) -> None:
    with os.fdopen(into, "wb") as clear, source.open("rb") as file:
        try:
            pyrage.decrypt_io(file, clear, [key])
        except OSError as error:
            if error.errno is None:  # how pyrage tells of a chunk that is altered or missing
                raise ArchiveError from error
            raise


def export_with_passphrase(parts: Iterable[Part], passphrase: str) -> bytes:
    """A dossier under a passphrase (age's scrypt); the library wants it whole, in memory.

    Raises:
        TooHeavyError: it is longer than `MOST_IN_MEMORY`.
    """
    clear = _Bounded()
    write_tar(parts, clear)
    sealed: bytes = pyrage.passphrase.encrypt(clear.getvalue(), passphrase)
    return sealed


def import_with_passphrase(content: bytes, passphrase: str) -> Iterator[Part]:
    """The parts of an age file, from its passphrase; memory holds it whole, twice.

    Raises:
        ArchiveError: another passphrase, or the file is damaged.
        TooSlowError: this computer, as busy as it is, would take half a minute or more.
    """
    for _ in range(_TRIES):
        try:
            clear = pyrage.passphrase.decrypt(content, passphrase)
        except pyrage.DecryptError as error:
            if _TOO_SLOW not in str(error):
                raise ArchiveError from error
            continue
        return read_tar(io.BytesIO(clear))
    raise TooSlowError


class _Bounded(io.BytesIO):
    """A file in memory that refuses to grow for ever."""

    def write(self, content: Buffer, /) -> int:
        """Keep some bytes more."""
        if self.tell() + memoryview(content).nbytes > MOST_IN_MEMORY:
            raise TooHeavyError
        return super().write(content)


class _Aside:
    """A function that runs beside the block; its failure is told at the end of the block."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self._failure: Exception | None = None
        self._thread = Thread(target=self._run)

    def _run(self) -> None:
        try:
            self._work()
        except Exception as error:  # told to the caller, in its own thread
            self._failure = error

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._thread.join()
        if self._failure is None or isinstance(error, (PlaiseError, GeneratorExit)):
            return
        if isinstance(self._failure, pyrage.DecryptError):
            raise ArchiveError from self._failure
        raise self._failure


@contextmanager
def _replacing(target: Path) -> Iterator[BinaryIO]:
    """A file that takes the target's place once it is whole and synced."""
    with NamedTemporaryFile(dir=target.parent, prefix=".plaise-", delete=False) as file:
        temporary = Path(file.name)
        try:
            yield cast(BinaryIO, file.file)
            file.flush()
            os.fsync(file.fileno())
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    sync_directory(target.parent)
