"""What the app keeps besides the store: web sessions, sealed."""

from __future__ import annotations

from django.db import models

from plaise.store.database.models import SealedField


class Session(models.Model):
    """A web session: its content opens with the cookie alone, of which only a hash stands here."""

    id = models.CharField(max_length=64, primary_key=True)
    content = SealedField()
    expires = models.DateTimeField(db_index=True)
