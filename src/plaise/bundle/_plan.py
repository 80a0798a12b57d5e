"""The exhibit plan: which exhibits, in what order, under which numbers, in which files.

Sources: R. 412-2 CJA (detailed inventory, continuous and increasing numbers, explicit labels);
R. 414-5 CJA (one file per exhibit; a homogeneous series may be grouped when the inventory lists
every exhibit in the same order); 32 Mo per file on Télérecours citoyens (CAA Versailles, page
« En pratique », undated).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from plaise.dossier import (
    Capture,
    Dossier,
    Entry,
    ExhibitDecisions,
    ExhibitPlan,
    Piece,
    PieceKind,
    PlaiseError,
    Result,
)

from ._labels import capture_label, file_name, shorten
from ._probe import probe
from ._series import measure
from ._sources import Originals

DEFAULT_CAP = 30_000_000
USED = frozenset({Result.REFUSAL, Result.BLOCKED_FORM, Result.OUTAGE, Result.SLOT_OFFERED})
_ORDER = tuple(PieceKind)
_MARGIN = 0.99
# What a file weighs besides the bytes of its originals: font, profile, metadata; then each page.
# Upper bounds, checked by the tests, so that no file is found too heavy once it is written.
FILE_WEIGHT = 90_000
PAGE_WEIGHT = 5_000
_AS_USUAL = ExhibitDecisions()


@dataclass(frozen=True, slots=True)
class _Measured:
    """A piece and what it will be in the package."""

    piece: Piece
    source: str
    sha256: str
    pages: int


def plan(
    dossier: Dossier,
    captures: Sequence[Capture],
    originals: Originals,
    *,
    cap_bytes: int = DEFAULT_CAP,
    decisions: ExhibitDecisions = _AS_USUAL,
) -> ExhibitPlan:
    """Number every exhibit and decide its file and pages, before anything is drafted.

    Pieces come first, by kind then date, each in its own file; captures come last as a series, in
    the order of their moments, cut into as many files as the limit asks. Originals are only read.
    A picture that no PDF can hold as it is gets a lossless derivative, kept beside.

    Args:
        dossier: the facts.
        captures: every capture; those set aside or that prove nothing are left out.
        originals: where they are read.
        cap_bytes: the most that one file may weigh; 1 % of it is kept as a margin.
        decisions: another order, exhibits left out, what was filed before.

    Raises:
        PlaiseError: an original is missing, unusable, too heavy, or cited though left out.
        OSError: the disk refused a derivative.
    """
    most = int(cap_bytes * _MARGIN)
    out = {entry.source for entry in decisions.filed} | set(decisions.left_out)
    wanted = [piece for piece in dossier.pieces if _source(piece) not in out]
    _check_cited(dossier, decisions)
    pieces = [
        _measure(dossier, piece, originals, most)
        for piece in sorted(wanted, key=partial(_place, decisions))
    ]
    used = in_order([one for one in captures if is_used(one) and one.source not in out])
    first = max((entry.number for entry in decisions.filed), default=0) + 1
    digits = max(2, len(str(first - 1 + len(pieces) + len(used))))
    batch = max((entry.batch + 1 for entry in decisions.filed), default=0)
    entries = [
        _piece_entry(number, digits, one, batch) for number, one in enumerate(pieces, start=first)
    ]
    groups = [[one] for one in used] if decisions.apart else _groups(used, originals, most)
    if decisions.apart:
        _groups(used, originals, most)  # says what is too heavy
    for index, group in enumerate(groups, start=1):
        share = (1, 1) if decisions.apart else (index, len(groups))
        entries += _group_entries(group, first + len(entries), digits, share, batch)
    return ExhibitPlan(entries=(*decisions.filed, *entries), filed_up_to=first - 1)


def _source(piece: Piece) -> str:
    return f"pieces/{piece.file}"


def _place(decisions: ExhibitDecisions, piece: Piece) -> tuple[int, tuple[object, ...]]:
    """Where a piece stands: first those that the person ordered, then by kind and date."""
    order, source = decisions.order, _source(piece)
    return (order.index(source) if source in order else len(order), _rank(piece))


def _check_cited(dossier: Dossier, decisions: ExhibitDecisions) -> None:
    """Refuse to leave out a piece that an act would cite: its number would be nowhere."""
    cited = {
        f"pieces/{name}"
        for names in (
            *(one.pieces for one in dossier.urgency),
            *(one.pieces for one in dossier.contacts),
            dossier.relief.costs_pieces,
        )
        for name in names
    }
    for source in decisions.left_out:
        if source in cited:
            raise PlaiseError(
                f"« {source} » est laissée de côté, mais dossier.toml la cite comme preuve.",
                safe="Le fichier est toujours dans votre dossier.",
                to_do="Retirez-la de la liste « pieces » qui la cite, ou reprenez-la avec "
                "« plaise pieces DOSSIER --keep ».",
            )


def is_used(capture: Capture) -> bool:
    """Whether a capture is an exhibit: a failed attempt, an outage, or a slot, never hidden."""
    return not capture.set_aside and capture.reading.result in USED


def in_order(captures: Sequence[Capture]) -> list[Capture]:
    """Captures in the order of their moments, undated ones last."""
    return sorted(captures, key=_moment)


def _rank(piece: Piece) -> tuple[int, bool, date, str]:
    return (_ORDER.index(piece.kind), piece.dated is None, piece.dated or date.max, piece.file)


def _moment(capture: Capture) -> tuple[bool, datetime, str, int]:
    moment = capture.moment
    return (
        moment is None,
        moment or datetime.max,  # noqa: DTZ901 (moments are as displayed, without a zone)
        capture.path,
        capture.reading.part or 0,
    )


def _measure(dossier: Dossier, piece: Piece, originals: Originals, most: int) -> _Measured:
    source = _source(piece)
    raw = originals.read(source)
    sha256 = hashlib.sha256(raw).hexdigest()
    found = probe(raw, piece.file, originals.keeper(sha256), marked=dossier.exercise)
    weight = found.size + (FILE_WEIGHT + found.pages * PAGE_WEIGHT if found.changed else 0)
    if weight > most:
        raise too_heavy(source, weight, most)
    return _Measured(piece, source, sha256, found.pages)


def _piece_entry(number: int, digits: int, measured: _Measured, batch: int) -> Entry:
    label = shorten(measured.piece.label)
    return Entry(
        number=number,
        label=label,
        dated=measured.piece.dated,
        source=measured.source,
        sha256=measured.sha256,
        file=file_name(f"{number:0{digits}d}", label),
        first_page=1,
        pages=measured.pages,
        batch=batch,
    )


def cut(
    captures: Sequence[Capture], originals: Originals, cap_bytes: int, *, lossless: bool = False
) -> list[list[Capture]]:
    """The series cut in order, no file above the limit.

    Raises:
        PlaiseError: a capture alone is above it, is missing or cannot be shown.
    """
    return _groups(captures, originals, int(cap_bytes * _MARGIN), lossless=lossless)


def _groups(
    captures: Sequence[Capture], originals: Originals, most: int, *, lossless: bool = False
) -> list[list[Capture]]:
    groups: list[list[Capture]] = []
    filled = most
    for capture in captures:
        weight = measure(capture, originals, lossless=lossless) + PAGE_WEIGHT
        if FILE_WEIGHT + weight > most:
            raise too_heavy(capture.path, FILE_WEIGHT + weight, most)
        if not groups or filled + weight > most:
            groups.append([])
            filled = FILE_WEIGHT
        groups[-1].append(capture)
        filled += weight
    originals.weights.keep()
    return groups


def _group_entries(
    group: Sequence[Capture], first: int, digits: int, share: tuple[int, int], batch: int
) -> list[Entry]:
    last = first + len(group) - 1
    numbers = f"{first:0{digits}d}" + (f"_a_{last:0{digits}d}" if last > first else "")
    words = "Captures d’écran" if last > first else "Capture d’écran"
    end = f"{share[0]}_sur_{share[1]}" if share[1] > 1 else ""
    file = file_name(numbers, words, end)
    return [
        Entry(
            number=first + index,
            label=capture_label(capture),
            dated=capture.shown_on,
            source=capture.source,
            sha256=capture.sha256,
            file=file,
            first_page=index + 1,
            pages=1,
            in_series=True,
            batch=batch,
        )
        for index, capture in enumerate(group)
    ]


def too_heavy(source: str, weight: int, most: int) -> PlaiseError:
    """What to tell of a file that goes over the court's limit; `weight` and `most` in bytes."""
    return PlaiseError(
        f"« {source} » pèserait {_megabytes(weight)} dans le paquet ; la limite par fichier est "
        f"de {_megabytes(most)}.",
        safe="Votre fichier n’a pas été modifié.",
        to_do="Numérisez ou enregistrez ce document avec une définition plus faible (150 points "
        "par pouce suffisent pour du texte). Si ce n’est pas possible, la pièce peut être remise "
        "sur un support matériel (article R. 414-5 du code de justice administrative).",
    )


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.1f}\u00a0Mo".replace(".", ",")
