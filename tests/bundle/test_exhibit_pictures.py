"""Pictures become pages without losing a pixel."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from bundle_folders import (
    exif,
    make_pdf,
    make_picture,
    pdf_bytes,
    picture_bytes,
    put_capture,
)
from exhibits_written import (
    FORMS,
    MORNING,
    WORDS,
    check,
    dossier_of,
    one_capture,
    one_piece,
    render,
    rgb,
    stored_picture,
    words,
    write,
)
from PIL import Image, ImageOps

from plaise.bundle import Originals, plan
from plaise.dossier import Box, PlaiseError
from plaise.reading import REDACTED_CAPTION


@pytest.mark.parametrize("name", list(FORMS))
def test_a_page_shows_the_very_pixels_of_the_original(tmp_path: Path, name: str) -> None:
    path = one_capture(tmp_path, FORMS[name], name)
    with Image.open(io.BytesIO(FORMS[name])) as original:
        expected = original.convert("RGB")
    assert stored_picture(path).tobytes() == expected.tobytes()
    check(path)


def test_transparent_pixels_stand_on_white_and_the_copy_says_so(tmp_path: Path) -> None:
    picture = make_picture(WORDS, mode="RGBA")
    picture.paste((0, 0, 0, 0), (0, 0, 10, 10))
    path = one_capture(tmp_path, picture_bytes(picture))
    assert stored_picture(path).getpixel((2, 2)) == (255, 255, 255)
    assert "copie dérivée" in words(path)
    digest = hashlib.sha256((tmp_path / "captures" / "a.png").read_bytes()).hexdigest()
    assert digest in words(path)


@pytest.mark.parametrize("name", ["rgb.png", "palette.png", "grey.png"])
def test_png_bytes_pass_through_unchanged(tmp_path: Path, name: str) -> None:
    path = one_capture(tmp_path, FORMS[name], name)
    with pikepdf.open(path) as pdf:
        stream = pdf.pages[0].Resources.XObject.Im0.read_raw_bytes()
    assert stream in FORMS[name]


def test_where_a_photo_was_taken_does_not_reach_the_prefecture(tmp_path: Path) -> None:
    data = exif(1)
    data[0x010E] = "48.85 N 2.35 E chez moi"
    raw = picture_bytes(make_picture(WORDS), "JPEG", exif=data, comment=b"prive")
    written = one_capture(tmp_path, raw, "a.jpg").read_bytes()
    assert b"chez moi" in raw
    assert b"chez moi" not in written
    assert b"prive" not in written


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photos_are_turned_upright_without_touching_pixels(
    tmp_path: Path, orientation: int
) -> None:
    raw = picture_bytes(make_picture(WORDS), "JPEG", exif=exif(orientation), quality=95)
    piece = one_piece(tmp_path, "photo.jpg", raw)
    with Image.open(io.BytesIO(raw)) as original:
        assert stored_picture(piece).tobytes() == original.convert("RGB").tobytes()
        upright = ImageOps.exif_transpose(original).convert("RGB")
    page = render(piece)
    left, top = (page.width - upright.width) // 2, 34
    shown = page.crop((left, top, left + upright.width, top + upright.height))
    for x, y in ((0.1, 0.1), (0.9, 0.1), (0.1, 0.95), (0.95, 0.95), (0.02, 0.98)):
        at = (int(x * upright.width), int(y * upright.height))
        pair = zip(rgb(shown, at), rgb(upright, at), strict=True)
        assert max(abs(one - other) for one, other in pair) < 40


def container(kind: str, pictures: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(made, "w") as archive:
            for name, raw in pictures.items():
                archive.writestr(name, raw)
        return made.getvalue()
    pdf = make_pdf(len(pictures))
    for page, raw in zip(pdf.pages, pictures.values(), strict=True):
        stored = pdf.make_stream(
            raw, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=320, Height=200,
            ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
        )  # fmt: skip
        page.obj.Resources.XObject = pikepdf.Dictionary(Im1=stored)
    return pdf_bytes(pdf)


@pytest.mark.parametrize("kind", ["zip", "pdf"])
def test_each_picture_of_a_file_is_an_exhibit_of_its_own(tmp_path: Path, kind: str) -> None:
    raws = [picture_bytes(make_picture(f"capture {n}"), "JPEG") for n in (1, 2)]
    names = ["a/1.jpg", "2.jpg"] if kind == "zip" else [f"page {n}, image Im1" for n in (1, 2)]
    raw = container(kind, dict(zip(names, raws, strict=True)))
    captures = [
        put_capture(
            tmp_path, f"lot.{kind}", raw, MORNING + timedelta(days=n), part=n, part_name=name,
            sha256=hashlib.sha256(one).hexdigest(),
        )
        for n, (name, one) in enumerate(zip(names, raws, strict=True), start=1)
    ]  # fmt: skip
    made, files = write(tmp_path, dossier_of(), captures)
    assert [made.by_source[capture.source].number for capture in captures] == [1, 2]
    text = words(next(iter(files.values())))
    assert f"SHA-256 de l’original (lot.{kind}, image n° 2) : {captures[0].sha256}" in text
    with pikepdf.open(next(iter(files.values()))) as pdf:
        for page, one in zip(pdf.pages, raws, strict=True):
            stored = page.obj.Resources.XObject.Im0
            assert isinstance(stored, pikepdf.Stream)
            with Image.open(io.BytesIO(one)) as picture:
                same = pikepdf.PdfImage(stored).as_pil_image().tobytes()
                assert same == picture.convert("RGB").tobytes()


def test_a_picture_that_is_not_the_one_read_is_not_filed(tmp_path: Path) -> None:
    raw = container("zip", {"1.jpg": FORMS["photo.jpg"]})
    capture = put_capture(tmp_path, "lot.zip", raw, part=1, part_name="1.jpg", sha256="0" * 64)
    with pytest.raises(PlaiseError, match="ne se retrouve pas"):
        plan(dossier_of(), [capture], Originals.of_folder(tmp_path))


@pytest.mark.engine
def test_what_was_masked_is_black_in_the_exhibit_and_the_original_is_intact(tmp_path: Path) -> None:
    hidden = Box(x=250, y=0, width=60, height=40)
    capture = put_capture(tmp_path, "a.png", FORMS["rgb.png"])
    capture = capture.model_copy(update={"redacted": (hidden,)})
    made, files = write(tmp_path, dossier_of(), [capture])
    path = next(iter(files.values()))
    shown = stored_picture(path)
    assert {shown.getpixel((x, y)) for x in (250, 309) for y in (0, 39)} == {(0, 0, 0)}
    assert shown.getpixel((249, 0)) != (0, 0, 0)
    assert REDACTED_CAPTION in made.entries[0].label
    assert "privés sont masqués" in words(path).replace("\n", " ")
    assert (tmp_path / "captures" / "a.png").read_bytes() == FORMS["rgb.png"]
