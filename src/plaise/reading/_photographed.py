"""What a photograph lets tell: several looks at one screen, and what they agree on.

The slow engine misreads a letter twice the same way when it looks twice at the same size; it does
not when the picture is softened, nor does another engine. What only one of them saw is not told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TypeVar

from PIL import Image

from plaise.law._doors import is_exercise_host

from ._address import Address, shaped, trusted
from ._bar import find_address
from ._clock import find_clock, is_captioned
from ._clock_face import Clock
from ._engine import SlowEngine
from ._host import lost_a_point, nearly_official
from ._photo import Photo, Read, edges, read_photo, slowly, worth_quarters
from ._rules import Facts, look, moved, worth
from ._second_look import UNTOLD
from ._two_clocks import PLAIN
from ._wording import judge

_CONTESTED = 0.6  # how sure of an address that looks read differently
_TWICE = 2  # looks that agree
_LEGIBLE = 0.95  # confidence under which one look at an address of a known shape is not enough

T = TypeVar("T", bound=Hashable)


class By(Enum):
    """How a look was taken: two of one kind are one witness."""

    ORDINARY = auto()
    SLOW = auto()
    SOFTENED = auto()
    LIGHT = auto()


@dataclass(frozen=True)
class Seen:
    """What one look gives."""

    by: By
    address: Address | None
    clock: Clock | None


def photographed(image: Image.Image, first: Facts, slow: SlowEngine, light: Read) -> Facts:
    """What the ordinary look and the slow ones say together of a picture that may be a photograph.

    Args:
        image: the whole picture.
        first: what the ordinary reading found on it.
        slow: the engine that says how lines lean.
        light: reads with the ordinary engine, for another opinion.
    """
    seen = [Seen(By.ORDINARY, first.address, first.clock)]
    photo = read_photo(image, slow)
    held = _looked(photo, seen, slow, light)
    if _lacks(held) and worth_quarters(image, photo):
        finer = _looked(read_photo(image, slow, fine=True), seen, slow, light)
        held = _joined(held, finer)
    address = told_address(seen)
    exercise = held.exercise or bool(address and is_exercise_host(address.host))
    told = replace(held, exercise=exercise)
    return replace(_joined(first, told), address=address, clock=told_clock(seen))


def _lacks(facts: Facts) -> bool:
    return facts.weak or facts.address is None or facts.address.cut or facts.clock is None


def _joined(first: Facts, again: Facts) -> Facts:
    """A second look fills the gaps of the first, and judges the page unless it saw nothing."""
    return replace(
        first,
        address=again.address or first.address,
        clock=again.clock or first.clock,
        verdict=first.verdict if again.weak else again.verdict,
        motif=again.motif or first.motif,
        exercise=first.exercise or again.exercise,
    )


def _looked(photo: Photo, seen: list[Seen], slow: SlowEngine, light: Read) -> Facts:
    """Look at a level screen, then at its bars until two looks agree; `seen` gets what each saw."""
    facts = look(photo.page)
    here = [Seen(By.SLOW, facts.address, facts.clock)]
    for by, read, soft in (
        (By.SLOW, slowly(slow), False),
        (By.SOFTENED, slowly(slow), True),
        (By.LIGHT, light, True),
    ):
        if _settled([*seen, *here]):
            break
        bars = edges(photo, read, soft=soft)
        clock = find_clock(bars)
        clock = None if clock and is_captioned(clock, photo.page) else clock
        here.append(Seen(by, find_address(bars), clock))
    address, clock = told_address(here), told_clock(here)
    if address is None:
        address = max(
            _believable(here), key=lambda one: (not one.official, worth(one)), default=None
        )
    facts = replace(facts, address=address, clock=clock, verdict=judge(photo.page, address))
    for one in here:
        placed = moved(replace(facts, address=one.address, clock=one.clock), photo.back)
        seen.append(Seen(one.by, placed.address, placed.clock))
    return moved(facts, photo.back)


def _believable(seen: Iterable[Seen]) -> list[Address]:
    """What may stand in the bar, though not told: a page is judged with it.

    Not what is left of a door's own name: a slot would be hidden by it.
    """
    read = [one.address for one in seen if one.address]
    return [one for one in read if trusted(one) and not _is_slip(one.host)]


def _settled(seen: Sequence[Seen]) -> bool:
    """Whether two kinds of looks agree already on all that a screen shows of itself."""
    address, clock = told_address(seen), told_clock(seen)
    if address is None or clock is None or address.cut or address.path == UNTOLD:
        return False
    twice = {one.by for one in seen if one.address and one.address.url == address.url}
    hours = {one.by for one in seen if one.clock and one.clock.seen == clock.seen}
    return min(len(twice), len(hours)) >= _TWICE


def told_address(seen: Iterable[Seen]) -> Address | None:
    """The address that the looks agree on; « hôte/… » when they do not agree on its path."""
    read = [(one.by, one.address) for one in seen if one.address and trusted(one.address)]
    whole = [(by, one) for by, one in read if not one.cut]
    if not whole:
        return max((one for _, one in read), key=worth, default=None)
    host = _agreed([(by, one.host) for by, one in whole]) or _only_door([one for _, one in whole])
    return _with_path([(by, one) for by, one in whole if one.host == host]) if host else None


def _only_door(read: Sequence[Address]) -> str | None:
    """The one known name among what was read, unless another look saw an imitation of it."""
    known = {one.host for one in read if one.known}
    feigned = {one.imitates for one in read if not _is_slip(one.host)}
    return known.pop() if len(known) == 1 and not known & feigned else None


def _is_slip(host: str) -> bool:
    """Whether a name is what engines make of a door's, « puy-de-dome.gou.fr »."""
    return nearly_official(host) or lost_a_point(host)


