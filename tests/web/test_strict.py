"""What every answer says, and what every request must say."""

from __future__ import annotations

import gzip
import re
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from page_list import PAGES
from web_cases import Newcomer, make_account

from plaise.store import read_folder
from plaise.store.keys import Unlocked
from plaise.store.vault import create_dossier, import_parts, new_recovery_code, waiting
from plaise.web.models import Session
from plaise.web.security import awake, rates
from plaise.web.security.door import DOOR
from plaise.web.security.headers import CSP, HEADERS
from store_cases import PASSPHRASE

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
WEB = Path(__file__).parents[2] / "src" / "plaise" / "web"
A_DAY = 86_400.0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address)
def test_every_page_carries_the_headers_and_no_inline_code(
    member: Newcomer, person: Unlocked, page
):
    parts = [part for part in read_folder(EXAMPLE) if not part.path.startswith("captures/")]
    place = page.address.replace("{dossier}", str(import_parts(person, parts).id))
    answer = member.get(place) if page.member else Newcomer().get(place)
    assert answer.status_code == page.status
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert answer.headers["Content-Security-Policy"] == CSP
    assert answer.headers["Cache-Control"] == "no-store"
    html = answer.content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:", html)
    assert not re.search(r'(?:src|action)="(?:https?:)?//', html)


def test_a_page_of_ours_may_do_nothing_by_default():
    assert CSP.startswith("default-src 'none'")
    assert "unsafe" not in CSP
    assert "http" not in CSP


@pytest.mark.parametrize("host", ["plaise.exemple.test", "localhost.exemple.test", "127.0.0.1:1@x"])
@pytest.mark.usefixtures("data")
def test_another_host_is_not_answered(host: str):
    assert Client(headers={"host": host}).get("/").status_code == 400


@pytest.mark.parametrize(
    "said",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://localhost:9999"},
        {"origin": "http://pirate.test"},
        {"origin": "null", "sec-fetch-site": "same-origin"},
        {"origin": "https://localhost"},
    ],
)
def test_what_comes_from_elsewhere_changes_nothing(member: Newcomer, said: dict[str, str]):
    answer = member.post("/compte/verrouiller/", headers={"sec-fetch-site": "same-origin"} | said)
    assert answer.status_code == 403
    assert member.get("/dossiers/").status_code == 200


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("place", ["/compte/ouvrir/", "/langue/", "/compte/verrouiller/"])
def test_a_form_without_its_token_is_refused(place: str):
    client = Newcomer()
    client.handler.enforce_csrf_checks = True
    assert client.post(place, {"identifier": "lune-verte"}).status_code == 403


def test_the_phone_may_share_without_a_token_and_no_page_may(member: Newcomer, person: Unlocked):
    dossier = create_dossier(person, exercise=True)
    member.get(f"/dossiers/{dossier.id}/")
    member.handler.enforce_csrf_checks = True
    for site, status, kept in (("same-origin", 403, 0), ("none", 302, 1)):
        with (WEB / "static" / "plaise" / "icone.svg").open("rb") as picture:
            answer = member.post(
                "/partage/", {"fichiers": picture}, headers={"sec-fetch-site": site}
            )
        assert answer.status_code == status
        assert waiting(dossier.id) == kept


def test_a_shared_picture_comes_in_while_locked(member: Newcomer, person: Unlocked):
    dossier = create_dossier(person, exercise=True)
    member.post("/compte/verrouiller/")
    with (WEB / "static" / "plaise" / "icone.svg").open("rb") as picture:
        member.post("/partage/", {"fichiers": picture}, headers={"sec-fetch-site": "none"})
    assert waiting(dossier.id) == 1


# Locking


