"""Hosts and paths against what is known: OCR slips undone, short forms completed, imitations."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from plaise.law._doors import find_door, is_exercise_host, load_doors

from ._fold import squeeze
from ._spelling import spelled

_WORDS = (
    "index.php", "booking", "create", "rdvpref", "reservation", "demarche", "cgu", "creneau",
    "coordonnees", "eAppointmentpref94", "element", "jsp", "appointment.jsp", "specific",
    "pref94.jsp", "?error=invalidCaptcha",
)  # fmt: skip
# Endings that no registry gives: « .gouv.f », « .gouv.ft », « .gouv.ir » are « .gouv.fr » misread.
_MISREAD_FR = re.compile(r"\.gouv\.(?:f(?:[a-z0-9]|r[^a-z]?)?|[ltij1]?r)$|\.gouvfr$")
# A q without its u is a g: « .qouv.fr », « qooqle.com » (but Qwant and Qonto have none).
_MISREAD_G = re.compile(r"q(?!u|want|onto)")
# No word begins with an l and one of these: « /lmmigration » begins with a capital i.
_MISREAD_MAIL = re.compile(r"^ma[l1|]l\.(?=(?:google|yahoo)\.com$)")  # they have no « mall. »
# « Services-de-1-Etat »: an elided article, not a number.
_ARTICLE = re.compile(
    r"(?<=de-)[1I](?=-(?:etat|etranger|administration|immigration|integration|interieur))", re.I
)
_ELIDED = re.compile(r"(?<=[a-z]-)I(?=-[a-z])")  # « de-sejour-I-impossible »
_AMPERSAND = re.compile(r"(\?[^=/]+=[^=&]*)8(?=[a-z_]+=)")  # « ?reserve=18lang=fr »
# « /mall/0/inbox », « ?origine=mall »: a mailbox.
_MAILBOX = re.compile(r"(?<=/)ma[l1|]l(?=/(?:u/)?\d)|(?<==)ma[l1|]l$")
_QUESTION = re.compile(r"/7(?=[a-z]+_[a-z]+=)")  # « /7utm_source= »
_CAPITAL_I = re.compile(r"(?<=/)l(?=[bcdfgmnpqrstvxz])")
_SLASHES = "l1I|)]!jitrfuvw"  # what a slash is read as
_LAST = {"creneau", "cgu", "coordonnees"}  # the words that end addresses, a slash behind them
# Other words of the State's addresses, never two of them glued.
_PLAIN_WORDS = (
    "particuliers", "espace-personnel", "dossiers", "brouillon", "commencer", "connexion",
    "prendre_rdv",
)  # fmt: skip
_JSP = {"isp", "jisp", "sp"}
_FIGURES = re.compile(r"[\dOoIl|]+")
OFFICIAL = ".gouv.fr"  # names that only the State can hold
_ABSOLUTE = (OFFICIAL, ".exercice.test")
_LOOK_ALIKE = 84
_FAR_AWAY = 5  # letters
_LAST_S = re.compile(r"s(?=[.-]|$)")
_SCRAP, _LONG_WORD = 2, 6  # letters
_LABELS = 2  # of « gouv.fr »
_MIN_CUT, _MIN_STEM, _MIN_MEND = 8, 10, 12  # letters; shorter names say too little


@cache
def _squeezed_doors() -> dict[str, str]:
    return {squeeze(door.host): door.host for door in load_doors()}


def mend_host(host: str) -> str:
    """A host with the slips of OCR undone, when exactly one known door is that near.

    Only names that nobody but the State (or the practice site) can hold are mended, so that an
    imitation is never taken for the original.
    """
    if find_door(host) or is_exercise_host(host):
        return _nearest(host) if host.endswith(".exercice.test") else host
    host = _MISREAD_MAIL.sub("mail.", _MISREAD_G.sub("g", host))
    host = _MISREAD_FR.sub(".gouv.fr", host)
    return _nearest(host) if host.endswith(OFFICIAL) else spelled(host)


def _nearest(host: str) -> str:
    """The door of the same shape, else the only one a letter away."""
    shape = squeeze(host)
    same = _squeezed_doors().get(shape)
    if same and same.endswith(_ABSOLUTE):
        return same
    if len(shape) < _MIN_MEND or find_door(host):
        return host
    near = [
        door
        for squeezed, door in _squeezed_doors().items()
        if (
            OSA.distance(shape, squeezed, score_cutoff=1) <= 1
            or OSA.distance(host, door, score_cutoff=1) <= 1
        )
        and not _is_plural(host, door)
    ]
    return near[0] if len(near) == 1 else host


def _is_plural(host: str, door: str) -> bool:
    """Whether a name has one S more than a door, at a word's end: engines lose them, add none."""
    return any(f"{host[: s.start()]}{host[s.end() :]}" == door for s in _LAST_S.finditer(host))


