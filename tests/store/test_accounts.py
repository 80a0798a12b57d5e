"""Accounts: what opens them, what does not, and how long one waits."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection

from plaise.store.database.models import Account, MemberKeys
from plaise.store.keys import DamagedError, LockedError, RecoveryCodeError, Unlocked
from plaise.store.vault import (
    IdentifierError,
    PassphraseError,
    TooSoonError,
    WrongPassphraseError,
    change_passphrase,
    create_account,
    new_recovery_code,
    recover,
    unlock,
)
from store_cases import PASSPHRASE, QUICK

OTHER = "violon tasse chemin orage"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["compte-1", "Compte-1 "])
def test_the_passphrase_opens_the_same_key(person: Unlocked, typed: str):
    assert unlock(typed, PASSPHRASE).private == person.private


def test_an_exchanged_public_key_is_noticed(person: Unlocked):
    MemberKeys.objects.filter(pk=person.account).update(public_key=bytes(range(32)))
    with pytest.raises(DamagedError, match="clé publique"):
        unlock("compte-1", PASSPHRASE)


@pytest.mark.usefixtures("person")
@pytest.mark.parametrize("who", [("compte-1", OTHER), ("compte-2", PASSPHRASE)])
def test_which_of_the_two_is_wrong_is_not_said(who: tuple[str, str]):
    with pytest.raises(WrongPassphraseError) as caught:
        unlock(*who)
    assert str(caught.value) == str(WrongPassphraseError())


def test_a_short_passphrase_or_a_taken_identifier_makes_no_account(person: Unlocked):
    with pytest.raises(PassphraseError, match="12"):
        create_account("compte-2", "x" * 11, cost=QUICK)
    for identifier in ("compte-1", " Compte-1", "  ", "x" * 65):
        with pytest.raises(IdentifierError):
            create_account(identifier, PASSPHRASE, cost=QUICK)
    assert [account.id for account in Account.objects.all()] == [person.account]


@pytest.mark.usefixtures("person")
def test_three_slips_are_free_then_the_wait_doubles_up_to_fifteen_minutes():
    waits: list[int] = []
    tries_before_the_first_wait = 0
    with time_machine.travel(NOW, tick=False) as clock:
        while len(waits) < 12:
            connection.close()  # as after a restart
            try:
                unlock("compte-1", OTHER)
            except TooSoonError as error:
                waits.append(error.seconds)
                clock.shift(error.seconds)
            except WrongPassphraseError:
                tries_before_the_first_wait += not waits
    assert tries_before_the_first_wait == 4
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]


@pytest.mark.usefixtures("person")
def test_during_the_wait_even_the_right_passphrase_is_not_looked_at():
    with time_machine.travel(NOW, tick=False) as clock:
        for _ in range(4):
            with pytest.raises(WrongPassphraseError):
                unlock("compte-1", OTHER)
        with pytest.raises(TooSoonError, match="Trop d’essais"):
            unlock("compte-1", PASSPHRASE)
        clock.shift(2)
        unlock("compte-1", PASSPHRASE)
        for _ in range(3):
            with pytest.raises(WrongPassphraseError):
                unlock("compte-1", OTHER)


def test_a_clock_set_back_makes_nobody_wait_more_than_the_cap(person: Unlocked):
    MemberKeys.objects.filter(pk=person.account).update(wait_until=NOW + timedelta(days=400))
    with time_machine.travel(NOW, tick=False) as clock:
        with pytest.raises(TooSoonError):
            unlock("compte-1", PASSPHRASE)
        clock.shift(timedelta(minutes=15))
        unlock("compte-1", PASSPHRASE)


@pytest.mark.usefixtures("person")
def test_a_burst_of_parallel_tries_gains_nothing():
    def guess(number: int) -> bool:
        try:
            unlock("compte-1", f"{OTHER} {number}")
        except WrongPassphraseError:
            return True
        except TooSoonError:
            return False
        finally:
            connection.close()
        raise AssertionError("a wrong passphrase opened the account")

    with time_machine.travel(NOW, tick=False), ThreadPoolExecutor(8) as pool:
        looked_at = sum(pool.map(guess, range(24)))
    assert looked_at == 4


def test_a_try_counts_before_its_answer_is_known(person: Unlocked, monkeypatch: pytest.MonkeyPatch):
    def crash(*_: object) -> bytes:
        raise SystemExit

    monkeypatch.setattr("plaise.store.vault._accounts.derive", crash)
    with pytest.raises(SystemExit):
        unlock("compte-1", OTHER)
    assert MemberKeys.objects.get(pk=person.account).wrong_tries == 1


def test_changing_the_passphrase_changes_no_other_key_and_ends_web_sessions(person: Unlocked):
    before = Account.objects.get()
    change_passphrase(person, PASSPHRASE, OTHER, cost=QUICK)
    assert unlock("compte-1", OTHER).private == person.private
    with pytest.raises(WrongPassphraseError):
        unlock("compte-1", PASSPHRASE)
    after = Account.objects.get()
    assert after.get_session_auth_hash() != before.get_session_auth_hash()
    assert not after.has_usable_password()


def test_the_old_passphrase_is_asked_for_a_change(person: Unlocked):
    with pytest.raises(WrongPassphraseError):
        change_passphrase(person, OTHER, "x" * 20, cost=QUICK)
    unlock("compte-1", PASSPHRASE)


@pytest.mark.usefixtures("data")
def test_the_printed_code_opens_once_and_gives_another():
    person, code = create_account("compte-1", PASSPHRASE, cost=QUICK)
    again, fresh = recover("compte-1", code.lower(), OTHER, cost=QUICK)
    assert again.private == person.private
    assert unlock("compte-1", OTHER).private == person.private
    with pytest.raises(WrongPassphraseError):
        recover("compte-1", code, PASSPHRASE, cost=QUICK)
    assert recover("compte-1", fresh, PASSPHRASE, cost=QUICK)[0].private == person.private


@pytest.mark.usefixtures("data")
def test_a_new_code_makes_the_old_one_useless_and_a_typing_slip_costs_nothing():
    person, code = create_account("compte-1", PASSPHRASE, cost=QUICK)
    fresh = new_recovery_code(person)
    with pytest.raises(WrongPassphraseError):
        recover("compte-1", code, OTHER, cost=QUICK)
    before = MemberKeys.objects.get().wrong_tries
    with pytest.raises(RecoveryCodeError):
        recover("compte-1", fresh[:-1], OTHER, cost=QUICK)
    assert MemberKeys.objects.get().wrong_tries == before
    recover("compte-1", fresh, OTHER, cost=QUICK)


def test_a_locked_session_gives_no_code(person: Unlocked):
    person.lock()
    with pytest.raises(LockedError):
        new_recovery_code(person)


def test_keys_of_another_account_put_in_place_do_not_open(data: Path):
    del data
    for number in (1, 2):
        create_account(f"compte-{number}", PASSPHRASE, cost=QUICK)
    one, two = MemberKeys.objects.order_by("account__identifier")
    MemberKeys.objects.filter(pk=one.pk).update(salt=two.salt, by_passphrase=two.by_passphrase)
    with pytest.raises(WrongPassphraseError):
        unlock("compte-1", PASSPHRASE)
