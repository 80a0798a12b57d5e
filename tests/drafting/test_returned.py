"""An act that comes back from Word: what is kept, what is told as lost, what is refused."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import TODAY, make_attempts, make_dossier, make_plan
from plaise.dossier import PlaiseError
from plaise.drafting import (
    Act,
    Block,
    Brief,
    Document,
    Heading,
    ListBlock,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Style,
    Table,
    WordError,
    as_tree,
    draft,
    from_tree,
    import_docx,
    text_faults,
    to_docx,
    to_pdf,
)
from plaise.drafting._blocks import lines

EDITABLE = (Act.COURRIEL, Act.LETTRE, Act.REQUETE, Act.INVENTAIRE)


def drafted(act: Act = Act.REQUETE) -> Document:
    dossier, captures = make_dossier(), make_attempts(12)
    plan = make_plan(dossier, captures)
    return draft(act, Brief(dossier=dossier, captures=captures, plan=plan, today=TODAY))


def without_widths(document: Document) -> list[Block]:
    """Relative widths become measures in Word: the shares stay, the numbers do not."""
    return [
        replace(block, widths=()) if isinstance(block, Table) else block
        for block in document.blocks
    ]


def edited(change: Callable[[docx.document.Document], None], act: Act = Act.REQUETE) -> bytes:
    """An act as python-docx, standing in for a person in Word, would leave it."""
    word = docx.Document(io.BytesIO(to_docx(drafted(act), made_on=TODAY)))
    change(word)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def repacked(content: bytes, **parts: str | bytes) -> bytes:
    """The same archive with parts replaced or added."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(saved, "w", 8) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return saved.getvalue()


def body_with(xml: str) -> bytes:
    """An act whose first paragraph is replaced by some WordprocessingML."""

    def change(word: docx.document.Document) -> None:
        element = parse_xml(f"<w:body {nsdecls('w', 'r', 'wp')}>{xml}</w:body>")
        first = word.paragraphs[0]._p
        for part in list(element):
            first.addprevious(part)
        first.getparent().remove(first)

    return edited(change)


@pytest.mark.parametrize("act", EDITABLE)
def test_an_untouched_act_comes_back_whole(act: Act) -> None:
    document = drafted(act)
    back, lost = import_docx(to_docx(document, made_on=TODAY))
    assert lost == ()
    assert without_widths(back) == without_widths(document)
    assert replace(back, blocks=()) == replace(document, blocks=())
    shares = [[w / sum(b.widths) for w in b.widths] for b in back.blocks if isinstance(b, Table)]
    assert all(min(share) > 0.02 for share in shares)


@pytest.mark.parametrize("act", EDITABLE)
def test_an_act_that_came_back_gives_a_conformant_pdf(act: Act) -> None:
    back, _ = import_docx(to_docx(drafted(act), made_on=TODAY))
    with pikepdf.open(io.BytesIO(to_pdf(back, made_on=TODAY))) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] == "2"
            assert metadata["pdfuaid:part"] == "1"
        assert "/StructTreeRoot" in pdf.Root


@pytest.mark.office
def test_an_act_saved_again_by_libreoffice_comes_back_whole(tmp_path: Path) -> None:
    document = drafted()
    source = tmp_path / "requete.docx"
    source.write_bytes(to_docx(document, made_on=TODAY))
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless",
         "--convert-to", "docx:MS Word 2007 XML", "--outdir", tmp_path / "again", source],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    back, lost = import_docx((tmp_path / "again" / "requete.docx").read_bytes())
    assert lost == ()
    assert without_widths(back) == without_widths(document)


