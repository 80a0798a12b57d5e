"""An address among the drawings of its bar, and the letters that engines take for others."""

import pytest
from reading_pages import line

from plaise.reading._address import read_address
from plaise.reading._host import mend_host, mend_path, mend_word

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
