"""Finding one known phrase among the lines of a page, OCR slips allowed, quotations refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from plaise.law._phrases import Phrase

from ._engine import Line
from ._fold import fold, squeeze
from ._page import same_row, stacked

_MAX_LINES = 5
_SENTENCE = 12  # letters of a line that can lead up to another
_TOUCHING, _SAME_PARAGRAPH, _ANNOUNCED = -0.5, 0.65, 3.0  # gaps, in heights of a line
_ENDS = (".", "!", "?", "»", ")", ":")
_CUTOFFS = ((14, 95.0), (30, 92.0), (10_000, 88.0))  # by length of the text
_TURNED = 80  # how alike the words that turn a meaning round must be
_MOVED, _ALIKE = 6, 95  # letters by which plurals move a place; of 100
_NEARLY = 88  # of 100: the end of a trail and the title that it leads to
_ICON, _LEAD = 2, 14  # characters that may come before a sentence: an icon, « Attention : »
_TRAIL = re.compile(r"\S\s*[>›»/]\s*\S+.*[>›»/]")  # « Accueil > Étrangers > … »
_CODE = re.compile(r"[A-Z]+(?:_[A-Z]+)+")  # a browser's own, under its list of advice
# « Votre demande : Passeport talent »: said of the page, and over.
_STATED = re.compile(
    r"^\W*(?:(?:votre|ma|la) (?:demande|demarche)|motif|demarche|guichet|nature)\b[^:]{0,24}:\s?\S|"
    r"^resultats? de (?:votre|la) recherche\s?:$|"
    r"^\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|quai|cours|chemin|allee|esplanade)\b"
)
_TITLES = frozenset(map(squeeze, (  # of steps: what stands under them is the answer
    "Vérification de disponibilité", "Disponibilités", "Choisissez votre créneau",
    "Choix du rendez-vous", "Recherche d’un rendez-vous",
)))  # fmt: skip
_DIALOG = re.compile(  # the browser's own box
    r"\.(?:fr|test)\s*(?:indique|dit)\s*:?$|^\W*[\w-]+(?:\.[\w-]+)*\.(?:gouv\.fr|test)$|"
    r"^(?:La )?[Pp]age (?:sur|à l.adresse) \S+\.(?:fr|test)\b"
)
_QUOTES = re.compile(r"[«»“”\"„]|<<|>>")
_LEAD_IN = re.compile(
    r"^[^a-z0-9]*(?:(?:attention|information|erreur|info|message|x|i)\s*[:!.]?)?\W*$"
)


@dataclass(frozen=True)
class Match:
    """A phrase seen on the page.

    `stands`: it is the page's own sentence, at the start of a line and outside quotation marks;
    else someone may be quoting it. `score` runs from 0 to 1.
    """

    phrase: Phrase
    text: str
    lines: tuple[Line, ...]
    score: float
    stands: bool

    @property
    def seen(self) -> str:
        """The lines as the engine read them."""
        return " ".join(line.text.strip() for line in self.lines)


def columns(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Every run of up to five lines, each right under the one before it."""
    runs: list[tuple[Line, ...]] = []
    for start in lines:
        run = [start]
        while len(run) < _MAX_LINES and (below := line_below(run[-1], lines)):
            run.append(below)
        runs.append(tuple(run))
    return runs


def line_below(line: Line, lines: Sequence[Line]) -> Line | None:
    """The nearest line right under another, in the same column."""
    under = [other for other in lines if other is not line and stacked(line, other)]
    return min(under, key=lambda other: other.box.y) if under else None


def find_phrase(
    phrase: Phrase, runs: Sequence[tuple[Line, ...]], lines: Sequence[Line]
) -> Match | None:
    """The best place where a phrase is displayed, else None.

    Args:
        phrase: what to look for.
        runs: the columns of the page (`columns`).
        lines: all the lines of the page, to see what leads up to the phrase.
    """
    found = [
        match
        for text in phrase.texts
        for run in runs
        if (match := (_own_line if phrase.own_line else _flowing)(phrase, text, run))
    ]
    found = [
        replace(one, stands=False)
        if one.stands and not _CODE.fullmatch(one.text) and is_led_up_to(one.lines[0], lines)
        else one
        for one in found
    ]
    return max(found, key=lambda one: (one.stands, one.score, -len(one.lines)), default=None)


def is_led_up_to(first: Line, lines: Sequence[Line]) -> bool:
    """Whether the line above runs on into the phrase, or announces it (« … suivant : »)."""
    for above in lines:
        gap = first.box.y - above.bottom
        aligned = abs(above.box.x - first.box.x) <= 1.5 * first.box.height
        if (
            above is first
            or not aligned
            or not _TOUCHING < gap / max(1, first.box.height) < _ANNOUNCED
        ):
            continue
        text = above.text.strip()
        shape = squeeze(text)
        if _is_label(above, lines):
            continue
        if _DIALOG.search(text) or _STATED.match(fold(text).strip()) or shape in _TITLES:
            continue
        letters = len(shape)
        if text.endswith(":") and letters >= _SENTENCE and not _between(above, first, lines):
            return True
        alike = abs(above.box.height - first.box.height) <= 0.22 * first.box.height
        close = gap < _SAME_PARAGRAPH * first.box.height
        unended = letters >= _SENTENCE and text[-1:] not in _ENDS and not _TRAIL.search(text)
        wraps = alike and close and unended and _wraps(above, first)
        if wraps and not _is_heading(above, lines):
            return True
    return False


