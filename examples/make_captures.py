"""Remake the example's screenshots, on a real desktop, from the practice booking site.

Usage: `uv run python examples/make_captures.py [--only PART_OF_A_NAME]`. What each picture is made
from stands in captures.yaml. See README.md for the programs needed.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from _desktop import LOOKS, Desktop
from _phone import shoot_phone
from plaise.practice import PracticeSite

HERE = Path(__file__).parent
OUT = HERE / "dossier-exemple" / "captures"
PARIS = ZoneInfo("Europe/Paris")


def main() -> None:
    """Remake all pictures, or those whose name contains a text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="part of a file name")
    only = parser.parse_args().only
    OUT.mkdir(parents=True, exist_ok=True)
    listed = yaml.safe_load((HERE / "captures.yaml").read_text("utf-8"))["captures"]
    wanted = [one for one in listed if only in one["file"]]
    with PracticeSite() as site:
        for look, group in groupby(sorted(wanted, key=_look), key=_look):
            if look == "telephone":
                _phone(site, group)
            elif look != "copie":
                _computer(site, look, group)
    for one in wanted:
        if _look(one) == "copie":
            shutil.copyfile(OUT / one["make"]["of"], OUT / one["file"])
            print(one["file"])


def _look(one: dict[str, Any]) -> str:
    return str(one["make"]["look"])


def _computer(site: PracticeSite, look: str, group: Iterable[dict[str, Any]]) -> None:
    panel = look != "sans_horloge"
    with Desktop(LOOKS[look if panel else "portable"], port=site.port) as desktop:
        for one in group:
            at = _set(site, one["make"])
            desktop.page.goto(one["make"]["address"])
            desktop.shoot(OUT / one["file"], at=at, panel=panel)
            print(one["file"])


def _phone(site: PracticeSite, group: Iterable[dict[str, Any]]) -> None:
    for one in group:
        at = _set(site, one["make"])
        shoot_phone(OUT / one["file"], address=one["make"]["address"], at=at, port=site.port)
        print(one["file"])


def _set(site: PracticeSite, make: dict[str, Any]) -> datetime:
    """Tell the site what to answer and what time it is; the page and the panel agree."""
    at = datetime.fromisoformat(make["at"])
    site.answer = make["scenario"]
    site.clock = lambda: at.replace(tzinfo=PARIS)
    site.far = date.fromisoformat(make["far"]) if "far" in make else None
    return at


if __name__ == "__main__":
    main()
