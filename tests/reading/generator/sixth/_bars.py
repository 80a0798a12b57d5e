"""What browsers show of an address on telephones."""

from __future__ import annotations

from ..fifth._sheet import Dice, Sheet
from ._glyphs import glyph


def chrome(dice: Dice, sheet: Sheet, ink: str, ground: str, field: str) -> str:
    text = (sheet.address.alone(www=dice.random() < 0.3) if dice.random() < 0.25
            else sheet.address.drawn(scheme=False, www=dice.random() < 0.3))  # fmt: skip
    long = len(sheet.address.host) > 22
    home = glyph("home", 20) if dice.random() < (0.2 if long else 0.5) else ""
    plus = glyph("plus", 20) if not long and dice.random() < 0.5 else ""
    return (
        f'<div class=pbar6 style="background:{ground};color:{ink}">{home}'
        f'<span class=field6 style="background:{field};border-radius:20px;height:40px">'
        f'{glyph(dice.choice(("lock", "tune")), 15)}<span class="url tail">{text}</span></span>'
        f"{plus}<span class=count6>{dice.randint(1, 24)}</span>"
        f"{glyph('dots', 20)}</div>"
    )


def within_app(dice: Dice, sheet: Sheet, ink: str, ground: str) -> str:
    """The page opened from a message: a title, and the host below it."""
    return (
        f'<div class=pbar6 style="background:{ground};color:{ink}">{glyph("close", 20)}<span class='
        "two6>"
        f"{sheet.title}<br><span class=url style='font-size:12.5px'>{sheet.address.alone()}</span>"
        f"</span>{glyph('share', 20)}{glyph('dots', 20)}</div>"
    )


def firefox(dice: Dice, sheet: Sheet, ink: str, ground: str, field: str) -> str:
    text = sheet.address.drawn(scheme=dice.random() < 0.4, www=True)
    return (
        f'<div class=pbar6 style="background:{ground};color:{ink}"><span class=field6 style="'
        f'background:{field};border-radius:9px;height:40px">{glyph("shield", 15)}'
        f'{glyph("lock", 14)}<span class="url tail">{text}</span></span><span '
        f"class=count6>{dice.randint(1, 9)}</span>"
        f"{glyph('dots', 20)}</div>"
    )


def samsung_bar(dice: Dice, sheet: Sheet, ink: str, ground: str, field: str) -> tuple[str, str]:
    bar = (
        f'<div class=pbar6 style="background:{ground};color:{ink}"><span class=field6 style="'
        f'background:{field};border-radius:18px;height:38px;justify-content:center">'
        f'{glyph("lock", 13)}<span class=url style="flex:0 1 auto">'
        f"{sheet.address.alone(www=dice.random() < 0.4)}</span>{glyph('turn', 15)}</span></div>"
    )
    tools = (
        f'<div class=pbar6 style="background:{ground};color:{ink};justify-content:space-around">'
        + "".join(glyph(name, 20) for name in ("back", "next", "home", "star", "tabs", "lines"))
        + "</div>"
    )
    return (bar, tools) if dice.random() < 0.7 else ("", bar + tools)


def title(sheet: Sheet, ground: str, ink: str) -> str:
    return (
        f'<div class=pbar6 style="background:{ground};color:{ink}">{glyph("back", 20)}<i '
        f'style="width:'
        f'34px;height:34px;border-radius:50%;background:#9ab"></i><b>{sheet.title}</b></div>'
    )


def floating(sheet: Sheet, style: str, field: str) -> str:
    disc = (
        f'<span style="background:{field};border-radius:22px;padding:11px;display:flex">{{}}</span>'
    )
    return (
        f'<div class=pbar6 style="{style}">{disc.format(glyph("back", 20))}<span class=field6 '
        f'style="background:{field};border-radius:22px;height:44px;justify-content:center">'
        f'<span class=url style="flex:0 1 auto">{sheet.address.alone()}</span>'
        f"{glyph('turn', 15)}</span>{disc.format(glyph('dots', 20))}</div>"
    )
