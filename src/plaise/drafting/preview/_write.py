"""Three invented briefs, and their acts written as PDF and DOCX."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from plaise.dossier import (
    Capture,
    Dossier,
    Entry,
    ExhibitPlan,
    PlaiseError,
    Reading,
    Result,
    Source,
    parse_dossier,
)

from .._brief import Act, Brief
from .._details import Details, parse_details
from .._docx import to_docx
from .._draft import draft
from .._pdf import to_pdf

_HERE = Path(__file__).parent
_ATTEMPTS = {"1-feminin": (24, True), "2-masculin": (3, True), "3-inclusif": (6, False)}
_SPAN = timedelta(days=34)
_DETAILS = "precisions.toml"
_START = "2026-10-12T08:14"


@dataclass(frozen=True, slots=True)
class Seen:
    """One act of one person: where it was written, or why it was refused.

    Attributes:
        act: which act.
        person: « 1-feminin », the name of her file.
        files: what was written.
        refused: what the blocking checks said, when they refused it.
    """

    act: Act
    person: str
    files: tuple[Path, ...] = ()
    refused: str = ""


def write_preview(folder: Path, acts: Sequence[Act]) -> Iterator[Seen]:
    """Write each act for each invented person, one after the other.

    Args:
        folder: where; made when it is not there.
        acts: which acts.

    Raises:
        OSError: the disk refused.
    """
    folder.mkdir(parents=True, exist_ok=True)
    briefs = preview_briefs()
    for act in acts:
        for person, brief in briefs.items():
            yield _written(folder, act, person, brief)


def _written(folder: Path, act: Act, person: str, brief: Brief) -> Seen:
    try:
        document = draft(act, brief, _details())
    except PlaiseError as error:
        return Seen(act, person, refused=error.happened)
    files = (folder / f"{act.value}-{person}.pdf", folder / f"{act.value}-{person}.docx")
    for path, write in zip(files, (to_pdf, to_docx), strict=True):
        path.write_bytes(write(document, made_on=brief.today))
    return Seen(act, person, files)


def preview_briefs() -> dict[str, Brief]:
    """The brief of each invented person, by the name of her file."""
    return {path.stem: _brief(path) for path in sorted(_HERE.glob("[0-9]-*.toml"))}


@cache
def _details() -> Details:
    return parse_details((_HERE / _DETAILS).read_text(encoding="utf-8"), name=_DETAILS)


def _brief(path: Path) -> Brief:
    dossier = parse_dossier(path.read_text(encoding="utf-8"))
    count, clock = _ATTEMPTS.get(path.stem, (8, True))
    captures = tuple(_captures(dossier, count, clock=clock))
    today = dossier.acts_on or _first().date()
    return Brief(dossier=dossier, captures=captures, plan=_plan(dossier, captures), today=today)


def _first() -> datetime:
    return datetime.fromisoformat(_START)


def _captures(dossier: Dossier, count: int, *, clock: bool) -> Iterator[Capture]:
    """Refusals spread over five weeks (over one morning when there are few)."""
    step = _SPAN / count if count > 3 else timedelta(minutes=50)  # noqa: PLR2004
    address = dossier.request.booking_address.partition("://")[2]
    for number in range(count):
        when = _first() + step * number
        name = f"refus-{number + 1:02d}.png"
        digest = hashlib.sha256(name.encode()).hexdigest()
        reading = Reading(
            file=name,
            sha256=digest,
            width=1366,
            height=768,
            result=Result.REFUSAL,
            url=address,
            host=address.partition("/")[0],
            date=f"{when:%Y-%m-%d}",
            time=f"{when:%H:%M}" if clock else None,
            zone=dossier.zone,
            zone_source=Source.DEFAULT,
            wording="ez_plus_de_plage",
            exercise=True,
        )
        yield Capture(path=f"captures/{name}", sha256=digest, size=200_000, reading=reading)


def _plan(dossier: Dossier, captures: Sequence[Capture]) -> ExhibitPlan:
    """One file for each piece, one series for the captures, a page each."""
    pieces = [
        Entry(
            number=number,
            label=piece.label,
            dated=piece.dated,
            source=f"pieces/{piece.file}",
            sha256=hashlib.sha256(piece.file.encode()).hexdigest(),
            file=f"piece-{number:02d}.pdf",
            first_page=1,
            pages=1,
        )
        for number, piece in enumerate(dossier.pieces, 1)
    ]
    series = [
        Entry(
            number=len(pieces) + page,
            label=f"Capture d’écran du {capture.shown_on:%d/%m/%Y}",
            dated=capture.shown_on,
            source=capture.path,
            sha256=capture.sha256,
            file="captures.pdf",
            first_page=page,
            pages=1,
            in_series=True,
        )
        for page, capture in enumerate(captures, 1)
    ]
    return ExhibitPlan(entries=(*pieces, *series))