def complete_host(shown: str, *, head: bool, tail: bool) -> str | None:
    """The only known door that begins (cut tail) or ends (cut head) as a cut host does."""
    core = shown.removeprefix("www.")
    if len(squeeze(core)) < _MIN_CUT:
        return None
    fits = [
        door
        for door in _squeezed_doors().values()
        if (tail and _begins(door, core)) or (head and _begins(door[::-1], core[::-1]))
    ]
    return fits[0] if len(fits) == 1 else None


def _begins(door: str, shown: str) -> bool:
    """Whether a name begins so, points and hyphens alike: « oise-gouv… » begins no name of ours."""
    return squeeze(door).startswith(squeeze(shown)) and _marks(door).startswith(_marks(shown))


def is_cut(host: str) -> bool:
    """Whether an unknown name is the beginning of known ones, whose end no bar had room for.

    Its last letter may be half hidden. « rdv-prefecture.in » could be a name of its own.
    """
    shape = squeeze(host.removeprefix("www."))
    whole = find_door(host) or is_exercise_host(host) or host.endswith(".in")
    if whole or len(shape) < _MIN_CUT:
        return False
    shown = host.removeprefix("www.")
    return any(
        len(shape) < len(squeezed) and (_begins(door, shown) or _begins(door, shown[:-1]))
        for squeezed, door in _squeezed_doors().items()
    )


def is_scrap(host: str) -> bool:
    """Whether an unknown name is what is left of a known one, badly read.

    Its first letters may be lost (« ninistration-etrangers… »), not only all that stood before.
    """
    shape, official = squeeze(host), host.endswith(".gouv.fr")
    if shape in _squeezed_doors():  # itself, or with other punctuation: « oise-gouv.fr »
        return False
    end = shape[_SCRAP:] if official and len(shape) >= _MIN_MEND else shape
    return any(
        (len(shape) < len(squeezed) and squeezed.endswith(end))
        or (len(shape) >= _MIN_CUT and squeezed.startswith(shape))
        or (official and OSA.distance(shape, squeezed, score_cutoff=_SCRAP) <= _SCRAP)
        for squeezed in _squeezed_doors()
    )


def is_elsewhere(shown: str) -> bool:
    """Whether what a bar shows, read badly, is far from every known name, or feigns one."""
    shape = squeeze(shown.removeprefix("www."))
    if "-gouv" in shown or "gouv-" in shown:
        return True
    far = _FAR_AWAY
    return all(OSA.distance(shape, door, score_cutoff=far) > far for door in _squeezed_doors())


def cut_elsewhere(shown: str) -> bool:
    """Whether the beginning or the end of a name, all that a bar shows, is that of no known one."""
    shown = shown.removeprefix("www.")
    return len(squeeze(shown)) >= _MIN_CUT and not any(
        _begins(door, shown) or _begins(door[::-1], shown[::-1])
        for door in _squeezed_doors().values()
    )


def lost_a_point(host: str) -> bool:
    """Whether an unknown name is a known one but for points: « rdv-prefecture.interieurgouv.fr ».

    Small letters lose them, and anyone can buy such a name: nothing tells which it is.
    """
    shape = host.replace(".", "")
    return not find_door(host) and any(shape == one.host.replace(".", "") for one in load_doors())


def nearly_official(host: str) -> bool:
    """Whether an unknown name is a known one but for a letter of its « gouv.fr ».

    « rdv-prefecture.interieur.couv.fr »: a slip of the engine far sooner than a name that someone
    bought, but nothing tells.
    """
    parts = host.rsplit(".", _LABELS)
    ending = ".".join(parts[1:])
    if len(parts) <= _LABELS or OSA.distance(ending, "gouv.fr", score_cutoff=1) > 1:
        return False
    return ending != "gouv.fr" and find_door(mend_host(f"{parts[0]}.gouv.fr")) is not None


