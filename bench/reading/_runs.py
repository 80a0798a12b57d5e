"""Running the product's own reader, and weighing it."""

from __future__ import annotations

import resource
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from plaise.reading import Reader
from plaise.reading._pool import Worker


@dataclass(frozen=True)
class Run:
    """What one engine said of each file, and what it cost (seconds; MB)."""

    readings: Mapping[str, Mapping[str, Any]]
    wall: float
    cpu: float
    peak: float = 0.0


def whole(paths: Sequence[Path], workers: int, today: date, *, slow: bool = False) -> Run:
    """Read files as the product does."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    readings = {}
    with Reader(workers=workers, today=today, slow=slow) as reader:
        for path, found in reader.read(paths):
            readings[path.name] = found[0].model_dump(mode="json")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(readings, time.perf_counter() - start, cpu, after.ru_maxrss / 1024)


def start_time() -> float:
    """Seconds from nothing to a child that is ready (the best of three)."""
    best = 60.0
    for _ in range(3):
        start = time.perf_counter()
        worker = Worker()
        best = min(best, time.perf_counter() - start)
        worker.close()
    return best


def series(path: Path, today: date, count: int = 100) -> float:
    """Seconds for many captures of one page whose clock alone changes."""
    with tempfile.TemporaryDirectory() as scratch:
        made = []
        with Image.open(path) as image:
            screen = image.convert("RGB")
        for number in range(count):
            one = screen.copy()
            place = (one.width - 90, one.height - 22)
            ImageDraw.Draw(one).text(place, f"{8 + number // 60:02d}:{number % 60:02d}", "gray")
            made.append(Path(scratch) / f"{number:03d}.png")
            one.save(made[-1], compress_level=1)
        return whole(made, 2, today).wall
