"""A copy with black boxes over private things: pixels truly gone, evidence never covered.

The original is kept as it is: the judge may order that it be produced (R. 611-8-7 CJA). The copy
is a plain PNG without metadata, so that no thumbnail or layer keeps what the boxes hide.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from PIL import Image, ImageDraw

from plaise.dossier import Box, PlaiseError, Reading

from ._decode import UndecodableError, decode

_EVIDENCE = ("url", "host", "date", "date_partial", "date_choices", "time", "wording", "result")
REDACTED_CAPTION = "copie où des éléments privés sont masqués ; l’original est conservé"
"""Said in the caption and in the inventory of every exhibit made from a redacted copy."""


def protected_boxes(reading: Reading) -> tuple[Box, ...]:
    """What may never be covered: address, date, time and wording, where they were read."""
    boxes = (reading.findings[name].box for name in _EVIDENCE if name in reading.findings)
    return tuple(dict.fromkeys(box for box in boxes if box is not None))


def redact(image: bytes, boxes: Iterable[Box], protected: Iterable[Box]) -> bytes:
    """A PNG copy of a picture in which the boxes are black.

    Args:
        image: the original's bytes (decode hostile ones in a limited child: `redact_safely`).
        boxes: what to hide, in pixels of the displayed picture.
        protected: what may not be covered, even in part (`protected_boxes`).

    Raises:
        PlaiseError: nothing to hide, a box outside the picture or over the evidence, or a file
            that is not a picture.
    """
    hidden = tuple(boxes)
    try:
        picture = decode(image).image
    except UndecodableError as error:
        raise PlaiseError(str(error), to_do="Choisissez une image lisible.") from error
    if not hidden:
        raise PlaiseError("Aucun rectangle à masquer.", to_do="Indiquez au moins un rectangle.")
    guarded = tuple(protected)
    for box in hidden:
        _check(box, picture.width, picture.height, guarded)
    draw = ImageDraw.Draw(picture)
    for box in hidden:
        corner = (box.x + box.width - 1, box.y + box.height - 1)
        draw.rectangle(((box.x, box.y), corner), fill=(0, 0, 0))
    clean = Image.frombytes("RGB", picture.size, picture.tobytes())
    out = io.BytesIO()
    clean.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _check(box: Box, width: int, height: int, guarded: tuple[Box, ...]) -> None:
    inside = min(box.x, box.y) >= 0 and box.x + box.width <= width
    if box.width < 1 or box.height < 1 or not inside or box.y + box.height > height:
        raise PlaiseError(
            "Un des rectangles sort de l’image, ou est vide.",
            to_do=f"L’image fait {width} × {height} points : gauche, haut, largeur, hauteur.",
        )
    if any(overlap(box, other) for other in guarded):
        raise PlaiseError(
            "Un des rectangles couvre l’adresse, la date, l’heure ou le texte du refus : la copie "
            "ne prouverait plus rien.",
            to_do="Réduisez ce rectangle pour laisser ces éléments visibles.",
        )


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes have a point in common."""
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )
