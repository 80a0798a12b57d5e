"""`plaise serve` as a program: one door, one data directory, nothing in clear on the way."""

from __future__ import annotations

import os
import re
import signal
import socket
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from http.client import HTTPConnection
from pathlib import Path

import pytest
from web_cases import PATIENCE, Server, Walker

from plaise.dossier import PlaiseError
from plaise.web import serve as serving
from plaise.web.serve import Serving, has_screen, serve
from store_cases import PASSPHRASE


def ask(server: Server, path: str, **headers: str) -> int:
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)) as connection:
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status


def test_it_listens_on_this_computer_alone_and_opens_to_a_token_alone(server: Server):
    listening = Path(f"/proc/{server.process.pid}/net/tcp").read_text()
    port = f"{server.port:04X}"
    assert f"0100007F:{port} 00000000:0000 0A" in listening
    assert f"00000000:{port} 00000000:0000 0A" not in listening
    assert ask(server, "/") == 403
    assert ask(server, "/", Host="pirate.test") == 400
    assert ask(server, "/pause/") == 200


def test_a_second_launch_gives_another_address_and_another_user_s_gives_none(
    server: Server, tmp_path: Path
):
    again = server.opened_again()
    assert again.returncode == 0
    found = re.search(r"/entrer/\?jeton=\S+", again.stderr)
    assert found is not None
    assert ask(server, found[0]) == 302
    assert ask(server, found[0]) == 403
    stranger = server.opened_again(data=tmp_path)
    assert stranger.returncode == 2
    assert "déjà pris" in stranger.stderr


def test_two_launches_at_once_on_nothing_yet_both_open(tmp_path: Path):
    with ThreadPoolExecutor(2) as both:
        servers = [*both.map(Server, [tmp_path] * 2)]
    try:
        entries = [one.entry.removeprefix(one.origin) for one in servers]
        assert [*map(ask, servers, entries)] == [302, 302]
    finally:
        for one in servers:
            one.stop()


def test_a_program_that_does_not_answer_is_not_said_to_be_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(serving, "_PATIENCE", 0.01)
    (tmp_path / "porte").write_text("x" * 32)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        how = Serving(tmp_path, port=silent.getsockname()[1])
        with pytest.raises(PlaiseError, match="ne répond pas encore") as told:
            serving._join(how, print)
    assert "attendez une minute" in told.value.to_do


def test_the_data_belong_to_this_user_alone(server: Server):
    assert stat.S_IMODE(server.data.stat().st_mode) & 0o077 == 0 or os.name != "posix"
    assert stat.S_IMODE((server.data / "porte").stat().st_mode) == 0o600


@pytest.mark.parametrize("origin", ["http://plaise.exemple.org", "plaise.exemple.org", "https://"])
def test_others_come_in_over_https_only(tmp_path: Path, origin: str):
    with pytest.raises(PlaiseError, match="adresse https"):
        serve(Serving(data=tmp_path, origin=origin), announce=print)


def test_ctrl_c_ends_it_kindly(tmp_path: Path):
    server = Server(tmp_path)
    assert ask(server, "/pause/") == 200
    server.process.send_signal(signal.SIGINT)
    _, said = server.process.communicate(timeout=PATIENCE)
    assert server.process.returncode == 0
    assert "tout est gardé" in said
    assert "Traceback" not in said


