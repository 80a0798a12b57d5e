"""Keys and ciphers of the encrypted store: plain functions on bytes, no framework, no disk."""

from ._aead import Binding, DamagedError, open_box, seal_box
from ._agreement import KeyPair, public_of, unwrap, wrap
from ._passphrase import USUAL, Cost, derive, normalise
from ._recovery import RecoveryCodeError, key_of_code, new_code
from ._ring import Ring
from ._second import Codes, digits_of, key_for_codes
from ._session import LockedError, Unlocked, join_key, split_key
from ._stream import TooLargeError, open_stream, seal_stream

__all__ = [
    "USUAL",
    "Binding",
    "Codes",
    "Cost",
    "DamagedError",
    "KeyPair",
    "LockedError",
    "RecoveryCodeError",
    "Ring",
    "TooLargeError",
    "Unlocked",
    "derive",
    "digits_of",
    "join_key",
    "key_for_codes",
    "key_of_code",
    "new_code",
    "normalise",
    "open_box",
    "open_stream",
    "public_of",
    "seal_box",
    "seal_stream",
    "split_key",
    "unwrap",
    "wrap",
]