def test_words_written_in_word_are_kept_and_typeset() -> None:
    def change(word: docx.document.Document) -> None:
        at = next(p for p in word.paragraphs if p.text == "Les faits")
        added = at.insert_paragraph_before(style="Body Text")
        added.add_run("J'ajoute ceci : ")
        added.add_run("l'article L.521-3").bold = True
        added.add_run(" et ")
        added.add_run("rien d'autre").italic = True
        at.insert_paragraph_before("Une citation !", style="Quote")
        at.insert_paragraph_before("Un sous-titre", style="heading 2")

    back, lost = import_docx(edited(change))
    assert lost == ()
    at = next(n for n, block in enumerate(back.blocks) if "J’ajoute" in str(block))
    paragraph, quote, heading = back.blocks[at : at + 3]
    assert isinstance(paragraph, Paragraph)
    assert [(r.text, r.bold, r.italic) for r in paragraph.runs] == [
        ("J’ajoute ceci\u00a0: ", False, False),
        ("l’article L.\u00a0521-3", True, False),
        (" et ", False, False),
        ("rien d’autre", False, True),
    ]
    assert quote == Quote(((Run("Une citation\u202f!"),),))
    assert heading == Heading(2, (Run("Un sous-titre"),))


def test_a_line_and_a_page_that_end_inside_a_paragraph_are_kept() -> None:
    def change(word: docx.document.Document) -> None:
        run = word.paragraphs[0].insert_paragraph_before("un", style="Body Text").add_run()
        run.add_break()
        run.add_text("deux")
        run.add_break(WD_BREAK.PAGE)
        run.add_text("trois")

    back, _ = import_docx(edited(change))
    one, two, page, three = back.blocks[:4]
    assert [b.runs[0].text for b in (one, two, three) if isinstance(b, Paragraph)] == [
        "un", "deux", "trois",
    ]  # fmt: skip
    assert isinstance(page, PageBreak)


def said(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


STRANGE = {
    "inserted": f'<w:p><w:ins w:id="1" w:author="a">{said("ajout")}</w:ins></w:p>',
    "deleted": '<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>ôté</w:delText></w:r></w:del>'
    f"{said('reste')}</w:p>",
    "drawing": f"<w:p><w:r><w:drawing/></w:r>{said('avant')}</w:p>",
    "link": f'<w:p><w:hyperlink r:id="rId5">{said("un site")}</w:hyperlink></w:p>',
    "hidden": f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>{said('vu')}</w:p>",
    "struck": f"<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>rayé</w:t></w:r>{said('vu')}</w:p>",
    "look": '<w:p><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>souligné</w:t></w:r></w:p>',
    "control": '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:sdt><w:sdtContent>'
    f"{said('contrôle')}</w:sdtContent></w:sdt></w:p>",
    "object": f"<w:p><w:r><w:object/></w:r>{said('x')}</w:p>",
    "symbol": f'<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>{said("x")}</w:p>',
    "merged": '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    f"<w:p>{said('tête')}</w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc>"
    f"<w:tc><w:p>{said('case')}</w:p></w:tc></w:tr></w:tbl>",
}


@pytest.mark.parametrize(
    ("strange", "kept", "told"),
    [
        ("inserted", "ajout", "ajout est pris"),
        ("deleted", "reste", "suppression est faite"),
        ("drawing", "avant", "une image"),
        ("link", "un site", "un lien"),
        ("hidden", "vu", "masqué, retiré : « secret »"),
        ("struck", "vu", "barré, retiré : « rayé »"),
        ("look", "souligné", "mises en forme locales"),
        ("control", "contrôle", ""),
        ("object", "x", "objet incorporé"),
        ("symbol", "x", "symbole"),
        ("merged", "case", "cellules fusionnées"),
    ],
)
def test_what_word_knows_and_we_do_not_is_told(strange: str, kept: str, told: str) -> None:
    back, lost = import_docx(body_with(STRANGE[strange]))
    words = list(lines(back))
    assert kept in words[:4]
    assert any(told in one for one in lost) or not told
    for gone in ("ôté", "secret", "rayé"):
        assert all(gone not in line for line in words)


def test_notes_and_comments_are_told_with_their_words() -> None:
    xml = '<w:p><w:r><w:t>Fait.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    note = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r><w:t>Voir CE 2020.</w:t>'
        "</w:r></w:p></w:footnote></w:footnotes>"
    )
    _, lost = import_docx(repacked(body_with(xml), **{"word/footnotes.xml": note}))
    assert lost == ("une note de bas de page : « Voir CE 2020. »",)


