"""Sending the reminders of the day: neutral words, once each, to who asked for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage

from plaise.followup import neutral_mail
from plaise.web.models import MailReminder, ReminderDay

from .outside import address_of

_TOO_LATE = timedelta(days=2)
_HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


@dataclass(slots=True)
class Sent:
    """What came of one run; `failed` messages are tried again at the next."""

    sent: int = 0
    failed: int = 0
    unreadable: int = 0


def send_due(today: date) -> Sent:
    """Send one message to each person who has a reminder today.

    A day that was missed (the machine was off) is caught up within two days, then forgotten.
    """
    done = Sent()
    ReminderDay.objects.filter(day__lt=today - _TOO_LATE).delete()
    waiting = set(ReminderDay.objects.filter(day__lte=today).values_list("dossier_id", flat=True))
    for row in MailReminder.objects.filter(dossier_id__in=waiting):
        address = address_of(row)
        if address is None:
            done.unreadable += 1
        elif not _send(address):
            done.failed += 1
            continue
        else:
            done.sent += 1
        ReminderDay.objects.filter(dossier_id=row.dossier_id, day__lte=today).delete()
    return done


def _send(address: str) -> bool:
    subject, body = neutral_mail()
    try:
        return bool(EmailMessage(subject, body, to=[address], headers=_HEADERS).send())
    except (OSError, SMTPException):
        return False
