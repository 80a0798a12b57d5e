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
