"""Exhibits named in another script: their captions are read, their person is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from bundle_folders import make_pdf, make_picture, pdf_bytes, picture_bytes, put_piece
from exhibits_written import check, dossier_of, words, write

from plaise.bundle import label_notes
from plaise.dossier import PieceKind

PAGES = {
    "a.pdf": pdf_bytes(make_pdf()),
    "a.png": picture_bytes(make_picture("bail")),
}


@pytest.mark.parametrize("name", list(PAGES))
@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Bail عقد الإيجار", "Bail [mots en écriture arabe]"),
        ("租赁合同", "[mots en écriture chinoise]"),
        ("Attestation d’Олександр Ґонта", "Attestation d’Олександр Ґонта"),
        ("Facture 😀", "Facture [émoji]"),
    ],
)
def test_a_caption_never_holds_a_box(tmp_path: Path, name: str, label: str, shown: str) -> None:
    piece = put_piece(tmp_path, name, PAGES[name], kind=PieceKind.URGENCY, label=label)
    _, files = write(tmp_path, dossier_of(piece), [])
    (path,) = files.values()
    assert f"Pièce n° 1 – {shown}" in words(path)
    assert "□" not in words(path)
    assert path.name.isascii()
    check(path)


def test_a_label_that_the_judge_could_not_read_is_told() -> None:
    (note,) = label_notes("عقد الإيجار")
    assert "en français" in note
    assert not label_notes("Bail d’Олександр, n° 12 – 450 €")
