"""Stores as older versions left them, in one text file each, for any database.

`python tests/store/old_stores.py 0002` writes `old/0002.json` with what the code of today keeps, as
the tables of the migration `store.0002…` hold it, and says its recovery code: to be run when a
migration is added, and never again for that one.
"""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

OLD = Path(__file__).parent / "old"
# In this order, so that what is pointed to comes first.
TABLES = (
    "account",
    "memberkeys",
    "dossier",
    "membership",
    "file",
    "keptreading",
    "journalline",
    "package",
    "upload",
)


def load(version: str) -> None:
    """Put an old store into the empty database and data directory of now, at its own migration."""
    kept = json.loads((OLD / f"{version}.json").read_text(encoding="ascii"))
    call_command("migrate", "store", version, verbosity=0)
    models = _models(version)
    for table in TABLES:
        model = models[table]
        rows = kept["tables"][table]
        model._default_manager.bulk_create(model(**_row(model, row)) for row in rows)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [*models.values()]):
            cursor.execute(statement)
    for path, content in kept["files"].items():
        place = settings.PLAISE_DATA / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(base64.b64decode(content))


def write(version: str) -> None:
    """Write down the store of now."""
    tables = {name: [*_rows(model)] for name, model in _models(version).items() if name in TABLES}
    data: Path = settings.PLAISE_DATA
    files = {
        path.relative_to(data).as_posix(): base64.b64encode(path.read_bytes()).decode()
        for folder in ("blobs", "uploads")
        for path in sorted((data / folder).rglob("*"))
        if path.is_file()
    }
    text = json.dumps({"tables": tables, "files": files}, indent=1)
    (OLD / f"{version}.json").write_text(f"{text}\n", encoding="ascii")


def _models(version: str) -> dict[str, type[Model]]:
    loader = MigrationExecutor(connection).loader
    (name,) = (one for app, one in loader.graph.nodes if app == "store" and one.startswith(version))
    models = loader.project_state([("store", name)]).apps.get_app_config("store").get_models()
    return {str(model._meta.model_name): model for model in models}


def _rows(model: type[Model]) -> Iterator[dict[str, str | None]]:
    for one in model._default_manager.order_by("pk"):
        yield {
            field.attname: None
            if field.value_from_object(one) is None
            else field.value_to_string(one)
            for field in model._meta.concrete_fields
        }


def _row(model: type[Model], row: dict[str, str | None]) -> dict[str, Any]:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    said = {name: getattr(fields[name], "target_field", fields[name]) for name in row}
    return {
        name: None if value is None else said[name].to_python(value) for name, value in row.items()
    }


def _fill() -> None:
    """A small store with one of everything; its passphrase and code stand in the test."""
    from dossier_texts import SOUND
    from plaise.dossier import Reading, Result
    from plaise.store.vault import create_account, create_dossier, grant, receive
    from store_cases import PASSPHRASE, QUICK

    person, code = create_account("lune-verte", PASSPHRASE, cost=QUICK)
    create_account("nuage-gris", PASSPHRASE, cost=QUICK)
    dossier = create_dossier(person, exercise=True)
    dossier.write_facts(SOUND, seen=dossier.versioned_facts()[1])
    grant(person, dossier.id, "nuage-gris")
    stored = dossier.add("captures/une capture.png", b"picture", modified=1_760_000_000_000_000_001)
    reading = Reading(file=stored.path, sha256=stored.sha256, result=Result.REFUSAL)
    dossier.keep_readings(stored.sha256, "reader-1", (reading,))
    dossier.journal().append("note", {"text": "é"})
    dossier.keep_package([("pieces/01.pdf", b"%PDF")])
    receive(dossier.id, uuid4(), "arrivée.png", [b"on its way"])
    sys.stdout.write(f"{code}\n")


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from databases import sqlite, using

    place = Path(mkdtemp())
    with using(sqlite(place / "plaise.sqlite3"), place):
        call_command("migrate", verbosity=0)
        _fill()
        for version in sys.argv[1:]:
            write(version)
