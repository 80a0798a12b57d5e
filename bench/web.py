"""How long each page takes with a large dossier, as ratios to a page that never changes.

uv run python bench/web.py [CAPTURES]
"""

from __future__ import annotations

import os
import statistics
import struct
import sys
import tempfile
import time
import zlib
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import django

from plaise.dossier import Finding, Reading, Result, Source
from plaise.store import Part, read_folder

if TYPE_CHECKING:
    from django.test import Client

    from plaise.store.vault import EncryptedDossier

EXAMPLE = Path(__file__).parents[1] / "examples" / "dossier-exemple"
STATIC_PAGE = "/mots/"
PAGES = (
    "../",
    "",
    "avant/",
    "qui/nom/",
    "demande/urgence/",
    "contacts/",
    "explications/",
    "captures/",
    "captures/lecture/",
    "captures/verifier/",
    "captures/verifier/?page=20",
    "captures/{tag}/",
    "captures/{tag}/masquer/",
    "pieces/",
    "pret/",
    "plan/",
    "numeros/",
    "chronologie/",
    "paquet/",
    "actes/",
    "deposer/",
    "apres/",
    "acces/",
    "exporter/",
)
TIMES = 20
PASSPHRASE = "cerise bateau lampe nuage"


def reading(number: int) -> Reading:
    """A refusal as the reader would have told it, one every three hours."""
    moment = datetime(2026, 6, 1, 8) + timedelta(hours=3 * number)  # noqa: DTZ001 (as displayed)
    seen = {
        "url": "https://www.prefecture-exemple.test/booking/create/9829/1",
        "date": moment.date().isoformat(),
        "time": moment.strftime("%H:%M"),
        "wording": "Il n’existe plus de plage horaire libre pour votre demande de rendez-vous.",
    }
    return Reading(
        file=f"captures/{number}.png",
        sha256="",
        width=1366,
        height=768,
        result=Result.REFUSAL,
        host="prefecture-exemple.test",
        zone="Europe/Paris",
        exercise=True,
        findings={
            name: Finding(value=value, seen=value, confidence=0.99, source=Source.OCR)
            for name, value in seen.items()
        },
    ).model_copy(update=seen)


def dossier_of(captures: int) -> EncryptedDossier:
    """The example, with that many captures, already read."""
    from plaise.journal import Journal  # noqa: PLC0415 (once Django is set up)
    from plaise.store.keys import Cost  # noqa: PLC0415
    from plaise.store.vault import create_account, import_parts  # noqa: PLC0415
    from plaise.work.seen import reader_of_dossier  # noqa: PLC0415

    person, _ = create_account("lune-verte", PASSPHRASE, cost=Cost(8, 1, 1))
    picture = next((EXAMPLE / "captures").glob("*.png")).read_bytes()
    parts = [p for p in read_folder(EXAMPLE) if not p.path.startswith(("captures/", "journal"))]
    shots = (Part(f"captures/{n:04}.png", _with_note(picture, n)) for n in range(captures))
    dossier = import_parts(person, [*parts, *shots])
    journal: Journal = dossier.journal()
    for number, stored in enumerate(dossier.originals("captures")):
        kept = reading(number).model_copy(update={"sha256": stored.sha256, "file": stored.path})
        dossier.keep_readings(stored.sha256, reader_of_dossier(dossier), (kept,))
        journal.append("capture_added", {"path": stored.path, "sha256": stored.sha256})
        journal.append("read", {"path": stored.path, "result": "refusal", "wording": kept.wording})
    return dossier


def _with_note(png: bytes, number: int) -> bytes:
    """The same picture with a text chunk, so that every file is another one."""
    chunk = b"tEXtComment\0%d" % number
    whole = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    end = png.rindex(b"IEND") - 4
    return png[:end] + whole + png[end:]


def p95(client: Client, address: str) -> tuple[float, int]:
    """The time of a page in milliseconds, nineteen times out of twenty, and its status."""
    spent = []
    for _ in range(TIMES):
        start = time.perf_counter()
        answer = client.get(address)
        _ = answer.content
        spent.append(1000 * (time.perf_counter() - start))
    return statistics.quantiles(spent, n=20)[-1], answer.status_code


def measure(captures: int) -> None:
    """Every page of one dossier."""
    from django.test import Client  # noqa: PLC0415 (once Django is set up)

    from plaise.web.background import WORKER, Kind  # noqa: PLC0415
    from plaise.web.captures.shown import tag_of  # noqa: PLC0415
    from plaise.web.start import start  # noqa: PLC0415

    start()
    dossier = dossier_of(captures)
    client = Client(headers={"host": "localhost", "sec-fetch-site": "same-origin"})
    client.post("/compte/ouvrir/", {"identifier": "lune-verte", "passphrase": PASSPHRASE})
    client.get(STATIC_PAGE)
    WORKER.ask(Kind.READ, dossier)
    while (job := WORKER.job(Kind.READ, dossier.id)) and job.active:
        time.sleep(0.5)  # exhibits are counted once, in the background
    base, _ = p95(client, STATIC_PAGE)
    print(f"{captures} captures ; {STATIC_PAGE} : p95 {base:.1f} ms (= 1)")
    tag = tag_of(dossier, dossier.originals("captures")[captures // 2].path)
    for page in PAGES:
        within = f"/dossiers/{dossier.id}/" + page.replace("{tag}", tag)
        address = "/dossiers/" if page == "../" else within
        began = time.perf_counter()
        client.get(address)
        cold = 1000 * (time.perf_counter() - began)
        spent, status = p95(client, address)
        times = f"{spent / base:7.1f} ×   {spent:8.1f} ms   (la première fois {cold:8.1f} ms)"
        print(f"  {status}  {page or '(parcours)':28} {times}")


def main() -> None:
    """Measure in a directory that goes away."""
    captures = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        os.environ["PLAISE_DATA"] = place
        os.environ["PLAISE_DOOR"] = ""
        os.environ["PLAISE_ORIGIN"] = ""
        os.environ["DJANGO_SETTINGS_MODULE"] = "plaise.web.settings"
        django.setup()
        from django.test.utils import setup_test_environment  # noqa: PLC0415

        setup_test_environment()
        measure(captures)


if __name__ == "__main__":
    main()
