"""Copies of hostile pictures, made in the limited child process: small ones, redacted ones."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable

from PIL import Image

from plaise.dossier import Box, PlaiseError

from ._decode import UndecodableError, decode
from ._pool import Worker
from ._redact import redact


def redact_safely(image: bytes, boxes: Iterable[Box], protected: Iterable[Box]) -> bytes:
    """As `redact`, the picture being decoded in a limited child process.

    Raises:
        PlaiseError: as `redact`; ReadingError when no child can be started.
    """
    asked: dict[str, object] = {
        "do": "redact",
        "boxes": [box.model_dump() for box in boxes],
        "protected": [box.model_dump() for box in protected],
    }
    return _ask(asked, image)


def thumbnail(image: bytes, most: tuple[int, int]) -> bytes:
    """A small PNG copy, for a contact sheet; empty when the file shows nothing.

    Raises:
        ReadingError: no child can be started.
    """
    try:
        return _ask({"do": "thumbnail", "most": list(most)}, image)
    except PlaiseError:
        return b""


def made_copy(asked: dict[str, object], data: bytes) -> dict[str, object]:
    """What the child answers (see `_worker`): the copy in base 64, or why there is none."""
    try:
        if asked["do"] == "redact":
            boxes, guarded = (
                [Box.model_validate(box) for box in asked[name]]  # type: ignore[attr-defined]
                for name in ("boxes", "protected")
            )
            made = redact(data, boxes, guarded)
        else:
            made = _small(data, asked["most"])
    except PlaiseError as error:
        return {"error": [error.happened, error.to_do]}
    except UndecodableError as error:
        return {"error": [str(error), "Choisissez une image lisible."]}
    return {"data": base64.b64encode(made).decode()}


def _small(data: bytes, most: object) -> bytes:
    if not isinstance(most, list):
        raise UndecodableError
    picture = decode(data).image
    picture.thumbnail((int(most[0]), int(most[1])), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _ask(asked: dict[str, object], image: bytes) -> bytes:
    worker = Worker()
    try:
        answer = worker.copy(asked, image)
    finally:
        worker.close()
    if "error" in answer:
        happened, to_do = answer["error"]
        raise PlaiseError(happened, to_do=to_do)
    return base64.b64decode(answer["data"])
