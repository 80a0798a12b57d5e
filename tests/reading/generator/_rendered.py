"""Specimens shown in Chromium, one after the other, and what is written of each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from browsing import real_browser

from ._specimen import Specimen


def rendered(specimens: Iterator[Specimen]) -> Iterator[tuple[Specimen, Page]]:
    """Each specimen with its page, drawn at its size and scale."""
    with real_browser("--disable-gpu") as browser:
        for one in specimens:
            context = browser.new_context(
                viewport={"width": one.width, "height": one.height}, device_scale_factor=one.scale
            )
            page = context.new_page()
            page.set_content(one.html)
            yield one, page
            context.close()


def keep(one: Specimen, data: bytes, ending: str, out: Path) -> None:
    """Write a picture, and its label at the end of `labels.jsonl`."""
    file = f"{one.name}.{ending}"
    (out / file).write_bytes(data)
    with (out / "labels.jsonl").open("a", encoding="utf-8") as labels:
        labels.write(json.dumps({**one.label(), "file": file}, ensure_ascii=False) + "\n")