@pytest.mark.parametrize(("shared", "minutes"), [(False, 15), (True, 5)])
def test_the_session_locks_by_itself(person: Unlocked, shared: bool, minutes: int):
    del person
    client = Newcomer()
    with time_machine.travel(0, tick=False) as clock:
        client.unlock("lune-verte", shared=shared)
        clock.shift(timedelta(minutes=minutes - 1))
        assert client.get("/dossiers/").status_code == 200  # at work: it begins again
        clock.shift(timedelta(minutes=minutes - 1))
        assert client.get("/dossiers/").status_code == 200
        clock.shift(timedelta(minutes=minutes, seconds=1))
        assert client.get("/dossiers/").status_code == 303
        clock.shift(timedelta(minutes=-2))
        assert client.get("/dossiers/").status_code == 303


def test_neither_half_of_the_key_is_enough(member: Newcomer):
    half = member.cookies.pop("plaise-cle")
    assert member.get("/dossiers/").status_code == 303
    member.cookies["plaise-cle"] = half.value
    assert member.get("/dossiers/").status_code == 200
    Session.objects.all().delete()
    assert member.get("/dossiers/").status_code == 303


def test_the_session_row_tells_nothing_without_its_cookie(member: Newcomer, person: Unlocked):
    member.get("/dossiers/")
    row = Session.objects.get()
    assert member.cookies["plaise"].value not in row.id
    assert str(person.account).encode() not in row.content
    assert b"lune" not in row.content
    row.content = row.content[:-1] + bytes([row.content[-1] ^ 1])
    row.save()
    assert member.get("/dossiers/").status_code == 303


def test_locking_takes_the_key_out_of_the_memory_of_workers_too(member: Newcomer, person: Unlocked):
    member.get("/dossiers/")
    (held,) = (one for one in awake.members() if one.account == person.account)
    member.post("/compte/verrouiller/")
    assert not held.open
    assert held not in awake.members()


def test_a_request_that_began_before_locking_cannot_bring_the_key_back(
    member: Newcomer, monkeypatch: pytest.MonkeyPatch
):
    before = dict(member.cookies)
    late = Newcomer()
    late.cookies.load({name: one.value for name, one in before.items()})

    def lock_meanwhile(*_: object) -> tuple[()]:
        member.post("/compte/verrouiller/")
        return ()

    monkeypatch.setattr("plaise.web.dossiers.views.list_dossiers", lock_meanwhile)
    session = late.session
    session["avis"] = [["done", "une phrase"]]
    session.save()
    answer = late.get("/dossiers/")
    assert (answer.status_code, answer.headers["Location"][:15]) == (303, "/compte/ouvrir/")
    late.cookies.load({name: one.value for name, one in before.items()})
    assert late.get("/dossiers/").status_code == 303


