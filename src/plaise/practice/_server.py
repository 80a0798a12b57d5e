"""The server: a few threads on this computer only, and nothing kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self
from urllib.parse import parse_qsl, urlsplit

from plaise.dossier import PlaiseError
from plaise.law import is_exercise_host

from ._agenda import paris_now
from ._booking import booking
from ._captcha import Captcha
from ._others import alert_box, fault, home, not_found, settings, teleservice
from ._pages import Answer, Moment, Request, asset, page, redirect
from ._rdvpref import rdvpref
from ._scenarios import Scenario, scenario

_LONGEST_FORM = 10_000
_POLL_SECONDS = 0.02  # how soon a stopped site is gone
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class PracticeSite:
    """A running practice site; use it as a context manager.

    `answer`, `clock` and `far` may be changed while it runs, from any thread.

    Args:
        scenario: what to answer, a `Scenario` or its name.
        port: where to listen on this computer; 0 lets the system choose.
        clock: the time that the site believes it is (aware); Paris time when not given.
        far: the day of the far slot, for the scenarios that offer one.

    Raises:
        PlaiseError: no scenario has that name, or the port is taken.
    """

    def __init__(
        self,
        scenario: Scenario | str = "refus",
        *,
        port: int = 0,
        clock: Callable[[], datetime] = paris_now,
        far: date | None = None,
    ) -> None:
        self.answer = scenario
        self.clock = clock
        self.far = far
        self.captcha = Captcha()
        try:
            self._server = _Server(("127.0.0.1", port), self)
        except OSError as error:
            raise PlaiseError(
                f"Le port {port} de cet ordinateur est déjà pris ({error.strerror}).",
                to_do="Choisissez un autre port, ou fermez l’autre site d’entraînement.",
            ) from error
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_POLL_SECONDS,), daemon=True
        )

    @property
    def answer(self) -> Scenario:
        """What the site answers."""
        return self._answer

    @answer.setter
    def answer(self, told: Scenario | str) -> None:
        self._answer = scenario(told) if isinstance(told, str) else told

    @property
    def port(self) -> int:
        """Where the site listens."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """The address of the first page, on this computer."""
        return f"http://localhost:{self.port}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def wait(self) -> None:
        """Wait for Ctrl+C."""
        try:
            self._thread.join()
        except KeyboardInterrupt:
            return

    def respond(self, request: Request) -> Answer:
        """The answer to one request; pure but for `/reglages`, which changes `answer`."""
        if request.path.startswith("/static/"):
            return asset(request.path.removeprefix("/static/")) or not_found()
        if request.path == "/reglages":
            return self._settings(request)
        if request.path == "/":
            return home()
        moment = Moment(self.answer, self.clock(), self.captcha, self.far)
        for door in (fault, booking, rdvpref, alert_box, teleservice):
            answer = door(request, moment)
            if answer is not None:
                return answer
        return not_found()

    def _settings(self, request: Request) -> Answer:
        if request.method == "POST":
            try:
                self.answer = request.form.get("scenario", "")
            except PlaiseError:
                return not_found()
            return redirect("/reglages?fait=1")
        return settings(self.answer, saved=request.query.get("fait") == "1")


def serve(
    port: int = 8737,
    scenario: str = "refus",
    *,
    announce: Callable[[str], None] | None = None,
) -> None:
    """Run the practice site until Ctrl+C; the call behind `plaise practice`.

    Args:
        port: where to listen on this computer; 0 lets the system choose.
        scenario: what to answer at first.
        announce: told in one French sentence where the site is, once it listens.

    Raises:
        PlaiseError: no scenario has that name, or the port is taken.
    """
    with PracticeSite(scenario, port=port) as site:
        if announce is not None:
            announce(
                f"Le site d’entraînement est ouvert : {site.url} "
                f"(réglages : {site.url}reglages). Ctrl+C pour le fermer."
            )
        site.wait()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], site: PracticeSite) -> None:
        self.site = site
        super().__init__(address, _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "Plaise-exercice"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        self._handle("GET")

    def do_HEAD(self) -> None:
        self._handle("HEAD")

    def do_POST(self) -> None:
        self._handle("POST")

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The `Date` header follows the site's clock, as a real server's follows its own."""
        return super().date_time_string(self.server.site.clock().timestamp())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (inherited name)
        """Keep no log of who rehearses."""

    def _handle(self, method: str) -> None:
        host = self.headers.get("Host", "").rpartition("//")[2]
        if not is_exercise_host(urlsplit(f"//{host}").hostname or ""):
            self._send(method, _refused("Cette adresse n’est pas celle d’un exercice."))
            return
        origin = self.headers.get("Origin")
        if method == "POST" and origin is not None and urlsplit(origin).netloc != host:
            self._send(method, _refused("Ce formulaire vient d’un autre site."))
            return
        parts = urlsplit(self.path)
        request = Request(
            method="POST" if method == "POST" else "GET",
            host=urlsplit(f"//{host}").hostname or "",
            path=parts.path,
            query=dict(parse_qsl(parts.query)),
            form=self._form() if method == "POST" else {},
        )
        self._send(method, self.server.site.respond(request))

    def _form(self) -> dict[str, str]:
        declared = self.headers.get("Content-Length", "0")
        length = int(declared) if declared.isdigit() else 0
        text = self.rfile.read(min(length, _LONGEST_FORM)).decode("utf-8", "replace")
        return dict(parse_qsl(text))

    def _send(self, method: str, answer: Answer) -> None:
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        if method != "HEAD":
            self.wfile.write(answer.body)


def _refused(text: str) -> Answer:
    return page("information.html", status=HTTPStatus.FORBIDDEN, titre="Refusé", texte=text)
