"""Members unlocked in this process, for work that goes on when the page is closed.

Only memory: a restart locks everyone. A worker asks `members()` and stops when it gets
`LockedError`.
"""

from __future__ import annotations

import hmac
from datetime import datetime
from threading import Lock
from uuid import UUID

from plaise.store.keys import Unlocked

from .sessions import row_of

_awake: dict[str, Unlocked] = {}
_guard = Lock()


def wake(session: str, account: UUID, private: bytes, until: datetime) -> Unlocked:
    """The member of a session, the same object for as long as it stays unlocked."""
    with _guard:
        known = _awake.get(row_of(session))
        if known and known.open and known.account == account:
            if hmac.compare_digest(known.private, private):
                known.extend(max(known.until, until))
                return known
            known.lock()
        fresh = Unlocked(account, private, until=until)
        _awake[row_of(session)] = fresh
        return fresh


def remember(session: str, unlocked: Unlocked) -> None:
    """Keep a member who has just unlocked."""
    with _guard:
        _awake[row_of(session)] = unlocked


def forget(session: str | None) -> None:
    """Lock the member of a session, whoever else holds the object."""
    with _guard:
        known = _awake.pop(row_of(session or ""), None)
        if known:
            known.lock()


def members() -> tuple[Unlocked, ...]:
    """Who is unlocked now."""
    with _guard:
        for name in [name for name, member in _awake.items() if not member.open]:
            del _awake[name]
        return tuple(_awake.values())
