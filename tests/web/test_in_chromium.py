"""Every page as a browser shows it: accessible, narrow enough, light, and alone with our server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_list import PAGES
from page_list import Page as Shown
from playwright.sync_api import Browser, Page, Route
from web_browser import Visit, newcomer

from browsing import CHROMIUM, PATIENCE, press

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"]
FIRST_VIEW = 60_000
ANY_PAGE = 150_000

# Our own French, attributes that are read aloud included; not what a capture or a person says.
BADLY_SPACED = r"""() => {
  const copy = document.body.cloneNode(true);
  const theirs = 'q, bdi, option, textarea, code, pre, script';
  for (const other of copy.querySelectorAll(theirs)) other.remove();
  const heard = ['aria-label', 'alt', 'data-label'];
  const said = [...copy.querySelectorAll('*')].flatMap(
    (one) => heard.map((name) => one.getAttribute(name) ?? ''));
  const wrong = /.{0,30}(?:\S [:;!?»](?=\s|$)|« |[\wà-ÿ)]»|[\wà-ÿ]'[\wà-ÿ]|\.\.\.|n° ?\d).{0,10}/gm;
  return [copy.textContent, ...said].join('\n').match(wrong) ?? [];
}"""


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("shown", PAGES, ids=lambda page: page.address)
def test_a_page_is_accessible_narrow_light_and_alone(visit: Visit, shown: Shown, language: str):
    look_at(visit, shown, language)


def look_at(visit: Visit, shown: Shown, language: str) -> None:
    """Open a page as everyone may have to, and let nothing pass."""
    page = visit.page if shown.member else visit.nobody
    with standing_still(page):
        _look_at(visit, page, shown, language)


@contextmanager
def standing_still(page: Page) -> Iterator[None]:
    """A page that asks how far the work is hears nothing new, and is not replaced meanwhile."""

    def answer(route: Route) -> None:
        if "x-plaise-script" in route.request.headers:
            route.fulfill(body="")
        else:
            route.continue_()

    page.route("**/captures/lecture/", answer)
    yield
    page.goto("about:blank")  # left open, it would ask on while the next page is weighed
    page.unroute("**/captures/lecture/", answer)


def _look_at(visit: Visit, page: Page, shown: Shown, language: str) -> None:
    page.context.add_cookies([{"name": "langue", "value": language, "url": visit.origin}])
    page.set_viewport_size({"width": 320, "height": 720})
    visit.troubles.clear()
    visit.bytes.clear()
    address = visit.origin + shown.address.replace("{dossier}", visit.dossier)
    answer = page.goto(address, wait_until="networkidle")
    assert answer is not None
    assert answer.status == shown.status
    assert urlsplit(page.url).path == urlsplit(address).path
    assert 0 < sum(visit.bytes) <= (FIRST_VIEW if shown.address == "/" else ANY_PAGE)
    refused = "error: Failed to load resource: the server responded with a status of"
    expected = {f"{refused} {shown.status}"} if shown.status != 200 else set()
    assert [t for t in visit.troubles if not any(t.startswith(e) for e in expected)] == []
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    if language == "fr":
        assert page.evaluate(BADLY_SPACED) == []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 720})
        # On the whole page at once: what the bar at the bottom hides, scrolling shows.
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": width, "height": height})
        found = Axe().run(page, options={"runOnly": RULES})
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_personal_is_in_clear_where_the_server_keeps_its_data(visit: Visit):
    visit.page.goto(f"{visit.origin}/dossiers/{visit.dossier}/")
    assert "Aminata" in visit.page.locator("h1").inner_text()
    marks = [mark.encode() for mark in ("Aminata", "malienne", "Exempleville", ".png")]
    for path in Path(visit.data).rglob("*"):
        if path.is_file() and "langues" not in path.parts:  # our own words, compiled
            with suppress(FileNotFoundError):  # the database's own files come and go
                content = path.read_bytes()
                assert not [mark for mark in marks if mark in content], path


def test_the_quick_exit_works_without_javascript(chromium: Browser, visit: Visit):
    page = newcomer(chromium, visit, javascript=False)
    page.goto(f"{visit.origin}/mots/")
    press(page.get_by_role("button", name="Quitter vite"))
    assert urlsplit(page.url).path == "/pause/"
    assert "Plaise" not in page.title()
    page.context.close()


def test_an_account_is_made_with_the_keyboard_alone_and_without_javascript(
    chromium: Browser, visit: Visit
):
    page = newcomer(chromium, visit, javascript=False)
    page.goto(f"{visit.origin}/compte/creer/")
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Aller au contenu"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert "quelqu’un d’autre" in page.locator(":focus").inner_text()
    for typed in ("pomme-bleue", "cerise bateau lampe nuage", "cerise bateau lampe nuage"):
        page.keyboard.press("Tab")
        page.keyboard.type(typed)
    page.keyboard.press("Enter")
    page.wait_for_url("**/compte/code/**")
    page.locator("input[type=checkbox]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dossiers/**")
    page.context.close()


def test_a_page_left_open_goes_away_by_itself(chromium: Browser, visit: Visit):
    page = newcomer(chromium, visit)
    page.clock.install()
    page.goto(f"{visit.origin}/compte/ouvrir/")
    page.get_by_label("Identifiant").fill("lune-verte")
    page.get_by_label("Phrase de passe").fill("cerise bateau lampe nuage")
    press(page.get_by_role("button", name="Ouvrir"))
    page.wait_for_url("**/dossiers/")
    page.clock.fast_forward("16:00")
    page.wait_for_url("**/compte/ouvrir/")
    page.goto(f"{visit.origin}/dossiers/")
    assert "/compte/ouvrir/" in page.url
    page.context.close()


def test_the_installable_page_has_no_fault_and_keeps_no_page(chromium: Browser, visit: Visit):
    page = newcomer(chromium, visit, workers="allow")
    page.goto(f"{visit.origin}/mots/")
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    network = page.context.new_cdp_session(page)
    manifest = network.send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert "share_target" in manifest["data"]
    page.goto(f"{visit.origin}/protection/")
    kept = page.evaluate(
        """caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name))))
        .then((all) => Promise.all(all.map((one) => one.keys())))
        .then((all) => all.flat().map((asked) => new URL(asked.url).pathname))"""
    )
    assert kept
    assert all(path.startswith("/static/") for path in kept)
    page.context.close()


def test_the_browser_s_own_files_tell_nothing_once_one_has_left(
    chromium: Browser, visit: Visit, tmp_path: Path
):
    context = chromium.browser_type.launch_persistent_context(
        tmp_path,
        executable_path=CHROMIUM,
        chromium_sandbox=False,
        locale="fr-FR",
        timeout=PATIENCE,
    )
    context.set_default_timeout(PATIENCE)
    context.add_cookies([{"name": "plaise-porte", "value": visit.door, "url": visit.origin}])
    page = context.new_page()
    page.goto(f"{visit.origin}/compte/ouvrir/")
    press(page.get_by_role("link", name="Je suis sur l’ordinateur"))
    page.get_by_label("Identifiant").fill("lune-verte")
    phrase = page.get_by_label("Phrase de passe")
    assert phrase.evaluate("one => getComputedStyle(one).webkitTextSecurity") == "disc"
    phrase.fill("cerise bateau lampe nuage")
    press(page.get_by_role("button", name="Ouvrir"))
    page.wait_for_url("**/dossiers/")
    for step in ("", "qui/", "qui/nom/", "pieces/", "captures/verifier/"):
        page.goto(f"{visit.origin}/dossiers/{visit.dossier}/{step}")
    page.goto(f"{visit.origin}/dossiers/{visit.dossier}/qui/")
    assert "Aminata" in page.locator("main").inner_text()
    page.goto(f"{visit.origin}/dossiers/{visit.dossier}/qui/nom/")
    press(page.locator("main .next button"))  # what a browser would keep for the next form
    page.wait_for_url("**/qui/naissance/")
    press(page.get_by_role("button", name="Quitter vite"))
    page.wait_for_url("**/pause/")
    kept = {cookie["name"] for cookie in context.cookies()}
    assert kept <= {"plaise-porte"}
    context.close()
    history = tmp_path / "Default" / "History"
    assert visit.dossier.encode() in history.read_bytes()  # an address, and not a word
    words = ("Aminata", "malienne", "cerise bateau", "lune-verte")
    marks = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le")]
    for path in tmp_path.rglob("*"):
        if path.is_file():
            with suppress(FileNotFoundError):  # the last of its processes leaves after it
                content = path.read_bytes()
                assert not [mark for mark in marks if mark in content], path