def test_no_browser_is_opened_in_the_terminal(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for display, screen in ((":0", True), ("", False)):
        monkeypatch.setenv("DISPLAY", display)
        assert has_screen() is screen


FIRST_PAGE = """
import os, sys
os.environ |= {"DJANGO_SETTINGS_MODULE": "plaise.web.settings", "PLAISE_DATA": sys.argv[1]}
from plaise.cli.commands import serve
from plaise.web.start import start
start()
from django.test import Client
answer = Client(headers={"host": "localhost"}).get("/")
heavy = {"reading", "drafting", "bundle", "followup", "readiness", "work"}
loaded = {name.removeprefix("plaise.") for name in sys.modules}
print(answer.status_code, sorted(heavy & loaded))
"""


def test_the_first_page_waits_for_nothing_that_reads_or_writes_documents(tmp_path: Path):
    command = [sys.executable, "-c", FIRST_PAGE, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE)
    assert done.stdout.strip() == "200 []"


NO_TEMPORARY_FILE = """
import tempfile
def refuse(*_, **__):
    raise RuntimeError("a temporary file, in clear")
tempfile.TemporaryFile = tempfile.SpooledTemporaryFile = refuse
tempfile.NamedTemporaryFile = refuse
"""


def account(walker: Walker) -> None:
    form = {"identifier": "lune-verte", "passphrase": PASSPHRASE, "again": PASSPHRASE}
    walker.post("/compte/creer/", form)
    assert walker.said["Location"] == "/compte/code/"
    walker.post("/compte/code/", {"kept": "on"})


def test_what_goes_in_and_out_is_never_spooled_in_clear(tmp_path: Path):
    server = Server(tmp_path, before=NO_TEMPORARY_FILE)
    try:
        walker = Walker(server)
        walker.get(server.entry.removeprefix(server.origin))
        account(walker)
        walker.post("/dossiers/exemple/", {})
        place = walker.said["Location"]
        walker.post(f"{place}exporter/", {"kind": "zip"})
        content = walker.post(f"{place}exporter/", {"kind": "zip"})
        assert len(content) > 2_000_000
        walker.post("/dossiers/importer/", {}, {"file": content})
        assert walker.said["Location"].startswith("/dossiers/")
        assert walker.said["Location"] != place
    finally:
        server.stop()


def test_behind_a_proxy_everything_is_said_to_be_https(tmp_path: Path):
    server = Server(tmp_path, "--origin", "https://plaise.exemple.test")
    try:
        assert ask(server, "/") == 400
        proxied = {"Host": "plaise.exemple.test", "X-Forwarded-Proto": "https"}
        walker = Walker(server, proxied | {"Origin": "https://plaise.exemple.test"})
        account(walker)
        assert walker.said["Strict-Transport-Security"] == "max-age=31536000"
        names = set(walker.cookies)
        assert names == {"__Host-plaise", "__Host-plaise-cle", "__Host-plaise-formulaire"}
        for line in walker.said.get_all("Set-Cookie") or []:
            assert "Secure" in line
        assert b"pas encore de dossier" in walker.get("/dossiers/")
        foreign = Walker(server, proxied | {"Origin": "http://plaise.exemple.test"})
        foreign.cookies = walker.cookies
        assert b"ne vient pas de nos pages" in foreign.post("/dossiers/nouveau/", {"kind": "real"})
    finally:
        server.stop()


def announced(server: Server, length: int, cookie: str = "", *, refused: bool = True) -> bytes:
    """What is answered to the headers of a long request alone."""
    head = f"POST /dossiers/importer/ HTTP/1.1\r\nHost: localhost:{server.port}\r\n"
    length_said = f"Cookie: {cookie}\r\nContent-Length: {length}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as connection:
        connection.sendall((head + length_said).encode())
        connection.settimeout(PATIENCE if refused else 1.0)
        try:
            return connection.recv(100)
        except TimeoutError:
            return b"it waits for the rest"


def memory_of(server: Server) -> int:
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1]) * 1000


NOTHING_BESIDE = """
from plaise.web import start
start._SOON = 86_400.0  # s: what is loaded beside the pages is not what is measured
"""


def test_a_request_too_long_is_refused_before_it_is_taken_in(tmp_path: Path):
    server = Server(tmp_path, before=NOTHING_BESIDE)
    try:
        walker = Walker(server)
        walker.get(server.entry.removeprefix(server.origin))
        assert b" 403 " in announced(server, 5_000_000), "nobody came in by the door"
        door = f"plaise-porte={walker.cookies['plaise-porte']}"
        assert b" 413 " in announced(server, 5_000_000, door), "nobody has signed in"
        assert b" 413 " in announced(server, 5_000_000, f"{door}; plaise=forged")
        account(walker)
        mine = "; ".join(f"{name}={value}" for name, value in walker.cookies.items())
        assert announced(server, 5_000_000, mine, refused=False) == b"it waits for the rest"
        assert b" 413 " in announced(server, 500_000_000, mine)
        before = memory_of(server)
        connection = HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
        with closing(connection), suppress(ConnectionError):
            pieces = (bytes(1_000_000) for _ in range(80))
            connection.request("POST", "/", pieces, {"Host": f"localhost:{server.port}"})
        assert memory_of(server) - before < 30_000_000
    finally:
        server.stop()
