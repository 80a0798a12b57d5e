"""A second factor: codes of an application on the person's phone (TOTP, RFC 6238)."""

from __future__ import annotations

import hmac
import json
import os
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime

from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.twofactor.totp import TOTP

_SECRET = 20  # bytes, as RFC 4226 recommends
_DIGITS = 6
_STEP = 30  # seconds
_SLACK = 1  # steps before and after: a phone's clock is rarely exact


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one application.

    Attributes:
        secret: what the application and we share.
        last: the last time step whose code was taken: none serves twice.
    """

    secret: bytes = field(repr=False)
    last: int = 0

    @classmethod
    def new(cls) -> Codes:
        """For an application not yet set up."""
        return cls(os.urandom(_SECRET))

    @classmethod
    def decoded(cls, text: bytes) -> Codes:
        """Back from `encoded`."""
        content = json.loads(text)
        return cls(bytes.fromhex(content["secret"]), content["last"])

    def encoded(self) -> bytes:
        """To be sealed."""
        return json.dumps({"secret": self.secret.hex(), "last": self.last}).encode()

    def address(self, account: str) -> str:
        """The `otpauth:` address that the application reads from a picture."""
        return self._totp().get_provisioning_uri(account, "Plaise")

    def taken(self, code: str, now: datetime) -> Codes | None:
        """What remains once a code has served; None when it is not good, or served already."""
        typed = digits_of(code)
        if len(typed) != _DIGITS:
            return None
        present = int(now.timestamp()) // _STEP
        for step in range(max(present - _SLACK, self.last + 1), present + _SLACK + 1):
            if hmac.compare_digest(self._totp().generate(step * _STEP), typed.encode()):
                return replace(self, last=step)
        return None

    def _totp(self) -> TOTP:
        return TOTP(self.secret, _DIGITS, SHA1(), _STEP)  # noqa: S303 (what applications know)


def digits_of(typed: str) -> str:
    """The digits of what was typed, whatever their script and what stands between them."""
    return "".join(str(unicodedata.decimal(sign)) for sign in typed if sign.isdecimal())


def key_for_codes(private: bytes) -> bytes:
    """The key under which a member's codes are sealed."""
    return HKDF(SHA256(), 32, None, b"plaise second factor").derive(private)
