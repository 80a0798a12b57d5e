"""A real Chromium, driven with patience: what a test asserts is waited for, however slow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
PATIENCE = 300_000  # milliseconds; a sound test never waits for as long, a loaded machine may

expect.set_options(timeout=PATIENCE)


@contextmanager
def real_browser(*arguments: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            chromium_sandbox=False,
            args=["--no-proxy-server", *arguments],  # nothing leaves this machine
            timeout=PATIENCE,
        )
        yield browser
        browser.close()


def patient_context(browser: Browser, **options: Any) -> BrowserContext:
    """Somebody's browser, with nothing in it yet."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    return context


def press(what: Locator) -> None:
    """A link or a button that leads to another page: it is there, whole, when this returns.

    A click alone returns when the next page begins to arrive.
    """
    with what.page.expect_navigation():
        what.click()
