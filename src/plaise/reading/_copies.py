"""Copies of hostile pictures, made in the limited child process: small ones, redacted ones."""

from __future__ import annotations

import atexit
import base64
import io
from collections.abc import Iterable, Mapping
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageDraw, ImageFont

from plaise.dossier import Box, PlaiseError

from ._contents import parts_of
from ._decode import UndecodableError, decode, sniff
from ._lighter import light_copy, plain_copy
from ._pool import Worker
from ._redact import redact
from .errors import ReadingError

if TYPE_CHECKING:
    from .office import Sheet

_KEPT, _CHOSEN = "#1f7a4a", "#b02a1a"
_COUNT = 4  # bytes that say how many pages a picture has


class Copier:
    """A limited child kept between copies, so that a sheet of pictures costs one start.

    Safe to share between threads: one copy is made at a time.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        self._worker: Worker | None = None

    def small(self, file: bytes, most: tuple[int, int], *, part: int | None = None) -> bytes:
        """A light JPEG copy of a picture, or of the picture number `part` of a document.

        Empty when the file shows nothing.

        Raises:
            ReadingError: no child can be started.
        """
        return self._shown({"do": "small", "most": list(most), "part": part}, file)

    def first_page(self, file: bytes, most: tuple[int, int]) -> bytes:
        """The first page of a PDF as a JPEG; empty when it cannot be shown.

        Raises:
            ReadingError: no child can be started.
        """
        return self._shown({"do": "page", "most": list(most)}, file)

    def redacted(self, image: bytes, boxes: Iterable[Box], protected: Iterable[Box]) -> bytes:
        """As `redact`.

        Raises:
            PlaiseError: as `redact`; ReadingError when no child can be started.
        """
        asked: dict[str, object] = {
            "do": "redact",
            "boxes": [box.model_dump() for box in boxes],
            "protected": [box.model_dump() for box in protected],
        }
        return self._ask(asked, image)

    def numbered(
        self,
        image: bytes,
        boxes: Iterable[Box],
        protected: Iterable[Box],
        most: tuple[int, int],
    ) -> bytes:
        """A JPEG copy on which boxes are drawn with their numbers, and what must stay framed.

        Raises:
            PlaiseError: the file is no picture; ReadingError when no child can be started.
        """
        asked: dict[str, object] = {
            "do": "number",
            "most": list(most),
            "boxes": [box.model_dump() for box in boxes],
            "protected": [box.model_dump() for box in protected],
        }
        return self._ask(asked, image)

    def light(self, file: bytes, *, part: int | None = None) -> bytes:
        """A light copy for a package (see `_lighter`); empty when it would spare too little.

        Raises:
            PlaiseError: the file shows nothing; ReadingError when no child can be started.
        """
        return self._ask({"do": "light", "part": part}, file)

    def plain(self, file: bytes, frame: int = 0) -> tuple[bytes, int]:
        """A lossless PNG of a picture, or of one page of a TIFF; and how many pages there are.

        Raises:
            PlaiseError: the file is no picture; ReadingError when no child can be started.
        """
        made = self._ask({"do": "plain", "frame": frame}, file)
        return made[_COUNT:], int.from_bytes(made[:_COUNT], "big")

    def sheet(self, file: bytes) -> Sheet:
        """What a Word or ODT file shows; nothing in it is run, nothing is fetched.

        Raises:
            PlaiseError: it is neither, or is damaged; ReadingError when no child can be started.
        """
        from .office import Sheet  # noqa: PLC0415 (seldom asked for)

        return Sheet.model_validate_json(self._ask({"do": "sheet"}, file))

    def close(self) -> None:
        """End the child; the next copy starts another."""
        with self._guard:
            self._end()

    def _shown(self, asked: dict[str, object], data: bytes) -> bytes:
        try:
            return self._ask(asked, data)
        except ReadingError:
            raise
        except PlaiseError:
            return b""

    def _ask(self, asked: dict[str, object], data: bytes) -> bytes:
        with self._guard:
            if self._worker is None:
                self._worker = Worker(copies=True)
            answer = self._worker.copy(asked, data)
            if "data" not in answer:
                self._end()  # it may be dead, or about to be
        if "error" in answer:
            happened, to_do = answer["error"]
            raise PlaiseError(happened, to_do=to_do)
        return base64.b64decode(answer["data"])

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.close()
            self._worker = None


@cache
def shared_copier() -> Copier:
    """One child for the whole process, started when first needed and ended with the process."""
    copier = Copier()
    atexit.register(copier.close)
    return copier


def redact_safely(image: bytes, boxes: Iterable[Box], protected: Iterable[Box]) -> bytes:
    """As `redact`, the picture being decoded in a limited child process.

    Raises:
        PlaiseError: as `redact`; ReadingError when no child can be started.
    """
    return shared_copier().redacted(image, boxes, protected)


def text_boxes(image: bytes) -> tuple[Box, ...]:
    """Where lines of text stand on a picture, in reading order; nothing of what they say.

    Raises:
        ReadingError: no child can be started.
    """
    worker = Worker()
    try:
        answer = worker.copy({"do": "lines"}, image)
    finally:
        worker.close()
    return tuple(Box.model_validate(box) for box in answer.get("boxes", ()))


def made_copy(asked: dict[str, object], data: bytes) -> dict[str, object]:
    """What the child answers (see `_worker`): the copy in base 64, or why there is none."""
    try:
        if asked["do"] == "redact":
            made = redact(data, _boxes(asked, "boxes"), _boxes(asked, "protected"))
        elif asked["do"] == "number":
            made = _numbered(data, asked)
        elif asked["do"] == "light":
            made = light_copy(_part(data, asked["part"]))
        elif asked["do"] == "sheet":
            from .office._open import sheet_of  # noqa: PLC0415 (seldom asked for)

            made = sheet_of(data).model_dump_json().encode()
        elif asked["do"] == "page":
            from ._first_page import first_page  # noqa: PLC0415 (seldom asked for)

            made = first_page(data, _size(asked["most"]))
        elif asked["do"] == "plain":
            plain, count = plain_copy(data, int(str(asked["frame"])))
            made = count.to_bytes(_COUNT, "big") + plain
        else:
            made = _small(_part(data, asked["part"]), asked["most"])
    except PlaiseError as error:
        return {"error": [error.happened, error.to_do]}
    except UndecodableError as error:
        return {"error": [str(error), "Choisissez une image lisible."]}
    return {"data": base64.b64encode(made).decode()}


def _boxes(asked: Mapping[str, Any], name: str) -> list[Box]:
    return [Box.model_validate(box) for box in asked[name]]


def _numbered(data: bytes, asked: Mapping[str, Any]) -> bytes:
    """Frames thick enough to be seen once the picture is reduced, numbers beside them."""
    picture = decode(data).image.convert("RGB")
    width, height = asked["most"]
    scale = max(1.0, picture.width / width, picture.height / height)
    thick, font = max(2, round(3 * scale)), ImageFont.load_default(round(20 * scale))
    draw = ImageDraw.Draw(picture)
    for box in _boxes(asked, "protected"):
        draw.rectangle(_corners(box), outline=_KEPT, width=thick)
    for number, box in enumerate(_boxes(asked, "boxes"), start=1):
        draw.rectangle(_corners(box), outline=_CHOSEN, width=thick)
        left, top, right, bottom = draw.textbbox((box.x, box.y), str(number), font)
        draw.rectangle((left - thick, top - thick, right + thick, bottom + thick), fill=_CHOSEN)
        draw.text((box.x, box.y), str(number), "white", font)
    picture.thumbnail((width, height), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)
    return out.getvalue()


def _corners(box: Box) -> tuple[int, int, int, int]:
    return box.x, box.y, box.x + max(1, box.width) - 1, box.y + max(1, box.height) - 1


def _part(data: bytes, wanted: object) -> bytes:
    """The picture itself, or the one wanted of a document."""
    if wanted is None:
        return data
    for number, part in enumerate(parts_of(data, sniff(data) or ""), start=1):
        if number == wanted and not part.fault:
            return part.data
    raise UndecodableError("Cette image n’est plus dans le document.")


def _size(most: object) -> tuple[int, int]:
    if not isinstance(most, list):
        raise UndecodableError
    return int(most[0]), int(most[1])


def _small(data: bytes, most: object) -> bytes:
    size = _size(most)
    picture = decode(data).image
    picture.thumbnail(size, Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=82)
    return out.getvalue()
