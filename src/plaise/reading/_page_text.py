"""The page's own text and address, brought by the browser extension: better than any OCR.

Data contract: beside `NAME`, a file `NAME.page.json` (UTF-8, at most 2 MB), an object with `url`,
`title`, `text` (what the page displays, one line a line), `captured_at` and, when the site gave
one, `server_date` (both ISO 8601 with offset), and `version` 1. Written by a program on the
person's machine, hence hostile until validated, and never believed against the picture: where the
two disagree, both are shown.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from pydantic import Field, ValidationError

from plaise.dossier import Box, Finding, Reading, Result, Source
from plaise.dossier._base import Value

from ._address import read_address
from ._engine import Line
from ._page import Page
from ._wording import judge

SIDECAR = ".page.json"
_MOST = 2_000_000
_WIDTH, _STEP, _LINES = 1366, 40, 1_000
_APART = 10  # minutes


class PageText(Value):
    """What the extension saw of a page, in the instant of the capture."""

    version: Literal[1]
    url: str = Field(max_length=4_000, pattern=r"^https?://")
    title: str = Field(default="", max_length=1_000)
    text: str = Field(default="", max_length=1_000_000)
    captured_at: datetime
    server_date: datetime | None = None


def is_sidecar(name: str) -> bool:
    """Whether a file is the page text of a capture, not a capture."""
    return name.endswith(SIDECAR)


def parse_page_text(data: bytes) -> PageText | None:
    """The page text that a sidecar holds; None when it does not keep the contract."""
    if len(data) > _MOST:
        return None
    try:
        return PageText.model_validate_json(data)
    except ValidationError:
        return None


def apply_page_text(reading: Reading, page: PageText) -> Reading:
    """The reading of a picture completed by the page's own words.

    The whole address replaces one that the screen cut; the result is taken from the text when the
    picture alone said nothing. A refusal is never made from the text alone against a picture that
    says otherwise: the disagreement is told.
    """
    if reading.result is Result.UNREADABLE:
        return reading
    told = list(reading.warnings)
    findings, changes = dict(reading.findings), dict[str, object]()
    address = read_address(Line(page.url, Box(x=0, y=0, width=_WIDTH, height=20), 1.0))
    host = address.host if address else ""
    if reading.host in {None, host}:
        changes |= {"url": page.url, "host": host or None}
        findings["url"] = Finding(value=page.url, seen=page.url, confidence=1, source=Source.PAGE)
    else:
        told.append(_apart("l’adresse", reading.host, host))
    result, wording = _result(page)
    if result is reading.result:
        changes["wording"] = wording or reading.wording
    elif reading.result is Result.OTHER_PAGE and not reading.warnings:
        changes |= {"result": result, "wording": wording}
        findings["result"] = Finding(value=result.value, confidence=0.95, source=Source.PAGE)
    elif result is not Result.OTHER_PAGE:
        told.append(_apart("le résultat", reading.result.value, result.value))
    told += _clock(reading, page.captured_at)
    missing = tuple(one for one in reading.missing if one != "url" or not changes.get("url"))
    changes |= {"findings": findings, "warnings": tuple(told), "missing": missing}
    return reading.model_copy(update=changes)


def _result(page: PageText) -> tuple[Result, str | None]:
    texts = [page.url.removeprefix("https://").removeprefix("http://")]
    texts += [line.strip() for line in page.text.splitlines() if line.strip()][:_LINES]
    lines = [
        Line(text, Box(x=100, y=30 + _STEP * n, width=9 * len(text), height=18), 1.0)
        for n, text in enumerate(texts)
    ]
    shown = Page.of(_WIDTH, 60 + _STEP * len(lines), lines)
    verdict = judge(shown, read_address(lines[0]))
    return verdict.result, verdict.match.phrase.id if verdict.match else None


def _clock(reading: Reading, at: datetime) -> list[str]:
    if not reading.date or not reading.time:
        return []
    screen = datetime.fromisoformat(f"{reading.date}T{reading.time}")
    if abs((at.replace(tzinfo=None) - screen).total_seconds()) <= 60 * _APART:
        return []
    return [_apart("l’heure", f"{reading.date} {reading.time}", f"{at:%Y-%m-%d %H:%M}")]


def _apart(what: str, picture: str | None, page: str) -> str:
    return f"Pour {what}, l’image montre « {picture} » et la page disait « {page} » : à vérifier."
