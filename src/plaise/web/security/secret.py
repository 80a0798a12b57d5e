"""Keys of this process: gone when it stops, unless the installation gives a lasting secret."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings


def process_key(purpose: str) -> bytes:
    """A 256-bit key for one purpose.

    Without `PLAISE_SECRET` it dies with the process: what it sealed on the disk is then lost for
    everyone, and that is wanted.
    """
    secret = str(settings.SECRET_KEY).encode()
    return hmac.new(secret, f"plaise {purpose}".encode(), hashlib.sha256).digest()
