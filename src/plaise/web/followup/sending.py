"""Sending the reminders of the day: neutral words, once each, to who asked for them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import make_msgid, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from plaise.followup import neutral_mail
from plaise.web.models import MailReminder, ReminderDay

from .outside import address_of

_TOO_LATE = timedelta(days=2)
_HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


@dataclass(slots=True)
class Sent:
    """What came of one run.

    Attributes:
        sent: messages that the mail server took.
        failed: messages that are kept, and tried again at the next run.
        unreadable: addresses that the secret of this installation does not open.
        forgotten: days that are past for too long to be reminded of.
        reachable: whether the mail server answered.
    """

    sent: int = 0
    failed: int = 0
    unreadable: int = 0
    forgotten: int = 0
    reachable: bool = True


def send_due(today: date) -> Sent:
    """Send one message to each person who has a reminder today.

    A day that was missed (the machine was off, the mail server too) is caught up within two days,
    then forgotten. Nothing is lost when the mail server refuses, drops the line or keeps silent.
    """
    done = Sent()
    done.forgotten = ReminderDay.objects.filter(day__lt=today - _TOO_LATE).delete()[0]
    due = ReminderDay.objects.filter(day__lte=today)
    waiting = set(due.values_list("dossier_id", flat=True))
    line = _Line()
    for row in MailReminder.objects.filter(dossier_id__in=waiting):
        address = address_of(row)
        if address is None:
            done.unreadable += 1
        elif not line.send(address):
            done.failed += 1
            continue
        else:
            done.sent += 1
        due.filter(dossier_id=row.dossier_id).delete()
    line.close()
    done.reachable = line.reachable
    return done


def _headers() -> dict[str, str]:
    """Headers of a machine's message; its identifier must not give the name of this one."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return {**_HEADERS, "Message-ID": make_msgid(domain=domain or "localhost")}


class _Line:
    """One connection for the whole run: a server that is down is waited for once, not each time."""

    def __init__(self) -> None:
        self.connection: Any = get_connection()  # Django's, without types
        self.reachable = True

    def send(self, address: str) -> bool:
        """Whether the server took a message."""
        if not (self.reachable and self._opened()):
            return False
        subject, body = neutral_mail()
        message = EmailMessage(
            subject, body, to=[address], headers=_headers(), connection=self.connection
        )
        try:
            return bool(message.send())
        except OSError:  # as every error of a mail server is
            self.close()  # what follows starts on a new line
            return False

    def _opened(self) -> bool:
        try:
            self.connection.open()
        except OSError:
            self.reachable = False
        return self.reachable

    def close(self) -> None:
        """Hang up."""
        with suppress(OSError):
            self.connection.close()
