"""What may be a refusal in free words: never counted as one, the person is asked."""

import pytest
from reading_pages import desktop, line

from plaise.dossier import Result
from plaise.reading._meaning import says_none
from plaise.reading._rules import look, look_again
from plaise.reading._wording import Verdict

RDVPREF = "www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9040/creneau/"
EZ = "www.val-doise.gouv.fr/booking/create/9829/2"
SAID = "À ce jour, nos agendas sont complets pour toutes les démarches."


def verdict(*body: str, address: str = EZ) -> Verdict:
    return look(desktop("Titre de séjour : prise de rendez-vous", *body, address=address)).verdict


@pytest.mark.parametrize("text", [
    SAID,
    "Nous n'avons plus rien à vous proposer.",
    "Le service des étrangers n'a plus de place à offrir pour ce motif.",
    "L'ensemble des horaires mis en ligne a été réservé par d'autres usagers.",
    "Nous n'avons pas pu trouver de rendez-vous pour cette démarche.",
    "La capacité d'accueil de nos guichets est atteinte.",
    "Aucun de nos sites n'est en mesure de vous recevoir.",
    "La prise de rendez-vous est actuellement suspendue.",
    "Agenda complet",
])  # fmt: skip
@pytest.mark.parametrize("address", [EZ, RDVPREF])
def test_a_denial_in_free_words_asks_the_person(text: str, address: str) -> None:
    found = verdict(text, "Merci de revenir un autre jour.", "Terminer", address=address)
    assert found.result is Result.OTHER_PAGE
    assert "corrigez le résultat" in found.warnings[0]


@pytest.mark.parametrize("text", [
    "Le quota d'un rendez-vous par personne est atteint.",
    "La préfecture ne peut vous recevoir que sur rendez-vous.",
    "Aucun rendez-vous n'a été trouvé avec cette référence.",
    "La réservation est impossible avec ce navigateur.",
    "L'ensemble des rendez-vous est attribué par ordre d'arrivée.",
])  # fmt: skip
def test_the_same_words_about_something_else_are_no_refusal(text: str) -> None:
    found = verdict(text, "Merci de revenir plus tard.", "Retour")
    assert found.result is Result.OTHER_PAGE


def test_another_look_is_taken_before_the_person_is_asked() -> None:
    facts = look(desktop("Titre de séjour : prise de rendez-vous", SAID, address=EZ))
    assert facts.weak
    blurred = desktop("Titre de séjour : prise de rendez-vous", "Pxrxsxntxz-vxxs", address=EZ)
    assert look_again(facts, blurred).verdict == facts.verdict


@pytest.mark.parametrize("address", [
    "www.val-doise.gouv.fr/Actualites/Rendez-vous", "www.doctolib.fr/hopital", "",
])  # fmt: skip
def test_news_and_other_sites_ask_nothing(address: str) -> None:
    found = verdict(SAID, "Revenez plus tard.", address=address)
    assert found.result is Result.OTHER_PAGE
    assert not found.unsure


def test_another_service_of_the_state_is_no_prefecture() -> None:
    said = "Aucun rendez-vous n'est disponible actuellement. Merci de renouveler votre recherche."
    consulate = verdict(said, address="https://consulat.gouv.fr/tunis/rendez-vous")
    assert consulate.result is Result.OTHER_PAGE
    assert "consulat.gouv.fr" in consulate.warnings[0]


@pytest.mark.parametrize("text", [
    "Si nos agendas sont complets, revenez lundi.",
    "Nos agendas sont complets ?",
    "Les plages les plus demandées sont vite toutes réservées.",
    "Aucun rendez-vous n'est nécessaire pour retirer un titre disponible.",
    "Toutes les pièces doivent être réservées au guichet.",
    "Tous les rendez-vous de ce matin sont pris.",
    "Il ne reste plus de place assise.",
    "Il n'y a plus de rendez-vous avant le 4 mai.",
    "Guichet A : il n'y a plus de place disponible.",
    "Votre dossier est complet.",
    "Tous les champs doivent être remplis.",
    "Toutes les demandes de rendez-vous sont prises en compte.",
    "Aucun rendez-vous ne sera donné par téléphone.",
    "Le créneau choisi n'est plus disponible.",
    "Vous n'avez pas de rendez-vous à venir.",
])  # fmt: skip
def test_conditions_rules_and_parts_deny_nothing(text: str) -> None:
    assert not says_none([line(text)])


def test_a_word_cut_at_the_end_of_a_line_is_one_word() -> None:
    lines = [line("Nous n'avons plus de rendez-", y=300), line("vous à vous donner.", y=322)]
    assert says_none(lines)
