"""When two looks at one address give two hosts, an outage stays one, a refusal never does."""

from typing import Any

from reading_pages import line, page

from plaise.dossier import Result
from plaise.reading._rules import Facts, complete, look, look_again
from plaise.reading._second_look import clearer

REFUSAL = "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous."


def misread(body: str, sure: float = 0.88, host: str = "isere.gou.fr") -> tuple[object, object]:
    shown = page(
        line(f"https://www.{host}/booking/create/39493/0", 70, 28, confidence=sure),
        (body, 300, 300),
    )
    again = page(line("https://www.sere.gouv.fr/booking/create/39493/0", 70, 28))
    first = look(shown)
    assert first.address is not None
    assert first.verdict.result is Result.OTHER_PAGE
    found = clearer(first, again, shown)
    return found.verdict.result, found.address


def test_an_outage_needs_no_address_to_be_one() -> None:
    assert misread("ERR_CONNECTION_TIMED_OUT") == (Result.OUTAGE, None)


def test_a_refusal_at_a_doubted_address_is_never_counted() -> None:
    assert misread(REFUSAL) == (Result.OTHER_PAGE, None)


def test_an_imitation_read_for_sure_stays_one() -> None:
    result, address = misread("ERR_CONNECTION_TIMED_OUT", 0.99, "isere-gouv.fr")
    assert result is Result.OTHER_PAGE
    assert address is not None


def test_a_tab_that_carries_a_name_does_not_hide_the_address_bar() -> None:
    shown = page(
        ("RDV-Préfecture", 20, 8), ("Caf.fr", 272, 8), ("Choisissez votre créneau", 300, 300),
        ("Aucun créneau disponible", 300, 350), ("Veuillez réessayer ultérieurement.", 300, 390),
    )  # fmt: skip
    bar = "www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/6809/creneau/"
    first = look(shown)
    assert first.address is not None
    assert first.address.bare
    found = complete(first, page((bar, 140, 48)), shown)
    assert found.address is not None
    assert found.address.url == bar
    assert found.verdict.result is Result.REFUSAL


def test_a_scheme_read_apart_is_put_back_before_its_address() -> None:
    shown = page(("https:", 137, 56), ("/demarche.numerique.gouv.fr/espace-personnel", 197, 55))
    found = look(shown).address
    assert found is not None
    assert found.url == "https://demarche.numerique.gouv.fr/espace-personnel"


def test_a_booking_address_that_stays_unsure_keeps_only_its_host() -> None:
    bar = "www.rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/4680/creveaw"
    shown = page(line(bar, 140, 48, confidence=0.92), ("Choisissez votre créneau", 300, 300))
    found = clearer(look(shown), page(line(bar, 140, 48, confidence=0.92)), shown).address
    assert found is not None
    assert found.url == "www.rdv-prefecture.interieur.gouv.fr/…"


def test_a_bare_name_that_a_second_look_does_not_find_hides_no_slot() -> None:
    body = [("Choisissez votre créneau", 300, 300), ("10h30", 300, 350), ("11h00", 400, 350)]
    shown = page(("service-public.fr", 148, 38), *body)
    first = look(shown)
    assert first.verdict.result is Result.OTHER_PAGE
    found = complete(first, page(("RDV-Préfecture", 22, 37)), shown)
    assert (found.address, found.verdict.result) == (None, Result.SLOT_OFFERED)


def test_a_bare_name_that_a_second_look_does_not_find_makes_no_refusal() -> None:
    body = [
        ("Vérification de disponibilité", 300, 250),
        (REFUSAL, 300, 300),
        ("Terminer", 300, 350),
    ]
    shown = page(("rdv-prefecture.org", 148, 38), *body)
    found = complete(look(shown), page(("RDV-Préfecture", 22, 37)), shown)
    assert (found.address, found.verdict.result) == (None, Result.OTHER_PAGE)


SLOTS = (("Choisissez votre créneau", 300, 300), ("10h30", 300, 350), ("11h00", 400, 350))
RDV = "rdv-prefecture.interieur.gouv.fr/rdvpref/reservation/demarche/9039/creneau/"


def looks(
    first: str, again: str, *body: tuple[Any, ...], sure: tuple[float, float] = (0.96, 0.96)
) -> Facts:
    """What two looks at one bar say together."""
    shown = page(line(first, 140, 48, confidence=sure[0]), *(body or SLOTS))
    return clearer(look(shown), page(line(again, 140, 48, confidence=sure[1])), shown)


def test_a_letter_lost_in_gouv_fr_hides_no_slot() -> None:
    misread = RDV.replace("gouv", "couv")
    found = looks(misread, misread, sure=(0.96, 0.98))
    assert found.address is None
    assert found.verdict.result is Result.SLOT_OFFERED


def test_a_refusal_under_a_name_that_may_be_bought_is_not_counted() -> None:
    misread = RDV.replace("gouv", "couv")
    body = (("Choisissez votre créneau", 300, 300), ("Aucun créneau disponible", 300, 350),
            ("Veuillez réessayer ultérieurement.", 300, 390))  # fmt: skip
    assert looks(misread, misread, *body).verdict.result is Result.OTHER_PAGE


