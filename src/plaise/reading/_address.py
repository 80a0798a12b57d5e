"""The address that one line of a browser’s bar shows, as engines read it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plaise.law._doors import find_door, is_exercise_host, platform_of

from ._engine import Line
from ._fold import fold
from ._host import (
    OFFICIAL,
    complete_host,
    imitated,
    is_cut,
    is_scrap,
    mend_host,
    mend_path,
    mend_word,
)

_SURE, _THIN = 0.97, 0.985  # the second for a number that may have lost one of two ones
_TWINS = str.maketrans({"：": ":", "–": "-", "—": "-", "‐": "-"})
_SHORT = 2
_BYTE = 255
_FEW_WORDS = 2  # of an address, that an engine may cut off; more is prose
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_URL = re.compile(
    r"(?P<scheme>h?t{1,2}ps?:?/{1,3})?"
    rf"(?P<host>{_LABEL}(?:\.{_LABEL})*\.[a-z]{{1,24}}|localhost|\d{{1,3}}(?:\.\d{{1,3}}){{3}})"
    r"(?P<port>:\d{2,5})?(?P<path>/[!-~À-ÿ…]*)?",
    re.IGNORECASE,
)
CUT_HOST = re.compile(
    r"(?:https?://)?(?P<head>…|\.{2,3})?(?P<host>[a-z0-9][a-z0-9.-]{6,}?)(?P<tail>…|\.+)?", re.I
)
_NO_POINT = re.compile(r"(?P<host>[a-z0-9-]{15,}[a-z0-9])[^a-z0-9]*", re.I)
# « Idh-france.org »: bars write no capital; « Infomie.net » lost its dot instead.
_TALL = re.compile(r"I(?=[a-ln-z])(?!n)")
_TITLE = re.compile(r"(?:^|-)[A-Z][a-z]")  # « Loire-Atlantique »: bars write small letters
_ENDINGS = {
    "fr", "com", "org", "net", "eu", "info", "io", "test", "be", "ch", "re", "paris", "app", "dev",
    "gouv", "ai", "co", "uk", "de", "es", "it", "tv", "me", "xyz", "online", "site", "website",
    "shop", "store", "top", "club", "live", "life", "world", "pro", "biz", "space", "tech", "cloud",
    "link", "click", "page", "help", "support", "services", "agency", "express", "expert", "immo",
    "legal", "law", "news", "media", "alsace", "bzh", "corsica", "cat", "icu", "vip", "mobi",
    "gov", "edu", "int", "zone", "center", "direct", "digital", "email", "global", "today", "plus",
}  # fmt: skip
# What stands around an address in its bar, as engines read it: padlock, star, zoom level.
CHROME_WORDS = {"non", "securise", "nonsecurise", "aa", "url", "ai", "site", "pas"}
_ALWAYS_ICON = re.compile(r"[^\w/]+|[:;]\w|\d{2,3}%|[^\x00-\x7f]+")  # « :D »: two icons
_ICON = re.compile(rf"{_ALWAYS_ICON.pattern}|\w")
_MARK_WORDS, _MARK_STEMS = 2, ("non", "pas", "not", "sec")  # « Non sécurisé »
_GLUED_FIGURE = re.compile(r"\d[a-z]")
_ONE = re.compile(r"/\d*1\d*(?:/|$)")
_HALF_ASKED = re.compile(r"[?&][^=]*$")  # « …?utm_source=newsletter&utm »: the end was not seen
_CUT_MARK = re.compile(r"…|\.{1,3}")


@dataclass(frozen=True)
class Address:
    """An address as displayed, and the host that it leads to.

    `known`: a door of ours, or an exercise host. `official`: under `gouv.fr`, hence not an
    impostor. `imitates`: the known host that an unknown one could be taken for. `cut`: the bar
    does not show all of the host, which is then a guess, good enough to judge the page, not to say.
    """

    url: str
    host: str
    host_shown: str
    path: str
    line: Line
    confidence: float
    known: bool
    imitates: str | None = None
    cut: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is an unknown host alone: a tab or a bookmark may carry that name."""
        return not (self.known or self.path.strip("/") or "//" in self.url)

    @property
    def titled(self) -> bool:
        """Whether it may be a tab's title: the name alone, and the cross that closes the tab."""
        return not self.path and self.line.text.rstrip().endswith(("×", "x", "✕"))

    @property
    def official(self) -> bool:
        """Whether only the State can hold that name."""
        return self.known or self.host.endswith(".gouv.fr")


