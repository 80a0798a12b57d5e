"""PDF, DOCX and e-mail files: conformance markers, same bytes twice, readable by others."""

from __future__ import annotations

import email
import email.policy
import io
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from docx.document import Document as WordDocument

from factories import (
    TODAY,
    brief_for,
    make_attempts,
    make_details,
    make_dossier,
    make_person,
    make_plan,
    make_real,
    make_request,
)
from plaise.dossier import Circumstance, Dossier
from plaise.drafting import (
    Act,
    Brief,
    Document,
    Paragraph,
    Run,
    Table,
    courriel_eml,
    draft,
    to_docx,
    to_pdf,
)

MARK = "Exemple – exercice, à ne pas déposer"


def brief_of(dossier: Dossier | None = None) -> Brief:
    facts, captures = dossier or make_dossier(), make_attempts()
    return Brief(dossier=facts, captures=captures, plan=make_plan(facts, captures), today=TODAY)


def made(act: Act) -> Document:
    return draft(act, brief_for(act), make_details())


def open_pdf(act: Act) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(to_pdf(made(act), made_on=TODAY)))


def open_docx(act: Act) -> WordDocument:
    return docx.Document(io.BytesIO(to_docx(made(act), made_on=TODAY)))


def fonts_of(pdf: pikepdf.Pdf) -> list[Any]:
    found = []
    for page in pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            found += [descendant.FontDescriptor for descendant in font.DescendantFonts]
    return found


@pytest.mark.parametrize("act", list(Act))
def test_a_pdf_is_archivable_and_accessible(act: Act) -> None:
    with open_pdf(act) as pdf:
        root = pdf.Root
        assert str(root.Lang).startswith("fr")
        assert bool(root.MarkInfo.Marked)
        assert "/StructTreeRoot" in root
        assert len(root.OutputIntents) == 1
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["pdfuaid:part"] == "1"
            assert "EXEMPLE" in str(metadata["dc:title"])
        fonts = fonts_of(pdf)
        assert fonts
        for font in fonts:
            assert any(key in font for key in ("/FontFile2", "/FontFile3"))
            assert "Source" in str(font.FontName)


def page_texts(pdf: bytes, folder: Path) -> list[str]:
    path = folder / "acte.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


@pytest.mark.parametrize("act", list(Act))
def test_every_page_of_an_exercise_says_so_and_is_numbered(act: Act, tmp_path: Path) -> None:
    pages = page_texts(to_pdf(made(act), made_on=TODAY), tmp_path)
    for number, page in enumerate(pages, 1):
        assert MARK in page
        assert f"{number}/{len(pages)}" in page


def test_a_real_dossier_bears_no_mark(tmp_path: Path) -> None:
    document = draft(Act.REQUETE, brief_of(make_real()))
    assert all(
        "xercice," not in page for page in page_texts(to_pdf(document, made_on=TODAY), tmp_path)
    )


Word = tuple[str, float, float, float, float]
WORD = re.compile(
    r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>'
)


def words_of(pdf: bytes, folder: Path) -> list[list[Word]]:
    """The words of each page with their boxes, in points."""
    path = folder / "acte.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    return [
        [(m[5], float(m[1]), float(m[2]), float(m[3]), float(m[4])) for m in WORD.finditer(page)]
        for page in done.stdout.decode().split("<page ")[1:]
    ]


def over_each_other(words: list[Word]) -> list[tuple[str, str]]:
    return [
        (one[0], two[0])
        for n, one in enumerate(words)
        for two in words[n + 1 :]
        if min(one[3], two[3]) - max(one[1], two[1]) > 1
        and min(one[4], two[4]) - max(one[2], two[2]) > 4
    ]


def test_nothing_leaves_the_page_however_long(tmp_path: Path) -> None:
    reasons = (Circumstance(text="Anticonstitutionnellement" * 400, pieces=("promesse.pdf",)),)
    dossier = make_dossier(
        urgency=reasons,
        person=make_person(last_name="N" * 500),
        request=make_request(booking_address="https://exemple.test/" + "a" * 3000),
    )
    pages = words_of(to_pdf(draft(Act.REQUETE, brief_of(dossier)), made_on=TODAY), tmp_path)
    assert sum(map(len, pages)) > 500
    assert max(word[3] for page in pages for word in page) < 595 - 60
    assert max(word[4] for page in pages for word in page) < 842 - 30


def test_a_huge_cell_goes_on_over_the_page(tmp_path: Path) -> None:
    cells = ((Run("n"),), (Run("mot " * 900 + "fin"),), (Run("W" * 300),))
    table = Table(((Run("a"),), (Run("b"),), (Run("c"),)), (cells, cells), (1, 2, 1))
    pages = words_of(to_pdf(Document("Titre", (table,)), made_on=TODAY), tmp_path)
    assert len(pages) > 1
    assert sum(word[0] == "fin" for page in pages for word in page) == 2
    assert max(word[4] for page in pages for word in page) < 842 - 30


