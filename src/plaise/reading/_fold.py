"""Text reduced to what OCR rarely gets wrong."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TWINS = str.maketrans({"l": "i", "1": "i", "|": "i", "0": "o", "5": "s", "8": "b"})

_BARS = str.maketrans(dict.fromkeys("∥‖∣│｜", "l"))  # « I∥ n’y a plus »


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Lower case, without accents; spaces, digits and punctuation kept."""
    decomposed = unicodedata.normalize(
        "NFKD", text.translate(_BARS).replace("œ", "oe").replace("Œ", "OE")
    )
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return plain.lower().replace("’", "'")


@lru_cache(maxsize=8192)
def squeeze(text: str) -> str:
    """Letters and digits only, folded, with the shapes that OCR confuses made one."""
    letters = re.sub(r"[^a-z0-9|]", "", fold(text))
    return letters.translate(_TWINS).replace("rn", "m")
