# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long the exhibits take, beside the least that could be done: copy and hash the same bytes.

    uv run --group bench python bench/bundle.py [COUNT …]

On captures of 1920 × 1080 points (RGB PNG, about 1.2 MB): the exhibits from the light copies that
were made when the captures came in, up to 5000 of them; the lossless series of 500; the making of
a light copy; and what docxtpl, LibreOffice and pikepdf take for the same job, on a few captures,
scaled per capture (LibreOffice's start included; where it is not installed, left out). Each measure
runs in a fresh process, so that the peak memory is its own, and beside a copy of the bytes it puts
out. Seconds are those of the wall; « CPU » adds up every thread and child.
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
from importlib import import_module
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
from plaise.reading import LIGHT, shared_copier

SIZE = (1920, 1080)
DESIGNS = 8
ONE_OF_EACH = 500
FEW = 25
PAGES_A_PART = 12  # about 15 MB


def main() -> None:
    """Measure each count and print one table."""
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], Path(sys.argv[3]))
        return
    counts = [int(word) for word in sys.argv[1:]] or [500, 1000, 5000]
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        folder = Path(place)
        print("captures  job        Mo out   seconds      CPU  copy+hash  ratio  peak Mo  files")
        for count in sorted(counts):
            make_captures(folder, count)
            ours = measure(count, "exhibits", folder)
            if count == ONE_OF_EACH:
                measure(count, "lossless", folder)
        beside(folder, ours / max(counts))


def measure(count: int, job: str, folder: Path) -> float:
    """Time a job beside a copy of what it put out, print a line, give its seconds."""
    made = run(job, folder)
    shutil.rmtree(folder / "source", ignore_errors=True)
    (folder / job).rename(folder / "source")
    total = sum(path.stat().st_size for path in (folder / "source").iterdir())
    run("copy", folder)
    base = run("copy", folder)
    shutil.rmtree(folder / "copy")
    print(
        f"{count:8d}  {job:8s} {total / 1e6:8.1f} {made['seconds']:9.2f} {made['busy']:8.2f} "
        f"{base['seconds']:10.2f} {made['seconds'] / base['seconds']:6.1f} {made['peak']:8.0f} "
        f"{made['files']:6.0f}",
        flush=True,
    )
    return made["seconds"]


def beside(folder: Path, ours: float) -> None:
    """What each capture costs when it comes in, and what it costs elsewhere."""
    few = folder / "few"
    shutil.rmtree(few, ignore_errors=True)
    (few / "captures").mkdir(parents=True)
    for path in sorted((folder / "captures").iterdir())[:FEW]:
        shutil.copy(path, few / "captures")
    made = run("prepare", few)
    each, busy = made["seconds"] / FEW, made["busy"] / FEW
    print(f"one light copy, made when a capture comes in: {1000 * each:.0f} ms ({busy:.3f} CPU s)")
    if shutil.which("soffice") is None:
        print("LibreOffice is not installed: nothing to set this beside")
        return
    other = run("docxtpl", few)
    theirs = other["seconds"] / FEW
    print(
        f"docxtpl + LibreOffice + pikepdf, {FEW} captures: {other['seconds']:.1f} s "
        f"({other['busy']:.1f} CPU s); scaled to 500: {500 * theirs:.0f} s, that is "
        f"{theirs / ours:.0f} × the exhibits, {theirs / (ours + each):.1f} × with the light copies"
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
    captures = [] if job in {"copy", "docxtpl"} else describe(folder / "captures")
    start, worked = time.perf_counter(), cpu()
    if job == "copy":
        copy_and_hash(folder / "source", out)
    elif job == "docxtpl":
        as_others_do(sorted((folder / "captures").iterdir()), out)
    else:
        write(job, captures, folder, out)
    seconds = time.perf_counter() - start
    peak, files = most_memory(), len(list(out.iterdir()))
    if job == "prepare":
        shared_copier().close()  # its processor time is known once it has ended
    print(json.dumps({"seconds": seconds, "busy": cpu() - worked, "peak": peak, "files": files}))


def cpu() -> float:
    """Processor seconds of this process, of its threads and of its ended children."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


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


def as_others_do(captures: list[Path], out: Path) -> None:
    """A Word template filled with pictures and captions, converted to PDF/A, then cut."""
    import pikepdf  # noqa: PLC0415 (not loaded by the other jobs)
    from docx import Document  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    docxtpl = import_module("docxtpl")  # untyped

    template = Document()
    for words in (
        "{%p for one in every %}",
        "{{ one.words }}",
        "{{ one.picture }}",
        "{%p endfor %}",
    ):
        template.add_paragraph(words)
    template.save(str(out / "template.docx"))
    filled = docxtpl.DocxTemplate(out / "template.docx")
    every = [
        {
            "words": f"Pièce n° {number} – SHA-256 {hashlib.sha256(path.read_bytes()).hexdigest()}",
            "picture": docxtpl.InlineImage(filled, str(path), width=Mm(150)),
        }
        for number, path in enumerate(captures, start=1)
    ]
    filled.render({"every": every})
    filled.save(out / "all.docx")
    archive = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
    command = ["soffice", f"-env:UserInstallation=file://{out.resolve()}/profile", "--headless"]
    command += ["--convert-to", archive, "--outdir", str(out), str(out / "all.docx")]
    subprocess.run(command, check=True, capture_output=True)
    with pikepdf.open(out / "all.pdf") as whole:
        for at in range(0, len(whole.pages), PAGES_A_PART):
            with pikepdf.Pdf.new() as part:
                part.pages.extend(whole.pages[at : at + PAGES_A_PART])
                part.save(out / f"part-{at:04d}.pdf")


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
    """Write captures that all differ (by a comment), and keep their light copies as intake does.

    Those that share a design share a light copy: it is made once, kept under each one's hash.
    """
    captures, copies = folder / "captures", folder / ".plaise" / "derivees"
    for one in (captures, copies):
        one.mkdir(parents=True, exist_ok=True)
    designs = [design(number) for number in range(DESIGNS)]
    lights = [shared_copier().light(one) for one in designs]
    for number in range(len(list(captures.iterdir())), count):
        raw = with_comment(designs[number % DESIGNS], f"capture {number}")
        (captures / f"{number:05d}.png").write_bytes(raw)
        name = f"{hashlib.sha256(raw).hexdigest()}-{LIGHT}"
        (copies / name).write_bytes(lights[number % DESIGNS])


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
