"""One fact changes in the text; everything else stays where the person wrote it."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_texts import SOUND
from plaise.dossier import DossierError, edit_facts, faults_of, raw_facts, value_at
from plaise.store._create import new_facts

EXAMPLE = (Path(__file__).parents[2] / "examples" / "dossier-exemple" / "dossier.toml").read_text(
    encoding="utf-8"
)
TEXTS = [EXAMPLE, SOUND, new_facts("0", exercise=True)]
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)
LINES = st.lists(WORDS, max_size=4).map("\n".join)
VALUES = LINES | st.dates(date(1900, 1, 1)) | st.lists(WORDS, max_size=3) | st.booleans()
NAMES = st.sampled_from(["nom", "motifs", "expire_le", "une_cle", "adresse"])
TABLES = st.sampled_from(["personne", "demande", "representant", "prefecture", "neuve"])
BLOCKS = st.fixed_dictionaries({"texte": LINES, "pieces": st.lists(WORDS, max_size=2)})


def comments(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.lstrip().startswith("#")]


@pytest.mark.parametrize("text", TEXTS)
@given(table=TABLES, name=NAMES, value=VALUES)
def test_a_changed_value_is_the_only_thing_that_changes(text, table, name, value):
    wanted = tomllib.loads(text)
    wanted.setdefault(table, {})[name] = value
    made = edit_facts(text, {(table, name): value})
    assert tomllib.loads(made) == wanted
    assert comments(made) >= comments(text) or comments(text) == [
        line for line in comments(made) if line in comments(text)
    ]
    gone = edit_facts(made, {(table, name): None})
    del wanted[table][name]
    assert tomllib.loads(gone) == wanted


@pytest.mark.parametrize("text", TEXTS)
@given(blocks=st.lists(BLOCKS, max_size=3), data=st.data())
def test_blocks_are_added_corrected_and_taken_out(text, blocks, data):
    wanted = tomllib.loads(text)
    made = text
    for block in blocks:
        place = len(wanted.get("urgence", []))
        made = edit_facts(made, {("urgence", place): block})
        wanted.setdefault("urgence", []).append(block)
    assert tomllib.loads(made) == wanted
    if wanted.get("urgence"):
        last = len(wanted["urgence"]) - 1
        place = data.draw(st.integers(0, last))
        made = edit_facts(made, {("urgence", place, "texte"): "autre"})
        wanted["urgence"][place]["texte"] = "autre"
        assert tomllib.loads(made) == wanted
        made = edit_facts(made, {("urgence", place): None})
        del wanted["urgence"][place]
        if not wanted["urgence"]:
            del wanted["urgence"]
        assert tomllib.loads(made) == wanted


def test_a_new_value_stands_with_its_table_before_the_comments_of_what_follows():
    made = edit_facts(EXAMPLE, {("demande", "fondement"): "L. 423-23"})
    assert made.index('fondement = "L. 423-23"') < made.index("# Pourquoi attendre fait du tort")
    assert made.replace('fondement = "L. 423-23"\n', "") == EXAMPLE


@pytest.mark.parametrize(
    "text",
    [
        'personne = { nom = "A" }\ncontacts = [{ moyen = "visite" }]\n',
        'personne.nom = "A"\n[[contacts]]\nmoyen = "visite"\n[autre]\n[[contacts]]\nmoyen = "b"\n',
        'personne.nom = "A"\n[[contacts]]\nmoyen = "visite"',
        "",
    ],
)
def test_an_unusual_layout_gives_the_right_values(text):
    count = len(tomllib.loads(text).get("contacts", []))
    made = raw_facts(
        edit_facts(text, {("personne", "prenoms"): "B", ("contacts", count): {"moyen": "c"}})
    )
    assert value_at(made, ("personne", "prenoms")) == "B"
    assert value_at(made, ("contacts", count, "moyen")) == "c"
    assert value_at(made, ("contacts", 9, "moyen")) is None


def test_nothing_to_change_changes_nothing():
    for text in TEXTS:
        assert edit_facts(text, {}) == text


def test_a_text_that_is_not_toml_is_told_with_its_line():
    with pytest.raises(DossierError) as caught:
        edit_facts('schema = 1\nnom = "A', {("nom",): "B"})
    assert "ligne 2" in caught.value.happened or "fin du fichier" in caught.value.happened


def test_half_written_facts_say_where_something_is_missing():
    faults = dict(faults_of(raw_facts(TEXTS[2])))
    assert faults["personne", "naissance"] == "cette information manque"
    assert "valeurs possibles" in faults["demande", "porte"]
    assert faults_of(raw_facts(SOUND)) == ()
