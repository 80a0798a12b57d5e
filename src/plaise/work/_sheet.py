"""A contact sheet: many captures at a glance, with what was read under each."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import closing

from PIL import Image, ImageDraw, ImageFont

from plaise.dossier import Capture
from plaise.reading import Copier
from plaise.store import Storage

_CELL, _PICTURE, _MARGIN = (520, 420), (500, 320), 10
_ACROSS, _DOWN = 3, 4


def contact_sheet(storage: Storage, captures: Sequence[Capture]) -> bytes:
    """A PDF of small pictures, twelve to a page, each with its name, result, day, hour and host.

    Every picture is decoded in the limited child process.
    """
    with closing(Copier()) as copier:
        pages = [
            _page(storage, captures[start : start + _ACROSS * _DOWN], copier)
            for start in range(0, max(1, len(captures)), _ACROSS * _DOWN)
        ]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=110)
    return out.getvalue()


def _page(storage: Storage, captures: Sequence[Capture], copier: Copier) -> Image.Image:
    page = Image.new("RGB", (_ACROSS * _CELL[0], _DOWN * _CELL[1]), "white")
    for number, capture in enumerate(captures):
        column, row = number % _ACROSS, number // _ACROSS
        data = copier.small(storage.read(capture.path), _PICTURE, part=capture.reading.part)
        _cell(page, (column * _CELL[0], row * _CELL[1]), data, capture)
    return page


def _cell(page: Image.Image, at: tuple[int, int], data: bytes, capture: Capture) -> None:
    x, y = at[0] + _MARGIN, at[1] + _MARGIN
    if data:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as picture:
            page.paste(picture, (x, y))
    reading = capture.reading
    draw = ImageDraw.Draw(page)
    draw.rectangle((x - 1, y - 1, x + _PICTURE[0], y + _PICTURE[1]), outline="#888888")
    when = " ".join(filter(None, (reading.date or reading.date_inferred, reading.time)))
    lines = (capture.name, f"{reading.result.value} – {when or 'sans date'}", reading.host or "–")
    for number, text in enumerate(lines):
        draw.text((x, y + _PICTURE[1] + 6 + 24 * number), text[:56], "black", _FONT)


_FONT = ImageFont.load_default(18)
