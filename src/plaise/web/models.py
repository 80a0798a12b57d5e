"""What the app keeps besides the store: web sessions, and what a person asked to have outside.

Clear columns are listed, with their reasons, in the decision on reminders.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from plaise.store.database.models import Dossier, SealedField


class Session(models.Model):
    """A web session: its content opens with the cookie alone, of which only a hash stands here."""

    id = models.CharField(max_length=64, primary_key=True)
    content = SealedField()
    expires = models.DateTimeField(db_index=True)


class CalendarFeed(models.Model):
    """A private calendar feed: only who has its address can open its content, we neither.

    `lookup` is a hash of the secret in the address, `content` is sealed under a key made from that
    secret, `secret` under the dossier's own keys, to show the address again to its members.
    """

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="feed")
    lookup = models.CharField(max_length=64, unique=True)
    content = SealedField()
    secret = SealedField()


class MailReminder(models.Model):
    """Where a person asked to be reminded, sealed under the secret of the installation."""

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="mail_reminder")
    address = SealedField()


class ReminderDay(models.Model):
    """A day on which a reminder is sent; it says nothing of why."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="reminder_days")
    day = models.DateField(db_index=True)

    class Meta:
        """One message a day at most."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "day"], name="one_reminder_a_day")
        ]


class Tally(models.Model):
    """How many closed cases had a value; no row stands for one case."""

    field = models.CharField(max_length=20)
    value = models.CharField(max_length=40)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        """One count for each value."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["field", "value"], name="one_tally_per_value")
        ]
