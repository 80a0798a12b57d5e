"""Refusals in words that nobody has listed, and the sentences that only look like them."""

import pytest
from reading_pages import desktop, page

from plaise.dossier import Result
from plaise.reading._rules import look
from plaise.reading._wording import Verdict

RDVPREF = "www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9040/creneau/"
EZ = "www.val-doise.gouv.fr/booking/create/9829/2"


def verdict(*body: str, address: str = RDVPREF) -> Verdict:
    return look(desktop(*body, address=address)).verdict


@pytest.mark.parametrize(
    "text",
    [
        "Aucun créneau n'est actuellement disponible pour cette démarche. Veuillez réessayer",
        "Il n'y a plus de créneau disponible pour cette démarche.",
        "I∥ n'y a plus de créneau disponible pour cette démarche.",
        "Tous les créneaux sont actuellement réservés. Merci de réessayer ultérieurement.",
        "Désolé, aucun créneau n'est disponible pour cette démarche.",
        "Plus aucun rendez-vous n'est disponible sur ce guichet. Veuillez recommencer.",
        "Aucun créneau de rendez-vous n'est disponible à ce jour.",
        "Toutes les plages horaires sont complètes",
        "Il ne reste plus aucune place libre au guichet demandé.",
        "Tous les créneaux ouverts à la réservation ont déjà été attribués.",
        "Malheureusement, tous les créneaux de ce motif ont été pris. Réessayez demain matin.",
        "Aucune date ne peut vous être proposée actuellement.",
        "Nous ne pouvons vous proposer aucune date de rendez-vous pour le moment",
        "Le planning de ce guichet est entièrement réservé.",
        "Malheureusement, aucun créneau correspondant à votre recherche n'a été trouvé.",
        "La totalité des rendez-vous de la période a été attribuée.",
        "Nous n'avons plus de rendez-vous à vous proposer pour cette démarche.",
        "Nous ne sommes pas en mesure de vous proposer un créneau : tout est réservé.",
        "L’offre de rendez-vous est épuisée",
        "Aucune place ne reste libre pour la période ouverte.",
        "Plus aucune date n’est libre pour la démarche choisie.",
    ],
)
@pytest.mark.parametrize("address", [RDVPREF, EZ])
def test_a_refusal_in_other_words_is_told_to_be_checked(text: str, address: str) -> None:
    found = verdict("Préfecture du Rhône – Titre de séjour", text, address=address)
    assert found.result is Result.REFUSAL
    assert found.match is not None
    assert found.match.phrase.confidence == "low"
    assert found.confidence < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "Aucun créneau n'est disponible au guichet sans convocation.",
        "Si aucun créneau n'est disponible, revenez lundi.",
        "Aucun créneau n'est disponible pour ce jour.",
        "Il n'y a plus de créneau disponible cette semaine.",
        "« Il n'y a plus de créneau disponible pour cette démarche. »",
        "Tous les rendez-vous sont gratuits.",
        "Tous les créneaux de ce matin ont été pris.",
        "Le planning de la préfecture est affiché.",
        "Aucune date ne peut être modifiée.",
        "Il ne reste plus de place assise.",
        "Nous ne pouvons pas vous proposer de rendez-vous sans pièce d’identité.",
        "Aucun créneau n'est disponible pour cette démarche ? Voici que faire.",
        "Aucun créneau n'est disponible à ce jour. Choisissez une autre préfecture.",
    ],
)
def test_a_sentence_that_says_more_or_less_is_no_refusal(text: str) -> None:
    assert verdict("Préfecture du Rhône – Titre de séjour", text).result is Result.OTHER_PAGE


@pytest.mark.parametrize(
    "address",
    ["", "www.val-doise.gouv.fr/Demarches/Etrangers", "www.val-doise.gouv.fr", "www.doctolib.fr/x"],
)
def test_other_words_count_on_a_booking_page_alone(address: str) -> None:
    found = verdict("Il n'y a plus de créneau disponible pour cette démarche.", address=address)
    assert found.result is Result.OTHER_PAGE


