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
])  # fmt: skip
def test_a_date_that_the_site_proposes_is_a_slot(text: str) -> None:
    assert verdict("Choisissez votre créneau", text).result is Result.SLOT_OFFERED
    empty = verdict("Sous-préfecture — aucun créneau disponible", text, address=ANCT)
    assert empty.result is Result.SLOT_OFFERED


@pytest.mark.parametrize("text", [
    "Quand sera le prochain créneau disponible ?",
    "Prochaine mise en ligne de nouveaux rendez-vous le 4 mai",
    "Le premier rendez-vous dure vingt minutes.",
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
