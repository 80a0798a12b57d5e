"""Every state, date and guide says what it means in every language of the app."""

from datetime import date
from itertools import product

import pytest
from followup_cases import METROPOLE

from plaise.dossier import Demarche
from plaise.drafting import Act
from plaise.followup import (
    Followup,
    in_language,
    languages,
    load_machine,
    page,
    sentences,
    translation,
)
from plaise.law import load_law

TODAY = date(2026, 12, 1)
WRITTEN = [demarche for demarche in Demarche if not load_law().demarches[demarche].stop]
# Drafted with a package (the petition) or for a person who writes it by hand.
ACTS = {act.value for act in Act}


def test_the_languages_of_the_app_are_those_of_the_cases():
    from plaise.web._languages import LANGUAGES

    assert {"fr", *languages()} == {language.code for language in LANGUAGES}


@pytest.mark.parametrize("language", languages())
def test_every_sentence_has_its_words_and_no_word_is_left_over(language):
    words = translation(language).words
    assert [text for text in sentences() if not words.get(text, "").strip()] == []
    assert [text for text in words if text not in sentences()] == []
    assert translation(language).reviewed is False


def test_an_unknown_language_or_sentence_gives_nothing():
    assert translation("eo") is None
    assert in_language("Rendez-vous obtenu", "eo") is None
    assert in_language("Une phrase d’ailleurs", "en") is None
    assert in_language("Rendez-vous obtenu", "en") == "Appointment obtained"


@pytest.mark.parametrize(
    ("state", "demarche"), list(product(load_machine().states, WRITTEN)), ids=str
)
def test_every_state_of_every_demarche_has_its_page_its_words_and_its_acts(state, demarche):
    setting = METROPOLE.model_copy(update={"demarche": demarche})
    shown = page(Followup(state=state), setting, TODAY)
    texts = [shown.label, shown.meaning]
    texts += [line.text for line in (*shown.standing, *shown.to_do, *shown.proofs)]
    texts += [words for act in shown.acts for words in (act.label, act.what)]
    texts += [event.label for event in shown.events]
    assert shown.to_do
    assert shown.events
    for language in languages():
        assert all(in_language(text, language) for text in texts)
    assert {act.id for act in shown.acts} <= ACTS
    # Nothing is written while a judge decides, nor once the aim is reached.
    assert bool(shown.acts) is (
        state not in {"awaiting_order", "cassation", "registered", "closed"}
    )


def test_every_act_that_a_state_names_can_be_written():
    assert set(load_machine().acts) <= ACTS