def test_what_was_typed_in_a_page_that_locked_is_not_lost_and_not_readable(
    member: Newcomer, person: Unlocked
):
    member.post("/compte/verrouiller/")
    asked = member.post("/dossiers/nouveau/", {"kind": "exercise"})
    page = asked.content.decode()
    kept = re.search(r'name="kept" value="([^"]+)"', page)
    assert kept is not None
    assert "exercise" not in page.replace("lune-verte", "")
    form = {"identifier": "lune-verte", "passphrase": PASSPHRASE, "kept": kept[1]}
    back = member.post("/compte/ouvrir/", form).content.decode()
    assert 'action="/dossiers/nouveau/"' in back
    assert '<input type="hidden" name="kind" value="exercise">' in back
    make_account("autre")
    other = Newcomer()
    answer = other.post("/compte/ouvrir/", form | {"identifier": "autre"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/dossiers/")
    del person


# Leaving


def test_the_quick_exit_needs_no_token_locks_and_shows_a_calendar(member: Newcomer):
    member.handler.enforce_csrf_checks = True
    answer = member.post("/quitter/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer.headers["Location"] == "/pause/"
    page = member.get("/pause/").content.decode()
    assert "Plaise" not in page
    assert not re.search(r'(?:src|action|content)="https?:', page)
    assert member.get("/dossiers/").status_code == 303
    assert Session.objects.count() == 0


def test_on_someone_else_s_computer_locking_leaves_nothing(person: Unlocked):
    del person
    client = Newcomer()
    client.unlock("lune-verte", shared=True)
    assert client.get("/dossiers/").headers["Refresh"] == "305;url=/compte/verrouille/"
    answer = client.get("/compte/verrouille/")
    assert answer.headers["Location"] == "/compte/ouvrir/?ailleurs"
    assert "Clear-Site-Data" in answer.headers
    assert Session.objects.count() == 0
    assert "lune-verte" not in client.get("/compte/ouvrir/").content.decode()


@pytest.mark.parametrize("place", ["/compte/ouvrir/", "/compte/creer/", "/compte/secours/"])
def test_on_someone_else_s_computer_no_browser_knows_a_passphrase_is_typed(
    person: Unlocked, place: str
):
    client = Newcomer()
    assert 'href="?ailleurs"' in client.get(place).content.decode()
    page = client.get(f"{place}?ailleurs").content.decode()
    assert 'type="password"' not in page
    assert not set(re.findall(r'autocomplete="([^"]+)"', page)) - {"off"}
    assert 'name="shared" value="True"' in page
    identifier = "nuage-gris" if "creer" in place else "lune-verte"
    form = {"identifier": identifier, "passphrase": PASSPHRASE, "again": PASSPHRASE}
    form |= {"shared": "True", "code": new_recovery_code(person)}
    if "ouvrir" in place:
        del form["code"]
    assert client.post(f"{place}?ailleurs", form).status_code == 302
    assert client.get("/dossiers/").headers["Refresh"] == "305;url=/compte/verrouille/"


@pytest.mark.usefixtures("data")
def test_the_mode_of_someone_else_s_computer_follows_from_page_to_page():
    places = "compte/creer", "compte/ouvrir", "compte/secours"
    for place in places:
        page = Newcomer().get(f"/{place}/?ailleurs").content.decode()
        to = set(re.findall(r'href="/(compte/(?:creer|ouvrir|secours))/([^"]*)"', page))
        assert to
        assert {query for _, query in to} == {"?ailleurs"}


@pytest.mark.usefixtures("data")
def test_many_tries_from_one_place_are_slowed_down(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rates.SIGNING_IN, "seconds", A_DAY)  # however slow this machine is
    client = Newcomer()
    make_account("lune-verte")
    form = {"identifier": "personne", "passphrase": PASSPHRASE}
    codes = [client.post("/compte/recreer/", form).status_code for _ in range(2)]
    assert codes == [404, 404]
    codes = [
        client.post(
            "/compte/ouvrir/", form | {"identifier": "lune-verte", "passphrase": f"{n}" * 12}
        ).status_code
        for n in range(21)
    ]
    assert codes[-1] == 429
    assert 429 not in codes[:-1]


# The door of a local server


def test_only_a_browser_that_brings_a_token_comes_in_and_only_once(data: Path, settings_door: None):
    del data, settings_door
    token = DOOR.token()
    stranger, guest = Newcomer(), Newcomer()
    assert stranger.get("/").status_code == 403
    assert stranger.get("/compte/ouvrir/").status_code == 403
    assert guest.get("/entrer/", {"jeton": token}).status_code == 302
    assert guest.get("/").status_code == 200
    assert stranger.get("/entrer/", {"jeton": token}).status_code == 403
    assert stranger.get("/entrer/", {"jeton": "x"}).status_code == 403


# The house


def test_the_style_sheet_knows_no_left_nor_right_and_no_state_design():
    css = (WEB / "static" / "plaise" / "plaise.css").read_text()
    used = set(re.findall(r"(?:^|[{;])\s*([a-z-]+)\s*:", css, re.MULTILINE))
    sides = {"left", "right", "top", "bottom", "width", "height", "float"}
    assert not {name for name in used - {"line-height"} if sides & set(name.split("-"))}
    shorthands = r"\b(?:margin|padding|inset)\s*:(?:\s+[^;\s]+){4}"
    assert not re.search(shorthands, css)
    assert len(gzip.compress(css.encode())) < 12_000
    everything = "".join(
        path.read_text()
        for path in WEB.rglob("*")
        if path.suffix in {".css", ".html", ".js", ".svg"}
    )
    assert not re.search(r"dsfr|marianne", everything, re.IGNORECASE)
