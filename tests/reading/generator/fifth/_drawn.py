"""Who takes which capture, when, and what becomes of the file."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from .._specimen import Specimen, Truth
from . import _failing as failing
from . import _offering as offering
from . import _refusing as refusing
from . import _telling as telling
from ._desks import SINCE, Screen, desk, system
from ._phones import phone
from ._sheet import Dice, Sheet

# Each kind of page: its share, how it is drawn, the years when it existed.
Draw = Callable[..., Sheet]
Pages = tuple[tuple[float, Draw, tuple[int, int]], ...]
PAGES: Pages = (
    (16, refusing.booked, (2019, 2026)),
    (4, refusing.no_calendar, (2020, 2024)),
    (16, refusing.no_slot, (2022, 2026)),
    (7, refusing.variant, (2020, 2026)),
    (2, refusing.anct, (2024, 2026)),
    (6, refusing.box_94, (2019, 2023)),
    (7, offering.slots, (2022, 2026)),
    (5, offering.next_week, (2022, 2026)),
    (5, offering.folds, (2022, 2026)),
    (3, offering.cells, (2019, 2024)),
    (5, offering.nature, (2019, 2025)),
    (5, offering.code, (2022, 2026)),
    (5, failing.server, (2019, 2026)),
    (4, failing.upkeep, (2019, 2026)),
    (2, failing.browser, (2019, 2026)),
    (2, failing.guard, (2023, 2026)),
    (3, failing.gone, (2020, 2026)),
    (2, failing.stopped, (2021, 2026)),
    (4, telling.guide, (2021, 2026)),
    (3, telling.paper, (2019, 2026)),
    (3, telling.mail, (2019, 2026)),
    (2, telling.search, (2019, 2026)),
    (4, telling.imitation, (2022, 2026)),
    (3, telling.news, (2023, 2026)),
)
FACES = (
    "Marianne",
    "Marianne",
    "Arial,'Liberation Sans'",
    "'Open Sans'",
    "'Source Sans 3'",
    "Lato",
    "Roboto",
    "'Noto Sans'",
    "'DejaVu Sans'",
    "'Istok Web'",
    "Figtree",
)
PHONES = ("android", "android", "samsung", "firefox", "ios", "ios", "ios")


def drawn(split: str, seed: int, count: int, pages: Pages = PAGES) -> Iterator[Specimen]:
    """Specimens of this hand; a few more than `count` may be dropped when they are shot.

    Another hand may bring its own `pages` to these screens.
    """
    for at in range(count):
        dice = random.Random(f"{split}-{seed}-{at}")
        yield _one(dice, f"{split}-{seed}-{at:04d}", split, pages)


def _one(dice: Dice, name: str, split: str, pages: Pages) -> Specimen:
    draw, years = dice.choices(
        [(drawer, years) for _, drawer, years in pages], [share for share, _, _ in pages]
    )[0]
    mobile = dice.random() < 0.36
    device = dice.choice(PHONES) if mobile else system(dice)
    first, last = SINCE.get(device, (2019, 2026))
    since, until = max(first, years[0]), min(last, years[1])
    if since > until:  # a machine of another time
        device, (since, until) = "win10", years
    when = _moment(dice, since, until)
    sheet = replace(draw(dice, when, narrow=mobile), banner=_banner(dice))
    screen = phone(dice, sheet, when, device) if mobile else desk(dice, sheet, when, device)
    family = "phone" if mobile else "desktop"
    return Specimen(
        name=name,
        split=split,
        family=family,
        device=device,
        page=sheet.kind,
        truth=Truth(sheet.result, sheet.wording, host="needed" if sheet.strict_host else None),
        html=screen.html.replace("</style>", _face(dice) + "</style>", 1),
        width=screen.width,
        height=screen.height,
        scale=screen.scale,
        damage=_file(dice, screen),
    )


def _face(dice: Dice) -> str:
    """The font a page falls back on, and one time in twelve the State's dark dress."""
    night = (
        ".page>.rf,.rf .top{background:#161616;color:#cecece}.rf h1,.rf h2,.rf h3,.rf .arms,"
        ".rf .service b,.rf .step b{color:#fff}.rf .callout{background:#242424}.rf .b{background:"
        "#8585f6;color:#000091}.rf .b2,.rf span[style*='000091'],.rf "
        "b[style]{color:#8585f6!important;"
        "border-color:#8585f6!important}.rf td{color:#161616}.view:has(.rf){background:#161616}"
    )
    dress = night if dice.random() < 0.08 else ""
    return f".rf{{font-family:{dice.choice(FACES)},sans-serif}}{dress}"


def _banner(dice: Dice) -> str:
    if dice.random() > 0.07:
        return ""
    look = "display:inline-block;border:1px solid #000091;padding:5px 12px;margin:8px 8px 0 0"
    buttons = "".join(
        f'<span style="{look}">{name}</span>'
        for name in ("Tout accepter", "Tout refuser", "Personnaliser")
    )
    return (
        '<div style="position:absolute;left:0;right:0;bottom:0;background:#fff;color:#161616;'
        "border-top:1px solid #ccc;padding:14px 24px;font:14px/1.4 'Liberation Sans',sans-serif\">"
        f"Ce site utilise des cookies nécessaires à son bon fonctionnement.<br>{buttons}</div>"
    )


def _moment(dice: Dice, since: int, until: int) -> datetime:
    start = datetime(since, 1, 1, tzinfo=UTC)
    days = (until - since) * 365 + (320 if until == 2026 else 364)
    day = start + timedelta(days=dice.randint(0, days))
    at = dice.choice((0, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23))
    return day.replace(hour=at, minute=dice.randint(0, 59))


def _file(dice: Dice, screen: Screen) -> dict[str, Any]:
    """As it was taken, saved as JPEG, or sent by WhatsApp (never so small as to be illegible)."""
    draw = dice.random()
    longest = max(screen.width, screen.height)
    if draw < 0.45:
        return {}
    if draw < 0.72:
        return {"quality": dice.choice((90, 85, 80, 75, 70, 60, 50))}
    if draw < 0.86 and longest <= 1920:
        return {"longest": 1600, "quality": 70}
    if longest <= 1700:
        return {"longest": 1280, "quality": 60}
    return {"quality": 80}
