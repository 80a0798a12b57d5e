"""What the extension brings completes the picture, and never overrules it in silence."""

import json

from plaise.dossier import Reading, Result, Source
from plaise.reading import apply_page_text, parse_page_text

URL = "https://www.val-doise.gouv.fr/booking/create/9829/2"
REFUSAL = """Vérification de disponibilité
Il n’existe plus de plage horaire libre pour votre demande de rendez-vous.
Terminer"""


def brought(**rest: object) -> bytes:
    told = {"version": 1, "url": URL, "text": REFUSAL, "captured_at": "2026-10-12T08:14:30+02:00"}
    return json.dumps({**told, **rest}).encode()


def reading(**rest: object) -> Reading:
    base = {"file": "a.png", "sha256": "ab" * 32, "result": Result.OTHER_PAGE, "missing": ("url",)}
    return Reading.model_validate({**base, **rest})


def test_the_page_gives_the_whole_address_and_the_wording_that_ocr_missed() -> None:
    page = parse_page_text(brought())
    assert page
    found = apply_page_text(reading(), page)
    assert (found.result, found.wording) == (Result.REFUSAL, "ez_plus_de_plage")
    assert (found.url, found.host, found.missing) == (URL, "val-doise.gouv.fr", ())
    assert found.findings["url"].source is Source.PAGE


def test_a_picture_that_says_otherwise_stands_and_both_are_shown() -> None:
    page = parse_page_text(brought())
    assert page
    found = apply_page_text(reading(result="slot_offered", host="essonne.gouv.fr"), page)
    assert (found.result, found.host) == (Result.SLOT_OFFERED, "essonne.gouv.fr")
    assert len(found.warnings) == 2


def test_an_hour_apart_is_told() -> None:
    page = parse_page_text(brought())
    assert page
    assert not apply_page_text(reading(date="2026-10-12", time="08:14"), page).warnings
    assert apply_page_text(reading(date="2026-10-12", time="10:14"), page).warnings


def test_what_breaks_the_contract_is_not_used() -> None:
    for bad in (
        b"{}",
        b"[]",
        b"\xff",
        brought(url="javascript:1"),
        brought(other=1),
        b" " * 3_000_000,
    ):
        assert parse_page_text(bad) is None
