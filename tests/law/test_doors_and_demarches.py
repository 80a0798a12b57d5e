"""The law as data: doors by questions, démarches, warnings, contacts, routes, references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import pytest
import yaml

from plaise.dossier import Demarche, Door, HardCase
from plaise.law import DoorGuide, Question, Reached, listed_for_young_adults, load_law

LAW = load_law()
DATA = files("plaise.law") / "data"
PERMIT_ONLY = {"ceseda-r431-2", "ceseda-r431-3"}


def every_path(
    demarche: Demarche, answers: dict[str, str] | None = None
) -> Iterator[tuple[dict[str, str], Reached]]:
    """Every way through the questions, to its end."""
    given = answers or {}
    reached = LAW.door_for(demarche, given)
    if reached.question is None:
        yield given, reached
        return
    for answer in reached.question.answers:
        yield from every_path(demarche, {**given, reached.question.id: answer.id})


@pytest.mark.parametrize("demarche", list(Demarche))
def test_every_way_through_the_questions_ends_at_a_door(demarche: Demarche) -> None:
    ends = list(every_path(demarche))
    assert ends
    for given, reached in ends:
        assert isinstance(reached.door, DoorGuide)
        assert len(given) <= 3, "plain questions are few"


def test_every_door_can_be_reached() -> None:
    reached = {end.door.id for demarche in Demarche for _, end in every_path(demarche) if end.door}
    assert reached == set(LAW.door_guides)
    assert {guide.door for guide in LAW.door_guides.values()} >= set(Door)


@pytest.mark.parametrize(
    ("answers", "door"),
    [
        ({"renvoi": "booking", "lieu": "sous_prefecture"}, "sous_prefecture"),
        ({"renvoi": "booking", "lieu": "prefecture"}, "site_prefecture"),
        ({"renvoi": "anef", "blocage": "bloque"}, "anef"),
        ({"renvoi": "demarche_numerique", "formulaire": "aucun"}, "demarche_numerique"),
        ({"renvoi": "courrier"}, "courrier"),
        ({"renvoi": "inconnu"}, "inconnue"),
    ],
)
def test_plain_answers_lead_to_the_right_door(answers: dict[str, str], door: str) -> None:
    reached = LAW.door_for(Demarche.RENEWAL, answers)
    assert reached.door is not None
    assert reached.door.id == door
    assert reached.reveals == ()


def test_a_sent_request_reveals_that_another_procedure_applies() -> None:
    anef = LAW.door_for(Demarche.RENEWAL, {"renvoi": "anef", "blocage": "deposee"})
    assert anef.reveals == (HardCase.ALREADY_REGISTERED,)
    form = {"renvoi": "demarche_numerique", "formulaire": "enregistre"}
    assert LAW.door_for(Demarche.FIRST_CARD, form).reveals == (HardCase.ALREADY_REGISTERED,)


def test_the_next_question_is_asked_and_a_wrong_answer_is_refused() -> None:
    reached = LAW.door_for(Demarche.RENEWAL, {"renvoi": "booking"})
    assert isinstance(reached.question, Question)
    assert reached.question.id == "lieu"
    with pytest.raises(KeyError):
        LAW.door_for(Demarche.RENEWAL, {"renvoi": "ailleurs"})


def test_family_reunification_goes_to_ofii_without_a_question() -> None:
    reached = LAW.door_for(Demarche.FAMILY, {})
    assert reached.door is not None
    assert reached.door.door is Door.OFII
    assert "ceseda-r434-7" in reached.door.references


def test_texts_on_permits_stand_apart_from_those_for_everyone() -> None:
    for guide in LAW.door_guides.values():
        assert not PERMIT_ONLY & set(guide.references), guide.id
    assert {one.id for one in LAW.demarches.values() if one.permit} == {
        Demarche.FIRST_CARD,
        Demarche.RENEWAL,
    }


def test_anef_asks_for_its_own_proofs_and_for_a_physical_reception() -> None:
    anef = LAW.guide_for(Door.ANEF)
    asked = {one.contact.value for one in anef.evidence if one.contact}
    assert {"centre_de_contact", "point_d_accueil_numerique", "courriel"} <= asked
    assert "accueil physique permettant l’enregistrement" in anef.ask
    point = next(one for one in anef.evidence if one.contact and "point" in one.contact.value)
    assert not point.required
    assert "OQTF" in point.caution


def test_each_demarche_has_its_own_words_on_urgency_and_its_papers() -> None:
    words = [one.urgency.words for one in LAW.demarches.values()]
    assert len(set(words)) == len(words)
    for one in LAW.demarches.values():
        assert one.checklist or one.stop or one.warning
    assert [one.id for one in LAW.demarches.values() if one.urgency.presumed] == [Demarche.RENEWAL]
    assert "préfecture lira cette pièce" in LAW.warning("piece").text


def test_asylum_is_sent_to_people_the_same_day() -> None:
    asylum = LAW.demarches[Demarche.ASYLUM]
    assert asylum.same_day
    assert asylum.stop
    assert asylum.route == "refere_liberte"


def test_the_warnings_of_the_note_come_first_and_in_order() -> None:
    shown = [one.id for one in LAW.before_start()]
    assert shown[:4] == ["refus", "oqtf", "guichet", "faire_verifier"]
    text = " ".join(one.text for one in LAW.before_start())
    assert all(word in text for word in ("OQTF", "IRTF", "arrêtées", "association"))


@pytest.mark.parametrize("case", list(HardCase))
def test_hard_cases_ask_a_date_and_have_someone_to_call(case: HardCase) -> None:
    rule = LAW.hard_cases[case]
    assert rule.ask.endswith("?")
    assert rule.fact in {"notifie_le", "enregistree_le"}
    assert LAW.contacts_for(case)
    if not rule.for_good:
        assert re.search(r"référé (n’arrête pas|ne (l’|les )?arrête pas)", rule.pause)
        assert "délai" in rule.pause


def test_contacts_are_public_and_sourced() -> None:
    for one in LAW.contacts:
        assert one.phone or one.site
        assert one.checked_on >= one.dated
        assert one.in_words.startswith(one.name)


def test_the_other_routes_have_their_page() -> None:
    assert set(LAW.routes) == {"refere_liberte", "refere_suspension", "refere_mesures_utiles"}
    assert "L. 521-1" in LAW.routes["refere_suspension"].title
    assert "quarante-huit heures" in LAW.routes["refere_liberte"].limit


@pytest.mark.parametrize(
    ("article", "listed"),
    [("L. 423-22", True), ("l423-22", True), ("L. 421-31", True), ("L. 435-3", False), ("", False)],
)
def test_the_list_of_r431_5_is_known_with_its_ranges(article: str, listed: bool) -> None:
    assert listed_for_young_adults(article) is listed


# --- every reference in every text resolves ---------------------------------------------------

ARTICLE = re.compile(r"\b([LRD])\.\s?(\*?\s?\d{3}(?:-\d+)+)")
DECISION = re.compile(r"n°\s?(\d{2}VE\d+|\d{6,7})")
MINE = ("doors", "demarches", "warnings", "hard_cases", "routes", "steps", "criteria", "agreements")


def texts() -> Iterator[tuple[str, str]]:
    def walk(folder: Traversable, at: str) -> Iterator[tuple[str, str]]:
        for entry in sorted(folder.iterdir(), key=lambda one: one.name):
            if entry.is_dir():
                yield from walk(entry, f"{at}/{entry.name}")
            elif entry.name.endswith(".yaml"):
                yield f"{at}/{entry.name}", entry.read_text("utf-8")

    for folder in MINE:
        yield from walk(DATA / folder, folder)
    for name in ("door_questions.yaml", "own_dates.yaml"):
        yield name, (DATA / name).read_text("utf-8")


KNOWN = " ; ".join(f"{one.short} {one.title}" for one in LAW.references.values())
# Titles of the CESEDA that are named as examples or listed by R. 431-5, not relied upon.
NAMED = set(re.findall(ARTICLE, LAW.references["ceseda-r431-5"].text)) | {("L", "435-3")}


@pytest.mark.parametrize(("name", "text"), list(texts()), ids=lambda one: one[:40])
def test_every_article_and_decision_named_in_a_text_is_a_reference(name: str, text: str) -> None:
    for letter, number in ARTICLE.findall(text):
        if (letter, number) in NAMED or name == "own_dates.yaml":
            continue
        assert f"{letter}. {number}" in KNOWN, f"{name} : {letter}. {number}"
    for number in DECISION.findall(text):
        assert number in KNOWN, f"{name} : n° {number}"


@pytest.mark.parametrize(("name", "text"), list(texts()), ids=lambda one: one[:40])
def test_a_jurist_could_read_the_file_aloud(name: str, text: str) -> None:
    """Plain sentences: no tab, no straight apostrophe, no double space, a capital and an end."""
    content: Any = yaml.safe_load(text)
    said = [content] if isinstance(content, dict) else content
    for table in said:
        for key in ("text", "pause", "rule", "advice", "why", "when", "not_when", "limit"):
            words = table.get(key, "")
            assert "'" not in words, name
            assert "  " not in words, name
            if words:
                assert words[0].isupper() or words[0].isdigit(), (name, key)
                assert words.rstrip()[-1] in ".:?", (name, key)


def test_no_text_promises_or_gives_odds() -> None:
    for name, text in texts():
        assert not re.search(r"\d+ ?%|probabilit|garanti|vous gagnerez|taux de", text), name


def test_every_rule_is_checked_and_grows_stale() -> None:
    rules = [
        *LAW.criteria.values(),
        *LAW.door_guides.values(),
        *LAW.demarches.values(),
        *LAW.hard_cases.values(),
        *LAW.warnings,
        *LAW.routes.values(),
        *LAW.steps.values(),
        *LAW.contacts,
    ]
    assert not any(one.to_check(date(2026, 11, 23)) for one in rules)
    assert all(one.to_check(date(2028, 1, 1)) for one in rules)
    assert not any(one.laid for one in rules)
