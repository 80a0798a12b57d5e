"""Exhibits written for a test, and how a test looks at them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pikepdf
from bundle_folders import (
    put_capture,
)
from exhibits_written import (
    FORMS,
    MORNING,
    check,
    dossier_of,
    write,
)


def test_a_series_says_that_it_is_archivable_and_accessible(tmp_path: Path) -> None:
    captures = [
        put_capture(tmp_path, f"{n}.png", FORMS["rgb.png"], MORNING + timedelta(days=n))
        for n in range(3)
    ]
    _, files = write(tmp_path, dossier_of(exercise=True), captures)
    path = files["01_a_03_Captures_d_ecran.pdf"]
    check(path)
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        assert root.Lang == "fr-FR"
        assert root.MarkInfo.Marked
        assert root.ViewerPreferences.DisplayDocTitle
        assert root.OutputIntents[0].S == "/GTS_PDFA1"
        assert root.OutputIntents[0].DestOutputProfile.N == 3
        meta = pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"].startswith("Captures d’écran")
        check_structure(pdf)
        check_fonts(pdf)
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles[0] == "Piece 1 - capture 1 - 2026-10-12 - 8 h 14"


def check_structure(pdf: pikepdf.Pdf) -> None:
    """Every piece of content is tagged or an artifact, and every tag is found from its page."""
    document = pdf.Root.StructTreeRoot.K
    assert document.S == "/Document"
    kinds = [str(element.S) for element in document.K]
    assert kinds == ["/P", "/Figure", "/P"] * len(pdf.pages)
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums
    for index, page in enumerate(pdf.pages):
        assert page.obj.StructParents == index == parents[2 * index]
        elements = parents[2 * index + 1]
        assert [element.K for element in elements] == [0, 1, 2]
        assert all(element.Pg.objgen == page.obj.objgen for element in elements)
        assert str(elements[1].Alt).startswith("Capture d’écran du")
        open_marks = 0
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            open_marks += (name in {"BDC", "BMC"}) - (name == "EMC")
            assert open_marks == 1 or name == "EMC", name


def check_fonts(pdf: pikepdf.Pdf) -> None:
    font = pdf.pages[0].Resources.Font.F0
    descendant = font.DescendantFonts[0]
    assert "/ToUnicode" in font
    assert descendant.CIDToGIDMap == "/Identity"
    assert len(descendant.FontDescriptor.FontFile2.read_bytes()) > 10_000
    assert "Source" not in str(descendant.BaseFont)
