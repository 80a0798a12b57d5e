"""Private things are guessed where they stand; the State's own words are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading_pages import desktop, line, page, recordings, replay

from plaise.dossier import Box, Finding, Private, PrivateKind, Reading, Result, Source
from plaise.reading import protected_boxes, reading_remarks
from plaise.reading._bar import find_address
from plaise.reading._page import Page
from plaise.reading._private import find_names, find_private, part_of
from plaise.reading._redact import overlap
from plaise.reading._rules import look

REFUSAL = "Il n'existe plus de plage horaire libre pour votre demande de rendez-vous."


def kinds(shown: Page) -> list[PrivateKind]:
    return [one.kind for one in find_private(shown, find_address(shown))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Votre compte : awa.diallo92@exemple.test", PrivateKind.EMAIL),
        ("awa.diallo@gmail.com", PrivateKind.EMAIL),
        ("06 39 98 12 34", PrivateKind.PHONE),
        ("+33 6 39 98 12 34", PrivateKind.PHONE),
        ("N° étranger : 9912345678", PrivateKind.FOREIGNER_NUMBER),
        ("Numéro AGDREF 7703 123456", PrivateKind.FOREIGNER_NUMBER),
        ("Bonjour Awa", PrivateKind.NAME),
        ("Connecté en tant que Mme DIALLO", PrivateKind.NAME),
        ("WhatsApp", PrivateKind.NOTIFICATION),
        ("Moussa vous a envoyé un message", PrivateKind.NOTIFICATION),
    ],
)
def test_what_is_private_in_a_line_is_seen(text: str, kind: PrivateKind) -> None:
    assert kind in kinds(desktop(REFUSAL, text))


@pytest.mark.parametrize(
    "text",
    [
        "pref-etrangers@val-doise.gouv.fr",
        "contact@association.test",
        "Préfecture : 01 34 20 95 95 (0,06 €/min)",
        "Madame, Monsieur, votre demande",
        "Madame la Préfète",
        "Bonjour Madame",
        "Numéro de dossier à rappeler",
        "Dernière mise en ligne de rendez-vous : le 04/05/2026 à 11:58",
        "Il n'y a aucun créneau il y a des places le lundi",
        "9912345",
    ],
)
def test_what_a_prefecture_publishes_is_not_private(text: str) -> None:
    assert not kinds(desktop(REFUSAL, text))


def test_other_tabs_are_seen_and_the_page_own_is_not() -> None:
    shown = page(
        ("Vérification de disponibilité – Les servi…", 60, 10),
        ("Boîte de réception (3)", 460, 10),
        ("Fichier", 10, 30), ("Édition", 90, 30), ("Affichage", 170, 30),
        ("www.val-doise.gouv.fr/booking/create/9829/2", 140, 60),
        (REFUSAL, 300, 300),
    )  # fmt: skip
    (found,) = find_private(shown, find_address(shown))
    assert (found.kind, found.box.x) == (PrivateKind.TAB, 460)


def test_a_tab_named_after_a_messaging_application_is_a_tab_and_nothing_more() -> None:
    shown = page(
        ("Prise de rendez-vous", 60, 10),
        ("WhatsApp", 460, 10),
        ("service-public.fr", 660, 10),
        ("www.val-doise.gouv.fr/booking/create/9829/2", 140, 60),
    )
    assert kinds(shown) == [PrivateKind.TAB]


def test_a_title_that_an_engine_cut_in_pieces_is_one_tab() -> None:
    shown = page(
        ("502 Bad Gateway –", 60, 10),
        ("exercice", 218, 10),
        ("www.val-doise.gouv.fr/booking/create/9829/2", 140, 60),
        ("502 Bad Gateway", 300, 300),
    )
    assert not find_private(shown, find_address(shown))


@pytest.mark.parametrize("name", sorted(recordings()))
def test_the_example_shows_nothing_private(name: str) -> None:
    assert not look(replay(recordings()[name])).private


def test_a_proposed_box_never_touches_the_evidence() -> None:

    evidence = Box(x=100, y=100, width=200, height=20)
    over, beside = Box(x=290, y=110, width=50, height=30), Box(x=400, y=100, width=50, height=20)
    reading = Reading(
        file="a.png", sha256="a", result=Result.REFUSAL,
        findings={"url": Finding(value="x", confidence=1, source=Source.OCR, box=evidence)},
        private=tuple(Private(kind=PrivateKind.PHONE, box=box) for box in (over, beside)),
    )  # fmt: skip
    (remark,) = reading_remarks(reading)
    assert remark.boxes == (beside,)
    assert not any(overlap(one, kept) for one in remark.boxes for kept in protected_boxes(reading))


@pytest.mark.parametrize("text", ["Mon compte – DIALLO", "Awa Diallo", "diallo (2 messages)"])
def test_the_person_s_own_name_is_seen_wherever_it_stands(text: str) -> None:
    (found,) = find_names(desktop(REFUSAL, text).lines, ("Diallo",))
    assert found.kind is PrivateKind.NAME


@pytest.mark.parametrize("text", ["Diallonké", "www.diallo.fr", "val-diallo.gouv.fr", "d’Diallo"])
def test_a_part_of_a_word_or_of_an_address_is_not_a_name(text: str) -> None:
    assert not find_names(desktop(REFUSAL, text).lines, ("Diallo", "Le", ""))


@given(st.text(min_size=1, max_size=60), st.data())
def test_a_part_of_a_line_stays_within_it(text: str, data: st.DataObject) -> None:
    whole = line(text)
    start = data.draw(st.integers(0, len(text) - 1))
    box = part_of(whole, (start, data.draw(st.integers(start + 1, len(text)))))
    assert whole.box.x <= box.x
    assert box.x + box.width <= max(whole.right, whole.box.x + 1)


@given(st.lists(st.text(max_size=80), max_size=8))
def test_no_text_breaks_the_search(texts: list[str]) -> None:
    kinds(desktop(*texts))
