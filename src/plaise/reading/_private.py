"""Private things on a screen, guessed from its lines: kinds and places, never what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from plaise.dossier import Box, Private, PrivateKind
from plaise.law._doors import find_door

from ._address import Address
from ._engine import Line
from ._fold import fold
from ._page import Page, hull, same_row, stacked

_EMAIL = re.compile(r"[\w.+-]{2,}\s?@\s?(?P<host>[\w-]{2,}(?:\.[\w-]+)*\.[a-z]{2,})", re.IGNORECASE)
_PUBLIC = re.compile(r"^(?:contact|info|accueil|noreply|no-reply|ne-pas-repondre|support|aide)\b")
# Mobile numbers only: those of services, which pages show, begin otherwise.
_PHONE = re.compile(r"(?<![\d/.])(?:\+\s?33\s?|0033\s?|0)[67](?:[\s.-]?\d{2}){4}(?!\d)")
_NUMBER = re.compile(
    r"(?:etranger|agdref|usager|dossier)\D{0,12}(?P<named>\d(?:\s?\d){8,9})(?!\s?\d)"
    r"|(?<![\d/.:+-])(?P<alone>99\d{8})(?![\d/])"
)
_NAME = re.compile(
    r"\b(?:[Bb]onjour|[Bb]ienvenue|[Cc]onnect[ée]+e?s? en tant que|M\.|Mme|Mlle|Monsieur|Madame)"
    r"\s*,?\s+(?:(?:M\.|Mme|Mlle|Monsieur|Madame)\s+)?(?P<name>[A-ZÉÈÇ][\w’'-]+)"
)
_OFFICES = {"le", "la", "les", "monsieur", "madame", "prefet", "prefete", "maire", "juge", "vous"}
_MESSAGES = re.compile(
    r"whatsapp|messenger|telegram|snapchat|instagram|nouveaux? messages?\b|appel manque|"
    r"message vocal|vous a envoye|a reagi a|il y a \d+ min\b|e-mails? non lus?"
)
# What stands above an address without being a tab of the person's own.
_FURNITURE = {
    "fichier", "edition", "affichage", "historique", "favoris", "signets", "profils", "onglet",
    "onglets", "fenetre", "aide", "presentation", "outils", "marque-pages", "safari", "chrome",
    "google", "firefox", "mozilla", "edge", "microsoft", "chromium", "opera", "brave", "finder",
    "activites", "applications", "emplacements", "nouvel", "nouvelle", "accueil", "file", "edit",
    "view", "history", "bookmarks", "window", "help", "tab", "new", "navigation", "privee",
}  # fmt: skip
_OURS = re.compile(
    r"rendez|rdv|prefect|disponib|creneau|plage|services? de l|l'etat|etranger|booking|gouv|"
    r"bad gateway|error|erreur|captcha|teleservice|demarche|anef|plaise|verif|administration|"
    r"service.public"
)
_NAME_LETTERS = 3  # shorter names are words of every page
_LETTERS = 4  # a shorter title says too little to be private
_SAME_TITLE = 0.8  # heights of a line between two pieces of one title
_BELOW = 3  # lines of a notification under its first


def find_private(page: Page, address: Address | None) -> tuple[Private, ...]:
    """Guess where a screen shows what the person may not want to hand over.

    A public address (under gouv.fr, of a known door) and the page's own words are left alone.
    """
    tabs = [*_tabs(page, address)]
    found = [
        *((PrivateKind.TAB, line.box) for line in tabs),
        *((PrivateKind.NOTIFICATION, box) for box in _notifications(page, tabs)),
        *(one for line in page.lines for one in _in_line(line)),
    ]
    return tuple(dict.fromkeys(Private(kind=kind, box=box) for kind, box in found))


def _in_line(line: Line) -> Iterator[tuple[PrivateKind, Box]]:
    for mail in _EMAIL.finditer(line.text):
        host = mail["host"].lower()
        if not (host.endswith("gouv.fr") or find_door(host) or _PUBLIC.search(mail[0].lower())):
            yield PrivateKind.EMAIL, part_of(line, mail.span())
    for phone in _PHONE.finditer(line.text):
        yield PrivateKind.PHONE, part_of(line, phone.span())
    folded = fold(line.text)
    if len(folded) == len(line.text) and (number := _NUMBER.search(folded)):
        span = number.span("named" if number["named"] else "alone")
        yield PrivateKind.FOREIGNER_NUMBER, part_of(line, span)
    if (match := _NAME.search(line.text)) and fold(match["name"]) not in _OFFICES:
        yield PrivateKind.NAME, part_of(line, (match.start("name"), len(line.text)))


def find_names(lines: Iterable[Line], names: Iterable[str]) -> tuple[Private, ...]:
    """Where words of the person's own stand: her name, her number, as the facts give them.

    Whole words only, and never within an address: « exemple » is not seen in val-d-exemple.fr.
    """
    wanted = {fold(name).strip() for name in names}
    forms = [
        re.compile(rf"(?<![\w.'-]){re.escape(name)}(?![\w.'-])")
        for name in sorted(wanted)
        if len(name) >= _NAME_LETTERS
    ]
    found = []
    for line in lines:
        folded = fold(line.text)
        for match in (one for form in forms if (one := form.search(folded))):
            same = len(folded) == len(line.text)
            box = part_of(line, match.span()) if same else line.box
            found.append(Private(kind=PrivateKind.NAME, box=box))
    return tuple(dict.fromkeys(found))


def part_of(line: Line, span: tuple[int, int]) -> Box:
    """Where some characters of a line stand, a letter more on each side."""
    box, count = line.box, max(1, len(line.text))
    letter = box.width / count
    left = max(box.x, round(box.x + letter * (span[0] - 1)))
    right = min(line.right, round(box.x + letter * (span[1] + 1)))
    return Box(x=left, y=box.y, width=max(1, right - left), height=box.height)


def _tabs(page: Page, address: Address | None) -> Iterator[Line]:
    """The titles above a computer's address bar that are not the page's own."""
    if address is None or page.upright or page.loose:
        return
    above = [
        line
        for line in page.lines
        if line.bottom <= address.line.box.y and not same_row(line, address.line)
    ]
    for row in _rows(above):
        titles = [title for title in _titles(row) if any(_says_something(one) for one in title)]
        if len(titles) > 1:
            for title in titles:
                if not _OURS.search(fold(" ".join(line.text for line in title))):
                    yield from title


def _rows(lines: Sequence[Line]) -> Iterable[list[Line]]:
    rows: list[list[Line]] = []
    for line in lines:
        row = next((row for row in rows if same_row(row[0], line)), None)
        if row is None:
            rows.append([line])
        else:
            row.append(line)
    return rows


def _titles(row: Sequence[Line]) -> list[list[Line]]:
    """The lines of a row put together where an engine cut one title in pieces."""
    titles: list[list[Line]] = []
    for line in sorted(row, key=lambda one: one.box.x):
        if titles and line.box.x - titles[-1][-1].right < _SAME_TITLE * line.box.height:
            titles[-1].append(line)
        else:
            titles.append([line])
    return titles


def _says_something(line: Line) -> bool:
    words = re.findall(r"[a-z][a-z'-]+", fold(line.text))
    return sum(map(len, words)) >= _LETTERS and not set(words) <= _FURNITURE


def _notifications(page: Page, tabs: Sequence[Line]) -> Iterator[Box]:
    for line in page.lines:
        if _MESSAGES.search(fold(line.text)) and line not in tabs:
            block = [line]
            for other in page.lines:
                if len(block) <= _BELOW and stacked(block[-1], other):
                    block.append(other)
            yield hull(block)
