"""From a passphrase to a key, slowly."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from argon2.low_level import Type, hash_secret_raw

SALT = 16
_KEY = 32


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs.

    Attributes:
        memory: in KiB.
        passes: over that memory.
        lanes: computed side by side.
    """

    memory: int
    passes: int
    lanes: int


# RFC 9106, section 4, second recommended option. bench/keys.py, two cores of 2026: 0.12 s, 0.4 s
# when they are busy. 256 MiB took 0.5 to 0.8 s and four members at once would fill a small server.
USUAL = Cost(memory=64 * 1024, passes=3, lanes=4)


def normalise(passphrase: str) -> bytes:
    """The bytes of a passphrase: the same whatever the keyboard that composed the accents."""
    return unicodedata.normalize("NFKC", passphrase).encode()


def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """The 256-bit key of a passphrase (Argon2id, RFC 9106)."""
    return hash_secret_raw(
        normalise(passphrase),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory,
        parallelism=cost.lanes,
        hash_len=_KEY,
        type=Type.ID,
    )
