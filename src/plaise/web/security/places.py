"""How many long downloads go on at once: each keeps one of the few threads that answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from threading import Lock
from uuid import UUID

from .rates import CrowdError


class Places:
    """Downloads on their way, in this process; of each account, and in all."""

    def __init__(self, most: int, each: int) -> None:
        self.most = most
        self.each = each
        self._taken: Counter[UUID] = Counter()
        self._guard = Lock()

    def take(self, who: UUID) -> None:
        """Take a place.

        Raises:
            CrowdError: there is none left, for this account or for anybody.
        """
        with self._guard:
            if self._taken[who] >= self.each or self._taken.total() >= self.most:
                raise CrowdError
            self._taken[who] += 1

    def leave(self, who: UUID) -> None:
        """The download is over."""
        with self._guard:
            self._taken[who] -= 1
            if not self._taken[who]:
                del self._taken[who]


DOWNLOADS = Places(most=4, each=2)  # of the eight threads of `plaise serve`


class Download(Iterator[bytes]):
    """What is sent while it is made, and the place that it takes until its end."""

    def __init__(self, chunks: Iterable[bytes], who: UUID, places: Places = DOWNLOADS) -> None:
        places.take(who)
        self._chunks = iter(chunks)
        self._who = who
        self._places: Places | None = places

    def __next__(self) -> bytes:
        """The next bytes."""
        try:
            return next(self._chunks)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Whole, or broken off: the place is free again (Django calls this)."""
        places, self._places = self._places, None
        if places:
            places.leave(self._who)
        end = getattr(self._chunks, "close", None)
        if end:
            end()
