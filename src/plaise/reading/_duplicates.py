"""The same picture brought twice, and pictures that may show one and the same attempt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from plaise.dossier import Reading, Result


def find_duplicates(readings: Sequence[Reading]) -> dict[int, int]:
    """For each reading whose picture came before, byte for byte: its index and the first one's.

    Two honest attempts that merely look alike are never duplicates: only equal bytes are.
    """
    first: dict[str, int] = {}
    twins: dict[int, int] = {}
    for index, reading in enumerate(readings):
        if not reading.sha256:
            continue
        origin = first.setdefault(reading.sha256, index)
        if origin != index:
            twins[index] = origin
    return twins


_APART = 2  # minutes within which two pictures may be the same screen
_RESIZED = 0.02  # how far the shape of a re-sent copy may drift


def find_near_duplicates(readings: Sequence[Reading]) -> dict[int, int]:
    """For each reading that may show the same attempt as an earlier one: its index and that one's.

    A proposal for a person, never a merge: same address, same result and same wording, and either
    the same full moment (a copy re-sent by a messaging application, smaller but of the same shape)
    or one or two minutes later (the same screen taken twice). Without a date and a time on both,
    nothing is proposed: two honest attempts may look alike in everything else.
    """
    twins: dict[int, int] = {}
    pages: dict[tuple[object, ...], list[int]] = {}
    for index, reading in enumerate(readings):
        if reading.result is Result.UNREADABLE or _moment(reading) is None:
            continue
        known = pages.setdefault(_page(reading), [])
        for earlier in known:
            if _alike(reading, readings[earlier]):
                twins[index] = earlier
                break
        else:
            known.append(index)
    return twins


def _page(reading: Reading) -> tuple[object, ...]:
    return reading.result, reading.host, reading.url, reading.wording


def _alike(one: Reading, other: Reading) -> bool:
    first, second = _moment(one), _moment(other)
    if one.sha256 == other.sha256 or first is None or second is None:
        return False
    minutes = abs((first - second).total_seconds()) / 60
    return (minutes == 0 and _same_shape(one, other)) or (
        minutes <= _APART and (one.width, one.height) == (other.width, other.height)
    )


def _moment(reading: Reading) -> datetime | None:
    day = reading.date or reading.date_inferred or reading.date_partial
    if not day or not reading.time:
        return None
    full = f"2024{day[1:]}" if day.startswith("--") else day
    return datetime.fromisoformat(f"{full}T{reading.time}")


def _same_shape(one: Reading, other: Reading) -> bool:
    if not all((one.width, one.height, other.width, other.height)):
        return False
    return abs(one.width / one.height - other.width / other.height) < _RESIZED
