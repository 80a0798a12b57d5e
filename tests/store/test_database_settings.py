"""A database is named in one line, as PostgreSQL’s own tools do."""

from __future__ import annotations

from plaise.store.database.settings import postgresql


def test_a_connection_string_of_postgresql_is_read_in_full():
    entry = postgresql(
        "host=db.exemple.test port=5433 dbname=p user=u password='a b' sslmode=require"
    )
    assert entry == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "p",
        "USER": "u",
        "PASSWORD": "a b",
        "HOST": "db.exemple.test",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }
    assert postgresql("service=plaise")["OPTIONS"] == {"service": "plaise"}
