"""Outlook messages (`.msg`), read with python-oxmsg."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

from oxmsg import Message

from plaise.law import Sentence, say

from ._html import html_text
from ._message import Attachment, Kind, Mail, MailError

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_msg(content: bytes) -> bool:
    """Whether the file begins as an Outlook message does."""
    return content.startswith(_MAGIC)


def read_msg(content: bytes) -> Mail:
    """Read an Outlook message.

    Raises:
        MailError: the file is damaged.
    """
    try:
        message = Message.load(io.BytesIO(content))
        headers = {name.lower(): value for name, value in message.message_headers.items()}
        subject = message.subject
    except Exception as error:  # the file may be anything, and so may the library's exception
        raise MailError(
            "Ce fichier Outlook (.msg) est abîmé et ne peut pas être lu.",
            to_do="Dans Outlook, ouvrez le message et enregistrez-le en .eml ou en PDF.",
        ) from error
    text, warnings = _text(message)
    attachments, more = _attachments(message)
    sent = _quiet(lambda: message.sent_date)
    return Mail(
        kind=Kind.MSG,
        sender=_quiet(lambda: message.sender) or "",
        to=headers.get("to", ""),
        subject=subject,
        sent_at=sent if isinstance(sent, datetime) and sent.tzinfo else _utc(sent),
        headers=tuple((name, " ".join(str(value).split())) for name, value in headers.items()),
        text=text,
        attachments=tuple(attachments),
        warnings=(*warnings, *more),
    )


def _utc(moment: object) -> datetime | None:
    return moment.replace(tzinfo=UTC) if isinstance(moment, datetime) else None


def _text(message: Message) -> tuple[str, tuple[Sentence, ...]]:
    body = _quiet(lambda: message.body)
    if body and str(body).strip():
        return str(body).replace("\r\n", "\n").strip(), ()
    html = _quiet(lambda: message.html_body)
    if html:
        return html_text(str(html)), ()
    return "", (say("outlook_text"),)


def _attachments(message: Message) -> tuple[list[Attachment], tuple[Sentence, ...]]:
    found: list[Attachment] = []
    unread = 0
    for number, one in enumerate(_quiet(lambda: message.attachments) or (), start=1):
        content = _quiet(lambda one=one: one.file_bytes)
        if not isinstance(content, bytes):
            unread += 1
            continue
        name = str(_quiet(lambda one=one: one.file_name) or f"piece-{number}")
        kind = str(_quiet(lambda one=one: one.mime_type) or "application/octet-stream")
        path = name.replace("\\", "/").rsplit("/", 1)[-1]
        found.append(Attachment(path=path, media_type=kind, content=content))
    if unread:
        return found, (say("outlook_attachments", number=unread),)
    return found, ()


def _quiet(get: Any) -> Any:  # noqa: ANN401 (one property of the library, of any type)
    """One property, or None: a damaged property must not hide the others."""
    try:
        return get()
    except Exception:
        return None
