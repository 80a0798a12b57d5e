"""`plaise serve` as a program: one door, one data directory, nothing in clear on the way."""

from __future__ import annotations

import os
import re
import stat
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from web_cases import Server

from plaise.dossier import PlaiseError
from plaise.web.serve import Serving, serve


def ask(server: Server, path: str, **headers: str) -> int:
    port = int(server.origin.rpartition(":")[2])
    with closing(HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers=headers)
        return connection.getresponse().status


def test_it_listens_on_this_computer_alone_and_opens_to_a_token_alone(server: Server):
    listening = Path(f"/proc/{server.process.pid}/net/tcp").read_text()
    port = f"{int(server.origin.rpartition(':')[2]):04X}"
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


def test_the_data_belong_to_this_user_alone(server: Server):
    assert stat.S_IMODE(server.data.stat().st_mode) & 0o077 == 0 or os.name != "posix"
    assert stat.S_IMODE((server.data / "porte").stat().st_mode) == 0o600


@pytest.mark.parametrize("origin", ["http://plaise.exemple.org", "plaise.exemple.org", "https://"])
def test_others_come_in_over_https_only(tmp_path: Path, origin: str):
    with pytest.raises(PlaiseError, match="adresse https"):
        serve(Serving(data=tmp_path, origin=origin), announce=print)
