"""How well and how fast captures are read: `uv run python bench/reading [--set DIR | --make N]`.

One command prints: precision and recall for each element, family and device; who is taken for whom
among the eight results; processor and wall time at one and two processes; peak memory; start; a
series of a hundred; and, in the same run, one plain pass of the engine over the same pictures,
Tesseract on the whole picture and the engine that was rejected (`rapidocr`), each given the same
rules. It ends with one table of all engines on the same pictures.

What it said, and on which pictures: docs/lecture-mesuree.md.

Set up: chromium and the fonts that tests/reading/generator/_kits.py names (to make pictures);
`apt install tesseract-ocr tesseract-ocr-fra`; the extra `photo`. What is absent is said, skipped.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from _rivals import plain_pass, rapid, tesseract
from _runs import READY, Run, series, starts, whole
from _score import ELEMENTS, Score, load_labels, score

from plaise.dossier import Result

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "reading" / "sample"
TODAY = date(2026, 12, 31)
RIVALS = 40


def main() -> int:
    """Print the tables."""
    asked = _parse()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.set or (_made(Path(scratch), asked.make) if asked.make else SAMPLE)
        labels = {one["file"]: one for one in load_labels(folder)}
        paths = [folder / name for name in labels]
        plain_paths = [p for p in paths if labels[p.name]["family"] in {"desktop", "phone"}]
        one, two = whole(plain_paths, 1, TODAY), whole(plain_paths, 2, TODAY)
        hard = [path for path in paths if path not in plain_paths]
        _accuracy("Lecture ordinaire", _scored(labels, [one]))
        if hard:
            _accuracy("Photographies et scans, lecture ordinaire",
                      _scored(labels, [whole(hard, 2, TODAY)]))  # fmt: skip
            if asked.photo:
                _accuracy("Photographies et scans, lecture lente (--photo)",
                          _scored(labels, [whole(hard, 2, TODAY, slow=True)]))  # fmt: skip
        if plain_paths:
            _speed(one, two, plain_paths)
            step = max(1, len(plain_paths) // max(1, asked.rivals))
            _rivals(labels, one, plain_paths[::step][: asked.rivals])
    return 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=Path, help="a labelled folder (pictures and labels.jsonl)")
    parser.add_argument("--make", type=int, default=0, help="make that many held-out pictures")
    parser.add_argument("--rivals", type=int, default=RIVALS, help="pictures given to the rivals")
    parser.add_argument("--photo", action="store_true", help="also the slow engine on photographs")
    return parser.parse_args()


def _made(folder: Path, count: int) -> Path:
    command = [sys.executable, "-m", "reading.generator", "held", "1", str(count), str(folder)]
    subprocess.run(command, check=True, cwd=ROOT / "tests")
    return folder


def _scored(labels: dict[str, dict[str, Any]], runs: Sequence[Run]) -> Score:
    return score((labels[name], got) for run in runs for name, got in run.readings.items())


def _accuracy(title: str, done: Score) -> None:
    print(f"\n== {title} ==  précision / rappel (%), nombre montré")
    print(f"{'':22}" + "".join(f"{name:>22}" for name in ELEMENTS))
    for group in sorted({group for group, _ in done.tallies}):
        cells = [done.tallies[group, name] for name in ELEMENTS]
        texts = (f"{one.precision} / {one.recall} ({one.shown})" for one in cells)
        print(f"{group:22}" + "".join(f"{text:>22}" for text in texts))
    for family, (right, count) in done.complete.items():
        print(f"tout juste, {family} : {right}/{count} ({100 * right / count:.1f} %)")
    _matrix(done)
    for fault in sorted(done.faults):
        print("  ×", fault)


def _matrix(done: Score) -> None:
    names = [one.value for one in Result]
    print(f"\nvrai ↓  lu →      {''.join(f'{name[:11]:>13}' for name in names)}")
    for true in names:
        if any(done.matrix[true, got] for got in names):
            row = "".join(f"{done.matrix[true, got] or '·':>13}" for got in names)
            print(f"{true:18}{row}")
    print(f"faux refus : {done.false_refusals}")


def _speed(one: Run, two: Run, paths: Sequence[Path]) -> None:
    count = max(1, len(paths))
    plain = plain_pass(paths)
    begun = starts(paths[0], TODAY)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"\n== Vitesse et mémoire == charge de la machine : {load:.1f} ({os.cpu_count()} cœurs)")
    for name, run, workers in (("1 processus", one, 1), ("2 processus", two, 2)):
        bare = (run.cpu - workers * begun[READY].cpu) / count
        print(f"{name} : {1000 * run.wall / count:.0f} ms/capture, "
              f"{run.cpu / count:.3f} s de processeur/capture, démarrage compris ; sans lui "
              f"{bare:.3f}, {bare / plain.each:.2f} × un passage simple")  # fmt: skip
    print(f"un passage simple du moteur à 1280 : {plain.each:.3f} s de processeur/capture, "
          f"sans son démarrage ({plain.start:.2f} s)")  # fmt: skip
    print(f"mémoire la plus haute d’un processus de lecture : {max(one.peak, two.peak):.0f} Mo")
    for what, start in begun.items():
        print(f"démarrage, {what} : {start.wall:.2f} s ({start.cpu:.2f} s de processeur)")
    refusals = [path for path in paths if one.readings[path.name]["result"] == Result.REFUSAL]
    alike = series((refusals or paths)[0], TODAY)
    print("série de 100 captures de la même page, 2 processus : "
          f"{alike.wall:.1f} s ({alike.cpu:.1f} s de processeur)")  # fmt: skip


def _rivals(labels: dict[str, dict[str, Any]], own: Run, paths: Sequence[Path]) -> None:
    rows = [("Plaise", own.of(paths), own.cpu / max(1, len(own.readings)))]
    for title, run, setup in (
        ("Tesseract, image entière", tesseract, "apt install tesseract-ocr tesseract-ocr-fra"),
        ("rapidocr (écarté)", rapid, "uv sync --extra photo"),
    ):
        done = run(paths, TODAY)
        if done is None:
            print(f"\n== {title} == absent de cette machine ({setup})")
            continue
        _accuracy(title, _scored(labels, [done]))
        rows.append((title, done, done.cpu / max(1, len(paths))))
    print(f"\n== Les moteurs, sur les mêmes {len(paths)} captures ==  précision / rappel (%)")
    heads = (*ELEMENTS, "tout juste", "faux refus", "s de processeur")
    print(f"{'':26}" + "".join(f"{head:>16}" for head in heads))
    for title, done, cpu in rows:
        told = _scored(labels, [done])
        cells = [told.overall(name) for name in ELEMENTS]
        right = sum(one for one, _ in told.complete.values())
        texts = [f"{one.precision} / {one.recall}" for one in cells]
        texts += [f"{right}/{len(paths)}", str(told.false_refusals), f"{cpu:.2f}"]
        print(f"{title:26}" + "".join(f"{text:>16}" for text in texts))


if __name__ == "__main__":
    sys.exit(main())
