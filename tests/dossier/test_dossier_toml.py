"""Faults in `dossier.toml` are named with their line and what was expected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier_texts import SOUND
from plaise.dossier import DossierError, parse_dossier


def line_of(text: str, start: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith(start))


def test_sound_facts_are_read():
    dossier = parse_dossier(SOUND)
    assert dossier.person.full_name == "Aminata EXEMPLE"
    assert dossier.request.expires_on is not None


@pytest.mark.parametrize(
    ("old", "new", "line_start", "expected"),
    [
        (
            "naissance = 1991-03-14",
            'naissance = "14/03/1991"',
            "naissance",
            "une date est attendue",
        ),
        ('genre = "feminin"', 'genre = "femme"', "genre", "valeurs possibles"),
        ('nom = "Exemple"', 'nom = ""', "nom", "vide ou trop court"),
        ('telephone = "06', 'telephonne = "06', "telephonne", "pas connu"),
        ("fait_a", 'fuseau = "Paris/Europe"\nfait_a', "fuseau", "fuseau horaire"),
        ("pieces = []", 'pieces = ["absente.pdf"]', None, "n’est pas dans [[pieces]]"),
        ('titre = "préfète"', 'titre = "maire"', "titre = ", "valeurs possibles"),
    ],
)
def test_a_wrong_value_is_shown_with_its_line(old, new, line_start, expected):
    text = SOUND.replace(old, new)
    with pytest.raises(DossierError) as caught:
        parse_dossier(text)
    assert expected in caught.value.happened
    if line_start:
        assert f"ligne {line_of(text, line_start)} " in caught.value.happened


def test_a_missing_fact_points_to_its_table():
    text = SOUND.replace('nationalite = "malienne"\n', "")
    with pytest.raises(DossierError) as caught:
        parse_dossier(text)
    assert "personne.nationalite" in caught.value.happened
    assert f"ligne {line_of(text, '[personne]')} " in caught.value.happened


def test_every_fault_is_told_at_once():
    text = SOUND.replace('genre = "feminin"', 'genre = "x"').replace("1991-03-14", "1991")
    with pytest.raises(DossierError) as caught:
        parse_dossier(text)
    assert caught.value.happened.count("ligne") == 2


def test_text_that_is_not_toml_names_the_line():
    with pytest.raises(DossierError, match="ligne 3"):
        parse_dossier('schema = 1\nid = "x"\nexercice = vrai\n')


@given(st.text())
def test_any_text_is_read_or_refused_kindly(text):
    with pytest.raises(DossierError):
        parse_dossier(text)


# What follows the last required fact may be absent: a file cut there, at a line's end, is sound.
LAST_REQUIRED = SOUND.index('"\ntitre_actuel')


@given(cut=st.integers(min_value=0, max_value=LAST_REQUIRED))
def test_a_file_cut_anywhere_is_refused_kindly(cut):
    with pytest.raises(DossierError):
        parse_dossier(SOUND[:cut])
