"""An outage, a check for humans, a form that stops, in words that nobody has listed."""

import pytest
from reading_pages import desktop, page

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
        ("Une erreur technique est survenue : les créneaux n'ont pas été chargés.", Result.OUTAGE),
        ("Le service est surchargé", Result.OUTAGE),
        ("You don't have permission to access this resource.", Result.OUTAGE),
        ("RDV-Préfecture est en travaux.", Result.OUTAGE),
        ("Le serveur est surchargé et n'a pas affiché les créneaux.", Result.OUTAGE),
        ("Trop de connexions simultanées", Result.OUTAGE),
        ("L'application est coupée le temps d'une mise à jour.", Result.OUTAGE),
        ("Confirmez que vous êtes un humain", Result.CAPTCHA),
        ("Confirmez que vous n'êtes pas une machine", Result.CAPTCHA),
        ("Cochez les images où figure un autobus", Result.CAPTCHA),
        ("Énoncez ou recopiez le code du captcha", Result.CAPTCHA),
        ("Pour continuer, saisissez les caractères de l'image.", Result.CAPTCHA),
        ("Hum, nous ne parvenons pas à trouver ce site.", Result.DEAD_LINK),
        ("Ce lien a été désactivé.", Result.DEAD_LINK),
        ("404 - Page non trouvée", Result.DEAD_LINK),
        ("The requested URL /booking was not found on this server.", Result.DEAD_LINK),
        ("Ce motif n'est pas sélectionnable.", Result.BLOCKED_FORM),
        ("Sélection impossible pour cette catégorie.", Result.BLOCKED_FORM),
        ("Cette option ne peut pas être sélectionnée.", Result.BLOCKED_FORM),
        ("Il est impossible de sélectionner cette nature de rendez-vous.", Result.BLOCKED_FORM),
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
        "Nous ne pouvons pas donner suite à votre demande en ligne.",
        "Nous ne parvenons pas à vérifier votre numéro étranger.",
        "Une erreur est survenue. Votre demande ne peut pas être enregistrée.",
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


DRAFT = "https://demarche.numerique.gouv.fr/dossiers/17103614/brouillon"


def test_a_draft_that_goes_no_further_is_a_form_that_stops() -> None:
    for text in (
        "Votre dossier ne peut pas être déposé : une erreur bloque le formulaire.",
        "Impossible de poursuivre : cette catégorie n'est pas ouverte.",
    ):
        assert verdict("Dossier en brouillon", text, address=DRAFT).result is Result.BLOCKED_FORM
        assert verdict("Aide", text, address=RDVPREF).result is Result.OTHER_PAGE


def test_the_name_of_the_anef_on_the_page_stands_for_its_address() -> None:
    said = ("Ce motif n'est pas sélectionnable.", 300, 340)
    name = ("Administration numérique pour les étrangers en France", 300, 260)
    other = ("Questions fréquentes des étrangers de France", 300, 260)
    rest = [(f"Une ligne de la page, la {at}e", 300, 400 + 40 * at) for at in range(2)]
    assert look(page(name, said, *rest)).verdict.result is Result.BLOCKED_FORM
    assert look(page(other, said, *rest)).verdict.result is not Result.BLOCKED_FORM


def test_without_an_address_only_a_page_that_says_little_else_is_down() -> None:
    said = ("Le service est momentanément indisponible", 300, 300)
    rest = [(f"Un article de la gazette, ligne {at}", 300, 340 + 30 * at) for at in range(12)]
    assert look(page(("RÉPUBLIQUE", 300, 260), said)).verdict.result is Result.OUTAGE
    assert look(page(said, *rest)).verdict.result is Result.OTHER_PAGE


def test_what_stands_under_a_field_and_its_value_is_the_pages_own() -> None:
    label, value = ("Numéro étranger :", 300, 300), ("9925982839", 470, 300)
    said = ("Nous ne parvenons pas à vérifier votre numéro étranger.", 300, 330)
    bar = (ANEF, 140, 48)
    assert look(page(bar, label, value, said)).verdict.result is Result.BLOCKED_FORM
    told = ("Le message suivant s'affiche :", 300, 300)
    assert look(page(bar, told, said)).verdict.result is Result.OTHER_PAGE


@pytest.mark.parametrize("text", [
    "Le site sera en maintenance dimanche matin.",
    "Le service ne répond pas aux demandes de rendez-vous par courriel.",
    "Le service est fermé pour travaux du 4 au 8 mai.",
    "Le site fait l'objet d'une mise à jour chaque lundi.",
])  # fmt: skip
def test_a_notice_is_no_outage(text: str) -> None:
    found = verdict("Prise de rendez-vous en préfecture", text, address=RDVPREF)
    assert found.result is Result.OTHER_PAGE


@pytest.mark.parametrize("text", [
    "Le rattachement de votre compte est impossible.",
    "L'étape ne peut pas être validée : le code postal n'est pas reconnu.",
    "L'envoi de votre demande a échoué.",
    "Cette pièce manque : vous ne pouvez pas finaliser votre demande.",
    "Vous ne remplissez pas les critères d'éligibilité.",
])  # fmt: skip
def test_a_teleservice_that_goes_no_further_is_a_blocked_form_in_any_words(text: str) -> None:
    found = verdict("Étape 2 sur 5", text, address=ANEF)
    assert found.result is Result.BLOCKED_FORM
    assert found.confidence < 0.7


@pytest.mark.parametrize("text", [
    "Pourquoi mon dossier ne peut-il pas être déposé ?",
    "Si votre demande ne peut pas être envoyée, appelez le centre de contact.",
    "Merci de corriger les champs en rouge avant de passer à l'étape suivante.",
    "Votre demande a été envoyée.",
    "Vous ne pouvez pas poursuivre tant que les champs en rouge ne sont pas remplis.",
    "Vous ne pouvez pas finaliser votre demande avant d'avoir ajouté une photo.",
    "L'étape 2 ne peut pas être validée sans votre photographie.",
    "La demande de naturalisation est impossible avant cinq ans de résidence.",
])  # fmt: skip
def test_help_and_fields_to_mend_block_nothing(text: str) -> None:
    assert verdict("Étape 2 sur 5", text, address=ANEF).result is Result.OTHER_PAGE
