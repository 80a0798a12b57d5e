"""What our PDFs say of themselves: PDF/A-2a and PDF/UA-1 where that holds, nothing elsewhere.

No validator is at hand: each rule that these files could break is looked for in their objects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from bundle_folders import MAIL, make_pdf, make_picture, pdf_bytes, picture_bytes, put_capture
from exhibits_written import FORMS, WORDS, check, dossier_of, one_capture, one_piece
from office_files import p, word
from PIL import ImageCms
from test_light_copies import screen, series

from plaise.bundle import Originals, contact_sheets, lossless_files, plan
from plaise.drafting import Document, Paragraph, Run, to_pdf

_FILTERS = {"/FlateDecode", "/DCTDecode"}  # no LZW, no JPX, nothing encrypted
_ACTIVE = ("/OpenAction", "/AA", "/AcroForm", "/Names", "/Collection")
_PROFILES = {b"mntr", b"scnr", b"spac"}


def streams(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    yield from (one for one in pdf.objects if isinstance(one, pikepdf.Stream))


def see_colours(space: pikepdf.Object) -> None:
    """Device colours rest on the sRGB intent; a profile is one that PDF/A-2 allows (6.2.4)."""
    if isinstance(space, pikepdf.Name):
        assert space in {"/DeviceRGB", "/DeviceGray"}
    elif space[0] == "/Indexed":
        assert len(bytes(space[3])) == 3 * (int(space[2]) + 1)
        see_colours(space[1])
    else:
        assert space[0] == "/ICCBased"
        profile = space[1].read_bytes()
        assert profile[36:40] == b"acsp"
        assert profile[8] in {2, 4}
        assert profile[12:16] in _PROFILES
        assert {b"RGB ": 3, b"GRAY": 1}[profile[16:20]] == space[1].N


def see_archive(path: Path) -> None:
    """The rules of ISO 19005-2 and 14289-1 that a file of pictures and captions could break."""
    check(path)
    with pikepdf.open(path) as pdf:
        root, meta = pdf.Root, pdf.open_metadata()
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"] == str(pdf.docinfo.Title)
        assert meta["pdf:Producer"] == str(pdf.docinfo.Producer)
        assert len(pdf.trailer.ID) == 2
        assert "/Encrypt" not in pdf.trailer
        assert not [key for key in _ACTIVE if key in root]
        (intent,) = root.OutputIntents
        assert intent.DestOutputProfile.N == 3
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
        for stream in streams(pdf):
            named = stream.get("/Filter", pikepdf.Array())
            every = [named] if isinstance(named, pikepdf.Name) else list(named)
            assert {str(one) for one in every} <= _FILTERS
            if stream.get("/Subtype") == "/Image":
                assert "/SMask" not in stream
                assert "/Mask" not in stream
                assert not stream.get("/Interpolate", False)
                assert int(stream.BitsPerComponent) in {1, 2, 4, 8, 16}
                see_colours(stream.ColorSpace)
        see_tags(pdf)


def see_tags(pdf: pikepdf.Pdf) -> None:
    """Content is tagged or an artifact; every figure has words; every glyph has a letter."""
    figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)
               and one.get("/S") == "/Figure"]  # fmt: skip
    assert figures
    assert all(str(one.Alt).strip() for one in figures)
    for page in pdf.pages:
        assert page.obj.Tabs == "/S"
        depth, known = 0, set[int]()
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            if name == "BDC":
                known.add(int(instruction.operands[1].MCID))
            depth += (name in {"BDC", "BMC"}) - (name == "EMC")
            assert depth == 1 or name == "EMC", name
            if name == "Tj":
                glyphs = bytes(instruction.operands[0])
                assert all(glyphs[at : at + 2] != b"\0\0" for at in range(0, len(glyphs), 2))
        assert known == set(range(len(known)))


@pytest.mark.parametrize("name", list(FORMS))
def test_a_page_of_any_picture_holds_what_it_claims(tmp_path: Path, name: str) -> None:
    see_archive(one_capture(tmp_path, FORMS[name], name))
    see_archive(one_piece(tmp_path / "piece", name, FORMS[name]))


@pytest.mark.parametrize("mode", ["RGB", "L", "P"])
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_page_with_a_profile_holds_what_it_claims(tmp_path: Path, mode: str, form: str) -> None:
    if (mode, form) == ("P", "JPEG"):
        mode = "CMYK"
    for space in ("sRGB", "LAB", "XYZ"):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()
        raw = picture_bytes(
            make_picture(WORDS, mode=mode), form, icc_profile=profile.replace(b"sRGB", b"P3xx")
        )
        see_archive(one_capture(tmp_path / space, raw, f"a.{form.lower()}"))


def test_light_copies_and_contact_sheets_hold_what_they_claim(tmp_path: Path) -> None:
    see_archive(one_capture(tmp_path / "one", screen()))
    captures = series(tmp_path, 3)
    captures.append(put_capture(tmp_path, "x.png", FORMS["alpha.png"]))
    originals = Originals.of_folder(tmp_path)
    made = plan(dossier_of(), captures, originals)
    with (tmp_path / "contact.pdf").open("wb") as stream:
        contact_sheets(stream, made, captures, originals, mark="Essai")
    see_archive(tmp_path / "contact.pdf")
    for name, write in lossless_files(made, captures, originals):
        with (tmp_path / name).open("wb") as stream:
            write(stream)
        see_archive(tmp_path / name)


def archived() -> bytes:
    """A PDF that claims PDF/A, as a scanner or an administration makes them."""
    document = Document(title="Attestation", blocks=(Paragraph((Run("Vu"),)),))
    return to_pdf(document, made_on=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.pdf", archived),
        ("b.pdf", lambda: pdf_bytes(make_pdf())),
        ("c.eml", lambda: MAIL),
        ("d.docx", lambda: word(p("Bail"))),
    ],
)
def test_a_copy_whose_pages_were_changed_claims_nothing(
    tmp_path: Path, name: str, make: Callable[[], bytes]
) -> None:
    path = one_piece(tmp_path, name, make())
    check(path)
    with pikepdf.open(path) as pdf:
        assert "/Metadata" not in pdf.Root
    assert b"pdfaid" not in path.read_bytes()
