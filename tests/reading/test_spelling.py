"""Common words of addresses, spelled as they are; names that could be bought are left."""

import pytest

from plaise.reading._host import mend_host, mend_path
from plaise.reading._spelling import spelled


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("/rdvpref/malntenance", "/rdvpref/maintenance"),
        ("candidat.francetravall.fr", "candidat.francetravail.fr"),
        ("/ArticIes/Tltres-de-sejour", "/Articles/Titres-de-sejour"),
        ("/villages/lll", "/villages/lll"),
        ("/maintenant", "/maintenant"),
        ("/create/11111/2", "/create/11111/2"),
    ],
)
def test_only_words_of_the_very_shape_of_a_common_one_are_spelled(seen: str, meant: str) -> None:
    assert spelled(seen) == meant


@pytest.mark.parametrize("host", ["val-dolse-gouv.fr", "prefecture-rdv.fr", "rdv-prefecture.info"])
def test_a_name_that_imitates_is_told_as_it_is_seen(host: str) -> None:
    assert mend_host(host) == host


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("/tiooking/create/14649", "/booking/create/14649"),
        ("/index.php/booking/create/9/2", "/index.php/booking/create/9/2"),
        ("/Services-de-1-Etat/Horaires", "/Services-de-l-Etat/Horaires"),
        ("/Titre-de-1-an/create", "/Titre-de-1-an/create"),
    ],
)
def test_the_words_of_the_states_paths_are_spelled_by_what_stands_beside(
    seen: str, meant: str
) -> None:
    assert mend_path(seen) == meant
