"""In and out, as a person does it."""

from __future__ import annotations

import re

import pytest
from web_cases import OTHER, Newcomer, make_account

from plaise.store.vault import unlock
from plaise.web.models import Session
from store_cases import PASSPHRASE


def test_a_newcomer_creates_an_account_notes_the_code_and_is_in(browser: Newcomer):
    form = {"identifier": "lune-verte", "passphrase": PASSPHRASE, "again": PASSPHRASE}
    page = browser.post("/compte/creer/", form, follow=True).content.decode()
    groups = re.findall(r"<span>([0-9A-Z]{5})</span>", page)
    assert len(groups) == 6
    assert browser.post("/compte/code/", {}).status_code == 422
    answer = browser.post("/compte/code/", {"kept": "on"}, follow=True)
    assert "pas encore de dossier" in answer.content.decode()
    browser.post("/compte/sortir/")
    form = {"identifier": "lune-verte", "code": "-".join(groups)}
    answer = browser.post("/compte/secours/", form | {"passphrase": OTHER, "again": OTHER})
    assert answer.status_code == 302
    assert unlock("lune-verte", OTHER).open


@pytest.mark.parametrize(
    "weak", ["court", "aaaaaaaaaaaaaaaa", "abcdefghijklmnop", "azertyuiop12345"]
)
def test_a_passphrase_that_is_guessed_first_is_refused(browser: Newcomer, weak: str):
    form = {"identifier": "lune-verte", "passphrase": weak, "again": weak}
    answer = browser.post("/compte/creer/", form)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode()


def test_a_wrong_passphrase_is_told_without_saying_which_of_the_two(browser: Newcomer):
    make_account("lune-verte")
    for identifier in ("lune-verte", "personne"):
        form = {"identifier": identifier, "passphrase": OTHER}
        answer = browser.post("/compte/ouvrir/", form)
        assert answer.status_code == 422
        assert "ne vont pas ensemble" in answer.content.decode()


def test_locking_forgets_the_key_and_keeps_the_account_known(member: Newcomer):
    assert member.get("/dossiers/").status_code == 200
    assert member.post("/compte/verrouiller/").status_code == 302
    answer = member.get("/dossiers/")
    assert (answer.status_code, answer.headers["Location"]) == (
        303,
        "/compte/ouvrir/?suite=%2Fdossiers%2F",
    )
    assert 'value="lune-verte"' in member.get("/compte/ouvrir/").content.decode()


def test_signing_in_changes_the_session_and_leaves_no_row_of_the_former(browser: Newcomer):
    make_account("lune-verte")
    browser.unlock("lune-verte")
    first = browser.cookies["plaise"].value
    browser.unlock("lune-verte")
    assert browser.cookies["plaise"].value != first
    assert Session.objects.count() == 1
