"""What the file itself says of the day and time: EXIF, PNG text, name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from plaise.dossier import Source

_DATE = r"(?P<y>20[1-3]\d)[-_.]?(?P<m>[01]\d)[-_.]?(?P<d>[0-3]\d)"
_CLOCK = r"(?P<H>[012]?\d)[-_.:h]?(?P<M>[0-5]\d)(?:[-_.:m]?(?P<S>[0-5]\d))?"
# Windows « Capture d’écran 2026-10-12 081430 », macOS « … à 08.14.30 », GNOME « … du 2026-10-12
# 08-14-30 », KDE and Android « Screenshot_20261012-081430 » or « …_2026-10-12-08-14-30-123 ».
_TAKEN = re.compile(
    rf"(?:capture|screen\s?shot|screenshot|screen|ecran|écran|snapshot|img|photo|pxl)\D*{_DATE}"
    rf"(?:(?:\s+(?:à|a|at)\s+|[\s_T-]+){_CLOCK}(?!\d)?(?P<half>\s?[ap]m)?)?",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    rf"(?:whatsapp (?:image|video) {_DATE}|img-{_DATE.replace('<', '<r')}-wa\d+)", re.IGNORECASE
)
_EXIF_DATE = re.compile(r"^(\d{4}):(\d{2}):(\d{2})[ T](\d{2}):(\d{2}):(\d{2})")


@dataclass(frozen=True)
class Stamp:
    """A day, and often a time, that the file gives.

    `received`: the day a messaging application stored the picture, which is not the day when it
    was taken.
    """

    day: date
    at: time | None
    source: Source
    seen: str
    received: bool = False
    offset: str | None = None


def from_metadata(metadata: Mapping[str, str]) -> Stamp | None:
    """The day and time that a picture's own data give."""
    for key in ("exif:DateTimeOriginal", "exif:DateTimeDigitized", "png:Creation Time"):
        text = metadata.get(key, "")
        if (moment := _moment(text)) is not None:
            offset = metadata.get("exif:OffsetTimeOriginal") or metadata.get("exif:OffsetTime")
            return Stamp(moment.date(), moment.time(), Source.METADATA, text, offset=offset)
    return None


def _moment(text: str) -> datetime | None:
    text = text.strip()
    if match := _EXIF_DATE.match(text):
        numbers = [int(part) for part in match.groups()]
        try:
            return datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001 (as displayed)
        except ValueError:
            return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def from_name(name: str) -> Stamp | None:
    """The day, and often the time, that a file's name gives."""
    if match := _RECEIVED.search(name):
        parts = {key.lstrip("r"): value for key, value in match.groupdict().items() if value}
        day = _day(parts)
        return Stamp(day, None, Source.FILE_NAME, match.group(0), received=True) if day else None
    if match := _TAKEN.search(name):
        day = _day(match.groupdict())
        return Stamp(day, _time(match), Source.FILE_NAME, match.group(0)) if day else None
    return None


def _day(parts: Mapping[str, str | None]) -> date | None:
    try:
        return date(int(parts["y"] or 0), int(parts["m"] or 0), int(parts["d"] or 0))
    except ValueError:
        return None


def _time(match: re.Match[str]) -> time | None:
    if not match["H"]:
        return None
    hour, half = int(match["H"]), (match["half"] or "").strip().lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(match["M"]))
    except ValueError:
        return None
