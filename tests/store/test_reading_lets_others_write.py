"""While captures are read, short writes go through between two of them; nothing is lost."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from django.db import connections

from databases import environment
from dossier_texts import SOUND
from plaise.dossier import PlaiseError, Reading, Result
from plaise.followup import PREFIX
from plaise.journal import verify_lines
from plaise.store import DossierFolder, Storage
from plaise.store.keys import Unlocked
from plaise.store.vault import BusyError, create_dossier, open_dossier
from plaise.work import _read, record_event
from plaise.work.seen import read_new

RECORDED = f"{PREFIX}filed"
FILED = {"on": "2026-11-20", "channel": "telerecours"}
NAMES = ("captures/a.png", "captures/b.png", "captures/c.png")


@pytest.fixture(params=["folder", "vault"])
def reopen(
    request: pytest.FixtureRequest, person: Unlocked, tmp_path: Path
) -> Callable[[], Storage]:
    """The same dossier with three captures, as each request or command opens it."""
    if request.param == "folder":
        place = tmp_path / "dossier"
        (place / "captures").mkdir(parents=True)
        (place / "dossier.toml").write_text(SOUND, encoding="utf-8")

        def reopen() -> Storage:
            return DossierFolder(place)
    else:
        identifier = create_dossier(person, exercise=True).id
        made = open_dossier(person, identifier)
        name = re.search(r'^id = ".+"$', made.facts_text(), re.MULTILINE)
        assert name
        text = re.sub(r'^id = ".+"$', name[0], SOUND, flags=re.MULTILINE)
        made.write_facts(text, seen=made.versioned_facts()[1])

        def reopen() -> Storage:
            return open_dossier(person, identifier)

    for name in NAMES:
        reopen().add(name, name.encode())
    return reopen


class SlowReader:
    """Reads nothing, and stops after the first document until it is told to go on."""

    def __init__(self) -> None:
        self.one_is_read = Event()
        self.go_on = Event()
        self.over = Event()

    def __call__(self, documents, **_):
        for number, document in enumerate(documents):
            if number == 1:
                self.one_is_read.set()
                assert self.go_on.wait(300)
            yield document, (Reading(file="", sha256="0" * 64, result=Result.OTHER_PAGE),)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> SlowReader:
    reader = SlowReader()
    monkeypatch.setattr(_read, "read_many", reader)
    return reader


@pytest.fixture
def reading(reopen: Callable[[], Storage], reader: SlowReader) -> Iterator[list[object]]:
    """A reading that has begun, in a thread of its own; how it ended."""
    ended: list[object] = []

    def read() -> None:
        try:
            ended.append(read_new(reopen()))
        except PlaiseError as error:
            ended.append(error)
        finally:
            connections.close_all()
            reader.over.set()

    thread = Thread(target=read)
    thread.start()
    assert reader.one_is_read.wait(300)
    yield ended
    reader.go_on.set()
    thread.join(300)
    assert not thread.is_alive()


def finish(reader: SlowReader) -> None:
    reader.go_on.set()
    assert reader.over.wait(300)


def test_an_event_is_recorded_between_two_captures_and_nothing_is_lost(
    reopen: Callable[[], Storage], reader: SlowReader, reading: list[object]
):
    record_event(reopen(), "filed", FILED)
    assert not reading, "the reading goes on"
    finish(reader)
    assert reading == [3]
    journal = reopen().journal()
    kinds = [one.kind for one in journal.of_kind("read", RECORDED)]
    assert kinds == ["read", RECORDED, "read", "read"]
    entries, faults = verify_lines(journal.content().splitlines())
    assert (len(entries), faults) == (len(journal.entries), ())


def test_a_second_reading_does_not_begin(reopen: Callable[[], Storage], reading: list[object]):
    with pytest.raises(PlaiseError, match="travail"):
        read_new(reopen())
    assert not reading


def test_the_reading_waits_for_a_write_that_goes_on(
    reopen: Callable[[], Storage], reader: SlowReader, reading: list[object]
):
    storage = reopen()
    with storage.locked():
        reader.go_on.set()
        before = len(storage.journal().of_kind("read"))
        storage.journal().append("read", {"path": "x", "sha256": "0" * 64})
        assert (before, reading) == (1, [])
    assert reader.over.wait(300)
    assert reading == [3]
    assert len(reopen().journal().of_kind("read")) == 4


HOLD = """
import sys, uuid, django
django.setup()
from plaise.store.vault._locks import work_lock
with work_lock(uuid.UUID(sys.argv[1]), "write", 0):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.mark.usefixtures("data")
def test_a_short_write_waits_for_another_process_and_says_when_it_waits_in_vain(person: Unlocked):
    dossier = create_dossier(person, exercise=True)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(dossier.id)],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdin
        assert other.stdout
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(BusyError), dossier.locked(patience=0.01):
            pytest.fail("two writers at once")
        with dossier.alone():
            pass  # another lock
        other.stdin.close()
        with dossier.locked(patience=60):
            pass
