"""A second factor beside the passphrase: set up, asked for, taken away.

It guards the way in through the pages. Whoever holds the disk and the passphrase needs no page.
"""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from plaise.store.database.models import MemberKeys
from plaise.store.keys import Binding, Codes, Unlocked, key_for_codes, open_box, seal_box

from ._delays import count_try, forgive
from ._errors import SecondFactorError


def has_second_factor(account: UUID) -> bool:
    """Whether codes are asked for; needs no key."""
    return MemberKeys.objects.filter(pk=account).exclude(second=b"").exists()


def set_second_factor(unlocked: Unlocked, codes: Codes, code: str) -> None:
    """Ask for codes from now on; the first one shows that the application is set up.

    Raises:
        LockedError: the session is locked.
        SecondFactorError: the code is not the application's; nothing changes.
    """
    taken = codes.taken(code, datetime.now(UTC))
    if taken is None:
        raise SecondFactorError
    _keep(unlocked.account, unlocked.private, taken)


def remove_second_factor(unlocked: Unlocked, code: str) -> None:
    """Ask for codes no more; takes a code, so that a page left open is not enough.

    Raises:
        LockedError: the session is locked.
        SecondFactorError: the code is not good.
        TooSoonError: too many wrong tries.
    """
    private = unlocked.private
    count_try(unlocked.account)
    check_second_factor(unlocked.account, private, code)
    forget_second_factor(unlocked.account)
    forgive(unlocked.account)


def forget_second_factor(account: UUID) -> None:
    """Ask for codes no more (the printed code was given)."""
    MemberKeys.objects.filter(pk=account).update(second=b"")


def check_second_factor(account: UUID, private: bytes, code: str) -> None:
    """Take a code, once; nothing to do for an account without a second factor.

    Raises:
        SecondFactorError: it is missing, wrong, or has served.
        DamagedError: what is kept of the application was altered.
    """
    with transaction.atomic():
        keys = MemberKeys.objects.select_for_update().get(pk=account)
        if not keys.second:
            return
        key = key_for_codes(private)
        codes = Codes.decoded(open_box(key, keys.second, _binding(account)))
        taken = codes.taken(code, datetime.now(UTC))
        if taken is not None:
            _keep(account, private, taken)
    if taken is None:
        raise SecondFactorError(missing=not code.strip())


def _keep(account: UUID, private: bytes, codes: Codes) -> None:
    sealed = seal_box(key_for_codes(private), codes.encoded(), _binding(account))
    MemberKeys.objects.filter(pk=account).update(second=sealed)


def _binding(account: UUID) -> Binding:
    return Binding(account, "second")
