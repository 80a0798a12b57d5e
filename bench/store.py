"""How long the encrypted store takes with a large dossier, on SQLite.

uv run python bench/store.py [CAPTURES]
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from uuid import uuid4

import django
from django.core.management import call_command

from plaise.store import Part

FACTS = """schema = 1
[personne]
nom = "Exemple"
prenoms = "Aminata"
"""


def told(label: str, work: Callable[[], object], times: int = 15) -> None:
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        spent.append(1000 * (time.perf_counter() - start))
    print(f"  {label:44} {statistics.median(spent):8.1f} ms  (au pire {max(spent):.1f})")


def measure(captures: int) -> None:
    from plaise.store.keys import Cost  # noqa: PLC0415 (once Django is set up)
    from plaise.store.vault import (  # noqa: PLC0415
        create_account,
        file_uploads,
        import_parts,
        list_dossiers,
        open_dossier,
        receive,
    )

    told("faire les tables", lambda: call_command("migrate", verbosity=0), 1)
    person, _ = create_account("compte-1", "x" * 20, cost=Cost(8, 1, 1))
    pictures = (Part(f"captures/{n}.png", os.urandom(100_000)) for n in range(captures))
    start = time.perf_counter()
    dossier = import_parts(person, [Part("dossier.toml", FACTS.encode()), *pictures])
    print(f"  {f'importer {captures} captures de 100 ko':44} {time.perf_counter() - start:8.1f} s")
    journal = dossier.journal()
    told("une ligne de journal", lambda: journal.append("read", {"n": 1}), captures)
    told("ouvrir le journal", dossier.journal)
    told("ouvrir le dossier", lambda: open_dossier(person, dossier.id))
    told("liste des dossiers", lambda: list_dossiers(person))
    told("liste des captures", lambda: dossier.originals("captures"))
    told("une capture", lambda: dossier.read("captures/7.png"))
    told("ajouter une capture", lambda: dossier.add(f"captures/{uuid4()}.png", os.urandom(100_000)))
    million = os.urandom(1_000_000)
    told("recevoir 1 Mo", lambda: receive(dossier.id, uuid4(), f"{uuid4()}.png", [million]), 20)
    told("ranger vingt envois de 1 Mo", lambda: file_uploads(dossier), 1)


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        os.environ["PLAISE_DATA"] = place
        os.environ["DJANGO_SETTINGS_MODULE"] = "plaise.store.database.settings"
        django.setup()
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)


if __name__ == "__main__":
    main()
