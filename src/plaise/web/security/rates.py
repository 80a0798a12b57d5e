"""How often an address may try: a brake beside the store's own delays, kept in memory only."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections import deque
from threading import Lock

from django.http import HttpRequest
from django.utils.translation import gettext as _

from plaise.dossier import PlaiseError

from .secret import process_key

_MOST_PLACES = 10_000


class TooManyError(PlaiseError):
    """Too many requests of that kind from one address."""

    def __init__(self) -> None:
        super().__init__(
            _("Trop de demandes à la suite depuis cet appareil."),
            safe=_("Rien n’a été modifié."),
            to_do=_("Attendez une minute, puis réessayez."),
        )


class CrowdError(PlaiseError):
    """Too much is asked for at once, by one member or by all."""

    def __init__(self) -> None:
        super().__init__(
            _("Plaise reçoit ou prépare déjà beaucoup de choses en ce moment."),
            safe=_("Ce qui était enregistré l’est toujours."),
            to_do=_("Attendez une minute, puis réessayez."),
        )


class Brake:
    """At most `most` tries in `seconds`, for each address."""

    def __init__(self, most: int, seconds: float) -> None:
        self.most = most
        self.seconds = seconds
        self._tries: dict[str, deque[float]] = {}
        self._guard = Lock()

    def check(self, request: HttpRequest) -> None:
        """Count a try.

        Raises:
            TooManyError: it is one too many.
        """
        place, now = _place(request), time.monotonic()
        with self._guard:
            if len(self._tries) > _MOST_PLACES:
                self._tries.clear()
            tries = self._tries.setdefault(place, deque())
            while tries and tries[0] <= now - self.seconds:
                tries.popleft()
            if len(tries) >= self.most:
                raise TooManyError
            tries.append(now)

    def release(self) -> None:
        """Forget every try."""
        with self._guard:
            self._tries.clear()


SIGNING_IN = Brake(20, 60.0)
CREATING = Brake(10, 600.0)
INVITING = Brake(20, 600.0)
SENDING = Brake(2000, 600.0)


def _place(request: HttpRequest) -> str:
    """The address, unreadable even in memory."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    return hmac.new(process_key("rates"), address.encode(), hashlib.sha256).hexdigest()
