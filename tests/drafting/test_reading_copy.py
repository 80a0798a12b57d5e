"""The reading copy: every passage explained, in every language, marked on every page."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pydantic import ValidationError

from plaise.drafting import Act, Document, Paragraph, Run, draft
from plaise.drafting.preview import preview_briefs
from plaise.drafting.reading_copy import explain, languages, to_reading_copy
from plaise.drafting.reading_copy._meanings import Meanings, meanings

READ = (Act.REQUETE, Act.LETTRE, Act.COURRIEL)
BRIEFS = preview_briefs()
ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")


@pytest.mark.parametrize("person", list(BRIEFS))
@pytest.mark.parametrize("act", READ)
def test_every_passage_of_our_own_is_explained(act: Act, person: str) -> None:
    document = draft(act, BRIEFS[person])
    for language in languages():
        for one in explain(document, language):
            assert one.known or one.kind == "item", one.french
            assert one.meaning


def test_the_persons_own_words_are_never_translated() -> None:
    document = draft(Act.REQUETE, BRIEFS["1-feminin"])
    own = [one for one in explain(document, "en") if not one.known]
    assert own
    assert any("m’embaucher" in one.french[0] for one in own)
    assert {one.meaning for one in own} == {languages()["en"].own_words}


def test_every_meaning_is_given_in_every_language() -> None:
    raw = meanings().model_dump()
    assert Meanings.model_validate(raw) == meanings()
    del raw["passages"][0]["ar"]
    with pytest.raises(ValidationError):
        Meanings.model_validate(raw)


def test_arabic_is_arabic_and_no_translation_is_said_to_be_reviewed_without_a_speaker() -> None:
    for passage in meanings().passages:
        assert ARABIC.search(passage.told("ar"))
        assert not ARABIC.search(passage.told("en"))
    for language in languages().values():
        assert not language.reviewed
    assert "not reviewed" in languages()["en"].warning
    assert "لم يراجع" in languages()["ar"].warning


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_says_not_to_file_it(language: str, tmp_path: Path) -> None:
    made = to_reading_copy(draft(Act.REQUETE, BRIEFS["1-feminin"]), language, made_on=TODAY)
    path = tmp_path / "copie.pdf"
    path.write_bytes(made)
    done = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    pages = done.stdout.decode().split("\f")[:-1]
    assert len(pages) > 2
    for page in pages:
        assert "Copie de lecture – à ne pas déposer" in page
        assert "Exemple – exercice, à ne pas déposer" in page
    assert ("Reading copy – do not file" in pages[0]) == (language == "en")
    assert bool(ARABIC.search(pages[0])) == (language == "ar")


TODAY = BRIEFS["1-feminin"].today


def test_arabic_runs_from_right_to_left(tmp_path: Path) -> None:
    """The full stop that ends a line stands to the left of its words."""
    document = Document("t", (Paragraph((Run("OBJET"),)),))
    path = tmp_path / "copie.pdf"
    path.write_bytes(to_reading_copy(document, "ar", made_on=TODAY))
    done = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True)
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]+)</word>', done.stdout.decode())
    x, y = next((float(x), y) for x, y, word in reversed(found) if word == ".")
    line = [float(left) for left, top, word in found if top == y and ARABIC.search(word)]
    assert line
    assert x < min(line)


def test_a_reading_copy_is_accessible_and_the_same_twice() -> None:
    document = draft(Act.LETTRE, BRIEFS["3-inclusif"])
    for language in languages():
        made = to_reading_copy(document, language, made_on=TODAY)
        assert made == to_reading_copy(document, language, made_on=TODAY)
        with pikepdf.open(io.BytesIO(made)) as pdf, pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


def test_hostile_words_stay_words() -> None:
    document = Document("#t", (Paragraph((Run("#panic() $x$ *a* <b> {{ c }}"),)),))
    (one,) = explain(document, "en")
    assert one.french == ("#panic() $x$ *a* <b> {{ c }}",)
    assert to_reading_copy(document, "ar", made_on=TODAY).startswith(b"%PDF")
