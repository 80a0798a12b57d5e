"""An address among the drawings of its bar, and the letters that engines take for others."""

import pytest
from reading_pages import desktop, line, page

from plaise.dossier import Result
from plaise.reading._address import read_address
from plaise.reading._bar import find_address
from plaise.reading._host import mend_host, mend_path, mend_word
from plaise.reading._rules import look
from plaise.reading._second_look import clearer

EZ = "https://www.bas-rhin.gouv.fr/booking/create/9486/2"
ANEF = "https://administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (f"O8{EZ}", EZ),
        (f"←→ C 8{EZ}", EZ),
        (f"← → C△ O8 {EZ}", EZ),
        (f".: {ANEF} C", ANEF),
        (f"O△{EZ}", EZ),
    ],
)
def test_what_is_drawn_around_an_address_is_no_part_of_it(text: str, url: str) -> None:
    found = read_address(line(text))
    assert found is not None
    assert found.url == url


@pytest.mark.parametrize(
    "text", ["Retrouvez-nous sur https://www.exemple.org/page", "selon https://www.exemple.org/p"]
)
def test_words_before_an_address_are_not_icons(text: str) -> None:
    found = read_address(line(text))
    assert found is None or found.host != "exemple.org"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("/rdvpref/reservation/demarche/12456/creneau/?reserve=18lang=fr",
         "/rdvpref/reservation/demarche/12456/creneau/?reserve=1&lang=fr"),
        ("/rdvpref/reservation/demarche/12456/creneau/?error=invalidCaptcha",
         "/rdvpref/reservation/demarche/12456/creneau/?error=invalidCaptcha"),
        ("/rdvpref/reservation/demarche/12/creneau/?date=2028-08-18",
         "/rdvpref/reservation/demarche/12/creneau/?date=2028-08-18"),
    ],
)  # fmt: skip
def test_an_ampersand_read_as_a_figure_is_put_back(read: str, meant: str) -> None:
    assert mend_path(read) == meant


def test_an_elided_article_in_a_title_is_a_small_letter() -> None:
    assert mend_word("/titres-de-sejour-I-impossible.html") == "/titres-de-sejour-l-impossible.html"
    assert mend_word("/annexe-I/Titre") == "/annexe-I/Titre"


def test_no_site_is_called_mall_before_its_own_name() -> None:
    assert mend_host("mall.google.com") == "mail.google.com"
    assert mend_host("mall.com") == "mall.com"
    assert mend_host("mall.exemple.fr") == "mall.exemple.fr"  # others may well have one


def test_a_name_that_the_browsers_box_breaks_is_whole_again() -> None:
    box = page(
        ("08:40", 41, 25), ("rdv-etrangers-", 67, 152), ("94.interieur.gouv.fr indique", 68, 171),
        ("Il n'y a pas de rendez-vous disponible pour ce service.", 67, 240),
        width=720, height=1280,
    )  # fmt: skip
    found = look(box)
    assert found.address is not None
    assert found.address.host == "rdv-etrangers-94.interieur.gouv.fr"
    assert found.verdict.result is Result.REFUSAL


def test_a_departments_name_as_a_title_is_no_address() -> None:
    titled = page(
        ("Les services de l’État dans la", 64, 160), ("Loire-Atlantique", 72, 252),
        ("loire-atlantique.gouv.fr", 318, 2108), width=1080, height=2340,
    )  # fmt: skip
    found = look(titled).address
    assert found is not None
    assert (found.host, found.cut) == ("loire-atlantique.gouv.fr", False)


@pytest.mark.parametrize(
    ("path", "result"),
    [
        ("index.php/bc", Result.REFUSAL),
        ("index.php/actualites", Result.OTHER_PAGE),
        ("index.php/Demarches/Etrangers", Result.OTHER_PAGE),
    ],
)
def test_a_path_cut_in_its_second_word_may_be_the_booking_pages(path: str, result: Result) -> None:
    said = "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous."
    shown = desktop("Vérification de disponibilité", said, address=f"essonne.gouv.fr/{path}")
    assert look(shown).verdict.result is result


def test_a_point_that_a_clear_second_look_sees_is_believed_to_be_checked() -> None:
    lost = "https://www.rdv-prefecture.interieurgouv.fr/rdvpref/reservation/demarche/1/creneau/"
    seen = lost.replace("interieurgouv", "interieur.gouv")
    body = ("Prochaine disponibilité le 13/12/2026", 300, 300)
    whole = page((lost, 90, 40), body)
    found = clearer(look(whole), page((seen, 90, 40)), whole)
    assert found.address is not None
    assert found.address.host == "rdv-prefecture.interieur.gouv.fr"
    assert found.address.confidence < 0.7
    assert found.verdict.result is Result.SLOT_OFFERED
    doubt = page(line(seen, 90, 40, confidence=0.9))
    assert clearer(look(whole), doubt, whole).address is None


def test_a_window_lower_on_the_desktop_has_its_bar_among_buttons() -> None:
    bar = ("rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/5311/creneau/", 400, 230)
    icons = [("<", 300, 230), (">", 330, 230), ("C", 360, 230), ("☆", 1200, 230)]
    desk = [("Corbeille", 10, 60), ("récépissé", 10, 100), ("Ce PC", 10, 140), ("avocat", 10, 190)]
    found = find_address(page(*desk, *icons, bar))
    assert found is not None
    assert found.host == "rdv-prefecture.interieur.gouv.fr"
    assert find_address(page(*desk, bar)) is None


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("oise.gouv.fr/booking/create/1/0 :D :", "oise.gouv.fr/booking/create/1/0"),
        ("google.com/search?q=a&ie=UTF-8125%", "google.com/search?q=a&ie=UTF-8"),
        ("alpes-maritimes.gouv.fr/tiooking/creete/14649",
         "alpes-maritimes.gouv.fr/booking/create/14649"),
        ("www.Idh-france.org/spip.php", "www.ldh-france.org/spip.php"),
        ("www.Infomie.net/spip.php", "www.infomie.net/spip.php"),
    ],
)  # fmt: skip
def test_what_touches_an_address_or_lost_its_shape_is_put_right(text: str, url: str) -> None:
    found = find_address(page((text, 140, 48)))
    assert found is not None
    assert found.url == url


def test_a_name_of_the_state_with_one_s_more_is_not_taken_for_a_known_one() -> None:
    assert mend_host("demarches.numerique.gouv.fr") == "demarches.numerique.gouv.fr"
    assert mend_host("haute-alpes.gouv.fr") == "hautes-alpes.gouv.fr"
