"""What is written: pixels, words, structure, sizes, and nothing half-written."""

from __future__ import annotations

import hashlib
import io
import pickle
import subprocess
import sys
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pikepdf
import pytest
from bundle_folders import (
    MAIL,
    exif,
    make_pdf,
    make_picture,
    pdf_bytes,
    picture_bytes,
    put_capture,
    put_piece,
)
from PIL import Image, ImageChops, ImageOps

from factories import make_dossier
from plaise.bundle import EXERCISE_MARK, Originals, exhibit_files, plan, write_exhibits
from plaise.bundle._plan import FILE_WEIGHT, PAGE_WEIGHT
from plaise.dossier import Capture, Dossier, ExhibitPlan, Piece, PieceKind, PlaiseError, Result

MORNING = datetime(2026, 10, 12, 8, 14)  # noqa: DTZ001
WORDS = "plus de plage horaire"


def dossier_of(*pieces: Piece, exercise: bool = False) -> Dossier:
    return make_dossier(pieces=pieces, urgency=(), contacts=(), exercise=exercise)


def write(
    folder: Path, dossier: Dossier, captures: list[Capture], out: str = "out", cap: int = 30_000_000
) -> tuple[ExhibitPlan, dict[str, Path]]:
    originals = Originals.of_folder(folder)
    made = plan(dossier, captures, originals, cap_bytes=cap)
    write_exhibits(made, dossier, captures, originals, folder / out)
    files = {name: folder / out / name for name in made.files}
    assert sorted(path.name for path in (folder / out).iterdir()) == sorted(files)
    return made, files


def one_piece(folder: Path, name: str, raw: bytes, *, exercise: bool = False) -> Path:
    piece = put_piece(folder, name, raw, kind=PieceKind.URGENCY, label="Promesse d’embauche")
    _, files = write(folder, dossier_of(piece, exercise=exercise), [])
    return next(iter(files.values()))


def one_capture(folder: Path, raw: bytes, name: str = "a.png") -> Path:
    _, files = write(folder, dossier_of(), [put_capture(folder, name, raw)])
    return next(iter(files.values()))


def words(path: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace("\u00a0", " ").split())


