"""What two looks left in doubt: settled by a look with the better model, or left untold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from plaise.dossier import Result

from ._address import Address, lost_slash, trusted
from ._bar import find_address, unread_bars
from ._fold import squeeze
from ._page import Page
from ._rules import Facts, zone_around
from ._second_look import UNTOLD, clearer, figures, hidden
from ._two_clocks import PLAIN
from ._wording import judge

# Letters and figures at random, where no word tells a nought from an O: « FMfcgzGtwgqLxTnWkVbR ».
_CHANCE = re.compile(r"(?=\w*[a-z]\w*[A-Z]|\w*[A-Z]\w*\d\w*[A-Z])\w{14,}")
_ROUND = re.compile("[0O]")
_THIN = re.compile(r"[il1]{2}")  # letters between which a dot is lost
_CLEAR = 0.99  # when its look at a path is the best of three that differ
_DOTTED = 0.995  # how clear two names that differ by a dot must be


class Zoomed(Protocol):
    """A screen that can be looked at closer."""

    @property
    def page(self) -> Page:
        """Its first look."""

    def zones(self, zones: Iterable[tuple[float, ...]], *, fine: bool = False) -> Page:
        """Parts of it enlarged."""


def address_again(first: Facts, screen: Zoomed, zone: tuple[float, ...]) -> Facts:
    """A doubtful address read larger, then by the better model when two looks do not settle it."""
    page, enlarged = screen.page, screen.zones((zone,))
    facts = clearer(first, enlarged, page)
    told = facts.address
    if told is not None and _settled(facts):
        return replace(facts, address=_without_chance(told, screen, zone))
    fine = screen.zones((zone,), fine=True)
    again, sees = find_address(enlarged), find_address(fine)
    if sees is None or _by_a_dot(first.address, again, sees):
        return facts
    third = clearer(first, fine, page)
    if again is not None and not _settled(third):
        third = clearer(replace(first, address=again, verdict=judge(page, again)), fine, page)
    known = third.address is not None and third.address.known
    if _settled(third) or (known and not (told and told.known)):
        return third
    clear = sees.line.confidence >= _CLEAR and not _CHANCE.search(sees.path)
    clear = clear or any(_same_but_capitals(one, sees) for one in (first.address, again))
    if told is not None and told.host == sees.host and clear and not lost_slash(sees):
        return replace(facts, address=replace(sees, line=told.line))
    return facts


def _without_chance(told: Address, screen: Zoomed, zone: tuple[float, ...]) -> Address:
    """An address without the letters and figures at random that the better model does not confirm.

    No word tells there a nought from an O.
    """
    chance = None if told.known else _CHANCE.search(told.path)
    if chance is None:
        return told
    sees = None if _ROUND.search(chance[0]) else find_address(screen.zones((zone,), fine=True))
    path = f"{told.path[: chance.start()]}…"
    if sees is not None and (sees.path == told.path or _same_but_capitals(told, sees)):
        path = sees.path
    return replace(told, url=told.url.removesuffix(told.path) + path, path=path)


def _same_but_capitals(seen: Address | None, fine: Address) -> bool:
    """Whether the better model clearly read letters at random that a look saw but for capitals."""
    if seen is None or seen.host != fine.host or fine.line.confidence < PLAIN:
        return False
    chance = _CHANCE.search(fine.path)
    known = chance is not None and not _ROUND.search(chance[0])
    return known and seen.path.casefold() == fine.path.casefold()


def _settled(facts: Facts) -> bool:
    """Whether an address is told, and all of it."""
    told = facts.address
    return told is not None and told.path != UNTOLD and not lost_slash(told)


def _by_a_dot(*looks: Address | None) -> bool:
    """Whether looks at an unknown name differ by what small letters lose: « malia », « maiia ».

    When the last agrees with another, a dot is lost where two thin letters touch, and there only;
    it is settled anyway when both are very clear.
    """
    seen = [one for one in looks if one is not None]
    names = {one.host for one in seen}
    alike = len({squeeze(one) for one in names}) == 1
    if any(one.known for one in seen) or not alike or names == {seen[0].host}:
        return False
    last = seen[-1]
    twins = [one for one in seen[:-1] if one.host == last.host]
    clear = any(min(one.line.confidence, last.line.confidence) >= _DOTTED for one in twins)
    return not twins or (bool(_THIN.search(last.host)) and not clear)


def unread_address(first: Facts, screen: Zoomed) -> Facts:
    """An address that no look could make out, read by the better model.

    Told when it is a known one, or when the first look saw the same name. What it says of the page
    counts when it is clear; else it may only turn a refusal into a quotation of one.
    """
    page = screen.page
    for line in unread_bars(page):
        found = find_address(screen.zones((zone_around(line, page),), fine=True))
        if found is None or found.cut or not trusted(found):
            continue
        if found.bare and not (page.upright or found.imitates):
            continue  # a tab or a bookmark carries names as well
        if not (found.known or found.host in line.text.replace(" ", "").lower()):
            continue
        clear = found.line.confidence >= PLAIN
        verdict = judge(page, found)
        quoted = verdict.result is Result.OTHER_PAGE and verdict.warnings
        told = _with_sure_path(found, line.text)
        counts = clear or first.weak or quoted
        return replace(first, address=told, verdict=verdict if counts else first.verdict)
    return first


def _with_sure_path(address: Address, seen: str) -> Address:
    """An address whose path is told when it is clear, or its figures were seen before."""
    clear = address.line.confidence >= PLAIN
    if clear or not address.path.strip("/") or set(figures(address.path)) <= set(figures(seen)):
        return address
    return hidden(address)
