"""How long a request may be, decided by the server before anything of it is held in memory.

A request waits whole in memory, since its files must not touch the disk in clear. Whoever has not
signed in has nothing long to send: a stranger who finds the port must not fill the memory.
"""

from __future__ import annotations

import copy
from http.cookies import CookieError, SimpleCookie

from django.conf import settings
from django.db import DatabaseError, connections
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser

from .sessions import SessionStore

OF_A_STRANGER = 1_000_000


class _Parser(HTTPRequestParser):
    """Lowers the limit of a long request that names no session of ours."""

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers (the server asks for the limit right after)."""
        super().parse_header(header_plus)
        long = self.chunked or self.content_length >= OF_A_STRANGER
        if long and not _signed_in(self.headers.get("COOKIE", "")):
            self.adj = copy.copy(self.adj)
            self.adj.max_request_body_size = OF_A_STRANGER


class Channel(HTTPChannel):
    """A connection whose requests are measured before they are taken in."""

    parser_class = _Parser


def _signed_in(cookies: str) -> bool:
    try:
        found = SimpleCookie(cookies).get(settings.SESSION_COOKIE_NAME)
        return found is not None and SessionStore().exists(found.value)
    except (CookieError, DatabaseError):
        return False
    finally:
        connections.close_all()  # of the thread that listens, which asks for nothing else