def test_a_style_of_the_persons_own_becomes_the_nearest_of_ours_and_is_named() -> None:
    def change(word: docx.document.Document) -> None:
        own = word.styles.add_style("Cabinet Gras", 1)
        own.base_style = word.styles["heading 2"]
        word.styles.add_style("Autre", 1)
        first = word.paragraphs[0]
        first.insert_paragraph_before("Titre maison", style="Cabinet Gras")
        first.insert_paragraph_before("Texte", style="Autre")

    back, lost = import_docx(edited(change))
    assert back.blocks[0] == Heading(2, (Run("Titre maison"),))
    assert back.blocks[1] == Paragraph((Run("Texte"),), Style.BODY)
    assert any("« Autre »" in one for one in lost)


def test_lists_keep_their_numbers_and_levels_are_told() -> None:
    document = Document(
        "t",
        (
            ListBlock(((Run("a"),), (Run("b"),)), ordered=True, start=3),
            Paragraph((Run("entre"),)),
            ListBlock(((Run("c"),),), ordered=True),
            ListBlock(((Run("d"),),)),
        ),
    )
    assert import_docx(to_docx(document, made_on=TODAY)).document.blocks == document.blocks


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"PK\x03\x04 rien",
        repacked(to_docx(drafted(), made_on=TODAY), **{"word/document.xml": "<w:document"}),
        repacked(to_docx(drafted(), made_on=TODAY), **{"word/document.xml": "<a/>"}),
        repacked(
            to_docx(drafted(), made_on=TODAY),
            **{
                "word/document.xml": '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
            },
        ),
        repacked(
            to_docx(drafted(), made_on=TODAY),
            **{
                "word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                "<a>&x;</a>"
            },
        ),
        body_with("<w:p/>")[:2000],
        b"\0" * 26_000_000,
    ],
)
def test_what_is_no_word_file_is_refused_in_french(content: bytes) -> None:
    with pytest.raises(WordError) as refused:
        import_docx(content)
    assert refused.value.to_do
    assert "gardé" in refused.value.safe


def test_a_bomb_is_refused_before_it_fills_the_memory() -> None:
    bomb = b"<w:document>" + b" " * 60_000_000
    content = repacked(to_docx(drafted(), made_on=TODAY), **{"word/document.xml": bomb})
    assert len(content) < 200_000
    with pytest.raises(WordError, match="lourd"):
        import_docx(content)


def test_elements_nested_without_end_are_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + "<w:p/>" + "</w:sdtContent></w:sdt>" * 5000
    start = f"<w:document {nsdecls('w')}><w:body>"
    part = f"{start}{deep}</w:body></w:document>"
    content = repacked(to_docx(drafted(), made_on=TODAY), **{"word/document.xml": part})
    with pytest.raises(WordError):
        import_docx(content)


def test_ten_thousand_paragraphs_are_read_and_thirty_thousand_refused() -> None:
    one = "<w:p><w:r><w:t>Un paragraphe de plus.</w:t></w:r></w:p>"
    for count in (10_000, 30_000):
        start = f"<w:document {nsdecls('w')}><w:body>"
        part = f"{start}{one * count}</w:body></w:document>"
        content = repacked(to_docx(drafted(), made_on=TODAY), **{"word/document.xml": part})
        if count == 10_000:
            assert len(import_docx(content).document.blocks) == count
        else:
            with pytest.raises(WordError, match="long"):
                import_docx(content)