def read_address(line: Line) -> Address | None:
    """The address that one line shows, when it shows nothing else but icons."""
    if _TRAIL.search(line.text):
        return None
    text = _RELOAD.sub("", _STAR.sub(" ", _BEFORE_SCHEME.sub("", line.text)))
    text = _COMMA.sub(".", _GLUED_ICON.sub("", _INSECURE.sub("", text)))
    text = _BEHEADED.sub("", _LOST_SLASH.sub(".fr/", _RING.sub("", text)))
    text = _BAD_SCHEME.sub(_scheme, _LEFT_ICON.sub("", _GLUED_AFTER.sub("", text)))
    text = _LOST_SCHEME.sub(_scheme, re.sub(r"(\d)\s+%", r"\1%", text.translate(_TWINS)))
    tokens = text.split()
    while tokens and _is_chrome(tokens[0]) and not _CUT_MARK.fullmatch(tokens[0]):
        tokens.pop(0)
    tokens[:1] = [_LEFT_ICON.sub("", one) for one in tokens[:1]]  # « Non sécurisé |rdv-… »
    tokens[-1:] = [one.rstrip(",;") or one for one in tokens[-1:]]  # « gouv.fr, »: an icon's edge
    while tokens and _ALWAYS_ICON.fullmatch(tokens[-1]) and not _CUT_MARK.fullmatch(tokens[-1]):
        tokens.pop()
    found = [
        one
        for end in range(len(tokens), 0, -1)
        if all(_is_icon(token) for token in tokens[end:])
        and not _is_sentence(tokens[:end])
        and (one := _whole(_glued(tokens[:end]), line))
        and (end == 1 or one.known or _in_one(one, tokens))
    ]
    best = max(found, key=_fits, default=None)
    return best if best is not None and best.known else _without_mark(tokens, line) or best


def _glued(tokens: Sequence[str]) -> str:
    """One address of its pieces; a blank in its question is a line set low: « utm_id »."""
    text = ""
    for token in tokens:
        low = "?" in text and text[-1].isalnum() and token[0].isalnum()
        text += f"_{token}" if low else token
    return text


def _in_one(address: Address, tokens: Sequence[str]) -> bool:
    """Whether a host of no known door was read in one piece: bookmarks are not to be glued."""
    first = tokens[0]
    return ("." in first and "/" in first) or any(
        address.host_shown in one.lower() for one in tokens
    )


def _is_sentence(tokens: Sequence[str]) -> bool:
    """Whether words stand before a host: « You are unable to access … » is no address in pieces."""
    return sum(token.isalpha() and len(token) > _SHORT for token in tokens) > _FEW_WORDS


def _without_mark(tokens: Sequence[str], line: Line) -> Address | None:
    """The known address after a misread « Non sécurisé », or two icons: never glued to them."""
    for start in range(1, min(len(tokens), _MARK_WORDS + 1)):
        told = tokens[start].startswith(("www.", "http")) or fold(tokens[0])[:3] in _MARK_STEMS
        told = told and all(word.isalpha() for word in tokens[:start])
        icon = start == 1 and tokens[0].isalnum() and len(tokens[0]) <= _SHORT
        if not (told or icon):
            continue
        found = read_address(replace(line, text=" ".join(tokens[start:])))
        if found and found.known and (told or (not found.cut and shaped(found))):
            return replace(found, line=line)
    return None


# « :ps://www… »: the padlock hides the first letters.
_LOST_SCHEME = re.compile(
    r"(?<![\w/.])(?:[^\w\s]|h?t{0,2})p?(?P<s>s?)\s?:\s?//(?=\w)", re.IGNORECASE
)


