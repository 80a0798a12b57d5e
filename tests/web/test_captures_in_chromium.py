"""Sending captures over a bad connection, and masking by hand, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from captures_cases import drawn
from playwright.sync_api import Browser, Page, expect
from test_in_chromium import RULES
from web_browser import Visit, newcomer

from browsing import press
from store_cases import PASSPHRASE

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossier-exemple" / "captures"
REAL = sorted(EXAMPLE.glob("*.png"))[0]
SENT = "**/captures/un-fichier/"


@pytest.fixture
def page(chromium: Browser, visit: Visit) -> Iterator[Page]:
    """A member in front of the captures page of an empty dossier; its clock obeys."""
    page = newcomer(chromium, visit)
    page.goto(f"{visit.origin}/compte/ouvrir/")
    page.get_by_label("Identifiant").fill("lune-verte")
    page.get_by_label("Phrase de passe").fill(PASSPHRASE)
    press(page.get_by_role("button", name="Ouvrir"))
    page.wait_for_url("**/dossiers/")
    page.goto(f"{visit.origin}/dossiers/nouveau/")
    page.get_by_label("exercice").first.check()
    press(page.get_by_role("button", name="Créer le dossier"))
    page.wait_for_url("**/dossiers/*-*/**")
    address = page.url.split("/dossiers/")[1].split("/")[0]
    page.clock.install()
    page.goto(f"{visit.origin}/dossiers/{address}/captures/")
    yield page
    page.context.close()


def pictures(*names: str) -> list[dict[str, object]]:
    return [
        {"name": name, "mimeType": "image/png", "buffer": drawn(number, size=(900, 500))}
        for number, name in enumerate(names)
    ]


def accessible(page: Page) -> None:
    """The page as it stands, in French and in Arabic, narrow and wide."""
    for language in ("ar", "fr"):
        page.context.add_cookies([{"name": "langue", "value": language, "url": page.url}])
        page.reload()
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 720})
            found = Axe().run(page, options={"runOnly": RULES})
            assert found.violations_count == 0, found.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width


def send(page: Page, *names: str) -> None:
    page.get_by_label("Mes captures").set_input_files(pictures(*names))  # type: ignore[arg-type]
    page.get_by_role("button", name="Envoyer", exact=True).click()


def test_a_cut_connection_loses_nothing_and_says_what_is_left(page: Page):
    cut = {"b.png": True}

    def answer(route: object) -> None:
        body = route.request.post_data_buffer or b""  # type: ignore[attr-defined]
        if cut["b.png"] and b"b.png" in body:
            route.abort("connectionreset")  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    page.route(SENT, answer)
    send(page, "a.png", "b.png", "c.png")
    expect(page.locator(".sending .done")).to_have_count(1)
    for _ in range(4):
        expect(page.get_by_role("status").last).to_contain_text("Rien n’est perdu")
        page.clock.fast_forward("00:11")
    again = page.get_by_role("button", name="Renvoyer")
    for _ in range(10):
        page.clock.fast_forward("00:11")
        if again.is_visible():
            break
    expect(again).to_be_visible()
    expect(page.locator(".sending .failed").first).to_contain_text("b.png")
    cut["b.png"] = False
    again.click()
    page.wait_for_url("**/captures/lecture/")
    expect(page.locator("[data-total]")).to_have_text("3")


def test_a_file_that_is_refused_is_said_and_the_others_go(page: Page):
    page.route(SENT, lambda route: route.fulfill(status=413))
    send(page, "trop-lourd.png")
    expect(page.locator(".sending .refused")).to_contain_text("trop-lourd.png")
    expect(page.get_by_role("button", name="Envoyer", exact=True)).to_be_enabled()


def test_a_dossier_locked_meanwhile_keeps_the_files_on_the_page(page: Page):
    page.route(SENT, lambda route: route.fulfill(status=423))
    send(page, "a.png")
    expect(page.get_by_role("status").last).to_contain_text("verrouillé")
    page.unroute(SENT)
    page.get_by_role("button", name="Renvoyer").click()
    page.wait_for_url("**/captures/lecture/")


@pytest.mark.parametrize("gesture", ["paste", "drop"])
def test_pictures_are_pasted_and_dropped(page: Page, gesture: str):
    page.evaluate(
        """([gesture, bytes]) => {
        const held = new DataTransfer();
        held.items.add(new File([new Uint8Array(bytes)], "image.png", { type: "image/png" }));
        const named = gesture === "paste" ? { clipboardData: held } : { dataTransfer: held };
        const Kind = gesture === "paste" ? ClipboardEvent : DragEvent;
        window.dispatchEvent(new Kind(gesture, { ...named, bubbles: true, cancelable: true }));
        }""",
        [gesture, [*drawn(8)]],
    )
    page.wait_for_url("**/captures/lecture/")
    expect(page.locator("[data-total]")).to_have_text("1")


@pytest.mark.engine
def test_rectangles_are_drawn_with_the_mouse_and_the_keyboard(page: Page):
    page.get_by_label("Mes captures").set_input_files(REAL)
    page.get_by_role("button", name="Envoyer", exact=True).click()
    page.wait_for_url("**/captures/lecture/")
    page.clock.resume()
    expect(page.get_by_text("Tout est lu.")).to_be_visible()
    page.goto(page.url.replace("lecture/", "verifier/"))
    press(page.locator(".sheet a").first)
    accessible(page)
    one = page.url
    page.goto(f"{one}creneau/")
    accessible(page)
    page.goto(f"{one}masquer/?lignes=1")
    expect(page.locator(".zones input").first).to_be_visible()
    accessible(page)
    page.goto(f"{one}masquer/")
    picture = page.locator(".canvas svg")
    around = picture.bounding_box()
    assert around is not None
    picture.scroll_into_view_if_needed()
    page.mouse.move(around["x"] + 20, around["y"] + 20)
    page.mouse.down()
    page.mouse.move(around["x"] + 120, around["y"] + 80, steps=4)
    page.mouse.up()
    page.get_by_role("button", name="Ajouter un rectangle").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowDown")
    expect(page.locator(".rectangles li")).to_have_count(2)
    page.keyboard.press("Delete")
    expect(page.locator(".rectangles li")).to_have_count(1)
    page.get_by_label("Pourquoi").fill("message privé")
    press(page.get_by_role("button", name="Voir la copie masquée"))
    copy = page.get_by_alt_text("La copie, avec des rectangles noirs")
    assert copy.evaluate("image => image.decode().then(() => image.naturalWidth > 900)")
    press(page.get_by_role("button", name="Garder cette copie masquée"))
    expect(page.get_by_text("masquée en partie")).to_be_visible()
