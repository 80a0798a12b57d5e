"""What paper needs: a separator before each exhibit, envelope, labels (R. 411-3, R. 412-2 CJA).

Imported only when a paper set is made: it sets type.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date

import pikepdf

from plaise.dossier import Entry
from plaise.drafting import (
    Block,
    Document,
    PageBreak,
    Paragraph,
    Run,
    Style,
    Table,
    to_pdf,
)

from ._labels import NBSP, day

_LABELS_A_ROW = 3
_CUT_OUT = "À découper et à coller sur l’enveloppe. Envoi en recommandé, ou dépôt au greffe."


def separators(
    files: Iterable[Sequence[Entry]], *, made_on: date, mark: str = ""
) -> tuple[bytes, ...]:
    """One page to slip before each exhibit file, in the order of the files.

    It bears what an exhibit filed byte for byte cannot: its number, its label and the SHA-256 of
    the original.
    """
    pages = [_separator(entries) for entries in files]
    if not pages:
        return ()
    blocks: list[Block] = []
    for page in pages:
        blocks += [PageBreak(), *page] if blocks else page
    made = to_pdf(
        Document(title="Séparateurs des pièces", blocks=tuple(blocks), mark=mark), made_on=made_on
    )
    with pikepdf.open(io.BytesIO(made)) as pdf:
        return tuple(_one_page(pdf, index) for index in range(len(pdf.pages)))


def behind(separator: bytes, exhibit: bytes) -> bytes:
    """A separator, then every page of an exhibit, for printing only; never filed as a file."""
    with (
        pikepdf.open(io.BytesIO(separator)) as first,
        pikepdf.open(io.BytesIO(exhibit)) as rest,
        pikepdf.Pdf.new() as both,
    ):
        both.pages.extend(first.pages)
        both.pages.extend(rest.pages)
        return _saved(both)


def page_count(pdf: bytes) -> int:
    """How many pages must be printed."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def envelope(
    recipient: Sequence[str], sender: Sequence[str], *, made_on: date, mark: str = ""
) -> bytes:
    """The sheet to stick on the envelope, which must say « référé » (R. 522-3 CJA)."""
    blocks: list[Block] = [
        *(Paragraph((Run(line),), Style.SENDER) for line in ("Expéditeur :", *sender)),
        Paragraph((Run("RÉFÉRÉ", bold=True),), Style.POSTER),
        Paragraph((Run("Article R. 522-3 du code de justice administrative"),), Style.CENTER),
        *(Paragraph((Run(line, bold=True),), Style.ADDRESS) for line in recipient),
        Paragraph(
            (Run(_CUT_OUT),),
            Style.SMALL,
        ),
    ]
    return to_pdf(Document(title="Enveloppe", blocks=tuple(blocks), mark=mark), made_on=made_on)


def labels(entries: Iterable[Entry], *, made_on: date, mark: str = "") -> bytes:
    """Numbers to cut out and stick on exhibits that are photocopied rather than printed here."""
    cells = [
        (Run(f"Pièce n°{NBSP}{entry.number}", bold=True),)
        for entry in entries
        if not entry.in_series
    ]
    while len(cells) % _LABELS_A_ROW:
        cells.append((Run(NBSP),))
    rows = tuple(
        tuple(cells[at : at + _LABELS_A_ROW]) for at in range(0, len(cells), _LABELS_A_ROW)
    )
    head = ((Run("À découper"),), (Run(NBSP),), (Run(NBSP),))
    table = Table(head, rows, (1.0, 1.0, 1.0))
    document = Document(title="Étiquettes des pièces", blocks=(table,), mark=mark)
    return to_pdf(document, made_on=made_on)


def _separator(entries: Sequence[Entry]) -> list[Block]:
    first, last = entries[0], entries[-1]
    if len(entries) > 1:
        numbers = f"Pièces n°{NBSP}{first.number} à {last.number}"
        words = ["Captures d’écran, une par page, dans l’ordre de l’inventaire"]
    else:
        numbers = f"Pièce n°{NBSP}{first.number}"
        words = [first.label]
        if first.dated:
            words.append(day(first.dated).capitalize())
        words.append(f"{first.pages}{NBSP}page{'s' if first.pages > 1 else ''}")
    blocks: list[Block] = [
        Paragraph((Run(numbers, bold=True),), Style.POSTER),
        *(Paragraph((Run(one),), Style.CENTER) for one in words),
    ]
    if len(entries) == 1:
        digest = f"SHA-256 de l’original{NBSP}: {first.sha256}"
        blocks.append(Paragraph((Run(digest),), Style.SMALL))
    return blocks


def _one_page(pdf: pikepdf.Pdf, index: int) -> bytes:
    with pikepdf.Pdf.new() as alone:
        alone.pages.append(pdf.pages[index])
        return _saved(alone)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    pdf.save(stream, deterministic_id=True)
    return stream.getvalue()
