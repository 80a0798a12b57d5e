# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long a petition takes (PDF and DOCX, new facts each time), beside docxtpl and LibreOffice.

    uv run --group bench python bench/drafting.py [COUNT]

Warm: COUNT petitions in one process, CPU time of each. Cold: a new process for one petition, wall
time. Beside: docxtpl fills a template that holds the same words, `soffice` makes the PDF.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from plaise.drafting import Act, Brief, as_tree, draft, from_tree, to_docx, to_pdf
from plaise.drafting.preview import preview_briefs

COLD_RUNS = 7
OTHER_RUNS = 5
ROWS = 37
BYTECODE = Path(tempfile.gettempdir()) / "plaise-bench-bytecode"
T = TypeVar("T")


def main() -> None:
    """Measure and print one table."""
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(CHILDREN[sys.argv[2]](int(sys.argv[3]))))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    loads = [round(load, 1) for load in os.getloadavg()]
    print(f"load average {loads}, {os.cpu_count()} cores; petition of {ROWS} attempts")
    warm = child("warm", count)
    child("cold", 1)  # writes the bytecode
    cold = [child("cold", 1) for _ in range(COLD_RUNS)]
    steps = ", ".join(f"{name} {warm[name]:.0f}" for name in ("draft", "pdf", "docx"))
    print(f"warm   CPU median {warm['median']:.0f} ms, p95 {warm['p95']:.0f} ms ({steps})")
    print(f"       after {count} petitions: peak memory {warm['peak']:.0f} MB")
    for name, unit in (("wall", "s"), ("cpu", "s"), ("peak", "MB")):
        values = sorted(one[name] for one in cold)
        middle = statistics.median(values)
        print(f"cold   {name:4} median {middle:.2f} {unit}, best {values[0]:.2f} {unit}")
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: nothing to compare with")
        return
    other = child("other", OTHER_RUNS)
    print(f"docxtpl DOCX       CPU median {other['docx']:6.0f} ms")
    print(f"soffice PDF        CPU median {other['pdf']:6.0f} ms, wall {other['wall']:.1f} s each")


def child(job: str, count: int) -> dict[str, float]:
    """One job in a fresh process; for a cold one, its wall time from the outside."""
    command = [sys.executable, __file__, "--child", job, str(count)]
    compiled = {**os.environ, "PYTHONPYCACHEPREFIX": str(BYTECODE)}  # as an installed program
    compiled.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=compiled)
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    told: dict[str, float] = json.loads(done.stdout)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {**told, "wall": told.get("wall", seconds), "cpu": cpu}


def warm(count: int) -> dict[str, float]:
    """Petitions one after the other, each with its own facts."""
    totals: list[float] = []
    steps: dict[str, list[float]] = {"draft": [], "pdf": [], "docx": []}
    for number in range(count + 3):
        facts = brief(number)
        document, drafting = timed(lambda: draft(Act.REQUETE, facts))  # noqa: B023 (called at once)
        _, pdf = timed(lambda: to_pdf(document, made_on=facts.today))  # noqa: B023
        _, docx = timed(lambda: to_docx(document, made_on=facts.today))  # noqa: B023
        if number >= 3:  # the first ones warm the caches
            totals.append(drafting + pdf + docx)
            for name, value in (("draft", drafting), ("pdf", pdf), ("docx", docx)):
                steps[name].append(value)
    return {
        "median": statistics.median(totals),
        "p95": statistics.quantiles(totals, n=20)[-1],
        "peak": peak(),
        **{name: statistics.median(values) for name, values in steps.items()},
    }


def cold(_: int) -> dict[str, float]:
    """One petition, everything still to be loaded."""
    facts = brief(0)
    document = draft(Act.REQUETE, facts)
    to_pdf(document, made_on=facts.today)
    to_docx(document, made_on=facts.today)
    return {"peak": peak()}


