"""The app on a fresh database for each test, and a real server for browsers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test.utils import (
    override_settings,
    setup_test_environment,
    teardown_test_environment,
)
from django.utils import translation
from playwright.sync_api import Browser
from web_browser import Visit, first_visit
from web_cases import Newcomer, Server, make_account

from browsing import real_browser
from databases import migrate, sqlite_database
from plaise.store.database.settings import sqlite
from plaise.store.keys import Unlocked
from plaise.web._translations import compile_translations
from plaise.web.security import rates

MORNING = "2026-11-23T09:00Z"


@pytest.fixture
def example_day() -> Iterator[None]:
    """The day of the example's acts: neither a midnight nor a later year comes into the test."""
    with time_machine.travel(MORNING):
        yield


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("migrated")
    migrate(sqlite(folder / "plaise.sqlite3"), folder)
    return folder / "plaise.sqlite3"


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compile_translations(tmp_path_factory.mktemp("langues"))


@pytest.fixture(scope="session")
def _environment(catalogues: Path) -> Iterator[None]:
    setup_test_environment()
    with override_settings(LOCALE_PATHS=[catalogues]):
        yield
    teardown_test_environment()


@pytest.fixture
def data(migrated: Path, tmp_path: Path, _environment: None) -> Iterator[Path]:
    """The data directory of a fresh app."""
    place = tmp_path / "data"
    with sqlite_database(migrated, place):
        for brake in (rates.SIGNING_IN, rates.CREATING, rates.INVITING, rates.SENDING):
            brake.release()
        with translation.override("fr"):
            yield place


@pytest.fixture
def person(data: Path) -> Unlocked:
    """A member, outside any browser."""
    del data
    return make_account("lune-verte")


@pytest.fixture
def browser(data: Path) -> Newcomer:
    """A test client, nobody signed in."""
    del data
    return Newcomer()


@pytest.fixture
def member(person: Unlocked) -> Newcomer:
    """A test client whose member is unlocked."""
    del person
    client = Newcomer()
    client.unlock("lune-verte")
    return client


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with real_browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def visit(chromium: Browser, server: Server) -> Iterator[Visit]:
    """A member in Chromium, with the example loaded."""
    yield first_visit(chromium, server)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`plaise serve`, as people run it."""
    server = Server(tmp_path_factory.mktemp("serveur"))
    yield server
    server.stop()


@pytest.fixture
def settings_door() -> Iterator[None]:
    """The door of a local server, on."""
    settings.PLAISE_DOOR = True
    yield
    settings.PLAISE_DOOR = False
