# SPDX-License-Identifier: AGPL-3.0-or-later
"""How long a capture takes to come in, beside the least: decode, hash, write and sync its bytes.

    uv run python bench/ingest.py [COUNT]

Screenshots of 1920 × 1080 points (RGB PNG, about 1.2 MB), one after the other: kept by a folder,
or sealed to an encrypted dossier as the app does it, and opened by the limited child process; then
their light copies, made by the same child. Medians and 95th percentiles, in milliseconds.
"""

from __future__ import annotations

import hashlib
import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import uuid4

import django
from django.core.management import call_command
from PIL import Image

from bundle import DESIGNS, design, with_comment
from plaise.reading import Copier
from plaise.store import DossierFolder, Part, create_dossier

THUMBNAIL = (320, 320)
WARM = 3  # the first ones pay for the child and for the caches of the disk


def main() -> None:
    """Measure and print one table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    designs = [design(number) for number in range(DESIGNS)]
    files = [with_comment(designs[n % DESIGNS], f"capture {n}") for n in range(count + WARM)]
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as place:
        measure(files, Path(place))


def measure(files: Sequence[bytes], place: Path) -> None:
    """One line for each way in."""
    copier = Copier()
    create_dossier(place / "folder", exercise=True)
    folder = DossierFolder(place / "folder")
    receive = encrypted_dossier(place)

    def kept(raw: bytes) -> None:
        folder.add(f"captures/{uuid4()}.png", raw)
        copier.small(raw, THUMBNAIL)

    def sealed(raw: bytes) -> None:
        receive(raw)
        copier.small(raw, THUMBNAIL)

    base = told("decode + hash + write + sync", lambda raw: least(raw, place), files)
    told("folder: kept, opened in the child", kept, files, base)
    told("encrypted: sealed, opened in the child", sealed, files, base)
    told("light copy, in the child", copier.light, files, base)
    copier.close()


def told(
    label: str, work: Callable[[bytes], object], files: Sequence[bytes], base: float = 0
) -> float:
    """Do it to each file, print, and give the median in milliseconds."""
    spent = []
    for raw in files:
        start = time.perf_counter()
        work(raw)
        spent.append(1000 * (time.perf_counter() - start))
    spent = spent[WARM:]
    median, p95 = statistics.median(spent), statistics.quantiles(spent, n=20)[-1]
    ratio = f"{median / base:6.1f} ×" if base else ""
    print(f"{label:40} {median:7.0f} ms   p95 {p95:7.0f} ms {ratio}")
    return median


def least(raw: bytes, place: Path) -> None:
    """What no way in can spare."""
    with Image.open(io.BytesIO(raw)) as picture:
        picture.load()
    hashlib.sha256(raw).hexdigest()
    with (place / f"{uuid4()}.png").open("xb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def encrypted_dossier(place: Path) -> Callable[[bytes], object]:
    """A new encrypted dossier, as the way to send it a file."""
    os.environ["PLAISE_DATA"] = str(place / "data")
    os.environ["DJANGO_SETTINGS_MODULE"] = "plaise.store.database.settings"
    django.setup()
    from plaise.store.keys import Cost  # noqa: PLC0415 (once Django is set up)
    from plaise.store.vault import create_account, import_parts, receive  # noqa: PLC0415

    (place / "data").mkdir(mode=0o700)
    call_command("migrate", verbosity=0)
    person, _ = create_account("compte-1", "x" * 20, cost=Cost(8, 1, 1))
    dossier = import_parts(person, [Part("dossier.toml", b"schema = 1\n")])
    return lambda raw: receive(dossier.id, uuid4(), f"{uuid4()}.png", [raw])


if __name__ == "__main__":
    main()
