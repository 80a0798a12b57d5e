"""A bar too narrow for the beginning of a name that only the State can hold."""

import pytest
from reading_pages import page

from plaise.dossier import Result
from plaise.reading._rules import Facts, look

SAID = (
    ("Aucun rendez-vous n’est possible pour les motifs selectionnnés", 60, 900),
    ("ou le créneau horaire séléctionné.", 60, 930),
)


def phone(bar: str, *body: tuple[str, int, int]) -> Facts:
    return look(page((bar, 200, 110), *body, width=1080, height=2340))


@pytest.mark.parametrize("bar", ["gers-94.interieur.gouv.fr/eA", "ers-94.interieur.gouv.fr/eAp"])
def test_the_page_of_a_name_without_its_beginning_is_judged(bar: str) -> None:
    facts = phone(bar, *SAID)
    assert facts.verdict.result is Result.REFUSAL
    assert facts.address is not None
    assert facts.address.cut
    assert facts.address.url == f"…{bar}"


@pytest.mark.parametrize("bar", ["gers-94.interieur-gouv.fr/eA", "gers-94.fr/eA"])
def test_a_name_that_others_could_hold_is_completed_by_nothing(bar: str) -> None:
    facts = phone(bar, *SAID)
    assert facts.verdict.result is not Result.REFUSAL
    assert facts.address is None or not facts.address.known


@pytest.mark.parametrize("box", ["rdv-etrangers-94.interieur.gouv.fr indique", "indique"])
def test_the_browsers_own_box_names_the_site_that_the_bar_cuts(box: str) -> None:
    named = [(box, 60, 840)]
    if box == "indique":  # the box may break the line
        named = [("rdv-etrangers-94.interieur.gouv.fr", 60, 810), (box, 60, 840)]
    facts = phone("gers-94.interieur.gouv.fr/eA", *named, *SAID)
    assert facts.address is not None
    assert not facts.address.cut
    assert facts.address.url == "rdv-etrangers-94.interieur.gouv.fr"


def test_the_name_of_another_site_in_the_page_changes_nothing() -> None:
    facts = phone("gers-94.interieur.gouv.fr/eA", ("pprdv.interieur.gouv.fr indique", 60, 840))
    assert facts.address is not None
    assert facts.address.cut


def test_a_name_under_those_of_the_foot_of_a_page_is_no_bar() -> None:
    facts = phone(
        "gironde.gouv.fr",
        ("Vérification de disponibilité", 60, 300),
        ("legifrance.gouv.fr · info.gouv.fr · service-public.fr", 60, 2200),
        ("data.gouv.fr", 60, 2225),
    )
    assert facts.address is not None
    assert facts.address.host == "gironde.gouv.fr"


def test_a_picture_of_a_refusal_in_a_conversation_is_no_refusal() -> None:
    said = (("RDV-Préfecture", 200, 380), ("Aucun créneau disponible", 200, 460),
            ("Veuillez réessayer ultérieurement.", 200, 490))  # fmt: skip
    chat = look(page(("19:22", 30, 20), ("vous à la préfecture ? 13:52", 60, 260), *said,
                     ("13:52 ✓✓", 200, 600), width=720, height=1520))  # fmt: skip
    assert chat.verdict.result is not Result.REFUSAL
    own = ("Dernière mise en ligne de rendez-vous : le 04/05/2026 à 11:58", 200, 420)
    site = look(page(("19:22", 30, 20), own, *said, width=720, height=1520))
    assert site.verdict.result is Result.REFUSAL


def test_a_hyphen_that_begins_what_a_bar_shows_is_no_name_of_its_own() -> None:
    facts = phone("/-prefecture.interieur.gouv.fr/rdv|", ("Choisissez votre créneau", 60, 800))
    assert facts.address is not None
    assert facts.address.host == "rdv-prefecture.interieur.gouv.fr"
    assert facts.address.cut


@pytest.mark.parametrize(
    ("seen", "told"),
    [
        ("rdv-prefecture.interieur.gou☆2", "rdv-prefecture.interieur.gou…"),
        ("www.val-doise.gouv.fr/booking/create/9/2☆ Q", "www.val-doise.gouv.fr/booking/create/9/2"),
    ],
)
def test_a_star_that_touches_an_address_is_no_part_of_it(seen: str, told: str) -> None:
    facts = look(page((seen, 140, 48)))
    assert facts.address is not None
    assert facts.address.url == told