def misread_twice(one: str, other: str) -> str | None:
    """The only known door that two different readings of a name each miss by a letter.

    An imitation is read the same twice; points and hyphens are the door's own.
    """
    if one == other:
        return None
    near = [
        door
        for shape, door in _squeezed_doors().items()
        if len(shape) >= _MIN_MEND
        and door.endswith(_ABSOLUTE)
        and all(
            OSA.distance(squeeze(name), shape, score_cutoff=1) <= 1 and _marks(name) == _marks(door)
            for name in (one, other)
        )
    ]
    return near[0] if len(near) == 1 else None


def _marks(name: str) -> str:
    return re.sub(r"[^.-]", "", name)


@cache
def _glued() -> dict[str, str]:
    """Two words of a path whose slash an engine did not see."""
    return {
        squeeze(one + other): f"{one}/{other}" for one, other in pairwise(_WORDS) if one != "cgu"
    }


def _same_word(word: str, part: str) -> bool:
    one, other = squeeze(word), squeeze(part.replace("cqu", "cgu"))
    long = min(len(one), len(other)) >= _LONG_WORD
    inside = not (one.startswith(other) or other.startswith(one))  # not a plural
    near = long and inside and OSA.distance(one, other, score_cutoff=1) <= 1
    return one == other or near or (word == "jsp" and part in _JSP)


def _pair(part: str) -> str | None:
    """« rdvpreffreservation »: a slash unseen, or read as the letter before it."""
    for one, other in pairwise(_WORDS):  # « elementujsp »
        between = part[len(one) : -len(other)]
        if part == f"{one}{between}{other}" and between and between.lower() in _SLASHES.lower():
            return f"{one}/{other}"
    shape = squeeze(part)
    near = [
        pair
        for glued, pair in _glued().items()
        if OSA.distance(shape, glued, score_cutoff=1) <= (len(glued) >= _MIN_MEND)
    ]
    return near[0] if len(near) == 1 else None


def mend_path(path: str) -> str:
    """Path words and numbers of the known platforms, with the confusions of OCR undone."""
    parts: list[str] = []
    words = _ARTICLE.sub("l", _with_last_slash(_mend_query(path))).split("/")
    for part in words:
        known = (*_WORDS, *_PLAIN_WORDS)
        name, mark, query = part.partition("?") if part[:1] != "?" else (part, "", "")
        twin = next((word for word in known if _same_word(word, name)), None)
        if twin:
            parts.append(f"{twin}{mark}{query}")
        elif pair := _pair(part):
            parts.append(pair)
        elif _FIGURES.fullmatch(part) and (re.search(r"\d", part) or "create" in parts):
            parts.append(part.translate(str.maketrans("OoIl|", "00111")))
        else:
            parts.append(spelled(part))
        if (
            parts[-1] == "create"
            and parts[1:]
            and OSA.distance(parts[-2], "booking", score_cutoff=_SCRAP) <= _SCRAP
        ):
            parts[-2] = "booking"  # nothing else comes before it
    return "/".join(parts)


def _with_last_slash(path: str) -> str:
    """« …/creneaul » is « …/creneau/ »: a slash read as a letter after a word of the platform."""
    last = path.rsplit("/", 1)[-1]
    ends = last[:-1] in _LAST and last[-1:] in _SLASHES
    return f"{path[:-1]}/" if ends else path


def mend_word(path: str) -> str:
    """The path of any other site: a capital i taken for an l, or the contrary; a nought alone."""
    path = re.sub(r"(?<=/)[oO](?=/|$)", "0", path)
    path = spelled(_ELIDED.sub("l", _CAPITAL_I.sub("I", _mend_query(path))))
    return re.sub(r"\.htm[I1|]$", ".html", path)


def _mend_query(path: str) -> str:
    """« & » read as the figure 8: no value holds a second « = »; an l that is an i."""
    return _MAILBOX.sub("mail", _AMPERSAND.sub(r"\1&", _QUESTION.sub("/?", path)))


def imitated(host: str) -> str | None:
    """The known host that an unknown one resembles, else None."""
    best, score = None, 0.0
    for door in load_doors():
        if is_exercise_host(door.host):
            continue
        ratio = fuzz.ratio(squeeze(host), squeeze(door.host))
        stem = door.host.removesuffix(".gouv.fr").removesuffix(".interieur")
        within = len(stem) > _MIN_STEM and squeeze(stem) in squeeze(host)
        if within or squeeze(door.host) in squeeze(host):
            ratio = max(ratio, _LOOK_ALIKE + 1.0)
        if ratio > score:
            best, score = door.host, ratio
    return best if score >= _LOOK_ALIKE else None
