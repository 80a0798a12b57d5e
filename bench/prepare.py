"""The whole job on the example: first run, second run, peak memory, from a fresh clone.

    python bench/prepare.py            prepare, twice, beside decoding the same captures
    python bench/prepare.py --clone    from a fresh clone to the package, cold then warm caches

Each line gives seconds of wall clock and of processor, and the ratio to the limit measured in the
same run: hashing and decoding the same pictures, which no reading can do without.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "dossier-exemple"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one job took."""

    wall: float
    cpu: float
    peak_mb: float


def run(command: list[str], **options: object) -> Cost:
    """Run a command and count what it and its children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)  # type: ignore[call-overload]
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu, after.ru_maxrss / 1024)


def decode_and_hash(folder: Path) -> Cost:
    """The limit: every picture hashed and decoded once, in this process."""
    started, cpu = time.perf_counter(), time.process_time()
    for path in sorted((folder / "captures").iterdir()):
        hashlib.sha256(path.read_bytes()).hexdigest()
        with Image.open(path) as picture:
            picture.load()
    return Cost(time.perf_counter() - started, time.process_time() - cpu, 0)


def show(name: str, cost: Cost, limit: Cost, captures: int) -> None:
    """Print one line of the table."""
    print(
        f"{name:28} {cost.wall:8.2f} s {cost.cpu:8.2f} CPU-s {cost.wall / captures:7.3f} s/capture"
        f" {cost.cpu / limit.cpu:8.1f} x limit {cost.peak_mb:7.0f} MB"
    )


def prepare_twice(place: Path) -> None:
    """First run, second run, and one more capture than before."""
    folder = place / "dossier"
    shutil.copytree(EXAMPLE, folder)
    spare = sorted((folder / "captures").iterdir())[0]
    away = place / spare.name
    spare.rename(away)
    captures = len(list((folder / "captures").iterdir()))
    limit = decode_and_hash(folder)
    show("decode and hash (limit)", limit, limit, captures)
    command = [sys.executable, "-m", "plaise", "prepare", str(folder)]
    show("prepare, first run", run(command), limit, captures)
    show("prepare, nothing changed", run(command), limit, captures)
    away.rename(spare)
    show("prepare, one more capture", run(command), limit, captures)


def from_a_fresh_clone(place: Path) -> None:
    """Clone, set up, prepare: as a newcomer, with empty then full package caches."""
    limit = decode_and_hash(EXAMPLE)
    captures = len(list((EXAMPLE / "captures").iterdir()))
    for name in ("cold caches", "warm caches"):
        clone = place / name.replace(" ", "-")
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        caches = {"UV_CACHE_DIR": str(place / "uv"), "PIP_CACHE_DIR": str(place / "pip")}
        cost = run(["scripts/run"], cwd=clone, env={**os.environ, **caches})
        show(f"clone to package, {name}", cost, limit, captures)


def main() -> None:
    """Measure what was asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clone", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        (from_a_fresh_clone if options.clone else prepare_twice)(Path(place))


if __name__ == "__main__":
    main()
