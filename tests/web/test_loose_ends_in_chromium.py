"""Small things of every page, in a real browser."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect
from web_browser import Visit, newcomer

from browsing import press
from plaise.web.security.bodies import LARGEST, OF_A_STRANGER

pytestmark = pytest.mark.browser
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_browser_that_sends_too_much_shows_the_page_that_says_so(
    chromium: Browser, visit: Visit, tmp_path: Path
):
    page = visit.page
    page.goto(f"{visit.origin}/dossiers/importer/")
    heavy = tmp_path / "dossier.zip"
    with heavy.open("wb") as file:
        file.truncate(LARGEST)  # nothing but holes
    page.locator("[type=file]").set_input_files(heavy)
    press(page.locator("main .next button"))
    expect(page.locator("h1")).to_contain_text("trop long")
    expect(page.locator("main")).to_contain_text("ce qui était enregistré l’est toujours")
    stranger = newcomer(chromium, visit)
    stranger.goto(f"{visit.origin}/compte/creer/")
    stranger.evaluate("document.querySelector('[name=identifier]').removeAttribute('maxlength')")
    stranger.get_by_label("Identifiant").fill("x" * OF_A_STRANGER)
    press(stranger.locator("main .next button"))
    expect(stranger.locator("h1")).to_contain_text("ne sont pas ouverts")
    stranger.context.close()


@pytest.mark.parametrize("place", ["/compte/ouvrir/", "/compte/ouvrir/?ailleurs"])
def test_a_passphrase_is_shown_by_keyboard_and_hidden_again_when_it_leaves(
    chromium: Browser, visit: Visit, place: str
):
    page = newcomer(chromium, visit)
    page.goto(f"{visit.origin}{place}")
    field = page.get_by_label("Phrase de passe", exact=True)
    before = "text" if "ailleurs" in place else "password"
    expect(field).to_have_attribute("type", before)
    field.fill("quatre mots sans rapport")
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Afficher Phrase de passe")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    hides = page.get_by_role("button", name="Masquer Phrase de passe")
    expect(hides).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="se voit à l’écran")).to_be_attached()
    expect(field).to_have_attribute("type", "text")
    expect(field).not_to_have_class(re.compile(r"\bveiled\b"))
    expect(field).to_have_value("quatre mots sans rapport")
    page.keyboard.press("Enter")
    expect(field).to_have_attribute("type", before)
    page.keyboard.press("Enter")
    page.evaluate(
        "document.querySelector('main form').addEventListener('submit', (e) => e.preventDefault())"
    )
    page.locator("main .next button").click()
    expect(field).to_have_attribute("type", before)
    if "ailleurs" in place:
        expect(field).to_have_class(re.compile(r"\bveiled\b"))
    page.context.close()


def test_without_a_script_no_button_promises_to_show_anything(chromium: Browser, visit: Visit):
    page = newcomer(chromium, visit, javascript=False)
    page.goto(f"{visit.origin}/compte/ouvrir/")
    expect(page.get_by_label("Phrase de passe", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Afficher")).to_have_count(0)
    page.context.close()


def test_a_form_pressed_again_on_a_slow_line_leaves_once(chromium: Browser, visit: Visit):
    page = newcomer(chromium, visit)
    page.clock.set_fixed_time(NOON)
    page.goto(f"{visit.origin}/mots/")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/langue/", hold)
    button = page.locator('button[name="langue"][value="en"]').first
    button.scroll_into_view_if_needed()
    place = button.bounding_box()
    assert place is not None

    def tap() -> None:  # as a finger does: it waits for no answer
        page.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)

    with page.expect_request("**/langue/"):
        tap()
    for _ in range(3):
        tap()
    held[0].continue_()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert len(held) == 1
    page.context.close()
