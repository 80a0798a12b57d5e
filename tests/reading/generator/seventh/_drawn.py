"""The pages of the YAML files, as the fifth hand draws pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from .._specimen import Specimen
from ..fifth import drawn as on_screens
from ..fifth._sheet import Address, Dice, Sheet
from ._around import surrounded
from ._markup import Filler, inline, marked_up
from ._skins import SKINS, STYLE, Site

DRESSED = ("pref", "rdv", "ea")
# What is said below the fold is what a person scrolls down to.
_SCROLL = """<script>addEventListener('load',()=>{const s=document.querySelector('.scroll'),
w=[...document.querySelectorAll('.page .W')];if(!s||!w.length)return;
const v=s.getBoundingClientRect(),low=Math.max(...w.map(o=>o.getBoundingClientRect().bottom));
if(low+ROOM>v.bottom)s.scrollTop=low+ROOM-v.bottom})</script>"""


@dataclass(frozen=True)
class Template:
    """One page of a YAML file."""

    kind: str
    result: str
    at: str  # address, with variables
    text: str  # in the signs of `_markup`
    skin: str = "pref"
    title: str = "Préfecture"
    wording: str | None = None
    share: float = 1
    years: tuple[int, int] = (2019, 2026)
    alert: str = ""
    strict: bool = False  # meaningless unless its host is read
    bare: bool = False  # without notes around it
    bar: str = ""  # of the browser, between the address and the page
    brand: str = ""
    look: dict[str, Any] = field(default_factory=dict)


def _templates() -> Iterator[Template]:
    for file in sorted(Path(__file__).parent.glob("*.yaml")):
        held = yaml.safe_load(file.read_text("utf-8"))
        for kind, told in held.items():
            years = tuple(told.pop("years", (2019, 2026)))
            yield Template(kind=kind, years=years, **told)


def _sheet(one: Template, dice: Dice, when: datetime, *, narrow: bool) -> Sheet:
    fill = Filler(dice, when)
    look = {key: fill(value) if isinstance(value, str) else value
            for key, value in one.look.items()}  # fmt: skip
    site = Site(fill(one.title), fill.county, fill(one.brand), look, when, narrow)
    text = surrounded(dice, one.text) if one.skin in DRESSED and not one.bare else one.text
    inner = marked_up(dice, fill(text), when, narrow=narrow)
    above = f'<div class="s-strip">{fill(one.bar)}</div>' if one.bar else ""
    body = above + SKINS[one.skin](dice, site, inner)
    script = _SCROLL.replace("ROOM", str(dice.randint(12, 120)))
    return Sheet(
        kind=one.kind,
        result=one.result,
        wording=one.wording,
        title=site.title,
        address=_address(fill(one.at)),
        body=f"<style>{STYLE}</style>{body}{script}",
        alert=inline(fill(one.alert)),
        strict_host=one.strict,
    )


def _address(told: str) -> Address:
    plain = unicodedata.normalize("NFKD", told).encode("ascii", "ignore").decode()
    scheme, _, rest = plain.replace(" ", "-").rpartition("://")
    host, _, path = rest.partition("/")
    host = host.lower()
    bare = host.removeprefix("www.")
    return Address(bare, f"/{path}", www=bare != host, scheme=scheme or "https")


def drawn(split: str, seed: int, count: int) -> Iterator[Specimen]:
    """Specimens of this hand; a few more than `count` may be dropped when they are shot."""
    shares = {"refusal": 0.0, "": 0.0}
    every = list(_templates())
    for one in every:
        shares["refusal" if one.result == "refusal" else ""] += one.share
    # Two refusals for three other pages, however many there are of each.
    pages = tuple(
        (
            one.share * (0.4 / shares["refusal"] if one.result == "refusal" else 0.6 / shares[""]),
            partial(_sheet, one),
            one.years,
        )
        for one in every
    )
    return on_screens(split, seed, count, pages)
