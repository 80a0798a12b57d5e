"""Running the product's own reader, and weighing it."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from plaise.reading import Reader
from plaise.reading._pool import Worker

READY = "un processus prêt à lire"


@dataclass(frozen=True)
class Run:
    """What one engine said of each file, and what it cost (seconds; MB)."""

    readings: Mapping[str, Mapping[str, Any]]
    wall: float
    cpu: float
    peak: float = 0.0

    def of(self, paths: Sequence[Path]) -> Run:
        """The same, of some of the files (what it cost is that of all)."""
        some = {path.name: self.readings[path.name] for path in paths}
        return Run(some, self.wall, self.cpu, self.peak)


def whole(paths: Sequence[Path], workers: int, today: date, *, slow: bool = False) -> Run:
    """Read files as the product does."""
    before = children_cpu()
    start = time.perf_counter()
    readings = {}
    with Reader(workers=workers, today=today, slow=slow) as reader:
        for path, found in reader.read(paths):
            readings[path.name] = found[0].model_dump(mode="json")
        peak = max((_peak(worker._child.pid) for worker in reader._all), default=0.0)
    return Run(readings, time.perf_counter() - start, children_cpu() - before, peak)


def children_cpu() -> float:
    """Processor seconds of the children that ended."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _peak(process: int) -> float:
    """The most memory (MB) that a living process held; 0 where the system does not say."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(one.split()[1]) / 1024 for one in lines if one.startswith("VmHWM")), 0.0)


@dataclass(frozen=True)
class Start:
    """The best of a few starts, in seconds: of the clock and of the processor."""

    wall: float
    cpu: float


def starts(path: Path, today: date) -> dict[str, Start]:
    """What is waited for before anything is read, and until the first capture is."""

    def ready() -> None:
        Worker().close()

    def first() -> None:
        worker = Worker()
        worker.read(path, zone="Europe/Paris", today=today)
        worker.close()

    def helped() -> None:
        command = [sys.executable, "-m", "plaise", "read", "--help"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    return {
        "`plaise read --help`": _best(helped),
        READY: _best(ready),
        "un processus, sa première capture lue": _best(first),
    }


def _best(start: Callable[[], None], times: int = 5) -> Start:
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = time.perf_counter(), children_cpu()
        start()
        walls.append(time.perf_counter() - wall)
        cpus.append(children_cpu() - cpu)
    return Start(min(walls), min(cpus))


def series(path: Path, today: date, count: int = 100) -> Run:
    """Many captures of one page whose clock alone changes, two processes."""
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
        return whole(made, 2, today)
