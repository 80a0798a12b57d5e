"""`plaise serve` killed in the middle of everything: nothing lost, nothing half, nothing in clear.

Over real HTTP, in a process of its own that gets SIGKILL; then another one on the same data.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import select
import socket
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.client import BOUNDARY, encode_multipart
from web_cases import PATIENCE, Server, Walker

from store_cases import PASSPHRASE

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
PICTURES = {path.name: path.read_bytes() for path in sorted((EXAMPLE / "captures").glob("*.png"))}
FEW = dict(list(PICTURES.items())[:4])
STILL = 600.0  # seconds: nobody waits longer for one capture, on however slow a machine
NAMES = (b"Aminata", b"Exempleville", b"malienne")


@dataclass
class Place:
    """A data directory, its temporary files and its logs, over several lives of the server."""

    folder: Path
    server: Server = field(init=False)
    walker: Walker = field(init=False)
    dossier: str = ""
    logs: str = ""
    moved: float = 0.0
    told: tuple[str, ...] = ()

    def start(self) -> None:
        (self.folder / "tmp").mkdir(exist_ok=True)
        self.server = Server(self.folder / "data", environment={"TMPDIR": str(self.folder / "tmp")})
        self.walker = Walker(self.server)
        self.walker.get(self.server.entry.removeprefix(self.server.origin))

    def kill(self) -> None:
        """SIGKILL; the children that read pictures end with their parent."""
        children = _children(self.server.process.pid)
        self.logs += self.server.kill()
        for child in children:
            _wait_for_end(child)

    def again(self) -> None:
        """The machine is back, and the person unlocks."""
        self.start()
        typed = {"identifier": "lune-verte", "passphrase": PASSPHRASE}
        page = self.walker.post("/compte/ouvrir/", typed).decode()
        assert self.walker.said["Location"] == "/dossiers/", page

    def at(self, step: str = "") -> str:
        return f"/dossiers/{self.dossier}/{step}"

    def progress(self, step: str) -> tuple[bool, int, int]:
        """Whether the work of a page goes on, how much is done, and of how much."""
        page = self.walker.get(self.at(step)).decode()
        found = re.search(r"<!--progress (\d*) (\d+) (\d+)-->", page)
        assert found is not None, page
        if self.told != (told := (step, *found.groups())):
            self.told, self.moved = told, time.monotonic()
        assert time.monotonic() - self.moved < STILL, f"nothing moves any more: {told}"
        return bool(found[1]), int(found[2]), int(found[3])

    def contents(self) -> dict[str, bytes]:
        """Everything that is in the dossier, by path, as an export gives it."""
        exported = self.walker.post(self.at("exporter/"), {"kind": "zip"})
        with zipfile.ZipFile(io.BytesIO(exported)) as archive:
            names = (name.removeprefix("dossier/") for name in archive.namelist())
            return {name: archive.read(f"dossier/{name}") for name in names}

    def assert_nothing_in_clear(self) -> None:
        """Neither names nor a piece of any picture, in data, temporary files and logs."""
        marks = [*NAMES, *(name.encode() for name in PICTURES), *map(_piece, PICTURES.values())]
        for path in self.folder.rglob("*"):
            if path.is_file() and "langues" not in path.parts:  # our own words, compiled
                content = path.read_bytes()
                assert not [mark for mark in marks if mark in content], path
        assert not [mark for mark in marks if mark in self.logs.encode()]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A newcomer's account, on a server that can be killed."""
    place = Place(tmp_path)
    place.start()
    form = {"identifier": "lune-verte", "passphrase": PASSPHRASE, "again": PASSPHRASE}
    place.walker.post("/compte/creer/", form)
    place.walker.post("/compte/code/", {"kept": "on"})
    yield place
    place.kill()


@pytest.fixture
def empty(place: Place) -> Place:
    place.walker.post("/dossiers/nouveau/", {"kind": "exercise"})
    place.dossier = place.walker.said["Location"].split("/")[2]
    return place


