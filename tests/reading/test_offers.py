"""Slots on offer in the words of a known site: never dropped in silence."""

import pytest
from reading_pages import desktop, page

from plaise.dossier import Result
from plaise.reading._rules import look
from plaise.reading._wording import Verdict

RDVPREF = "www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9040/creneau/"
ANCT = "https://rdv.anct.gouv.fr/prendre_rdv?departement=91"


def verdict(*body: str, address: str = RDVPREF) -> Verdict:
    return look(desktop(*body, address=address)).verdict


@pytest.mark.parametrize("text", [
    "Aucun créneau disponible avant le 28 octobre. Premier créneau proposé :",
    "Préfecture, guichets étrangers — prochain créneau le mercredi 20 juillet 2022 à 14h10",
    "Plus qu’un créneau disponible",
    "Choisir ce créneau",
    "Il ne reste que 2 créneaux disponibles",
    "o 10h45",
    "o15h30",
    "1re date possible : jeudi 4 juin, 8h00",
    "Disponible dès le 22/04/2026 (12:15)",
    "Vous avez retenu le mardi 13 mai 2025 à 10h10.",
    "Créneau sélectionné : 13/05/2025, 10:10",
    "Il n’y a plus que deux places le lundi 8 juin, dont une à 11h05.",
    "11h15 (dernière place)",
    "9h00 – 9h30 : 3 places",
    "8h45 - guichet 3 - Réserver",
])  # fmt: skip
def test_a_date_that_the_site_proposes_is_a_slot(text: str) -> None:
    assert verdict("Choisissez votre créneau", text).result is Result.SLOT_OFFERED
    empty = verdict("Sous-préfecture — aucun créneau disponible", text, address=ANCT)
    assert empty.result is Result.SLOT_OFFERED


@pytest.mark.parametrize("text", [
    "Quand sera le prochain créneau disponible ?",
    "Prochaine mise en ligne de nouveaux rendez-vous le 4 mai",
    "Le premier rendez-vous dure vingt minutes.",
    "Page mise à jour le 24/03/2025 à 14h40",
    "Il n’y a plus que deux guichets ouverts le lundi.",
])  # fmt: skip
def test_words_about_slots_offer_none(text: str) -> None:
    assert verdict("Questions fréquentes", text).result is Result.OTHER_PAGE


def test_hours_under_days_are_slots_even_beside_an_empty_day() -> None:
    days = [(f"{name} {20 + at} juin", 300 + 200 * at, 300)
            for at, name in enumerate(("lun.", "mar.", "mer.", "jeu."))]  # fmt: skip
    hours = [(hour, 300 + 200 * at, 340) for at, hour in enumerate(("9:00", "11:15", "14:30"))]
    empty = ("Aucun créneau disponible", 900, 340)
    bar = (RDVPREF, 140, 48)
    shown = page(bar, ("Choisissez votre créneau", 300, 200), *days, *hours, empty)
    assert look(shown).verdict.result is Result.SLOT_OFFERED
    clock = page(bar, ("Choisissez votre créneau", 300, 200), ("jeu. 26 mai", 1800, 980),
                 ("10:48", 1800, 1000))  # fmt: skip
    assert look(clock).verdict.result is Result.OTHER_PAGE


def test_days_with_their_hour_are_slots_where_a_button_takes_them() -> None:
    days = ("mardi 14 juillet, 9 h 30", "mardi 14 juillet, 10 h 15")
    assert verdict("Horaires", *days, "Réserver").result is Result.SLOT_OFFERED
    assert verdict("Horaires", *days).result is Result.OTHER_PAGE


def test_rows_of_days_are_slots_when_one_of_them_can_be_chosen() -> None:
    days = ("lundi 20 avril 2020", "mardi 21 avril 2020", "vendredi 24 avril 2020")
    assert verdict("Places par jour", *days, "complet", "choisir").result is Result.SLOT_OFFERED
    assert verdict("Places par jour", *days, "complet").result is Result.OTHER_PAGE


def test_hours_to_choose_are_slots_and_the_clock_alone_is_none() -> None:
    asked = "Sélectionnez l'un des horaires soulignés."
    assert verdict(asked, "11:00", "15:30").result is Result.SLOT_OFFERED
    assert verdict(asked).result is Result.OTHER_PAGE


@pytest.mark.parametrize("legend", ["Places restantes", "Ouvert à la réservation"])
def test_a_month_with_a_legend_for_free_days_is_an_offer(legend: str) -> None:
    month = [(str(day), 300 + 40 * (day % 7), 300 + 30 * (day // 7)) for day in range(1, 31)]
    bar = (RDVPREF, 140, 48)
    title = ("Calendrier des rendez-vous", 300, 200)
    assert look(page(bar, title, *month, (legend, 300, 600))).verdict.result is (
        Result.SLOT_OFFERED
    )
    assert look(page(bar, title, (legend, 300, 600))).verdict.result is Result.OTHER_PAGE
