"""The address shown by the browser, and the door that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from plaise.law._doors import find_door, is_exercise_host, load_doors, platform_of

from ._engine import Line
from ._fold import fold, squeeze
from ._page import Page

_TOP, _BOTTOM, _LOW_TOP = 0.22, 0.14, 0.42
_LABEL = r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_URL = re.compile(
    rf"(?P<scheme>https?:?//?)?(?P<host>{_LABEL}(?:\.{_LABEL})*(?:\.[a-z]{{2,}})|localhost|"
    r"127\.0\.0\.1)(?P<port>:\d{2,5})?(?P<path>/[^\s]*)?",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?P<head>…|\.{2,3})?(?P<host>[a-z0-9][a-z0-9.-]{7,})(?P<tail>…|\.{2,3})?$", re.I
)
_ENDINGS = {
    "fr", "com", "org", "net", "eu", "info", "io", "test", "be", "ch", "re", "paris", "app", "dev",
    "gouv", "ai", "co", "uk", "de", "es", "it", "tv", "me",
}  # fmt: skip
_WORDS = ("index.php", "booking", "create", "rdvpref", "reservation", "demarche", "cgu", "creneau",
          "coordonnees")  # fmt: skip
_LOOK_ALIKE = 84
_FEW_LINES = 2  # above an address that stands low: a cropped window's title, no more
_MIN_CUT, _MIN_STEM = 8, 10  # letters; shorter names say too little
_CHROME_WORDS = {"non", "securise", "aa", "url", "ai", "https", "http", "nonsecurise"}


@dataclass(frozen=True)
class Address:
    """An address as displayed, and the host that it leads to.

    `known`: a door of ours, or an exercise host. `official`: under `gouv.fr`, hence not an
    impostor. `imitates`: the known host that an unknown one could be taken for.
    """

    url: str
    host: str
    host_shown: str
    path: str
    line: Line
    confidence: float
    known: bool
    imitates: str | None = None

    @property
    def official(self) -> bool:
        """Whether only the State can hold that name."""
        return self.known or self.host.endswith(".gouv.fr")


def find_address(page: Page) -> Address | None:
    """The address in the address bar: the highest one of the screen's top, or a phone's bottom."""
    zones = [page.between(0, _TOP * page.screen)]
    if page.upright:
        zones.append(page.between(page.height - _BOTTOM * page.screen, page.height))
    for zone in zones:
        if found := _first(zone):
            return found
    middle = page.between(_TOP * page.screen, _LOW_TOP * page.screen)
    above = page.between(0, _TOP * page.screen)
    if len(above) <= _FEW_LINES and middle and (found := _first(middle[:3])) and found.known:
        return found
    return None


def _first(lines: Sequence[Line]) -> Address | None:
    found = [one for line in lines if (one := read_address(line))]
    known = [one for one in found if one.known or one.path]
    return next(iter(known or found), None)


def read_address(line: Line) -> Address | None:
    """The address that one line shows, when it shows nothing else."""
    text = _mend_spaces(line.text.strip())
    for match in _URL.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _is_chrome(before) and _is_chrome(after) and (one := _build(match, line)):
            return one
    return _complete(text, line)


def _mend_spaces(text: str) -> str:
    """Engines cut an address where letters stand apart: « create/982 9/2 »."""
    text = text.replace("：", ":")
    text = re.sub(r"(?<=[a-z0-9][./-])\s+(?=[a-z0-9])", "", text, flags=re.I)
    text = re.sub(r"(?<=[a-z0-9])\s+(?=[./-][a-z0-9])", "", text, flags=re.I)
    text = re.sub(r"(/\d+)\s+(\d+/)", r"\1\2", text)
    joined = re.sub(r"(/\d+)\s+(\d+)$", r"\1\2", text)
    if joined != text and _fits(joined):
        return joined
    return text


def _fits(text: str) -> bool:
    match = _URL.search(text)
    if not match or not match["path"]:
        return False
    address = f"{match['host'].lower().removeprefix('www.')}{match['path'].lower()}"
    platform = platform_of(match["host"], match["path"])
    return platform is not None and any(re.search(p, address) for p in platform.url_patterns)


def _is_chrome(text: str) -> bool:
    """Whether what surrounds an address is only icons, a zoom level or a security word."""
    return set(re.findall(r"[a-z]{2,}", fold(text))) <= _CHROME_WORDS


def _build(match: re.Match[str], line: Line) -> Address | None:
    shown = match["host"].lower()
    bare = shown.removeprefix("www.")
    host = mend_host(bare)
    known = find_door(host) is not None or is_exercise_host(host)
    plausible = match["scheme"] or shown.startswith("www.") or host.rsplit(".", 1)[-1] in _ENDINGS
    if not known and not plausible:
        return None
    if host != bare:
        shown = shown.replace(bare, host)
    path = _mend_path(match["path"] or "") if known else match["path"] or ""
    path = re.sub(r"[.…]+$", "…", path)  # no address ends with a full stop: the bar was too narrow
    scheme = match["scheme"] or ""
    if scheme:
        scheme = "https://" if scheme.lower().startswith("https") else "http://"
    return Address(
        url=f"{scheme}{shown}{match['port'] or ''}{path}",
        host=host,
        host_shown=shown,
        path=path,
        line=line,
        confidence=line.confidence * (1 if host == bare else 0.9),
        known=known,
        imitates=None if known else imitated(host),
    )


def _complete(text: str, line: Line) -> Address | None:
    """A host that a narrow screen cut: completed when a single known door fits."""
    match = _CUT.search(text.lower())
    if not match or not (match["head"] or match["tail"]) or not _is_chrome(text[: match.start()]):
        return None
    shown = match["host"].strip(".")
    core = squeeze(shown.removeprefix("www."))
    if len(core) < _MIN_CUT:
        return None
    fits = [
        door.host
        for door in load_doors()
        if (match["tail"] and squeeze(door.host).startswith(core))
        or (match["head"] and squeeze(door.host).endswith(core))
    ]
    if len(fits) != 1:
        return None
    return Address(
        url=match.group(0), host=fits[0], host_shown=match.group(0), path="", line=line,
        confidence=line.confidence * 0.8, known=True,
    )  # fmt: skip


@cache
def _squeezed_doors() -> dict[str, str]:
    return {squeeze(door.host): door.host for door in load_doors()}


def mend_host(host: str) -> str:
    """A host with the confusions of OCR undone, when a known door has the same shape.

    Only names that nobody but the State (or the practice site) can hold are mended, so that an
    imitation is never taken for the original.
    """
    if find_door(host) or is_exercise_host(host):
        return host
    same = _squeezed_doors().get(squeeze(host))
    if same and squeeze(host.rsplit(".", 1)[-1]) == squeeze(same.rsplit(".", 1)[-1]):
        return same
    return host


def _mend_path(path: str) -> str:
    """Path words and numbers of the known platforms, with the confusions of OCR undone."""
    parts = []
    for part in path.split("/"):
        twin = next((word for word in _WORDS if squeeze(word) == squeeze(part)), None)
        if twin and part.lower() != twin:
            parts.append(twin)
        elif re.fullmatch(r"[\dOoIl|]+", part) and re.search(r"\d", part):
            parts.append(part.translate(str.maketrans("OoIl|", "00111")))
        else:
            parts.append(part)
    return "/".join(parts)


def imitated(host: str) -> str | None:
    """The known host that an unknown one resembles, else None."""
    best, score = None, 0.0
    for door in load_doors():
        if is_exercise_host(door.host):
            continue
        ratio = fuzz.ratio(squeeze(host), squeeze(door.host))
        stem = door.host.removesuffix(".gouv.fr").removesuffix(".interieur")
        if len(stem) > _MIN_STEM and squeeze(stem) in squeeze(host):
            ratio = max(ratio, _LOOK_ALIKE + 1.0)
        if ratio > score:
            best, score = door.host, ratio
    return best if score >= _LOOK_ALIKE else None
