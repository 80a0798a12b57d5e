"""All the secrets of one dossier, and what they open."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from dataclasses import dataclass, field
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from ._aead import Binding, DamagedError, open_box, seal_box
from ._agreement import KEY, KeyPair

_GENERATION = 2
_PADDING = 64
_END = b"\x80"


@dataclass(frozen=True, slots=True)
class Ring:
    """The keys of a dossier, generation by generation.

    The key of the current generation is the dossier key: it alone is wrapped for the members, and
    it opens the rest. A revocation begins a new generation: what is written from then on is closed
    to whoever left, and what was written before stays readable to those who remain.

    Attributes:
        dossier: the dossier's identifier.
        keys: the 256-bit keys, oldest first; generations count from 1.
        pairs: the X25519 private keys that uploads are sealed to, likewise.
        naming: the secret under which contents and names become tags, the same for good.
    """

    dossier: UUID
    keys: tuple[bytes, ...] = field(repr=False)
    pairs: tuple[bytes, ...] = field(repr=False)
    naming: bytes = field(repr=False)
    _derived: dict[tuple[int, str], bytes] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @classmethod
    def new(cls, dossier: UUID) -> Ring:
        """A random ring for a new dossier."""
        return cls(dossier, (os.urandom(KEY),), (os.urandom(KEY),), os.urandom(KEY))

    @property
    def generation(self) -> int:
        """The current generation, from 1."""
        return len(self.keys)

    @property
    def pair(self) -> KeyPair:
        """The pair that uploads are sealed to now."""
        return KeyPair.of(self.pairs[-1])

    def renewed(self) -> Ring:
        """The ring with one more generation."""
        return Ring(
            self.dossier,
            (*self.keys, os.urandom(KEY)),
            (*self.pairs, os.urandom(KEY)),
            self.naming,
        )

    def seal(self, kind: str, plaintext: bytes, name: str = "", version: int = 1) -> bytes:
        """Encrypt under the current generation; `kind`, `name` and `version` are bound in."""
        key = self._key(self.generation, kind)
        sealed = seal_box(key, plaintext, Binding(self.dossier, kind, name, version))
        return self.generation.to_bytes(_GENERATION, "big") + sealed

    def open(self, kind: str, sealed: bytes, name: str = "", version: int = 1) -> bytes:
        """Decrypt what `seal` made, in this generation or before.

        Raises:
            DamagedError: it is not the ciphertext of that object.
        """
        generation = int.from_bytes(sealed[:_GENERATION], "big")
        if not 1 <= generation <= self.generation:
            raise DamagedError
        key = self._key(generation, kind)
        binding = Binding(self.dossier, kind, name, version)
        return open_box(key, sealed[_GENERATION:], binding)

    def seal_note(self, kind: str, plaintext: bytes, name: str = "", version: int = 1) -> bytes:
        """As `seal`, for short texts: padded, so that a length does not tell a nationality."""
        short = -(len(plaintext) + 1) % _PADDING
        return self.seal(kind, plaintext + _END + bytes(short), name, version)

    def open_note(self, kind: str, sealed: bytes, name: str = "", version: int = 1) -> bytes:
        """Decrypt what `seal_note` made; raises as `open`."""
        return self.open(kind, sealed, name, version).rpartition(_END)[0]

    def tag(self, kind: str, text: str) -> str:
        """A name that says nothing without the ring, always the same for the same text."""
        message = kind.encode() + b"\0" + text.encode()
        return hmac.new(self.naming, message, hashlib.sha256).hexdigest()

    def _key(self, generation: int, kind: str) -> bytes:
        """The key of a kind of thing; derived once, forgotten with the ring."""
        place = (generation, kind)
        if place not in self._derived:
            self._derived[place] = _derive(self.keys[generation - 1], kind)
        return self._derived[place]

    def closed(self) -> bytes:
        """Everything but the dossier key, encrypted under it."""
        inside = {
            "keys": [key.hex() for key in self.keys[:-1]],
            "pairs": [pair.hex() for pair in self.pairs],
            "naming": self.naming.hex(),
        }
        key = _derive(self.keys[-1], "ring")
        binding = Binding(self.dossier, "ring", version=self.generation)
        return seal_box(key, json.dumps(inside).encode(), binding)

    @classmethod
    def opened(cls, dossier: UUID, closed: bytes, key: bytes, generation: int) -> Ring:
        """The ring again, from the dossier key.

        Raises:
            DamagedError: another key, or another generation.
        """
        binding = Binding(dossier, "ring", version=generation)
        inside = json.loads(open_box(_derive(key, "ring"), closed, binding))
        return cls(
            dossier,
            (*(bytes.fromhex(older) for older in inside["keys"]), key),
            tuple(bytes.fromhex(pair) for pair in inside["pairs"]),
            bytes.fromhex(inside["naming"]),
        )


def _derive(key: bytes, kind: str) -> bytes:
    """One key per kind of thing, so that no nonce is ever shared between kinds."""
    return HKDFExpand(SHA256(), KEY, b"plaise data " + kind.encode()).derive(key)
