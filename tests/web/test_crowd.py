"""What one member, or one slow client, may hold: never so much that the others must wait."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from cutting import Dribble
from django.contrib.auth import SESSION_KEY
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from web_cases import PATIENCE, Newcomer, Server, Walker

from plaise.store.keys import Unlocked
from plaise.store.vault import create_dossier
from plaise.web.security import bodies
from plaise.web.security.bodies import LARGEST, OF_A_STRANGER, ROOM, BodiesMiddleware, Room
from plaise.web.security.places import DOWNLOADS, Download, Places
from plaise.web.security.rates import CrowdError
from store_cases import PASSPHRASE

SMALL_ROOM = """
import signal
from plaise.web import serve
run = serve._run
def in_a_small_room(*arguments):
    from plaise.web.security import channel
    def hurry(*_):
        channel.HEADERS_WITHIN, channel.BODY_WITHIN, channel.SLOWEST = 0.5, 0.5, 1e9
        channel.STALLED, channel._LINGER = 0.5, 0.5
    signal.signal(signal.SIGUSR1, hurry)
    channel.CONNECTIONS = 12
    run(*arguments)
serve._run = in_a_small_room
"""


@pytest.fixture
def crowded(tmp_path: Path) -> Iterator[Server]:
    """A server with room for a dozen connections."""
    server = Server(tmp_path, before=SMALL_ROOM)
    yield server
    server.stop()


def hurry(server: Server) -> None:
    """Leave it little patience, once nobody on a slow machine needs any."""
    server.process.send_signal(signal.SIGUSR1)


def answers(server: Server) -> int:
    """The status of a plain page."""
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)) as connection:
        connection.request("GET", "/pause/")
        return connection.getresponse().status


# In a member's hands


def test_one_member_has_two_downloads_at_once_and_all_have_four():
    places = Places(most=4, each=2)
    people = [uuid4() for _ in range(3)]
    held = [Download([b"x"], who, places) for who in people[:2] for _ in range(2)]
    for who in (people[0], people[2]):
        with pytest.raises(CrowdError):
            Download([b"x"], who, places)
    assert [*held[0]] == [b"x"]  # to its end
    held[1].close()  # broken off
    held[1].close()
    assert [*Download([b"x"], people[2], places)] == [b"x"]
    again = [Download([b"x"], people[0], places) for _ in range(2)]
    with pytest.raises(CrowdError):
        Download([b"x"], people[0], places)
    assert len(again) == 2


def test_a_download_that_fails_leaves_its_place():
    places = Places(most=1, each=1)

    def broken() -> Iterator[bytes]:
        yield b"x"
        raise FileNotFoundError

    who = uuid4()
    with pytest.raises(FileNotFoundError):
        [*Download(broken(), who, places)]
    assert [*Download([b"x"], who, places)] == [b"x"]


def test_one_download_too_many_is_told_kindly_and_when_to_come_back(
    member: Newcomer, person: Unlocked
):
    dossier = create_dossier(person, exercise=True)
    place, form = f"/dossiers/{dossier.id}/exporter/", {"kind": "zip"}
    going_on = [member.post(place, form) for _ in range(DOWNLOADS.each)]
    answer = member.post(place, form)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert "Attendez une minute" in answer.content.decode()
    for one in going_on:
        assert b"".join(one.streaming_content).startswith(b"PK")
    last = member.post(place, form)
    assert last.status_code == 200
    last.close()


def test_one_member_s_uploads_leave_room_for_the_others():
    room = Room(2 * LARGEST)
    assert room.take("a", LARGEST - 1)
    assert not room.take("a", 2)
    assert room.take("b", LARGEST - 1)
    assert not room.take("c", 3)
    assert not room.take("", bodies.OF_STRANGERS)
    room.give("a", LARGEST - 1)
    assert room.take("", bodies.OF_STRANGERS)
    assert not room.take("", 1)


def test_without_our_own_server_the_app_measures_by_itself(member: Newcomer, person: Unlocked):
    """As behind gunicorn: what is held while a request is answered is given back."""
    who = str(person.account)
    held = []

    def look(request: WSGIRequest) -> HttpResponse:
        held.append(ROOM.take(who, LARGEST - OF_A_STRANGER))
        if held[-1]:
            ROOM.give(who, LARGEST - OF_A_STRANGER)
        return HttpResponse()

    environment = {
        "REQUEST_METHOD": "POST",
        "CONTENT_LENGTH": str(OF_A_STRANGER + 1),
        "HTTP_COOKIE": f"plaise={member.cookies['plaise'].value}",
        "wsgi.input": BytesIO(),
    }
    middleware = BodiesMiddleware(look)
    assert middleware(WSGIRequest(environment)).status_code == 200
    assert held == [False], "its room is held"
    assert ROOM.take(who, LARGEST - 1)
    answer = middleware(WSGIRequest(environment | {"HTTP_ACCEPT_LANGUAGE": "fr"}))
    ROOM.give(who, LARGEST - 1)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert len(held) == 1
    assert member.session[SESSION_KEY] == who


# On the wire


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"GET /pause/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", id="headers"),
        pytest.param(
            b"POST /langue/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n",
            id="body",
        ),
        pytest.param(
            b"POST /langue/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n",
            id="what was refused",
        ),
    ],
)
def test_clients_that_send_a_byte_at_a_time_do_not_stop_the_others(crowded: Server, head: bytes):
    dribble = Dribble(crowded.port, head, many=40)  # more than the server holds
    hurry(crowded)
    try:
        assert answers(crowded) == 200
    finally:
        dribble.stop()


def test_readers_that_read_no_further_give_their_place_back(crowded: Server):
    walker = Walker(crowded)
    walker.get(crowded.entry.removeprefix(crowded.origin))
    form = {"identifier": "lune-verte", "passphrase": PASSPHRASE, "again": PASSPHRASE}
    walker.post("/compte/creer/", form)
    walker.post("/compte/code/", {"kept": "on"})
    cookies = "; ".join(f"{name}={value}" for name, value in walker.cookies.items())
    ask = f"GET /dossiers/ HTTP/1.1\r\nHost: localhost:{crowded.port}\r\nCookie: {cookies}\r\n\r\n"
    readers = []
    for _ in range(11):
        reader = socket.socket()
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
        reader.connect(("127.0.0.1", crowded.port))
        reader.sendall(ask.encode() * 200)  # and reads nothing of two hundred answers
        readers.append(reader)
    hurry(crowded)
    assert answers(crowded) == 200
    for reader in readers:
        reader.close()
