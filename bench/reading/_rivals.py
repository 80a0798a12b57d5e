"""The same pictures and the same rules, with other engines."""

from __future__ import annotations

import csv
import io
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from _runs import Run, children_cpu

from plaise.dossier import Box
from plaise.reading import ReadingError
from plaise.reading._conclude import conclude
from plaise.reading._decode import decode
from plaise.reading._engine import Engine, Line, load_slow_engine
from plaise.reading._look import page_of
from plaise.reading._rules import look


@dataclass(frozen=True)
class Plain:
    """Processor seconds of a plain pass: a picture, and its process's own start."""

    each: float
    start: float


def plain_pass(paths: Sequence[Path]) -> Plain:
    """One pass of the default engine over each whole picture, in a process of its own as ours."""
    command = [sys.executable, str(Path(__file__).with_name("_plain.py"))]
    before = children_cpu()
    asked = "\n".join(map(str, paths))
    told = subprocess.run(command, input=asked, text=True, capture_output=True, check=True).stdout
    start = float(told)
    return Plain((children_cpu() - before - start) / max(1, len(paths)), start)


class _Tesseract:
    def lines(self, image: bytes, *, side: int, fine: bool = False) -> list[Line]:
        """See `Engine.lines`."""
        command = ["tesseract", "-", "-", "-l", "fra", "--psm", "11", "tsv"]
        told = subprocess.run(command, input=image, capture_output=True, check=True).stdout.decode()
        rows: dict[tuple[str, str, str], list[dict[str, str]]] = {}
        for row in csv.DictReader(io.StringIO(told), delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["level"] == "5" and row["text"].strip():
                key = (row["block_num"], row["par_num"], row["line_num"])
                rows.setdefault(key, []).append(row)
        return [_line(words) for words in rows.values()]


def _line(words: list[dict[str, str]]) -> Line:
    left, top = min(int(w["left"]) for w in words), min(int(w["top"]) for w in words)
    right = max(int(w["left"]) + int(w["width"]) for w in words)
    bottom = max(int(w["top"]) + int(w["height"]) for w in words)
    sure = min(float(w["conf"]) for w in words) / 100
    box = Box(x=left, y=top, width=right - left, height=bottom - top)
    return Line(" ".join(w["text"] for w in words), box, max(0.0, sure))


def tesseract(paths: Sequence[Path], today: date) -> Run | None:
    """Tesseract on the full picture (French, sparse text); None when it is not installed."""
    return _with(_Tesseract(), paths, today) if shutil.which("tesseract") else None


def rapid(paths: Sequence[Path], today: date) -> Run | None:
    """The engine that was rejected for everyday use; None without the extra `photo`."""
    try:
        return _with(load_slow_engine(), paths, today)
    except ReadingError:
        return None


def _cpu() -> float:
    own, children = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def _with(engine: Engine, paths: Sequence[Path], today: date) -> Run:
    readings: dict[str, dict[str, Any]] = {}
    wall, cpu = time.perf_counter(), _cpu()
    for path in paths:
        page = page_of(decode(path.read_bytes()).image, engine, side=1280)
        values = conclude(look(page), name="x.png", metadata={}, zone="Europe/Paris", today=today)
        readings[path.name] = {**values, "result": values["result"].value}
    return Run(readings, time.perf_counter() - wall, _cpu() - cpu)
