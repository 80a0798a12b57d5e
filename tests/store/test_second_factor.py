"""Codes of an application beside the passphrase, and codes to invite by."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from plaise.store.database.models import MemberKeys
from plaise.store.keys import Codes, DamagedError, Unlocked
from plaise.store.vault import (
    InvitationError,
    NotAllowedError,
    SecondFactorError,
    TooSoonError,
    WrongPassphraseError,
    change_passphrase,
    create_account,
    create_dossier,
    has_second_factor,
    invitation_code,
    invite,
    members,
    open_dossier,
    recover,
    remove_second_factor,
    set_second_factor,
    unlock,
)
from store_cases import PASSPHRASE, QUICK

NOW = datetime(2024, 11, 23, 9, 0, tzinfo=UTC)  # before any session made by the fixtures ends
STEP = timedelta(seconds=30)
OTHER = "violon tasse chemin orage"


def shown(codes: Codes, at: datetime = NOW) -> str:
    """What the telephone shows."""
    return TOTP(codes.secret, 6, SHA1(), 30).generate(int(at.timestamp())).decode()


@pytest.fixture
def codes(person: Unlocked) -> Codes:
    """The application of a member, set up a minute ago."""
    codes = Codes.new()
    before = NOW - 3 * STEP
    with time_machine.travel(before, tick=False):
        set_second_factor(person, codes, shown(codes, before))
    return codes


@pytest.fixture
def clock(codes: Codes):
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def test_the_codes_are_those_of_the_standard():
    secret = b"12345678901234567890"  # RFC 6238, appendix B
    at = datetime.fromtimestamp(1111111109, UTC)
    assert Codes(secret).taken("081804", at) is not None
    assert Codes(secret).taken("٠٨١ ٨٠٤", at) is not None
    assert "otpauth://totp/Plaise:lune-verte?" in Codes(secret).address("lune-verte")


def test_the_passphrase_alone_does_not_enter_any_more(person: Unlocked, codes: Codes, clock):
    del clock
    with pytest.raises(SecondFactorError) as caught:
        unlock("compte-1", PASSPHRASE)
    assert caught.value.missing
    assert unlock("compte-1", PASSPHRASE, shown(codes)).private == person.private


@pytest.mark.usefixtures("person")
def test_a_code_serves_once_and_those_before_it_no_more(codes: Codes, clock):
    unlock("compte-1", PASSPHRASE, shown(codes))
    for at in (NOW, NOW - STEP):
        with pytest.raises(SecondFactorError) as caught:
            unlock("compte-1", PASSPHRASE, shown(codes, at))
        assert not caught.value.missing
    clock.shift(STEP)
    assert unlock("compte-1", PASSPHRASE, shown(codes, NOW + STEP)).open


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize(
    ("late", "good"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)]
)
def test_a_telephone_may_be_half_a_minute_off(codes: Codes, clock, late: int, good: bool):
    clock.shift(late * STEP)
    if good:
        assert unlock("compte-1", PASSPHRASE, shown(codes)).open
    else:
        with pytest.raises(SecondFactorError):
            unlock("compte-1", PASSPHRASE, shown(codes))


@pytest.mark.usefixtures("clock")
def test_wrong_codes_wait_like_wrong_passphrases(codes: Codes):
    wrong = f"{(int(shown(codes)) + 1) % 10**6:06d}"
    for _ in range(4):
        with pytest.raises(SecondFactorError):
            unlock("compte-1", PASSPHRASE, wrong)
    with pytest.raises(TooSoonError):
        unlock("compte-1", PASSPHRASE, shown(codes))


@pytest.mark.usefixtures("clock")
def test_a_wrong_passphrase_is_told_first_and_spends_no_code(person: Unlocked, codes: Codes):
    with pytest.raises(WrongPassphraseError):
        unlock("compte-1", OTHER, shown(codes))
    assert unlock("compte-1", PASSPHRASE, shown(codes)).account == person.account


@pytest.mark.usefixtures("clock", "codes")
def test_a_session_where_it_was_given_does_not_ask_again(person: Unlocked):
    assert unlock("compte-1", PASSPHRASE, given=person.account).open
    stranger, _ = create_account("compte-2", PASSPHRASE, cost=QUICK)
    with pytest.raises(SecondFactorError):
        unlock("compte-1", PASSPHRASE, given=stranger.account)


def test_the_database_alone_gives_no_code_away(person: Unlocked, codes: Codes):
    sealed = MemberKeys.objects.get(pk=person.account).second
    assert sealed
    assert codes.secret not in sealed
    assert codes.secret.hex().encode() not in sealed
    MemberKeys.objects.filter(pk=person.account).update(second=sealed[:-1] + b"x")
    with pytest.raises(DamagedError):
        unlock("compte-1", PASSPHRASE, "000000")


@pytest.mark.usefixtures("clock")
def test_it_is_taken_away_by_a_code_only(person: Unlocked, codes: Codes):
    with pytest.raises(SecondFactorError):
        remove_second_factor(person, "")
    remove_second_factor(person, shown(codes))
    assert not has_second_factor(person.account)
    assert unlock("compte-1", PASSPHRASE).open


def test_one_that_is_not_set_up_right_is_not_asked_for(person: Unlocked):
    with pytest.raises(SecondFactorError):
        set_second_factor(person, Codes.new(), "123")
    assert not has_second_factor(person.account)


@pytest.mark.usefixtures("data", "clock")
def test_another_passphrase_keeps_it_and_the_printed_code_takes_it_away(data):
    del data
    unlocked, paper = create_account("compte-9", PASSPHRASE, cost=QUICK)
    codes = Codes.new()
    set_second_factor(unlocked, codes, shown(codes))
    change_passphrase(unlocked, PASSPHRASE, OTHER, cost=QUICK)
    with pytest.raises(SecondFactorError):
        unlock("compte-9", OTHER)
    recover("compte-9", paper, PASSPHRASE, cost=QUICK)
    assert unlock("compte-9", PASSPHRASE).open


# Invitations


def test_a_dossier_is_opened_to_who_reads_out_their_code(person: Unlocked):
    dossier = create_dossier(person, exercise=True).id
    helper, _ = create_account("compte-2", PASSPHRASE, cost=QUICK)
    code = invitation_code(helper.account)
    invite(person, dossier, " Compte-2", code.replace(" ", "-"))
    assert open_dossier(helper, dossier).id == dossier
    assert [one.role for one in members(person, dossier)] == ["owner", "helper"]
    with pytest.raises(NotAllowedError):
        invite(helper, dossier, "compte-1", invitation_code(person.account))


def test_a_namesake_or_an_exchanged_key_is_not_let_in(person: Unlocked):
    dossier = create_dossier(person, exercise=True).id
    helper, _ = create_account("compte-2", PASSPHRASE, cost=QUICK)
    stranger, _ = create_account("compte-3", PASSPHRASE, cost=QUICK)
    code = invitation_code(helper.account)
    for identifier in ("compte-3", "compte-4"):
        with pytest.raises(InvitationError):
            invite(person, dossier, identifier, code)
    theirs = MemberKeys.objects.get(pk=stranger.account).public_key
    MemberKeys.objects.filter(pk=helper.account).update(public_key=theirs)
    with pytest.raises(InvitationError):
        invite(person, dossier, "compte-2", code)
    assert len(members(person, dossier)) == 1


def test_inviting_twice_changes_nothing_not_even_a_role(person: Unlocked):
    dossier = create_dossier(person, exercise=True).id
    invite(person, dossier, "compte-1", invitation_code(person.account))
    assert [one.role for one in members(person, dossier)] == ["owner"]