def test_other_words_in_the_fold_of_one_day_are_no_refusal() -> None:
    found = verdict("Mardi 5 mai 2026", "Aucun créneau n'est disponible", "Mercredi 6 mai 2026")
    assert found.result is Result.OTHER_PAGE


def test_a_sentence_over_two_lines_is_read_to_its_end() -> None:
    bar = (RDVPREF, 140, 48)
    whole = page(bar, ("Il n'y a plus de créneau disponible", 300, 300),
                 ("pour cette démarche.", 300, 322))  # fmt: skip
    other = page(bar, ("Il n'y a plus de créneau disponible", 300, 300),
                 ("au guichet de Sarcelles le samedi.", 300, 322))  # fmt: skip
    assert look(whole).verdict.result is Result.REFUSAL
    assert look(other).verdict.result is Result.OTHER_PAGE


@pytest.mark.parametrize(
    "later",
    ["Merci de réessayer ultérieurement.", "Veuillez réessayer plus tard", "Veuillez recommencer "
     "ultérieurement."],
)  # fmt: skip
def test_the_sites_refusal_stands_with_any_advice_to_come_back(later: str) -> None:
    assert verdict("Aucun créneau disponible", later).result is Result.REFUSAL


def test_opening_hours_over_two_lines_are_no_slot() -> None:
    bar, said = (RDVPREF, 140, 48), ("Aucun créneau disponible", 300, 300)
    shown = page(bar, said, ("Veuillez réessayer ultérieurement.", 300, 340),
                 ("Horaires d’ouverture : du lundi au vendredi, 9h00 – 12h00 et", 300, 500),
                 ("13h30 – 15h45", 300, 521))  # fmt: skip
    assert look(shown).verdict.result is Result.REFUSAL
    offered = page(bar, ("Choisissez votre créneau", 300, 300), said, ("13h30 – 15h45", 300, 360))
    assert look(offered).verdict.result is Result.SLOT_OFFERED


def test_safaris_own_page_is_an_outage() -> None:
    assert verdict("Safari ne parvient pas à ouvrir la page").result is Result.OUTAGE


@pytest.mark.parametrize(
    "words",
    [
        ("Choose your slot", "No slots available", "Please try again later."),
        ("Escolha o seu horário", "Nenhum horário disponível", "Tente novamente mais tarde."),
    ],
)
def test_a_page_that_the_browser_translated_is_to_be_taken_again_in_french(
    words: tuple[str, ...],
) -> None:
    found = verdict(*words)
    assert found.result is Result.OTHER_PAGE
    assert "traduite par le navigateur" in found.warnings[0]


def test_a_servers_english_is_no_translation() -> None:
    said = "The server is temporarily unable to service your request. Please try again later."
    assert verdict("503 Service Unavailable", said).result is Result.OUTAGE


def test_a_french_page_is_not_said_translated() -> None:
    assert verdict("Vos informations", "Nom", "Prénom", "Le top des démarches").warnings == ()


@pytest.mark.parametrize("cut", ["/r(", "/rd", "/rds", "/rd\\", "/…"])
def test_a_bar_that_cuts_the_path_is_still_the_booking_sites(cut: str) -> None:
    text = "Plus aucun rendez-vous n'est disponible sur ce guichet. Veuillez recommencer"
    host = "rdv-prefecture.interieur.gouv.fr"
    assert verdict(text, address=host + cut).result is Result.REFUSAL
    assert verdict(text, address=f"{host}/info").result is Result.OTHER_PAGE


@pytest.mark.parametrize(
    "text",
    [
        "Plus aucun créneau disponible pour votre demande de rendez-vous.",
        "Pas de plage horaire disponible. Veuillez recommencer ultérieurement.",
        "Aucune plage horaire disponible. Veuillez réessayer ultérieurement.",
    ],
)
def test_a_sentence_without_a_verb_is_a_refusal_with_its_reason_or_its_advice(text: str) -> None:
    for address in (RDVPREF, EZ):
        assert verdict("Titre de séjour", text, address=address).result is Result.REFUSAL


