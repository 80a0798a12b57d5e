"""Small things of every page, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from web_browser import Visit, newcomer

from browsing import press
from plaise.web.security.bodies import LARGEST, OF_A_STRANGER

pytestmark = pytest.mark.browser


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
