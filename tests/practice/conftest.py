import html
import http.client
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

import pytest
from practice_texts import alike

from plaise.practice import PracticeSite

NOW = datetime(2026, 11, 5, 8, 12, tzinfo=ZoneInfo("Europe/Paris"))


@dataclass(frozen=True)
class Page:
    """One answer of the site, its text unescaped and its apostrophes made alike."""

    status: int
    headers: http.client.HTTPMessage
    source: str

    @property
    def text(self):
        return alike(html.unescape(self.source))


@pytest.fixture
def site():
    with PracticeSite(clock=lambda: NOW) as running:
        yield running


@pytest.fixture
def visit(site):
    """Ask the site for an address, without following redirections."""

    def ask(path, *, host="www.val-d-exemple.exercice.test", form=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=300)
        try:
            sent = {"Host": host, **(headers or {})}
            if form is None:
                connection.request("GET", path, headers=sent)
            else:
                sent["Content-Type"] = "application/x-www-form-urlencoded"
                connection.request("POST", path, urlencode(form), sent)
            answer = connection.getresponse()
            return Page(answer.status, answer.headers, answer.read().decode())
        finally:
            connection.close()

    return ask
