"""A Word or ODT piece as pages: set by our own layout, said to be a derivative (decision 0014)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from plaise.dossier import PlaiseError
from plaise.drafting import LayoutError, set_pdf
from plaise.reading import ReadingError, shared_copier
from plaise.reading.office import Block, Boxed, Cell, Missed, Paragraph, Picture, Sheet, Table

OFFICE = "bureau-1"
"""The version of the layout: pages of another version are made again."""

_LAYOUT = Path(__file__).parent / "data" / "document.typ"
_SAID = {
    Missed.TEXT_BOX: "des zones de texte, mises à la suite",
    Missed.DRAWING: "des dessins",
    Missed.PICTURE: "des images d’un format que Plaise ne lit pas",
    Missed.OBJECT: "des objets incorporés (graphique, tableur…)",
    Missed.CHANGES: "des modifications suivies, montrées soulignées ou barrées",
    Missed.COMMENTS: "des commentaires",
    Missed.HIDDEN: "du texte masqué",
    Missed.DATE: "une date ou un nom qui change à chaque ouverture",
    Missed.OUTSIDE: "des images gardées ailleurs que dans le fichier",
    Missed.SYMBOL: "des signes d’une police spéciale",
    Missed.FORMULA: "des formules",
    Missed.COLUMNS: "des colonnes, mises à la suite",
    Missed.MACROS: "des programmes (macros), jamais lancés",
    Missed.DEPTH: "des tableaux les uns dans les autres",
}


class UnusableDocumentError(ValueError):
    """A file that is no text document that can be set; `why` says it in plain French."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def office_pdf(raw: bytes, *, title: str, made_on: date) -> bytes:
    """The pages of a Word or ODT file; the same bytes give the same pages.

    Args:
        raw: the file.
        title: of the PDF.
        made_on: the date written in the PDF.

    Raises:
        UnusableDocumentError: it is neither, is damaged, locked or too large.
    """
    sheet = _read(raw)
    data = {
        "title": title,
        "sheet": _settled(sheet).model_dump(mode="json", exclude={"pictures", "missed"}),
        "pictures": [_svg(picture) for picture in sheet.pictures],
    }
    try:
        return set_pdf(_LAYOUT, data, made_on=made_on)
    except LayoutError as error:
        raise UnusableDocumentError("sa mise en page est trop particulière") from error


def missed_in(raw: bytes) -> tuple[str, ...]:
    """What its pages do not show as its own program would, in French.

    Raises:
        UnusableDocumentError: as `office_pdf`.
    """
    return tuple(_SAID[one] for one in _read(raw).missed)


def _read(raw: bytes) -> Sheet:
    try:
        return shared_copier().sheet(raw)
    except ReadingError:
        raise
    except PlaiseError as error:
        why = error.happened.rstrip(".")
        raise UnusableDocumentError(why[:1].lower() + why[1:]) from error
    except ValueError as error:
        raise UnusableDocumentError("sa forme est inhabituelle") from error


def _svg(picture: Picture) -> str:
    """A picture as the layout takes it: a string; the pixels stay as they are."""
    size = f'width="{picture.width}" height="{picture.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{size} viewBox="0 0 {picture.width} {picture.height}"><image {size} '
        f'preserveAspectRatio="none" xlink:href="data:image/{picture.kind};base64,{picture.data}"/>'
        "</svg>"
    )


def _settled(sheet: Sheet) -> Sheet:
    """Headings whose levels follow one another (PDF/UA-1, 7.4.2), none outside the text."""
    return sheet.model_copy(
        update={
            "blocks": tuple(_levelled(sheet.blocks, [])),
            "header": tuple(_flat(sheet.header)),
            "footer": tuple(_flat(sheet.footer)),
            "first_header": None
            if sheet.first_header is None
            else tuple(_flat(sheet.first_header)),
            "first_footer": None
            if sheet.first_footer is None
            else tuple(_flat(sheet.first_footer)),
        }
    )


def _levelled(blocks: Sequence[Block], above: list[int]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.level:
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
            yield block.model_copy(update={"level": len(above)})
        else:
            yield from _flat((block,)) if not isinstance(block, Paragraph) else (block,)


def _flat(blocks: Sequence[Block]) -> Iterator[Block]:
    """The same without headings."""
    for block in blocks:
        match block:
            case Paragraph():
                yield block.model_copy(update={"level": 0}) if block.level else block
            case Table(cells=cells):
                yield block.model_copy(update={"cells": tuple(_cell(cell) for cell in cells)})
            case Boxed(blocks=inner):
                yield block.model_copy(update={"blocks": tuple(_flat(inner))})
            case _:
                yield block


def _cell(cell: Cell) -> Cell:
    return cell.model_copy(update={"blocks": tuple(_flat(cell.blocks))})
