"""`plaise serve`: the app on this computer, and a browser that may come in."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plaise.dossier import PlaiseError

Announce = Callable[[str], None]
LARGEST_REQUEST = 210_000_000
_THREADS = 8
_PROXY: dict[str, Any] = {
    "trusted_proxy": "127.0.0.1",
    "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-for"},
}


@dataclass(frozen=True, slots=True)
class Serving:
    """How to serve.

    Attributes:
        data: the data directory.
        port: 0 for any free one.
        origin: the public address, when a reverse proxy brings others in over HTTPS.
        database: connection string of a PostgreSQL, SQLite when empty.
        browser: whether to open one.
    """

    data: Path
    port: int = 8736
    origin: str = ""
    database: str = ""
    browser: bool = True


def default_data() -> Path:
    """Where this system keeps the data of a user's programs."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home)) / "Plaise"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Plaise"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "plaise"


def serve(how: Serving, announce: Announce) -> None:
    """Serve until interrupted.

    Raises:
        PlaiseError: the port is taken, the address is not one, or the disk refuses.
    """
    _configure(how)
    from .start import start  # noqa: PLC0415 (the environment comes first)

    try:
        start()
    except OSError as error:
        raise PlaiseError(
            f"Le dossier de données « {how.data} » ne peut pas être écrit : {error}",
            to_do="Choisissez-en un autre avec --data.",
        ) from error
    _run(how, announce)


def _configure(how: Serving) -> None:
    if how.origin and (urlsplit(how.origin).scheme != "https" or not urlsplit(how.origin).hostname):
        raise PlaiseError(
            f"« {how.origin} » n’est pas une adresse https.",
            to_do="Écrivez-la en entier, par exemple : --origin https://plaise.exemple.org",
        )
    os.environ["DJANGO_SETTINGS_MODULE"] = "plaise.web.settings"
    os.environ["PLAISE_DATA"] = str(how.data)
    os.environ["PLAISE_ORIGIN"] = how.origin
    os.environ["PLAISE_DOOR"] = "" if how.origin else "1"
    if how.database:
        os.environ["PLAISE_DATABASE"] = how.database


def _run(how: Serving, announce: Announce) -> None:
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 (once configured)
    from waitress.server import create_server  # noqa: PLC0415 (only this command needs it)

    try:
        server = create_server(
            get_wsgi_application(),
            listen=f"127.0.0.1:{how.port}",
            threads=_THREADS,
            ident="",
            clear_untrusted_proxy_headers=True,
            **_PROXY if how.origin else {},
            max_request_body_size=LARGEST_REQUEST,
            # Beyond these sizes waitress writes temporary files, in clear: never reach them.
            inbuf_overflow=LARGEST_REQUEST * 2,
            outbuf_overflow=LARGEST_REQUEST * 20,
        )
    except OSError as error:
        raise PlaiseError(
            f"Le port {how.port} est déjà pris : Plaise est peut-être déjà ouvert.",
            to_do="Fermez l’autre, ou choisissez un autre port avec --port.",
        ) from error
    _welcome(how, int(server.effective_port), announce)  # type: ignore[union-attr]  # one socket
    server.run()


def _welcome(how: Serving, port: int, announce: Announce) -> None:
    if how.origin:
        announce(f"Plaise répond sur le port {port}, pour {how.origin}")
        return
    from .security.door import DOOR  # noqa: PLC0415 (once configured)

    address = f"http://localhost:{port}/entrer/?jeton={DOOR.token()}"
    announce(f"Plaise est ouvert. Cette adresse ne sert qu’une fois : {address}")
    announce("Pour l’arrêter : Ctrl+C dans cette fenêtre.")
    if how.browser:
        webbrowser.open(address)
