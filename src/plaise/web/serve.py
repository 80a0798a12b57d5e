"""`plaise serve`: the app on this computer, and a browser that may come in."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from errno import EADDRINUSE
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plaise.dossier import PlaiseError, write_whole

Announce = Callable[[str], None]
_THREADS = 8
_PATIENCE = 30.0  # seconds; a slow or busy computer may be long to answer itself
_KEY_FILE = "porte"
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
    from .start import start, turn  # noqa: PLC0415 (the environment comes first)

    with ExitStack() as beginning:
        try:
            beginning.enter_context(turn(how.data))
            start()
        except OSError as error:
            raise PlaiseError(
                f"Le dossier de données « {how.data} » ne peut pas être écrit : {error}",
                to_do="Choisissez-en un autre avec --data.",
            ) from error
        _run(how, announce, beginning.close)


def prepared(data: Path, database: str = "") -> None:
    """Set the app up for a command that works on its tables without serving pages."""
    _configure(Serving(data, origin=os.environ.get("PLAISE_ORIGIN", ""), database=database))
    import django  # noqa: PLC0415 (the environment comes first)

    django.setup()


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


def _run(how: Serving, announce: Announce, begun: Callable[[], None]) -> None:
    """Serve, or join who serves; `begun` lets another launch, which waits, join us."""
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 (once configured)
    from waitress.server import create_server  # noqa: PLC0415 (only this command needs it)

    from .security.bodies import LARGEST  # noqa: PLC0415 (once configured)
    from .security.channel import CONNECTIONS, SILENCE, Channel  # noqa: PLC0415 (once configured)

    try:
        server = create_server(
            get_wsgi_application(),
            listen=f"127.0.0.1:{how.port}",
            threads=_THREADS,
            ident="",
            clear_untrusted_proxy_headers=True,
            max_request_body_size=LARGEST + 1,  # the channel refuses before, and says it better
            connection_limit=CONNECTIONS,
            channel_timeout=SILENCE,
            asyncore_use_poll=True,  # the other way holds no more than 1 024 connections
            # Beyond these sizes waitress writes temporary files, in clear: never reach them.
            inbuf_overflow=LARGEST * 2,
            outbuf_overflow=LARGEST * 20,
            **_PROXY if how.origin else {},
        )
    except OSError as error:
        if error.errno != EADDRINUSE:
            raise
        begun()
        _join(how, announce)
        return
    server.channel_class = Channel  # type: ignore[union-attr]  # one socket
    port = int(server.effective_port)  # type: ignore[union-attr]  # one socket
    if not how.origin:
        _keep_key(how)
    begun()
    _welcome(how, port, announce)
    server.run()  # until Ctrl+C, which it takes for itself
    announce("\nPlaise est arrêté. Vos dossiers sont fermés et chiffrés ; tout est gardé.")


def _keep_key(how: Serving) -> None:
    """What another launch of the same user asks for an address with."""
    from .security.door import DOOR  # noqa: PLC0415 (once configured)

    write_whole(how.data / _KEY_FILE, DOOR.key.encode())  # readable by this user alone


def _welcome(how: Serving, port: int, announce: Announce) -> None:
    if how.origin:
        announce(f"Plaise répond sur le port {port}, pour {how.origin}")
        return
    from .security.door import DOOR  # noqa: PLC0415 (once configured)

    _open(how, port, DOOR.token(), announce)
    announce("Pour l’arrêter : Ctrl+C dans cette fenêtre.")


def _open(how: Serving, port: int, token: str, announce: Announce) -> None:
    address = f"http://localhost:{port}/entrer/?jeton={token}"
    announce(f"Plaise est ouvert. Cette adresse ne sert qu’une fois : {address}")
    if how.browser and has_screen():
        webbrowser.open(address)


def has_screen() -> bool:
    """Whether a browser has somewhere to open: never one in the terminal, where we are."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _join(how: Serving, announce: Announce) -> None:
    """The port is taken: by ourselves, then we ask for an address; or by another program."""
    try:
        key = (how.data / _KEY_FILE).read_text(encoding="ascii")
        with closing(HTTPConnection("127.0.0.1", how.port, timeout=_PATIENCE)) as connection:
            connection.request("POST", "/porte/", headers={"X-Plaise-Key": key})
            answer = connection.getresponse()
            token = answer.read(200).decode("ascii")
    except TimeoutError as error:
        raise PlaiseError(
            f"Le programme qui tient le port {how.port} ne répond pas encore.",
            to_do="C’est peut-être Plaise, déjà ouvert et très occupé : attendez une minute, puis "
            "relancez. Sinon, choisissez un autre port avec --port.",
        ) from error
    except (OSError, HTTPException, UnicodeDecodeError) as error:
        raise _taken(how.port) from error
    if answer.status != HTTPStatus.OK:
        raise _taken(how.port)
    _open(how, how.port, token, announce)


def _taken(port: int) -> PlaiseError:
    return PlaiseError(
        f"Le port {port} est déjà pris par un autre programme.",
        to_do="Choisissez un autre port avec --port.",
    )
