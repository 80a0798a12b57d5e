"""Internet messages (`.eml`): any charset, any nesting, nothing trusted."""

from __future__ import annotations

import codecs
import email
import email.policy
import email.utils
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage, Message
from typing import Any

from plaise.law import Sentence, say

from ._cms import signed_content
from ._html import html_text
from ._message import Attachment, DeliveryReport, Kind, Mail, once

_MAX_DEPTH = 6
_MAX_PARTS = 300
_MAX_TEXT = 400_000
_SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature"}
_SEALED = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
_TNEF = {"application/ms-tnef", "application/vnd.ms-tnef"}
# What became of a message sent to several people: the worst is what the person must know.
_ACTIONS = ("failed", "delayed")
_LATIN = {"iso-8859-1", "latin-1", "latin1", "iso8859-1", "iso-8859-15", "us-ascii", "ascii", ""}


def read_eml(content: bytes, depth: int = 0) -> Mail:
    """Read an Internet message; a faulty part gives a warning, never an error."""
    # Some programs save a mark or blank lines first: the headers would be taken for the text.
    content = content.removeprefix(codecs.BOM_UTF8).lstrip(b"\r\n")
    message = email.message_from_bytes(content, policy=email.policy.default)
    return _mail(message, depth)


def _mail(message: Message, depth: int) -> Mail:
    reader = _Reader(depth)
    reader.read(message, "")
    plain = [text for text in reader.plain if text.strip()]
    texts = plain or [html_text(html) for html in reader.html]
    return Mail(
        kind=Kind.EML,
        sender=_header(message, "from"),
        to=_header(message, "to"),
        subject=_header(message, "subject"),
        sent_at=_date(_header(message, "date")),
        headers=tuple(_headers(message)),
        text="\n\n".join(text.strip() for text in texts if text.strip())[:_MAX_TEXT],
        attachments=tuple(reader.attachments),
        attached=tuple(reader.attached),
        report=reader.report,
        signed=reader.signed,
        warnings=once(reader.warnings),
    )


class _Reader:
    """Walks the parts of one message, keeping what each one brings."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.parts = 0
        self.plain: list[str] = []
        self.html: list[str] = []
        self.attachments: list[Attachment] = []
        self.attached: list[Mail] = []
        self.report: DeliveryReport | None = None
        self.signed = False
        self.warnings: list[Sentence] = []

    def read(self, part: Message, inside: str) -> None:
        self.parts += 1
        if self.parts > _MAX_PARTS:
            self.warnings.append(say("too_many_parts"))
            return
        kind = part.get_content_type()
        if kind == "message/delivery-status":
            self.report = _report(part)
        elif kind == "message/disposition-notification":
            self.report = _receipt(part)
        elif kind == "message/rfc822":
            self._message(part)
        elif part.is_multipart():
            for child in part.get_payload():
                if isinstance(child, Message):
                    self.read(child, inside)
        elif kind in _SIGNATURES:
            self.signed = True
        elif kind in _SEALED:
            self._sealed(part, inside)
        else:
            self._leaf(part, kind, inside)

    def _message(self, part: Message) -> None:
        payload = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        if not isinstance(inner, Message):
            return
        if self.depth >= _MAX_DEPTH:
            self.warnings.append(say("nested_too_deep"))
            return
        self.attached.append(_mail(inner, self.depth + 1))

    def _sealed(self, part: Message, inside: str) -> None:
        content = signed_content(_bytes(part))
        if content is None:
            self.warnings.append(say("sealed_message"))
            return
        self.signed = True
        inner = email.message_from_bytes(content, policy=email.policy.default)
        self.read(inner, inside)

    def _leaf(self, part: Message, kind: str, inside: str) -> None:
        if kind in _TNEF:
            self.warnings.append(say("outlook_envelope"))
        name = _filename(part)
        aside = part.get_content_disposition() == "attachment" or bool(name)
        if kind in {"text/plain", "text/html"} and not aside:
            words = _text(part)
            (self.plain if kind == "text/plain" else self.html).append(words)
            return
        if kind == "text/rfc822-headers":
            return
        label = name or f"piece-{len(self.attachments) + 1}"
        path = f"{inside}/{label}" if inside else label
        self.attachments.append(Attachment(path=path, media_type=kind, content=_bytes(part)))


def _bytes(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message) -> str:
    """The words of a text part, whatever it says of its charset.

    « latin-1 » is read as windows-1252, as browsers do: senders write one for the other.
    """
    content = _bytes(part)
    declared = str(part.get_content_charset("") or "").lower()
    tries = ["utf-8", "cp1252"] if declared in {"", "us-ascii", "ascii"} else [declared]
    if declared in _LATIN and declared not in {"", "us-ascii", "ascii"}:
        tries = ["cp1252", declared]
    for charset in (*tries, "utf-8"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("cp1252", errors="replace")


def _header(message: Message, name: str) -> str:
    return next((value for key, value in _headers(message) if key == name), "")


def _headers(message: Message) -> Iterator[tuple[str, str]]:
    for name, raw in message.raw_items():
        yield str(name).lower(), _decoded(message, str(name), raw)


def _decoded(message: Message, name: str, raw: Any) -> str:  # noqa: ANN401 (what the parser kept)
    """One header in clear; a malformed one as it was written.

    Some senders put raw windows-1252 in a header: it is read as such when it is not UTF-8.
    """
    written = str(raw)
    content = written.encode("utf-8", "surrogateescape")
    try:
        written = content.decode("utf-8")
    except UnicodeDecodeError:
        written = content.decode("cp1252", errors="replace")
    try:
        value = str(message.policy.header_fetch_parse(name, written))
    except Exception:
        value = written
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split())


def _date(text: str) -> datetime | None:
    try:
        return email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _filename(part: Message) -> str:
    try:
        name = part.get_filename("") or ""
    except Exception:
        name = ""
    # A name must not lead out of the folder where the person saves it.
    return str(name).replace("\\", "/").rsplit("/", 1)[-1].strip(". \x00")[:200]


def _report(part: Message) -> DeliveryReport:
    payload = part.get_payload()
    blocks = [
        {name.lower(): str(value) for name, value in block.items()}
        for block in (payload if isinstance(payload, list) else [])
        if isinstance(block, Message | EmailMessage)
    ]
    recipients = [block for block in blocks if "action" in block]
    fields = min(recipients, key=_gravity, default={})
    return DeliveryReport(
        recipient=_after(fields.get("final-recipient") or fields.get("original-recipient", "")),
        action=fields.get("action", "").strip().lower(),
        status=fields.get("status", "").strip(),
        diagnostic=" ".join(_after(fields.get("diagnostic-code", "")).split()),
    )


def _gravity(fields: dict[str, str]) -> int:
    action = fields["action"].strip().lower()
    return _ACTIONS.index(action) if action in _ACTIONS else len(_ACTIONS)


def _receipt(part: Message) -> DeliveryReport:
    payload = part.get_payload()
    block = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(block, Message):
        return DeliveryReport()
    fields = {name.lower(): str(value) for name, value in block.items()}
    disposition = fields.get("disposition", "").lower()
    return DeliveryReport(
        recipient=_after(fields.get("final-recipient", "")),
        action="displayed" if "displayed" in disposition else _after(disposition),
    )


def _after(value: str) -> str:
    return value.split(";", 1)[-1].strip()