def test_macros_and_addresses_outside_are_told_and_never_used() -> None:
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/attachedTemplate" Target="http://attaquant.exercice.test/t.dotm" '
        'TargetMode="External"/></Relationships>'
    )
    content = repacked(
        to_docx(drafted(), made_on=TODAY),
        **{"word/vbaProject.bin": b"Auto_Open", "word/_rels/document.xml.rels": link},
    )
    back, lost = import_docx(content)
    assert without_widths(back) == without_widths(drafted())
    assert any("macros" in one for one in lost)
    assert any("attaquant.exercice.test" in one for one in lost)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn")), max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=6))
def test_any_words_come_back_as_text(texts: list[str]) -> None:
    blocks = tuple(Paragraph((Run(text),)) for text in texts)
    document = Document("t", (Heading(1, (Run("Début"),)), *blocks))
    try:
        back, _ = import_docx(to_docx(document, made_on=TODAY))
    except WordError:
        assert any(ord(char) < 32 or ord(char) in {0xFFFE, 0xFFFF} for t in texts for char in t)
        return
    told = "".join("".join(char for char in line if char.isalnum()) for line in lines(back))
    given_words = "".join(char for text in texts for char in text if char.isalnum())
    assert told.replace("er", "") == ("Début" + given_words).replace("er", "")
    assert from_tree(as_tree(back)) == back


def test_a_tree_is_told_and_read_again_without_loss() -> None:
    for act in EDITABLE:
        document = drafted(act)
        assert from_tree(as_tree(document)) == document
    for wrong in ({}, {"format": 2}, {"format": 1, "blocks": [{"is": "script"}]}):
        with pytest.raises(ValueError, match=r"."):
            from_tree(wrong)


def faults(document: Document, act: Act = Act.REQUETE, exhibits: int = 17) -> str:
    return " | ".join(text_faults(act, document, make_dossier(), exhibits))


def changed(old: str, new: str) -> Document:
    """The petition with some words replaced everywhere."""

    def runs(inline: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(replace(run, text=run.text.replace(old, new)) for run in inline)

    document = drafted()
    return replace(
        document,
        blocks=tuple(
            replace(b, runs=runs(b.runs)) if isinstance(b, Heading | Paragraph) else b
            for b in document.blocks
        ),
    )


def test_a_sound_petition_has_no_fault() -> None:
    assert faults(drafted()) == ""
    assert faults(changed("Discussion", "Discussion en droit")) == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("EXEMPLE", "AUTRE", "votre nom"),
        ("D’EXEMPLEVILLE", "DE PARIS", ""),
        ("12 rue des Essais", "ailleurs", "votre adresse"),
        ("Par ces motifs", "Conclusions", "Par ces motifs"),
        ("Fait à", "Fait à [ville], à", "un blanc à remplir"),
        ("Fait à", "Fait à ______", "un blanc à remplir"),
        ("Fait à", "Fait à …………", "un blanc à remplir"),
        ("Elles le sont ici.", "Voir la pièce n°\u00a099.", "n° 99"),
    ],
)
def test_an_edited_petition_that_would_be_refused_is_blocked(old: str, new: str, said: str) -> None:
    assert said in faults(changed(old, new))


def test_an_annulment_is_never_asked_of_this_judge() -> None:
    document = drafted()
    asked = ListBlock(((Run("annuler la décision du préfet"),),), ordered=True)
    signed = next(
        n
        for n, b in enumerate(document.blocks)
        if isinstance(b, Paragraph) and b.style is Style.SIGNATURE
    )
    blocks = (*document.blocks[:signed], asked, *document.blocks[signed:])
    assert "annuler" in faults(replace(document, blocks=blocks))
    unsigned = (
        b for b in document.blocks if not (isinstance(b, Paragraph) and b.style is Style.SIGNATURE)
    )
    assert "signature" in faults(replace(document, blocks=tuple(unsigned)))


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(PlaiseError, match="texte"):
        import_docx(to_docx(Document("t", ()), made_on=TODAY))
