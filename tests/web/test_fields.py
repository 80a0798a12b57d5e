"""Fields, words and logs: what pages are made of."""

from __future__ import annotations

import logging
from datetime import date

import pytest
import time_machine
import web_cases  # noqa: F401 (sets Django up)
from django import forms
from django.test import RequestFactory
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from plaise.dossier import PlaiseError
from plaise.web.accounts.strength import Strength, strength_of
from plaise.web.errors import told
from plaise.web.forms import DateInWords
from plaise.web.glossary import entries, entry
from plaise.web.logs import SoberFormatter
from plaise.web.templatetags.plaise import breakable, ltr, weight, word

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class Form(forms.Form):
    day = DateInWords(label="Date de naissance", birthday=True)
    past = DateInWords(label="Jour", past=True, required=False)


def typed(day: object, month: object, year: object) -> Form:
    return Form({"day_jour": str(day), "day_mois": str(month), "day_annee": str(year)})


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_a_date_typed_in_three_fields_is_that_date_in_any_digits(day: date):
    for table in ({}, ARABIC):
        form = typed(*(str(part).translate(table) for part in (day.day, day.month, day.year)))
        assert form.is_valid(), form.errors
        assert form.cleaned_data["day"] == day


@pytest.mark.parametrize(
    "parts",
    [
        (31, 2, 2026),
        (0, 1, 2026),
        (1, 13, 2026),
        ("", 1, 2026),
        (1, 1, ""),
        ("x", 1, 2026),
        ("-1", 1, 1),
    ],
)
def test_what_is_no_date_is_told_and_kept_as_it_was_typed(parts: tuple[object, ...]):
    form = typed(*parts)
    assert not form.is_valid()
    assert form.errors["day"]
    assert f'value="{parts[1]}"' in str(form["day"])


@pytest.mark.parametrize(("day", "taken"), [("24/11/2026", True), ("25/11/2026", False)])
def test_a_day_that_cannot_be_to_come_is_refused_once_it_is_to_come_everywhere(
    day: str, *, taken: bool
):
    """In Kiribati it is already the 24th."""
    number, month, year = day.split("/")
    with time_machine.travel("2026-11-23T12:00Z"):
        form = Form({"past_jour": number, "past_mois": month, "past_annee": year})
        assert ("past" not in form.errors) is taken


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", ("1\u00a0ko", "1,4\u00a0Mo")), ("en", ("1 kB", "1.4 MB"))],
)
@pytest.mark.usefixtures("data")
def test_the_size_of_a_file_is_said_as_phones_say_it(language: str, words: tuple[str, str]):
    with translation.override(language):
        assert (weight(12), weight(1_400_000)) == words


def test_a_long_name_of_file_breaks_after_its_underscores():
    assert breakable("07_a_36_<b>.pdf") == "07_<wbr>a_<wbr>36_<wbr>&lt;b&gt;.pdf"


@pytest.mark.parametrize(("language", "colon"), [("fr", "\u00a0:"), ("en", ":"), ("ar", ":")])
def test_the_space_before_a_colon_is_french(language: str, colon: str):
    with translation.override(language):
        assert f"Date de naissance</a>{colon} " in str(typed(31, 2, 2026))


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "lundi 23\u00a0novembre\u00a02026"), ("en", "Monday 23 November 2026")],
)
def test_a_date_is_read_back_in_words_and_each_box_has_its_label(language: str, words: str):
    with translation.override(language):
        html = str(typed(23, 11, 2026)["day"])
    assert words in html
    for part in ("0", "1", "2"):
        assert f'<label for="id_day_{part}">' in html
        assert f'id="id_day_{part}"' in html
    assert "bday-year" in html


def test_an_error_of_a_date_is_tied_to_its_group():
    html = typed(31, 2, 2026).render()
    assert "<legend>Date de naissance</legend>" in html
    assert 'id="id_day_error"' in html
    assert 'aria-describedby="id_day_error"' in html
    assert 'href="#id_day_0"' in html


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("aaaaaaaaaaaaaaaaaaaa", Strength.GUESSABLE),
        ("abcabcabcabcabc", Strength.GUESSABLE),
        ("azertyuiop123456", Strength.GUESSABLE),
        ("bonjour12345", Strength.FAIR),
        ("cerise bateau lampe nuage", Strength.GOOD),
        ("قمر أخضر سفينة كتاب", Strength.GOOD),
        ("t7#Kq!z2VmLp9@xR", Strength.GOOD),
    ],
)
def test_a_passphrase_is_judged_by_what_guessing_it_would_cost(passphrase: str, strength: Strength):
    assert strength_of(passphrase) is strength


def test_a_hard_word_keeps_its_french_and_explains_itself():
    assert word("requete")["entry"] == entry("requete")
    with pytest.raises(KeyError):
        entry("inconnu")
    assert len({one.id for one in entries()}) == len(entries())


def test_a_value_keeps_its_direction_and_is_escaped():
    assert ltr("<b>") == '<bdi dir="ltr">&lt;b&gt;</bdi>'


def test_a_log_says_where_and_never_what():
    try:
        raise ValueError("Aminata Exemple")
    except ValueError as error:
        record = logging.LogRecord(
            "plaise",
            logging.ERROR,
            __file__,
            1,
            "échec de %s",
            ("Aminata",),
            (type(error), error, error.__traceback__),
        )
    said = SoberFormatter().format(record)
    assert "Aminata" not in said
    assert "ValueError" in said
    assert "test_fields.py" in said
    plain = logging.LogRecord("plaise", logging.WARNING, "", 1, "échec de %s", ("Aminata",), None)
    assert SoberFormatter().format(plain) == "WARNING plaise échec de %s"


@pytest.mark.parametrize(
    ("language", "told_in_french"), [("fr", False), ("en", True), ("ar", True)]
)
@pytest.mark.usefixtures("data")
def test_a_detail_that_exists_in_french_alone_says_so_in_the_language_of_the_page(
    language: str, told_in_french: bool
):
    error = PlaiseError("Le fichier « a.png » est trop lourd.", to_do="Réduisez-le.")
    with translation.override(language):
        page = told(RequestFactory().get("/", headers={"host": "localhost"}), error)
    text = page.content.decode()
    assert "Le fichier «\u00a0a.png\u00a0»" in text
    assert ('<span lang="fr" dir="ltr">Le fichier' in text) is told_in_french
