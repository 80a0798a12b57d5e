"""PDF pieces are kept page for page; nothing active reaches the court."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf
import pytest
from bundle_folders import (
    MAIL,
    make_pdf,
    pdf_bytes,
)
from exhibits_written import (
    check,
    one_piece,
    render,
    words,
)
from PIL import ImageChops

from plaise.bundle import EXERCISE_MARK


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
