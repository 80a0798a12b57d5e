"""What has to be done before the first request, whatever serves the pages."""

from __future__ import annotations

from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

from ._translations import compile_translations


def start() -> None:
    """Set Django up, compile translations, bring the tables up to date, clean up, work.

    Raises:
        OSError: the data directory cannot be written.
    """
    data: Path = settings.PLAISE_DATA
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    settings.LOCALE_PATHS = [compile_translations(data / "langues")]
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    _forget()
    _go_to_work()


def _forget() -> None:
    """Sessions that are over, and what crashes left."""
    from plaise.store.vault import clean_up  # noqa: PLC0415 (once Django is set up)

    from .security.sessions import SessionStore  # noqa: PLC0415 (once Django is set up)

    SessionStore.clear_expired()
    clean_up()


def _go_to_work() -> None:
    """Reading and packaging, beside the pages."""
    from .background import WORKER  # noqa: PLC0415 (once Django is set up)

    WORKER.start()