def test_two_different_slips_on_one_door_tell_it_with_doubt() -> None:
    end = "/booking/create/38867/6"
    found = looks(f"pas-de-calals.gou.fr{end}", f"pas-de-calals.gouw.fr{end}").address
    assert found is not None
    assert found.url == f"pas-de-calais.gouv.fr{end}"
    assert found.confidence < 0.7


def test_two_looks_at_an_imitation_never_make_it_the_door() -> None:
    end = "/booking/create/38867/6"
    for one, other in (("-gouv.fr", "-gouw.fr"), (".gouv.fr.xyz", ".gouw.fr.xyz")):
        found = looks(f"pas-de-calais{one}{end}", f"pas-de-calais{other}{end}").address
        assert found is None or not found.known


def test_a_number_read_in_two_ways_is_not_told() -> None:
    start = "www.ille-et-vilaine.gouv.fr/booking/create/"
    found = looks(f"{start}2389/0", f"{start}23891/0", sure=(0.967, 0.95)).address
    assert found is not None
    assert found.url == "www.ille-et-vilaine.gouv.fr/…"


def test_the_path_of_an_unknown_site_is_told_when_two_looks_agree() -> None:
    start = "google.com/search?q=prefecture+plus+de+plage+"
    told = looks(f"{start}horaire&hl=fr", f"2{start}horaire&hl=fr").address
    assert told is not None
    assert told.url == f"{start}horaire&hl=fr"
    found = looks(f"{start}matlnale&hl=fr", f"2{start}matinale&hl=fr").address
    assert found is not None
    assert found.url == "google.com/…"


def test_a_page_titled_as_the_site_is_not_the_site() -> None:
    shown = page(
        ("www.oise.gouv.fr", 16, 10), ("https://www.oise-gouv.fr/booking/create/45752/0", 110, 38),
        ("Vérification de disponibilité", 300, 260), (REFUSAL, 300, 300),
    )  # fmt: skip
    found = look(shown)
    assert found.address is not None
    assert not found.address.known
    assert found.verdict.result is Result.OTHER_PAGE


def test_the_title_of_a_tab_is_no_address_when_another_tab_closes_beside_it() -> None:
    shown = page(("Prise de rendez-vous ×", 40, 10), ("Caf.fr ×", 300, 10), *SLOTS)
    found = look(shown)
    assert found.address is None
    assert found.verdict.result is Result.SLOT_OFFERED


def test_a_slash_read_as_a_letter_is_put_back_before_a_word_of_the_platform() -> None:
    found = look(page((RDV.replace(".fr/", ".frí"), 140, 48))).address
    assert found is not None
    assert found.url == RDV


def test_a_letter_that_one_look_lost_does_not_silence_a_name() -> None:
    end = "wikipedia.org/wiki/Prefecture"
    found = looks(f"https://fr.{end}", f"https://f.{end}", sure=(0.984, 0.963)).address
    assert found is not None
    assert found.host == "fr.wikipedia.org"


def test_marks_that_a_second_look_lost_do_not_silence_a_path() -> None:
    start = "www.lemonde.fr/article/prefectures"
    found = looks(f"{start}_6671_32.html", f"{start} 6671 32.html", sure=(0.993, 0.988)).address
    assert found is not None
    assert found.url == f"{start}_6671_32.html"


def test_an_unknown_name_seen_by_the_last_look_alone_is_not_told() -> None:
    first = look(page(("Se connecter", 203, 152), ("Bonjour, que cherchez-vous ?", 203, 198)))
    found = look_again(first, page(("dlients.boursobank.com", 1250, 80), ("Bonjour", 203, 198)))
    assert found.address is None
    known = look_again(first, page((RDV, 140, 48), ("Bonjour", 203, 198)))
    assert known.address is not None


def test_of_two_looks_at_a_bare_name_the_surer_is_looked_at_again() -> None:
    shown = page(line("cllents.boursobank.com", 1250, 80, confidence=0.994), *SLOTS)
    again = page(line("clients.boursobank.com", 1250, 80, confidence=0.998))
    found = complete(look(shown), again, shown).address
    assert found is not None
    assert found.host == "clients.boursobank.com"


def test_two_slips_on_one_door_are_seen_behind_a_scheme_misread() -> None:
    end = "www.val-doise.{}.fr/booking/create/31556/0"
    found = looks("https:/" + end.format("gouw"), "http5/" + end.format("gourv")).address
    assert found is not None
    assert found.url == "https://" + end.format("gouv")


def test_an_address_cut_at_a_hyphen_is_put_back_together() -> None:
    shown = page(("https://www.asso-seine-", 137, 56), ("-et-marne.fr/notes/rdv.pdf", 346, 56))
    found = look(shown).address
    assert found is not None
    assert found.url == "https://www.asso-seine-et-marne.fr/notes/rdv.pdf"


def test_a_path_that_no_look_saw_clearly_is_not_told() -> None:
    shown = page(
        line("www.bas-rhin.gouv.fr/Contenus/Questicm-freguentes", 84, 30, confidence=0.9),
        ("Foire aux questions", 110, 96),
    )
    again = page(line("www.bas-rhin.gouv.fr/Contenus/Queitiom-frequentes", 84, 30, confidence=0.93))
    found = clearer(look(shown), again, shown).address
    assert found is not None
    assert found.url == "www.bas-rhin.gouv.fr/…"
