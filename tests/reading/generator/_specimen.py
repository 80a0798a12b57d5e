"""What one picture shows, decided before it is drawn."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass
class Truth:
    """What a careful person reads on the picture (null: not there)."""

    result: str
    wording: str | None = None
    host: str | None = None
    url: str | None = None  # as displayed, when it is shown whole
    date: str | None = None
    date_partial: str | None = None
    time: str | None = None


@dataclass
class Specimen:
    """One picture to make, and its truth."""

    name: str
    split: str
    family: str  # desktop, phone, photo, scan
    device: str
    page: str
    truth: Truth
    html: str = ""
    width: int = 0
    height: int = 0
    scale: float = 1.0
    full: bool = True
    damage: dict[str, Any] = field(default_factory=dict)

    def label(self) -> dict[str, Any]:
        """What is written beside the picture."""
        told = asdict(self)
        for key in ("html", "width", "height", "full"):
            told.pop(key)
        return told
