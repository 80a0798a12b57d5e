"""French typography: what changes, what never does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaise.dossier import typeset

PIECES = [
    *"abLRn1250 :;!?.,'\"«»°€%()-/’…",
    "\u00a0",
    "\u202f",
    "  ",
    "L. 521-3",
    "n° ",
    "juin",
    " 2020",
    "1 ",
    "art. ",
    "h ",
    "https://exemple.test/a:b;c",
    "nom@exemple.test",
    "piece-01.pdf",
    "0123456789abcdef" * 4,
    "...",
]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (
            "Pourquoi ? Voici : ceci ; cela !",
            "Pourquoi\u202f? Voici\u00a0: ceci\u202f; cela\u202f!",
        ),
        ("Pourquoi? Voici: ceci", "Pourquoi\u202f? Voici\u00a0: ceci"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ('la mention "salarié"', "la mention «\u00a0salarié\u00a0»"),
        ("l'article L.521-3", "l’article L.\u00a0521-3"),
        ("l'article R.*432-1", "l’article R.*432-1".replace("R.*", "R.*\u00a0")),
        ("pièce n°1", "pièce n°\u00a01"),
        ("100 € et 10 000 €", "100\u00a0€ et 10\u202f000\u00a0€"),
        ("le 10 juin 2020", "le 10\u00a0juin\u00a02020"),
        ("le 1 juin", "le 1er\u00a0juin"),
        ("à 8 h 14", "à 8\u00a0h\u00a014"),
        ("attendre...", "attendre…"),
    ],
)
def test_french_spaces_quotes_and_apostrophes_are_set(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


@pytest.mark.parametrize(
    "exact",
    [
        "https://www.exemple.test/rdv?a=1;b='x'",
        "www.val-d-exemple.exercice.test/booking/create/9829/1",
        "aminata.exemple@exemple.test",
        "piece-01-captures-001-110.pdf",
        "3f2a9c0d41b86e755a0f3f2a9c0d41b86e755a0f3f2a9c0d41b86e755a0f1234",
    ],
)
def test_addresses_files_and_hashes_are_never_changed(exact: str) -> None:
    assert exact in typeset(f"voir : {exact} ; puis {exact}")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_setting_twice_changes_nothing(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


@given(st.text(max_size=80))
def test_words_survive_typesetting(text: str) -> None:
    def letters(value: str) -> str:
        return "".join(char for char in value if char.isalpha())

    assert letters(typeset(text)).replace("er", "") == letters(text).replace("er", "")
