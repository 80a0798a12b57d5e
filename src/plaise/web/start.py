"""What has to be done before the first request, whatever serves the pages, and right after it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer

import django
from django.conf import settings
from django.core.management import call_command
from django.core.signals import request_finished
from filelock import FileLock, Timeout

from ._translations import compile_translations

_WORK = "plaise work"
_SOON = 1.0  # the browser asks for its first page meanwhile
_LONGEST = 120.0  # seconds that a launch waits for another one


def start() -> None:
    """Set Django up, compile translations, bring the tables up to date, clean up.

    Work begins when the first page has been served, beside it.

    Raises:
        OSError: the data directory cannot be written.
    """
    data: Path = settings.PLAISE_DATA
    with turn(data):
        settings.LOCALE_PATHS = [compile_translations(data / "langues")]
        django.setup()
        call_command("migrate", verbosity=0, interactive=False)
        _forget()
    request_finished.connect(_go_to_work, dispatch_uid=_WORK)


@contextmanager
def turn(data: Path) -> Iterator[None]:
    """One launch at a time on a data directory: somebody who clicks twice makes no table twice.

    Raises:
        OSError: the data directory cannot be written.
    """
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FileLock(data / "ouverture", timeout=_LONGEST, is_singleton=True)
    with suppress(Timeout):  # a launch that hangs must not keep everyone out
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _forget() -> None:
    """Sessions that are over, and what crashes left."""
    from plaise.store.vault import clean_up  # noqa: PLC0415 (once Django is set up)

    from .security.sessions import SessionStore  # noqa: PLC0415 (once Django is set up)

    SessionStore.clear_expired()
    clean_up()


def _go_to_work(**_: object) -> None:
    """Once, in each process that serves: a thread begun before a fork would stay behind."""
    if request_finished.disconnect(dispatch_uid=_WORK):
        soon = Timer(_SOON, _work)
        soon.daemon = True
        soon.start()


def _work() -> None:
    """Reading and packaging, beside the pages; then what the next pages need."""
    from .background import WORKER  # noqa: PLC0415 (not before the first page is served)
    from .later import load_every_view  # noqa: PLC0415

    WORKER.start()
    load_every_view()
