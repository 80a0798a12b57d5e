"""A key in use: how long it stays in memory, and how a web session keeps it in two halves."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from uuid import UUID

from plaise.dossier import PlaiseError


class LockedError(PlaiseError):
    """The work needs a passphrase again."""

    def __init__(self) -> None:
        super().__init__(
            "Votre dossier est verrouillé.",
            safe="Tout ce qui était enregistré l’est toujours ; ce qui arrive est gardé chiffré.",
            to_do="Entrez votre phrase de passe pour continuer.",
        )


def split_key(key: bytes) -> tuple[bytes, bytes]:
    """A key in two halves, for a cookie and for the server: neither tells anything alone.

    A one-time pad: the server's half is fresh at each call, so that a new sign-in makes every
    older cookie useless.

    Returns:
        The cookie's half and the server's half, both as long as the key.
    """
    pad = os.urandom(len(key))
    return pad, join_key(pad, key)


def join_key(cookie_part: bytes, server_part: bytes) -> bytes:
    """The key again, from its two halves.

    Raises:
        LockedError: the halves do not belong together (lengths differ).
    """
    if len(cookie_part) != len(server_part):
        raise LockedError
    return bytes(one ^ other for one, other in zip(cookie_part, server_part, strict=True))


class Unlocked:
    """A member's private key, held in memory until an hour comes or the person locks.

    Python cannot wipe its memory for certain: locking drops the only reference that we keep.

    Attributes:
        account: the member's account.
        until: when the key is forgotten, UTC.
    """

    def __init__(self, account: UUID, private: bytes, *, until: datetime) -> None:
        self.account = account
        self.until = until
        self._held: dict[str, object] = {}
        self._private: bytes | None = private

    def __repr__(self) -> str:
        """Say nothing of the key, wherever it is printed."""
        return f"Unlocked({self.account}, open={self.open})"

    @property
    def open(self) -> bool:
        """Whether the key is still there."""
        if datetime.now(UTC) >= self.until:
            self.lock()
        return self._private is not None

    @property
    def held(self) -> dict[str, object]:
        """What was opened with the key and is worth keeping at hand; forgotten with it.

        Whatever is put there once locked goes nowhere.
        """
        return self._held if self.open else {}

    @property
    def private(self) -> bytes:
        """The member's X25519 private key.

        Raises:
            LockedError: the hour has come, or the person has locked.
        """
        if not self.open or self._private is None:
            raise LockedError
        return self._private

    def extend(self, until: datetime) -> None:
        """Keep the key longer, since the person is at work; a locked session stays locked."""
        if self.open:
            self.until = until

    def lock(self) -> None:
        """Forget the key now, and what was opened with it."""
        self._private = None
        self._held.clear()
