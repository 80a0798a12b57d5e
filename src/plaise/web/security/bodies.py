"""How long a request may be, and how much of them all may wait in memory at once.

A request waits whole in memory, since its files must not touch the disk in clear. Whoever has not
signed in has nothing long to send, and one member must not take the room of the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from http.cookies import CookieError, SimpleCookie
from threading import Lock

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponseBase

from plaise.web.errors import not_taken

from .sessions import SessionStore

LARGEST = 210_000_000
OF_A_STRANGER = 1_000_000
OF_STRANGERS = 40_000_000
IN_ALL = 2 * LARGEST
SMALL = 100_000  # a form without files: never counted, so that none has to wait
MEASURED = "plaise.measured"
REFUSAL = "plaise.refusal"


class Refusal(StrEnum):
    """Why a request is not taken in."""

    LONG = "long"
    STRANGER = "stranger"
    CROWD = "crowd"


class Room:
    """Bytes of requests on their way, in this process; of each account, and in all."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._held: Counter[str] = Counter()
        self._guard = Lock()

    def take(self, who: str, size: int) -> bool:
        """Hold room for a request; False when there is none left for it now."""
        own = LARGEST if who else OF_STRANGERS
        with self._guard:
            if self._held[who] + size > own or self._held.total() + size > self.most:
                return False
            self._held[who] += size
            return True

    def give(self, who: str, size: int) -> None:
        """The request is over."""
        with self._guard:
            self._held[who] -= size
            if not self._held[who]:
                del self._held[who]


ROOM = Room(IN_ALL)


def refusal_of(length: int, who: str) -> Refusal | None:
    """Why a request of that length is refused; None: room is held for it (`ROOM.give` later)."""
    if length >= LARGEST:
        return Refusal.LONG if who else Refusal.STRANGER
    if length >= OF_A_STRANGER and not who:
        return Refusal.STRANGER
    return None if length < SMALL or ROOM.take(who, length) else Refusal.CROWD


def account_of(cookies: str) -> str:
    """Whose session a `Cookie` header names; empty when it names none of ours."""
    try:
        found = SimpleCookie(cookies).get(settings.SESSION_COOKIE_NAME)
        session = SessionStore(found.value).load() if found else {}
    except (CookieError, DatabaseError):
        return ""
    return str(session.get(SESSION_KEY, ""))


class BodiesMiddleware:
    """Tells whoever sent too much; measures by itself where the server has not (gunicorn)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, or refuse."""
        if request.META.get(MEASURED):
            refusal = request.META.get(REFUSAL)
            return not_taken(request, refusal) if refusal else self.get_response(request)
        length = _length(request)
        if length < SMALL:
            return self.get_response(request)
        who = account_of(request.META.get("HTTP_COOKIE", ""))
        if refusal := refusal_of(length, who):
            return not_taken(request, refusal)
        try:
            return self.get_response(request)
        finally:
            ROOM.give(who, length)


def _length(request: HttpRequest) -> int:
    said = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(said) if said.isdecimal() else 0