_WWW = re.compile(r"^w{2,4}[.-]?")
_NEARLY_WWW = re.compile(r"^(?:[vw]{2,5}|\w?www)\.(?=[^.]+\.)")  # « vww. », « cwww. »: no site is
_COMMA = re.compile(r"[,:;]\.?(?=(?:gouv|interieur|fr|com|php)\b)", re.IGNORECASE)
# « .gouv.frirdvpref/ »: the slash read as a letter, before a word that no ending holds.
_LOST_SLASH = re.compile(
    r"\.fr[\w|!\]]?(?=(?:rdvpref/|booking/|index\.php|eAppointmentpref94))", re.IGNORECASE
)
_TRAIL = re.compile(r"^\s*https?://[^/\s]+/?\s*[›>»)]", re.I)  # a search engine's « site › page »
# « /-prefecture.interieur.gouv.fr »: what a narrow bar hides of a name, up to its hyphen.
_BEHEADED = re.compile(r"^\s*[/|\\]?-(?=[a-z\d-]+(?:\.[a-z\d-]+)*\.gouv\.fr)")
_RING = re.compile(r"^\s*\w?[ºª°]\s*")  # « ºhaute-loire.gouv.fr », « aº rdv-… »: an icon
_STAR = re.compile(r"(?<=[\w/…])[☆★]+(?=\s?\S{0,2}\s*$)")  # « …/particuliers/☆ Q »
_BUTTONS = re.compile(
    r"(?=\S*(?:[<>]|[^\x00-ÿ]))[^\s./…]{2,6}"
)  # « <>C△8 »: back, forth, again, a mark
_TURN = re.compile(r"[A-Z@][=≡≠~]")  # « C= »: turn round, then a slider
_INSECURE = re.compile(r"^\S{0,5}\s?\S{0,2}(?:non|pas) s[eé]curis[eé]\s*[|¦]\s*", re.IGNORECASE)
# « △https:// », « △ www. », « βain.gouv.fr »: no address that a bar shows begins so.
_LEFT_ICON = re.compile(r"^(?:[^\w/.…]|[^\x00-ÿ…])+(?=\w)")
# « nttps/www. », « htups//rdv », « https.//x »: letters of the scheme misread, points lost.
_BAD_SCHEME = re.compile(
    r"^(?:\S{1,2}\s+|\d)?(?:[hn][itfu]{0,4}|[itfu]{1,4})p(?P<s>[s5]?)\s?[:.;]?\s?/{1,3}(?=[\w-]+\.)",
    re.IGNORECASE,
)
# « 2https:// », « Non sécuriséhttps:// », « creneau/☆ »: a padlock, a mark, a star.
# « ←→ C 8https:// », « O△https:// »: arrows, a shield, a padlock; « …/espace C »: turn round.
_BEFORE_SCHEME = re.compile(
    r"^(?:[^\w\s]*(?-i:[A-Z\d]{0,2})[^\w\s]*\s+){0,6}\S{0,5}?(?=https?:/)", re.IGNORECASE
)
_RELOAD = re.compile(r"(?<=[\w/])\s+[A-Z]\s*$")
_GLUED_ICON = re.compile(
    r"^\s*(?:\S{1,5}?(?=https?://)|\w(?=https?:/|www\.)|(?:non|pas)\s*s[eé]curis[eé](?=https?:|[\w-]+\.))"
    r"|[☆★]+\s*$",
    re.IGNORECASE,
)


def _scheme(match: re.Match[str]) -> str:
    return "https://" if match["s"] else "http://"


def _is_chrome(token: str) -> bool:
    if _BUTTONS.fullmatch(token) or _TURN.fullmatch(token):
        return True
    word = re.sub(r"^\W+|\W+$", "", fold(token))  # « △Non sécurisé »
    return bool(_ICON.fullmatch(token)) or word in CHROME_WORDS


_ZOOMS = {"25", "30", "33", "50", "67", "75", "80", "90", "100", "110", "120", "125", "133", "150",
          "170", "175", "200", "240", "250", "300"}  # fmt: skip
# « …/pref94.jsp1 », « …&ie=UTF-8125% »: what stands at the right of the bar, glued.
_GLUED_AFTER = re.compile(
    rf"(?:(?<=\.jsp)\d|(?<=\S)(?:{'|'.join(sorted(_ZOOMS, key=len, reverse=True))})%)\s*$"
)


def _is_icon(token: str) -> bool:
    if token in _ZOOMS or token in {"indique", "dit"}:  # the browser's own box: « hôte indique »
        return True
    return bool(_ICON.fullmatch(token)) and not _CUT_MARK.fullmatch(token)


def _fits(address: Address) -> tuple[bool, int]:
    """Addresses of a known shape first (an engine cuts « create/982 9/2 »), then the longest."""
    return shaped(address), len(address.url)


def shaped(address: Address) -> bool:
    """Whether the whole address has the shape that its platform gives to addresses.

    A platform whose addresses can have any shape vouches for none.
    """
    platform = platform_of(address.host, address.path)
    shape = f"{address.host}{address.path}".lower()
    return platform is not None and any(
        re.search(rf"{one.removesuffix('$')}(?:$|\?|…)", shape)
        for one in platform.url_patterns
        if not one.endswith(".*")
    )


def doubtful(address: Address) -> bool:
    """Whether the line should be looked at again, enlarged: it may have lost a letter or two."""
    if not address.known or is_scrap(address.host):
        return True
    sure = _THIN if _ONE.search(address.path) else _SURE
    if address.path and address.line.confidence < sure:
        return True
    if address.url.endswith("…"):
        return False
    if address.confidence < address.line.confidence:
        return True  # mended: what was misread in the host may be in the path as well
    if not address.path.strip("/"):
        return False
    ended = address.path.endswith("/")
    lost_step = ended and "/booking/" in address.path
    lost_end = lost_step or lost_slash(address) or bool(_HALF_ASKED.search(address.path))
    return lost_end or not shaped(address)


