"""AES-256-GCM with what the ciphertext belongs to bound into it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from plaise.dossier import PlaiseError

_FORMAT = b"\x01"
_NONCE = 12
_HEADER = len(_FORMAT) + _NONCE


class DamagedError(PlaiseError):
    """A ciphertext is not the one that was written there: altered, moved, or another key's."""

    def __init__(self, what: str = "Une donnée chiffrée") -> None:
        super().__init__(
            f"{what} ne peut pas être déchiffrée : elle a été modifiée, déplacée ou abîmée.",
            safe="Le reste du dossier n’a pas été touché.",
            to_do="Reprenez une sauvegarde, ou montrez ce message à la personne qui vous aide.",
        )


@dataclass(frozen=True, slots=True)
class Binding:
    """What a ciphertext is: moved to another place, it no longer opens.

    Attributes:
        owner: the dossier (or the account) that it belongs to.
        kind: `facts`, `blob`, `journal`…
        object: the object's identifier inside its kind.
        version: counts the rewritings of a mutable object, from 1.
    """

    owner: UUID
    kind: str
    object: str = ""
    version: int = 1

    def encoded(self) -> bytes:
        """One unambiguous form: each part with its length."""
        parts = (
            b"plaise",
            self.owner.bytes,
            self.kind.encode(),
            self.object.encode(),
            self.version.to_bytes(8, "big"),
        )
        return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def seal_box(key: bytes, plaintext: bytes, binding: Binding) -> bytes:
    """Encrypt under a 256-bit key; 29 bytes longer than the plaintext.

    The nonce is random: a key serves far fewer than the 2³² messages that this allows
    (NIST SP 800-38D, 8.3).
    """
    nonce = os.urandom(_NONCE)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, plaintext, binding.encoded())


def open_box(key: bytes, sealed: bytes, binding: Binding) -> bytes:
    """Decrypt what `seal_box` made.

    Raises:
        DamagedError: wrong key, altered bytes, or something else than `binding` says.
    """
    if sealed[:1] != _FORMAT or len(sealed) < _HEADER:
        raise DamagedError
    try:
        return AESGCM(key).decrypt(sealed[1:_HEADER], sealed[_HEADER:], binding.encoded())
    except InvalidTag as error:
        raise DamagedError from error
