"""Signs that a picture was edited, copied by a messaging application or saved again.

They are shown as notes, never held against anyone: cropping, sending and saving are what people do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from PIL import Image, ImageChops

from plaise.dossier import Note, NoteKind

_EDITORS = re.compile(
    r"photoshop|imageready|gimp|paint\.net|affinity|pixelmator|lightroom|snapseed|photopea|canva|"
    r"picsart|krita|paintshop|photofiltre|photoscape|irfanview|xnview|faststone|acorn|inkscape|"
    r"facetune|meitu|polarr|photodirector|coreldraw|illustrator|fireworks|figma|imagemagick",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"^(?:whatsapp (?:image|video)|img-\d{8}-wa\d|signal-\d{4}-\d\d-\d\d|photo_\d{4}-\d\d-\d\d_|"
    r"received_\d|fb_img_\d|viber_image|telegram-)",
    re.IGNORECASE,
)
_SENT_SIDES = {1600, 1280, 2048, 4096, 960}  # the longest side that messaging applications keep
_PROGRAMS = ("exif:Software", "png:Software", "xmp:CreatorTool", "xmp:History")
_CROP, _BLOCK = 512, 8
_SMALL_STEP = 6  # levels of grey: what compression leaves between two blocks
_MUCH, _PEAK = 3.0, 1.15


def editing_trace(metadata: Mapping[str, str]) -> str | None:
    """The image editor named in the file, if one is."""
    values = (metadata.get(key, "") for key in _PROGRAMS)
    return next((value for value in values if _EDITORS.search(value)), None)


def traces(name: str, metadata: Mapping[str, str], *, zone: str) -> Iterator[Note]:
    """What the file tells of its own history.

    Args:
        name: the file's name.
        metadata: by prefixed key, as `decode` gives it.
        zone: in which the screen's clock is taken to be.
    """
    if program := editing_trace(metadata):
        yield Note(kind=NoteKind.EDITED, values={"program": program})
    if _RECEIVED.match(name):
        yield Note(kind=NoteKind.RECEIVED)
    elif sign := _saved_again(metadata):
        yield Note(kind=NoteKind.REENCODED, values={"sign": sign})
    now, before = metadata.get("image:size", ""), metadata.get("exif:size", "")
    if before and now and sorted(_sides(before)) != sorted(_sides(now)):
        yield Note(kind=NoteKind.RESIZED, values={"size": now, "screen": before})
    if note := _offset(metadata, zone):
        yield note


def _saved_again(metadata: Mapping[str, str]) -> str:
    if metadata.get("image:blocks"):
        return "marques d’une compression JPEG antérieure"
    sides = _sides(metadata.get("image:size", ""))
    if metadata.get("jpeg:bare") and sides and max(sides) in _SENT_SIDES:
        return "JPEG sans données de l’appareil, à la taille que gardent les messageries"
    return ""


def _sides(size: str) -> list[int]:
    return [int(part) for part in size.split(" × ")] if " × " in size else []


def _offset(metadata: Mapping[str, str], zone: str) -> Note | None:
    """Whether the file names another offset than the zone of the dossier had at that time."""
    told = metadata.get("exif:OffsetTimeOriginal") or metadata.get("exif:OffsetTime") or ""
    match = re.fullmatch(r"([+-])(\d\d):(\d\d)", told)
    day = re.match(r"(\d{4}):(\d\d):(\d\d) (\d\d)", metadata.get("exif:DateTimeOriginal", ""))
    if match is None or day is None:
        return None
    try:
        year, month, number, hour = map(int, day.groups())
        moment = datetime(year, month, number, hour, tzinfo=ZoneInfo(zone))
    except ValueError:
        return None
    ours = moment.isoformat()[-6:]
    if ours == told:
        return None
    return Note(kind=NoteKind.OFFSET, values={"file": f"UTC{told}", "zone": f"UTC{ours} ({zone})"})


def blocks_of_jpeg(image: Image.Image, *, jpeg: bool) -> bool:
    """Whether a picture shows the grid of a JPEG compression that its own form does not explain.

    In its middle, the small steps between columns are counted for each place modulo 8: a grid makes
    one place stand out. A JPEG has its own grid at place 0, which says nothing and is left out.
    """
    left, top = max(0, (image.width - _CROP) // 2), max(0, (image.height - _CROP) // 2)
    right, bottom = min(image.width, left + _CROP), min(image.height, top + _CROP)
    middle = image.crop((left, top, right, bottom))
    grey = (middle.convert("RGBA") if "transparency" in middle.info else middle).convert("L")
    if grey.width < 8 * _BLOCK or grey.height < 8 * _BLOCK:
        return False
    moved = ImageChops.offset(grey, 1, 0)
    steps = ImageChops.difference(grey, moved).point(
        [255 if 1 <= step <= _SMALL_STEP else 0 for step in range(256)]
    )
    means = steps.convert("F").resize((grey.width, 1), Image.Resampling.BOX)
    columns = memoryview(means.tobytes()).cast("f")
    sums = [0.0] * _BLOCK
    for column in range(1, grey.width):
        sums[(left + column) % _BLOCK] += columns[column]
    if jpeg:
        sums[0] = 0.0
    ranked = sorted((total * _BLOCK / grey.width for total in sums), reverse=True)
    return ranked[0] > _MUCH and ranked[0] > _PEAK * ranked[1]
