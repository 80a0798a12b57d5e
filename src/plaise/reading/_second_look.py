"""A doubtful address looked at twice: which of the two readings is told, and how much of it."""

from __future__ import annotations

import re
from dataclasses import replace

from rapidfuzz.distance import OSA

from plaise.dossier import Result
from plaise.law._doors import is_exercise_host

from ._address import Address, shaped, trusted
from ._bar import find_address
from ._fold import squeeze
from ._host import is_scrap, lost_a_point, mend_path, misread_twice, nearly_official
from ._page import Page
from ._rules import Facts, unnamed, without_address, worth
from ._two_clocks import PLAIN
from ._wording import judge

UNTOLD = "/…"  # a path that was read in two ways
_BOOKING = re.compile(r"/(?:index\.php/)?(?:booking|rdvpref)/", re.IGNORECASE)
_MARKS = re.compile(r"[._~-]")  # what engines lose between two words
_FAR, _FAR_PATH = 0.03, 0.02  # between two confidences, for a name and for what follows it
_SURE = 0.95
_ICONS = frozenset("0123456789o")  # what a round icon is read as
_TWICE_MISREAD = 0.6  # how sure of a name that no look gave, and that both miss by one letter


def clearer(first: Facts, enlarged: Page, page: Page) -> Facts:
    """The facts after a second look at a doubtful address.

    What two looks do not settle of its path is left: « …/demarche/4680/creveaw » keeps its host
    and says that the rest is not told.
    """
    held, again = first.address, find_address(enlarged)
    if held is None:
        return first
    if again is not None:
        held, again = _without_icon(held, again), _without_icon(again, held)
        first = replace(first, address=held)
    found = _one_host(first, again, page)
    told = found.address
    if told is None or not told.path.strip("/") or told.path.endswith("…"):
        return found
    if _path_settled(told, held, again):
        return found
    return replace(found, address=hidden(told))


def hidden(address: Address) -> Address:
    """An address of which only the host is told."""
    return replace(address, url=address.url.removesuffix(address.path) + UNTOLD, path=UNTOLD)


def _without_icon(one: Address, other: Address) -> Address:
    """A name without the figure or the O before it, an icon that the other look did not see so."""
    glued = one.host_shown[:1] in _ICONS and "//" not in one.url
    if not glued or one.known or one.host_shown[1:] != other.host_shown:
        return one
    return replace(one, url=one.url[1:], host=other.host, host_shown=one.host_shown[1:])


def _path_settled(told: Address, held: Address, again: Address | None) -> bool:
    """Whether what follows a host can be told as read.

    A booking page's address whose words could not be made out has its number misread as well.
    """
    looks = [one for one in (held, again) if one is not None]
    sure = [one.line.confidence for one in looks if one.path == told.path]
    clear = max(sure, default=0.0) >= PLAIN
    if told.known and not shaped(told) and _BOOKING.match(told.path):
        return clear
    if again is None:
        return clear
    if held.path == again.path or _continues(told.path, held.path, again.path):
        return True
    if _loses_marks(told.path, held.path, again.path):
        return True
    if told.known and shaped(told) and figures(held.path) == figures(again.path):
        return True
    other = [one.line.confidence for one in looks if one.path != told.path]
    best = max(sure, default=0.0)
    return told.known and best >= _SURE and best - max(other, default=0.0) > _FAR_PATH


def _loses_marks(told: str, *paths: str) -> bool:
    """Whether other looks differ by marks that they lost: « prefectures 6671234 3224.html »."""
    plain = _MARKS.sub("", told)
    return all(_MARKS.sub("", one) == plain and len(one) <= len(told) for one in paths)


def figures(path: str) -> list[str]:
    """The numbers of a path, in order."""
    return re.findall(r"\d+", path)


def _continues(told: str, *paths: str) -> bool:
    """Whether a path goes on where another look stopped, at a letter half hidden."""
    return all(
        told == one or (len(told) > len(one) + 1 and told.startswith(one[:-1])) or told == f"{one}/"
        for one in paths
    )


def _one_host(first: Facts, again: Address | None, page: Page) -> Facts:
    """Take the enlarged reading of a doubtful address, when it is the better of the two.

    When it leads elsewhere, the whole page is judged anew.
    """
    held = first.address
    if held is None:
        return first
    guessed = lost_a_point(held.host)
    if guessed and again is not None and _sees_the_point(again):
        return _better(first, replace(again, confidence=_TWICE_MISREAD), page)
    nearly = nearly_official(held.host) and (again is None or not again.known)
    if again is not None and nearly and (door := misread_twice(held.host, again.host)):
        return _as_door(first, door, page)
    if again is None or guessed or nearly or not (trusted(again) or trusted(held)):
        return _alone(first, page, believed=not (guessed or nearly))
    if not (held.known or again.known) and (trusted(held) or trusted(again)):
        return _one_of(first, again, page)
    return _better(first, again, page)


