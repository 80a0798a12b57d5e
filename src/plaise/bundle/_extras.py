"""What is made on request beside the exhibits: contact sheets, and the series without any loss."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import BinaryIO

from plaise.dossier import Capture, Entry, ExhibitPlan
from plaise.reading import shared_copier

from ._captioned import CaptionedPdf, Figure
from ._labels import NBSP, answer, file_name, moment_words
from ._layout import LEGIBLE, SHEET, Line
from ._pictures import light_picture
from ._plan import DEFAULT_CAP, cut
from ._series import SeriesFile, shown_bytes, write_series
from ._sources import Originals

Written = tuple[str, Callable[[BinaryIO], None]]
_SMALL = (520, 400)


def contact_sheets(
    stream: BinaryIO,
    plan: ExhibitPlan,
    captures: Sequence[Capture],
    originals: Originals,
    *,
    mark: str,
) -> None:
    """Every capture of the series at a glance, twelve to a page, each with its exhibit number.

    Args:
        stream: where it goes.
        plan: the numbers.
        captures: the captures of the dossier.
        originals: where they are read.
        mark: words on every page, or nothing.

    Raises:
        PlaiseError: a capture is missing, has changed or cannot be shown.
    """
    by_source = {capture.source: capture for capture in captures}
    pdf = CaptionedPdf(
        stream,
        title="Planches-contact des captures d’écran",
        mark=mark,
        seed=" ".join((mark, "contact", *(entry.sha256 for entry in plan.series))),
    )
    for at in range(0, len(plan.series), SHEET):
        page = plan.series[at : at + SHEET]
        figures = [_small(entry, by_source[entry.source], originals) for entry in page]
        pdf.add_sheet(figures, f"Pieces {page[0].number} a {page[-1].number}")
    pdf.close()


def _small(entry: Entry, capture: Capture, originals: Originals) -> Figure:
    made = shared_copier().small(shown_bytes(capture, originals), _SMALL)
    caption = (
        Line(f"Pièce n°{NBSP}{entry.number} – {moment_words(capture, joint=', ')}", LEGIBLE),
        Line(f"{capture.reading.host or 'adresse non affichée'} – {answer(capture)}", LEGIBLE),
    )
    return Figure(light_picture(made), entry.label, caption, "")


def lossless_files(
    plan: ExhibitPlan,
    captures: Sequence[Capture],
    originals: Originals,
    *,
    cap_bytes: int = DEFAULT_CAP,
    mark: str = "",
) -> Iterator[Written]:
    """The series with every point in its own colour, under the same numbers, in more files.

    Args:
        plan: the numbers, which these files keep.
        captures: the captures of the dossier.
        originals: where they are read.
        cap_bytes: the most that one file may weigh.
        mark: words on every page, or nothing.

    Yields:
        Each file as its name and what writes it.

    Raises:
        PlaiseError: a capture is missing, has changed or is too heavy.
    """
    by_source = {capture.source: capture for capture in captures}
    series = plan.series
    used = [by_source[entry.source] for entry in series]
    digits = max(2, len(str(len(plan.entries))))
    first = 0
    groups = cut(used, originals, cap_bytes, lossless=True)
    for place, group in enumerate(groups, start=1):
        entries = series[first : first + len(group)]
        numbers = f"{entries[0].number:0{digits}d}_a_{entries[-1].number:0{digits}d}"
        name = file_name(numbers, "Captures sans perte", f"{place}_sur_{len(groups)}")
        file = SeriesFile(entries, range(first + 1, first + 1 + len(group)), len(series))
        yield name, partial(
            write_series, file=file, captures=by_source, originals=originals, mark=mark,
            lossless=True,
        )  # fmt: skip
        first += len(group)
