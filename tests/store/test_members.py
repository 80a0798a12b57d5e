"""Who opens a dossier, and what remains closed to those who left."""

from __future__ import annotations

from uuid import uuid4

import pytest

from plaise.store.database.models import Dossier, Membership, Role
from plaise.store.keys import Binding, DamagedError, LockedError, Ring, Unlocked, unwrap
from plaise.store.vault import (
    EncryptedDossier,
    NotAllowedError,
    NotMemberError,
    create_account,
    create_dossier,
    file_uploads,
    grant,
    list_dossiers,
    members,
    open_dossier,
    receive,
    revoke,
)
from store_cases import PASSPHRASE, QUICK


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    dossier = create_dossier(person, exercise=True)
    dossier.add("captures/a.png", b"before")
    return dossier


@pytest.fixture
def helper(data) -> Unlocked:
    del data
    return create_account("compte-2", PASSPHRASE, cost=QUICK)[0]


def test_a_dossier_opens_for_its_members_only(dossier: EncryptedDossier, helper: Unlocked):
    with pytest.raises(NotMemberError):
        open_dossier(helper, dossier.id)
    assert list_dossiers(helper) == ()
    grant(dossier.unlocked, dossier.id, "compte-2")
    assert open_dossier(helper, dossier.id).read("captures/a.png") == b"before"
    assert [(m.identifier, m.role) for m in members(helper, dossier.id)] == [
        ("compte-1", "owner"),
        ("compte-2", "helper"),
    ]


def test_a_dossier_that_does_not_exist_is_like_one_that_is_closed(helper: Unlocked):
    for act in (open_dossier, members):
        with pytest.raises(NotMemberError):
            act(helper, uuid4())


def test_a_helper_neither_invites_nor_dismisses(dossier: EncryptedDossier, helper: Unlocked):
    grant(dossier.unlocked, dossier.id, "compte-2")
    create_account("compte-3", PASSPHRASE, cost=QUICK)
    with pytest.raises(NotAllowedError):
        grant(helper, dossier.id, "compte-3")
    with pytest.raises(NotAllowedError):
        revoke(helper, dossier.id, dossier.unlocked.account)


def test_a_dossier_keeps_an_owner(dossier: EncryptedDossier, helper: Unlocked):
    person = dossier.unlocked
    grant(person, dossier.id, "compte-2")
    with pytest.raises(NotAllowedError):
        revoke(person, dossier.id, person.account)
    with pytest.raises(NotAllowedError):
        grant(person, dossier.id, "compte-1", Role.HELPER)
    grant(person, dossier.id, "compte-2", Role.OWNER)
    revoke(person, dossier.id, person.account)
    assert open_dossier(helper, dossier.id).read("captures/a.png") == b"before"


def test_a_helper_may_leave(dossier: EncryptedDossier, helper: Unlocked):
    grant(dossier.unlocked, dossier.id, "compte-2")
    revoke(helper, dossier.id, helper.account)
    assert list_dossiers(helper) == ()


def test_after_a_revocation_old_keys_open_nothing_newer(
    dossier: EncryptedDossier, helper: Unlocked
):
    grant(dossier.unlocked, dossier.id, "compte-2")
    stolen = open_dossier(helper, dossier.id)
    kept_ring = stolen.ring()
    revoke(dossier.unlocked, dossier.id, helper.account)
    dossier.add("captures/b.png", b"after")
    text, version = dossier.versioned_facts()
    dossier.write_facts(text + "# after\n", seen=version)
    with pytest.raises(NotMemberError):
        stolen.read("captures/a.png")
    row = Dossier.objects.get(pk=dossier.id)
    with pytest.raises(DamagedError):
        kept_ring.open("facts", row.facts, version=row.facts_version)
    with pytest.raises(DamagedError):
        Ring.opened(row.id, row.ring, kept_ring.keys[-1], row.generation)
    for membership in Membership.objects.filter(dossier=row):
        with pytest.raises(DamagedError):
            binding = Binding(row.id, "member", str(membership.account_id), row.generation)
            unwrap(membership.key, helper.private, binding)
    assert dossier.read("captures/a.png") == b"before"
    assert dossier.read("captures/b.png") == b"after"


def test_uploads_before_and_after_a_revocation_are_both_filed(
    dossier: EncryptedDossier, helper: Unlocked
):
    grant(dossier.unlocked, dossier.id, "compte-2")
    receive(dossier.id, uuid4(), "x.png", [b"x"])
    revoke(dossier.unlocked, dossier.id, helper.account)
    receive(dossier.id, uuid4(), "y.png", [b"y"])
    assert sorted(file_uploads(dossier).paths) == ["captures/x.png", "captures/y.png"]


def test_a_key_wrapped_for_someone_else_does_not_open(dossier: EncryptedDossier, helper: Unlocked):
    theirs = Membership.objects.get(dossier_id=dossier.id)
    Membership.objects.create(
        dossier_id=dossier.id, account_id=helper.account, role=Role.HELPER, key=theirs.key
    )
    with pytest.raises(DamagedError):
        open_dossier(helper, dossier.id)


def test_an_exchanged_public_key_is_noticed_before_anything_is_read(dossier: EncryptedDossier):
    Dossier.objects.filter(pk=dossier.id).update(public_key=bytes(range(32)))
    with pytest.raises(DamagedError, match="clé publique"):
        open_dossier(dossier.unlocked, dossier.id)


def test_a_locked_session_opens_nothing_more(dossier: EncryptedDossier):
    dossier.unlocked.lock()
    for act in (
        dossier.facts_text,
        dossier.journal,
        dossier.summary,
        lambda: dossier.read("captures/a.png"),
        lambda: list_dossiers(dossier.unlocked),
        lambda: members(dossier.unlocked, dossier.id),
        lambda: create_dossier(dossier.unlocked, exercise=True),
    ):
        with pytest.raises(LockedError):
            act()
