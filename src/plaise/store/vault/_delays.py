"""Wrong passphrases cost time, and the wait survives a restart."""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import transaction

from plaise.store.database.models import MemberKeys

from ._errors import TooSoonError

_FREE = 3
LONGEST = timedelta(minutes=15)


def delay_after(tries: int) -> timedelta:
    """How long to wait after that many wrong tries in a row: none, then doubling, then capped.

    The cap keeps a stranger from shutting someone out of their own file for good.
    """
    if tries <= _FREE:
        return timedelta(0)
    return min(LONGEST, timedelta(seconds=2 ** min(tries - _FREE, 30)))


def count_try(account: UUID) -> MemberKeys:
    """Count a try before it is made: a crash or a burst of parallel tries gains nothing.

    Raises:
        TooSoonError: the wait is not over.
    """
    with transaction.atomic():
        keys = MemberKeys.objects.select_for_update().get(pk=account)
        now = datetime.now(UTC)
        if keys.wait_until and keys.wait_until > now:
            # A clock that was set back must not make anyone wait longer than the cap.
            until = min(keys.wait_until, now + LONGEST)
            MemberKeys.objects.filter(pk=account).update(wait_until=until)
            wait = until - now
        else:
            wait = timedelta(0)
            keys.wrong_tries += 1
            keys.wait_until = now + delay_after(keys.wrong_tries)
            keys.save(update_fields=["wrong_tries", "wait_until"])
    if wait:
        raise TooSoonError(math.ceil(wait.total_seconds()))
    return keys


def forgive(account: UUID) -> None:
    """The passphrase was right: the count starts again."""
    MemberKeys.objects.filter(pk=account).update(wrong_tries=0, wait_until=None)
