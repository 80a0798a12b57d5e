"""A store of an older version opens after an update, on both databases, with all that it held."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from old_stores import OLD, load

from dossier_texts import SOUND
from plaise.dossier import parse_dossier
from plaise.journal import verify_lines
from plaise.store.vault import file_uploads, list_dossiers, open_dossier, recover, unlock
from store_cases import PASSPHRASE

CODE = "6V6C3-6M42Y-R2QNV-NSFH6-TDJR8-X1C1M"
VERSIONS = sorted(path.stem for path in OLD.glob("*.json"))
pytestmark = pytest.mark.usefixtures("data")


def test_each_migration_has_the_store_that_it_left():
    nodes = MigrationExecutor(connection).loader.graph.nodes
    assert sorted(name[:4] for app, name in nodes if app == "store") == VERSIONS


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("name", ["lune-verte", "nuage-gris"])
def test_everything_is_there_after_the_update(version: str, name: str):
    load(version)
    call_command("migrate", "store", verbosity=0)
    member = unlock(name, PASSPHRASE)
    (listed,) = list_dossiers(member)
    assert (listed.summary.counts, listed.waiting) == ({"captures": 1}, 1)
    dossier = open_dossier(member, listed.id)
    assert dossier.facts() == parse_dossier(SOUND)
    (stored,) = dossier.originals("captures")
    assert (stored.path, dossier.read(stored.path)) == ("captures/une capture.png", b"picture")
    assert dossier.note(stored.path).modified == 1_760_000_000_000_000_001
    (reading,) = dossier.readings(stored.sha256, "reader-1") or ()
    assert reading.file == stored.path
    assert dossier.read_package(1, "pieces/01.pdf") == b"%PDF"
    entries, faults = verify_lines(dossier.journal().content().splitlines())
    assert [entry.kind for entry in entries][-1] == "note"
    assert faults == ()
    assert file_uploads(dossier).paths == ["captures/arrivée.png"]
    assert dossier.read("captures/arrivée.png") == b"on its way"
    dossier.journal().append("note", {"text": "written after the update"})
    assert dossier.keep_package([("pieces/01.pdf", b"%PDF-2")]) == 2


@pytest.mark.parametrize("version", VERSIONS)
def test_the_recovery_code_printed_before_the_update_still_opens(version: str):
    load(version)
    call_command("migrate", "store", verbosity=0)
    member, _ = recover("lune-verte", CODE, f"{PASSPHRASE} encore")
    (listed,) = list_dossiers(member)
    assert open_dossier(member, listed.id).facts() == parse_dossier(SOUND)
