"""An engine that says again what the real one said, call by call: the suite needs no model.

Remake the recording when the engine or what it is shown changes:
`uv run python tests/reading/recorded_engine.py`.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from plaise.dossier import Box, Reading
from plaise.reading._engine import Engine, Line, load_engine
from plaise.reading._look import Looker
from plaise.reading._read import read_data

SAMPLE = Path(__file__).parent / "sample"
LINES = SAMPLE / "lines.json"
TODAY = date(2026, 12, 31)


def labels() -> dict[str, dict[str, Any]]:
    """The labels of the sample, by file name."""
    lines = (SAMPLE / "labels.jsonl").read_text("utf-8").splitlines()
    return {one["file"]: one for one in map(json.loads, lines)}


class Recording:
    """The real engine, noting what it says."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.calls: list[list[list[Any]]] = []

    def lines(self, image: bytes, *, side: int, fine: bool = False) -> list[Line]:
        found = self._engine.lines(image, side=side, fine=fine)
        self.calls.append(
            [
                [one.text, one.box.x, one.box.y, one.box.width, one.box.height,
                 round(one.confidence, 3)]
                for one in found
            ]
        )  # fmt: skip
        return found


class Recorded:
    """What was noted, in the same order."""

    def __init__(self, calls: list[list[list[Any]]]) -> None:
        self._calls = iter(calls)

    def lines(self, image: bytes, *, side: int, fine: bool = False) -> list[Line]:
        return [
            Line(text, Box(x=x, y=y, width=width, height=height), sure)
            for text, x, y, width, height, sure in next(self._calls)
        ]


def read_with(engine: Engine, name: str) -> Reading:
    """The reading of one picture of the sample, with that engine."""
    data = (SAMPLE / name).read_bytes()
    (reading,) = read_data(name, data, zone="Europe/Paris", today=TODAY, looker=Looker(engine))
    return reading


def main() -> int:
    """Record every call on every picture of the sample."""
    told = {}
    for name in labels():
        recording = Recording(load_engine())
        read_with(recording, name)
        told[name] = recording.calls
    LINES.write_text(json.dumps(told, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
