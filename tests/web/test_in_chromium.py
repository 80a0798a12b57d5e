"""Every page as a browser shows it: accessible, narrow enough, light, and alone with our server."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_list import PAGES
from page_list import Page as Shown
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from web_cases import Server

from store_cases import PASSPHRASE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("chromium")]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"]
FIRST_VIEW = 60_000
ANY_PAGE = 150_000


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", chromium_sandbox=False
        )
        yield browser
        browser.close()


@dataclass
class Visit:
    """A member in a real browser, with the example loaded."""

    context: BrowserContext
    page: Page
    origin: str
    dossier: str
    troubles: list[str] = field(default_factory=list)
    bytes: list[float] = field(default_factory=list)


@pytest.fixture(scope="module")
def visit(chromium: Browser, server: Server) -> Iterator[Visit]:
    """A newcomer walks in, notes the code, loads the example."""
    context = chromium.new_context(locale="fr-FR", service_workers="block")
    page = context.new_page()
    page.goto(server.entry)
    page.get_by_role("link", name="Commencer").click()
    page.get_by_label("Identifiant").fill("lune-verte")
    page.get_by_label("Nouvelle phrase de passe").fill(PASSPHRASE)
    page.get_by_label("La même phrase de passe").fill(PASSPHRASE)
    page.get_by_role("button", name="Créer mon compte").click()
    page.get_by_label("J’ai noté").check()
    page.get_by_role("button", name="Continuer").click()
    page.get_by_role("button", name="Charger l’exemple").click()
    page.wait_for_url("**/dossiers/*-*/")
    dossier = urlsplit(page.url).path.split("/")[2]
    visit = Visit(context, page, server.origin, dossier)
    _watch(visit)
    yield visit
    context.close()


def _watch(visit: Visit) -> None:
    """Whatever the console says, and whatever is asked of another server."""

    def request(address: str) -> None:
        if urlsplit(address).scheme != "data" and not address.startswith(visit.origin):
            visit.troubles.append(f"foreign request: {address}")

    def said(kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            visit.troubles.append(f"{kind}: {text}")

    visit.page.on("request", lambda asked: request(asked.url))
    visit.page.on("console", lambda line: said(line.type, line.text))
    visit.page.on("pageerror", lambda error: said("error", str(error)))
    network = visit.context.new_cdp_session(visit.page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    network.on("Network.loadingFinished", lambda end: visit.bytes.append(end["encodedDataLength"]))


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("shown", PAGES, ids=lambda page: page.address)
def test_a_page_is_accessible_narrow_light_and_alone(visit: Visit, shown: Shown, language: str):
    visit.context.add_cookies([{"name": "langue", "value": language, "url": visit.origin}])
    visit.page.set_viewport_size({"width": 320, "height": 720})
    visit.troubles.clear()
    visit.bytes.clear()
    address = visit.origin + shown.address.replace("{dossier}", visit.dossier)
    answer = visit.page.goto(address, wait_until="networkidle")
    assert answer is not None
    assert answer.status == shown.status
    most = FIRST_VIEW if shown.address == "/" else ANY_PAGE
    assert 0 < sum(visit.bytes) <= most
    absent = "error: Failed to load resource: the server responded with a status of 404"
    expected = {absent} if shown.status == 404 else set()
    assert [t for t in visit.troubles if not any(t.startswith(e) for e in expected)] == []
    assert visit.page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    for width in (320, 1280):
        visit.page.set_viewport_size({"width": width, "height": 720})
        found = Axe().run(visit.page, options={"runOnly": RULES})
        assert found.violations_count == 0, found.generate_report()
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_server_is_ready_in_less_than_three_seconds(server: Server):
    assert server.seconds_of_work < 3


def test_the_quick_exit_works_without_javascript(chromium: Browser, visit: Visit):
    context = chromium.new_context(java_script_enabled=False)
    door = [one for one in visit.context.cookies() if one["name"] == "plaise-porte"]
    context.add_cookies(
        [{"name": one["name"], "value": one["value"], "url": visit.origin} for one in door]
    )
    page = context.new_page()
    page.goto(f"{visit.origin}/mots/")
    page.get_by_role("button", name="Quitter vite").click()
    assert urlsplit(page.url).path == "/pause/"
    assert "Plaise" not in page.title()
    context.close()


def test_nothing_personal_is_written_in_clear_where_the_server_keeps_its_data(
    visit: Visit, server: Server
):
    visit.page.goto(f"{visit.origin}/dossiers/{visit.dossier}/")
    assert "Aminata" in visit.page.locator("h1").inner_text()
    marks = [mark.encode() for mark in ("Aminata", "malienne", "Exempleville", ".png")]
    for path in Path(server.data).rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not [mark for mark in marks if mark in content], path
