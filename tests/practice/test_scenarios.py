import pytest

from plaise.dossier import PlaiseError, Result
from plaise.law import PhraseClass, is_exercise_host, load_phrases
from plaise.practice import scenario, scenarios

SHOWN_BY_BROWSER = {"out_navigateur", "dead_dns"}


def test_each_text_that_a_site_can_show_has_its_scenario():
    wanted = {
        (phrase.id, text)
        for phrase in load_phrases()
        if phrase.kind is not PhraseClass.INFORMATIVE and phrase.id not in SHOWN_BY_BROWSER
        for text in phrase.texts
    }
    assert wanted <= {(one.wording, one.text) for one in scenarios()}


def test_scenario_names_are_unique():
    names = [one.id for one in scenarios()]
    assert len(names) == len(set(names))


def test_scenarios_cover_every_result_but_unreadable():
    assert {one.result for one in scenarios()} == set(Result) - {Result.UNREADABLE}


def test_scenarios_stand_on_exercise_hosts():
    assert all(is_exercise_host(one.host) for one in scenarios())


def test_a_trap_is_an_offer_and_never_a_refusal():
    traps = [one for one in scenarios() if one.wording and one.wording.startswith("trap_")]
    assert traps
    assert {one.result for one in traps} == {Result.SLOT_OFFERED}


@pytest.mark.parametrize(
    ("word", "result"),
    [
        ("refus", Result.REFUSAL),
        ("refus_rdvpref", Result.REFUSAL),
        ("refus_alerte", Result.REFUSAL),
        ("panne", Result.OUTAGE),
        ("surcharge", Result.OUTAGE),
        ("maintenance", Result.OUTAGE),
        ("captcha", Result.CAPTCHA),
        ("lien_mort", Result.DEAD_LINK),
        ("formulaire_bloque", Result.BLOCKED_FORM),
        ("piege_semaine", Result.SLOT_OFFERED),
        ("piege_jour", Result.SLOT_OFFERED),
        ("creneau_semaine", Result.SLOT_OFFERED),
        ("creneau_lointain", Result.SLOT_OFFERED),
    ],
)
def test_plain_french_words_name_scenarios(word, result):
    assert scenario(word).result is result


def test_an_unknown_name_is_answered_with_what_to_choose():
    with pytest.raises(PlaiseError) as caught:
        scenario("n’importe quoi")
    assert "n’importe quoi" in caught.value.happened
    assert "refus" in caught.value.to_do
