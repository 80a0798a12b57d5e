"""The whole journey of a newcomer in Chromium, from an empty database to a package.

On a phone and on a desktop, in French and in Arabic, by keyboard alone, without JavaScript, on
SQLite and on PostgreSQL; and the package is what `plaise prepare` makes from the same facts.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from facts_cases import EXAMPLE, day, example, screens
from playwright.sync_api import Browser, Page
from walking import KeyboardWalk, Task, Walk
from web_cases import Server

from browsing import patient_context
from databases import Cluster
from plaise.dossier import ContactKind, Dossier, Result
from plaise.drafting import Act
from plaise.store import DossierFolder
from plaise.work import kept_acts, prepare
from plaise.work.seen import seen_captures
from store_cases import PASSPHRASE

pytestmark = [pytest.mark.browser, pytest.mark.engine]

TODAY = date(2026, 11, 23)
CLOCK = """
import datetime, time_machine
time_machine.travel(datetime.datetime(2026, 11, 23, 9, 0, tzinfo=datetime.UTC)).start()
"""
PIECES = EXAMPLE / "pieces"
CAPTURES = [
    *sorted((EXAMPLE / "captures").glob("Capture d'écran 2026-10-1*.png"))[:3],
    EXAMPLE / "captures" / "Capture d'écran 2026-10-21 091625.png",  # an outage
    EXAMPLE / "captures" / "Capture d'écran 2026-10-25 221248.png",
    EXAMPLE / "captures" / "Capture d'écran 2026-11-03 121540.png",
    EXAMPLE / "captures" / "Screenshot_20261105-081203.png",  # a phone that shows no date
    EXAMPLE / "captures" / "Capture d'écran 2026-11-11 152208.png",  # a slot, to be explained
    PIECES / "preuve-de-depot.png",  # no page of a site at all
]
WHY_NOT_TAKEN = "J’ai cliqué tout de suite, et le site a répondu qu’il n’y avait plus de créneau."


@dataclass(frozen=True)
class Newcomer:
    """Who walks, and with what."""

    width: int
    language: str = "fr"
    keyboard: bool = False
    javascript: bool = True
    postgresql: bool = False


PEOPLE = {
    "phone": Newcomer(360),
    "keyboard-alone-on-a-desktop": Newcomer(1280, keyboard=True),
    "phone-in-arabic": Newcomer(360, language="ar"),
    "without-javascript-on-postgresql": Newcomer(1280, javascript=False, postgresql=True),
}


@pytest.mark.parametrize("who", PEOPLE.values(), ids=PEOPLE)
def test_from_nothing_to_the_package_that_the_command_line_makes(
    who: Newcomer, chromium: Browser, tmp_path: Path
):
    with _server(who, tmp_path / "data") as server, _page(who, chromium) as page:
        walk = (KeyboardWalk if who.keyboard else Walk)(page)
        page.goto(server.entry)
        _come_in(walk, who)
        walk.follow(_tasks(), until="/deposer/")
        package, exported = _taken(page)
    app = _unpacked(exported, tmp_path / "app")
    assert _same_facts(app.facts()) == _same_facts(example())
    reference = _from_scratch(app, tmp_path / "reference")
    prepare(reference, today=TODAY)
    assert _words(app) == _words(reference) != {}
    filed, wanted = _filed(app), _filed(reference)
    assert filed == wanted
    assert any(name.endswith(".pdf") for name in filed)
    results = Counter(one.reading.result for one in seen_captures(app).captures)
    assert results[Result.REFUSAL] >= 5
    assert {Result.OUTAGE, Result.SLOT_OFFERED} < set(results)
    assert WHY_NOT_TAKEN in str(_words(app)[Act.REQUETE])
    taken_away = {hashlib.sha256(content).hexdigest() for content in package.values()}
    assert set(filed.values()) <= taken_away


# The way


def _come_in(walk: Walk, who: Newcomer) -> None:
    """An account, the printed code, an empty dossier."""
    if who.language != "fr":
        walk.press(walk.page.locator(f'button[name="langue"][value="{who.language}"]'))
    walk.press(walk.page.locator('main a[href="/compte/creer/"]').first)
    walk.fill({"identifier": "lune-verte", "passphrase": PASSPHRASE, "again": PASSPHRASE})
    walk.go_on()
    walk.page.wait_for_url("**/compte/code/")
    walk.fill({"kept": "on"})
    walk.go_on()
    walk.page.wait_for_url("**/dossiers/")
    walk.press(walk.page.locator('main .next a[href="/dossiers/nouveau/"]'))
    walk.fill({"kind": "exercise"})
    walk.go_on()
    walk.page.wait_for_url("**/dossiers/*-*/")


def _tasks() -> dict[str, Task]:
    """What is to be done on each page; everywhere else the main button leads on."""
    facts = example()
    answers: dict[str, Task] = {
        f"/{place}": partial(_answer, typed) for place, typed in screens(facts)
    }
    return {
        **answers,
        "/demande/urgence/": partial(_urgency, facts),
        "/captures/": _send,
        "/captures/lecture/": _wait_for_reading,
        "/captures/verifier/": _accept,
        "/contacts/": partial(_contacts, facts),
        "/pieces/": partial(_titles, facts),
        "/paquet/": _make,
    }


def _answer(typed: dict[str, object], walk: Walk) -> None:
    walk.fill(typed)
    walk.go_on()


def _urgency(facts: Dossier, walk: Walk) -> None:
    for reason in facts.urgency:
        walk.press(walk.page.locator('main a[href$="/demande/urgence/ajouter/"]'))
        walk.fill({"text": reason.text, "file": PIECES / reason.pieces[0]})
        walk.go_on()
        walk.page.wait_for_url("**/demande/urgence/")
    walk.go_on()


def _send(walk: Walk) -> None:
    walk.fill({"captures": CAPTURES})
    walk.go_on()
    walk.page.wait_for_url("**/captures/lecture/")


def _wait_for_reading(walk: Walk) -> None:
    """The page asks by itself, with or without a script."""
    walk.page.locator('main [data-refresh=""]').wait_for(state="attached")
    walk.page.wait_for_load_state("load")  # it may have only begun to arrive
    walk.go_on()


def _accept(walk: Walk) -> None:
    """The slot is explained, the clear ones are accepted in one gesture."""
    walk.press(walk.page.locator("main .alarm a").first)
    walk.page.wait_for_url("**/creneau/")
    walk.fill({"text": WHY_NOT_TAKEN})
    walk.go_on()
    walk.page.wait_for_url("**/captures/verifier/")
    accept = walk.page.locator("main form:has(.sheet) button")
    if accept.count():
        walk.press(accept)
    walk.go_on()


def _contacts(facts: Dossier, walk: Walk) -> None:
    kinds = {piece.file: piece.kind.value for piece in facts.pieces}
    for contact in facts.contacts:
        assert contact.kind in set(ContactKind)
        walk.press(walk.page.locator(f'main a[href$="/contacts/ajouter/{contact.kind.value}/"]'))
        proofs = {f"file_{kinds[file]}": PIECES / file for file in contact.pieces}
        walk.fill({**day("on", contact.on), "answer": contact.answer, **proofs})
        walk.go_on()
        walk.page.wait_for_url("**/contacts/")
    walk.go_on()


def _titles(facts: Dossier, walk: Walk) -> None:
    """Each document brought so far gets its title, its kind and its date."""
    links = walk.page.locator("main .cards h3 a")
    assert links.count() == len(facts.pieces)
    for place in range(links.count()):
        walk.press(links.nth(place))
        name = walk.page.locator("main .beside .soft").inner_text().strip()
        piece = next(one for one in facts.pieces if one.file == name)
        walk.fill({"label": piece.label, "kind": piece.kind.value, **day("dated", piece.dated)})
        walk.go_on()
        walk.page.wait_for_url("**/pieces/")
    walk.press(walk.page.locator("main .ways a").last)


def _make(walk: Walk) -> None:
    walk.go_on()
    made = walk.page.locator('main .notice a[href$="/actes/"]')
    made.wait_for()
    walk.press(made)


def _taken(page: Page) -> tuple[dict[str, bytes], bytes]:
    """The package as the person takes it away, and the whole dossier as exported."""
    page.locator('main details:has(a[href$="/tout/"]) > summary').click()
    with page.expect_download() as package:
        page.locator('main a[href$="/tout/"]').click()
    with zipfile.ZipFile(package.value.path()) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    page.goto(re.sub(r"/deposer/.*", "/exporter/", page.url))
    page.locator('[name="kind"][value="zip"]').check()
    with page.expect_download() as exported:
        page.locator("main .next button").click()
    return files, Path(exported.value.path()).read_bytes()


# The two ends


@contextmanager
def _server(who: Newcomer, data: Path) -> Iterator[Server]:
    cluster = _cluster() if who.postgresql else None
    options: tuple[str, ...] = ()
    if cluster:
        with cluster.admin() as admin:
            admin.execute("CREATE DATABASE voyage TEMPLATE template0")
        options = ("--database", f"host={cluster.folder} user=plaise dbname=voyage")
    server = Server(data, *options, before=CLOCK)
    try:
        yield server
    finally:
        server.stop()
        if cluster:
            cluster.stop()


def _cluster() -> Cluster:
    """Made in a thread: Django refuses to work in the one where Playwright's loop runs."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(Cluster).result()


