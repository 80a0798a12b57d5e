"""An order is read as a guess from its operative part."""

from datetime import date

import pytest
from followup_cases import filed
from mail_messages import ON, pdf

from plaise.followup.mail import (
    MailKind,
    extract,
    read_answer,
    read_order,
    suggestions,
)

INJUNCTION = """TRIBUNAL ADMINISTRATIF D’EXEMPLEVILLE
N° 2612345
Vu l’article L. 761-1 du code de justice administrative.
O R D O N N E :
Article 1er : Il est enjoint à la préfète du Val-d’Exemple de communiquer à Mme Exemple une date de
rendez-vous, au plus tard le 29 janvier 2027, dans un délai de quinze jours à compter de la
notification de la présente ordonnance, sous astreinte de 1 00 euros par jour de retard.
Article 2 : L’État versera à Mme Exemple la somme de 800 euros au titre de l’article L. 761-1.
"""


def test_an_injunction_is_read_with_its_limit_its_penalty_and_its_costs():
    guess = read_order(INJUNCTION.replace("1 00", "100"), ON)
    assert guess.outcome == "injunction"
    assert guess.data == {
        "outcome": "injunction",
        "delay": "15",
        "unit": "jours",
        "appointment_before": "2027-01-29",
        "penalty_euros": "100",
        "costs_euros": "800",
    }


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("ORDONNE : Article 1er : Il n’y a plus lieu de statuer sur la requête.", "non_lieu"),
        (
            "Il est donné acte. ORDONNE : Il est donné acte du désistement de la requête.",
            "withdrawal",
        ),
        ("ORDONNE : Article 1er : La requête de Mme Exemple est rejetée.", "rejected"),
        (
            "Vu l’article L. 522-3 du code. ORDONNE : La requête de Mme Exemple est rejetée.",
            "rejected_without_hearing",
        ),
        ("D E C I D E : Article 1er : La requête de Mme Exemple est rejetée.", "rejected"),
    ],
)
def test_what_an_order_decides_is_a_guess_from_its_operative_part(text, outcome):
    assert read_order(text, ON).outcome == outcome


def test_what_the_parties_ask_is_not_what_the_judge_decides():
    asked = "Elle demande qu’il soit enjoint. Il est enjoint, dit-elle. "
    assert read_order(asked, ON) is None
    assert read_order(asked + "ORDONNE : La requête est rejetée.", ON).outcome == "rejected"


def test_an_order_in_pdf_suggests_its_event_ready_to_confirm():
    case = filed()
    reading = read_answer(pdf(INJUNCTION.replace("1 00", "100")), "ordonnance.pdf", ON)
    assert reading.guess.kind is MailKind.COURT_NOTICE
    made = next(one for one in suggestions(reading, case.followup, ON) if one.kind == "order")
    case.record(made.kind, **made.data)
    assert case.followup.state == "injunction"
    assert case.followup.injunction.delay == 15


def test_the_reasons_of_a_rejection_are_guessed_before_the_operative_part():
    text = "La condition d’urgence n’est pas remplie. ORDONNE : La requête est rejetée."
    assert read_order(text, ON).reasons == ("urgence",)


def test_a_hostile_text_is_read_only_so_far():
    text = "Rendez-vous le 12/01/2027 à 9h30, n° 2612345. " * 5000
    found = extract(text, ON)
    assert len(found) <= 300
    assert found[0].day == date(2027, 1, 12)
