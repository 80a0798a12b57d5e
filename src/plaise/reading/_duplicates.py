"""The same picture brought twice."""

from __future__ import annotations

from collections.abc import Sequence

from plaise.dossier import Reading


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
