"""An encrypted store for each test, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from databases import Cluster, migrate, sqlite_database
from plaise.store.database.settings import sqlite
from plaise.store.keys import Unlocked
from plaise.store.vault import create_account
from store_cases import PASSPHRASE, QUICK


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    cluster = Cluster()
    yield cluster
    cluster.stop()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    migrate(sqlite(folder / "plaise.sqlite3"), folder)
    return folder / "plaise.sqlite3"


@pytest.fixture(params=["sqlite", "postgresql"])
def data(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """The data directory of a fresh store."""
    place = tmp_path / "data"
    if request.param == "sqlite":
        with sqlite_database(request.getfixturevalue("migrated"), place):
            yield place
    else:
        with request.getfixturevalue("cluster").database(place):
            yield place


@pytest.fixture
def person(data: Path) -> Unlocked:
    """An account, unlocked."""
    del data
    return create_account("compte-1", PASSPHRASE, cost=QUICK)[0]
