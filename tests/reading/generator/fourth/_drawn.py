"""Whole pictures, drawn at random: a page, what lies over it, a window, a desktop or a "
"telephone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, time
from html import escape

from .._specimen import Specimen, Truth
from ._booking import OTHERS, REFUSALS
from ._browsers import BROWSERS, window
from ._failing import FAILURES
from ._icons import icon
from ._phones import hand
from ._scene import Page, pick
from ._style import STYLE
from ._systems import SANS, SYSTEMS
from ._talking import TALK, translated

_SCREENS = (
    (6, (1366, 768, 1.0)), (8, (1920, 1080, 1.0)), (5, (1536, 864, 1.25)), (3, (1280, 720, 1.5)),
    (2, (1600, 900, 1.0)), (2, (1440, 900, 1.0)), (1, (1680, 1050, 1.0)), (2, (1280, 800, 1.0)),
    (1, (2560, 1440, 1.0)), (1, (1707, 960, 1.5)),
)  # fmt: skip
_MACS = ((3, (1440, 900, 2.0)), (2, (1440, 900, 1.0)), (2, (1512, 945, 2.0)),
         (1, (1920, 1080, 1.0)), (1, (1280, 800, 2.0)))  # fmt: skip
_HANDS = ((4, (360, 780, 3.0)), (3, (412, 892, 2.625)), (2, (360, 640, 2.0)), (4, (390, 844, 3.0)),
          (2, (375, 667, 2.0)), (1, (430, 932, 3.0)), (2, (384, 832, 2.8125)))  # fmt: skip
_TABLETS = ((2, (820, 1180, 2.0)), (1, (1080, 810, 2.0)), (1, (800, 1280, 1.5)))


def drawn(split: str, seed: int, count: int) -> Iterator[Specimen]:
    """Decide what pictures show; the same seed gives the same ones."""
    for number in range(count):
        rng = random.Random(f"{split}-{seed}-{number}")
        day = date(rng.randint(2021, 2026), rng.randint(1, 12), rng.randint(1, 28))
        at = datetime.combine(day, time(rng.randint(0, 23), rng.randint(0, 59), rng.randint(0, 59)))
        page = _page(rng, at)
        name = f"{split}-{seed}-{number:04d}"
        upright = page.kind != "word" and rng.random() < 0.36
        one = (_hand if upright else _desk)(rng, page, at, name, split)
        one.damage = _saved(rng, one)
        yield one


def _page(rng: random.Random, at: datetime) -> Page:
    group = pick(rng, (46, REFUSALS), (19, OTHERS), (17, FAILURES), (16, TALK),
                 (2, ((1.0, translated),)))  # fmt: skip
    return pick(rng, *group)(rng, at.date())


def _saved(rng: random.Random, one: Specimen) -> dict[str, int]:
    roll = rng.random()
    if roll < 0.55:
        return {}
    if roll < 0.85:
        return {"quality": rng.randint(60, 95)}
    if roll < 0.91:
        return {"webp": rng.randint(70, 95)}
    longest = max(one.width, one.height) * one.scale  # as messengers reduce, when it stays legible
    if one.family == "phone":
        return {"longest": 1600, "quality": rng.randint(70, 85)}
    return {"quality": 80, **({"longest": 1600} if longest <= 1920 else {})}


def _over(rng: random.Random, page: Page) -> str:
    """What sites and systems lay over a page, away from its words."""
    if page.bare or "alert" in page.kind:
        return ""
    roll = rng.random()
    if roll < 0.07:
        return ("<div class=cookie>Ce site utilise des cookies pour mesurer son audience. <button>"
                "Tout refuser</button> <button class=main>Tout "
                "accepter</button></div>")  # fmt: skip
    if roll < 0.13:
        return f"<div class=bubble>{icon('user', 22)}</div>"
    if roll < 0.16:
        return "<div class=bubble style='border-radius:14px;width:auto'>Besoin d’aide ?</div>"
    if roll < 0.19:
        return "<div class=access>A+<br>A−<br>◐</div>"
    return ""


def _toast(rng: random.Random, name: str) -> str:
    if name not in {"win10", "win11"} or rng.random() > 0.03:
        return ""
    return ("<div class=toast><b>Outil Capture d’écran</b><br>Capture d’écran copiée dans le "
            "Presse-papiers<br><span style='opacity:.7'>Enregistrée "
            "automatiquement</span></div>")  # fmt: skip


def _desk(rng: random.Random, page: Page, at: datetime, name: str, split: str) -> Specimen:
    system = pick(rng, *((weight, one) for one, (weight, _) in SYSTEMS.items()))
    width, height, scale = pick(rng, *(_MACS if system == "macos" else _SCREENS))
    desk = SYSTEMS[system][1](rng, at)
    zoom = pick(rng, (10, 100), (2, 110), (2, 125), (1, 150), (1, 90), (1, 80), (1, 67))
    view = (f"<div class=view><div class=zoom style='zoom:{zoom / 100}'>{page.body}</div>"
            f"{_over(rng, page)}</div>")  # fmt: skip
    dark = rng.random() < 0.22
    if page.kind == "word":
        win, whole = _word(rng, page), None
        host = None
    else:
        browser = pick(rng, *BROWSERS.get(system, BROWSERS[""]))
        win, whole = window(rng, browser, page, view, mac=system == "macos", zoom=zoom, dark=dark)
        host = page.known
    clock = desk.clock
    if rng.random() < 0.05:  # the window alone, as one selects it
        clock, desk = type(clock)(), type(desk)("", "top", clock)
    elif rng.random() < 0.08:  # a window smaller than its desktop
        win = f"<div class=room>{win}</div>"
    parts = desk.bar + win if desk.edge == "top" else win + desk.bar
    body = f"<div class=desk>{parts}{desk.under}{_toast(rng, system)}</div>"
    truth = Truth(page.result, None, host, whole, clock.date, clock.partial, clock.time)
    return Specimen(name, split, "desktop", system, page.kind, truth,
                    _html(rng.choice(SANS[system]), body), width, height, scale)  # fmt: skip


def _hand(rng: random.Random, page: Page, at: datetime, name: str, split: str) -> Specimen:
    tablet = rng.random() < 0.12
    width, height, scale = pick(rng, *(_TABLETS if tablet else _HANDS))
    zoom = pick(rng, (6, 1.0), (1, 1.15), (1, 0.85))
    inner = f"<div class=zoom style='zoom:{zoom}'>{page.body}</div>{_over(rng, page)}"
    view = f"<div class=view>{inner}</div>"
    drawn_ = hand(rng, page, view, at, tablet=tablet)
    clock = drawn_.clock
    truth = Truth(
        page.result, None, page.known, drawn_.whole, clock.date, clock.partial, clock.time
    )
    return Specimen(
        name,
        split,
        "phone",
        "tablet" if tablet else "phone",
        page.kind,
        truth,
        _html(drawn_.font, drawn_.html, narrow=not tablet),
        width,
        height,
        scale,
    )


def _word(rng: random.Random, page: Page) -> str:
    tabs = "".join(
        f"<span>{one}</span>"
        for one in (
            "Fichier",
            "Accueil",
            "Insertion",
            "Mise en page",
            "Références",
            "Publipostage",
            "Révision",
        )
    )
    return (f"<div class=win><div class=row style='background:#2b579a;color:#fff;padding:7px 12px;"
            f"justify-content:center;font-size:13px'>{escape(page.title)}</div><div class=row "
            f"style='background:#f3f2f1;padding:6px 12px;gap:18px;font-size:13px'>{tabs}</div>"
            f"<div class=view style='background:#d8d8d8'><div class=sheet>{page.body}</div></div>"
            f"<div class=row style='background:#f3f2f1;font-size:12px;padding:3px 12px;gap:18px'>"
            f"Page 1 sur 1<span>{rng.randint(60, 300)} mots</span><span>Français (France)</span>"
            "</div></div>")  # fmt: skip


def _html(font: str, body: str, *, narrow: bool = False) -> str:
    return (f"<!doctype html><html lang=fr><meta charset=utf-8><style>{STYLE}</style><body "
            f"class='{'narrow' if narrow else ''}' style=\"font-family:'{font}','Noto Sans "
            f"Arabic'\""
            f">{body}</body></html>")  # fmt: skip
