"""When two looks at one address give two hosts, an outage stays one, a refusal never does."""

from reading_pages import line, page

from plaise.dossier import Result
from plaise.reading._rules import clearer, look

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
    result, address = misread(REFUSAL)
    assert result is Result.OTHER_PAGE
    assert address is not None


def test_an_imitation_read_for_sure_stays_one() -> None:
    result, address = misread("ERR_CONNECTION_TIMED_OUT", sure=0.99)
    assert result is Result.OTHER_PAGE
    assert address is not None