@pytest.mark.parametrize(
    "text",
    [
        "Plus aucun créneau disponible", "Plus de plage horaire libre.",
        "Aucun rendez-vous disponible ce jour. Veuillez choisir un autre jour.",
        "Aucun rendez-vous pour le moment.",
    ],
)  # fmt: skip
def test_a_sentence_without_a_verb_alone_may_be_said_of_one_day(text: str) -> None:
    for address in (RDVPREF, EZ):
        assert verdict("Titre de séjour", text, address=address).result is not Result.REFUSAL


@pytest.mark.parametrize("mark", ["Vérification de disponibilité", "Terminer"])
def test_the_step_that_answers_for_every_day_needs_no_verb(mark: str) -> None:
    assert verdict("Aucune plage horaire disponible.", mark, address=EZ).result is Result.REFUSAL
    other = verdict("Aucune plage horaire disponible.", mark, address=RDVPREF)
    assert other.result is not Result.REFUSAL


def test_a_phone_that_hides_the_path_shows_the_step_instead() -> None:
    said = "Tous les rendez-vous sont complets pour le moment."
    step = verdict("vérification de disponibilité", said, address="oise.gouv.fr")
    assert step.result is Result.REFUSAL
    news = verdict("Actualités de la préfecture", said, address="oise.gouv.fr")
    assert news.result is not Result.REFUSAL


def test_a_page_named_after_appointments_answers_with_its_advice_alone() -> None:
    page_ = "https://www.moselle.gouv.fr/Demarches/Etrangers/Prendre-rendez-vous"
    said = "Pas de créneau disponible pour votre demande."
    advised = f"{said} Veuillez réessayer ultérieurement."
    assert verdict("Titre de séjour", advised, address=page_).result is Result.REFUSAL
    assert verdict("Titre de séjour", said, address=page_).result is not Result.REFUSAL
    news = "https://www.moselle.gouv.fr/Actualites/Rendez-vous"
    assert verdict("Titre de séjour", advised, address=news).result is not Result.REFUSAL


def test_a_bar_that_stops_within_index_php_is_still_the_booking_sites() -> None:
    said = "Tous les créneaux sont complets pour votre demande de rendez-vous"
    cut = "eure-et-loir.gouv.fr/index.ph"
    assert verdict("Titre de séjour", said, address=cut).result is Result.REFUSAL
    whole = "eure-et-loir.gouv.fr/index.php/Actualites"
    assert verdict("Titre de séjour", said, address=whole).result is not Result.REFUSAL


def test_rdv_service_public_refuses_in_its_own_words() -> None:
    said = "Il n'y a pas de créneau disponible actuellement. Veuillez renouveler votre demande."
    booking = "https://rdv.anct.gouv.fr/prendre_rdv?departement=25"
    assert verdict("Prendre rendez-vous", said, address=booking).result is Result.REFUSAL
    help_page = "https://rdv.anct.gouv.fr/contact"
    assert verdict("Prendre rendez-vous", said, address=help_page).result is not Result.REFUSAL


def test_a_refusal_for_one_reason_is_not_the_trap_of_one_week() -> None:
    booking = "https://rdv.anct.gouv.fr/prendre_rdv?departement=16"
    said = "Aucun créneau disponible pour ce motif."
    assert verdict("Prendre rendez-vous", said, address=booking).result is Result.REFUSAL
    week = "Aucun créneau disponible sur cette semaine"
    assert verdict("Choisissez votre créneau", week).result is not Result.REFUSAL


def test_the_step_that_answers_needs_no_address() -> None:
    said = ("Il n'y a pas de créneau disponible actuellement.", 300, 340)
    step = ("Vérification de disponibilité", 300, 300)
    title = ("Les services de l’État", 300, 260)
    assert look(page(title, step, said)).verdict.result is Result.REFUSAL
    assert look(page(title, said)).verdict.result is not Result.REFUSAL


