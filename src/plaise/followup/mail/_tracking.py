"""Tracking numbers of registered letters: their form, and a check digit where it is known."""

from __future__ import annotations

import re
from enum import StrEnum

from plaise.dossier import Value

from ._fold import Folded

_LA_POSTE = re.compile(r"(?<![0-9a-z])(\d[a-z]) ?(\d{3}) ?(\d{3}) ?(\d{4}) ?(\d)(?![0-9a-z])")
_S10 = re.compile(
    r"(?<![0-9a-z])([a-z]{2}) ?(\d{3}) ?(\d{3}) ?(\d{2}) ?(\d) ?([a-z]{2})(?![0-9a-z])"
)
# UPU S10: weights of the eight digits, then eleven minus the remainder (0 for 10, 5 for 11).
_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
_LONGEST = 120_000
_MODULUS, _TEN, _ELEVEN = 11, 10, 11


class TrackingForm(StrEnum):
    """The two forms that a registered letter from France carries."""

    LA_POSTE = "la_poste"
    S10 = "s10"


class Tracking(Value):
    """A tracking number as it reads.

    `checked` is True or False where the rule of the check digit is known (S10), None where only
    the form could be checked (La Poste's own numbers: the rule was not found in public).
    """

    number: str
    pretty: str
    form: TrackingForm
    checked: bool | None
    seen: str
    reference: str

    @property
    def plausible(self) -> bool:
        """Whether nothing says that it is wrong."""
        return self.checked is not False


def find_tracking(text: str) -> tuple[Tracking, ...]:
    """Every tracking number in a text, in order, each once."""
    folded = Folded(text[:_LONGEST])
    found = [
        (match.start(), _la_poste(match, folded)) for match in _LA_POSTE.finditer(folded.text)
    ] + [(match.start(), _s10(match, folded)) for match in _S10.finditer(folded.text)]
    unique = {one.number: one for _, one in sorted(found, key=lambda pair: pair[0])}
    return tuple(unique.values())


def check_tracking(text: str) -> Tracking | None:
    """The tracking number that a person typed, or None when it does not have the form of one."""
    found = find_tracking(text.strip())
    alone = re.sub(r"[\s.-]", "", text).upper()
    return found[0] if len(found) == 1 and found[0].number == alone else None


def s10_check_digit(serial: str) -> int:
    """The check digit of the eight digits of an S10 number.

    Raises:
        ValueError: the serial is not eight digits.
    """
    if not re.fullmatch(r"\d{8}", serial):
        raise ValueError("an S10 serial has eight digits")
    rest = _MODULUS - sum(int(d) * w for d, w in zip(serial, _WEIGHTS, strict=True)) % _MODULUS
    return {_TEN: 0, _ELEVEN: 5}.get(rest, rest)


def _la_poste(match: re.Match[str], folded: Folded) -> Tracking:
    parts = [part.upper() for part in match.groups()]
    return Tracking(
        number="".join(parts),
        pretty=" ".join(parts),
        form=TrackingForm.LA_POSTE,
        checked=None,
        seen=folded.exact(match.start(), match.end()),
        reference="laposte-suivi",
    )


def _s10(match: re.Match[str], folded: Folded) -> Tracking:
    service, *digits, check, country = match.groups()
    serial = "".join(digits)
    return Tracking(
        number=f"{service}{serial}{check}{country}".upper(),
        pretty=f"{service} {' '.join(digits)} {check} {country}".upper(),
        form=TrackingForm.S10,
        checked=s10_check_digit(serial) == int(check),
        seen=folded.exact(match.start(), match.end()),
        reference="upu-s10",
    )
