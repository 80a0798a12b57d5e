"""Accounts: a passphrase opens a private key, and nothing else does but the recovery code."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from plaise.store.database.models import Account, MemberKeys
from plaise.store.keys import (
    USUAL,
    Binding,
    Cost,
    DamagedError,
    KeyPair,
    Unlocked,
    derive,
    key_of_code,
    new_code,
    normalise,
    open_box,
    public_of,
    seal_box,
)

from ._delays import count_try, forgive
from ._errors import IdentifierError, PassphraseError, WrongPassphraseError
from ._second import check_second_factor, forget_second_factor

LEAST = 12
SESSION = timedelta(minutes=15)
_SALT = 16
_LONGEST = 64


@dataclass(frozen=True, slots=True)
class _Slow:
    """A passphrase made into a key, before any transaction: it takes long."""

    salt: bytes
    cost: Cost
    key: bytes = field(repr=False)

    @classmethod
    def of(cls, passphrase: str, cost: Cost) -> _Slow:
        salt = os.urandom(_SALT)
        return cls(salt, cost, derive(passphrase, salt, cost))


def create_account(identifier: str, passphrase: str, *, cost: Cost = USUAL) -> tuple[Unlocked, str]:
    """Make an account and its pair of keys.

    Args:
        identifier: how the person signs in; kept in clear, so it should not be a name.
        passphrase: at least `LEAST` characters.
        cost: what one guess of the passphrase costs.

    Returns:
        The account, unlocked, and its recovery code: shown once, printed, kept nowhere by us.

    Raises:
        IdentifierError: it is empty, too long or taken.
        PassphraseError: it is too short.
    """
    _check(passphrase)
    known_as = _plain(identifier)
    if not 0 < len(known_as) <= _LONGEST:
        raise IdentifierError
    account = Account(id=uuid4(), identifier=known_as)
    account.set_unusable_password()
    pair, code = KeyPair.new(), new_code()
    keys = MemberKeys(account=account, public_key=pair.public)
    _seal_under_passphrase(keys, pair.private, _Slow.of(passphrase, cost))
    _seal_under_code(keys, pair.private, code)
    try:
        with transaction.atomic():
            account.save(force_insert=True)
            keys.save(force_insert=True)
    except IntegrityError as error:
        raise IdentifierError from error
    return _unlocked(account.id, pair.private), code


def unlock(
    identifier: str, passphrase: str, code: str = "", *, given: UUID | None = None
) -> Unlocked:
    """Open a member's private key.

    Args:
        identifier: how the person signs in.
        passphrase: what opens the key.
        code: of the person's application, when the account asks for one.
        given: the account whose code was given earlier in the same session.

    Raises:
        WrongPassphraseError: the identifier or the passphrase is wrong.
        SecondFactorError: the code is missing or wrong.
        TooSoonError: too many wrong tries; the wait is not over.
        DamagedError: someone exchanged the account's public key.
    """
    account = find_account(identifier)
    if account is None:
        derive(passphrase, os.urandom(_SALT), USUAL)  # as long as for an account that exists
        raise WrongPassphraseError
    keys = count_try(account.id)
    private = _open_with_passphrase(keys, passphrase)
    if public_of(private) != keys.public_key:
        raise DamagedError("Votre clé publique")  # dossiers would be shared with someone else
    if given != account.id:
        check_second_factor(account.id, private, code)
    forgive(account.id)
    return _unlocked(account.id, private)


def change_passphrase(unlocked: Unlocked, old: str, new: str, *, cost: Cost = USUAL) -> None:
    """Put the private key under another passphrase; no file is encrypted again.

    Every web session of the account ends (its `password` marker changes).

    Raises:
        WrongPassphraseError: `old` is not the current one.
        TooSoonError: too many wrong tries.
        PassphraseError: `new` is too short.
    """
    _check(new)
    private = _open_with_passphrase(count_try(unlocked.account), old)
    _rewrap(unlocked.account, private, _Slow.of(new, cost))
    forgive(unlocked.account)


def recover(identifier: str, code: str, new: str, *, cost: Cost = USUAL) -> tuple[Unlocked, str]:
    """Open an account with its printed code, and give it a new passphrase and a new code.

    Its second factor is taken away: this paper is for a lost telephone too.

    Raises:
        RecoveryCodeError: the code is mistyped (the try does not count).
        WrongPassphraseError: it is not this account's code.
        TooSoonError: too many wrong tries.
        PassphraseError: `new` is too short.
    """
    _check(new)
    key = key_of_code(code)
    account = find_account(identifier)
    if account is None:
        raise WrongPassphraseError
    keys = count_try(account.id)
    try:
        private = open_box(key, keys.by_recovery, _binding(keys, "recovery"))
    except DamagedError as error:
        raise WrongPassphraseError from error
    slow = _Slow.of(new, cost)
    with transaction.atomic():
        _rewrap(account.id, private, slow)
        fresh = _new_code(account.id, private)
        forget_second_factor(account.id)
    forgive(account.id)
    return _unlocked(account.id, private), fresh


def new_recovery_code(unlocked: Unlocked) -> str:
    """Another code; the one printed before opens nothing any more.

    Raises:
        LockedError: the session is locked.
    """
    return _new_code(unlocked.account, unlocked.private)


def find_account(identifier: str) -> Account | None:
    """The account that signs in by this name: a capital or a space more does not matter."""
    return Account.objects.filter(identifier=_plain(identifier), is_active=True).first()


def _plain(identifier: str) -> str:
    return unicodedata.normalize("NFKC", identifier).strip().casefold()


def _new_code(account: UUID, private: bytes) -> str:
    code = new_code()
    with transaction.atomic():
        keys = MemberKeys.objects.select_for_update().get(pk=account)
        keys.recovery_version += 1
        _seal_under_code(keys, private, code)
        keys.save(update_fields=["recovery_version", "by_recovery"])
    return code


def _rewrap(account: UUID, private: bytes, slow: _Slow) -> None:
    with transaction.atomic():
        keys = MemberKeys.objects.select_for_update().select_related("account").get(pk=account)
        keys.version += 1
        _seal_under_passphrase(keys, private, slow)
        keys.save(update_fields=["version", "salt", "memory", "passes", "lanes", "by_passphrase"])
        keys.account.set_unusable_password()
        keys.account.save(update_fields=["password"])


def _check(passphrase: str) -> None:
    if len(normalise(passphrase).decode()) < LEAST:
        raise PassphraseError(LEAST)


def _open_with_passphrase(keys: MemberKeys, passphrase: str) -> bytes:
    cost = Cost(keys.memory, keys.passes, keys.lanes)
    try:
        return open_box(
            derive(passphrase, keys.salt, cost), keys.by_passphrase, _binding(keys, "passphrase")
        )
    except DamagedError as error:
        raise WrongPassphraseError from error


def _seal_under_passphrase(keys: MemberKeys, private: bytes, slow: _Slow) -> None:
    keys.salt = slow.salt
    keys.memory, keys.passes, keys.lanes = slow.cost.memory, slow.cost.passes, slow.cost.lanes
    keys.by_passphrase = seal_box(slow.key, private, _binding(keys, "passphrase"))


def _seal_under_code(keys: MemberKeys, private: bytes, code: str) -> None:
    keys.by_recovery = seal_box(key_of_code(code), private, _binding(keys, "recovery"))


def _binding(keys: MemberKeys, way: str) -> Binding:
    version = keys.version if way == "passphrase" else keys.recovery_version
    return Binding(keys.account_id, "private", way, version)


def _unlocked(account: UUID, private: bytes) -> Unlocked:
    return Unlocked(account, private, until=datetime.now(UTC) + SESSION)