def render(path: Path, page: int = 1, dpi: int = 72) -> Image.Image:
    command = ["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), "-png", str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    with Image.open(io.BytesIO(done.stdout)) as picture:
        return picture.convert("RGB")


def rgb(picture: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    pixel = picture.getpixel(at)
    assert isinstance(pixel, tuple)
    return pixel


def stored_picture(path: Path) -> Image.Image:
    with pikepdf.open(path) as pdf:
        stored = pdf.pages[0].Resources.XObject.Im0
        assert isinstance(stored, pikepdf.Stream)
        return pikepdf.PdfImage(stored).as_pil_image().convert("RGB")


def check(path: Path) -> None:
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


FORMS = {
    "rgb.png": picture_bytes(make_picture(WORDS)),
    "grey.png": picture_bytes(make_picture(WORDS, mode="L")),
    "palette.png": picture_bytes(make_picture(WORDS, mode="P")),
    "bits.png": picture_bytes(make_picture(WORDS, mode="1")),
    "alpha.png": picture_bytes(make_picture(WORDS, mode="RGBA")),
    "photo.jpg": picture_bytes(make_picture(WORDS), "JPEG", quality=90),
    "grey.jpg": picture_bytes(make_picture(WORDS, mode="L"), "JPEG"),
    "progressive.jpg": picture_bytes(make_picture(WORDS), "JPEG", progressive=True),
    "cmyk.jpg": picture_bytes(make_picture(WORDS, mode="CMYK"), "JPEG"),
    "lossless.webp": picture_bytes(make_picture(WORDS), "WEBP", lossless=True),
}


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


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_pdf_keeps_its_page_whole_and_gains_a_strip_below(tmp_path: Path, turn: int) -> None:
    original = make_pdf(1, turn=turn)
    raw = pdf_bytes(original)
    (tmp_path / "before.pdf").write_bytes(raw)
    path = one_piece(tmp_path, "promesse.pdf", raw)
    check(path)
    before, after = render(tmp_path / "before.pdf"), render(path)
    assert after.width == before.width
    assert after.height > before.height
    kept = after.crop((0, 0, before.width, before.height - 2))
    assert kept.tobytes() == before.crop((0, 0, before.width, before.height - 2)).tobytes()
    strip = after.crop((0, before.height + 2, after.width, after.height))
    red, _, blue = strip.split()
    assert ImageChops.difference(red, blue).getbbox() is None
    assert strip.convert("L").point(lambda level: 255 * (level < 120)).getbbox()
    text = words(path)
    assert "Contrat de travail 1" in text
    assert "Pièce n° 1 – Promesse d’embauche" in text
    assert hashlib.sha256(raw).hexdigest() in text


def test_a_long_pdf_is_kept_page_for_page(tmp_path: Path) -> None:
    path = one_piece(tmp_path, "long.pdf", pdf_bytes(make_pdf(40)))
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 40
    assert "page 40 sur 40" in words(path)


def test_scripts_and_actions_do_not_reach_the_court(tmp_path: Path) -> None:
    pdf = make_pdf()
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    pdf.Root.OpenAction = pdf.make_indirect(script)
    tree = pikepdf.Dictionary(Names=[pikepdf.String("x"), script])
    pdf.Root.Names = pikepdf.Dictionary(JavaScript=tree)
    pdf.pages[0].obj.AA = pikepdf.Dictionary(O=script)
    path = one_piece(tmp_path, "script.pdf", pdf_bytes(pdf))
    with pikepdf.open(path) as made:
        assert not any("alert" in repr(found) for found in made.objects)
    assert "Contrat de travail 1" in words(path)


def with_field(kind: str, value: object) -> pikepdf.Pdf:
    pdf = make_pdf()
    look = pdf.make_stream(b"BT /F1 12 Tf 2 2 Td (valeur saisie) Tj ET")
    look.update(
        pikepdf.Dictionary(
            Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 200, 20],
            Resources=pdf.pages[0].obj.Resources,
        )
    )  # fmt: skip
    field = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name(kind),
            T=pikepdf.String("champ"), V=value, Rect=[60, 600, 260, 620], F=4,
            AP=pikepdf.Dictionary(N=look),
        )
    )  # fmt: skip
    pdf.pages[0].obj.Annots = pikepdf.Array([field])
    pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=[field]))
    return pdf


def test_what_was_typed_in_a_form_stays_visible(tmp_path: Path) -> None:
    raw = pdf_bytes(with_field("/Tx", pikepdf.String("valeur saisie")))
    path = one_piece(tmp_path, "cerfa.pdf", raw)
    assert "valeur saisie" in words(path)
    with pikepdf.open(path) as pdf:
        assert "/AcroForm" not in pdf.Root


def test_a_signed_pdf_is_filed_byte_for_byte_but_never_unmarked_in_an_exercise(
    tmp_path: Path,
) -> None:
    raw = pdf_bytes(with_field("/Sig", pikepdf.Dictionary(Type=pikepdf.Name.Sig)))
    assert one_piece(tmp_path, "signe.pdf", raw).read_bytes() == raw
    (tmp_path / "exercice").mkdir()
    marked = one_piece(tmp_path / "exercice", "signe.pdf", raw, exercise=True)
    assert EXERCISE_MARK in words(marked)


def test_a_pdf_that_opens_without_a_password_is_filed_open(tmp_path: Path) -> None:
    lock = pikepdf.Encryption(user="", owner="bank")
    path = one_piece(tmp_path, "releve.pdf", pdf_bytes(make_pdf(), encryption=lock))
    with pikepdf.open(path) as pdf:
        assert not pdf.is_encrypted


def test_an_email_becomes_pages_with_its_headers_and_attachments(tmp_path: Path) -> None:
    text = words(one_piece(tmp_path, "courriel.eml", MAIL))
    for expected in (
        "aminata@exemple.test", "Demande de rendez-vous", "Je n’arrive pas à prendre rendez-vous",
        "note.txt", hashlib.sha256(b"bonjour").hexdigest()[:16],
    ):  # fmt: skip
        assert expected in text
    assert "alert" not in text
    assert "caché" not in text


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
    assert [made.number_of(capture.source) for capture in captures] == [1, 2]
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
