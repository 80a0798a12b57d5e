# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long the exhibits take, beside the least that could be done: copy and hash the same bytes.

    uv run python bench/bundle.py [COUNT …]

For each count, on captures of 1920 × 1080 points (RGB PNG, about 1.2 MB): their light copies made
once, as when they come in; the exhibits from those copies; the lossless series. Each measure runs
in a fresh process, so that the peak memory is its own, and beside a copy of the bytes it puts out.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from PIL import Image, ImageDraw

from plaise.bundle import (
    Originals,
    lossless_files,
    plan,
    prepare_capture,
    write_exhibits,
)
from plaise.dossier import (
    Capture,
    Demarche,
    Door,
    Dossier,
    Gender,
    Person,
    PrefectTitle,
    Prefecture,
    Reading,
    Request,
    Result,
    whole_file,
)

SIZE = (1920, 1080)
DESIGNS = 8


def main() -> None:
    """Measure each count and print one table."""
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], Path(sys.argv[3]))
        return
    counts = [int(word) for word in sys.argv[1:]] or [100, 500]
    print("captures  job        Mo out   seconds   of CPU  copy+hash  ratio   peak Mo  files")
    for count in counts:
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
            measure(count, Path(place))


def measure(count: int, folder: Path) -> None:
    """Make captures, then time each job beside a copy of what it put out; print a line each."""
    make_captures(folder / "captures", count)
    made = run("prepare", folder)
    print(f"{count:8d}  {'prepare':8s} {'':8s} {made['seconds']:9.2f} {made['busy']:8.2f}")
    for job in ("exhibits", "lossless"):
        made = run(job, folder)
        shutil.rmtree(folder / "source", ignore_errors=True)
        (folder / job).rename(folder / "source")
        total = sum(path.stat().st_size for path in (folder / "source").iterdir())
        run("copy", folder)
        base = run("copy", folder)
        ratio = made["seconds"] / base["seconds"]
        print(
            f"{count:8d}  {job:8s} {total / 1e6:8.1f} {made['seconds']:9.2f} {made['busy']:8.2f} "
            f"{base['seconds']:10.2f} {ratio:6.1f} {made['peak']:9.0f} {made['files']:6.0f}"
        )


def run(job: str, folder: Path) -> dict[str, float]:
    """One job in a fresh process."""
    command = [sys.executable, __file__, "--child", job, str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return {key: float(value) for key, value in json.loads(done.stdout).items()}


def child(job: str, folder: Path) -> None:
    """Do one job and say how long it took and the most memory it held."""
    out = folder / job
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    captures = [] if job == "copy" else describe(folder / "captures")
    start, worked = time.perf_counter(), time.process_time()
    if job == "copy":
        copy_and_hash(folder / "source", out)
    else:
        write(job, captures, folder, out)
    seconds = time.perf_counter() - start
    busy = time.process_time() - worked
    peak, files = most_memory(), len(list(out.iterdir()))
    print(json.dumps({"seconds": seconds, "busy": busy, "peak": peak, "files": files}))


def write(job: str, captures: list[Capture], folder: Path, out: Path) -> None:
    """Prepare the light copies, write the exhibits, or write the lossless series."""
    facts, originals = dossier(), Originals.of_folder(folder)
    if job == "prepare":
        for capture in captures:
            prepare_capture(capture, originals)
        return
    made = plan(facts, captures, originals)
    if job == "exhibits":
        write_exhibits(made, facts, captures, originals, out)
        return
    for name, put in lossless_files(made, captures, originals):
        with whole_file(out / name) as stream:
            put(stream)


def most_memory() -> float:
    """The most memory of this process, in MB; `ru_maxrss` would keep that of its parent."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1000
    raise OSError("no VmHWM in /proc/self/status")


def copy_and_hash(source: Path, out: Path) -> None:
    """The least that could be done with the same bytes, synced to the disk once."""
    with (out / "all").open("wb") as file:
        for path in sorted(source.iterdir()):
            raw = path.read_bytes()
            hashlib.sha256(raw).hexdigest()
            file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def make_captures(folder: Path, count: int) -> None:
    """Write captures that all differ (by a comment)."""
    folder.mkdir(parents=True)
    designs = [design(number) for number in range(DESIGNS)]
    for number in range(count):
        raw = with_comment(designs[number % DESIGNS], f"capture {number}")
        (folder / f"{number:05d}.png").write_bytes(raw)


def design(number: int) -> bytes:
    """A page of text under a noisy banner."""
    picture = Image.new("RGB", SIZE, (246, 246, 250))
    picture.paste(Image.effect_noise((1920, 150), 40).convert("RGB"), (0, 0))
    draw = ImageDraw.Draw(picture)
    for line in range(30):
        words = f"{number} Il n’existe plus de plage horaire libre pour votre demande " * 2
        draw.text((80, 240 + 26 * line), words, fill=(20, 20, 40), font_size=18)
    picture.paste(Image.effect_noise((600, 300), 30).convert("RGB"), (1200, 700))
    made = io.BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def with_comment(png: bytes, words: str) -> bytes:
    """The same picture with another hash."""
    body = b"tEXtComment\0" + words.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return png[:33] + chunk + png[33:]


def describe(folder: Path) -> list[Capture]:
    """Captures as reading would describe them, an hour apart."""
    first = datetime.fromisoformat("2026-10-12T08:14")
    found = []
    for index, path in enumerate(sorted(folder.iterdir())):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        when = first + timedelta(hours=index)
        reading = Reading(
            file=path.name,
            sha256=digest,
            result=Result.REFUSAL,
            host="val-d-exemple.exercice.test",
            date=f"{when:%Y-%m-%d}",
            time=f"{when:%H:%M}",
            wording="ez_plus_de_plage",
        )
        size = path.stat().st_size
        found.append(
            Capture(path=f"captures/{path.name}", sha256=digest, size=size, reading=reading)
        )
    return found


def dossier() -> Dossier:
    """An invented person's facts, without pieces."""
    return Dossier(
        schema_version=1,
        id=UUID("00000000-0000-4000-8000-000000000001"),
        exercise=True,
        city="Exempleville",
        person=Person(
            gender=Gender.FEMININE,
            last_name="Exemple",
            birth_date=date(1991, 3, 14),
            birth_place="Kayes",
            nationality="malienne",
            address=("12 rue des Essais",),
        ),
        prefecture=Prefecture(
            departement="00", title=PrefectTitle.PREFET, address=("1 place de l’Essai",)
        ),
        request=Request(demarche=Demarche.RENEWAL, door=Door.BOOKING, title_sought="une carte"),
    )


if __name__ == "__main__":
    main()
