"""The pictures inside a PDF, a Word or ODT document, or a ZIP; every size checked before use.

Runs only in the limited child process (`_worker`).
"""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
from PIL import Image

from ._decode import MAX_PIXELS, UndecodableError, sniff

MAX_PARTS = 300
_MAX_PART = 60_000_000
_MAX_TOTAL = 400_000_000
_MAX_DEPTH = 2
_MAX_MIMETYPE = 200
_SMALL = 150  # px: below that, a logo or an icon of the document, not a capture
_PICTURES = {"PNG", "JPEG", "WEBP", "HEIC"}
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
    """What was already taken out, over all the containers inside one another."""

    def __init__(self) -> None:
        self._count = 0
        self._bytes = 0

    def parts(self, data: bytes, kind: str, prefix: str = "", depth: int = 1) -> Iterator[Part]:
        """The parts of one container."""
        source = _pdf(data) if kind == "PDF" else self._zip(data, prefix, depth)
        for part in source:
            self._count += 1
            self._bytes += len(part.data)
            if self._count > MAX_PARTS or self._bytes > _MAX_TOTAL:
                yield Part(part.name, fault=_TOO_MUCH)
                return
            yield part

    def _zip(self, data: bytes, prefix: str, depth: int) -> Iterator[Part]:
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError) as error:
            raise UndecodableError("Cette archive est abîmée ou incomplète.") from error
        with archive:
            names = archive.namelist()
            folder = _document(archive, names)
            for info in archive.infolist():
                if _wanted(info, folder):
                    yield from self._entry(archive, info, prefix, depth, in_document=bool(folder))

    def _entry(
        self, archive: zipfile.ZipFile, info: zipfile.ZipInfo, prefix: str, depth: int, *,
        in_document: bool,
    ) -> Iterator[Part]:  # fmt: skip
        name = f"{prefix}{info.filename}"
        try:
            with archive.open(info) as entry:
                data = entry.read(_MAX_PART + 1)
        except (
            zipfile.BadZipFile,
            RuntimeError,
            NotImplementedError,
            OSError,
            EOFError,
            ValueError,
        ):
            yield Part(name, fault="Ce fichier de l’archive est abîmé ou protégé par mot de passe.")
            return
        except Exception:
            yield Part(name, fault="Ce fichier de l’archive est abîmé.")
            return
        kind = sniff(data)
        if len(data) > _MAX_PART:
            yield Part(name, fault="Ce fichier de l’archive est trop gros pour être ouvert.")
        elif kind in {"PDF", "ZIP"} and not in_document:
            if depth >= _MAX_DEPTH:
                yield Part(name, fault="Une archive dans une archive n’est pas ouverte.")
                return
            try:
                yield from self.parts(data, kind, f"{name} › ", depth + 1)
            except UndecodableError as error:
                yield Part(name, fault=str(error))
        elif (kind in _PICTURES and not (in_document and _is_small(data))) or not in_document:
            yield Part(name, data)


_TOO_MUCH = (
    f"Ce fichier contient plus de {MAX_PARTS} images, ou de trop grosses : la suite n’a pas été "
    "ouverte. Partagez-le en plusieurs fichiers."
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
                return min(image.size) < _SMALL
        except Exception:
            return False


def _pdf(data: bytes) -> Iterator[Part]:
    try:
        document = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as error:
        raise UndecodableError("Ce PDF est protégé par un mot de passe.") from error
    except (pikepdf.PdfError, ValueError) as error:
        raise UndecodableError("Ce PDF est abîmé ou incomplet.") from error
    seen: set[tuple[int, int]] = set()
    with document:
        for number, page in enumerate(document.pages, start=1):
            for key, image in page.images.items():
                if image.objgen in seen and image.objgen != (0, 0):
                    continue
                seen.add(image.objgen)
                if part := _pdf_image(image, f"page {number}, image {key.lstrip('/')}"):
                    yield part


def _pdf_image(raw: pikepdf.Stream, name: str) -> Part | None:
    width, height = int(raw.get("/Width", 0)), int(raw.get("/Height", 0))
    if min(width, height) < _SMALL:
        return None
    if width * height > MAX_PIXELS:
        return Part(name, fault="Cette image du PDF est trop grande pour être ouverte.")
    try:
        image = pikepdf.PdfImage(raw)
        out = io.BytesIO()
        image.extract_to(stream=out)
        if sniff(out.getvalue()) not in _PICTURES:
            out = io.BytesIO()
            image.as_pil_image().convert("RGB").save(out, "PNG", compress_level=1)
    except Exception:
        return Part(name, fault="Cette image du PDF est abîmée ou d’un format inconnu.")
    return Part(name, out.getvalue())
