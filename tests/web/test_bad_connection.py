"""Two hundred captures over a slow connection that drops, then dies: all are there, once each."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from cutting import BadConnection
from playwright.sync_api import Browser, Page
from web_browser import Visit, newcomer
from web_cases import PATIENCE

from browsing import press
from store_cases import PASSPHRASE

pytestmark = pytest.mark.browser

MANY = 200
LOSSES = 5  # all before the last capture has left
SOME = 400_000  # bytes: more than half of what is sent and answered


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    """All different; cut short, so that reading them takes no time here."""
    for number in range(MANY):
        content = b"\x89PNG\r\n\x1a\n" + bytes([number]) * 900
        (tmp_path / f"capture-{number:03}.png").write_bytes(content)
    return sorted(tmp_path.glob("*.png"))


@pytest.fixture
def connection(visit: Visit) -> Iterator[BadConnection]:
    port = int(visit.origin.rpartition(":")[2])
    connection = BadConnection(port, every=100_000, most=LOSSES)
    yield connection
    connection.stop()


@pytest.fixture
def page(chromium: Browser, visit: Visit, connection: BadConnection) -> Iterator[Page]:
    """A member behind the bad connection, in a new dossier, on the page of captures."""
    page = newcomer(chromium, visit)
    at = f"http://localhost:{connection.port}"
    connection.cuts = LOSSES  # the way there is good
    page.goto(f"{at}/compte/ouvrir/")
    page.locator('[name="identifier"]').fill("lune-verte")
    page.locator('[name="passphrase"]').fill(PASSPHRASE)
    press(page.locator("main .next button"))
    page.wait_for_url("**/dossiers/")
    page.goto(f"{at}/dossiers/nouveau/")
    page.locator('[name="kind"][value="exercise"]').check()
    press(page.locator("main .next button"))
    page.wait_for_url("**/dossiers/*-*/")
    page.goto(f"{page.url}captures/")
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    slow = {"latency": 5, "downloadThroughput": 400_000, "uploadThroughput": 400_000}
    network.send("Network.emulateNetworkConditions", {"offline": False, **slow})
    yield page
    page.context.close()


def test_two_hundred_captures_over_a_connection_that_drops_then_dies(
    page: Page, connection: BadConnection, pictures: list[Path]
):
    page.clock.install()
    connection.cuts = 0
    connection.die_after(SOME)
    page.locator('[name="captures"]').set_input_files(pictures)
    page.locator("main .next button").click()
    done = page.locator(".sending .done")
    done.nth(60).wait_for(state="attached")
    assert connection.dead.wait(PATIENCE)
    retry = page.locator("[data-retry]")
    for _ in range(8):  # it tries again by itself, a few times, each later
        page.clock.fast_forward("00:11")
    retry.wait_for()
    said = page.locator("[data-said]").inner_text()
    assert "Rien n’est perdu" in said
    acknowledged, waiting = done.count(), page.locator(".sending .failed").count()
    assert 60 < acknowledged < MANY
    assert acknowledged + waiting == MANY
    connection.revive()
    retry.click()
    for _ in range(LOSSES * 3):
        page.clock.fast_forward("00:11")
    page.wait_for_url("**/captures/lecture/")
    assert connection.cuts == LOSSES, "from now on the way is good, however often one looks"
    names, contents = _kept(page)
    assert len(names) == MANY, "one file each, however often it was sent"
    assert contents == {path.name: path.read_bytes() for path in pictures}


def _kept(page: Page) -> tuple[list[str], dict[str, bytes]]:
    """The captures as an export of the dossier gives them, once all are filed."""
    reading = page.url
    list_of_dossiers = re.sub(r"/dossiers/.*", "/dossiers/", page.url)
    page.goto(list_of_dossiers)
    while "à ranger" in page.locator("main").inner_text():
        page.reload()
    page.goto(re.sub(r"captures/lecture/.*", "exporter/", reading))
    page.locator('[name="kind"][value="zip"]').check()
    with page.expect_download() as exported:
        page.locator("main .next button").click()
    with zipfile.ZipFile(exported.value.path()) as archive:
        inside = "dossier/captures/"
        names = [name for name in archive.namelist() if name.startswith(inside)]
        return names, {name.removeprefix(inside): archive.read(name) for name in names}
