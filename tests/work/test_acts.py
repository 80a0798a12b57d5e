"""Acts as they are kept: what was made, what came back from Word, which one is prepared."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import docx
import pikepdf
import pytest

from factories import TODAY, make_attempts, make_capture, make_plan
from plaise.dossier import PlaiseError
from plaise.drafting import Act, Brief, Details, WordError, draft, to_docx
from plaise.journal import verify_journal
from plaise.readiness import assess
from plaise.store import DossierFolder
from plaise.work import import_act, in_force, kept_acts, prepare, reset_act, verify
from plaise.work._acts import as_prepared, changed_since
from plaise.work._contents import acts_of
from plaise.work._intake import open_journal
from plaise.work._kept import record_made

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple"
ADDED = "Une phrase que mon avocate a ajoutée."


@pytest.fixture
def folder(tmp_path: Path) -> DossierFolder:
    """The example's facts and pieces, without its captures: nothing here needs to read them."""
    shutil.copytree(EXAMPLE / "pieces", tmp_path / "dossier" / "pieces")
    shutil.copy(EXAMPLE / "dossier.toml", tmp_path / "dossier")
    return DossierFolder(tmp_path / "dossier")


def brief_of(folder: DossierFolder, attempts: int = 6) -> Brief:
    dossier, captures = folder.facts(), make_attempts(attempts)
    plan = make_plan(dossier, captures)
    return Brief(dossier=dossier, captures=captures, plan=plan, today=TODAY)


def made(folder: DossierFolder) -> None:
    """As `prepare` does once a package is made."""
    brief = brief_of(folder)
    journal = open_journal(folder, brief.dossier, folder.facts_text())
    documents = {act: draft(act, brief) for act in (Act.REQUETE, Act.LETTRE)}
    record_made(folder, journal, brief, documents)


def corrected(folder: DossierFolder, act: Act = Act.REQUETE) -> bytes:
    """The act as a lawyer leaves it: one sentence more, before the first heading."""

    def change(word: docx.document.Document) -> None:
        heading = next(p for p in word.paragraphs if p.style and p.style.name == "Heading 1")
        heading.insert_paragraph_before(ADDED, style="Body Text")

    return saved(folder, change, act)


def saved(
    folder: DossierFolder,
    change: Callable[[docx.document.Document], None],
    act: Act = Act.REQUETE,
) -> bytes:
    word = docx.Document(io.BytesIO(to_docx(draft(act, brief_of(folder)), made_on=TODAY)))
    change(word)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_each_act_made_is_kept_once_with_what_it_was_made_from(folder: DossierFolder) -> None:
    made(folder)
    made(folder)
    kept = kept_acts(folder, folder.journal())
    assert [(one.act, one.number, one.origin) for one in kept] == [
        (Act.REQUETE, 1, "drafted"),
        (Act.LETTRE, 1, "drafted"),
    ]
    assert kept[0].document == draft(Act.REQUETE, brief_of(folder))
    record = json.loads((folder.path / "actes/requete/001.json").read_bytes())
    assert len(record["facts"]) == 64
    assert record["law"]
    assert record["software"]
    assert record["kept_at"].endswith("Z")


