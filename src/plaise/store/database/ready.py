"""Make the store ready at start: its directory, its tables."""

from __future__ import annotations

from django.conf import settings
from django.core.management import call_command


def make_ready() -> None:
    """Create the data directory, for its owner only, and bring the tables up to date.

    Django must be set up. Harmless when everything is there.

    Raises:
        OSError: the directory cannot be made.
        django.db.Error: the database cannot be reached.
    """
    settings.PLAISE_DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
