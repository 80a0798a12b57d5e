"""A real SMTP server on this machine, which takes messages, refuses, hangs up or keeps silent."""

from __future__ import annotations

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Semaphore, Thread
from typing import cast


class Sink(socketserver.ThreadingTCPServer):
    """What was received, and how the server behaves: `takes`, `refuses`, `drops` or `silent`."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, behaviour: str) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.behaviour = behaviour
        self.lines = 0
        self.called = Semaphore(0)
        self.received: list[tuple[str, EmailMessage]] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Talk(socketserver.StreamRequestHandler):
    server: Sink

    def handle(self) -> None:
        self.server.lines += 1
        self.server.called.release()
        if self.server.behaviour == "silent":
            self.rfile.readline()  # returns when the other side gives up
            return
        self._say("220 puits")
        recipient = ""
        while line := self.rfile.readline().decode().strip():
            verb = line[:4].upper()
            if verb == "QUIT":
                self._say("221 au revoir")
                return
            if verb == "RCPT":
                recipient = line.partition(":")[2].strip("<> ")
                refuses = self.server.behaviour == "refuses"
                self._say("550 boîte inconnue" if refuses else "250 bien")
            elif verb == "DATA":
                if self.server.behaviour == "drops":
                    return
                self._say("354 allez")
                self.server.received.append((recipient, self._message()))
                self._say("250 reçu")
            else:
                self._say("250 bien")

    def _message(self) -> EmailMessage:
        lines = list(iter(self.rfile.readline, b".\r\n"))
        made = message_from_bytes(b"".join(lines), policy=policy.default)
        return cast(EmailMessage, made)

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def smtp_sink(behaviour: str = "takes") -> Iterator[Sink]:
    """The server, for the time of the block."""
    with Sink(behaviour) as sink:
        Thread(target=sink.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield sink
        finally:
            sink.shutdown()
