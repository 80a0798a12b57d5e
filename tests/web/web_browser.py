"""A real browser in front of a real `plaise serve`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, FilePayload, Page
from web_cases import Server

from browsing import patient_context, press
from store_cases import PASSPHRASE

DOOR = "plaise-porte"


@dataclass
class Visit:
    """A member whose example is loaded, and somebody who is not signed in.

    Attributes:
        page: the member's.
        nobody: another browser's.
        dossier: the example's identifier.
        troubles: what the console said, and requests to other servers.
        bytes: of each answer, as they travelled.
    """

    page: Page
    nobody: Page
    origin: str
    dossier: str
    data: Path
    door: str
    troubles: list[str] = field(default_factory=list)
    bytes: list[float] = field(default_factory=list)


def first_visit(browser: Browser, server: Server, brought: bytes = b"") -> Visit:
    """A newcomer walks in, notes the code, loads the example, or brings a dossier."""
    context = patient_context(browser, locale="fr-FR", service_workers="block")
    page = context.new_page()
    page.goto(server.entry)
    press(page.get_by_role("link", name="Commencer"))
    page.get_by_label("Identifiant").fill("lune-verte")
    page.get_by_label("Nouvelle phrase de passe").fill(PASSPHRASE)
    page.get_by_label("La même phrase de passe").fill(PASSPHRASE)
    press(page.get_by_role("button", name="Créer mon compte"))
    page.get_by_label("J’ai noté").check()
    press(page.get_by_role("button", name="Continuer"))
    if brought:
        _bring(page, brought)
    else:
        press(page.get_by_role("button", name="Charger l’exemple"))
    page.wait_for_url("**/dossiers/*-*/")
    dossier = urlsplit(page.url).path.split("/")[2]
    door = next(one["value"] for one in context.cookies() if one["name"] == DOOR)
    outside = patient_context(browser, locale="fr-FR", service_workers="block")
    outside.add_cookies([{"name": DOOR, "value": door, "url": server.origin}])
    visit = Visit(page, outside.new_page(), server.origin, dossier, server.data, door)
    _watch(visit, visit.page)
    _watch(visit, visit.nobody)
    return visit


def _bring(page: Page, brought: bytes) -> None:
    press(page.get_by_role("link", name="Importer un dossier"))
    file: FilePayload = {"name": "dossier.zip", "mimeType": "application/zip", "buffer": brought}
    page.get_by_label("Fichier du dossier").set_input_files(file)
    press(page.get_by_role("button", name="Importer"))


def newcomer(
    browser: Browser,
    visit: Visit,
    *,
    javascript: bool = True,
    workers: Literal["allow", "block"] = "block",
) -> Page:
    """A fresh browser that came in by the door; close its context."""
    context = patient_context(
        browser, locale="fr-FR", java_script_enabled=javascript, service_workers=workers
    )
    context.add_cookies([{"name": DOOR, "value": visit.door, "url": visit.origin}])
    return context.new_page()


def _watch(visit: Visit, page: Page) -> None:
    def request(address: str) -> None:
        if urlsplit(address).scheme not in {"data", "blob"} and not address.startswith(
            visit.origin
        ):
            visit.troubles.append(f"foreign request: {address}")

    def said(kind: str, text: str) -> None:
        # The workers are blocked so that every byte travels; Playwright itself says so.
        if kind in {"error", "warning"} and "blocked by Playwright" not in text:
            visit.troubles.append(f"{kind}: {text}")

    page.on("request", lambda asked: request(asked.url))
    page.on("console", lambda line: said(line.type, line.text))
    page.on("pageerror", lambda error: said("error", str(error)))
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    pictures: set[str] = set()  # a person's own captures weigh what they weigh

    def answered(answer: dict[str, Any]) -> None:
        if answer["response"]["url"].endswith("/image/"):
            pictures.add(answer["requestId"])

    def ended(end: dict[str, Any]) -> None:
        if end["requestId"] not in pictures:
            visit.bytes.append(end["encodedDataLength"])

    network.on("Network.responseReceived", answered)
    network.on("Network.loadingFinished", ended)
