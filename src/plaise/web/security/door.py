"""The door of a local server: only a browser that `plaise serve` opened comes in.

Another page, program or person on the same computer that finds the port gets nothing, not even
the page that asks for a passphrase.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve

from plaise.web.errors import door_closed

from .access import access_of

COOKIE = "plaise-porte"


class Door:
    """Tokens given out, each good once, and the browsers that came in with one."""

    def __init__(self) -> None:
        self._tokens: set[str] = set()
        self._guests: set[str] = set()
        self.key = secrets.token_urlsafe(24)
        self._guard = Lock()

    def token(self) -> str:
        """A new token, good for one browser, once."""
        token = secrets.token_urlsafe(24)
        with self._guard:
            self._tokens.add(_mark(token))
        return token

    def token_for(self, key: str) -> str | None:
        """A new token for who can read the file that only this user reads."""
        return self.token() if hmac.compare_digest(key.encode(), self.key.encode()) else None

    def enter(self, token: str) -> str | None:
        """What the browser keeps in exchange for a token; None when the token is not good."""
        with self._guard:
            if _mark(token) not in self._tokens:
                return None
            self._tokens.discard(_mark(token))
            guest = secrets.token_urlsafe(24)
            self._guests.add(_mark(guest))
        return guest

    def admits(self, guest: str) -> bool:
        """Whether this browser has come in before."""
        mark = _mark(guest)
        return any(hmac.compare_digest(mark, known) for known in tuple(self._guests))


DOOR = Door()


class DoorMiddleware:
    """Turns away browsers without a token, when the door is on."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer who came in by the door, and the few pages outside it."""
        if not settings.PLAISE_DOOR or DOOR.admits(request.COOKIES.get(COOKIE, "")):
            return self.get_response(request)
        try:
            view = resolve(request.path_info).func
        except Resolver404:
            return door_closed(request)
        if access_of(view) != "outside":
            return door_closed(request)
        return self.get_response(request)


def _mark(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