@pytest.mark.parametrize("act", list(Act))
def test_no_text_stands_over_another(act: Act, tmp_path: Path) -> None:
    brief = brief_for(act)
    name = "02_Promesse_d_embauche_de_l_association_Aide_a_domicile_d_Exempleville.pdf"
    plan = brief.plan.model_copy(
        update={
            "entries": tuple(
                entry.model_copy(update={"file": name, "label": entry.label + " W" * 90})
                for entry in brief.plan.entries
            )
        }
    )
    url = "www.val-d-exemple.exercice.test/" + "W" * 120
    captures = tuple(
        capture.model_copy(update={"reading": capture.reading.model_copy(update={"url": url})})
        for capture in brief.captures
    )
    long = brief.model_copy(update={"plan": plan, "captures": captures})
    pages = words_of(to_pdf(draft(act, long, make_details()), made_on=TODAY), tmp_path)
    assert pages
    for page in pages:
        assert not over_each_other(page)


@pytest.mark.parametrize("write", [to_pdf, to_docx])
def test_the_same_act_gives_the_same_bytes(write: Any) -> None:
    one = write(draft(Act.REQUETE, brief_of()), made_on=TODAY)
    assert one == write(draft(Act.REQUETE, brief_of()), made_on=TODAY)
    assert one != write(draft(Act.REQUETE, brief_of()), made_on=date(2026, 11, 24))


def test_a_docx_has_real_styles_repeated_heads_and_the_mark() -> None:
    word = open_docx(Act.REQUETE)
    styles = {paragraph.style.name for paragraph in word.paragraphs if paragraph.style}
    assert {"Title", "Heading 1", "Heading 2", "Body Text", "Quote", "List Paragraph"} <= styles
    assert word.core_properties.language == "fr"
    section = word.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert round(section.page_width.mm) == 210
    assert round(section.page_height.mm) == 297
    assert section.header.paragraphs[0].text == MARK
    assert "PAGE" in section.footer._element.xml
    calendar, table, *_ = word.tables
    assert "w:tblHeader" in calendar.rows[0]._tr.xml
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert len(table.rows) == 1 + 24
    assert 'w:lang w:val="fr-FR"' in word.styles.element.xml


def test_a_docx_says_the_same_words_as_the_act() -> None:
    document = draft(Act.LETTRE, brief_of())
    word = docx.Document(io.BytesIO(to_docx(document, made_on=TODAY)))
    told = [p.text for p in word.paragraphs]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            assert "".join(run.text for run in block.runs) in told


@pytest.mark.parametrize(
    "words", ["<w:p/>&", "]]>", "$title ${x} $$", "\u202e retourné", "𝔘 🙂 日本 عربي"]
)
def test_hostile_words_stay_words_in_both_files(words: str) -> None:
    document = Document("Titre " + words, (Paragraph((Run(words),)),), author=words)
    word = docx.Document(io.BytesIO(to_docx(document, made_on=TODAY)))
    assert word.paragraphs[0].text == words
    if words.isascii():
        assert to_pdf(document, made_on=TODAY).startswith(b"%PDF-1.7")


def test_the_docx_parts_are_all_declared() -> None:
    with zipfile.ZipFile(
        io.BytesIO(to_docx(draft(Act.LETTRE, brief_of()), made_on=TODAY))
    ) as parts:
        assert parts.testzip() is None
        types = parts.read("[Content_Types].xml").decode()
        for name in parts.namelist():
            assert f"/{name}" in types or name.endswith(".rels") or name.startswith("[Content")


@pytest.mark.office
def test_libreoffice_opens_the_docx_with_the_same_words(tmp_path: Path) -> None:
    source = tmp_path / "requete.docx"
    source.write_bytes(to_docx(draft(Act.REQUETE, brief_of()), made_on=TODAY))
    profile = (tmp_path / "profil").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", tmp_path, source],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    done = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "requete.pdf", "-"], capture_output=True, check=True
    )
    pages = done.stdout.decode().split("\f")[:-1]
    assert 4 <= len(pages) <= 8
    assert all(MARK in page for page in pages)
    assert "enjoindre" in pages[-1] + pages[-2]
    assert f"{len(pages)}/{len(pages)}" in pages[-1]


def test_the_email_is_a_draft_ready_to_send() -> None:
    raw = courriel_eml(brief_of(), b"%PDF-1.7 captures")
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    assert message["To"] == "etrangers@val-d-exemple.exercice.test"
    assert message["Disposition-Notification-To"] == "aminata@exemple.test"
    assert message["Subject"].startswith(f"[{MARK}] Rendez-vous impossible à obtenir")
    body = message.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert text.startswith(MARK)
    assert "Madame la préfète," in text
    assert "Pièce jointe" in text
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "captures-d-ecran.pdf"
    assert attached.get_content() == b"%PDF-1.7 captures"
    assert raw == courriel_eml(brief_of(), b"%PDF-1.7 captures")


def test_the_email_needs_no_address_nor_attachment() -> None:
    person = make_person(email="")
    raw = courriel_eml(brief_of(make_dossier(person=person)), None)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert message["From"] is None
    assert "Aminata EXEMPLE" in message.get_content()
    assert "Pièce jointe" not in message.get_content()


def test_a_header_cannot_be_injected() -> None:
    request = make_request(title_sought="carte\r\nBcc: autre@exemple.test")
    raw = courriel_eml(brief_of(make_dossier(request=request)), None)
    assert email.message_from_bytes(raw, policy=email.policy.default)["Bcc"] is None
