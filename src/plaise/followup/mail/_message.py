"""A message that came back, whatever its file: what is written in it, nothing guessed yet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from plaise.dossier import PlaiseError, Value
from plaise.law import Sentence


class MailError(PlaiseError):
    """A file cannot be read as a message; it can still be kept as a piece."""


class Kind(StrEnum):
    """What kind of file it was."""

    EML = "eml"
    MSG = "msg"
    PDF = "pdf"


class Attachment(Value):
    """A file inside the message; `path` says inside what (« convocation.eml/plan.pdf »)."""

    path: str
    media_type: str
    content: bytes


class DeliveryReport(Value):
    """What a mail server says of a message that it could not deliver (RFC 3464), or of a reading.

    `action` is « failed », « delayed », « delivered », or « displayed » for a reading.
    """

    recipient: str = ""
    action: str = ""
    status: str = ""
    diagnostic: str = ""


class Mail(Value):
    """One message. `headers` keep their order and repetitions; names are in lower case.

    `text` is the plain text (made from the HTML if there is nothing else). `attached` are whole
    messages inside this one, a forward for instance. `warnings` say what could not be read.
    """

    kind: Kind
    sender: str = ""
    to: str = ""
    subject: str = ""
    sent_at: datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    attached: tuple[Mail, ...] = ()
    report: DeliveryReport | None = None
    signed: bool = False
    warnings: tuple[Sentence, ...] = ()

    def header(self, name: str) -> str:
        """The first header of that name, "" when there is none."""
        return next((value for key, value in self.headers if key == name.lower()), "")


def once(warnings: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Each warning once, in order."""
    return tuple({str(one): one for one in warnings}.values())
