"""Files of exhibits: marked, tagged, within the limit, reproducible, whole or absent."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from bundle_folders import (
    MAIL,
    make_pdf,
    pdf_bytes,
    picture_bytes,
    put_capture,
    put_piece,
)
from exhibits_written import (
    FORMS,
    MORNING,
    check,
    dossier_of,
    words,
    write,
)
from PIL import Image

from plaise.bundle import EXERCISE_MARK, Originals, exhibit_files, plan, write_exhibits
from plaise.bundle._plan import FILE_WEIGHT, PAGE_WEIGHT
from plaise.dossier import PlaiseError, Result


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


def test_captions_can_be_searched_and_copied(tmp_path: Path) -> None:
    raw = FORMS["rgb.png"]
    captures = [
        put_capture(tmp_path, f"{n}.png", raw, MORNING + timedelta(days=n)) for n in range(2)
    ]
    piece = put_piece(tmp_path, "carte.png", raw, label="Titre de séjour expiré")
    _, files = write(tmp_path, dossier_of(piece), captures)
    text = words(files["02_a_03_Captures_d_ecran.pdf"])
    digest = hashlib.sha256(raw).hexdigest()
    head = "Pièce n° 2 – capture 1 sur 2 – lundi 12 octobre 2026, 8 h 14 – val-d-exemple"
    assert head in text
    assert f"SHA-256 de l’original : {digest}" in text
    assert "« Il n’existe plus de plage horaire libre" in text
    assert "Pièce n° 3 – capture 2 sur 2" in text
    assert EXERCISE_MARK not in text
    assert "Pièce n° 1 – Titre de séjour expiré" in words(files["01_Titre_de_sejour_expire.pdf"])


def test_a_slot_is_not_captioned_with_the_words_of_a_refusal(tmp_path: Path) -> None:
    raw = FORMS["rgb.png"]
    slot = put_capture(
        tmp_path, "a.png", raw, MORNING, Result.SLOT_OFFERED, wording="ez_plus_de_plage"
    )
    _, files = write(tmp_path, dossier_of(), [slot])
    text = words(next(iter(files.values())))
    assert "Créneau proposé" in text
    assert "plus de plage" not in text


def test_an_exercise_is_marked_on_every_page_even_when_nobody_asks(tmp_path: Path) -> None:
    pieces = [
        put_piece(tmp_path, "a.pdf", pdf_bytes(make_pdf(2)), label="Promesse"),
        put_piece(tmp_path, "b.png", FORMS["rgb.png"], label="Carte"),
        put_piece(tmp_path, "c.eml", MAIL, label="Courriel"),
    ]
    captures = [put_capture(tmp_path, "x.png", FORMS["rgb.png"])]
    made, files = write(tmp_path, dossier_of(*pieces, exercise=True), captures)
    for name, entries in made.files.items():
        pages = sum(entry.pages for entry in entries)
        assert words(files[name]).count(EXERCISE_MARK) == pages


def test_no_file_weighs_more_than_was_planned(tmp_path: Path) -> None:
    raw = FORMS["palette.png"]
    captures = [
        put_capture(
            tmp_path, f"{n}.png", raw, MORNING + timedelta(hours=n), Result.REFUSAL,
            host="un-nom-de-site-vraiment-tres-long.exercice.test",
        )
        for n in range(30)
    ]  # fmt: skip
    cap = FILE_WEIGHT + 8 * (len(raw) + PAGE_WEIGHT)
    dossier = dossier_of(exercise=True)
    _, files = write(tmp_path, dossier, captures, cap=cap)
    assert len(files) > 3
    assert all(path.stat().st_size <= cap * 0.99 for path in files.values())


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path) -> None:
    pieces = [
        put_piece(tmp_path, "a.pdf", pdf_bytes(make_pdf(2)), label="Promesse"),
        put_piece(tmp_path, "c.eml", MAIL, label="Courriel"),
        put_piece(tmp_path, "b.jpg", FORMS["photo.jpg"], label="Carte"),
    ]
    captures = [
        put_capture(tmp_path, "x.png", FORMS["rgb.png"]),
        put_capture(tmp_path, "y.png", FORMS["alpha.png"], MORNING + timedelta(days=9)),
    ]
    _, first = write(tmp_path, dossier_of(*pieces), captures, "one")
    _, second = write(tmp_path, dossier_of(*pieces), captures[::-1], "two")
    for name, path in first.items():
        assert path.read_bytes() == second[name].read_bytes()


def test_an_original_that_changed_since_the_plan_is_not_filed(tmp_path: Path) -> None:
    capture = put_capture(tmp_path, "a.png", FORMS["rgb.png"])
    made = plan(dossier_of(), [capture], Originals.of_folder(tmp_path))
    (tmp_path / "captures" / "a.png").write_bytes(FORMS["palette.png"])
    with pytest.raises(PlaiseError, match="a changé"):
        write_exhibits(
            made, dossier_of(), [capture], Originals.of_folder(tmp_path), tmp_path / "out"
        )
    assert not list((tmp_path / "out").iterdir())


def test_files_already_there_are_not_asked_for_again(tmp_path: Path) -> None:
    capture = put_capture(tmp_path, "a.png", FORMS["rgb.png"])
    originals = Originals.of_folder(tmp_path)
    made = plan(dossier_of(), [capture], originals)
    wanted = exhibit_files(made, dossier_of(), [capture], originals, skip=set(made.files))
    assert not list(wanted)


def test_originals_are_never_altered(tmp_path: Path) -> None:
    write(
        tmp_path,
        dossier_of(put_piece(tmp_path, "a.pdf", pdf_bytes(make_pdf()))),
        [put_capture(tmp_path, "a.png", FORMS["alpha.png"])],
    )
    assert (tmp_path / "captures" / "a.png").read_bytes() == FORMS["alpha.png"]


_FULL_DISK = """
import pickle, resource, sys
from pathlib import Path
from plaise.bundle import Originals, write_exhibits
made, dossier, captures, folder = pickle.load(open(sys.argv[1], "rb"))
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
try:
    write_exhibits(
        made, dossier, captures, Originals.of_folder(Path(folder)), Path(folder) / "out"
    )
except OSError as error:
    print("refused", error.errno)
"""


def test_a_full_disk_leaves_the_previous_exhibits_whole(tmp_path: Path) -> None:
    capture = put_capture(tmp_path, "a.png", FORMS["rgb.png"])
    _, files = write(tmp_path, dossier_of(), [capture])
    before = next(iter(files.values())).read_bytes()
    bigger = picture_bytes(Image.effect_noise((600, 600), 90))
    capture = put_capture(tmp_path, "a.png", bigger)
    made = plan(dossier_of(), [capture], Originals.of_folder(tmp_path))
    job = tmp_path / "job.pickle"
    job.write_bytes(pickle.dumps((made, dossier_of(), [capture], str(tmp_path))))
    done = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, job], capture_output=True, check=True, text=True
    )
    assert done.stdout.startswith("refused")
    assert [path.read_bytes() for path in (tmp_path / "out").iterdir()] == [before]