def other(count: int) -> dict[str, float]:
    """The same words through a Word template and LibreOffice."""
    template_class = import_module("docxtpl").DocxTemplate
    tree = as_tree(draft(Act.REQUETE, brief(0)))
    words: list[str] = []
    holed = from_tree(json.loads(json.dumps(tree), object_hook=lambda told: holes(told, words)))
    template = to_docx(replace(holed, title="gabarit"), made_on=brief(0).today)
    filling, converting, walls = [], [], []
    with tempfile.TemporaryDirectory() as place:
        for number in range(count + 1):
            source = Path(place) / "acte.docx"

            def fill(at: Path = source, number: int = number) -> None:
                filled = template_class(io.BytesIO(template))
                filled.render({"t": [*words, str(number)]}, autoescape=True)
                filled.save(at)

            _, spent = timed(fill)
            start = time.perf_counter()
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            convert(source, Path(place))
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if number:  # the first call makes LibreOffice's profile
                filling.append(spent)
                walls.append(time.perf_counter() - start)
                used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
                converting.append(used * 1000)
    middle = statistics.median
    return {"docx": middle(filling), "pdf": middle(converting), "wall": middle(walls)}


CHILDREN: dict[str, Callable[[int], dict[str, float]]] = {
    "warm": warm,
    "cold": cold,
    "other": other,
}


def holes(told: dict[str, object], words: list[str]) -> dict[str, object]:
    """A block whose every text is a field of a template."""

    def field(runs: object) -> list[list[str]]:
        assert isinstance(runs, list)
        found = []
        for text, look in runs:
            words.append(text)
            found.append([f"{{{{ t[{len(words) - 1}] }}}}", look])
        return found

    for name in ("runs", "label"):
        if name in told:
            told[name] = field(told[name])
    for name in ("items", "paragraphs", "header"):
        if isinstance(told.get(name), list):
            told[name] = [field(part) for part in told[name]]  # type: ignore[attr-defined]
    if isinstance(told.get("rows"), list):
        told["rows"] = [[field(cell) for cell in row] for row in told["rows"]]  # type: ignore[attr-defined]
    return told


def convert(source: Path, place: Path) -> None:
    """A Word file to PDF/A-2b by LibreOffice, without a window."""
    export = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(place / 'profil').as_uri()}", "--headless",
         "--convert-to", export, "--outdir", place, source],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def timed(job: Callable[[], T]) -> tuple[T, float]:
    """What a job gives, and its CPU time in milliseconds."""
    start = time.process_time()
    made = job()
    return made, (time.process_time() - start) * 1000


def peak() -> float:
    """The most memory that this process held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6


def brief(number: int) -> Brief:
    """The first invented person with other facts: name, reasons, hours of 37 attempts."""
    base = preview_briefs()["1-feminin"]
    first = datetime.fromisoformat("2026-10-12T08:14") + timedelta(minutes=number)
    sample, entry = base.captures[0], base.plan.series[0]
    captures, entries = [], list(base.plan.pieces)
    for n in range(ROWS):
        when = first + timedelta(hours=22 * n)
        name = f"captures/refus-{n:02d}.png"
        digest = hashlib.sha256(f"{number}/{n}".encode()).hexdigest()
        reading = sample.reading.model_copy(
            update={"sha256": digest, "date": f"{when:%Y-%m-%d}", "time": f"{when:%H:%M}"}
        )
        captures.append(
            sample.model_copy(update={"path": name, "sha256": digest, "reading": reading})
        )
        entries.append(
            entry.model_copy(
                update={
                    "number": len(entries) + 1,
                    "source": name,
                    "sha256": digest,
                    "first_page": n + 1,
                    "dated": date(when.year, when.month, when.day),
                }
            )
        )
    person = base.dossier.person.model_copy(update={"last_name": f"Exemple {number}"})
    request = base.dossier.request.model_copy(
        update={"serious": f"Je vis en France depuis {1990 + number % 30}"}
    )
    dossier = base.dossier.model_copy(update={"person": person, "request": request})
    plan = type(base.plan)(entries=tuple(entries))
    return type(base)(dossier=dossier, captures=tuple(captures), plan=plan, today=base.today)


if __name__ == "__main__":
    main()
