"""Light copies in the pages, the lossless series on request, contact sheets, colour profiles."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from bundle_folders import make_picture, picture_bytes, put_capture
from exhibits_written import (
    MORNING,
    WORDS,
    check,
    dossier_of,
    one_capture,
    one_piece,
    stored_picture,
    words,
)
from PIL import Image, ImageCms, ImageDraw, ImageFont

from plaise.bundle import (
    Originals,
    contact_sheets,
    exhibit_files,
    lossless_files,
    plan,
    write_exhibits,
)
from plaise.dossier import Capture, PlaiseError
from plaise.reading import read_many

EXAMPLES = Path(__file__).parents[2] / "examples" / "dossier-exemple" / "captures"


def screen(words: str = WORDS) -> bytes:
    """A screen heavy enough to be worth a light copy: soft letters on a slope of colours."""
    ground = Image.linear_gradient("L").resize((900, 600)).convert("RGB")
    draw = ImageDraw.Draw(ground)
    for line in range(18):
        draw.text((20, 30 * line), f"{words} {line}", "black", ImageFont.load_default(18))
    return picture_bytes(ground, compress_level=1)


def series(folder: Path, count: int) -> list[Capture]:
    return [
        put_capture(folder, f"{n}.png", screen(f"refus {n}"), MORNING + timedelta(days=n))
        for n in range(count)
    ]


def test_a_light_copy_says_so_and_keeps_every_point_in_its_place(tmp_path: Path) -> None:
    raw = screen()
    path = one_capture(tmp_path, raw)
    assert path.stat().st_size < 90_000 + 0.75 * len(raw)
    assert "Copie allégée ; l’original" in words(path)
    shown = stored_picture(path)
    assert shown.size == (900, 600)
    check(path)


def test_the_copy_of_a_small_picture_is_the_picture(tmp_path: Path) -> None:
    path = one_capture(tmp_path, picture_bytes(make_picture(WORDS)))
    assert "Copie allégée" not in words(path)


@pytest.mark.engine
def test_our_own_reader_reads_the_same_on_the_light_copy(tmp_path: Path) -> None:
    path = sorted(EXAMPLES.glob("*.png"))[0]
    made = one_capture(tmp_path, path.read_bytes())
    stored_picture(made).save(tmp_path / "copy.png")
    (_, (before,)), (_, (after,)) = sorted(
        read_many([path, tmp_path / "copy.png"]), key=lambda pair: pair[0] != path
    )
    assert "Copie allégée" in words(made)
    for name in ("result", "host", "url", "date", "time", "wording", "missing"):
        assert getattr(after, name) == getattr(before, name)


def test_a_sealed_package_made_again_asks_for_no_original(tmp_path: Path) -> None:
    captures = series(tmp_path, 3)
    first = Originals.of_folder(tmp_path)
    made = plan(dossier_of(), captures, first)

    def closed(source: str) -> io.BytesIO:
        raise AssertionError(source)

    again = Originals(closed, first.copies, sealed=True)
    for _, write in exhibit_files(made, dossier_of(), captures, again):
        write(io.BytesIO())


@pytest.mark.parametrize("then", ["changed", "gone"])
def test_a_copy_does_not_hide_that_its_original_changed(tmp_path: Path, then: str) -> None:
    captures = series(tmp_path, 3)
    originals = Originals.of_folder(tmp_path)
    made = plan(dossier_of(), captures, originals)
    original = tmp_path / captures[1].path
    if then == "gone":
        original.unlink()
    else:
        original.write_bytes(original.read_bytes() + b"x")
    with pytest.raises(PlaiseError, match=captures[1].path):
        write_exhibits(made, dossier_of(), captures, originals, tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())


def test_the_lossless_series_keeps_numbers_and_every_colour(tmp_path: Path) -> None:
    captures = series(tmp_path, 5)
    originals = Originals.of_folder(tmp_path)
    made = plan(dossier_of(), captures, originals)
    cap = int((2.2 * len(screen()) + 100_000) * 1.01)
    files = list(lossless_files(made, captures, originals, cap_bytes=cap))
    assert len(files) > 1
    seen: list[int] = []
    for name, write in files:
        path = tmp_path / name
        with path.open("wb") as stream:
            write(stream)
        assert path.stat().st_size <= cap
        check(path)
        with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
            seen += [int(str(item.title).split()[1]) for item in outline.root]
    assert seen == [entry.number for entry in made.series]
    with Image.open(io.BytesIO((tmp_path / "captures" / "0.png").read_bytes())) as first:
        assert stored_picture(tmp_path / files[0][0]).tobytes() == first.tobytes()


def test_contact_sheets_show_every_capture_with_its_number(tmp_path: Path) -> None:
    captures = series(tmp_path, 14)
    originals = Originals.of_folder(tmp_path)
    made = plan(dossier_of(), captures, originals)
    path = tmp_path / "contact.pdf"
    with path.open("wb") as stream:
        contact_sheets(stream, made, captures, originals, mark="")
    check(path)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 2
        alts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o]
        assert len(alts) == 14
    told = words(path)
    assert all(f"Pièce n° {entry.number} –" in told for entry in made.series)


def test_a_page_of_another_colour_space_carries_its_profile(tmp_path: Path) -> None:
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    wide = wide.replace(b"sRGB", b"P3xx")
    for name, profile, kept in (("lab.png", own, False), ("wide.png", wide, True)):
        raw = picture_bytes(make_picture(WORDS), icc_profile=profile)
        path = one_capture(tmp_path / name, raw, name)
        check(path)
        with pikepdf.open(path) as pdf:
            space = pdf.pages[0].Resources.XObject.Im0.ColorSpace
            assert isinstance(space, pikepdf.Array) is kept
            if kept:
                assert space[1].read_bytes() == wide
                assert space[1].N == 3


def test_pages_of_a_scan_in_tiff_are_pages_of_one_exhibit(tmp_path: Path) -> None:
    pages = [make_picture(f"page {n}", mode="1") for n in range(3)]
    made = io.BytesIO()
    pages[0].save(made, "TIFF", save_all=True, append_images=pages[1:], compression="group4")
    path = one_piece(tmp_path, "contrat.tiff", made.getvalue())
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 3
    assert "page 3 sur 3" in words(path)
    check(path)


def test_a_photo_in_heic_becomes_a_page(tmp_path: Path) -> None:
    raw = (Path(__file__).parents[1] / "reading" / "files" / "IMG_0412.HEIC").read_bytes()
    path = one_piece(tmp_path, "recepisse.heic", raw)
    check(path)
    assert stored_picture(path).width > 0
    assert "conservé" in words(path)
