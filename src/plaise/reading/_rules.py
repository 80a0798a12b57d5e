"""Every rule applied to one pass of the engine, then to a second one where the first has gaps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median

from rapidfuzz import fuzz

from plaise.dossier import Private, Result
from plaise.law._doors import is_exercise_host

from ._address import Address, doubtful, shaped, trusted
from ._bar import find_address, named_by_box
from ._clock import find_clock, is_captioned
from ._clock_face import Clock
from ._engine import Line
from ._fold import squeeze
from ._motif import find_motif
from ._page import Page, hull, same_row
from ._private import find_private
from ._two_clocks import richer
from ._wording import Verdict, body_of, judge

_BANNER = squeeze("EXERCICE – site d’entraînement Plaise")
_REST = 0.35  # share of the width where the rest of an address can stand
_PIECES = 4  # heights between two pieces of one address, a lost piece between them
_TINY = 0.0085  # of the width: what the first look hardly sees
_ALIKE = 70  # of 100: the engine may cut the line in pieces and lose some


@dataclass(frozen=True)
class Facts:
    """What the lines of a picture say."""

    address: Address | None
    clock: Clock | None
    verdict: Verdict
    motif: tuple[Line, ...]
    exercise: bool
    private: tuple[Private, ...] = ()
    lines: tuple[Line, ...] = ()

    @property
    def weak(self) -> bool:
        """Whether nothing was recognised, and nothing said against the page either.

        An address that is not the State's settles it: whatever stands there does not count.
        """
        verdict = self.verdict
        if self.address is not None and not self.address.official:
            return False
        return verdict.result is Result.UNREADABLE or (
            verdict.result is Result.OTHER_PAGE
            and not verdict.match
            and (verdict.unsure or not verdict.warnings)
        )


# Left, top, right, bottom: shares of the width and of the screen's height (see `Screen.zones`).
_ADDRESS, _ADDRESS_LOW = (0.0, 0.0, 0.75, 0.22), (0.0, -0.2, 1.0, 0.0)
_BODY = (0.0, 0.05, 1.0, -0.05)
_LEFT_CORNER = (0.0, -0.09, 0.4, 0.0)
_CORNER, _MENU_BAR, _STATUS = (0.6, -0.09, 1.0, 0.0), (0.35, 0.0, 1.0, 0.05), (0.0, 0.0, 1.0, 0.07)
CLOCKS = frozenset((_LEFT_CORNER, _CORNER, _MENU_BAR, _STATUS))


def zones_lacking(facts: Facts, *, upright: bool) -> tuple[tuple[float, ...], ...]:
    """The parts of a screen that a second look should enlarge, for what the first did not find."""
    zones = []
    held = facts.address
    if held is None or held.bare or held.titled or (held.cut and not upright):
        zones += [_ADDRESS, _ADDRESS_LOW] if upright else [_ADDRESS]
    if _clock_lacks(facts.clock, upright=upright):
        zones += [_STATUS] if upright else [_CORNER, _MENU_BAR]
        if facts.clock is not None and facts.clock.mirrored:
            zones.append(_LEFT_CORNER)
    if facts.weak and _is_tiny(facts) and not upright:
        zones.append(_BODY)
    return tuple(zones)


def _clock_lacks(clock: Clock | None, *, upright: bool) -> bool:
    """Whether a second look at the clock can bring something.

    A phone shows no day: of 570 clear hours, the second look changed none.
    """
    if clock is None or clock.doubtful:
        return True
    return not (clock.moment.has_day or upright)


def _is_tiny(facts: Facts) -> bool:
    """Whether letters are too small for the first look, on a screen of very many points."""
    width = max((line.right for line in facts.lines), default=0)
    heights = [line.box.height for line in facts.lines]
    return bool(heights) and median(heights) < _TINY * width


def address_zone(facts: Facts, page: Page) -> tuple[float, ...] | None:
    """Where a doubtful address stands, to be read again larger."""
    if facts.address is None or not doubtful(facts.address):
        return None
    return zone_around(facts.address.line, page, whole=trusted(facts.address))


def zone_around(line: Line, page: Page, *, whole: bool = True) -> tuple[float, ...]:
    """The zone of an address of which a line was seen; `whole`: its beginning is there."""
    chain = _chain(line, page)
    box = hull(chain)
    before = box.height
    if len(chain) == 1 and not whole:
        before = round(0.4 * page.width)
    after = round(_REST * page.width)  # its end may not have been seen either
    left, right = max(0, box.x - before), min(page.width, box.x + box.width + after)
    top, bottom = max(0, box.y - 0.6 * box.height), box.y + 1.6 * box.height
    return left / page.width, top / page.screen, right / page.width, bottom / page.screen


def _chain(line: Line, page: Page) -> list[Line]:
    """The pieces into which an engine may have cut an address, side by side."""
    chain = [line]
    row = [one for one in page.lines if one is not line and same_row(one, line)]
    grown = True
    while grown:
        box = hull(chain)
        reach = _PIECES * line.box.height
        near = [
            one for one in row
            if one not in chain
            and one.box.x - box.x - box.width < reach
            and box.x - one.right < reach
        ]  # fmt: skip
        chain += near
        grown = bool(near)
    return chain


def look(page: Page) -> Facts:
    """Apply every rule to the lines of one pass."""
    address = find_address(page)
    if address is not None and address.cut:
        address = named_by_box(page, address)
    return Facts(
        address=address,
        clock=find_clock(page),
        verdict=judge(page, address),
        motif=find_motif(body_of(page, address)),
        exercise=_bannered(page) or bool(address and is_exercise_host(address.host)),
        private=find_private(page, address),
        lines=page.lines,
    )


def _bannered(page: Page) -> bool:
    """Whether the practice site's banner is on the page, read whole or in pieces."""
    if _BANNER in page.text:
        return True
    for line in page.lines:
        if "exercice" in squeeze(line.text):
            row = sorted(
                (one for one in page.lines if same_row(line, one)), key=lambda one: one.box.x
            )
            if fuzz.ratio(_BANNER, squeeze("".join(one.text for one in row))) >= _ALIKE:
                return True
    return False