@pytest.fixture
def example(place: Place) -> Place:
    """The example with four captures, taken in through the page."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for path in sorted(EXAMPLE.rglob("*")):
            name = path.relative_to(EXAMPLE).as_posix()
            if path.is_file() and (path.parent.name != "captures" or path.name in FEW):
                archive.writestr(f"dossier/{name}", path.read_bytes())
    place.walker.post("/dossiers/importer/", {}, {"file": into.getvalue()})
    place.dossier = place.walker.said["Location"].split("/")[2]
    return place


def sent(place: Place, names: list[str]) -> tuple[bytes, dict[str, str]]:
    """A form with several captures, as a browser sends it."""
    page = place.walker.get(place.at("captures/")).decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token is not None
    files = [SimpleUploadedFile(name, PICTURES[name]) for name in names]
    body = encode_multipart(BOUNDARY, {"csrfmiddlewaretoken": token[1], "captures": files})
    cookies = "; ".join(f"{name}={value}" for name, value in place.walker.cookies.items())
    return body, {
        "Host": f"localhost:{place.server.port}",
        "Cookie": cookies,
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "Content-Length": str(len(body)),
    }


def until_read(place: Place) -> None:
    while place.progress("captures/lecture/")[0]:
        pass


def test_killed_in_the_middle_of_an_upload(empty: Place):
    names = list(PICTURES)
    body, headers = sent(empty, names[:3])
    acknowledged, _ = sent(empty, names[3:5])
    answer = _post(empty, acknowledged, headers | {"Content-Length": str(len(acknowledged))})
    assert answer.startswith(b"HTTP/1.1 302")
    _post(empty, body[: len(body) * 2 // 3], headers, wait=False)
    empty.kill()
    empty.assert_nothing_in_clear()
    empty.again()
    until_read(empty)
    captures = {
        path.removeprefix("captures/"): content
        for path, content in empty.contents().items()
        if path.startswith("captures/")
    }
    assert captures == {name: PICTURES[name] for name in names[3:5]}


@pytest.mark.engine
def test_killed_while_captures_are_read(example: Place):
    _, done, total = example.progress("captures/lecture/")
    assert total == len(FEW)
    while done == 0:
        _, done, _ = example.progress("captures/lecture/")
    example.kill()
    example.assert_nothing_in_clear()
    example.again()
    _, kept, _ = example.progress("captures/lecture/")
    assert kept >= done, "what was read is not read again"
    until_read(example)
    assert example.progress("captures/lecture/")[1] == len(FEW)
    captures = {path: one for path, one in example.contents().items() if path.endswith(".png")}
    assert {
        f"captures/{name}": content for name, content in FEW.items()
    }.items() <= captures.items()


@pytest.mark.engine
def test_killed_while_documents_are_made_at_one_part_after_another(example: Place):
    until_read(example)
    made: dict[str, bytes] = {}
    for parts in (1, 3):  # drafting, then the exhibits
        example.walker.post(example.at("paquet/"), {})
        going_on, done, _ = example.progress("paquet/")
        while going_on and done < parts:
            going_on, done, _ = example.progress("paquet/")
        example.kill()
        example.assert_nothing_in_clear()
        example.again()
        while example.progress("paquet/")[0]:
            pass
        made = {path: one for path, one in example.contents().items() if path.startswith("depot/")}
    versions = {path.split("/")[1] for path in made}
    assert versions, "what was asked for is taken up again at the next unlock"
    for version in versions:
        inside = f"depot/{version}/"
        files = {path.removeprefix(inside) for path in made if path.startswith(inside)}
        sums = made[f"{inside}SHA256SUMS"].decode().splitlines()
        listed = dict(line.split("  ", 1)[::-1] for line in sums)
        assert files == {*listed, "SHA256SUMS"}, "a package is whole or absent"
        for name, sha256 in listed.items():
            assert hashlib.sha256(made[inside + name]).hexdigest() == sha256


def _post(place: Place, body: bytes, headers: dict[str, str], *, wait: bool = True) -> bytes:
    """A request written by hand, so that it can stop in the middle."""
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    with socket.create_connection(("127.0.0.1", place.server.port), timeout=PATIENCE) as connection:
        connection.sendall(f"POST {place.at('captures/')} HTTP/1.1\r\n{head}\r\n".encode() + body)
        return connection.recv(65536) if wait else b""


def _piece(picture: bytes) -> bytes:
    middle = len(picture) // 2
    return picture[middle : middle + 48]


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


def _wait_for_end(process: int) -> None:
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return
    try:
        ended, _, _ = select.select([handle], [], [], PATIENCE)
        assert ended, "a reader outlives the server"
    finally:
        os.close(handle)