@contextmanager
def _page(who: Newcomer, chromium: Browser) -> Iterator[Page]:
    context = patient_context(
        chromium,
        locale="fr-FR",
        viewport={"width": who.width, "height": 740},
        is_mobile=who.width < 500,
        has_touch=who.width < 500,
        java_script_enabled=who.javascript,
    )
    yield context.new_page()
    context.close()


def _unpacked(exported: bytes, folder: Path) -> DossierFolder:
    with zipfile.ZipFile(io.BytesIO(exported)) as archive:
        archive.extractall(folder)
    return DossierFolder(folder / "dossier")


def _from_scratch(app: DossierFolder, folder: Path) -> DossierFolder:
    """A folder as someone at a terminal has it: the facts, the originals, and nothing else."""
    for shelf, files in (("captures", CAPTURES), ("pieces", sorted(PIECES.iterdir()))):
        (folder / shelf).mkdir(parents=True)
        for file in files:
            shutil.copyfile(file, folder / shelf / file.name)
    shutil.copyfile(app.path / "dossier.toml", folder / "dossier.toml")
    return DossierFolder(folder)


def _same_facts(facts: Dossier) -> dict[str, object]:
    """The facts, without what each dossier has of its own."""
    own = {"id", "acts_on", "explanations", "pieces"}
    told = {name: value for name, value in facts.model_dump(mode="json").items() if name not in own}
    return told | {"pieces": sorted(str(one) for one in facts.pieces)}


def _words(folder: DossierFolder) -> dict[Act, object]:
    return {kept.act: kept.document for kept in kept_acts(folder, folder.journal())}


def _filed(folder: DossierFolder) -> dict[str, str]:
    """What goes to the court: the hash of each file, by its place in the package."""
    number = folder.package_numbers()[-1]
    return {
        file.path: hashlib.sha256(folder.read_package(number, file.path)).hexdigest()
        for file in folder.package_files(number)
        if file.path.startswith("3-") and file.path.endswith(".pdf")
    }
