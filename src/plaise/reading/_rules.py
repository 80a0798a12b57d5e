"""Every rule applied to one pass of the engine, then to a second one where the first has gaps."""

from __future__ import annotations

from dataclasses import dataclass

from plaise.dossier import Result
from plaise.law._doors import is_exercise_host

from ._address import Address, find_address
from ._clock import Clock, find_clock
from ._engine import Line
from ._fold import squeeze
from ._motif import find_motif
from ._page import Page
from ._wording import Verdict, body_of, judge

_BANNER = squeeze("EXERCICE – site d’entraînement")


@dataclass(frozen=True)
class Facts:
    """What the lines of a picture say."""

    address: Address | None
    clock: Clock | None
    verdict: Verdict
    motif: tuple[Line, ...]
    exercise: bool

    @property
    def gaps(self) -> bool:
        """Whether a second look could still find something."""
        return (
            self.address is None
            or self.clock is None
            or not self.clock.moment.has_day
            or self._weak
        )

    @property
    def _weak(self) -> bool:
        """Whether nothing was recognised, and nothing said against the page either."""
        verdict = self.verdict
        return verdict.result is Result.UNREADABLE or (
            verdict.result is Result.OTHER_PAGE and not verdict.match and not verdict.warnings
        )


def look(page: Page) -> Facts:
    """Apply every rule to the lines of one pass."""
    address = find_address(page)
    return Facts(
        address=address,
        clock=find_clock(page),
        verdict=judge(page, address),
        motif=find_motif(body_of(page, address)),
        exercise=_BANNER in page.text or bool(address and is_exercise_host(address.host)),
    )


def complete(first: Facts, page: Page) -> Facts:
    """Fill the gaps of a first pass with a second one; what was found first stays.

    An address found only now is judged with the page: it may turn a refusal into a quotation of
    one, never the contrary.
    """
    second = look(page)
    address = first.address or second.address
    verdict = first.verdict
    if first._weak:
        verdict = judge(page, address)
    elif first.address is None and address is not None:
        again = judge(page, address)
        if again.result is Result.OTHER_PAGE and again.warnings:
            verdict = again
    return Facts(
        address=address,
        clock=_richer(first.clock, second.clock),
        verdict=verdict,
        motif=first.motif or second.motif,
        exercise=first.exercise or second.exercise,
    )


def _richer(first: Clock | None, second: Clock | None) -> Clock | None:
    if first is None or second is None:
        return first or second
    same = first.moment.iso_time == second.moment.iso_time
    return second if same and second.moment.has_day and not first.moment.has_day else first
