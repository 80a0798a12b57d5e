"""What readings say can be split into a text and its values, whatever those are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_pages import desktop, recordings, replay

from plaise.dossier import Reading
from plaise.reading import SENTENCES, doubts, split_sentence
from plaise.reading._conclude import conclude
from plaise.reading._rules import look

REFUSAL = "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous."
RDVPREF = "www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9040/creneau/"
PAGES = [
    desktop(""),
    desktop(REFUSAL, address="www.journal-exemple.com/actu"),
    desktop("502 Bad Gateway", address="www.val-doise-gouv.com/booking"),
    desktop(f"Le site affiche : « {REFUSAL} »"),
    desktop(REFUSAL, address=""),
    desktop("Choisissez votre créneau", "Lundi 16 novembre", "09h15", address=RDVPREF),
    desktop("Aucun créneau disponible sur cette semaine", address=RDVPREF),
    desktop("Lundi 16 novembre", "Aucun créneau disponible", address=RDVPREF),
    desktop("Il n'existe pas de plage horaire pour la prise de rendez-vous"),
    desktop("Pas de connexion Internet"),
    desktop(REFUSAL, time="2:05 PM", day="5/12/2026"),
    desktop(REFUSAL, time="2:05 PM", day="3/4/2026"),
    desktop(REFUSAL, day="24/12/2026"),
    desktop(REFUSAL, day="lun. 12 oct."),
    desktop(REFUSAL, day=""),
]


def said(reading: Reading) -> list[str]:
    return [*reading.warnings, *(one.why for one in doubts(reading))]


@pytest.mark.parametrize("number", range(len(PAGES)))
@pytest.mark.parametrize("name", ["a.png", "Capture d'écran 2026-10-12 140530.png"])
def test_every_warning_and_doubt_is_known(number: int, name: str) -> None:
    values = conclude(
        look(PAGES[number]), name=name, metadata={}, zone="Europe/Paris", today=date(2026, 11, 23)
    )
    for sentence in said(Reading(file=name, sha256="a", **values)):
        text, held = split_sentence(sentence)
        assert text in SENTENCES, sentence
        assert text % held == sentence


@pytest.mark.parametrize("name", sorted(recordings()))
def test_what_is_said_of_the_example_is_known(name: str) -> None:
    for sentence in look(replay(recordings()[name])).verdict.warnings:
        assert split_sentence(sentence)[0] in SENTENCES, sentence


@given(st.sampled_from(SENTENCES), st.text(min_size=1, max_size=30))
def test_a_sentence_keeps_its_words_whatever_its_values(text: str, value: str) -> None:
    names = ("host", "known", "text", "day", "picture", "page", "seen", "one", "other",
             "file", "form")  # fmt: skip
    whole = text % dict.fromkeys(names, value)
    found, held = split_sentence(whole)
    assert found % held == whole


def test_another_sentence_stays_as_it_is() -> None:
    assert split_sentence("Bonjour") == ("Bonjour", {})
