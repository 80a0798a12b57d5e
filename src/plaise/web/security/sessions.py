"""Web sessions whose rows nobody reads without the cookie (a Django session engine).

The row is named by a hash of the cookie and encrypted under a key made from the cookie and from
the secret of the process: neither the database nor a backup gives a session away, and a restart
of the local server ends them all.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction

from plaise.store.keys import Binding, DamagedError, open_box, seal_box
from plaise.web.models import Session

from .secret import process_key

_NOBODY = UUID(int=0)


class SessionStore(SessionBase):
    """One session."""

    def load(self) -> dict[str, Any]:
        """What the session holds; an unknown, expired or altered one starts empty."""
        key = self.session_key
        row = Session.objects.filter(pk=row_of(key), expires__gt=_now()).first() if key else None
        if key and row:
            try:
                content: dict[str, Any] = json.loads(open_box(_key(key), row.content, _bound(key)))
            except DamagedError:
                pass
            else:
                return content
        self._session_key = None
        return {}

    def exists(self, session_key: str | None = None) -> bool:
        """Whether there is such a session."""
        return bool(session_key) and Session.objects.filter(pk=row_of(session_key or "")).exists()

    def create(self) -> None:
        """Begin an empty session under a new key."""
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]  # not in the stubs
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 (Django's signature)
        """Seal and keep the session."""
        key = self.session_key
        if key is None:
            self.create()
            return
        content = self._get_session(no_load=must_create)  # type: ignore[attr-defined]  # not in the stubs
        text = json.dumps(content, separators=(",", ":"))
        sealed = seal_box(_key(key), text.encode(), _bound(key))
        expires = _now() + timedelta(seconds=self.get_expiry_age())
        if must_create:
            try:
                with transaction.atomic():
                    Session(id=row_of(key), content=sealed, expires=expires).save(force_insert=True)
            except IntegrityError as error:
                raise CreateError from error
        elif not Session.objects.filter(pk=row_of(key)).update(content=sealed, expires=expires):
            raise UpdateError

    def delete(self, session_key: str | None = None) -> None:
        """Forget the session."""
        if key := session_key or self.session_key:
            Session.objects.filter(pk=row_of(key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        """Forget what is over."""
        Session.objects.filter(expires__lte=_now()).delete()


def row_of(cookie: str) -> str:
    """The name of a session's row."""
    return hashlib.sha256(cookie.encode()).hexdigest()


def _key(cookie: str) -> bytes:
    return hmac.new(process_key("session"), cookie.encode(), hashlib.sha256).digest()


def _bound(cookie: str) -> Binding:
    return Binding(_NOBODY, "session", row_of(cookie))


def _now() -> datetime:
    return datetime.now(UTC)
