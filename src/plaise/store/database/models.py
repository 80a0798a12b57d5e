"""What the database holds.

Every column that is not a `SealedField` is in clear, and listed with its reason in
`docs/decisions/` (a test compares the two).
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, ClassVar
from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

if TYPE_CHECKING:
    _Binary = models.BinaryField[bytes, bytes]
else:
    _Binary = models.BinaryField


class BytesField(_Binary):
    """Bytes, and not the `memoryview` that some databases give."""

    def from_db_value(self, value: bytes | memoryview | None, *_: object) -> bytes | None:
        """The same type whatever the database."""
        return None if value is None else bytes(value)


class SealedField(BytesField):
    """Ciphertext made by `plaise.store.keys`: the database never sees what it says."""


def today() -> date:
    """The server's day, UTC: dates in clear are never finer."""
    return datetime.now(UTC).date()


class Account(AbstractBaseUser):
    """Someone who signs in. Nothing here says who it is: the identifier is chosen, not a name.

    There is no password: whoever opens the private key with the passphrase is the member. The
    `password` column holds a random, unusable value that changes with the passphrase, so that
    Django's sessions end at that moment.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    identifier = models.CharField(max_length=64, unique=True)
    is_active = models.BooleanField(default=True)
    created_on = models.DateField(default=today)
    last_login = None

    USERNAME_FIELD = "identifier"
    objects = BaseUserManager()


class MemberKeys(models.Model):
    """The pair of a member: the private half under the passphrase, and under the recovery code."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="keys")
    public_key = BytesField()
    salt = BytesField()
    memory = models.PositiveIntegerField()
    passes = models.PositiveIntegerField()
    lanes = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)
    by_passphrase = SealedField()
    recovery_version = models.PositiveIntegerField(default=1)
    by_recovery = SealedField()
    second = SealedField(default=b"")
    wrong_tries = models.PositiveIntegerField(default=0)
    wait_until = models.DateTimeField(null=True)


class Dossier(models.Model):
    """One person's file: its public key, its ring of keys, its facts and its summary."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    created_on = models.DateField(default=today)
    generation = models.PositiveIntegerField(default=1)
    public_key = BytesField()
    ring = SealedField()
    facts = SealedField()
    facts_version = models.PositiveIntegerField(default=1)
    summary = SealedField()
    summary_version = models.PositiveIntegerField(default=1)


class Role(models.TextChoices):
    """What a member may do with the others; what they may read is a matter of keys."""

    OWNER = "owner"
    HELPER = "helper"


class Membership(models.Model):
    """Who opens a dossier: the dossier key, wrapped for that member."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="memberships")
    account = models.ForeignKey(Account, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=16, choices=Role.choices)
    granted_on = models.DateField(default=today)
    key = SealedField()

    class Meta:
        """One line for each member of each dossier."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "account"], name="one_membership"),
            models.CheckConstraint(
                condition=models.Q(role__in=[Role.OWNER, Role.HELPER]), name="known_role"
            ),
        ]


class File(models.Model):
    """A file of the dossier: where its content is, and a note (path, hash, dates)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="files")
    tag = models.CharField(max_length=64)
    blob = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    note = SealedField()

    class Meta:
        """A path stands once in a dossier (its tag is an HMAC under the dossier's ring)."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "tag"], name="one_file_per_path")
        ]


class KeptReading(models.Model):
    """What one version of the reader saw in one content; rebuildable."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="kept_readings")
    tag = models.CharField(max_length=64)
    note = SealedField()

    class Meta:
        """One result for each content and version of the reader."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "tag"], name="one_reading_per_content")
        ]


class JournalLine(models.Model):
    """One line of the journal; the number is unique, so that the chain has no fork."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="journal_lines")
    number = models.PositiveIntegerField()
    line = SealedField()

    class Meta:
        """A number is written once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "number"], name="one_line_per_number")
        ]


class Package(models.Model):
    """One version of what was generated; the note lists its files and their blobs."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="packages")
    number = models.PositiveIntegerField()
    note = SealedField()

    class Meta:
        """A version is written once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dossier", "number"], name="one_package_per_number")
        ]


class Upload(models.Model):
    """A file received and not yet filed: sealed to the dossier's public key, on disk."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="uploads")
    received_on = models.DateField(default=today)
    size = models.PositiveBigIntegerField()
    note = SealedField()
