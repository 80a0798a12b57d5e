"""What every telephone shares: the page, its box of words, the stamp on the picture."""

from __future__ import annotations

from datetime import datetime

from ._frame import document
from ._sheet import Dice, Sheet, day_words, hour, whole_day

FIT = """
.phone .old{font-size:15px}.phone .rf .top{padding:12px 16px;gap:12px}
.phone .rf .main{padding:14px 16px 30px}.phone .rf h1{font-size:24px}.phone .rf h2{font-size:21px}
.phone .txt h1{font-size:26px}.phone .rf .service b{font-size:16px}.phone .rf .service{flex:1}
.phone .rf .crumbs{display:none}.phone .old nav{font-size:12px}.phone .old .head b{font-size:17px}
"""


def assembled(dice: Dice, when: datetime, colours: tuple[str, ...], parts: str) -> str:
    """The document of a screen: its parts one under the other, and perhaps a stamp."""
    back, field, ink, dim = colours
    look = f"--tool:{back};--field:{field};--ink:{ink};--dim:{dim}"
    column = f'<div style="{look};display:flex;flex-direction:column;height:100%">{parts}</div>'
    return document(column + stamp(dice, when), FIT)


def stamp(dice: Dice, when: datetime) -> str:
    """What a time-stamp application writes on the picture."""
    if dice.random() > 0.12:
        return ""
    second = f"{dice.randint(0, 59):02d}"
    forms = (
        f"{whole_day(when)} {hour(when)}:{second}",
        f"{whole_day(when)} {hour(when)}",
        f"{whole_day(when, f'{day_words(when)} {when.year}')} {hour(when)}",
        f"{whole_day(when, f'{when:%Y-%m-%d}')} {hour(when)}:{second}",
    )
    colour, back = dice.choice((("#ffd400", "#000a"), ("#fff", "#000c"), ("#ff9d2e", "#0009")))
    place = dice.choice(
        ("bottom:150px;right:8px", "bottom:150px;left:8px", "bottom:170px;left:8px")
    )
    return (
        f'<div style="position:absolute;{place};background:{back};color:{colour};padding:4px 8px;'
        f'font:500 {dice.choice((14, 16, 18))}px Roboto,sans-serif">{dice.choice(forms)}</div>'
    )


def page(sheet: Sheet, zoom: float) -> str:
    box = ""
    if sheet.alert:
        box = (
            '<div class="shade"></div><div class="box" style="top:30%;background:#fff;'
            "color:#202124;font-family:Roboto,Inter,sans-serif;"
            f'width:84%;font-size:15px"><b>{sheet.address.drawn_host()} indique</b><p>'
            f"{sheet.alert}</p>"
            '<span class="ok" style="background:none;color:#1a73e8">OK</span></div>'
        )
    return (
        f'<div class="view thin"><div class="scroll"><div class="page phone" style="zoom:{zoom}">'
        f"{sheet.body}</div></div>{sheet.banner}{box}</div>"
    )
