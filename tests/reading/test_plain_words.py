"""An outage, a check for humans, a form that stops, in words that nobody has listed."""

import pytest
from reading_pages import desktop

from plaise.dossier import Result
from plaise.reading._rules import look
from plaise.reading._wording import Verdict

RDVPREF = "www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9040/creneau/"
ANEF = "https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/demande"


def verdict(*body: str, address: str) -> Verdict:
    return look(desktop(*body, address=address)).verdict


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Erreur 504 : le serveur n'a pas répondu.", Result.OUTAGE),
        ("Une opération de maintenance est en cours jusqu'à 11h05.", Result.OUTAGE),
        ("Le site est momentanément indisponible.", Result.OUTAGE),
        ("Gateway Timeout", Result.OUTAGE),
        ("Confirmez que vous êtes un humain", Result.CAPTCHA),
    ],
)
def test_what_a_booking_site_says_of_itself_is_told_to_be_checked(
    text: str, result: Result
) -> None:
    found = verdict("Prise de rendez-vous en préfecture", text, address=RDVPREF)
    assert found.result is result
    assert found.match is not None
    assert found.match.phrase.confidence == "low"
    assert found.confidence < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "Vous ne pouvez pas poursuivre avec ce motif.",
        "Vous avez déjà une demande en cours. Il n'est pas possible de déposer une demande.",
        "Une erreur est survenue lors de l'envoi de la demande.",
        "Cette démarche n'est pas disponible en ligne pour votre situation.",
    ],
)
def test_a_form_that_stops_is_told_on_the_anef_alone(text: str) -> None:
    assert verdict("Ma demande", text, address=ANEF).result is Result.BLOCKED_FORM
    assert verdict("Ma demande", text, address=RDVPREF).result is not Result.BLOCKED_FORM
    elsewhere = verdict("Ma demande", text, address="https://www.caf.fr/demande/1")
    assert elsewhere.result is Result.OTHER_PAGE


@pytest.mark.parametrize(
    "text",
    [
        "Le site est momentanément indisponible, qui prévenir ?",
        "Si le site est momentanément indisponible, revenez demain.",
        "« Le site est momentanément indisponible. »",
        "Que faire si vous ne pouvez pas poursuivre la demande",
    ],
)
def test_a_question_a_condition_or_a_quotation_says_nothing_of_the_site(text: str) -> None:
    for address in (RDVPREF, ANEF):
        assert verdict("Questions fréquentes", text, address=address).result is Result.OTHER_PAGE