def complete(first: Facts, zones: Page, page: Page) -> Facts:
    """Fill the gaps of a first look with enlarged parts; what was found first stays.

    An address found only now is judged with the whole page: it may turn a refusal into a
    quotation of one, never the contrary.
    """
    address, verdict = first.address, first.verdict
    again = find_address(zones)
    if again is not None and address is None and again.bare and not _seen(again, page):
        again = None
    if again is not None and (address is None or _fuller(again, address)):
        judged = judge(page, again)
        quoted = judged.result is Result.OTHER_PAGE and judged.warnings and not judged.unsure
        if first.weak or quoted or address is not None:
            verdict = judged
        address = again
    elif again is None and address is not None and address.bare:
        address, verdict = None, unnamed(first.verdict, page)
    if first.weak and _is_tiny(first) and not page.upright:
        larger = judge(zones, address)
        verdict = larger if larger.match else verdict
    second = find_clock(zones)
    second = None if second and is_captioned(second, page) else second
    clock = richer(first.clock, second)
    if first.clock is not None and first.clock.short and second is None:
        clock = None  # nothing confirms that no figure was lost
    exercise = first.exercise or bool(address and is_exercise_host(address.host))
    return replace(first, address=address, clock=clock, verdict=verdict, exercise=exercise)


def _seen(name: Address, page: Page) -> bool:
    """Whether the first look saw a lone name as well: enlarged, two of them may touch."""
    return any(name.host_shown in line.text.replace(" ", "").lower() for line in page.lines)


def unnamed(held: Verdict, page: Page) -> Verdict:
    """What a page is once the name over it proved a tab’s; a refusal needs its own place."""
    verdict = judge(page, None)
    return held if verdict.result is Result.REFUSAL else verdict


def _fuller(again: Address, address: Address) -> bool:
    """Whether a bar was read at last, where a name alone (a tab's, a bookmark's) had been."""
    if address.bare and again.bare and squeeze(address.host) == squeeze(again.host):
        return again.line.confidence > address.line.confidence  # « cllents.boursobank.com »
    pairs = ((address.bare, again.bare), (address.titled, again.titled), (address.cut, again.cut))
    return any(before and not after for before, after in pairs)


def worth(address: Address) -> tuple[bool, bool, bool, bool, int, float]:
    """What makes one reading of an address better than another, most telling first."""
    return (
        trusted(address), address.known, shaped(address), not doubtful(address), len(address.path),
        address.line.confidence,
    )  # fmt: skip


def moved(facts: Facts, back: Callable[[Line], Line]) -> Facts:
    """The same facts, their lines placed elsewhere (a cut of a picture put back in it)."""

    def move(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return tuple(back(line) for line in lines)

    address, clock, verdict = facts.address, facts.clock, facts.verdict
    match = verdict.match and replace(verdict.match, lines=move(verdict.match.lines))
    return replace(
        facts,
        address=address and replace(address, line=back(address.line)),
        clock=clock and replace(clock, lines=move(clock.lines)),
        verdict=replace(verdict, match=match, lines=move(verdict.lines)),
        motif=move(facts.motif),
    )


def without_address(facts: Facts) -> Facts:
    """What is left when the address cannot be believed: better missing than wrong."""
    return replace(facts, address=None)


def look_again(first: Facts, page: Page) -> Facts:
    """Judge a page where nothing was recognised by a look at another scale."""
    second = look(page)
    address = first.address or second.address
    verdict = judge(page, address)
    told = verdict.match or verdict.warnings or not first.verdict.unsure
    return replace(
        first,
        address=address if address is first.address or (address and address.known) else None,
        clock=richer(first.clock, second.clock),
        verdict=verdict if told else first.verdict,
        motif=first.motif or second.motif,
        exercise=first.exercise or second.exercise,
    )
