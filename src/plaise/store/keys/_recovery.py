"""The recovery code: printed once, kept on paper, typed back by hand."""

from __future__ import annotations

import hashlib
import os

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from plaise.dossier import PlaiseError

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKS_LIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})
_SECRET = 16
_DIGITS = 26
_CHECK = 4
_GROUP = 5


class RecoveryCodeError(PlaiseError):
    """The code is mistyped."""

    def __init__(self) -> None:
        super().__init__(
            "Ce code de secours comporte une faute de frappe.",
            safe="Rien n’a été modifié, et cet essai ne compte pas.",
            to_do="Recopiez les six groupes de cinq caractères, dans l’ordre, puis réessayez.",
        )


def new_code() -> str:
    """A random code: 128 bits and a checksum, as six groups of five characters.

    The alphabet is Crockford's: no letter that looks like a digit.
    """
    secret = os.urandom(_SECRET)
    text = _base32(int.from_bytes(secret, "big"), _DIGITS) + _checksum(secret)
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def key_of_code(code: str) -> bytes:
    """The 256-bit key of a code, however it was typed (case, spaces, O for 0…).

    A code is random enough to need no slow derivation.

    Raises:
        RecoveryCodeError: it is not a code that we gave.
    """
    text = "".join(sign for sign in code.upper() if sign.isalnum()).translate(_LOOKS_LIKE)
    digits, check = text[:_DIGITS], text[_DIGITS:]
    if len(digits) != _DIGITS or any(sign not in _ALPHABET for sign in digits):
        raise RecoveryCodeError
    number = 0
    for sign in digits:
        number = number * 32 + _ALPHABET.index(sign)
    if number >= 1 << (8 * _SECRET):
        raise RecoveryCodeError
    secret = number.to_bytes(_SECRET, "big")
    if check != _checksum(secret):
        raise RecoveryCodeError
    return HKDF(SHA256(), 32, None, b"plaise recovery").derive(secret)


def _checksum(secret: bytes) -> str:
    digest = hashlib.sha256(b"plaise recovery check" + secret).digest()
    return _base32(int.from_bytes(digest[:4], "big") >> 12, _CHECK)


def _base32(number: int, length: int) -> str:
    signs = []
    for _ in range(length):
        number, place = divmod(number, 32)
        signs.append(_ALPHABET[place])
    return "".join(reversed(signs))
