"""The first page of a PDF as a picture, to recognise a document by.

Runs only in the limited child process (`_worker`).
"""

from __future__ import annotations

import io

from ._decode import UndecodableError

_CLOSEST = 4.0  # times 72 dots an inch: a small page is not blown up beyond that


def first_page(data: bytes, most: tuple[int, int]) -> bytes:
    """A JPEG of the first page, within a size in pixels; forms and notes are not run.

    Raises:
        UndecodableError: it cannot be opened, or has no page.
    """
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 (no types; seldom asked for)

    try:
        document = pypdfium2.PdfDocument(data)
        page = document[0]
        width, height = page.get_size()
        if min(width, height) <= 0:
            raise ValueError(f"{width} × {height}")
        scale = min(most[0] / width, most[1] / height, _CLOSEST)
        picture = page.render(scale=scale).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
        raise UndecodableError("Ce PDF ne se laisse pas montrer.") from error
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)
    return out.getvalue()