def test_a_known_site_that_shows_its_host_alone_answers_before_a_way_back() -> None:
    for said in (
        "Le planning de ce guichet est entièrement réservé.",
        "Aucune plage horaire disponible.",
    ):
        found = verdict("Demande de rendez-vous", said, "Retour", address="gironde.gouv.fr")
        assert found.result is Result.REFUSAL
        assert found.confidence < 0.7
        news = verdict("Demande de rendez-vous", said, "Lire la suite", address="gironde.gouv.fr")
        assert news.result is not Result.REFUSAL


def test_a_title_that_ends_the_trail_does_not_lead_up_to_the_answer() -> None:
    trail = ("Accueil > Booking > Première demande de titre de séjour", 300, 260)
    title = ("Première demande de titre de séjour", 300, 300)
    said = ("Aucun rendez-vous disponible pour le moment.", 300, 324)
    bar = ("savoie.gouv.fr/index.php/booking/create/100/2", 140, 48)
    assert look(page(bar, trail, title, said)).verdict.result is Result.REFUSAL
    assert look(page(bar, title, said)).verdict.result is not Result.REFUSAL


def test_a_way_back_does_not_make_a_refusal_of_one_day() -> None:
    said = ("Choisissez votre créneau", "Aucun horaire disponible", "Retour")
    booking = "rdv-prefecture.interieur.gouv.fr"
    assert verdict(*said, address=booking).result is not Result.REFUSAL


def test_a_page_of_a_prefecture_named_after_appointments_answers_before_a_way_back() -> None:
    page_ = "https://www.moselle.gouv.fr/Demarches/Etrangers/Prendre-rendez-vous"
    said = "Tous les créneaux sont complets pour votre demande de rendez-vous."
    assert verdict("Guichets 6 à 9", said, "Retour", address=page_).result is Result.REFUSAL
    assert verdict("Guichets 6 à 9", said, address=page_).result is not Result.REFUSAL


def test_without_an_address_the_page_must_be_a_booking_sites() -> None:
    said, back = ("Aucun créneau n'est disponible.", 300, 340), ("Retour", 300, 380)
    crumbs = ("Accueil > Booking > Titre de séjour", 300, 260)
    news = ("Accueil > Actualités > Titre de séjour", 300, 260)
    assert look(page(crumbs, said, back)).verdict.result is Result.REFUSAL
    assert look(page(news, said, back)).verdict.result is not Result.REFUSAL
    mail = ("Objet : votre rendez-vous", 300, 200)
    assert look(page(mail, crumbs, said, back)).verdict.result is not Result.REFUSAL


@pytest.mark.parametrize(
    "text",
    [
        "Il ne reste aucune date de rendez-vous pour le centre choisi.",
        "La recherche n'a trouvé aucune date libre pour ce service.",
        "Aucune disponibilité pour ce motif.",
    ],
)
def test_the_place_or_the_reason_may_be_named_in_any_way(text: str) -> None:
    booking = "https://pprdv.interieur.gouv.fr/booking/create/9946/2"
    assert verdict("Titre de séjour", text, address=booking).result is Result.REFUSAL
    elsewhere = text.rstrip(".") + " de la gare"
    assert verdict("Titre de séjour", elsewhere, address=booking).result is not Result.REFUSAL


def test_the_site_that_its_own_box_names_does_not_lead_up_to_what_it_says() -> None:
    said = ("Il n'y a pas de rendez-vous disponible pour ce service.", 400, 330)
    bar = ("rdv-etrangers-94.interieur.gouv.fr", 140, 48)
    box = look(page(bar, ("rdv-etrangers-94.interieur.gouv.fr", 400, 309), said, ("OK", 400, 370)))
    assert box.verdict.result is Result.REFUSAL
