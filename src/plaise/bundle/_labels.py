"""Explicit labels (R. 412-2 CJA) for captures, and the short words of file names."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from functools import cache

from plaise.dossier import Capture, Result, Source
from plaise.law import MONTHS, WEEKDAYS, PhraseClass, load_phrases
from plaise.reading import REDACTED_CAPTION

NBSP = "\u00a0"
LONGEST_LABEL = 120
LONGEST_CAPTURE_LABEL = 220
LONGEST_NAME = 60
_LOOSE_END = re.compile(r"(_[A-Za-z]{1,3})+$")
_ERROR_CODE = re.compile(r"\b[45]\d\d\b")
_SAID_BY = {
    Source.FILE_NAME: "d’après le nom du fichier, non affichée",
    Source.METADATA: "d’après les données du fichier, non affichée",
    Source.INFERRED: "déduite, non affichée",
    Source.PERSON: "indiquée par la personne, non affichée",
}
_OUTAGES = {PhraseClass.BLOCKED: "accès bloqué par le site", PhraseClass.CLOSED: "service fermé"}


def day(value: date) -> str:
    """A day in words: « lundi 12 octobre 2026 », « dimanche 1er novembre 2026 »."""
    number = "1er" if value.day == 1 else str(value.day)
    month = MONTHS[value.month - 1]
    return f"{WEEKDAYS[value.weekday()]} {number}{NBSP}{month}{NBSP}{value.year}"


def hour(value: datetime) -> str:
    """A time in words: « 8 h 14 »."""
    return f"{value.hour}{NBSP}h{NBSP}{value.minute:02d}"


def capture_label(capture: Capture) -> str:
    """What a capture is, in one line of the inventory; neither site nor answer is ever left out."""
    when = moment_words(capture, joint=" à ")
    start = f"Capture d’écran du {when}" if when else "Capture d’écran sans date affichée"
    where = capture.reading.host or "adresse non affichée"
    said = answer(capture)
    label = f"{start} – {where} – {said}"
    if len(label) > LONGEST_CAPTURE_LABEL:
        label = f"{start} – {where} – {said.split(NBSP + ':')[0]}"
    return f"{label} ({REDACTED_CAPTION})" if capture.redacted else label


def moment_words(capture: Capture, *, joint: str) -> str:
    """Day and time as shown, and where the date comes from when the picture does not show it."""
    moment = capture.moment
    if moment is None:
        return ""
    words = day(moment)
    if capture.shown_at is not None:
        words += joint + hour(moment)
    source = not_shown(capture)
    return f"{words} ({source})" if source else words


def not_shown(capture: Capture) -> str:
    """Where the date comes from, or its year, when the picture does not show it whole."""
    reading = capture.reading
    if reading.date and not reading.date_inferred:
        return ""  # read on it, by the machine or by a person
    finding = reading.findings.get("date_inferred") or reading.findings.get("date")
    source = finding.source if finding else Source.INFERRED
    what = "année" if reading.date_partial else "date"
    return f"{what} {_SAID_BY.get(source, _SAID_BY[Source.INFERRED])}"


def answer(capture: Capture) -> str:
    """What the site answered, in a few words that never say more than the picture."""
    match capture.reading.result:
        case Result.REFUSAL:
            return f"refus{NBSP}: {_refusal(capture)}"
        case Result.BLOCKED_FORM:
            return "formulaire bloqué"
        case Result.SLOT_OFFERED:
            return "créneau proposé"
        case _:
            return _outage(capture)


def _refusal(capture: Capture) -> str:
    return (
        "aucune plage horaire libre"
        if "plage" in wording(capture)
        else "aucun rendez-vous disponible"
    )


def _outage(capture: Capture) -> str:
    phrase = _phrases().get(capture.reading.wording or "")
    if phrase is not None and phrase[0] in _OUTAGES:
        return _OUTAGES[phrase[0]]
    finding = capture.reading.findings.get("wording")
    text = (finding.seen or finding.value) if finding else ""
    code = _ERROR_CODE.search(text) or _ERROR_CODE.search(phrase[1] if phrase else "")
    return f"panne du site (erreur{NBSP}{code[0]})" if code else "panne du site"


def wording(capture: Capture) -> str:
    """The words that the page displays, when they are known and say what the page is."""
    phrase = _phrases().get(capture.reading.wording or "")
    return phrase[1] if phrase and phrase[0].result is capture.reading.result else ""


@cache
def _phrases() -> dict[str, tuple[PhraseClass, str]]:
    return {phrase.id: (phrase.kind, phrase.text) for phrase in load_phrases()}


def shorten(text: str, most: int = LONGEST_LABEL) -> str:
    """At most so many characters, cut between words."""
    one_line = " ".join(text.replace(NBSP, "\0").split()).replace("\0", NBSP)
    if len(one_line) <= most:
        return one_line
    return one_line[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def ascii_words(text: str) -> str:
    """Words with neither accents nor signs: what file names and bookmarks may hold."""
    plain = text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("ß", "ss")
    bare = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    if bare != plain:
        kept = unicodedata.normalize("NFKD", plain)
        bare = "".join(c if c.isascii() else "" if unicodedata.combining(c) else " " for c in kept)
    return " ".join(re.findall(r"[A-Za-z0-9]+", bare))


def file_name(numbers: str, words: str, end: str = "") -> str:
    """A file name as Télérecours advises: short, ASCII, no space, no point but the extension.

    Args:
        numbers: the exhibit number or numbers (« 07 », « 07_a_34 »).
        words: what the file holds, in French.
        end: what must stand last (« 1_sur_2 »).

    Source: telerecours.fr, FAQ « verser des pièces » (undated).
    """
    room = LONGEST_NAME - len(numbers) - len(end) - len(".pdf") - 2
    slug = ascii_words(words).replace(" ", "_") or "Piece"
    if len(slug) > room:
        cut = _LOOSE_END.sub("", slug[: room + 1].rsplit("_", 1)[0])
        slug = cut if len(cut) <= room else slug[:room]
    return "_".join(part for part in (numbers, slug, end) if part) + ".pdf"
