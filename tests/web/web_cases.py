"""What tests of the app have in common."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import closing
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

import databases  # noqa: F401 (sets Django up)
from plaise.store.keys import Unlocked
from plaise.store.vault import create_account
from store_cases import PASSPHRASE, QUICK

OTHER = "violon tasse chemin orage"
PATIENCE = 300.0  # seconds; what answers at once here may take its time elsewhere


def make_account(identifier: str) -> Unlocked:
    """An account whose passphrase is quick to check."""
    return create_account(identifier, PASSPHRASE, cost=QUICK)[0]


class Newcomer(Client):
    """A browser at http://localhost, with what browsers send."""

    def __init__(self, **named: Any) -> None:
        super().__init__(
            headers={"host": "localhost", "sec-fetch-site": "same-origin"},
            enforce_csrf_checks=False,
            raise_request_exception=True,
            **named,
        )

    def unlock(self, identifier: str, *, shared: bool = False) -> None:
        """Sign in through the page."""
        form = {"identifier": identifier, "passphrase": PASSPHRASE}
        answer = self.post("/compte/ouvrir/", form | ({"shared": "on"} if shared else {}))
        assert answer.status_code == 302, answer.content.decode()


class Walker:
    """A browser without a browser: cookies, forms and their tokens, over real HTTP."""

    def __init__(self, server: Server, headers: dict[str, str] | None = None) -> None:
        self.server = server
        self.headers = headers or {}
        self.cookies: dict[str, str] = {}
        self.said: Message = Message()

    def get(self, path: str) -> bytes:
        return self._ask("GET", path, None, {})

    def post(
        self, path: str, fields: dict[str, str], files: dict[str, bytes] | None = None
    ) -> bytes:
        page = self.get(path if not path.endswith("exemple/") else "/dossiers/").decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        assert token is not None, page
        content = {"csrfmiddlewaretoken": token[1]} | fields
        for name, sent in (files or {}).items():
            content[name] = SimpleUploadedFile("dossier.zip", sent)  # type: ignore[assignment]
        body = encode_multipart(BOUNDARY, content)
        return self._ask("POST", path, body, {"Content-Type": MULTIPART_CONTENT})

    def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> bytes:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        with closing(HTTPConnection("127.0.0.1", self.server.port, timeout=PATIENCE)) as connection:
            ours = {"Host": f"localhost:{self.server.port}", "Cookie": cookies}
            connection.request(method, path, body, ours | self.headers | headers)
            answer = connection.getresponse()
            self.said = answer.headers
            for line in answer.headers.get_all("Set-Cookie") or []:
                name, _, rest = line.strip().partition("=")
                self.cookies[name] = rest.partition(";")[0]
            return answer.read()


class Server:
    """`plaise serve` in its own process."""

    def __init__(
        self,
        data: Path,
        *options: str,
        before: str = "",
        environment: dict[str, str] | None = None,
    ) -> None:
        self.data = data
        script = f"{before}\nimport sys; from plaise.cli import main; sys.exit(main())"
        command = [sys.executable, "-c", script, "serve", "--data", str(data), *options]
        self.process = subprocess.Popen(
            [*command, "--port", "0", "--no-browser"],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env=os.environ | (environment or {}),
            text=True,
        )
        assert self.process.stderr is not None
        line = self.process.stderr.readline()
        found = re.search(r"(http://localhost:(\d+)\S+)|port (\d+)", line)
        if not found:
            self.process.kill()
            rest = self.process.communicate()[1]
            raise AssertionError(f"{self.process.returncode}: {line}{rest}")
        self.entry = found[1] or ""
        self.port = int(found[2] or found[3])
        self.origin = f"http://localhost:{self.port}"

    def opened_again(self, *, data: Path | None = None) -> subprocess.CompletedProcess[str]:
        """A second launch on the same port."""
        command = [sys.executable, "-m", "plaise", "serve", "--data", str(data or self.data)]
        return subprocess.run(
            [*command, "--port", str(self.port), "--no-browser"],
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    def kill(self) -> str:
        """As a power cut does: no handler, no goodbye. Gives what was logged."""
        self.process.kill()
        return self.process.communicate(timeout=PATIENCE)[1]

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=PATIENCE)
