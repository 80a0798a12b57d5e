"""Writing the exhibits that the plan decided: each file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

import pikepdf

from plaise.dossier import Capture, Dossier, Entry, ExhibitPlan, PlaiseError, whole_file

from ._captioned import CaptionedPdf, Figure
from ._labels import NBSP, ascii_words
from ._layout import LEGIBLE, Line
from ._pictures import Picture, load_pages
from ._probe import Way, mail_pages, office_pages, open_pdf, probe
from ._series import SeriesFile, copied, write_series
from ._sources import Originals
from ._strip import write_with_strips

EXERCISE_MARK = "Exemple – exercice, à ne pas déposer"
_STRIP = f"Bandeau ajouté par Plaise{NBSP}; original conservé."
_ADDED = {
    Way.OFFICE: "Pages faites par Plaise à partir du fichier de traitement de texte, dont la mise "
    f"en page peut différer{NBSP}; original conservé.",
    Way.MAIL: f"Pages faites par Plaise à partir du courriel{NBSP}; original conservé.",
}


@dataclass(frozen=True, slots=True)
class _Work:
    """What every file is written from."""

    plan: ExhibitPlan
    captures: dict[str, Capture]
    originals: Originals
    mark: str


def exhibit_files(
    plan: ExhibitPlan,
    dossier: Dossier,
    captures: Sequence[Capture],
    originals: Originals,
    *,
    mark: str = "",
    skip: Collection[str] = (),
) -> Iterator[tuple[str, Callable[[BinaryIO], None]]]:
    """The files of the exhibits, each as its name and what writes it.

    Args:
        plan: what `plaise.bundle.plan` decided.
        dossier: the facts; an exercise is always marked, whatever `mark` says.
        captures: the captures of the dossier.
        originals: where they are read.
        mark: words on every page, or nothing.
        skip: names of files that are not wanted, because they are there already.

    Raises:
        PlaiseError: an original is missing, has changed since the plan or cannot become pages.
        OSError: a derivative could not be kept.
    """
    mark = EXERCISE_MARK if dossier.exercise and not mark else mark
    by_source = {capture.source: capture for capture in captures}
    work = _Work(plan, by_source, originals, mark)
    for name, entries in plan.files.items():
        if name not in skip:
            yield name, partial(_write, entries=entries, work=work)


def write_exhibits(
    plan: ExhibitPlan,
    dossier: Dossier,
    captures: Sequence[Capture],
    originals: Originals,
    out: Path,
    *,
    mark: str = "",
) -> None:
    """Write the files of the exhibits into a directory, each whole or not at all.

    Raises:
        PlaiseError: as `exhibit_files`.
        OSError: the disk refused; files already written are whole, none is half-written.
    """
    for name, write in exhibit_files(plan, dossier, captures, originals, mark=mark):
        with whole_file(out / name) as stream:
            write(stream)


def _write(stream: BinaryIO, *, entries: Sequence[Entry], work: _Work) -> None:
    if entries[0].in_series:
        _write_series(stream, entries, work)
    else:
        _write_piece(stream, entries[0], work)


def _write_series(stream: BinaryIO, entries: Sequence[Entry], work: _Work) -> None:
    series = work.plan.series_of(entries[0])
    first = series.index(entries[0]) + 1
    file = SeriesFile(entries, range(first, first + len(entries)), len(series))
    write_series(stream, file, work.captures, work.originals, mark=work.mark)


def _write_piece(stream: BinaryIO, entry: Entry, work: _Work) -> None:
    raw = work.originals.read(entry.source, sha256=entry.sha256)
    keep = work.originals.keeper(entry.sha256)
    name = entry.source.removeprefix("pieces/")
    found = probe(raw, name, keep, marked=bool(work.mark))
    if found.way is Way.AS_IT_IS:
        stream.write(raw)
    elif found.way is Way.PICTURE:
        _write_pictures(stream, entry, load_pages(raw, keep), work.mark)
    else:
        pages = raw
        if found.way is Way.MAIL:
            pages = mail_pages(raw, name)
        elif found.way is Way.OFFICE:
            pages = office_pages(raw, name, keep)
        with open_pdf(pages, name) as pdf:
            _write_pages(stream, entry, pdf, work.mark, _ADDED.get(found.way, _STRIP))


def _write_pages(stream: BinaryIO, entry: Entry, pdf: pikepdf.Pdf, mark: str, added: str) -> None:
    def caption(page: int, pages: int) -> tuple[Line, ...]:
        where = f" – page {page} sur {pages}" if pages > 1 else ""
        return (
            Line(f"Pièce n°{NBSP}{entry.number} – {entry.label}{where}", 10),
            Line(f"SHA-256 de l’original{NBSP}: {entry.sha256} – {added}", LEGIBLE),
        )

    if len(pdf.pages) != entry.pages:
        raise PlaiseError(
            f"« {entry.source} » n’a plus le nombre de pages prévu.",
            to_do="Relancez la commande.",
        )
    write_with_strips(stream, pdf, caption, mark=mark)


def _write_pictures(stream: BinaryIO, entry: Entry, pictures: Iterable[Picture], mark: str) -> None:
    pdf = CaptionedPdf(
        stream,
        title=f"Pièce n°{NBSP}{entry.number} – {entry.label}",
        mark=mark,
        seed=f"{mark} {entry.sha256}",
    )
    for page, picture in enumerate(pictures, start=1):
        where = f" – page {page} sur {entry.pages}" if entry.pages > 1 else ""
        caption = (
            Line(f"Pièce n°{NBSP}{entry.number} – {entry.label}{where}", 11),
            Line(f"SHA-256 de l’original{NBSP}: {entry.sha256}", LEGIBLE),
            Line(copied(picture), LEGIBLE),
        )
        bookmark = f"Piece {entry.number} - {ascii_words(entry.label + where)}"
        pdf.add(Figure(picture, f"{entry.label}{where}", caption, bookmark))
    pdf.close()
