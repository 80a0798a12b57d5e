"""Agreement, lists, numbers and dates."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import make_person
from plaise.dossier import Gender, PrefectTitle
from plaise.drafting import _grammar as grammar
from plaise.law import load_law

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("departement", "title", "call", "to"),
    [
        ("00", PrefectTitle.PREFET, "Monsieur le préfet", "au préfet du Val-d’Exemple"),
        ("93", PrefectTitle.PREFETE, "Madame la préfète", "à la préfète de la Seine-Saint-Denis"),
        ("01", PrefectTitle.PREFET, "Monsieur le préfet", "au préfet de l’Ain"),
        ("92", PrefectTitle.PREFET, "Monsieur le préfet", "au préfet des Hauts-de-Seine"),
        ("75", PrefectTitle.PREFET, "Monsieur le préfet de police", "au préfet de police"),
        ("75", PrefectTitle.PREFETE, "Madame la préfète de police", "à la préfète de police"),
    ],
)
def test_the_prefect_is_named_with_the_right_article(
    departement: str, title: PrefectTitle, call: str, to: str
) -> None:
    forms = grammar.prefect(load_law().court_for(departement), title)
    assert (forms.call, forms.to) == (call, to)


@pytest.mark.parametrize(
    ("gender", "name", "ending"),
    [
        (Gender.FEMININE, f"Mme{NBSP}Aminata EXEMPLE", "e"),
        (Gender.MASCULINE, f"M.{NBSP}Aminata EXEMPLE", ""),
        (Gender.INCLUSIVE, "Aminata EXEMPLE", "·e"),
    ],
)
def test_the_person_chooses_how_the_acts_agree(gender: Gender, name: str, ending: str) -> None:
    person = make_person(gender=gender)
    assert (grammar.named(person), grammar.agreement(person).e) == (name, ending)


def test_dates_and_hours_are_said_in_words() -> None:
    assert grammar.day(date(2026, 10, 12), weekday=True) == f"lundi 12{NBSP}octobre{NBSP}2026"
    assert grammar.day(date(2026, 6, 1)) == f"1er{NBSP}juin{NBSP}2026"
    assert grammar.hour(time(8, 14)) == f"8{NBSP}h{NBSP}14"
    assert grammar.hour(time(9, 0)) == f"9{NBSP}h"


def test_lists_and_exhibit_numbers_read_as_french() -> None:
    assert grammar.listed(["a", "b", "c"]) == "a, b et c"
    assert grammar.exhibits([3]) == f"pièce{NBSP}n°{NBSP}3"
    assert grammar.ranges([9, 8, 10, 15, 17, 18]) == f"8{NBSP}à{NBSP}10, 15, 17 et 18"
    assert grammar.of("attestation") == "d’attestation"
    assert grammar.of("une carte") == "d’une carte"
    assert grammar.of("carte") == "de carte"


@given(st.sets(st.integers(1, 200), min_size=1))
def test_ranges_lose_and_invent_no_exhibit(numbers: set[int]) -> None:
    said: set[int] = set()
    for part in grammar.ranges(numbers).replace(" et ", ", ").split(", "):
        ends = [int(end) for end in part.replace(NBSP, " ").split(" à ")]
        said.update(range(ends[0], ends[-1] + 1))
    assert said == numbers
