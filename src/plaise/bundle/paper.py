"""What paper needs: a separator before each exhibit, envelope, labels (R. 411-3, R. 412-2 CJA).

Imported only when a paper set is made: it sets type.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pikepdf

from plaise.dossier import Entry
from plaise.drafting import (
    Block,
    Document,
    PageBreak,
    Paragraph,
    Run,
    Style,
    set_pdf,
    to_pdf,
)

from ._labels import NBSP, day

_LAYOUT = Path(__file__).parent / "data" / "papier.typ"
_SETS = 2
_NAMED_ONLY = 2  # the name of the court and its service, without an address
_ENVELOPE = (
    "À imprimer à 100 %, à découper sur les tirets et à coller sur l’enveloppe. Envoi en "
    "recommandé avec avis de réception, ou remise au greffe contre un récépissé."
)
_LABELS = (
    "À découper : un numéro pour chacun des deux exemplaires de chaque pièce que vous photocopiez "
    "vous-même."
)


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
    """The sheet to stick on the envelope, which must say « référé » (R. 522-3 CJA).

    Args:
        recipient: the court, line by line; a single place leaves lines to write its address on.
        sender: the person, line by line.
        made_on: the date written in the file.
        mark: words on the page, or nothing.
    """
    data = {
        "kind": "envelope",
        "title": "Enveloppe",
        "mark": mark,
        "told": _ENVELOPE,
        "source": "article R. 522-3 du code de justice administrative",
        "recipient": list(recipient),
        "sender": list(sender),
        "blank": 0 if len(recipient) > _NAMED_ONLY else 3,
    }
    return set_pdf(_LAYOUT, data, made_on=made_on)


def labels(entries: Iterable[Entry], *, made_on: date, mark: str = "") -> bytes:
    """Numbers to cut out and stick on exhibits that are photocopied rather than printed here.

    Each one twice, since two sets go to the court (R. 411-3, R. 412-2 CJA).
    """
    alone = [one.number for one in entries if not one.in_series]
    data = {
        "kind": "labels",
        "title": "Étiquettes des pièces",
        "mark": mark,
        "told": _LABELS,
        "labels": [f"Pièce n°{NBSP}{number}" for number in alone for _ in range(_SETS)],
    }
    return set_pdf(_LAYOUT, data, made_on=made_on)


def _separator(entries: Sequence[Entry]) -> list[Block]:
    first, last = entries[0], entries[-1]
    if len(entries) > 1:
        numbers = f"Pièces n°{NBSP}{first.number} à {last.number}"
        words = [
            "Captures d’écran, une par page, dans l’ordre de l’inventaire",
            "La page que dit l’inventaire se compte à partir de la feuille suivante",
        ]
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
