"""The pictures inside a PDF, a Word or ODT document, or a ZIP; every size checked before use.

Runs only in the limited child process (`_worker`).
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace

from PIL import Image

from ._decode import UndecodableError, sniff

MAX_PARTS = 300
MAX_DEPTH = 4
"""How many containers may stand inside one another (an archive of Word documents is two)."""
_MAX_PART = 60_000_000
_MAX_TOTAL = 400_000_000
_MAX_MIMETYPE = 200
SMALL = 150  # px: below that, a logo or an icon of the document, not a capture
PICTURES = {"PNG", "JPEG", "WEBP", "HEIC"}
_MEDIA = {"docx": "word/media/", "odt": "Pictures/"}


@dataclass(frozen=True)
class Part:
    """One thing inside a container: its bytes, or why they cannot be had (plain French)."""

    name: str
    data: bytes = b""
    fault: str = ""


def parts_of(data: bytes, kind: str) -> Iterator[Part]:
    """The pictures of a container, in order.

    Raises:
        UndecodableError: the container itself cannot be opened.
    """
    yield from _Opened().parts(data, kind)


class _Opened:
    """What was already taken out, over all the containers inside one another.

    Every byte taken out counts, those of inner containers too: a bomb stays one at any depth.
    """

    def __init__(self) -> None:
        self._count = 0
        self._bytes = 0
        self._full = False

    def parts(self, data: bytes, kind: str, prefix: str = "", depth: int = 1) -> Iterator[Part]:
        """The parts of one container, until too much was taken out."""
        if kind == "PDF":
            yield from self._pdf(data, prefix)
        else:
            yield from self._zip(data, prefix, depth)

    def _fits(self, size: int) -> bool:
        self._count += 1
        self._bytes += size
        self._full = self._count > MAX_PARTS or self._bytes > _MAX_TOTAL
        return not self._full

    def _pdf(self, data: bytes, prefix: str) -> Iterator[Part]:
        from ._pdf import pdf_parts  # noqa: PLC0415 (heavy, and most files are pictures)

        for part in pdf_parts(data):
            named = replace(part, name=f"{prefix}{part.name}")
            if not self._fits(len(part.data)):
                named = Part(named.name, fault=_TOO_MUCH)
            yield named
            if self._full:
                return

    def _zip(self, data: bytes, prefix: str, depth: int) -> Iterator[Part]:
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
            folder = _document(archive, archive.namelist())
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError) as error:
            raise UndecodableError("Cette archive est abîmée ou incomplète.") from error
        with archive:
            for info in archive.infolist():
                if _wanted(info, folder):
                    name = f"{prefix}{info.filename}"
                    yield from self._entry(name, _taken_out(archive, info), depth, folder)
                if self._full:
                    return

    def _entry(
        self, name: str, data: bytes | None, depth: int, folder: str | None
    ) -> Iterator[Part]:
        if data is None:
            yield Part(name, fault="Ce fichier de l’archive est abîmé ou protégé par mot de passe.")
            return
        if len(data) > _MAX_PART:
            self._fits(len(data))
            yield Part(name, fault="Ce fichier de l’archive est trop gros pour être ouvert.")
            return
        kind = sniff(data)
        if folder is not None and (kind not in PICTURES or _is_small(data)):
            return
        if not self._fits(len(data)):
            yield Part(name, fault=_TOO_MUCH)
        elif kind in {"PDF", "ZIP"}:
            yield from self._inner(name, data, str(kind), depth)
        else:
            yield Part(name, data)

    def _inner(self, name: str, data: bytes, kind: str, depth: int) -> Iterator[Part]:
        if depth >= MAX_DEPTH:
            yield Part(name, fault=_TOO_DEEP)
            return
        try:
            yield from self.parts(data, kind, f"{name} › ", depth + 1)
        except UndecodableError as error:
            yield Part(name, fault=str(error))


def _taken_out(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    """An entry’s bytes, one more than the most that is opened at the very most; None if spoilt."""
    try:
        with archive.open(info) as entry:
            return entry.read(_MAX_PART + 1)
    except Exception:  # any fault of a hostile archive: one file of it is lost, not the others
        return None


_TOO_MUCH = (
    f"Ce fichier contient plus de {MAX_PARTS} images, ou de trop grosses : la suite n’a pas été "
    "ouverte. Partagez-le en plusieurs fichiers."
)
_TOO_DEEP = (
    f"Cette archive est rangée dans {MAX_DEPTH - 1} autres, les unes dans les autres : elle n’a "
    "pas été ouverte. Sortez-en les captures, puis ajoutez-les."
)


def _document(archive: zipfile.ZipFile, names: list[str]) -> str | None:
    """Where a Word or ODT document keeps its pictures; None for a plain archive."""
    if "word/document.xml" in names:
        return _MEDIA["docx"]
    if "mimetype" in names and archive.getinfo("mimetype").file_size < _MAX_MIMETYPE:
        kind = archive.read("mimetype")
        if kind.startswith(b"application/vnd.oasis.opendocument"):
            return _MEDIA["odt"]
    return None


def _wanted(info: zipfile.ZipInfo, folder: str | None) -> bool:
    name = info.filename
    if info.is_dir() or name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith("."):
        return False
    return folder is None or name.startswith(folder)


def _is_small(data: bytes) -> bool:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "WEBP"]) as image:
                return min(image.size) < SMALL
        except Exception:
            return False
