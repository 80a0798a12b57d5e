"""What leaves this machine after filing, only when the person asked: a feed, an e-mail.

Both are made again each time something is recorded, while the dossier is open. See the decision on
reminders for what stands in clear.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import UTC, datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from plaise.dossier import PlaiseError
from plaise.followup import calendar, reminder_days
from plaise.store.keys import Binding, DamagedError, open_box, seal_box
from plaise.store.vault import EncryptedDossier, note_dates
from plaise.web.models import CalendarFeed, MailReminder, ReminderDay
from plaise.web.security.secret import process_key

from .case import Case, case_of

_NOBODY = UUID(int=0)
_SECRET_BYTES = 32
_KIND = "feed"


def refresh(dossier: EncryptedDossier) -> None:
    """Bring the list of dossiers, and what was asked for, up to date."""
    feed = CalendarFeed.objects.filter(dossier_id=dossier.id).first()
    mail = MailReminder.objects.filter(dossier_id=dossier.id).exists()
    try:
        case = case_of(dossier)
    except PlaiseError:
        return
    note_dates(dossier, case.listed)
    if feed is not None:
        secret = _opened(dossier, feed)
        CalendarFeed.objects.filter(pk=feed.pk).update(content=_sealed(secret, _content(dossier)))
    if mail:
        _note_days(dossier, case)


def _note_days(dossier: EncryptedDossier, case: Case) -> None:
    """The days of reminders, anew.

    Today only stays if it was there: the person is here now, and a message that left today is not
    sent a second time.
    """
    with transaction.atomic():
        rows = ReminderDay.objects.filter(dossier_id=dossier.id)
        waiting = rows.filter(day=case.today).exists()
        rows.delete()
        days = reminder_days(case.dates, case.today)
        ReminderDay.objects.bulk_create(
            ReminderDay(dossier_id=dossier.id, day=day)
            for day in days
            if waiting or day > case.today
        )


def open_feed(dossier: EncryptedDossier) -> str:
    """Give the dossier a feed under a new secret address; a former one is closed.

    Returns:
        The secret of the address.
    """
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    with transaction.atomic():
        close_feed(dossier)
        CalendarFeed.objects.create(
            dossier_id=dossier.id,
            lookup=_lookup(secret),
            content=_sealed(secret, _content(dossier)),
            secret=dossier.ring().seal(_KIND, secret.encode()),
        )
    return secret


def feed_secret(dossier: EncryptedDossier) -> str | None:
    """The secret of the feed's address, if there is a feed."""
    feed = CalendarFeed.objects.filter(dossier_id=dossier.id).first()
    return _opened(dossier, feed) if feed else None


def close_feed(dossier: EncryptedDossier) -> None:
    """The address answers nothing any more."""
    CalendarFeed.objects.filter(dossier_id=dossier.id).delete()


def read_feed(secret: str) -> bytes | None:
    """The calendar behind a secret address, None when there is none."""
    feed = CalendarFeed.objects.filter(lookup=_lookup(secret)).first()
    if feed is None:
        return None
    try:
        return open_box(_key(secret), feed.content, _binding(secret))
    except DamagedError:
        return None


def mail_offered() -> bool:
    """Whether this installation sends reminders by e-mail."""
    return bool(settings.PLAISE_MAIL)


def remind_at(dossier: EncryptedDossier, address: str) -> None:
    """Send reminders to an address from now on."""
    sealed = seal_box(process_key("rappels"), address.encode(), _of(dossier.id))
    MailReminder.objects.update_or_create(dossier_id=dossier.id, defaults={"address": sealed})
    refresh(dossier)


def reminded_at(dossier: EncryptedDossier) -> str | None:
    """Where reminders go, None when they do not."""
    row = MailReminder.objects.filter(dossier_id=dossier.id).first()
    return address_of(row) if row else None


def stop_reminding(dossier: EncryptedDossier) -> None:
    """Send no reminder any more, and forget the address and the days."""
    MailReminder.objects.filter(dossier_id=dossier.id).delete()
    ReminderDay.objects.filter(dossier_id=dossier.id).delete()


def address_of(row: MailReminder) -> str | None:
    """The address of a row; None when the secret of the installation was changed since."""
    try:
        return open_box(process_key("rappels"), row.address, _of(row.dossier_id)).decode()
    except DamagedError:
        return None


def _content(dossier: EncryptedDossier) -> bytes:
    case = case_of(dossier)
    return calendar(
        case.followup,
        case.dates,
        dossier=case.facts.id,
        zone=case.facts.zone,
        made_at=datetime.now(UTC),
        neutral=True,
        feed=True,
    )


def _opened(dossier: EncryptedDossier, feed: CalendarFeed) -> str:
    return dossier.ring().open(_KIND, feed.secret).decode()


def _sealed(secret: str, content: bytes) -> bytes:
    return seal_box(_key(secret), content, _binding(secret))


def _key(secret: str) -> bytes:
    return hmac.new(secret.encode(), b"plaise agenda", hashlib.sha256).digest()


def _lookup(secret: str) -> str:
    return hashlib.sha256(b"plaise agenda " + secret.encode()).hexdigest()


def _binding(secret: str) -> Binding:
    return Binding(_NOBODY, _KIND, _lookup(secret))


def _of(dossier: UUID) -> Binding:
    return Binding(dossier, "mail_reminder")
