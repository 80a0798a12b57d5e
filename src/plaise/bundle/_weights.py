"""What copies weigh, kept from one run to the next: numbering a thousand captures opens none."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Protocol

from plaise import __version__

_NAME = "poids.json"


class Copies(Protocol):
    """Where copies made from originals are kept; a `plaise.store.Storage` is one."""

    def derivative(self, name: str) -> bytes | None:
        """The copy of that name, if any."""

    def keep_derivative(self, name: str, content: bytes) -> None:
        """Keep a copy (`OSError` when the disk refuses)."""


class Weights:
    """The weight of each copy in a file, by the name of the copy; another version weighs again."""

    def __init__(self, copies: Copies) -> None:
        self._copies = copies
        self._known: dict[str, int] | None = None
        self._new = False

    def of(self, name: str, weigh: Callable[[], int]) -> int:
        """The weight of a copy, weighed when it is not known."""
        known = self._all()
        if name not in known:
            known[name] = weigh()
            self._new = True
        return known[name]

    def keep(self) -> None:
        """Keep what was weighed.

        Raises:
            OSError: the disk refused.
        """
        if self._new:
            record = {"software": __version__, "weights": self._known}
            self._copies.keep_derivative(_NAME, json.dumps(record).encode())
            self._new = False

    def _all(self) -> dict[str, int]:
        if self._known is None:
            self._known = _read(self._copies.derivative(_NAME))
        return self._known


def _read(record: bytes | None) -> dict[str, int]:
    """What a record holds; nothing when another version made it, or something spoilt it."""
    try:
        raw: Any = json.loads(record or b"{}")
    except ValueError:
        return {}
    ours = isinstance(raw, dict) and raw.get("software") == __version__
    return dict(raw["weights"]) if ours else {}
