"""Word and ODT pieces become pages; what pages cannot show is said, malice comes to nothing."""

from __future__ import annotations

import hashlib
import io
import subprocess
from pathlib import Path

import docx
import pytest
from bundle_folders import make_picture, picture_bytes, put_piece
from exhibits_written import check, dossier_of, one_piece, render, words, write
from office_files import W, links, odt, p, word, zipped

from plaise.bundle import check_piece, piece_notes
from plaise.dossier import PieceKind
from plaise.reading.office import Paragraph, Text
from plaise.reading.office._archive import Archive
from plaise.reading.office._odt import odt_sheet

NUMBERED = (
    f"<w:numbering {W}><w:abstractNum w:abstractNumId='1'>"
    "<w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='Art. %1'/>"
    "</w:lvl><w:lvl w:ilvl='1'><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1.%2)'/></w:lvl>"
    "</w:abstractNum><w:num w:numId='7'><w:abstractNumId w:val='1'/></w:num></w:numbering>"
)
PNG = picture_bytes(make_picture("tampon"))
SEEN = "<w:drawing><wp:inline><wp:extent cx='1905000' cy='1190625'/><wp:docPr descr='Tampon'/>"
SEEN += "<a:blip r:embed='rId9'/></wp:inline></w:drawing>"
BOX = "<w:drawing><w:txbxContent>" + p("Dans un cadre") + "</w:txbxContent></w:drawing>"


