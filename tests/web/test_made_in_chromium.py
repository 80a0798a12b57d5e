"""What is made from a dossier, in a real browser: looked at, taken away, edited, taken back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from made_cases import made_example, zipped
from page_list import MADE, Page
from playwright.sync_api import Browser, expect
from test_acts_pages import edited
from test_in_chromium import look_at
from web_browser import Visit, first_visit
from web_cases import Server

from browsing import press

pytestmark = pytest.mark.browser

_CAPTURE = re.compile(r"/captures/([0-9a-z]{30,})/")
CHANNELS = ("papier", "avocat", "courriel", "telerecours")


@pytest.fixture(scope="module")
def made(chromium: Browser, server: Server, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """A member who brought the example, read and made, and may file by the Internet."""
    folder = made_example(tmp_path_factory.mktemp("made") / "dossier")
    visit = first_visit(chromium, server, zipped(folder))
    page = visit.page
    page.goto(at(visit, "deposer/compte/"))
    page.locator("main [type=checkbox]").check()
    press(page.locator("main .next button"))
    page.wait_for_url("**/deposer/**")
    return visit


@pytest.fixture(scope="module")
def tags(made: Visit) -> dict[str, str]:
    """How the addresses name a refusal and a slot."""
    made.page.goto(at(made, "captures/verifier/"))
    cards = made.page.locator("main .sheet > li")
    named = {}
    for name, words in (("refusal", "Refus"), ("slot", "créneau est proposé")):
        link = cards.filter(has_text=words).first.locator("a").first.get_attribute("href")
        found = _CAPTURE.search(link or "")
        assert found
        named[name] = found[1]
    return named


@pytest.fixture
def wide(made: Visit) -> Iterator[Visit]:
    """The member on a wide screen, in French."""
    made.page.context.add_cookies([{"name": "langue", "value": "fr", "url": made.origin}])
    made.page.set_viewport_size({"width": 1280, "height": 800})
    yield made


def test_no_date_of_the_inventory_is_cut_in_two(wide: Visit):
    wide.page.goto(at(wide, "actes/inventaire/"))
    dates = wide.page.locator(".act td.figures", has_text=re.compile(r"\d\d/\d\d/\d{4}"))
    expect(dates.first).to_be_visible()
    assert set(dates.evaluate_all(LINES)) == {1}


LINES = """
(cells) => cells.map((cell) => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return range.getClientRects().length;
})
"""


def at(visit: Visit, place: str) -> str:
    return f"{visit.origin}/dossiers/{visit.dossier}/{place}"


def prepared(visit: Visit, channel: str) -> None:
    """The files of one way out, made again when another way took their place."""
    visit.page.goto(at(visit, f"deposer/par/{channel}/"))
    files = visit.page.locator("main a[href$='/fichiers/']")
    if not files.count():
        visit.page.locator("main .next button").click()
        files.wait_for()


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("shown", MADE, ids=lambda page: page.address)
def test_a_page_with_something_to_show_is_accessible_narrow_light_and_alone(
    made: Visit, tags: dict[str, str], shown: Page, language: str
):
    address = shown.address
    for name, tag in tags.items():
        address = address.replace(f"{{{name}}}", tag)
    if "/par/" in address:
        prepared(made, address.rstrip("/").rpartition("/")[2])
    look_at(made, replace(shown, address=address), language)


def test_each_way_out_gives_its_files(wide: Visit):
    page = wide.page
    for channel in CHANNELS:
        prepared(wide, channel)
        with page.expect_download() as taken:
            page.get_by_role("link", name="Télécharger les fichiers").click()
        with zipfile.ZipFile(taken.value.path()) as archive:
            assert archive.namelist()
            assert archive.testzip() is None


def test_an_act_is_read_edited_in_word_and_taken_into_a_new_package(wide: Visit, tmp_path: Path):
    page = wide.page
    page.goto(at(wide, "actes/lettre/"))
    with page.expect_download() as read:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert Path(read.value.path()).read_bytes().startswith(b"%PDF")
    with page.expect_download() as word:
        page.get_by_role("link", name="DOCX", exact=True).click()
    mine = tmp_path / "ma lettre.docx"
    before = Path(word.value.path()).read_bytes()
    mine.write_bytes(edited(before, "Exempleville", "Exempleville-sur-Mer"))
    page.get_by_text("Modifier ce texte dans Word").click()
    page.locator("main [type=file]").set_input_files(mine)
    press(page.get_by_role("button", name="Reprendre mon texte"))
    page.get_by_text("C’est votre texte, modifié dans Word").wait_for()
    assert "Exempleville-sur-Mer" in page.locator("article.act").inner_text()
    press(page.get_by_role("link", name="Refaire le paquet avec mon texte"))
    page.locator("main .next button").click()
    page.get_by_text("La version 2 est faite.").wait_for()
    page.goto(at(wide, "deposer/"))
    page.get_by_text("Les fichiers, un par un").click()
    with page.expect_download() as package:
        page.get_by_role("link", name="Tout télécharger").click()
    with zipfile.ZipFile(package.value.path()) as archive:
        name = next(one for one in archive.namelist() if one.endswith("au_prefet.docx"))
        with zipfile.ZipFile(io.BytesIO(archive.read(name))) as filed:
            assert "Exempleville-sur-Mer" in filed.read("word/document.xml").decode()
