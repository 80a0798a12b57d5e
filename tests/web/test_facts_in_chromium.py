"""A newcomer fills the first screens on a phone, without a script and with the keyboard alone."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from facts_cases import EXAMPLE
from playwright.sync_api import Browser, Page, expect
from web_browser import Visit, newcomer

from browsing import press
from store_cases import PASSPHRASE

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"]


@pytest.fixture
def phone(chromium: Browser, visit: Visit) -> Page:
    """A member in front of an empty dossier, on a small screen, without JavaScript."""
    page = newcomer(chromium, visit, javascript=False)
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{visit.origin}/compte/ouvrir/")
    page.get_by_label("Identifiant").fill("lune-verte")
    page.get_by_label("Phrase de passe").fill(PASSPHRASE)
    press(page.get_by_role("button", name="Ouvrir"))
    page.goto(f"{visit.origin}/dossiers/nouveau/")
    page.get_by_label("un exercice").check()
    press(page.get_by_role("button", name="Créer le dossier"))
    return page


def place(page: Page) -> str:
    return urlsplit(page.url).path.split("/", 3)[3]


def test_the_next_screen_is_always_one_button_away(phone: Page):
    press(phone.get_by_role("link", name="Étape suivante"))
    press(phone.get_by_role("link", name="Continuer"))
    assert place(phone) == "avant/avertissements/"
    press(phone.get_by_role("button", name="J’ai lu"))
    assert place(phone) == "avant/situation/"
    phone.get_by_label("Rien de tout cela").check()
    press(phone.get_by_role("button", name="Enregistrer"))
    phone.get_by_label("Renouveler").check()
    phone.get_by_label("Le département").select_option("00")
    press(phone.get_by_role("button", name="Enregistrer"))
    phone.get_by_label("Vers des jours et des heures").check()
    press(phone.get_by_role("button", name="Continuer"))
    phone.get_by_label("La préfecture, ou").check()
    press(phone.get_by_role("button", name="Continuer"))
    assert place(phone) == "avant/porte/"
    assert "Le site de rendez-vous" in phone.locator("h1").inner_text()
    press(phone.get_by_role("link", name="Continuer"))
    press(phone.get_by_role("link", name="Passer"))
    phone.get_by_label("un préfet").check()
    phone.get_by_label("Adresse postale").fill("1 place de l’Exercice\n00100 Exempleville")
    press(phone.get_by_role("button", name="Enregistrer"))
    press(phone.get_by_role("link", name="Étape suivante"))
    assert place(phone) == "qui/"
    phone.context.close()


def test_a_name_is_typed_with_the_keyboard_alone_and_read_back(phone: Page):
    phone.goto(phone.url + "qui/nom/")
    phone.get_by_label("Prénoms").focus()
    phone.keyboard.type("Awa")
    phone.keyboard.press("Tab")
    phone.keyboard.type("Essai")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Space")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/qui/naissance/")
    for part in ("Jour", "Mois", "Année"):
        phone.get_by_label(part).fill({"Jour": "٣", "Mois": "2", "Année": "1990"}[part])
    phone.get_by_label("Lieu de naissance").fill("Kayes (Mali)")
    phone.get_by_label("Nationalité").fill("malienne")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/qui/adresse/")
    phone.goto(phone.url.replace("adresse/", ""))
    said = phone.locator("main").inner_text()
    assert "Awa" in said
    assert "samedi 3\u00a0février\u00a01990" in said
    phone.context.close()


def test_a_document_is_sent_titled_seen_and_attached(phone: Page):
    dossier = phone.url
    phone.goto(dossier + "pieces/")
    phone.get_by_label("Ce que c’est").select_option("preuve_de_depot")
    phone.get_by_label("Le document").set_input_files(EXAMPLE / "pieces" / "preuve-de-depot.png")
    press(phone.get_by_role("button", name="Ajouter"))
    assert phone.get_by_label("Titre de la pièce").input_value().startswith("Preuve de dépôt")
    shown = phone.evaluate("document.querySelector('main img').naturalWidth")
    assert shown > 0
    press(phone.get_by_role("button", name="Enregistrer"))
    phone.goto(dossier + "contacts/ajouter/lettre_recommandee/")
    for part, value in (("Jour", "2"), ("Mois", "11"), ("Année", "2025")):
        phone.get_by_label(part).fill(value)
    phone.get_by_role("checkbox", name="Preuve de dépôt").check()
    press(phone.get_by_role("button", name="Enregistrer"))
    assert "dimanche 2\u00a0novembre\u00a02025" in phone.locator("main").inner_text()
    phone.goto(dossier + "pieces/")
    expect(phone.locator("main h3 a")).to_have_count(1)
    press(phone.locator("main h3 a"))
    press(phone.get_by_role("link", name="Ne plus l’utiliser"))
    assert "il en sera retiré" in phone.locator("main").inner_text()
    press(phone.get_by_role("button", name="Ne plus"))
    phone.goto(dossier + "contacts/")
    assert "Aucune preuve jointe" in phone.locator("main").inner_text()
    phone.context.close()


def test_a_document_that_cannot_be_filed_is_told_when_it_comes_in(phone: Page):
    phone.goto(phone.url + "pieces/")
    phone.get_by_label("Ce que c’est").select_option("autre")
    phone.get_by_label("Le document").set_input_files(
        {"name": "note.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 casse"}
    )
    press(phone.get_by_role("button", name="Ajouter"))
    assert "note.pdf" in phone.locator(".errors").inner_text()
    assert phone.locator("main h3").count() == 0
    phone.context.close()


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_page_of_one_document_is_accessible(visit: Visit, language: str):
    page = visit.page
    page.context.add_cookies([{"name": "langue", "value": language, "url": visit.origin}])
    page.goto(f"{visit.origin}/dossiers/{visit.dossier}/pieces/")
    page.goto(visit.origin + str(page.locator("main h3 a").first.get_attribute("href")))
    for where in ("", "retirer/"):
        page.goto(page.url + where)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 720})
            found = Axe().run(page, options={"runOnly": RULES})
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_hard_situations_and_wrong_doors_are_accessible(visit: Visit, language: str):
    page = visit.page
    page.context.add_cookies([{"name": "langue", "value": "fr", "url": visit.origin}])
    page.goto(f"{visit.origin}/dossiers/nouveau/")
    page.get_by_label("un exercice").check()
    press(page.get_by_role("button", name="Créer le dossier"))
    dossier = page.url
    page.goto(dossier + "avant/situation/")
    for words in ("OQTF", "refusé", "asile", "déjà enregistrée"):
        page.get_by_label(words).first.check()
    press(page.get_by_role("button", name="Enregistrer"))
    page.goto(dossier + "avant/demarche/")
    page.get_by_label("regroupement familial").check()
    page.get_by_label("Le département").select_option("00")
    press(page.get_by_role("button", name="Enregistrer"))
    page.goto(dossier + "avant/porte/")
    page.context.add_cookies([{"name": "langue", "value": language, "url": visit.origin}])
    for place in ("avant/conseil/", "avant/porte/", "avant/porte/?inconnue=1", "pret/"):
        page.goto(dossier + place)
        for one in page.locator("main details").all():
            one.evaluate("one => { one.open = true; }")
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 720})
            found = Axe().run(page, options={"runOnly": RULES})
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