def item(words_: str, level: int) -> str:
    return p(words_, "", f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='7'/></w:numPr>")


def in_run(xml: str) -> str:
    return f"<w:p><w:r>{xml}</w:r></w:p>"


def pages(folder: Path, name: str, raw: bytes) -> str:
    path = one_piece(folder, name, raw)
    check(path)
    return words(path)


def test_a_word_file_is_set_with_what_it_shows(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Association Exemple"
    document.add_heading("Attestation d’hébergement", 1)
    document.add_paragraph("Je soussignée ").add_run("Fatou EXEMPLE").bold = True
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Deux colonnes"
    table.cell(1, 1).text = "Loyer : 450 €"
    document.add_paragraph().add_run().add_picture(io.BytesIO(PNG))
    document.add_page_break()
    document.add_paragraph("Seconde page")
    made = io.BytesIO()
    document.save(made)
    path = one_piece(tmp_path, "attestation.docx", made.getvalue())
    said = words(path)
    for shown in ("Association Exemple", "Fatou EXEMPLE", "Deux colonnes", "Loyer : 450 €"):
        assert shown in said
    digest = hashlib.sha256(made.getvalue()).hexdigest()
    assert f"page 2 sur 2 SHA-256 de l’original : {digest}" in said
    assert "Pages faites par Plaise à partir du fichier de traitement de texte" in said
    assert any(pixel == (200, 0, 0) for _, pixel in render(path).getcolors(1 << 24) or ())
    check(path)


def test_lists_count_as_their_file_says(tmp_path: Path) -> None:
    body = item("Objet", 0) + item("durée", 1) + item("prix", 1) + item("Fin", 0)
    said = pages(tmp_path, "a.docx", word(body, numbering__xml=NUMBERED))
    assert "Art. 3 Objet 3.a) durée 3.b) prix Art. 4 Fin" in said


def test_changes_are_shown_and_everything_else_is_told(tmp_path: Path) -> None:
    body = (
        "<w:p><w:ins><w:r><w:t>ajouté</w:t></w:r></w:ins><w:del><w:r><w:delText>retiré"
        "</w:delText></w:r></w:del></w:p>"
        + p("secret", "<w:vanish/>")
        + in_run(f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice>"
                 f"<mc:Fallback>{BOX}</mc:Fallback></mc:AlternateContent>")
        + in_run("<w:commentReference w:id='0'/><w:object/>")
        + in_run("<w:fldChar w:fldCharType='begin'/><w:instrText> DATE </w:instrText>"
                 "<w:fldChar w:fldCharType='separate'/><w:t>3 mai 2026</w:t>"
                 "<w:fldChar w:fldCharType='end'/>")
    )  # fmt: skip
    raw = word(body)
    said = pages(tmp_path, "a.docx", raw)
    assert said.count("Dans un cadre") == 1
    assert "ajouté" in said
    assert "retiré" in said
    assert "3 mai 2026" in said
    assert "DATE" not in said
    assert "secret" not in said
    (note,) = piece_notes(raw, "a.docx")
    for told in ("suivies", "masqué", "zones de texte", "commentaires", "objets", "date", "en PDF"):
        assert told in note


def test_changes_of_an_odt_file_are_struck_where_they_stood(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes>"
        '<text:changed-region text:id="a"><text:deletion><text:p>pour toujours</text:p>'
        "</text:deletion></text:changed-region>"
        '<text:changed-region text:id="b"><text:insertion/></text:changed-region>'
        "</text:tracked-changes>"
        '<text:p>Logée <text:change text:change-id="a"/>'
        '<text:change-start text:change-id="b"/>trois mois<text:change-end text:change-id="b"/>'
        " ici</text:p>"
    )
    raw = odt(body)
    (paragraph,) = odt_sheet(Archive(raw)).blocks
    assert isinstance(paragraph, Paragraph)
    runs = [one for one in paragraph.runs if isinstance(one, Text)]
    assert [one.t for one in runs if one.s] == ["pour toujours"]
    assert [one.t for one in runs if one.u] == ["trois mois"]
    said = pages(tmp_path, "a.odt", raw)
    assert "Logée pour toujours" in said
    assert "ici" in said
    assert "suivies, montrées soulignées ou barrées" in piece_notes(raw, "a.odt")[0]


def test_notes_stand_at_the_end_numbered(tmp_path: Path) -> None:
    notes = f"<w:footnotes {W}><w:footnote w:id='5'>{p('Voir le bail')}</w:footnote></w:footnotes>"
    body = in_run("<w:t>Loyer</w:t><w:footnoteReference w:id='5'/>") + p("Fin")
    assert "Fin 1. Voir le bail" in pages(tmp_path, "a.docx", word(body, footnotes__xml=notes))


def test_an_odt_file_is_set_with_what_it_shows(tmp_path: Path) -> None:
    automatic = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-format="1" style:num-suffix=")" text:start-value="4"/></text:list-style>'
        '<style:style style:name="N" style:family="paragraph"><style:paragraph-properties '
        'fo:break-before="page"/></style:style>'
    )
    styles = (
        '<office:master-styles><style:master-page style:name="Standard"><style:footer><text:p>'
        "Feuille <text:page-number>9</text:page-number>/<text:page-count>9</text:page-count>"
        "</text:p></style:footer></style:master-page></office:master-styles>"
    )
    table = (
        "<table:table><table:table-row><table:table-cell table:number-columns-spanned='2'>"
        "<text:p>Large</text:p></table:table-cell><table:covered-table-cell/></table:table-row>"
        "<table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>Haut</text:p>"
        "</table:table-cell><table:table-cell><text:p>A</text:p></table:table-cell>"
        "</table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>"
        "<text:p>B</text:p></table:table-cell></table:table-row></table:table>"
    )
    picture = (
        "<text:p><draw:frame svg:width='4cm' svg:height='2.5cm'>"
        "<draw:image xlink:href='Pictures/a.png'/></draw:frame></text:p>"
    )
    body = (
        '<text:h text:outline-level="1">Bail</text:h><text:p>Entre<text:s/>les parties'
        "<office:annotation><text:p>à revoir</text:p></office:annotation></text:p>"
        '<text:list text:style-name="L"><text:list-item><text:p>un</text:p></text:list-item>'
        f"<text:list-item><text:p>deux</text:p></text:list-item></text:list>{table}{picture}"
        '<text:p text:style-name="N">Seconde</text:p>'
    )
    raw = odt(body, styles, automatic, Pictures_1_a__png=PNG)
    said = pages(tmp_path, "bail.odt", raw)
    for shown in ("Bail Entre les parties 4) un 5) deux", "Large", "Haut", "Feuille 1/2"):
        assert shown in said
    assert "à revoir" not in said
    assert "commentaires" in piece_notes(raw, "bail.odt")[0]


def test_numbers_and_pages_are_those_of_the_plan(tmp_path: Path) -> None:
    body = p("Un") + in_run('<w:br w:type="page"/>') + p("Deux") + in_run('<w:br w:type="page"/>')
    piece = put_piece(tmp_path, "a.docx", word(body + p("Trois")), kind=PieceKind.URGENCY)
    plan, _ = write(tmp_path, dossier_of(piece), [])
    assert plan.entries[0].pages == 3
    assert list((tmp_path / ".plaise" / "derivees").glob("*bureau*"))


BILLION = "<!DOCTYPE a [" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
) + "]>"  # fmt: skip
OUTSIDE = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
DEEP = "<w:tbl><w:tr><w:tc>" * 400 + p("fond") + "</w:tc></w:tr></w:tbl>" * 400
HOSTILE = {
    "entities.docx": word(p("&j;"), head=BILLION),
    "outside.docx": word(p("&x;"), head=OUTSIDE),
    "bomb.docx": zipped({"word/document.xml": b"<a>" + b" " * 80_000_000 + b"</a>"}),
    "empty.docx": zipped({"word/document.xml": f"<w:document {W}/>"}),
    "other.docx": zipped({"a.txt": "rien"}),
    "cut.docx": word(p("x"))[:-40],
    "recursive.docx": word("<w:sdt>" * 50_000 + "</w:sdt>" * 50_000),
    "locked.odt": odt("<text:p>x</text:p>", **{"META-INF_1_manifest__xml": "<encryption-data/>"}),
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_hostile_file_is_refused_kindly(name: str) -> None:
    (why,) = check_piece(HOSTILE[name], name)
    assert name in why
    assert "en PDF" in why


def test_nothing_outside_the_file_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(PNG)
    away = links(("rId9", f"file://{secret}", "External"))
    climbing = links(("rId9", f"../../../../../..{secret}", ""))
    for relations in (away, climbing):
        raw = word(in_run(SEEN), _rels_1_document__xml__rels=relations)
        assert "image non reprise" in pages(tmp_path, "a.docx", raw)
        assert "gardées ailleurs" in piece_notes(raw, "a.docx")[0]


def test_what_is_too_deep_is_left_and_told(tmp_path: Path) -> None:
    raw = word(DEEP + p("Fin"))
    assert "Fin" in pages(tmp_path, "a.docx", raw)
    assert "les uns dans les autres" in piece_notes(raw, "a.docx")[0]


def test_text_stays_text_and_pages_are_tagged(tmp_path: Path) -> None:
    path = one_piece(tmp_path, "a.docx", word(p("Quittance de loyer")))
    fonts = subprocess.run(["pdffonts", path], capture_output=True, check=True, text=True).stdout
    assert "SourceSans3" in fonts
    info = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
    assert "Tagged:          yes" in info
