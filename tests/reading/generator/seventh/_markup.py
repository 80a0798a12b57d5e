"""The signs in which pages are written, and the words that change from one drawing to the next.

Words: `{a|b}` one of them, `{=a|b}` the same one in every list as
long as this one, `$dept`, `$long+3` (a day three days later)…
Lines: `#` headings, `-` items, `>` callouts, `!!` `~~` `ii` alerts, `=>` buttons, `( )` `[ ]`
choices, `__` fields, `+` folded questions, `<<` `>>` bubbles, `|` rows, `--` small print,
`%block` drawings, `%box` … `%end` containers. `[[words]]` make the page what it is.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from ..fifth._sheet import MONTHS, SHORT_MONTHS, Dice, long_day, said
from ..fifth._sites import REASONS, county
from ._blocks import BLOCKS

_CITIES = ("Évry", "Créteil", "Bobigny", "Nanterre", "Lille", "Rouen", "Toulouse", "Grenoble",
           "Strasbourg", "Nantes", "Melun", "Cergy", "Montpellier", "Lyon")  # fmt: skip
_NAMES = ("Aminata", "Karim", "Mariam", "Ibrahim", "Sofia", "Jean-Paul", "Nadia", "Oumar",
          "Thi Lan", "Rosa", "Fatou", "Bilal", "Irina", "Claire")  # fmt: skip
_SURNAMES = ("Diallo", "Benali", "Traoré", "Nguyen", "Costa", "Kaboré", "Haddad", "Lopes",
             "Petrov", "Martin", "Sylla", "Da Silva")  # fmt: skip
_LISTS = {"city": _CITIES, "name": _NAMES, "surname": _SURNAMES, "reason": REASONS}


class Filler:
    """Fills the words of one page: the same name stands for the same value all over it."""

    def __init__(self, dice: Dice, when: datetime) -> None:
        self.dice, self.when = dice, when
        label, self.county = county(dice)
        self.known = {"label": label, "dept": self.county}
        self.curly = dice.random() < 0.5
        self.linked: dict[int, int] = {}  # number of choices: the one made

    def __call__(self, text: str) -> str:
        """The text with its choices made and its words filled in."""
        while (made := re.sub(r"\{([^{}]*)\}", self._one, text)) != text:
            text = made
        text = re.sub(r"\$([a-z]+(?:[+-]\d+)?)", lambda found: self._word(found[1]), text)
        return text.replace("'", "’") if self.curly else text

    def _one(self, found: re.Match[str]) -> str:
        choices: list[str] = found[1].removeprefix("=").split("|")
        if not found[1].startswith("="):
            return self.dice.choice(choices)
        return choices[self.linked.setdefault(len(choices), self.dice.randrange(len(choices)))]

    def _word(self, key: str) -> str:
        if key not in self.known:
            self.known[key] = self._drawn(key)
        return self.known[key]

    def _drawn(self, key: str) -> str:
        dice = self.dice
        name, shift = re.split(r"(?=[+-]|$)", key, maxsplit=1)
        if name in _LISTS:
            return str(dice.choice(_LISTS[name]))
        day = self.when + timedelta(days=int(shift or 0))
        day += timedelta(days={5: 2, 6: 1}.get(day.weekday(), 0)) if shift else timedelta()
        hour, minute = dice.randint(8, 17), dice.choice((0, 5, 10, 15, 20, 30, 40, 45))
        drawn: dict[str, str] = {
            "long": long_day(day),
            "dmy": f"{day:%d/%m/%Y}",
            "dm": f"{day.day} {MONTHS[day.month - 1]}",
            "short": f"{day.day} {SHORT_MONTHS[day.month - 1]}",
            "month": f"{MONTHS[day.month - 1]} {day.year}",
            "year": str(day.year),
            "hm": f"{hour}:{minute:02d}",
            "hh": f"{hour}h{minute:02d}",
            "n": str(dice.randint(100, 14999)),
            "k": str(dice.randint(3, 48)),
            "ref": "".join(dice.choice("ABCDEFGHJKLMNPQRSTUVWXYZ23456789") for _ in range(8)),
            "tel": "01 " + " ".join(f"{dice.randint(10, 99)}" for _ in range(4)),
            "zip": f"{dice.randint(1, 95):02d}{dice.choice(('000', '100', '200', '300'))}",
        }
        return drawn[name]


def inline(text: str) -> str:
    """Marks inside a line."""
    text = re.sub(r"\[\[(.+?)\]\]", lambda found: said(found[1]), text)
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)


_LINES = (
    ("### ", "<h3>{}</h3>"),
    ("## ", "<h2>{}</h2>"),
    ("# ", "<h1>{}</h1>"),
    ("- ", '<div class="s-item">{}</div>'),
    ("> ", '<div class="callout">{}</div>'),
    ("!! ", '<div class="alert red">{}</div>'),
    ("~~ ", '<div class="alert amber">{}</div>'),
    ("ii ", '<div class="alert">{}</div>'),
    ("( ) ", '<div class="s-pick"><i class="o"></i><span>{}</span></div>'),
    ("(x) ", '<div class="s-pick"><i class="o on"></i><span>{}</span></div>'),
    ("(-) ", '<div class="s-pick off"><i class="o"></i><span>{}</span></div>'),
    ("[ ] ", '<div class="s-pick"><i></i><span>{}</span></div>'),
    ("[x] ", '<div class="s-pick"><i class="on"></i><span>{}</span></div>'),
    ("+- ", '<div class="s-fold open">{}<em>−</em></div>'),
    ("+ ", '<div class="s-fold">{}<em>+</em></div>'),
    ("<< ", '<div class="s-in"><span>{}</span></div>'),
    (">> ", '<div class="s-out"><span>{}</span></div>'),
    ("-- ", '<p class="s-small">{}</p>'),
)


def _line(text: str) -> str:
    for sign, shape in _LINES:
        if text.startswith(sign):
            return shape.format(inline(text[len(sign) :]))
    if text.startswith("=> "):
        names = text[3:].split(" | ")
        shown = (f'<span class="b{"2" * name.startswith("-")}">{name.lstrip("-")}</span>'
                 for name in names)  # fmt: skip
        return f'<p class="s-keys">{inline("".join(shown))}</p>'
    if text.startswith("__ "):
        label, _, value = text[3:].partition(": ")
        return f'<div class="s-field">{inline(label)}<span>{value}</span></div>'
    if text.startswith("| "):
        cells = "".join(f"<td>{inline(cell.strip())}</td>" for cell in text[2:].split(" | "))
        return f'<table class="s-row"><tr>{cells}</tr></table>'
    return "<hr>" if text == "---" else f"<p>{inline(text)}</p>"


def marked_up(dice: Dice, text: str, when: datetime, *, narrow: bool) -> str:
    """The page's own part, as HTML."""
    made: list[str] = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        name, _, rest = line.removeprefix("%").partition(" ")
        if not line.startswith("%"):
            made.append(_line(line))
        elif name == "end":
            made.append("</div>")
        elif name in BLOCKS:
            made.append(BLOCKS[name](dice, when, rest, narrow=narrow))
        else:
            made.append(f'<div class="s-{name}" style="{rest}">')
    joined = "".join(made)
    return joined.replace('</tr></table><table class="s-row"><tr>', "</tr><tr>")
