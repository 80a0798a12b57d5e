"""The address bar among the lines of a page: not a tab, a bookmark, nor a word of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ._address import CHROME_WORDS, CUT_HOST, Address, read_address
from ._engine import Line
from ._fold import fold
from ._host import cut_elsewhere, is_elsewhere, mend_host
from ._match import line_below
from ._moment import parse_moment
from ._page import Page, hull, same_row, stacked

_TOP, _BOTTOM, _LOW_TOP = 0.22, 0.2, 0.42
_NEXT_ROW = 0.8, 3.5  # heights from a tab to the bar under it
_NEW_TAB = 6  # heights between the last tab and the sign that opens another
_FEW_LINES = 2  # above an address that stands low: a cropped window's title, no more
_SPEAKS = re.compile(r"\s(?:indique|dit)\s*$")  # the browser's own box names its site
_BROKEN = re.compile(r"[\w.-]+[.-]")
_CLOSES = re.compile(r"\w\s*[×✕x]\s*$")  # a tab
_LIKE_URL = re.compile(r"(?:^|[\s/])(?P<host>[^\s/]*\w\.\w{2,}[^\s/]*)/[^\s/]+(?:/\S*)?\s*\S{0,2}$")
# The same where a point was read as a blank: « hauts-de-seine.gouv-fr info/booking/create ».
_BLANK_IN = re.compile(r"(?:^|\s)(?P<host>[^\s/]*\w\.\w[^\s/]* ?[^\s/]+)(?:/[^\s/]+){2,}")
_POINTED = re.compile(r"\w[./]{1,3}\w")
_NAMED_FILE = re.compile(r"\.(?:docx?|odt|pdf|png|jpe?g|xlsx?)\b", re.IGNORECASE)
_SCHEME = re.compile(r"https:?/{0,2}", re.IGNORECASE)
_NAMES = re.compile(r"\w\.(?:gouv\.)?fr\b")  # « service-public.fr · data.gouv.fr »
_BEGUN = re.compile(r"https?://[\w.-]+-", re.IGNORECASE)
_SHORT, _ROW_OF_NAMES = 2, 2  # letters; names
_WORDS = 12  # letters of a sentence
_BUTTON, _BUTTONS = 2, 3  # letters of a button's icon; buttons beside an address
_PIECES = 5  # what a bar writes around a name; a sentence has more


def find_address(page: Page) -> Address | None:
    """The address in the address bar: the highest one of the screen's top, or a phone's bottom."""
    zones = [page.between(0, _TOP * page.screen)]
    if page.upright:
        zones.append(_alone(page.height - _BOTTOM * page.screen, page))
    seen = [one for zone in zones if (one := _first(zone))]
    told = [one for one in seen if not (one.bare and _in_the_text(one, page))]
    if len(told) > 1 and told[0].host != told[1].host and _under_text(told[0], page):
        told.reverse()  # a search engine's own bar, under the addresses that it found
    if told:
        return told[0]
    middle = page.between(_TOP * page.screen, _LOW_TOP * page.screen)
    above = page.between(0, _TOP * page.screen)
    if len(above) <= _FEW_LINES and middle and (found := _first(middle[:3])) and found.known:
        return found
    lower = () if page.upright else map(read_address, middle)
    return next((one for one in lower if one and _in_a_window(one, page)), None)


def _in_a_window(address: Address, page: Page) -> bool:
    """Whether an address stands among a bar’s buttons, in a window lower on the desktop.

    A page that gives an address in its text has no icons beside it.
    """
    row = [one for one in page.lines if one is not address.line and same_row(one, address.line)]
    icons = [one for one in row if len(one.text.strip()) <= _BUTTON]
    words = [one for one in row if sum(map(str.isalpha, one.text)) > _WORDS]
    told = not address.cut and bool(address.path.strip("/"))
    return told and len(icons) >= _BUTTONS and not words


def _alone(top: float, page: Page) -> tuple[Line, ...]:
    """The low lines without names side by side: those at the foot of the State's pages, no bar's.

    Nor the last of them, which a narrow page puts under the others.
    """
    lines = page.between(top, page.height)
    named = [line for line in lines if read_address(line)]
    rows = [line for line in page.lines if len(_NAMES.findall(line.text)) > 1]
    return tuple(
        line
        for line in lines
        if line not in named
        or not (
            any(one is not line and same_row(one, line) for one in named)
            or any(stacked(row, line) for row in rows)
        )
    )


def _in_the_text(address: Address, page: Page) -> bool:
    """Whether an unknown name low on a phone is a word of the page: a sentence stands under it."""
    line = address.line
    under = [one for one in page.lines if one.box.y >= line.bottom]
    low = page.upright and line.middle[1] > page.height / 2
    return low and any(sum(map(str.isalpha, one.text)) > _WORDS for one in under)


def _under_text(address: Address, page: Page) -> bool:
    """Whether a sentence of the page stands over an address: a phone's bar is under its hour."""
    above = [one for one in page.lines if one.bottom <= address.line.box.y]
    return any(sum(map(str.isalpha, one.text)) > _WORDS for one in above)


def _first(lines: Sequence[Line]) -> Address | None:
    lines = _with_schemes(_unwrapped(lines))
    found = [one for line in lines if (one := read_address(line)) and not _bookmark(one, lines)]
    known = [one for one in found if one.known or one.path]
    first = next(iter(known or found), None)
    if first is None:
        return None
    first = next((one for one in found if _belies(one, first)), first)
    same = [one for one in found if one.host == first.host]  # a tab may carry the bare host
    return max(same, key=lambda one: (not one.cut, len(one.path)))


