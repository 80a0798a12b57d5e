"""Work that ends while its page is being written: the page asks again, and promises nothing."""

from __future__ import annotations

from typing import Any

import pytest
from web_cases import Newcomer

from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, create_dossier, file_uploads, receive
from plaise.web.background import WORKER, Job, Kind
from plaise.web.captures import views as captures
from plaise.web.results import package, sending


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    return create_dossier(person, exercise=True)


def ending(monkeypatch: pytest.MonkeyPatch, asked: str, job: Job, module: Any, then: str) -> None:
    """A job that goes on when it is asked for, and is done once the page has gone further."""
    step = getattr(module, then)

    def ends(*given: object) -> object:
        found = step(*given)
        job.state = "done"
        return found

    monkeypatch.setattr(WORKER, asked, lambda *_: job)
    monkeypatch.setattr(module, then, ends)


def test_a_capture_filed_meanwhile_is_not_forgotten(
    member: Newcomer, dossier: EncryptedDossier, monkeypatch: pytest.MonkeyPatch
):
    receive(dossier.id, dossier.id, "a.png", [b"\x89PNG\r\n\x1a\n"])
    look = captures.known

    def filed_then(place: EncryptedDossier) -> object:
        seen = look(place)
        file_uploads(place)
        return seen

    monkeypatch.setattr(captures, "known", filed_then)
    page = member.get(f"/dossiers/{dossier.id}/captures/lecture/").content.decode()
    assert "<!--progress 3 0 1-->" in page
    assert "Tout est lu" not in page


def test_documents_that_are_made_meanwhile_are_waited_for(
    member: Newcomer, dossier: EncryptedDossier, monkeypatch: pytest.MonkeyPatch
):
    job = Job(Kind.PACKAGE, dossier, state="running")
    ending(monkeypatch, "taken_up", job, package, "frame")
    assert 'data-refresh="3"' in member.get(f"/dossiers/{dossier.id}/paquet/").content.decode()


def test_files_of_a_way_out_that_are_made_meanwhile_are_waited_for(
    member: Newcomer, dossier: EncryptedDossier, monkeypatch: pytest.MonkeyPatch
):
    dossier.keep_package([("1-lire/a.txt", b"x")])
    job = Job(Kind.PAPER, dossier, state="running")
    ending(monkeypatch, "job", job, sending, "packed")
    place = f"/dossiers/{dossier.id}/deposer/par/papier/"
    assert 'data-refresh="3"' in member.get(place).content.decode()
