"""How long a capture takes to read, and how much memory: `uv run python bench/reading.py [DIR]`.

Compared, in the same run, with one plain pass of the engine and with decoding alone.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image

from plaise.dossier import Result
from plaise.reading import Reader
from plaise.reading._decode import decode
from plaise.reading._engine import load_engine
from plaise.reading._look import page_of

EXAMPLE = Path(__file__).parents[1] / "examples" / "dossier-exemple" / "captures"


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Wall seconds, and processor seconds of this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def whole(paths: Sequence[Path], workers: int) -> tuple[float, float, float, int]:
    """First result, all results, processor seconds of the children, unreadable ones."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    first, lost = 0.0, 0
    with Reader(workers=workers) as reader:
        for _, readings in reader.read(paths):
            first = first or time.perf_counter() - start
            lost += sum(one.result is Result.UNREADABLE for one in readings)
    total = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return first, total, cpu, lost


def main() -> int:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE
    paths = [path for path in sorted(folder.iterdir()) if path.suffix in {".png", ".jpg", ".webp"}]
    count = len(paths)
    rows: list[tuple[str, float, float]] = []

    images: list[Image.Image] = []
    wall, cpu = timed(lambda: images.extend(decode(path.read_bytes()).image for path in paths))
    rows.append(("décodage seul", wall / count, cpu / count))
    engine = load_engine()
    page_of(images[0], engine, side=1280)
    wall, plain = timed(lambda: [page_of(image, engine, side=1280) for image in images])
    rows.append(("un passage du moteur (1280)", wall / count, plain / count))
    images.clear()
    firsts = []
    for workers in (1, 2):
        first, total, cpu, lost = whole(paths, workers)
        firsts.append(first)
        rows.append((f"lecture entière, {workers} processus", total / count, cpu / count))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024

    print(f"{count} captures de {folder.name} ({lost} illisibles)\n")
    print(f"{'':34}{'s/capture':>12}{'CPU-s/capture':>16}{'÷ passage simple':>18}")
    for name, wall, cpu in rows:
        print(f"{name:34}{wall:12.3f}{cpu:16.3f}{cpu / (plain / count):18.2f}")
    print(f"\npremier résultat : {firsts[0]:.2f} s ; mémoire la plus haute d’un processus : "
          f"{peak:.0f} Mo")  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
