"""What tests of the app have in common."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.test import Client

import databases  # noqa: F401 (sets Django up)
from plaise.store.keys import Unlocked
from plaise.store.vault import create_account
from store_cases import PASSPHRASE, QUICK

OTHER = "violon tasse chemin orage"


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


class Server:
    """`plaise serve` in its own process."""

    def __init__(self, data: Path) -> None:
        self.data = data
        command = [sys.executable, "-m", "plaise", "serve", "--data", str(data)]
        self.process = subprocess.Popen(
            [*command, "--port", "0", "--no-browser"],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        assert self.process.stderr is not None
        line = self.process.stderr.readline()
        # Work, not waiting: other tests run on the same machine.
        spent = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[11:13]
        self.seconds_of_work = sum(map(int, spent)) / os.sysconf("SC_CLK_TCK")
        found = re.search(r"http://\S+", line)
        assert found, line
        self.entry = found[0]
        self.origin = "/".join(self.entry.split("/")[:3])

    def opened_again(self, *, data: Path | None = None) -> subprocess.CompletedProcess[str]:
        """A second launch on the same port."""
        port = self.origin.rpartition(":")[2]
        command = [sys.executable, "-m", "plaise", "serve", "--data", str(data or self.data)]
        return subprocess.run(
            [*command, "--port", port, "--no-browser"],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    def stop(self) -> None:
        self.process.terminate()
        self.process.communicate(timeout=10)