def lost_slash(address: Address) -> bool:
    """Whether the slash that ends the addresses of RDV-Préfecture was not seen."""
    ended = address.path.endswith(("/", "…")) or "?" in address.path
    return address.known and "/rdvpref/" in address.path and not ended


def _whole(text: str, line: Line) -> Address | None:
    """The address that a text without spaces is, from end to end."""
    if match := _URL.fullmatch(text):
        return _build(match, line)
    if (match := CUT_HOST.fullmatch(text)) and (match["head"] or match["tail"]):
        return _complete(match, line)
    if (match := _NO_POINT.fullmatch(text)) and _TITLE.search(match["host"]):
        return None
    if match and is_cut(match["host"].lower()):
        return _cut(match["host"].lower(), line)
    return None


def _build(match: re.Match[str], line: Line) -> Address | None:
    shown = _NEARLY_WWW.sub("www.", _TALL.sub("l", match["host"]).lower())
    bare = shown.removeprefix("www.")
    stripped = _WWW.sub("", shown)
    if stripped != bare and find_door(known_as := mend_host(stripped)):
        bare, shown = known_as, f"www.{known_as}"  # « wwwille-et-vilaine.gouv.fr »
    host = mend_host(bare)
    known = find_door(host) is not None or is_exercise_host(host)
    if not known and not match["path"] and not match["port"] and is_cut(host):
        return _cut(shown, line)
    begins = match["scheme"] or shown.startswith("www.") or known
    for part in () if begins else (shown, shown[1:]):  # its first letter may be half hidden
        whole = complete_host(part, head=True, tail=False)
        if whole and whole.endswith(OFFICIAL):  # « fecture.interieur.gouv.fr/rd »: nobody else's
            return _beheaded(part, match["path"] or "", whole, line)
    imitates = None if known else imitated(host)
    ending = host.rsplit(".", 1)[-1]
    plausible = (
        match["scheme"] or shown.startswith("www.") or ending in _ENDINGS or ending.isdigit()
    )
    if not known and (not plausible or not _real_ending(host) or "." not in host):
        return None
    if host != bare:
        shown = shown.replace(bare, host)
    path = mend_path(match["path"] or "") if known or imitates else mend_word(match["path"] or "")
    path = path.replace("×", "x")
    path = re.sub(r"[.…]+$", "…", path)  # no address ends with a full stop: the bar was too narrow
    scheme = match["scheme"] or ""
    if scheme:
        scheme = "https://" if "s" in scheme.lower() else "http://"
    return Address(
        url=f"{scheme}{shown}{match['port'] or ''}{path}",
        host=host,
        host_shown=shown,
        path=path,
        line=line,
        confidence=line.confidence * (1 if host == bare else 0.9),
        known=known,
        imitates=imitates,
    )


def _real_ending(host: str) -> bool:
    """Whether a name can exist: engines read « .orq » and « .gourv.t »."""
    ending = host.rsplit(".", 1)[-1]
    numbers = all(part.isdigit() and int(part) <= _BYTE for part in host.split("."))
    return numbers or ending in _ENDINGS or (len(ending) == len("fr") and ending.isalpha())


def trusted(address: Address) -> bool:
    """Whether a host can be believed: not a known one whose beginning or a letter was lost.

    « 2mail.google.com »: nothing tells an icon from a name's own figure.
    """
    glued = not (address.known or "//" in address.url) and _GLUED_FIGURE.match(address.host_shown)
    return not glued and not is_scrap(address.host)


def _complete(match: re.Match[str], line: Line) -> Address | None:
    """A host that a narrow screen cut: completed when a single known door fits."""
    shown = match["host"].lower()
    host = complete_host(shown, head=bool(match["head"]), tail=bool(match["tail"]))
    if host is None:
        return None
    displayed = f"{'…' if match['head'] else ''}{shown}{'…' if match['tail'] else ''}"
    whole = shown.removeprefix("www.") == host  # only what follows it had no room
    return _in_part(displayed, host, line, cut=not whole)


def _beheaded(shown: str, path: str, host: str, line: Line) -> Address:
    """A name of the State's whose beginning a narrow bar does not show."""
    return _in_part(f"…{shown}", host, line, path=mend_path(path))


def _cut(shown: str, line: Line) -> Address | None:
    """The same when nothing marks the cut: the bar simply ends there."""
    host = complete_host(shown, head=False, tail=True)
    host = host or complete_host(shown[:-1], head=False, tail=True)
    return _in_part(f"{shown}…", host, line) if host else None


def _in_part(shown: str, host: str, line: Line, *, path: str = "", cut: bool = True) -> Address:
    """A known host of which the bar shows a part."""
    return Address(
        url=shown + path, host=host, host_shown=shown, path=path, line=line,
        confidence=line.confidence * 0.8, known=True, cut=cut,
    )  # fmt: skip