def _sees_the_point(again: Address) -> bool:
    """Whether a clear second look gives a known name as it is: engines lose points, invent none."""
    clear = again.line.confidence >= PLAIN
    return again.known and not again.cut and clear and again.confidence == again.line.confidence


def _better(first: Facts, again: Address, page: Page) -> Facts:
    held = first.address
    if held is None:
        return first
    better = worth(again) > worth(held)
    same = again.host == held.host
    if not (better and (same or not held.known)) and trusted(held):
        return first if same else _unsettled(first, page)
    chosen = replace(again, line=held.line)
    if (again.host, again.path) == (held.host, held.path):
        return replace(first, address=chosen)
    exercise = first.exercise or is_exercise_host(again.host)
    return replace(first, address=chosen, verdict=judge(page, chosen), exercise=exercise)


def _alone(first: Facts, page: Page, *, believed: bool) -> Facts:
    """A name that nothing confirms: kept when it can be believed, else the page without it.

    A page that offers a slot is not hidden by what is left of the name of its own site.
    """
    held = first.address
    if held is None:
        return first
    if believed and trusted(held) and (held.known or held.imitates is None):
        return first
    rest = without_address(first)
    if is_scrap(held.host) or nearly_official(held.host):
        return replace(rest, verdict=unnamed(first.verdict, page))
    return rest


def _as_door(first: Facts, door: str, page: Page) -> Facts:
    """The known door that two looks miss by one letter each, not by the same one."""
    held = first.address
    if held is None:
        return first
    shown = f"www.{door}" if held.host_shown.startswith("www.") else door
    path = mend_path(held.path)
    chosen = replace(
        held,
        url=held.url.removesuffix(held.path).removesuffix(held.host_shown) + shown + path,
        host=door, host_shown=shown, path=path, known=True, imitates=None,
        confidence=_TWICE_MISREAD,
    )  # fmt: skip
    exercise = first.exercise or is_exercise_host(door)
    return replace(first, address=chosen, verdict=judge(page, chosen), exercise=exercise)


def _one_of(first: Facts, again: Address, page: Page) -> Facts:
    """Two names that nobody knows: the one that is far surer, else neither.

    Two looks that agree tell an imitation, not a known name badly read.
    """
    held = first.address
    if held is None:
        return first
    if held.host == again.host:
        return replace(first, address=_fuller_path(held, again))
    if held.imitates and squeeze(held.host) == squeeze(again.host):  # « lnterieur-gouv.com »
        door = held.imitates
        name = min((held, again), key=lambda one: OSA.distance(one.host, door))
        return replace(first, address=replace(name, line=held.line))
    for chosen, other in ((held, again), (again, held)):
        more = chosen.line.confidence - other.line.confidence
        lost = more > 0 and _lost_a_letter(chosen.host, other.host)
        far = more > _FAR or lost or not trusted(other)
        if trusted(chosen) and chosen.line.confidence >= PLAIN and far:
            return replace(first, address=replace(chosen, line=held.line))
    verdict = judge(page, None)
    if not (held.imitates and verdict.result is Result.OUTAGE):
        verdict = first.verdict
    return replace(first, address=None, verdict=verdict)


def _lost_a_letter(name: str, other: str) -> bool:
    """Whether another look at a name left one letter out, as engines do: « f.wikipedia.org »."""
    return len(other) == len(name) - 1 and OSA.distance(name, other) == 1


def _fuller_path(held: Address, again: Address) -> Address:
    """Of two looks at one unknown name, the one that goes on, else the surer."""
    for one, other in ((held, again), (again, held)):
        if one.path != other.path and _continues(one.path, other.path):
            return replace(one, line=held.line)
    return replace(max(held, again, key=lambda one: one.line.confidence), line=held.line)


def _unsettled(first: Facts, page: Page) -> Facts:
    """Two looks give two hosts, none of them known for sure: an outage needs no address to be one.

    A refusal never stands without the address that was doubted.
    """
    held = first.address
    if held is None or held.known or held.line.confidence >= _SURE:
        return first
    verdict = judge(page, None)
    if verdict.result is not Result.OUTAGE:
        return first
    return replace(first, address=None, verdict=verdict)
