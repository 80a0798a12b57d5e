"""When two looks at one address give two hosts, an outage stays one, a refusal never does."""

from reading_pages import line, page

from plaise.dossier import Result
from plaise.reading._rules import clearer, complete, look

REFUSAL = "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous."


def misread(body: str, sure: float = 0.88) -> tuple[object, object]:
    shown = page(
        line("https://www.isere.gou.fr/booking/create/39493/0", 70, 28, confidence=sure),
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
    result, address = misread("ERR_CONNECTION_TIMED_OUT", sure=0.99)
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
