"""Every state of every démarche has its page, its acts, and words in every language of the app."""

from __future__ import annotations

from datetime import date
from itertools import product

import polib
import pytest

from plaise.dossier import Demarche
from plaise.drafting import Act
from plaise.followup import Followup, Setting, load_machine, page, sentences
from plaise.web._languages import LANGUAGES, LOCALES

TODAY = date(2026, 12, 1)
ACTS = {act.value for act in Act}
WITHOUT_ACT = {"awaiting_order", "cassation", "registered", "closed"}


@pytest.fixture(scope="module")
def catalogues() -> list[dict[str, str]]:
    paths = [LOCALES / one.code / "LC_MESSAGES" / "django.po" for one in LANGUAGES[1:]]
    return [{e.msgid: e.msgstr for e in polib.pofile(str(path))} for path in paths]


def test_no_sentence_of_a_case_is_left_in_french_alone(catalogues):
    for words in catalogues:
        assert [text for text in sentences() if not words.get(text)] == []


@pytest.mark.parametrize(("state", "demarche"), list(product(load_machine().states, Demarche)))
def test_every_state_of_every_demarche_has_its_page_its_words_and_its_acts(
    state, demarche, catalogues
):
    setting = Setting(departement="95", demarche=demarche)
    shown = page(Followup(state=state), setting, TODAY)
    texts = [shown.label, shown.meaning]
    texts += [line.text for line in (*shown.standing, *shown.to_do, *shown.proofs)]
    texts += [words for act in shown.acts for words in (act.label, act.what)]
    texts += [event.label for event in shown.events]
    assert shown.to_do
    assert shown.events
    assert all(words.get(text) for words in catalogues for text in texts)
    assert {act.id for act in shown.acts} <= ACTS
    # Nothing is written while a judge decides, nor once the aim is reached.
    assert bool(shown.acts) is (state not in WITHOUT_ACT)


def test_every_act_that_a_state_may_name_can_be_written():
    assert set(load_machine().acts) <= ACTS
