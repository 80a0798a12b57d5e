"""A document is recognised by its first page, drawn in the limited child; damaged ones too."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image
from web_cases import Newcomer

from plaise.reading import Copier
from plaise.store.keys import Unlocked
from plaise.store.vault import EncryptedDossier, create_dossier
from plaise.web.captures.shown import tag_of

SIZE = (1600, 1600)


@pytest.fixture
def dossier(person: Unlocked) -> EncryptedDossier:
    return create_dossier(person, exercise=True)


def pdf(width: float = 595, height: float = 842, **saved: object) -> bytes:
    """Two pages: the first is red, the second is blank."""
    made, out = pikepdf.new(), io.BytesIO()
    for content in (f"1 0 0 rg 0 0 {width} {height} re f", ""):
        made.add_blank_page(page_size=(width, height))
        made.pages[-1].Contents = made.make_stream(content.encode())
    made.save(out, **saved)
    return out.getvalue()


@pytest.mark.parametrize(
    ("page", "shown"),
    [((595, 842), (1131, 1600)), ((50, 60), (200, 240)), ((14_400, 3), (1600, 1))],
)
def test_the_first_page_fits_whatever_its_size(page: tuple[float, float], shown: tuple[int, int]):
    copier = Copier()
    try:
        made = copier.first_page(pdf(*page), SIZE)
    finally:
        copier.close()
    with Image.open(io.BytesIO(made)) as picture:
        assert all(abs(one - two) <= 1 for one, two in zip(picture.size, shown, strict=True))
        red = picture.convert("RGB").getpixel((picture.width // 2, picture.height // 2))
    assert isinstance(red, tuple)
    assert red[0] > 200
    assert max(red[1:]) < 60


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7\n",
        pdf()[:400],
        pdf(encryption=pikepdf.Encryption(owner="a", user="b")),
    ],
    ids=["empty", "nothing", "cut", "locked"],
)
def test_what_cannot_be_shown_is_not_promised_again(
    member: Newcomer, dossier: EncryptedDossier, content: bytes
):
    copier = Copier()
    try:
        assert copier.first_page(content, SIZE) == b""
        assert copier.first_page(pdf(), SIZE), "and the next one is shown"
    finally:
        copier.close()
    dossier.add("pieces/acte.pdf", content)
    at = address(dossier)
    assert "La première page de ce document" in member.get(at).content.decode(), "not drawn yet"
    assert member.get(f"{at}image/").status_code == 404
    page = member.get(at).content.decode()
    assert "/image/" not in page
    assert "téléchargez-le" in page


def test_a_document_stands_beside_its_title(member: Newcomer, dossier: EncryptedDossier):
    dossier.add("pieces/acte.pdf", pdf())
    at = address(dossier)
    assert "La première page de ce document" in member.get(at).content.decode()
    answer = member.get(f"{at}image/")
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.content.startswith(b"\xff\xd8\xff")


def address(dossier: EncryptedDossier) -> str:
    """The page of the document « acte.pdf »."""
    return f"/dossiers/{dossier.id}/pieces/{tag_of(dossier, 'pieces/acte.pdf')}/"
