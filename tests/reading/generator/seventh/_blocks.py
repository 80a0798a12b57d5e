"""Calendars, slots and codes, which are tedious to write by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from ..fifth._sheet import DAYS, MONTHS, Dice, day_words, said


def _hours(dice: Dice, form: str, least: int = 2, most: int = 6) -> list[str]:
    starts = sorted(dice.sample(range(0, 30), dice.randint(least, most)))
    moments = [(9 + at // 4, at % 4 * 15) for at in starts]
    return [form.format(hour, minute) for hour, minute in moments]


def _monday(when: datetime, weeks: int) -> datetime:
    return when + timedelta(days=7 * weeks - when.weekday())


def week(dice: Dice, when: datetime, empty: str, *, narrow: bool) -> str:
    """Five days side by side, one or two of them without any slot (`empty` says so)."""
    first = _monday(when, dice.randint(1, 4))
    none = set(dice.sample(range(5), dice.randint(1, 2)))
    form = dice.choice(("{:02d}h{:02d}", "{:02d}:{:02d}", "{} h {:02d}"))
    columns = []
    for at in range(5):
        head = day_words(first + timedelta(days=at))
        hours = _hours(dice, form)
        slots = "".join(f'<span class="s-slot">{hour}</span>' for hour in hours[1:])
        slots = f'<span class="s-slot">{said(hours[0])}</span>' + slots
        shown = said(empty) if empty else "—"
        columns.append(f"<div><b>{head}</b>{shown if at in none else slots}</div>")
    return f'<div class="s-week{" s-tall" if narrow else ""}">{"".join(columns)}</div>'


def folds(dice: Dice, when: datetime, empty: str, *, narrow: bool) -> str:
    """Days folded one under the other: an empty one open, and one that has slots."""
    first = _monday(when, dice.randint(1, 3))
    full, none = dice.sample(range(4), 2)
    rows = []
    for at in range(5):
        day = first + timedelta(days=at)
        head = f"{DAYS[at].capitalize()} {day.day} {MONTHS[day.month - 1]}"
        if at not in (full, none):
            rows.append(f'<div class="s-fold">{head}<em>+</em></div>')
            continue
        slots = "".join(f'<span class="s-slot">{said(h)}</span>' for h in _hours(dice, "{}h{:02d}"))
        inner = f"<p>{said(empty)}</p>" if at == none else f'<div class="s-slots">{slots}</div>'
        rows.append(f'<div class="s-fold open">{head}<em>−</em></div>{inner}')
    return "".join(rows)


def cells(dice: Dice, when: datetime, most: str, *, narrow: bool) -> str:
    """The table of the older module: `libre` in a few cells, another word in the others."""
    first = _monday(when, dice.randint(1, 4))
    days = range(3 if narrow else 5)
    head = "".join(f"<th>{day_words(first + timedelta(days=at))}</th>" for at in days)
    free = {(dice.randrange(5), dice.randrange(len(days))) for _ in range(3)}
    rows = []
    for at in range(5):
        line = "".join(
            f'<td style="background:#bfe5bf">{said("libre")}</td>'
            if (at, day) in free
            else f'<td style="background:#eec5c5">{most}</td>'
            for day in days
        )
        rows.append(f"<tr><th>{9 + at}:{dice.choice(('00', '30'))}</th>{line}</tr>")
    return f'<table class="s-row"><tr><th></th>{head}</tr>{"".join(rows)}</table>'


def month(dice: Dice, when: datetime, words: str, *, narrow: bool) -> str:
    """A month where a few days are open, with its legend (`open / full`)."""
    open_, full = words.split(" / ")
    days = dice.sample(range(8, 28), 3)
    look = {True: "background:#18753c;color:#fff", False: "background:#e5e5e5;color:#929292"}
    boxes = "".join(f'<span style="{look[at in days]}">{at}</span>' for at in range(1, 31))
    ahead = when + timedelta(days=25)
    legend = (f'<p class="s-small"><i class="s-key" style="{look[True]}"></i> {said(open_)} '
              f'<i class="s-key" style="{look[False]}"></i> {full}</p>')  # fmt: skip
    heads = "".join(f"<u>{letter}</u>" for letter in "LMMJVSD")
    name = f"{MONTHS[ahead.month - 1].capitalize()} {ahead.year}"
    return f'<div class="s-month"><b>{name}</b>{heads}{boxes}</div>{legend}'


def month_shut(dice: Dice, when: datetime, rest: str, *, narrow: bool) -> str:
    """A month without any open day."""
    drawn = month(dice, when, " / ", narrow=narrow).partition("</div>")[0] + "</div>"
    return drawn.replace("background:#18753c;color:#fff", "background:#e5e5e5;color:#929292")


def code(dice: Dice, when: datetime, words: str, *, narrow: bool) -> str:
    """A picture of letters to copy."""
    letters = dice.sample("ABCDEFHKLMNPRTUVWXYZ2345789", 6)
    turned = "".join(
        f'<i style="transform:rotate({dice.randint(-24, 24)}deg);display:inline-block;'
        f'padding:0 4px;color:{dice.choice(("#345", "#633", "#264"))}">{letter}</i>'
        for letter in letters
    )
    return (
        f'<div class="s-code">{turned}</div><div class="s-field">{said(words)}<span></span></div>'
    )


def picture(dice: Dice, when: datetime, height: str, *, narrow: bool) -> str:
    """A coloured patch in place of a picture."""
    first, second = dice.sample(("#5b7ea6", "#a6765b", "#6b8f71", "#4c5566", "#c9b98a"), 2)
    look = f"height:{height or 160}px;background:linear-gradient(130deg,{first},{second})"
    return f'<div style="{look};margin:10px 0;border-radius:4px"></div>'


_SENTENCES = (
    "Le ministère n'a pas souhaité commenter ces chiffres.",
    "Dans la file, chacun garde son dossier contre soi, faute de savoir quand il servira.",
    "L'association reçoit une trentaine de personnes chaque semaine.",
    "Certaines perdent leur emploi parce que leur récépissé a expiré.",
    "Le juge tient compte de la durée des démarches et de leur régularité.",
    "Il convient de joindre les courriers adressés à l'administration.",
    "La loi prévoit un accueil physique, même lorsque la demande se fait en ligne.",
    "Les agents disent manquer de moyens depuis la réorganisation du service.",
    "Des revendeurs proposent des places contre deux cents euros.",
    "Le délai court à compter de la notification de la décision.",
    "Cette solution a été confirmée plusieurs fois depuis lors.",
    "Un rapport parlementaire est attendu avant l'été.",
)


def prose(dice: Dice, when: datetime, count: str, *, narrow: bool) -> str:
    """A few sentences on the subject, so that the telling ones are not alone."""
    return f"<p>{' '.join(dice.sample(_SENTENCES, int(count or dice.randint(2, 5))))}</p>"


BLOCKS: dict[str, Callable[..., str]] = {
    "week": week, "folds": folds, "cells": cells, "month": month, "month_shut": month_shut,
    "code": code, "picture": picture, "prose": prose,
}  # fmt: skip
