"""Any mix, order and size of exhibits: numbers, pages, weights and names are those announced."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from bundle_folders import MAIL, make_pdf, make_picture, pdf_bytes, picture_bytes, put_capture
from bundle_folders import put_piece as put
from exhibits_written import MORNING, check, dossier_of, write
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import p, word
from PIL import Image

from plaise.bundle import Originals, plan
from plaise.bundle._plan import FILE_WEIGHT, PAGE_WEIGHT
from plaise.dossier import PieceKind, Result

KINDS = ("1.pdf", "7.pdf", "photo.jpg", "alpha.png", "scan.tif", "mail.eml", "bail.docx")
PAGES = {"1.pdf": 1, "7.pdf": 7, "scan.tif": 3}


@cache
def bytes_of(name: str) -> bytes:
    """A file of that kind, made once."""
    picture = make_picture("pièce")
    if name.endswith(".pdf"):
        return pdf_bytes(make_pdf(int(name[0])))
    if name == "scan.tif":
        return picture_bytes(picture, "TIFF", save_all=True, append_images=[picture, picture])
    return {
        "photo.jpg": picture_bytes(picture, "JPEG"),
        "alpha.png": picture_bytes(picture.convert("RGBA")),
        "mail.eml": MAIL,
        "bail.docx": word(p("Bail meublé")),
    }[name]


@cache
def screen(side: int) -> bytes:
    """A capture whose weight grows with its side."""
    return picture_bytes(Image.effect_noise((side, side), 60).convert("RGB"))


def texts(path: Path) -> list[str]:
    """The words of each page."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@settings(deadline=None, max_examples=12)
@given(
    kinds=st.lists(st.sampled_from(KINDS), max_size=5),
    sides=st.lists(st.sampled_from((40, 120, 300)), max_size=12),
    data=st.data(),
)
def test_files_hold_what_the_inventory_announces(
    tmp_path_factory: pytest.TempPathFactory,
    kinds: list[str],
    sides: list[int],
    data: st.DataObject,
) -> None:
    folder = tmp_path_factory.mktemp("mix")
    (folder / "out").mkdir()
    pieces = [
        put(folder, f"{n}-{name}", bytes_of(name), kind=data.draw(st.sampled_from(PieceKind)))
        for n, name in enumerate(kinds)
    ]
    captures = [
        put_capture(folder, f"{n}.png", screen(side), MORNING + timedelta(hours=7 * n))
        for n, side in enumerate(sides)
    ]
    most = max(
        [len(screen(side)) for side in sides] + [len(bytes_of(name)) for name in kinds] + [0]
    )
    cap = int((FILE_WEIGHT + 7 * PAGE_WEIGHT + most * 2 + 60_000) / 0.99) + 1
    made, files = write(folder, dossier_of(*data.draw(st.permutations(pieces))), captures, cap=cap)
    numbers = [entry.number for entry in made.entries]
    assert numbers == list(range(1, len(kinds) + len(sides) + 1))
    for name, entries in made.files.items():
        assert files[name].stat().st_size <= cap * 0.99
        check(files[name])
        pages = texts(files[name])
        assert len(pages) == sum(entry.pages for entry in entries)
        for entry in entries:
            first = entry.first_page - 1
            for words in pages[first : first + entry.pages]:
                assert f"Pièce n° {entry.number} " in words.replace("\u00a0", " ")
                assert entry.sha256 in words.replace("\r\n", "").replace("\ufffe", "")
    for entry in made.pieces:
        kind = entry.source.partition("-")[2]
        assert entry.pages == PAGES.get(kind, 1)
    again = plan(
        dossier_of(*pieces[::-1]), captures[::-1], Originals.of_folder(folder), cap_bytes=cap
    )
    if len({(piece.kind, piece.dated) for piece in pieces}) == len(pieces):
        assert again == made


def test_adding_a_capture_changes_no_name_but_that_of_the_series(tmp_path: Path) -> None:
    piece = put(tmp_path, "a.pdf", bytes_of("7.pdf"), kind=PieceKind.URGENCY, label="Bail")
    captures = [
        put_capture(tmp_path, f"{n}.png", screen(40), MORNING + timedelta(hours=n), Result.REFUSAL)
        for n in range(4)
    ]
    originals = Originals.of_folder(tmp_path)
    before = plan(dossier_of(piece), captures[:3], originals)
    after = plan(dossier_of(piece), captures, originals)
    assert after.entries[0] == before.entries[0]
    moved = [(one.number, one.source) for one in after.entries[: len(before.entries)]]
    assert moved == [(one.number, one.source) for one in before.entries]


def test_three_thousand_pages_are_kept_page_for_page(tmp_path: Path) -> None:
    huge = pdf_bytes(make_pdf(3000))
    piece = put(tmp_path, "dossier-medical.pdf", huge, label="Dossier")
    made, files = write(tmp_path, dossier_of(piece), [])
    (path,) = files.values()
    assert made.entries[0].pages == 3000
    check(path)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 3000
    assert "page 3000 sur 3000" in texts(path)[-1].replace("\u00a0", " ")
