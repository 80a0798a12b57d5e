"""Connections of `plaise serve`: measured before they are taken in, and ended when they drag.

waitress by itself keeps a connection that sends one byte a minute, and a thread for a reader that
no longer reads: a hundred, or eight, of those would stop everyone.
"""

from __future__ import annotations

import copy
import socket
import time
from contextlib import suppress
from typing import Any

from django.db import connections
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import WSGITask

from .bodies import MEASURED, OF_A_STRANGER, REFUSAL, ROOM, SMALL, Refusal, account_of, refusal_of

CONNECTIONS = 400
SILENCE = 120  # seconds without a byte before a connection ends
HEADERS_WITHIN = 30.0  # seconds
BODY_WITHIN = 60.0  # seconds, and what SLOWEST makes of its length
SLOWEST = 4_000  # bytes a second: an old phone far from everything
STALLED = 120.0  # seconds in which nothing of an answer was read
_LINGER = 30.0


class _Request(HTTPRequestParser):
    """Holds room for its body, or has it thrown away as it comes."""

    refusal: Refusal | None = None
    who = ""
    held = 0

    def parse_header(self, header_plus: bytes) -> None:
        """Read the headers, and decide."""
        super().parse_header(header_plus)
        if self.chunked:  # no browser sends so
            self.adj = copy.copy(self.adj)
            self.adj.max_request_body_size = OF_A_STRANGER
        elif self.content_length >= SMALL:
            self._measure(self.content_length)

    def _measure(self, length: int) -> None:
        try:
            self.who = account_of(self.headers.get("COOKIE", ""))
        finally:
            connections.close_all()  # of the thread that listens, which asks for nothing else
        self.refusal = refusal_of(length, self.who)
        if self.refusal is None:
            self.held = length
            return
        self.body_rcv, self.content_length, self.expect_continue = None, 0, False
        self.headers = {**self.headers, "CONTENT_LENGTH": "0", "CONNECTION": "close"}

    def received(self, data: bytes) -> int:
        """Take some bytes in; those that follow a refusal are part of what was refused."""
        taken: int = super().received(data)
        return len(data) if self.refusal else taken

    def close(self) -> None:
        """Give the room back."""
        super().close()
        held, self.held = self.held, 0
        if held:
            ROOM.give(self.who, held)


class _Task(WSGITask):
    """Tells the app that the request was measured, and what came of it."""

    def get_environment(self) -> dict[str, Any]:
        """What the app is called with."""
        refusal = getattr(self.request, "refusal", None)
        if refusal and isinstance(self.channel, Channel):
            self.channel.lingers = True
        environment: dict[str, Any] = super().get_environment()
        return environment | {MEASURED: True, REFUSAL: refusal}


class Channel(HTTPChannel):
    """A connection.

    Attributes:
        lingers: what it still receives is thrown away for a while before it is closed: a browser
            that is cut off while it sends would not show the answer.
    """

    parser_class = _Request
    task_class = _Task
    lingers = False
    _drained_since = 0.0
    _began = 0.0
    _owed_since = 0.0

    def handle_read(self) -> None:
        """Take bytes in; end a request that does not get any further."""
        super().handle_read()
        now = time.monotonic()
        if not isinstance(self.request, _Request):
            self._began = 0.0
        else:
            self._began = self._began or now
            self.will_close = self.will_close or now - self._began > _patience(self.request)

    def received(self, data: bytes) -> bool:
        """Take bytes in, or throw them away."""
        if not self._drained_since:
            taken: bool = super().received(data)
            return taken
        if time.monotonic() - self._drained_since > _LINGER:
            self.will_close = True
        return True

    def writable(self) -> bool:
        """Whether there is something to send; asked at least once a second."""
        if not self.total_outbufs_len:
            self._owed_since = 0.0
        elif not self._owed_since or self.last_activity > self._owed_since:
            self._owed_since = time.time()  # as `last_activity` is
        elif time.time() - self._owed_since > STALLED:
            self.lingers = False
            self.handle_close()
            return False
        return bool(super().writable())

    def handle_close(self) -> None:
        """Close, now or after what still comes."""
        if self.lingers and self.connected and not self._drained_since:
            self._drained_since = time.monotonic()
            self.will_close = self.close_when_flushed = False
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)  # type: ignore[union-attr]  # still open
            return
        if self.request is not None:
            self.request.close()
        super().handle_close()


def _patience(request: _Request) -> float:
    """Seconds that a request may take to arrive."""
    if not request.headers_finished:
        return HEADERS_WITHIN
    return BODY_WITHIN + request.content_length / SLOWEST
