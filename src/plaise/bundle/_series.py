"""The series of captures: one captioned page each, in the order of the inventory."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from plaise.dossier import Capture, Entry, PlaiseError
from plaise.reading import LIGHT, REDACTED_CAPTION, redact_safely

from ._captioned import CaptionedPdf, Figure
from ._labels import NBSP, answer, ascii_words, hour, moment_words, wording
from ._layout import LEGIBLE, Line
from ._parts import part_of
from ._pictures import (
    Picture,
    UnusablePictureError,
    light_bytes,
    light_picture,
    load_picture,
)
from ._sources import Originals

ADDED = f"Légende ajoutée par Plaise{NBSP}; original conservé."
LIGHTER = f"Copie allégée{NBSP}; l’original, d’où vient cette empreinte, est conservé."
DERIVED = f"Image réencodée sans perte (copie dérivée){NBSP}; original conservé."


@dataclass(frozen=True, slots=True)
class SeriesFile:
    """Captures of the series that stand in one file.

    `places` are their places in the whole series, counted from 1, and `total` its length. A
    selection sent by e-mail bears no exhibit number (`numbered`): no inventory goes with it.
    """

    entries: Sequence[Entry]
    places: Sequence[int]
    total: int
    numbered: bool = True

    @property
    def title(self) -> str:
        """The title of the document."""
        if not self.numbered:
            return "Captures d’écran"
        first, last = self.entries[0].number, self.entries[-1].number
        span = f"pièces n°{NBSP}{first} à {last}" if last > first else f"pièce n°{NBSP}{first}"
        return f"Captures d’écran, {span}"


def measure(capture: Capture, originals: Originals, *, lossless: bool = False) -> int:
    """The bytes that a capture brings to its file; a copy is made when one is needed.

    Raises:
        PlaiseError: the capture is missing or is not a picture that can be shown.
        OSError: the disk refused a copy.
    """
    name = f"{capture.sha256}-{_kind(capture)}{'sans-perte' if lossless else LIGHT}"
    return originals.weights.of(
        name, lambda: load_capture(capture, originals, lossless=lossless).size
    )


def load_capture(capture: Capture, originals: Originals, *, lossless: bool = False) -> Picture:
    """The picture of a capture: its light copy, unless that would spare little.

    An original is read, and checked against its hash, only when a copy must be made of it;
    `write_series` checks it again when it writes.

    Args:
        capture: what to show.
        originals: where originals and copies are.
        lossless: show every point in its own colour.

    Raises:
        PlaiseError: the capture is missing, has changed or cannot be shown.
        OSError: the disk refused a copy.
    """
    shown = partial(shown_bytes, capture, originals)
    name = f"{capture.sha256}-{_kind(capture)}"
    try:
        if not lossless:
            made = originals.derivative(f"{name}{LIGHT}", lambda: light_bytes(shown()))
            if made:
                return light_picture(made)
        return load_picture(shown(), lambda kind, make: originals.derivative(f"{name}{kind}", make))
    except UnusablePictureError as error:
        raise _unusable(capture, error.why) from error


def prepare_capture(capture: Capture, originals: Originals) -> None:
    """Make the light copy of a capture now, so that no package waits for it.

    Raises:
        PlaiseError: the capture is missing or is not a picture that can be shown.
        OSError: the disk refused the copy.
    """
    load_capture(capture, originals)


def _kind(capture: Capture) -> str:
    """What a copy is a copy of: a picture of the file, with some parts hidden."""
    part = "" if capture.reading.part is None else f"{capture.reading.part}-"
    if not capture.redacted:
        return part
    return f"{part}{hashlib.sha256(repr(capture.redacted).encode()).hexdigest()[:16]}-"


def shown_bytes(capture: Capture, originals: Originals) -> bytes:
    """The bytes of what the capture shows, its original checked against its hash."""
    raw = originals.read(capture.path, sha256=capture.sha256)
    if capture.reading.part is not None:
        raw = part_of(raw, capture)
    if not capture.redacted:
        return raw
    name = f"{capture.sha256}-{_kind(capture)}masquee"
    return originals.derivative(name, lambda: redact_safely(raw, capture.redacted, ()))


def _unusable(capture: Capture, why: str) -> PlaiseError:
    return PlaiseError(
        f"La capture « {capture.path} » ne peut pas devenir une page : {why}.",
        safe="L’original n’a pas été modifié.",
        to_do="Retirez ce fichier du dossier des captures, ou refaites-le en PNG.",
    )


def write_series(
    stream: BinaryIO,
    file: SeriesFile,
    captures: Mapping[str, Capture],
    originals: Originals,
    *,
    mark: str,
    lossless: bool = False,
) -> None:
    """Write one file of the series, a page at a time.

    Args:
        stream: where it goes.
        file: which exhibits, and their place in the whole series.
        captures: the captures by source.
        originals: where they are read.
        mark: words on every page, or nothing.
        lossless: every point in its own colour, instead of light copies.

    Raises:
        PlaiseError: a capture is missing, has changed or cannot be shown.
        OSError: the disk refused.
    """
    pdf = CaptionedPdf(
        stream,
        title=file.title,
        mark=mark,
        seed=" ".join((mark, *(entry.sha256 for entry in file.entries))),
    )
    # The originals are hashed meanwhile: a copy must not outlive what it is a copy of.
    with ThreadPoolExecutor(2, thread_name_prefix="plaise-hash") as hashing:
        checks: list[Future[None]] = []
        for index, entry in zip(file.places, file.entries, strict=True):
            capture = captures[entry.source]
            picture = load_capture(capture, originals, lossless=lossless)
            if picture.light:
                checks.append(hashing.submit(originals.check, capture.path, capture.sha256))
            pdf.add(_figure(file, index, entry, capture, picture))
        for check in checks:
            check.result()
    pdf.close()


def _figure(
    file: SeriesFile, index: int, entry: Entry, capture: Capture, picture: Picture
) -> Figure:
    head = f"capture {index} sur {file.total}"
    head = f"Pièce n°{NBSP}{entry.number} – {head}" if file.numbered else head.capitalize()
    return Figure(
        picture=picture,
        alt=_alt(capture, entry),
        caption=_caption(capture, entry, head, picture),
        bookmark=_bookmark(capture, entry, index, numbered=file.numbered),
    )


def _caption(capture: Capture, entry: Entry, head: str, picture: Picture) -> tuple[Line, ...]:
    when = moment_words(capture, joint=", ") or "date non affichée"
    where = capture.reading.host or "adresse non affichée"
    words = wording(capture)
    shown = answer(capture)
    if words:
        shown += f" – la page affiche{NBSP}: «{NBSP}{words}{NBSP}»"
    return (
        Line(f"{head} – {when} – {where}", 11),
        Line(shown[0].upper() + shown[1:], 9),
        Line(f"SHA-256 de l’original{_within(capture)}{NBSP}: {entry.sha256}", LEGIBLE),
        Line(_copied(capture, picture), LEGIBLE),
    )


def copied(picture: Picture) -> str:
    """What was added to the original, or what its copy is."""
    if picture.light:
        return LIGHTER
    return DERIVED if picture.derived else ADDED


def _copied(capture: Capture, picture: Picture) -> str:
    if not capture.redacted:
        return copied(picture)
    hidden = f"{REDACTED_CAPTION[0].upper()}{REDACTED_CAPTION[1:]} (article R. 611-8-7)."
    return f"{hidden} {LIGHTER}" if picture.light else hidden


def _within(capture: Capture) -> str:
    """Which picture of its file a capture is, when the file holds many."""
    part = capture.reading.part
    return "" if part is None else f" ({capture.name}, image n°{NBSP}{part})"


def _alt(capture: Capture, entry: Entry) -> str:
    words = wording(capture)
    return f"{entry.label}. La page affiche{NBSP}: «{NBSP}{words}{NBSP}»." if words else entry.label


def _bookmark(capture: Capture, entry: Entry, index: int, *, numbered: bool) -> str:
    moment = capture.moment
    parts = [f"Piece {entry.number}", f"capture {index}"] if numbered else [f"Capture {index}"]
    if moment is not None:
        parts.append(moment.date().isoformat())
        if capture.shown_at is not None:
            parts.append(ascii_words(hour(moment)))
    return " - ".join(parts)
