"""One picture out of a file that holds many (PDF, Word, ODT, ZIP), as reading found it."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

import pikepdf

from plaise.dossier import Capture, PlaiseError

from ._pictures import JPEG_START
from ._png import SIGNATURE

_STEP = " › "  # how reading names a picture of a document inside an archive
_IN_PDF = re.compile(r"page (\d+), image (.+)")
_MOST = 60_000_000
_KNOWN = (SIGNATURE, JPEG_START)  # reading turns other images of a PDF into PNG the same way


def part_of(raw: bytes, capture: Capture) -> bytes:
    """The bytes of the picture that was read, taken out of its file again.

    Args:
        raw: the file of the dossier.
        capture: what was read in it; `part_name` says where.

    Raises:
        PlaiseError: the picture is not there, or is not the one that was read.
    """
    data = raw
    try:
        for step in (capture.reading.part_name or "").split(_STEP):
            data = _pdf_image(data, step) if data.startswith(b"%PDF-") else _entry(data, step)
    except (KeyError, IndexError, ValueError, OSError, RuntimeError) as error:
        raise _lost(capture) from error
    except (zipfile.BadZipFile, pikepdf.PdfError, NotImplementedError) as error:
        raise _lost(capture) from error
    if hashlib.sha256(data).hexdigest() != capture.reading.sha256:
        raise _lost(capture)
    return data


def _entry(raw: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive, archive.open(name) as entry:
        data = entry.read(_MOST + 1)
    if len(data) > _MOST:
        raise ValueError("too large")
    return data


def _pdf_image(raw: bytes, name: str) -> bytes:
    match = _IN_PDF.fullmatch(name)
    if match is None:
        raise KeyError(name)
    with pikepdf.open(io.BytesIO(raw)) as pdf:
        stored = pdf.pages[int(match[1]) - 1].resources["/XObject"][f"/{match[2]}"]
        if not isinstance(stored, pikepdf.Stream):
            raise KeyError(name)
        image = pikepdf.PdfImage(stored)
        made = io.BytesIO()
        image.extract_to(stream=made)
        if not made.getvalue().startswith(_KNOWN):
            made = io.BytesIO()
            image.as_pil_image().convert("RGB").save(made, "PNG", compress_level=1)
        return made.getvalue()


def _lost(capture: Capture) -> PlaiseError:
    return PlaiseError(
        f"L’image n° {capture.reading.part} de « {capture.path} » ne se retrouve pas.",
        safe="Le fichier n’a pas été modifié.",
        to_do="Enregistrez cette image à part, mettez-la dans le dossier des captures, puis "
        "relancez la commande.",
    )
