# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long the exhibits take, beside the least that could be done: copy and hash the same bytes.

    uv run python bench/bundle.py [COUNT …]

For each count: prepared captures (palette PNG, about 0.1 MB) and lossless ones (RGB PNG, about
1 MB). Each measure runs in a fresh process, so that the peak memory is its own.
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

from plaise.bundle import Originals, plan, write_exhibits
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
)

SIZE = (1920, 1080)
DESIGNS = 8


def main() -> None:
    """Measure each count and print one table."""
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], Path(sys.argv[3]))
        return
    counts = [int(word) for word in sys.argv[1:]] or [100, 500]
    print("captures  kind       Mo    exhibits   of CPU  copy+hash  ratio   peak Mo  files")
    for count in counts:
        for kind in ("prepared", "lossless"):
            with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
                measure(count, kind, Path(place))


def measure(count: int, kind: str, folder: Path) -> None:
    """Make captures, bundle them, copy and hash them, print one line."""
    total = make_captures(folder / "captures", count, kind)
    run("copy", folder)
    base, made = run("copy", folder), run("bundle", folder)
    ratio = made["seconds"] / base["seconds"]
    times = f"{made['seconds']:8.2f} s {made['busy']:6.2f} s {base['seconds']:8.2f} s {ratio:6.1f}"
    print(
        f"{count:8d}  {kind:8s} {total / 1e6:6.1f} {times} {made['peak']:9.0f} {made['files']:6.0f}"
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
    captures = describe(folder / "captures") if job == "bundle" else []
    start, worked = time.perf_counter(), time.process_time()
    if job == "bundle":
        facts = dossier()
        originals = Originals.of_folder(folder)
        write_exhibits(plan(facts, captures, originals), facts, captures, originals, out)
    else:
        copy_and_hash(folder / "captures", out)
    seconds = time.perf_counter() - start
    busy = time.process_time() - worked
    peak, files = most_memory(), len(list(out.iterdir()))
    print(json.dumps({"seconds": seconds, "busy": busy, "peak": peak, "files": files}))


def most_memory() -> float:
    """The most memory of this process, in MB; `ru_maxrss` would keep that of its parent."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1000
    raise OSError("no VmHWM in /proc/self/status")


def copy_and_hash(source: Path, out: Path) -> None:
    """The least that could be done with the same bytes, synced to the disk once."""
    out.mkdir()
    with (out / "all").open("wb") as file:
        for path in sorted(source.iterdir()):
            raw = path.read_bytes()
            hashlib.sha256(raw).hexdigest()
            file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def make_captures(folder: Path, count: int, kind: str) -> int:
    """Write captures that all differ (by a comment); return their size in bytes."""
    folder.mkdir(parents=True)
    designs = [design(number, kind) for number in range(DESIGNS)]
    total = 0
    for number in range(count):
        raw = with_comment(designs[number % DESIGNS], f"capture {number}")
        (folder / f"{number:05d}.png").write_bytes(raw)
        total += len(raw)
    return total


def design(number: int, kind: str) -> bytes:
    """A page of text under a noisy banner."""
    picture = Image.new("RGB", SIZE, (246, 246, 250))
    picture.paste(Image.effect_noise((1920, 150), 40).convert("RGB"), (0, 0))
    draw = ImageDraw.Draw(picture)
    for line in range(30):
        words = f"{number} Il n’existe plus de plage horaire libre pour votre demande " * 2
        draw.text((80, 240 + 26 * line), words, fill=(20, 20, 40), font_size=18)
    if kind == "prepared":
        picture = picture.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    else:
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