def _with_path(read: Sequence[tuple[By, Address]]) -> Address:
    """The same host's address, as far as its path was read in one way.

    Of a booking site, the readings of a known shape count alone, and one clear one is enough.
    """
    fitting = [(by, one) for by, one in read if one.known and shaped(one)]
    free = [(by, one) for by, one in read if one.path.strip("/") and one.path != UNTOLD]
    if not free:
        return max((one for _, one in read), key=worth)
    paths = {one.path for _, one in fitting or free}
    path = _agreed([(by, one.path) for by, one in fitting or free])
    if not fitting and len(paths) > 1:
        path = None
    elif fitting and len(paths) == 1 and path is None:
        clear = max(one.line.confidence for _, one in fitting) >= _LEGIBLE
        path = paths.pop() if clear else None
    same = [(by, one) for by, one in fitting or free if path in {None, one.path}]
    url = _agreed([(by, one.url) for by, one in same])
    told = max((one for _, one in same), key=lambda one: (one.url == url, worth(one)))
    if path is not None:
        return told
    url, sure = told.url.removesuffix(told.path) + UNTOLD, min(told.confidence, _CONTESTED)
    return replace(told, url=url, path=UNTOLD, confidence=sure)


def told_clock(seen: Iterable[Seen]) -> Clock | None:
    """The clock that the looks agree on, or that one of them reads clearly and none belies."""
    read = [(one.by, one.clock) for one in seen if one.clock]
    timed = [(by, one) for by, one in read if one.moment.has_time]
    dated = [(by, one) for by, one in read if one.moment.has_day]
    time = _sure([(by, one.moment.iso_time, one.confidence) for by, one in timed])
    day = _sure([(by, _day(one), one.confidence) for by, one in dated])
    fits = [_told(one, time, day) for _, one in read]
    return max(
        (one for one in fits if one.moment.has_time or one.moment.has_day),
        key=lambda one: (one.moment.has_time, one.moment.has_day, one.confidence),
        default=None,
    )


def _told(clock: Clock, time: str | None, day: tuple[int | None, ...] | None) -> Clock:
    """What one look says, without what the looks do not agree on."""
    moment = clock.moment
    if moment.iso_time != time:
        moment = replace(moment, hour=None, minute=None)
    if _day(clock) != day:
        moment = replace(moment, year=None, month=None, day=None, weekday=None, doubt=False)
    return replace(clock, moment=moment)


def _day(clock: Clock) -> tuple[int | None, ...]:
    moment = clock.moment
    return moment.year, moment.month, moment.day


def _sure(read: Sequence[tuple[By, T, float]]) -> T | None:
    agreed = _agreed([(by, value) for by, value, _ in read])
    values = {value for _, value, _ in read}
    if agreed is not None or len(values) != 1:
        return agreed
    return values.pop() if max(sure for _, _, sure in read) >= PLAIN else None


def _agreed(read: Sequence[tuple[By, T]]) -> T | None:
    """What two kinds of looks give at least, and twice as many as give anything else."""
    votes: defaultdict[T, set[By]] = defaultdict(set)
    for by, value in read:
        votes[value].add(by)
    counts = sorted(
        ((len(voters), value) for value, voters in votes.items()), key=lambda one: -one[0]
    )
    if not counts or counts[0][0] < _TWICE:
        return None
    second = counts[1][0] if len(counts) > 1 else 0
    return counts[0][1] if counts[0][0] >= _TWICE * second else None
