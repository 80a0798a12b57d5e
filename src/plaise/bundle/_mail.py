"""An e-mail as pages: headers, body as text, attachments listed with size and SHA-256."""

from __future__ import annotations

import email
import email.policy
import hashlib
import re
from datetime import date
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser

from plaise.drafting import (
    Block,
    Document,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Run,
    Style,
    Table,
    to_pdf,
)
from plaise.followup.mail import Kind, Mail, MailError, read_mail

from ._labels import day, hour

_HEADERS = (
    ("From", "De"),
    ("To", "À"),
    ("Cc", "Copie à"),
    ("Date", "Date"),
    ("Subject", "Objet"),
)
_BREAKING = {"p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "blockquote", "hr"}
_HIDDEN = {"script", "style", "head", "title", "template"}
_KILO = 10_000
_MARGIN = 72  # where mail programs cut lines (RFC 5322 asks for 78 at most, RFC 3676 for 66–78)
_OPENERS = (" ", ">", "-", "*", "–", "•")
_BLANK = "\u00a0"
_BLANKS = re.compile(r"\n{3,}")


class UnusableMailError(ValueError):
    """The bytes are not an e-mail that can be shown."""


def mail_pdf(raw: bytes, *, fallback: date) -> bytes:
    """The pages of an e-mail; the same bytes give the same pages.

    Args:
        raw: the `.eml` file.
        fallback: the date written in the PDF when the e-mail has none that can be read.

    Raises:
        UnusableMailError: it has neither sender nor date nor content.
    """
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    if not (message["From"] or message["Date"]) or not message.keys():
        raise UnusableMailError
    return to_pdf(mail_document(message), made_on=_sent_on(message) or fallback)


def outlook_pdf(raw: bytes, *, fallback: date) -> bytes:
    """The pages of an Outlook message; the same bytes give the same pages.

    Args:
        raw: the `.msg` file.
        fallback: the date written in the PDF when the message has none.

    Raises:
        UnusableMailError: it is damaged, or its text cannot be read.
    """
    try:
        mail = read_mail(raw)
    except MailError as error:
        raise UnusableMailError from error
    if mail.kind is not Kind.MSG or (mail.warnings and not mail.text):
        raise UnusableMailError
    made_on = mail.sent_at.date() if mail.sent_at else fallback
    return to_pdf(outlook_document(mail), made_on=made_on)


def outlook_document(mail: Mail) -> Document:
    """An Outlook message as blocks, as an e-mail."""
    sent = mail.header("date") or (mail.sent_at.isoformat(" ") if mail.sent_at else "")
    told = {
        "De": mail.header("from") or mail.sender,
        "À": mail.to,
        "Copie à": mail.header("cc"),
        "Date": _dated(sent),
        "Objet": mail.subject,
    }
    rows = tuple(
        ((Run(french, bold=True),), (Run(value),)) for french, value in told.items() if value
    )
    attached: tuple[Inline, ...] = tuple(
        _attached(one.path, one.content) for one in mail.attachments
    )
    text = _BLANKS.sub("\n\n", "\n".join(line.rstrip() for line in mail.text.split("\n")))
    warnings = tuple(str(one) for one in mail.warnings)
    return _mail_blocks(mail.subject or "sans objet", rows, text, attached, warnings)


def mail_document(message: EmailMessage) -> Document:
    """An e-mail as blocks: nothing is typeset anew, its words stay as they were sent."""
    subject = str(message["Subject"] or "sans objet")
    rows = tuple(
        ((Run(french, bold=True),), (Run(_dated(told) if name == "Date" else told),))
        for name, french in _HEADERS
        if message[name] and (told := _header(message, name))
    )
    return _mail_blocks(subject, rows, body_text(message), _attachments(message))


def _dated(header: str) -> str:
    """A moment in French words, then the header itself, which alone is proof."""
    try:
        moment = parsedate_to_datetime(header)
    except (ValueError, TypeError):
        return header
    return f"{day(moment.date())}, {hour(moment)} ({header})"


def _mail_blocks(
    subject: str,
    rows: tuple[tuple[Inline, ...], ...],
    text: str,
    attachments: tuple[Inline, ...],
    warnings: tuple[str, ...] = (),
) -> Document:
    blocks: list[Block] = [
        Heading(1, (Run("Courriel"),)),
        Table(((Run("En-tête"),), (Run("Contenu"),)), rows, (1.0, 5.0)),
        *_paragraphs(text),
    ]
    if attachments:
        blocks += [
            Heading(2, (Run("Pièces jointes au courriel"),)),
            ListBlock(attachments),
        ]
    blocks += [Paragraph((Run(one, italic=True),), Style.SMALL) for one in warnings]
    return Document(title=f"Courriel : {subject}", blocks=tuple(blocks), running="Courriel")


def body_text(message: EmailMessage) -> str:
    """The body as text: its plain form, else what its HTML says, without any of its layout."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return ""
    text = _content(body)
    if body.get_content_subtype() == "html":
        text = html_text(text)
    lines = "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n"))
    return _BLANKS.sub("\n\n", lines).strip()


def html_text(markup: str) -> str:
    """The words of some HTML; scripts, styles and hidden heads are left out."""
    reader = _Words()
    reader.feed(markup)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.words).split("\n"))
    return _BLANKS.sub("\n\n", "\n".join(lines)).strip()


class _Words(HTMLParser):
    """Collects the text of HTML, a line break for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a hidden element, or break the line."""
        self._hidden += tag in _HIDDEN
        if tag in _BREAKING:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Leave a hidden element, or break the line."""
        self._hidden -= tag in _HIDDEN and self._hidden > 0
        if tag in _BREAKING:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep words that are seen."""
        if not self._hidden:
            self.words.append(re.sub(r"\s+", " ", data))


def _paragraphs(text: str) -> list[Paragraph]:
    """The body line by line, as it was sent; an empty line stays one."""
    lines = _unwrapped(text.split("\n"))
    return [Paragraph((Run(line or _BLANK),), Style.SENDER) for line in lines]


def _unwrapped(lines: list[str]) -> list[str]:
    """Lines that the sender's program cut at its margin, whole again; no word changes."""
    whole: list[str] = []
    before = ""
    for line in lines:
        cut = len(before) + 1 + len(line.split(" ", 1)[0]) > _MARGIN
        if cut and line and not line.startswith(_OPENERS) and not before.startswith(">"):
            whole[-1] += f" {line}"
        else:
            whole.append(line)
        before = line
    return whole


def _header(message: EmailMessage, name: str) -> str:
    return ", ".join(str(value) for value in message.get_all(name, []))


def _content(part: MIMEPart) -> str:
    try:
        content = part.get_content()
    except (LookupError, UnicodeError):
        payload = part.get_payload(decode=True)
        content = payload.decode("latin-1") if isinstance(payload, bytes) else ""
    return content if isinstance(content, str) else ""


def _attachments(message: EmailMessage) -> tuple[Inline, ...]:
    rows: list[Inline] = []
    for part in message.iter_attachments():
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else part.as_bytes()
        name = part.get_filename() or "sans nom"
        rows.append(_attached(name, content))
    return tuple(rows)


def _attached(name: str, content: bytes) -> Inline:
    digest = hashlib.sha256(content).hexdigest()
    return (Run(name, bold=True), Run(f", {_size(len(content))}, SHA-256 {digest}"))


def _size(count: int) -> str:
    return f"{count}\u00a0octets" if count < _KILO else f"{round(count / 1000)}\u00a0ko"


def _sent_on(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date()
    except (ValueError, TypeError):
        return None