def _is_heading(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the trail over a page ends with a line: « Accueil > Booking > Titre de séjour »."""
    shape = squeeze(line.text)
    trails = [squeeze(one.text) for one in lines if one is not line and _TRAIL.search(one.text)]
    return any(fuzz.ratio(shape, trail[-len(shape) :]) >= _NEARLY for trail in trails)


def _is_label(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a field's value stands right after a text: « Numéro étranger : 9925982839 »."""
    return line.text.rstrip().endswith(":") and any(
        same_row(one, line) and 0 <= one.box.x - line.right < _ANNOUNCED * line.box.height
        for one in lines
        if one is not line
    )


def _between(above: Line, first: Line, lines: Sequence[Line]) -> bool:
    """Whether another line stands between two: what announces does so just before."""
    return any(
        above.bottom <= one.middle[1] <= first.box.y
        and min(one.right, first.right) > max(one.box.x, first.box.x)
        for one in lines
        if one is not above and one is not first
    )


def _wraps(above: Line, below: Line) -> bool:
    """Whether a line ends where it does for want of room: its next word would not have fitted."""
    text = below.text.strip()
    word = text.split(maxsplit=1)[0] if text else ""
    width = below.box.width * len(word) / max(1, len(text))
    return above.right + width >= below.right - 2 * below.box.height


def shows(text: str, lines: Sequence[Line], cutoff: float = 90) -> bool:
    """Whether a text is displayed somewhere, whatever stands around it."""
    needle = squeeze(text)
    if needle in "".join(squeeze(line.text) for line in lines):  # over two lines
        return True
    return any(
        len(squeeze(line.text)) >= 0.8 * len(needle)
        and fuzz.partial_ratio(needle, squeeze(line.text), score_cutoff=cutoff)
        for line in lines
    )


@lru_cache(maxsize=1024)
def _cutoff(needle: str) -> float:
    """Short texts must be nearly exact: one letter there is a large share."""
    return next(cutoff for length, cutoff in _CUTOFFS if len(needle) < length)


def _own_line(phrase: Phrase, text: str, run: tuple[Line, ...]) -> Match | None:
    needle = squeeze(text)
    cutoff, most = _cutoff(needle), 1.35 * len(needle) + 4
    taken = ""
    for count, line in enumerate(run, start=1):
        taken += squeeze(line.text)
        if len(taken) > most:
            return None
        score = fuzz.ratio(needle, _unled(taken, needle), score_cutoff=cutoff)
        if score >= cutoff and not _flipped(phrase, run[count:]):
            lines = run[:count]
            quoted = any(_QUOTES.search(one.text) for one in lines)
            return Match(phrase, text, lines, score / 100, stands=not quoted)
    return None


def _unled(taken: str, needle: str) -> str:
    """Without the bullet or icon that an engine may have read as a letter or two."""
    extra = len(taken) - len(needle)
    return taken[extra:] if 0 < extra <= _ICON and taken.endswith(needle[-4:]) else taken


def _flowing(phrase: Phrase, text: str, run: tuple[Line, ...]) -> Match | None:
    needle = squeeze(text)
    texts = tuple(squeeze(line.text) for line in run)
    whole = "".join(texts)
    if len(whole) < 0.85 * len(needle):
        return None
    found = fuzz.partial_ratio_alignment(needle, whole, score_cutoff=_cutoff(needle))
    if found is None or found.dest_start >= len(texts[0]):
        return None  # it starts lower: another run begins there
    if found.dest_end - found.dest_start < 0.85 * len(needle):
        return None
    last, end = 0, len(texts[0])
    while end < found.dest_end - 1 and last + 1 < len(texts):
        last += 1
        end += len(texts[last])
    if _follows(phrase, whole[found.dest_end - 1 :]):
        return None
    lines = run[: last + 1]
    opens = _starts(run[0], texts[0], found.dest_start) or (
        # plurals move the best place along: « plages horaires libres »
        found.dest_start <= _MOVED and fuzz.ratio(needle, whole[: found.dest_end]) >= _ALIKE
    )
    return Match(phrase, text, lines, found.score / 100, stands=opens and not quotes(lines))


@lru_cache(maxsize=64)
def _turns(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(squeeze(word) for word in words)


def _follows(phrase: Phrase, after: str) -> bool:
    """Whether the words that come next turn the phrase's meaning round."""
    return any(
        turn in after[: len(turn) + 8] or fuzz.ratio(turn, after[: len(turn)]) >= _TURNED
        for turn in _turns(phrase.not_if_followed_by)
    )


def _flipped(phrase: Phrase, rest: tuple[Line, ...]) -> bool:
    return bool(rest) and _follows(phrase, squeeze(rest[0].text))


def _starts(line: Line, squeezed: str, start: int) -> bool:
    """Whether the phrase opens its line, but for an icon or « Attention : »."""
    if start <= _ICON:
        return True
    share = start / max(1, len(squeezed))
    before = fold(line.text)[: round(share * len(line.text))]
    return start <= _LEAD and bool(_LEAD_IN.match(before.strip()))


def quotes(lines: Sequence[Line]) -> bool:
    """Whether quotation marks stand among the lines: someone reports what they say."""
    return any(_QUOTES.search(line.text) for line in lines)
