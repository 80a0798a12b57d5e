"""A passage of French as the core made it, split again into the sentences that it was made of.

The core speaks French, whole: « Du 1er mars 2026 au 9 mars 2026 : 8 jours… C’est trop court… ».
Another language needs each sentence without its values. They are all known (`spoken_sources`), and
what a hole may hold is in its name (`plaise.readiness`), so that a passage has one way to be read:
the one that leaves the fewest letters unexplained.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from .spoken import nameless

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
DAY = re.compile(rf"(?P<day>1er|\d{{1,2}}) (?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})")
_HOLE = re.compile(r"%\((\w+)\)s")
_TYPES = {"day": re.sub(r"\?P<\w+>", "?:", DAY.pattern), "number": r"\d+"}
_SPACES = re.compile(r"\s")  # no-break ones too
_CLOSED = re.compile(r"[.?!…](?: »)?$")
_END = re.compile(r"(?<=[.?!…]) (?=[«\dA-ZÀ-Þ])|$")
_STOP = re.compile(r" [;:] |\.(?= |$)|(?<=[.?!…]) |$")
_START = re.compile(r" [;:] |[.?!…](?: »)? ")
_KEY = 5  # letters that a sentence is looked up by


def plain(text: str) -> str:
    """A French text with ordinary spaces, without the names of a file, as sentences are kept."""
    return nameless(_SPACES.sub(" ", text))


def kind_of(hole: str) -> str:
    """What a hole holds: « day », « number », « said », « list », « series », or another word."""
    return hole.partition("_")[0]


def month_number(name: str) -> int:
    """1 for « janvier »."""
    return _MONTHS.index(name) + 1


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence that the core may say.

    Attributes:
        text: what is translated.
        plural: the same in the plural, when it counts something.
        own: its own words, between its values.
        pattern: how it is found again.
        weight: how many of its letters are its own.
        closed: whether it ends with a full stop, or another mark of the end.
        open_ended: whether a hole may hold anything.
    """

    text: str
    plural: str
    own: tuple[str, ...]
    pattern: re.Pattern[str]
    weight: int
    closed: bool
    open_ended: bool

    def ends(self, text: str, start: int, stops: Iterable[int]) -> Iterator[re.Match[str]]:
        """Every way that it stands in a text from there."""
        if not self.open_ended:
            if found := self.pattern.match(text, start):
                yield found
            return
        least = self._least(text, start)
        for stop in stops:
            if stop >= least and (found := self.pattern.fullmatch(text, start, stop)):
                yield found

    def _least(self, text: str, start: int) -> int:
        """Where it ends at the soonest; past the end of the text when its words are not there."""
        for words in self.own:
            found = text.find(words, start)
            if found < 0:
                return len(text) + 1
            start = found + len(words)
        return start


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of a passage, or what is not known of it; `then` is what follows it."""

    raw: str
    form: Form | None = None
    values: dict[str, str] = field(default_factory=dict)
    then: str = ""


def split_passage(text: str) -> tuple[Part, ...]:
    """The sentences that a passage is made of, in order.

    Args:
        text: French, as `plain` gives it.
    """
    stops = sorted({found.start() for found in _STOP.finditer(text)})
    best: dict[int, _Way] = {}
    for start in sorted({0, *(found.end() for found in _START.finditer(text))}, reverse=True):
        ways = [*_ways(text, start, stops, best), _unknown(text, start, best)]
        best[start] = max(ways, key=lambda way: way.weight)
    parts, at = list[Part](), 0
    while at < len(text):
        parts.append(best[at].part)
        at = best[at].after
    return tuple(parts)


@dataclass(frozen=True, slots=True)
class _Way:
    """How a passage may go on: what comes first, where the rest begins, what both are worth."""

    weight: int
    part: Part
    after: int


def _ways(text: str, start: int, stops: list[int], best: dict[int, _Way]) -> Iterator[_Way]:
    table = _forms()
    for form in (*table.get(text[start : start + _KEY], ()), *table.get("", ())):
        for found in form.ends(text, start, stops):
            then = _then(text, found.end(), closed=form.closed)
            if then is None:
                continue
            after = found.end() + len(then)
            if after in best or after == len(text):
                part = Part(found[0], form, found.groupdict(), then)
                yield _Way(form.weight + _weight(best, after), part, after)


def _unknown(text: str, start: int, best: dict[int, _Way]) -> _Way:
    end = _END.search(text, start + 1)
    stop = end.start() if end else len(text)
    part = Part(text[start:stop], then=text[stop : stop + 1])
    return _Way(_weight(best, stop + 1), part, stop + 1)


def _weight(best: dict[int, _Way], at: int) -> int:
    return best[at].weight if at in best else 0


def _then(text: str, end: int, *, closed: bool) -> str | None:
    """What stands between a sentence and the next, or None when it does not end there."""
    rest = text[end:]
    if rest.startswith(" ; "):
        return " ; "
    if closed:
        return rest[:1] if rest[:1] in {"", " "} else None
    if rest in {"", "."}:
        return rest
    return next((mark for mark in (". ", " : ") if rest.startswith(mark)), None)


@cache
def _forms() -> dict[str, tuple[Form, ...]]:
    """Every known sentence by its first letters; those that begin with a value under ""."""
    from .spoken_sources import counted, sentences  # noqa: PLC0415 (heavy: the law, the readings)

    table: dict[str, list[Form]] = {}
    singles = ((text, text, "") for text in {one for one in sentences() if one})
    pairs = ((said, *both) for both in set(counted()) for said in both)
    for said, text, plural in (*singles, *pairs):
        form = _form(said, text, plural)
        start = _HOLE.split(plain(said))[0]
        table.setdefault(start[:_KEY] if len(start) >= _KEY else "", []).append(form)
    return {key: tuple(found) for key, found in table.items()}


def _form(said: str, text: str, plural: str) -> Form:
    parts = _HOLE.split(plain(said))
    pattern, kinds = "", set()
    for place, part in enumerate(parts):
        if place % 2 == 0:
            pattern += re.escape(part)
            continue
        kinds.add(kind_of(part))
        pattern += f"(?P<{part}>{_TYPES.get(kind_of(part), '.+?')})"
    own = tuple(parts[::2])
    return Form(
        text=text,
        plural=plural,
        own=own,
        pattern=re.compile(pattern),
        weight=sum(map(len, own)),
        closed=bool(_CLOSED.search(parts[-1])),
        open_ended=bool(kinds - set(_TYPES)),
    )
