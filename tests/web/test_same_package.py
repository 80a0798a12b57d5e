"""A dossier of the app gives the same package as the folder that it was imported from."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest

from plaise.drafting import Act
from plaise.store import DossierFolder, Storage, read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, import_parts
from plaise.work import Outcome, kept_acts, prepare, verify_storage

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.engine


@pytest.fixture
def folder(tmp_path: Path) -> DossierFolder:
    """The example, with few enough captures to read them twice."""
    target = tmp_path / "dossier"
    shutil.copytree(EXAMPLE, target)
    for path in sorted((target / "captures").iterdir())[5:]:
        path.unlink()
    text = (target / "dossier.toml").read_text(encoding="utf-8")
    (target / "dossier.toml").write_text(text.partition("[[explications]]")[0], encoding="utf-8")
    return DossierFolder(target)


@pytest.fixture
def dossier(person: Unlocked, folder: DossierFolder) -> EncryptedDossier:
    return import_parts(person, read_folder(folder.path))


def exhibits(storage: Storage, outcome: Outcome) -> list[tuple[object, ...]]:
    """Every line of the inventory, and the hash of what it shows."""
    return [
        (entry.model_dump(mode="json"), storage.sha256(entry.source.partition("#")[0]))
        for entry in outcome.plan.entries
    ]


def words(storage: Storage) -> dict[Act, object]:
    return {kept.act: kept.document for kept in kept_acts(storage, storage.journal())}


def files(storage: Storage) -> dict[str, str]:
    number = storage.package_numbers()[-1]
    return {
        file.path: hashlib.sha256(storage.read_package(number, file.path)).hexdigest()
        for file in storage.package_files(number)
    }


def test_the_app_prepares_what_the_folder_prepares(folder, dossier):
    on_disk, encrypted = prepare(folder, today=TODAY), prepare(dossier, today=TODAY)
    assert encrypted.fresh == on_disk.fresh == 5
    assert exhibits(dossier, encrypted) == exhibits(folder, on_disk) != []
    assert words(dossier) == words(folder) != {}
    same, other = files(dossier), files(folder)
    assert same.keys() == other.keys()
    filed = {name for name in same if name.startswith("3-") and name.endswith(".pdf")}
    assert filed
    assert {name for name in filed if same[name] != other[name]} == set()
    assert verify_storage(dossier).sound
