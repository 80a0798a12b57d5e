"""The address bar: as displayed, known doors recognised, imitations told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_pages import line, page

from plaise.law._doors import is_exercise_host, load_doors
from plaise.reading._address import doubtful, read_address, trusted
from plaise.reading._bar import find_address
from plaise.reading._conclude import conclude
from plaise.reading._decisions import SURE
from plaise.reading._rules import look
from plaise.reading._second_look import clearer

TODAY = date(2026, 12, 31)
REAL = [door.host for door in load_doors() if not is_exercise_host(door.host)]


@pytest.mark.parametrize(
    ("text", "url", "host"),
    [
        ("www.val-doise.gouv.fr/booking/create/11343/2",
         "www.val-doise.gouv.fr/booking/create/11343/2", "val-doise.gouv.fr"),
        ("https://www.val-doise.gouv.fr/booking/create/11343",
         "https://www.val-doise.gouv.fr/booking/create/11343", "val-doise.gouv.fr"),
        ("△ Non sécurisé val-doise.gouv.fr/booking/create/11343/2 ☆",
         "val-doise.gouv.fr/booking/create/11343/2", "val-doise.gouv.fr"),
        ("val-doise.gouv.fr/booking/create/113 43/2 90 %",
         "val-doise.gouv.fr/booking/create/11343/2", "val-doise.gouv.fr"),
        ("http s:/www.rdv-prefecture.inte rieur.gouv.fr/rdvpref/reservation/demarche/9040/cgu/",
         "https://www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9040/cgu/",
         "rdv-prefecture.interieur.gouv.fr"),
        ("rdv-prefecture.lnterieur.gouv.fr", "rdv-prefecture.interieur.gouv.fr",
         "rdv-prefecture.interieur.gouv.fr"),
        ("val-doise.gouv.f/booking/create/11343", "val-doise.gouv.fr/booking/create/11343",
         "val-doise.gouv.fr"),
        ("val-doise.gouv.fr/booking/ ..", "val-doise.gouv.fr/booking/…", "val-doise.gouv.fr"),
        ("rdv-prefecture.interieur.g…", "rdv-prefecture.interieur.g…",
         "rdv-prefecture.interieur.gouv.fr"),
        ("…aint-denis.gouv.fr", "…aint-denis.gouv.fr", "seine-saint-denis.gouv.fr"),
        ("localhost:8000/booking/create/1/2", "localhost:8000/booking/create/1/2", "localhost"),
    ],
)  # fmt: skip
def test_an_address_is_read_as_displayed_and_its_host_completed(
    text: str, url: str, host: str
) -> None:
    found = read_address(line(text))
    assert found is not None
    assert (found.url, found.host, found.known) == (url, host, True)


@pytest.mark.parametrize(
    "text",
    [
        "Ouvrez www.val-doise.gouv.fr pour continuer",
        "Vérification de dispo…",
        "Rendez-vous.Merci",
        "12.10.2026",
        "capture.png",
        "22:33",
        "écrivez à pref-etrangers@val-doise.gouv.fr",
    ],
)
def test_prose_and_names_are_not_addresses(text: str) -> None:
    assert read_address(line(text)) is None


@pytest.mark.parametrize(
    "host",
    ["rdv-prefecture-interieur.com", "www.rdv-prefecture.interieur-gouv.fr",
     "val-doise.gouv.fr.rdv.com", "demarches-sirnplifiees.fr"],
)  # fmt: skip
def test_an_imitation_is_told_and_never_taken_for_the_original(host: str) -> None:
    found = read_address(line(host + "/booking/create/1/2"))
    assert found is not None
    assert not found.known
    assert not found.official
    assert found.imitates in REAL


@given(st.sampled_from(REAL), st.integers(1, 99999), st.integers(0, 9), st.booleans())
def test_every_known_door_is_read_whole(host: str, number: int, step: int, www: bool) -> None:
    shown = f"{'www.' if www else ''}{host}/booking/create/{number}/{step}"
    found = read_address(line(shown))
    assert found is not None
    assert (found.url, found.host) == (shown, host)


@given(st.text(max_size=80))
def test_no_text_breaks_the_parser(text: str) -> None:
    found = read_address(line(text))
    assert found is None or found.host == found.host.lower()


def test_the_address_bar_wins_over_a_link_in_the_page() -> None:
    shown = page(
        ("www.journal-exemple.com/article", 140, 48),
        ("www.val-doise.gouv.fr/booking/create/11343", 300, 140),
    )
    found = find_address(shown)
    assert found is not None
    assert found.host == "journal-exemple.com"


def test_a_link_low_in_the_page_is_not_the_address() -> None:
    assert find_address(page(("Guide", 60, 10), ("www.val-doise.gouv.fr", 300, 500))) is None


def test_a_phone_may_keep_its_address_at_the_bottom() -> None:
    phone = page(
        ("Bonjour", 40, 400), ("val-doise.gouv.fr", 300, 2290, 40), width=1080, height=2400
    )
    found = find_address(phone)
    assert found is not None
    assert found.host == "val-doise.gouv.fr"


def test_a_sentence_that_names_a_host_is_not_an_address_in_pieces() -> None:
    assert read_address(line("You are unable to access oise.gouv.fr")) is None
    cut = read_address(line("www. val-doise. gouv.fr/booking/create/9829/2"))
    assert cut is not None
    assert cut.host == "val-doise.gouv.fr"


@pytest.mark.parametrize(
    ("text", "url", "host"),
    [
        ("∆Non sécurisé oise.gouv.fr/booking/create/1/1", "oise.gouv.fr/booking/create/1/1",
         "oise.gouv.fr"),
        ("Non sécuriséhttps:/www.gironde.gouv.fr/booking/create/1/1☆",
         "https://www.gironde.gouv.fr/booking/create/1/1", "gironde.gouv.fr"),
        ("Non sitcunst www.gironde.gouv.fr", "www.gironde.gouv.fr", "gironde.gouv.fr"),
        ("rdv-etrangers–94.interieur.gouv.fr/eAppointmentpref94/element/isp/specific/pref94,jsp",
         "rdv-etrangers-94.interieur.gouv.fr/eAppointmentpref94/element/jsp/specific/pref94.jsp",
         "rdv-etrangers-94.interieur.gouv.fr"),
        ("www.maine-et-loire.qouv.fr/booking/create/48248/0",
         "www.maine-et-loire.gouv.fr/booking/create/48248/0", "maine-et-loire.gouv.fr"),
        ("wwwille-et-vilaine.gouv.fr/booking/create/1/0",
         "www.ille-et-vilaine.gouv.fr/booking/create/1/0", "ille-et-vilaine.gouv.fr"),
        ("oise,gouv.fr", "oise.gouv.fr", "oise.gouv.fr"),
        ("△https://www.oise.gouv.fr/booking/create/1/2", "https://www.oise.gouv.fr/booking/create/1/2",
         "oise.gouv.fr"),
        ("8 nttps/www.oise.gouv.fr/booking/create/1/2", "https://www.oise.gouv.fr/booking/create/1/2",
         "oise.gouv.fr"),
        ("vww.isere.gouv.fr/booking/create/1/2", "www.isere.gouv.fr/booking/create/1/2",
         "isere.gouv.fr"),
        ("pprdv.interieur.gouv.ff/booking/create/23091/6",
         "pprdv.interieur.gouv.fr/booking/create/23091/6", "pprdv.interieur.gouv.fr"),
        ("rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/5029/creneaul",
         "rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/5029/creneau/",
         "rdv-prefecture.interieur.gouv.fr"),
        ("www.immigration.interieur.gouv.fr/lmmigration",
         "www.immigration.interieur.gouv.fr/Immigration", "immigration.interieur.gouv.fr"),
        ("2www.reddit.com/r/france/comments/×1", "www.reddit.com/r/france/comments/x1",
         "reddit.com"),
        ("192.168.1.1/index.html", "192.168.1.1/index.html", "192.168.1.1"),
        ("oise.gouv.r", "oise.gouv.fr", "oise.gouv.fr"),
        ("a2 tarn.gouv.fr/booking/create/8239/2", "tarn.gouv.fr/booking/create/8239/2",
         "tarn.gouv.fr"),
        ("rdv-etrangers-94.interieur.gouv.fr/eAppointmentpref94/elementUjsp/appointment.jsp",
         "rdv-etrangers-94.interieur.gouv.fr/eAppointmentpref94/element/jsp/appointment.jsp",
         "rdv-etrangers-94.interieur.gouv.fr"),
        ("https://outlook.live.com/mall/0/inbox/id", "https://outlook.live.com/mail/0/inbox/id",
         "outlook.live.com"),
        ("fr.wikipedia.org/wiki/Préfecture", "fr.wikipedia.org/wiki/Préfecture",
         "fr.wikipedia.org"),
        ("ille-et-vilaine.gouv.fr/Demarches/Etrangers",
         "ille-et-vilaine.gouv.fr/Demarches/Etrangers", "ille-et-vilaine.gouv.fr"),
        ("https://www.territoire-de-belfort.gouv....", "www.territoire-de-belfort.gouv…",
         "territoire-de-belfort.gouv.fr"),
    ],
)  # fmt: skip
def test_what_small_letters_lost_is_put_back(text: str, url: str, host: str) -> None:
    found = read_address(line(text, 140, 48))
    assert found is not None
    assert (found.url, found.host) == (url, host)


def test_bookmarks_are_never_glued_into_an_address() -> None:
    assert read_address(line("CAF Facebook France Travail impots.gouv.fr", 4, 97)) is None


@pytest.mark.parametrize(
    "text",
    ["administration-etrangers-en-france.interieu…", "rdv-prefecture.interieur.gc",
     "rdv-etrangers-94.interieur"],
)  # fmt: skip
def test_a_host_that_the_bar_cuts_is_shown_as_it_is_and_never_told(text: str) -> None:
    shown = page(line(text, 100, 100), ("Contrôle de sécurité", 100, 400), width=1080, height=2400)
    found = conclude(look(shown), name="a.png", metadata={}, zone="Europe/Paris", today=TODAY)
    assert found.get("host") is None
    assert found["url"].startswith(text.rstrip("…"))
    assert found["findings"]["url"].confidence < SURE
    assert any("coupée par l’écran" in one for one in found["warnings"])


def test_a_figure_glued_to_a_name_that_nobody_knows_may_be_an_icon() -> None:
    glued = read_address(line("8gisti.org/spip.php", 140, 48))
    assert glued is not None
    assert not trusted(glued)
    found = read_address(line("https://4chan.org/pol", 140, 48))
    assert found is not None
    assert trusted(found)


def test_a_name_at_the_foot_of_a_phones_page_is_not_its_address() -> None:
    foot = page(
        ("public.fr", 42, 2150), ("Dernière mise à jour : 18/03/2025", 42, 2250),
        width=1080, height=2400,
    )  # fmt: skip
    assert find_address(foot) is None


def test_a_name_that_only_lacks_a_point_is_left_to_be_checked() -> None:
    bar = line(
        "https://www.rdv-prefecture.interieurgouv.fr/rdvpref/reservation/demarche/1/cgu/", 90, 40
    )
    first = look(page(bar, ("Choisissez votre créneau", 300, 300)))
    assert first.address is not None
    assert clearer(first, page(bar), page(bar)).address is None


@pytest.mark.parametrize(
    ("first", "second", "host"),
    [
        ("8gisti.org/spip.php", "gisti.org/spip.php", "gisti.org"),
        ("8gisti.org/spip.php", "8gisti.org/spip.php", None),
        ("lients.banque.fr/connexion", "clients.banque.fr/connexion", None),
        ("clients.banque.fr/connexion", "clients.banque.fr/connexion", "clients.banque.fr"),
        ("oise-gouv.fr/booking/create/1/2", "oise-gouv.fr/booking/create/1/2", "oise-gouv.fr"),
        ("ninistration-etrangers-en-france.interieur.gouv.fr",
         "ninistration-etrangers-en-france.interieur.gouv.fr",
         "administration-etrangers-en-france.interieur.gouv.fr"),  # half an m before it
    ],
)  # fmt: skip
def test_a_name_that_nobody_knows_is_told_when_two_looks_agree(
    first: str, second: str, host: str | None
) -> None:
    shown = page(line(first, 140, 48), ("Bonjour", 300, 300))
    found = clearer(look(shown), page(line(second, 140, 48)), shown).address
    assert (found.host if found else None) == host


def test_a_tab_beside_the_sign_that_opens_another_is_not_the_address() -> None:
    tabs = page(("RDV-Préfecture", 22, 37), ("service-public.fr", 178, 38), ("+", 345, 40))
    assert find_address(tabs) is None


@pytest.mark.parametrize("icon", ["º", "aº ", "° "])
def test_a_ring_before_an_address_is_an_icon(icon: str) -> None:
    found = read_address(line(f"{icon}haute-loire.gouv.fr/booking/create/57456/2"))
    assert found is not None
    assert found.url == "haute-loire.gouv.fr/booking/create/57456/2"


def test_the_browsers_own_box_names_its_site_among_headings() -> None:
    shown = page(
        ("PRÉFET", 22, 52), ("Préfecture du Val-de-Marne", 94, 51),
        ("rdv-etrangers-94.interieur.gouv.fr indique", 753, 56),
    )  # fmt: skip
    found = find_address(shown)
    assert found is not None
    assert found.host == "rdv-etrangers-94.interieur.gouv.fr"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("rdv-etrangers-94.interieur.gouv.fr/eAppointmentpref94/elementujsp/appointment.jsp",
         "rdv-etrangers-94.interieur.gouv.fr/eAppointmentpref94/element/jsp/appointment.jsp"),
        ("mail.proton.me/u/O/inbox", "mail.proton.me/u/0/inbox"),
        ("administration-etrangers-en-france.interieur.gouv.fr/particullers/#/demande",
         "administration-etrangers-en-france.interieur.gouv.fr/particuliers/#/demande"),
        ("www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9040/creneauf",
         "www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9040/creneau/"),
    ],
)  # fmt: skip
def test_the_words_of_a_path_are_mended(read: str, meant: str) -> None:
    found = read_address(line(read))
    assert found is not None
    assert found.url == meant


@pytest.mark.parametrize("before", ["<>C8", "<>", "©"])
def test_buttons_glued_to_a_scheme_are_left(before: str) -> None:
    found = read_address(line(f"{before}https://www.val-doise.gouv.fr/booking/create/9829/2"))
    assert found is not None
    assert found.url == "https://www.val-doise.gouv.fr/booking/create/9829/2"


def test_a_stroke_glued_to_a_name_is_no_part_of_it() -> None:
    found = read_address(line("Non sécurisé |val-doise.gouv.fr/booking/create/9829/2"))
    assert found is not None
    assert found.url == "val-doise.gouv.fr/booking/create/9829/2"


@pytest.mark.parametrize("before", ["‹ c", "<>C△8 ", "<> CNon sécurisé | ", "Non sécurisé | "])
def test_buttons_and_marks_read_with_an_address_are_left(before: str) -> None:
    found = read_address(line(f"{before}www.ille-et-vilaine.gouv.fr/booking/create/38338/2"))
    assert found is not None
    assert found.url == "www.ille-et-vilaine.gouv.fr/booking/create/38338/2"


def test_a_word_of_the_state_is_mended_before_its_question_mark() -> None:
    found = read_address(line("rdv.anct.gouv.fr/prendre rdv?departement=18", 140, 48))
    assert found is not None
    assert found.url == "rdv.anct.gouv.fr/prendre_rdv?departement=18"


@pytest.mark.parametrize("text", ["seine-maritime.gouv.fr…", "www.seine-maritime.gouv.fr..."])
def test_a_name_shown_to_its_end_is_told_though_its_path_is_cut(text: str) -> None:
    found = read_address(line(text, 100, 100))
    assert found is not None
    assert (found.host, found.cut) == ("seine-maritime.gouv.fr", False)


def test_a_line_set_low_in_a_question_is_not_lost() -> None:
    start = "www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/554/creneau/"
    found = read_address(line(f"{start}?utm source=newsletter&utm medium=email", 140, 48))
    assert found is not None
    assert found.url == f"{start}?utm_source=newsletter&utm_medium=email"
    seven = read_address(line(f"{start}7utm_source=newsletter", 140, 48))
    assert seven is not None
    assert seven.url == f"{start}?utm_source=newsletter"
    half = read_address(line(f"{start}?utm_source=newsletter&utm", 140, 48))
    assert half is not None
    assert doubtful(half)


@pytest.mark.parametrize("mark", [",", ";", " ,", " ;"])
def test_the_edge_of_an_icon_after_an_address_is_no_part_of_it(mark: str) -> None:
    for url in ("rdv.anct.gouv.fr/prendre_rdv?departement=25", "rdv-prefecture.interieur.gouv.fr"):
        found = read_address(line(f"{url}{mark}", 140, 48))
        assert found is not None
        assert found.url == url


@given(st.text(alphabet="abc.fr/?=&,;_ 19…Δ-:", max_size=40))
def test_no_line_is_too_odd_to_be_read(text: str) -> None:
    found = read_address(line(f"rdv-prefecture.interieur.gouv.fr/{text}", 140, 48))
    assert found is None or found.url
