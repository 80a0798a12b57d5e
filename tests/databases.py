"""Real databases for tests: SQLite files, and a PostgreSQL cluster that lives for the session."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import django
import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plaise.store.database.settings")
django.setup()

from plaise.store.database.settings import postgresql, sqlite  # noqa: E402 (once Django is set up)

TEMPLATE = "modele"
_numbers = count()


@contextmanager
def using(entry: dict[str, object], data: Path) -> Iterator[None]:
    """Put Django on another database and data directory for the time of the block."""
    before = settings.DATABASES["default"], settings.PLAISE_DATA
    _switch(entry, data)
    try:
        yield
    finally:
        _switch(*before)


def _switch(entry: dict[str, object], data: Path) -> None:
    connections["default"].close()
    settings.DATABASES = {"default": entry}
    settings.PLAISE_DATA = data
    connections.settings = connections.configure_settings({"default": entry})
    del connections["default"]


def environment() -> dict[str, str]:
    """What another process needs to work on the same store."""
    entry, place = settings.DATABASES["default"], ""
    if entry["ENGINE"].endswith("postgresql"):
        place = f"host={entry['HOST']} user={entry['USER']} dbname={entry['NAME']}"
    return {
        **os.environ,
        "PYTHONPATH": str(Path(__file__).parent),
        "PLAISE_DATA": str(settings.PLAISE_DATA),
        "PLAISE_DATABASE": place,
    }


def migrate(entry: dict[str, object], data: Path) -> None:
    """Make the tables."""
    with using(entry, data):
        call_command("migrate", verbosity=0)


@contextmanager
def sqlite_database(template: Path, data: Path) -> Iterator[dict[str, object]]:
    """A fresh SQLite database, copied from a migrated one."""
    data.mkdir(mode=0o700, exist_ok=True)
    path = data / "plaise.sqlite3"
    shutil.copyfile(template, path)
    entry = sqlite(path)
    with using(entry, data):
        yield entry


class Cluster:
    """A PostgreSQL of our own: a temporary directory, a Unix socket, no network."""

    def __init__(self) -> None:
        # Not in TMPDIR: the path of a socket holds 107 bytes, and its address no space.
        self.folder = Path(mkdtemp(prefix="plaise-pg-", dir="/tmp"))
        self.data = self.folder / "data"
        self._user = "postgres" if os.geteuid() == 0 else None
        if self._user:
            shutil.chown(self.folder, self._user)
        self._run("initdb", "-U", "plaise", "--auth=trust", "--encoding=UTF8", "--no-sync")
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        log = str(self.folder / "data" / "journal.log")
        self._run("pg_ctl", "start", "--wait", "--timeout=600", "-l", log, "-o", options)
        with self.admin() as admin:
            admin.execute(f"CREATE DATABASE {TEMPLATE}")
        migrate(self.entry(TEMPLATE), self.folder)

    def entry(self, name: str) -> dict[str, object]:
        return postgresql(f"host={self.folder} user=plaise dbname={name}")

    def admin(self) -> psycopg.Connection:
        place = f"host={self.folder} user=plaise dbname=postgres"
        return psycopg.connect(place, autocommit=True)

    @contextmanager
    def database(self, data: Path) -> Iterator[dict[str, object]]:
        """A fresh database, copied from a migrated one."""
        data.mkdir(mode=0o700, exist_ok=True)
        name = f"essai_{next(_numbers)}"
        with self.admin() as admin:
            admin.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
        with using(self.entry(name), data):
            yield self.entry(name)
        with self.admin() as admin:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "--timeout=600", "-m", "immediate")
        shutil.rmtree(self.folder)

    def _run(self, command: str, *arguments: str) -> None:
        subprocess.run(
            [str(_binary(command)), "-D", str(self.data), *arguments],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            user=self._user,
            group=self._user,
            extra_groups=[] if self._user else None,
        )


def _binary(name: str) -> Path:
    """Debian keeps the server's commands out of PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}")) or [shutil.which(name)]
    assert found[-1], "PostgreSQL is missing: scripts/test installs it"
    return Path(found[-1])
