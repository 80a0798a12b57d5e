"""The pictures inside a PDF.

Runs only in the limited child process (`_worker`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from ._contents import PICTURES, SMALL, Part
from ._decode import MAX_PIXELS, UndecodableError, sniff


def pdf_parts(data: bytes) -> Iterator[Part]:
    """The pictures of a PDF, page by page, each once.

    Raises:
        UndecodableError: it cannot be opened.
    """
    try:
        document = pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as error:
        raise UndecodableError("Ce PDF est protégé par un mot de passe.") from error
    except (pikepdf.PdfError, ValueError) as error:
        raise UndecodableError("Ce PDF est abîmé ou incomplet.") from error
    seen: set[tuple[int, int]] = set()
    with document:
        for number, page in enumerate(document.pages, start=1):
            for key, image in page.get_images().items():
                if image.objgen in seen and image.objgen != (0, 0):
                    continue
                seen.add(image.objgen)
                if part := _pdf_image(image, f"page {number}, image {key.lstrip('/')}"):
                    yield part


def _pdf_image(raw: pikepdf.Stream, name: str) -> Part | None:
    width, height = int(raw.get("/Width", 0)), int(raw.get("/Height", 0))
    if min(width, height) < SMALL:
        return None
    if width * height > MAX_PIXELS:
        return Part(name, fault="Cette image du PDF est trop grande pour être ouverte.")
    try:
        image = pikepdf.PdfImage(raw)
        out = io.BytesIO()
        image.extract_to(stream=out)
        if sniff(out.getvalue()) not in PICTURES:
            out = io.BytesIO()
            image.as_pil_image().convert("RGB").save(out, "PNG", compress_level=1)
    except Exception:
        return Part(name, fault="Cette image du PDF est abîmée ou d’un format inconnu.")
    return Part(name, out.getvalue())