def test_an_edited_act_is_kept_journalled_and_prepared(folder: DossierFolder) -> None:
    made(folder)
    content = corrected(folder)
    taken = import_act(folder, content, today=TODAY)
    assert (taken.kept.act, taken.kept.number, taken.kept.lost) == (Act.REQUETE, 2, ())
    assert (folder.path / "actes/requete/002.docx").read_bytes() == content
    with pikepdf.open(io.BytesIO(taken.pdf)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["pdfaid:part"] == "2"
        assert metadata["pdfuaid:part"] == "1"
    chosen = in_force(folder, folder.journal())
    document = as_prepared(Act.REQUETE, brief_of(folder), chosen)
    assert ADDED in str(document.blocks)
    assert document.mark == "Exemple – exercice, à ne pas déposer"
    assert ADDED not in str(as_prepared(Act.LETTRE, brief_of(folder), chosen).blocks)
    assert not verify_journal(folder.journal_path)[1]
    assert verify(folder.path).sound


def test_leaving_the_edited_act_aside_brings_ours_back(folder: DossierFolder) -> None:
    import_act(folder, corrected(folder), today=TODAY)
    assert reset_act(folder, Act.REQUETE)
    assert not reset_act(folder, Act.REQUETE)
    assert in_force(folder, folder.journal()) == {}
    assert (folder.path / "actes/requete/001.json").exists()
    import_act(folder, corrected(folder), today=TODAY)
    assert in_force(folder, folder.journal())[Act.REQUETE].number == 2


def test_a_change_of_facts_after_the_edit_is_told(folder: DossierFolder) -> None:
    made(folder)
    import_act(folder, corrected(folder), today=TODAY)
    chosen = in_force(folder, folder.journal())
    assert changed_since(brief_of(folder), chosen) == ()
    (told,) = changed_since(brief_of(folder, attempts=7), chosen)
    assert "ont changé depuis" in told


def test_edited_words_that_no_longer_agree_with_the_facts_block(folder: DossierFolder) -> None:
    import_act(folder, corrected(folder), today=TODAY)
    chosen = in_force(folder, folder.journal())
    brief = brief_of(folder)
    person = brief.dossier.person.model_copy(update={"last_name": "Autre"})
    other = brief.dossier.model_copy(update={"person": person})
    with pytest.raises(PlaiseError, match="votre nom"):
        as_prepared(Act.REQUETE, brief.model_copy(update={"dossier": other}), chosen)
    with pytest.raises(PlaiseError, match="pièces citées"):
        as_prepared(Act.REQUETE, brief_of(folder, attempts=2), chosen)


def test_an_edited_act_that_cannot_be_made_is_left_out_and_told(folder: DossierFolder) -> None:
    content = saved(folder, lambda word: word.paragraphs[-3].add_run(ADDED), Act.LETTRE)
    import_act(folder, content, today=TODAY)
    chosen = in_force(folder, folder.journal())
    brief = brief_of(folder)
    late = make_capture(datetime.fromisoformat("2026-11-30T08:00"), name="depuis.png")
    captures = (*brief.captures, late)
    after = brief.model_copy(
        update={"captures": captures, "plan": make_plan(brief.dossier, captures)}
    )
    for one, kept in ((brief, True), (after, False)):
        acts, told = acts_of(one, assess(one.dossier, one.captures, today=TODAY), chosen, Details())
        assert (Act.LETTRE in acts) is kept
        assert ("n’est pas repris" in " ".join(told)) is not kept
    assert any("depuis.png" in line and "date fixée" in line for line in told)
    assert sum("Changez la date des actes" in line for line in told) == 1


def test_words_that_the_court_would_refuse_are_not_taken(folder: DossierFolder) -> None:
    def change(word: docx.document.Document) -> None:
        for paragraph in word.paragraphs:
            if paragraph.text == "Par ces motifs":
                paragraph.runs[0].text = "Conclusions"

    with pytest.raises(PlaiseError, match="Par ces motifs") as refused:
        import_act(folder, saved(folder, change), today=TODAY)
    assert "Word" in refused.value.to_do
    assert not (folder.path / "actes").exists()


def test_a_file_that_is_no_act_is_refused_and_nothing_changes(folder: DossierFolder) -> None:
    with pytest.raises(WordError):
        import_act(folder, b"%PDF-1.7", today=TODAY)
    word, stream = docx.Document(), io.BytesIO()
    word.add_paragraph("Bonjour")
    word.save(stream)
    with pytest.raises(PlaiseError, match="quel acte"):
        import_act(folder, stream.getvalue(), today=TODAY)
    assert not folder.journal_path.exists()


def test_a_record_changed_by_hand_is_noticed(folder: DossierFolder) -> None:
    import_act(folder, corrected(folder), today=TODAY)
    path = folder.path / "actes/requete/001.json"
    path.write_bytes(path.read_bytes().replace(b"avocate", b"voisine"))
    with pytest.raises(PlaiseError, match="requete"):
        in_force(folder, folder.journal())
    assert not verify(folder.path).sound


@pytest.mark.engine
def test_prepare_uses_the_edited_act_until_it_is_left_aside(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "dossier")
    captures = sorted((tmp_path / "dossier/captures").iterdir())
    for path in captures[3:]:
        path.unlink()
    folder = DossierFolder(tmp_path / "dossier")
    first = prepare(folder, today=TODAY)
    place = folder.package_path(first.package.number)
    editable = place / "4-a-modifier-dans-Word/Lettre_recommandee_au_prefet.docx"
    word, stream = docx.Document(str(editable)), io.BytesIO()
    word.paragraphs[-3].insert_paragraph_before(ADDED, style="Body Text")
    word.save(stream)
    import_act(folder, stream.getvalue(), today=TODAY)
    second = prepare(folder, today=TODAY)
    assert second.package.number == first.package.number + 1
    edited = folder.package_path(second.package.number) / editable.relative_to(place)
    assert ADDED in "\n".join(p.text for p in docx.Document(str(edited)).paragraphs)
    assert not prepare(folder, today=TODAY).made
    reset_act(folder, Act.LETTRE)
    third = prepare(folder, today=TODAY)
    again = folder.package_path(third.package.number) / editable.relative_to(place)
    assert again.read_bytes() == editable.read_bytes()
    assert verify(folder.path).sound
