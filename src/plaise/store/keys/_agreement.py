"""A key given to someone who has a public key: X25519, ephemeral to static, then HKDF."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ._aead import Binding, DamagedError, open_box, seal_box

KEY = 32


@dataclass(frozen=True, slots=True)
class KeyPair:
    """An X25519 pair, raw 32-byte keys."""

    private: bytes = field(repr=False)
    public: bytes

    @classmethod
    def new(cls) -> KeyPair:
        """A random pair."""
        return cls.of(os.urandom(KEY))

    @classmethod
    def of(cls, private: bytes) -> KeyPair:
        """The pair of a private key."""
        return cls(private, public_of(private))


def public_of(private: bytes) -> bytes:
    """The public key of a private one."""
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def wrap(key: bytes, public: bytes, binding: Binding) -> bytes:
    """Encrypt a key so that only the holder of `public`'s private key reads it."""
    ephemeral = KeyPair.new()
    shared = shared_key(ephemeral.private, public, ephemeral.public + public, b"wrap")
    return ephemeral.public + seal_box(shared, key, binding)


def unwrap(wrapped: bytes, private: bytes, binding: Binding) -> bytes:
    """Decrypt what `wrap` made.

    Raises:
        DamagedError: another holder's, altered, or bound to something else.
    """
    ephemeral, sealed = wrapped[:KEY], wrapped[KEY:]
    shared = shared_key(private, ephemeral, ephemeral + public_of(private), b"wrap")
    return open_box(shared, sealed, binding)


def shared_key(private: bytes, public: bytes, salt: bytes, purpose: bytes) -> bytes:
    """The key that two pairs share for one purpose; `salt` holds both public keys.

    Raises:
        DamagedError: the public key is not one (a point that gives away the secret).
    """
    try:
        secret = X25519PrivateKey.from_private_bytes(private).exchange(
            X25519PublicKey.from_public_bytes(public)
        )
    except ValueError as error:
        raise DamagedError("Une clé") from error
    return HKDF(SHA256(), KEY, salt, b"plaise " + purpose).derive(secret)
