"""A bad connection on this machine: a proxy that cuts, refuses, and lets through."""

from __future__ import annotations

import socket
import struct
from contextlib import suppress
from math import inf
from threading import Event, Lock, Thread

_RESET = struct.pack("ii", 1, 0)  # SO_LINGER: the other side sees a reset, not an end
_PIECE = 2048


class BadConnection:
    """Listens, and forwards to a server; cuts after some bytes, before or after the answer.

    Attributes:
        port: where it listens.
        cuts: how many times it has cut.
        dead: it refuses everything, as a phone in a tunnel does.
    """

    def __init__(self, server: int, *, every: int, most: int) -> None:
        self.dead = Event()
        self.cuts = 0
        self._left = inf
        self._server = server
        self._every = every
        self._most = most
        self._passed = 0
        self._guard = Lock()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        Thread(target=self._accept, daemon=True).start()

    def stop(self) -> None:
        self._listening.close()

    def die_after(self, size: int) -> None:
        """Let so many bytes through, and then nothing: whoever looks may be late."""
        with self._guard:
            self._left = size

    def revive(self) -> None:
        """Work again."""
        with self._guard:
            self._left = inf
            self.dead.clear()

    def _accept(self) -> None:
        while True:
            try:
                browser, _ = self._listening.accept()
            except OSError:
                return
            if self.dead.is_set():
                _cut(browser)
                continue
            Thread(target=self._carry, args=(browser,), daemon=True).start()

    def _carry(self, browser: socket.socket) -> None:
        with (
            suppress(ConnectionError),  # the server has stopped, and the browser asks on
            browser,
            socket.create_connection(("127.0.0.1", self._server)) as server,
        ):
            answers = Thread(target=self._pump, args=(server, browser), daemon=True)
            answers.start()
            self._pump(browser, server)
            answers.join()

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        try:
            while piece := source.recv(_PIECE):
                if self._time_to_cut(len(piece)):
                    break
                target.sendall(piece)
            else:
                target.shutdown(socket.SHUT_WR)  # an end is passed on as one
                return
        except OSError:
            pass
        _cut(source)
        _cut(target)

    def _time_to_cut(self, size: int) -> bool:
        """In both directions alike: sometimes what is cut off is the acknowledgement."""
        with self._guard:
            self._left -= size
            if self._left < 0:
                self.dead.set()
                return True
            self._passed += size
            if self._passed < self._every or self.cuts >= self._most:
                return False
            self._passed = 0
            self.cuts += 1
            return True


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        connection.shutdown(socket.SHUT_RD)  # the thread that listens to it holds it open
    connection.close()


class Dribble:
    """Clients that open many connections and send one byte each, again and again, for ever."""

    def __init__(self, server: int, head: bytes, *, many: int) -> None:
        self._connections = [
            socket.create_connection(("127.0.0.1", server), timeout=300) for _ in range(many)
        ]
        self._stop = Event()
        for connection in self._connections:
            connection.sendall(head)
        self._thread = Thread(target=self._drip, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()
        for connection in self._connections:
            connection.close()

    def _drip(self) -> None:
        while not self._stop.wait(0.02):
            for connection in self._connections:
                with suppress(OSError):  # cut by the server
                    connection.sendall(b"x")
