"""Refusals told in free words: heard as a booking site's last word, else left to the person."""

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
])  # fmt: skip
@pytest.mark.parametrize("address", [EZ, RDVPREF])
def test_a_denial_with_the_advice_to_come_back_or_a_way_back_is_a_refusal(
    text: str, address: str
) -> None:
    for last in ("Merci de revenir un autre jour.", "Terminer"):
        found = verdict(text, last, address=address)
        assert found.result is Result.REFUSAL
        assert found.confidence < 0.7


@pytest.mark.parametrize("more", [
    "Étape suivante", "Choisir ce lieu", "Rechercher", "Un autre guichet est encore disponible",
    "Vous avez déjà un rendez-vous le 4 mai.", "Le site est en maintenance.",
    "Choisissez-en un autre dans la liste.", "Annuler mon rendez-vous",
])  # fmt: skip
def test_a_page_that_goes_on_or_leaves_a_choice_is_no_refusal(more: str) -> None:
    assert verdict(SAID, "Revenez plus tard.", more).result is not Result.REFUSAL


def test_without_advice_nor_way_back_another_look_then_the_person_is_asked() -> None:
    facts = look(desktop("Titre de séjour : prise de rendez-vous", SAID, address=EZ))
    assert facts.weak
    assert facts.verdict.result is Result.OTHER_PAGE
    assert "corrigez le résultat" in facts.verdict.warnings[0]
    blurred = desktop("Titre de séjour : prise de rendez-vous", "Pxrxsxntxz-vxxs", address=EZ)
    assert look_again(facts, blurred).verdict == facts.verdict


@pytest.mark.parametrize("address", [
    "www.val-doise.gouv.fr/booking/create/9829",
    "www.rdv-prefecture.interieur.gouv.fr/rdvpref/gestion/9040",
    "www.val-doise.gouv.fr/Actualites/Rendez-vous",
    "www.doctolib.fr/hopital",
    "",
])  # fmt: skip
def test_rules_news_and_other_sites_refuse_nothing(address: str) -> None:
    assert verdict(SAID, "Revenez plus tard.", address=address).result is Result.OTHER_PAGE


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
    assert not says_none([line(text)], brief=True)


def test_a_word_cut_at_the_end_of_a_line_is_one_word() -> None:
    lines = [line("Nous n'avons plus de rendez-", y=300), line("vous à vous donner.", y=322)]
    assert says_none(lines)


def test_a_few_words_without_a_verb_only_ask_the_person() -> None:
    assert says_none([line("Agenda complet")], brief=True)
    assert not says_none([line("Agenda complet")])
    assert verdict("Agenda complet", "Retour").result is Result.OTHER_PAGE
