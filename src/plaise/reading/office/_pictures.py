"""The pictures of a document, decoded and encoded anew: nothing of a stranger's bytes goes on."""

from __future__ import annotations

import base64
import io

from PIL import Image

from .._decode import UndecodableError, decode, sniff
from .._lighter import plain_copy
from ._tree import Picture

_LONGEST = 2480  # points: an A4 page at 300 per inch
_MOST, _MOST_LETTERS = 200, 60_000_000
_QUALITY = 90


class Pictures:
    """Every picture once, in the order in which they are met."""

    def __init__(self) -> None:
        self.kept: list[Picture] = []
        self._known: dict[str, int] = {}
        self._letters = 0

    def place_of(self, name: str, raw: bytes) -> int | None:
        """The place of a picture in `kept`; None when it cannot be shown."""
        if name not in self._known:
            full = len(self.kept) >= _MOST or self._letters > _MOST_LETTERS
            made = None if full else _made(raw)
            if made is None:
                return None
            self._letters += len(made.data)
            self._known[name] = len(self.kept)
            self.kept.append(made)
        return self._known[name]


def _made(raw: bytes) -> Picture | None:
    photo = sniff(raw) in {"JPEG", "HEIC"}
    try:
        image = _opened(raw)
    except UndecodableError:
        return None
    image.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
    image.info.pop("icc_profile", None)
    out = io.BytesIO()
    if photo:
        image.save(out, "JPEG", quality=_QUALITY)
    else:
        image.save(out, "PNG", compress_level=4)
    return Picture(
        kind="jpeg" if photo else "png",
        width=image.width,
        height=image.height,
        data=base64.b64encode(out.getvalue()).decode(),
    )


def _opened(raw: bytes) -> Image.Image:
    if sniff(raw) in {"PNG", "JPEG", "WEBP", "HEIC"}:
        return decode(raw).image.convert("RGB")
    with Image.open(io.BytesIO(plain_copy(raw, 0)[0])) as image:
        return image.convert("RGB")
