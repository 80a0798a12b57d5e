"""A message that came back, read whole: what it is, what it gives, what could be recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from plaise.dossier import Value
from plaise.law import Sentence, say

from .._machine import Followup
from ._classify import Certainty, MailGuess, MailKind, classify, forwarded
from ._extract import Found, FoundKind, extract
from ._message import Mail, MailError, once
from ._order import OrderGuess, read_order
from ._pdf import is_pdf, pdf_text
from ._quotes import own_words
from ._read import read_mail
from ._tracking import find_tracking

_MAX_PDFS = 5
_LONGEST = 120_000


class Suggestion(Value):
    """An event that the message may call for: pre-filled, to confirm or change.

    `data` has the fields of the event; `because` the exact words that it comes from.
    """

    kind: str
    label: str
    data: dict[str, str]
    because: str
    certainty: Certainty


class MailReading(Value):
    """Everything that Plaise read in a file, nothing of it decided."""

    mail: Mail
    guess: MailGuess
    found: tuple[Found, ...]
    order: OrderGuess | None
    warnings: tuple[Sentence, ...]

    def of(self, kind: FoundKind) -> tuple[Found, ...]:
        """The guesses of one kind."""
        return tuple(one for one in self.found if one.kind is kind)


def read_answer(content: bytes, name: str, received_on: date) -> MailReading:
    """Read a file that came back from the préfecture, the post or the court.

    The text of PDF attachments is read too: a convocation is often one.

    Args:
        content: the whole file, never altered.
        name: its name.
        received_on: day when the person received it, for a file that has no date.

    Raises:
        MailError: the file is not a message.
    """
    mail = read_mail(content, name)
    judged = forwarded(mail)
    written_on = judged.sent_at.date() if judged.sent_at else received_on
    found: list[Found] = []
    order: OrderGuess | None = None
    warnings = [*mail.warnings, *(judged.warnings if judged is not mail else ())]
    for where, text in _texts(judged, warnings):
        found += extract(text, written_on, where)
        order = order or read_order(text, written_on)
        found += [
            Found(
                kind=FoundKind.TRACKING,
                seen=one.seen,
                sentence=one.seen,
                certainty=Certainty.LIKELY if one.plausible else Certainty.WEAK,
                number=one.number,
                doubt=None if one.plausible else say("check_digit"),
                where=where,
            )
            for one in find_tracking(text)
        ]
    bounced = judged.report is not None
    if judged.report is not None and judged.report.action == "delayed":
        warnings.append(say("still_trying"))
    dated = any(one.kind is FoundKind.APPOINTMENT for one in found) and not bounced
    return MailReading(
        mail=mail,
        guess=classify(mail, gives_a_date=dated, is_order=order is not None),
        found=tuple(found),
        order=order,
        warnings=once(warnings),
    )


def _texts(mail: Mail, warnings: list[Sentence]) -> Iterator[tuple[str, str]]:
    yield "", f"{mail.subject}.\n\n{own_words(mail.text[:_LONGEST])}"
    if mail.report is not None or mail.kind == "pdf":
        return
    inner = [part for message in mail.attached for part in message.attachments]
    pdfs = [one for one in (*mail.attachments, *inner) if is_pdf(one.content)]
    for one in pdfs[:_MAX_PDFS]:
        try:
            text, _ = pdf_text(one.content)
        except MailError:
            warnings.append(say("attached_unreadable", name=one.path))
            continue
        if not text:
            warnings.append(say("attached_image", name=one.path))
        yield one.path, text


def suggestions(
    reading: MailReading, followup: Followup, received_on: date
) -> tuple[Suggestion, ...]:
    """The events that a message may call for, among those that are possible now.

    Args:
        reading: the message, read.
        followup: the case.
        received_on: day when the person received it.
    """
    if reading.guess.kind in {MailKind.BOUNCE, MailKind.READ_RECEIPT}:
        return ()
    possible = {rule.kind: rule.label for rule in followup.possible()}
    made: list[Suggestion] = []
    if reading.order is not None and "order" in possible:
        made.append(
            Suggestion(
                kind="order",
                label=possible["order"],
                data={"on": received_on.isoformat(), **reading.order.data},
                because=reading.order.seen,
                certainty=Certainty.LIKELY,
            )
        )
    for one in reading.found:
        kind = _event(one, possible)
        if kind is None or (kind == "numbered" and followup.number == one.number):
            continue
        made.append(
            Suggestion(
                kind=kind,
                label=possible[kind],
                data={"on": received_on.isoformat(), **_data(one)},
                because=one.seen,
                certainty=one.certainty,
            )
        )
    return tuple(made)


def _event(one: Found, possible: dict[str, str]) -> str | None:
    wanted = {
        FoundKind.APPOINTMENT: ("date_offered", "appointment_received"),
        FoundKind.HEARING: ("hearing_set",),
        FoundKind.CASE_NUMBER: ("numbered",),
    }.get(one.kind, ())
    return next((kind for kind in wanted if kind in possible), None)


def _data(one: Found) -> dict[str, str]:
    data: dict[str, str] = {}
    if one.day is not None:
        data["day"] = one.day.isoformat()
    if one.hour is not None:
        data["hour"] = one.hour.isoformat("minutes")
    if one.number:
        data["number"] = one.number
    return data
