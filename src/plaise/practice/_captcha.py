"""A security picture of our own: readable by a person, drawn without any outside service."""

from __future__ import annotations

import hashlib
import hmac
import random
import secrets

_LETTERS = "ACEFHJKLMNPRTUVWXY347"
_LENGTH = 6


class Captcha:
    """Codes derived from a token, so that the site keeps no session."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(16)

    def token(self) -> str:
        """A fresh token, to be put in the form."""
        return secrets.token_hex(8)

    def code(self, token: str) -> str:
        """The code that the picture of that token shows."""
        digest = hmac.digest(self._key, token.encode(), "sha256")
        return "".join(_LETTERS[byte % len(_LETTERS)] for byte in digest[:_LENGTH])

    def accepts(self, token: str, answer: str) -> bool:
        """Whether the answer is the code, whatever the case and spaces."""
        return "".join(answer.split()).upper() == self.code(token)

    def picture(self, token: str) -> str:
        """The picture, as an SVG element."""
        seed = hashlib.sha256(token.encode()).digest()
        draw = random.Random(seed)  # noqa: S311 (a drawing, not a secret)
        lines = "".join(_line(draw) for _ in range(5))
        letters = "".join(_letter(draw, at, char) for at, char in enumerate(self.code(token)))
        return (
            '<svg class="captcha" viewBox="0 0 220 70" width="220" height="70" role="img" '
            'aria-label="Image du code de sécurité">'
            f'<rect width="220" height="70" fill="#eef3ee"/>{lines}{letters}</svg>'
        )


def _line(draw: random.Random) -> str:
    y1, y2 = draw.randint(5, 65), draw.randint(5, 65)
    return f'<line x1="0" y1="{y1}" x2="220" y2="{y2}" stroke="#8aa394" stroke-width="1.5"/>'


def _letter(draw: random.Random, at: int, char: str) -> str:
    x, y = 22 + at * 31, draw.randint(42, 54)
    turn = draw.randint(-24, 24)
    return (
        f'<text x="{x}" y="{y}" font-family="serif" font-size="36" fill="#23402f" '
        f'transform="rotate({turn} {x + 10} {y - 12})">{char}</text>'
    )
