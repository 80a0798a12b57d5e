"""A first start makes everything, a later one changes nothing."""

from __future__ import annotations

from pathlib import Path

from databases import using
from plaise.store.database.ready import make_ready
from plaise.store.database.settings import postgresql, sqlite
from plaise.store.vault import create_account, unlock
from store_cases import PASSPHRASE, QUICK


def test_a_fresh_place_is_made_for_its_owner_only_and_kept(tmp_path: Path):
    place = tmp_path / "a" / "b"
    with using(sqlite(place / "plaise.sqlite3"), place):
        make_ready()
        created, _ = create_account("compte-1", PASSPHRASE, cost=QUICK)
        make_ready()
        assert unlock("compte-1", PASSPHRASE).account == created.account
    assert place.stat().st_mode & 0o777 == 0o700


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