def _belies(bar: Address, tab: Address) -> bool:
    """Whether a whole address stands right under a known name alone, and leads elsewhere.

    Anyone can give a page the name of the State's site as its title.
    """
    if tab.path or tab.cut or "//" in tab.url or bar.known or not bar.path:
        return False
    gap = bar.line.middle[1] - tab.line.middle[1]
    return _NEXT_ROW[0] < gap / tab.line.box.height < _NEXT_ROW[1]


def named_by_box(page: Page, cut: Address) -> Address:
    """An address that the bar cuts, whole when the browser's own box names it on the page."""
    for line in page.lines:
        text, below = line.text.strip(), line_below(line, page.lines)
        speaks = _SPEAKS.search(text) or (below and _SPEAKS.search(f" {below.text.strip()}"))
        name = _SPEAKS.sub("", text).lower()
        if speaks and line is not cut.line and mend_host(name.removeprefix("www.")) == cut.host:
            sure = cut.line.confidence
            return replace(cut, url=name, host_shown=name, path="", cut=False, confidence=sure)
    return cut


def _unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines, where a name that the browser's own box breaks at a hyphen is whole again."""
    whole = []
    for line in lines:
        begun = [
            one
            for one in lines
            if _SPEAKS.search(line.text)
            and _BROKEN.fullmatch(one.text.strip())
            and stacked(one, line)
            and abs(one.box.x - line.box.x) < line.box.height
        ]
        text = f"{begun[0].text.strip()}{line.text.strip()}" if begun else line.text
        whole.append(replace(line, text=text, box=hull((begun[0], line))) if begun else line)
    return whole


def _with_schemes(lines: Sequence[Line]) -> list[Line]:
    """The lines, where an address is put back behind a « https: » that was read apart.

    Or behind its own beginning, cut at a hyphen: « https://www.asso-seine- », « -et-marne.fr/… ».
    """
    schemes = [
        one
        for one in lines
        if _SCHEME.fullmatch(one.text.strip()) or _BEGUN.fullmatch(one.text.strip())
    ]
    joined = []
    for line in lines:
        near = [
            one
            for one in schemes
            if one is not line
            and same_row(one, line)
            and -line.box.height < line.box.x - one.right < 2 * line.box.height
        ]
        start = near[0].text.strip() if near else ""
        start, rest = (start, "-") if start.endswith("-") else ("https://", "/")
        text = f"{start}{line.text.strip().lstrip(rest)}"
        joined.append(replace(line, text=text, box=hull((near[0], line))) if near else line)
    return joined


def _bookmark(address: Address, lines: Sequence[Line]) -> bool:
    """Whether a bare host stands in a row of names: a bar of bookmarks, or of tabs."""
    if address.path or "//" in address.url or _SPEAKS.search(address.line.text):
        return False
    names = 0
    for other in lines:
        if other is address.line or not same_row(other, address.line):
            continue
        words = [
            word
            for word in re.findall(r"\w+", fold(other.text))
            if word.isalpha() and len(word) > _SHORT
        ]
        names += bool(words) and not all(word in CHROME_WORDS for word in words)
        gap = other.box.x - address.line.right
        opens = other.text.strip() == "+" and gap > 0
        names += opens and gap < _NEW_TAB * address.line.box.height
        if address.titled and (opens or _CLOSES.search(other.text)):
            return True
    return names >= _ROW_OF_NAMES


def unread_bars(page: Page) -> list[Line]:
    """The lines of the bars' places that may be an address too badly seen to be read."""
    lines = _around(page)
    return [
        line
        for line in lines
        if _POINTED.search(line.text)
        and sum(map(str.isalnum, line.text)) >= _WORDS
        and len(line.text.split()) <= _PIECES
        and not (_CLOSES.search(line.text) or _NAMED_FILE.search(line.text))
        and not ((moment := parse_moment(line.text)) and moment.has_time)
        and not _among_tabs(line, lines)
    ][:_FEW_LINES]


def _around(page: Page) -> tuple[Line, ...]:
    """The lines that stand where bars do."""
    low = page.height - _BOTTOM * page.screen if page.upright else page.height
    return (*page.between(0, _TOP * page.screen), *page.between(low, page.height))


def unread_address(page: Page) -> bool:
    """Whether a bar shows an address that could not be read, and that is no known one misread."""
    lines = _around(page)
    hosts = [
        match["host"].replace(" ", "")
        for line in lines
        if (match := _LIKE_URL.search(line.text) or _BLANK_IN.search(line.text))
    ]
    named = [one for one in lines if len(one.text.split()) <= _PIECES]
    named = [one for one in named if not _among_tabs(one, lines)]
    words = [word for line in named for word in line.text.split() if re.search("[.-]", word[:-3])]
    cut = [
        match["host"] for word in words if (match := CUT_HOST.fullmatch(word)) and _marked(match)
    ]
    return any(map(is_elsewhere, map(str.lower, hosts))) or any(
        map(cut_elsewhere, map(str.lower, cut))
    )


def _among_tabs(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a name stands in a row of tabs, each with its cross: « service-public.… »."""
    return any(
        other is not line and same_row(other, line) and _CLOSES.search(other.text)
        for other in lines
    )


def _marked(match: re.Match[str]) -> bool:
    return bool(match["head"] or match["tail"])
