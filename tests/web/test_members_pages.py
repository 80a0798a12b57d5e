"""Who opens a dossier, and a code at the door, through the pages."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings
from web_cases import Newcomer, make_account

from plaise.store.database.models import JournalLine, Role
from plaise.store.keys import Codes, Unlocked
from plaise.store.vault import (
    ACCESS_GIVEN,
    ACCESS_WITHDRAWN,
    EncryptedDossier,
    create_dossier,
    grant,
    has_second_factor,
    invitation_code,
    members,
    set_second_factor,
)
from plaise.web.background import WORKER, Kind
from store_cases import PASSPHRASE

TOLD = ("a fermé le dossier à", "a aussi confié le dossier à", "a ouvert le dossier à")
NOW = datetime(2024, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    return create_dossier(person, exercise=True)


@pytest.fixture
def helper(dossier: EncryptedDossier) -> Newcomer:
    """A test client whose member only helps."""
    make_account("soleil-bleu")
    grant(dossier.unlocked, dossier.id, "soleil-bleu")
    client = Newcomer()
    client.unlock("soleil-bleu")
    return client


def roles(dossier: EncryptedDossier) -> dict[str, str]:
    return {one.identifier: one.role for one in members(dossier.unlocked, dossier.id)}


def at(dossier: EncryptedDossier, identifier: str = "", act: str = "") -> str:
    place = f"/dossiers/{dossier.id}/acces/"
    if not identifier:
        return place
    every = members(dossier.unlocked, dossier.id)
    account = next(one.account for one in every if one.identifier == identifier)
    return f"{place}{account}/{act}/"


def test_somebody_is_invited_entrusted_and_shut_out(member: Newcomer, dossier: EncryptedDossier):
    make_account("soleil-bleu")
    other = Newcomer()
    other.unlock("soleil-bleu")
    code = re.search(r"<bdi dir=\"ltr\">([\d ]{14})</bdi>", other.get("/compte/").content.decode())
    assert code is not None
    form = {"identifier": "soleil-bleu", "code": "1234 5678 9012"}
    refused = member.post(at(dossier), form)
    assert refused.status_code == 422
    assert "ne vont pas ensemble" in refused.content.decode()
    member.post(at(dossier), form | {"code": code[1]})
    assert roles(dossier) == {"lune-verte": "owner", "soleil-bleu": "helper"}
    assert other.get(f"/dossiers/{dossier.id}/").status_code == 200
    member.post(at(dossier, "soleil-bleu", "confier"))
    assert roles(dossier)["soleil-bleu"] == "owner"
    gone = at(dossier, "soleil-bleu", "retirer")
    assert member.post(gone, {}).status_code == 422
    generation = dossier.ring().generation
    member.post(gone, {"sure": "on"})
    assert roles(dossier) == {"lune-verte": "owner"}
    assert dossier.ring().generation == generation + 1
    assert other.get(f"/dossiers/{dossier.id}/").status_code == 404
    assert member.get(gone).status_code == 404
    page = re.sub(r"</?bdi[^>]*>", "", member.get(at(dossier)).content.decode())
    told = [page.index(f"lune-verte {what} soleil-bleu.") for what in TOLD]
    assert told == sorted(told)


def test_the_journal_tells_who_opened_it_to_whom(helper: Newcomer, dossier: EncryptedDossier):
    given = dossier.journal().of_kind(ACCESS_GIVEN)
    role = {"who": "lune-verte", "to": "soleil-bleu", "role": "helper"}
    assert [dict(entry.data) for entry in given] == [role]
    helper.post(at(dossier, "soleil-bleu", "retirer"), {"sure": "on"})
    (left,) = dossier.journal().of_kind(ACCESS_WITHDRAWN)
    assert dict(left.data) == {"who": "soleil-bleu", "to": "soleil-bleu"}


def test_a_damaged_journal_keeps_nobody_in(
    member: Newcomer, helper: Newcomer, dossier: EncryptedDossier
):
    JournalLine.objects.filter(number=0).delete()
    assert member.get(at(dossier)).status_code == 200
    member.post(at(dossier, "soleil-bleu", "retirer"), {"sure": "on"})
    assert roles(dossier) == {"lune-verte": "owner"}
    assert helper.get(f"/dossiers/{dossier.id}/").status_code == 404


def test_a_helper_sees_who_opens_it_and_may_only_leave(helper: Newcomer, dossier: EncryptedDossier):
    page = helper.get(at(dossier)).content.decode()
    assert "lune-verte" in page
    assert "Inviter quelqu’un" not in page
    third = make_account("pluie-rose")
    form = {"identifier": "pluie-rose", "code": invitation_code(third.account)}
    assert helper.post(at(dossier), form).status_code == 422
    for act in ("confier", "retirer"):
        assert helper.post(at(dossier, "lune-verte", act), {"sure": "on"}).status_code == 403
    assert helper.post(at(dossier, "soleil-bleu", "confier")).status_code == 403
    erased = helper.post(f"/dossiers/{dossier.id}/effacer/", {"sure": "on"})
    assert erased.status_code == 403
    assert roles(dossier) == {"lune-verte": "owner", "soleil-bleu": "helper"}
    left = helper.post(at(dossier, "soleil-bleu", "retirer"), {"sure": "on"})
    assert left.headers["Location"] == "/dossiers/"
    assert roles(dossier) == {"lune-verte": "owner"}


def test_a_dossier_is_not_left_without_an_owner(member: Newcomer, dossier: EncryptedDossier):
    left = member.post(at(dossier, "lune-verte", "retirer"), {"sure": "on"})
    assert left.status_code == 403
    assert roles(dossier) == {"lune-verte": Role.OWNER}


def test_work_asked_by_somebody_shut_out_waits_for_another_member(
    helper: Newcomer, dossier: EncryptedDossier
):
    helper.post(f"/dossiers/{dossier.id}/paquet/")
    job = WORKER.job(Kind.PACKAGE, dossier.id)
    assert job is not None
    helper.post(at(dossier, "soleil-bleu", "retirer"), {"sure": "on"})
    WORKER.run_waiting()
    assert job.state == "interrupted"


def test_invitations_cannot_be_tried_at_will(member: Newcomer, dossier: EncryptedDossier):
    form = {"identifier": "soleil-bleu", "code": "1234 5678 9012"}
    assert [member.post(at(dossier), form).status_code for _ in range(21)][-2:] == [422, 429]


# The code of a telephone


def shown(codes: Codes) -> str:
    now = int(datetime.now(UTC).timestamp())
    return TOTP(codes.secret, 6, SHA1(), 30).generate(now).decode()


def sign_in(client: Newcomer, **more: str) -> tuple[int, str]:
    answer = client.post(
        "/compte/ouvrir/", {"identifier": "lune-verte", "passphrase": PASSPHRASE} | more
    )
    return answer.status_code, answer.content.decode()


def test_a_code_is_set_up_asked_for_and_taken_away(person: Unlocked):
    with time_machine.travel(NOW, tick=False) as clock:
        client = Newcomer()
        client.unlock("lune-verte")
        page = client.get("/compte/application/").content.decode()
        assert "<svg " in page
        secret = re.search(r"secret=(\w+)", page)
        assert secret is not None
        codes = Codes(bytes.fromhex(client.session["codes_a_regler"]))
        assert client.post("/compte/application/", {"code": "000 000"}).status_code == 422
        client.post("/compte/application/", {"code": shown(codes)})
        assert has_second_factor(person.account)
        clock.shift(timedelta(seconds=60))
        other = Newcomer()
        status, said = sign_in(other)
        assert (status, 'name="code"' in said) == (422, True)
        assert "demande aussi le code" in said
        assert sign_in(other, code=shown(codes))[0] == 302
        clock.shift(timedelta(seconds=60))
        assert client.post("/compte/application/", {"code": shown(codes)}).status_code == 302
        assert not has_second_factor(person.account)


def test_unlocking_again_in_the_same_browser_does_not_ask_for_it(person: Unlocked):
    with time_machine.travel(NOW, tick=False) as clock:
        codes = Codes.new()
        set_second_factor(person, codes, shown(codes))
        clock.shift(timedelta(seconds=60))
        client = Newcomer()
        assert sign_in(client, code=shown(codes))[0] == 302
        client.post("/compte/verrouiller/")
        assert sign_in(client)[0] == 302
        client.post("/compte/sortir/")
        assert sign_in(client)[0] == 422


def test_a_server_always_shows_the_field_so_that_it_tells_nothing(browser: Newcomer):
    assert 'name="code"' not in browser.get("/compte/ouvrir/").content.decode()
    settings.PLAISE_ORIGIN = "https://plaise.exemple.test"
    try:
        assert 'name="code"' in browser.get("/compte/ouvrir/").content.decode()
    finally:
        settings.PLAISE_ORIGIN = ""
