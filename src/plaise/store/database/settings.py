"""Settings of the store alone: commands, workers and tests. The web layer starts from them.

Environment:
    PLAISE_DATA: the data directory (database, blobs, uploads); `plaise-data` here by default.
    PLAISE_DATABASE: `service` or connection string of a PostgreSQL (libpq), SQLite when absent.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

PLAISE_DATA = Path(os.environ.get("PLAISE_DATA", "plaise-data"))


def sqlite(path: Path) -> dict[str, Any]:
    """The entry of `DATABASES` for an SQLite file.

    WAL lets pages be read while a worker writes; IMMEDIATE makes a writer wait at the beginning
    instead of failing in the middle; FULL keeps an acknowledged upload through a power cut;
    secure_delete overwrites what is deleted; nothing temporary goes to the disk.
    """
    pragmas = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "".join(f"PRAGMA {pragma};" for pragma in pragmas),
        },
    }


def postgresql(connection: str) -> dict[str, Any]:
    """The entry of `DATABASES` for a PostgreSQL, from a libpq connection string."""
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 (only the « server » extra has it)

    parts = conninfo_to_dict(connection)
    known = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST"}
    entry = {django: str(parts.pop(libpq)) for libpq, django in known.items() if libpq in parts}
    port = str(parts.pop("port", ""))
    return {"ENGINE": "django.db.backends.postgresql", **entry, "PORT": port, "OPTIONS": parts}


_given = os.environ.get("PLAISE_DATABASE")
DATABASES = {"default": postgresql(_given) if _given else sqlite(PLAISE_DATA / "plaise.sqlite3")}
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "plaise.store.database",
]
AUTH_USER_MODEL = "store.Account"
SECRET_KEY = secrets.token_urlsafe(50)  # the store signs nothing; the web layer sets a lasting one
USE_TZ = True
TIME_ZONE = "UTC"
