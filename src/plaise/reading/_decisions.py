"""What a person confirmed or corrected, applied over what was read.

A reading is a guess. A decision is journalled (who, when, why, before, after) and applied each
time the reading is used; the reading itself is never rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Literal
from urllib.parse import urlsplit

from plaise.dossier import Finding, PlaiseError, Reading, Result, Source, offset_of
from plaise.dossier._base import Value

ELEMENTS = ("result", "url", "date", "time", "motif")
"""What a person may confirm or correct."""

SURE = 0.9
"""Below it, a finding is asked about by itself. Chosen on the development set: every wrong value
seen there stood below 0.9; above it, findings may be accepted together from a contact sheet."""


class Decision(Value):
    """One answer of a person about one element of one picture.

    `on_picture`: the person reads it on the picture; else they know it otherwise (the file's
    properties, a diary), and the picture goes on lacking it.
    """

    kind: Literal["confirmed", "corrected"]
    sha256: str
    element: str
    before: str | None = None
    after: str | None = None
    who: str
    at: str
    why: str = ""
    on_picture: bool = True


class Doubt(Value):
    """One finding to be looked at: what was read, and why it is in doubt (plain French)."""

    element: str
    value: str | None
    why: str


def apply_decisions(reading: Reading, decisions: Iterable[Decision]) -> Reading:
    """The reading with what a person said of it, the last word on each element winning.

    Pure: neither the reading nor the decisions change. Decisions on other pictures are ignored.
    """
    for decision in decisions:
        if decision.sha256 == reading.sha256 and reading.sha256:
            reading = _applied(reading, decision)
    return reading


def _applied(reading: Reading, decision: Decision) -> Reading:
    value = decision.after
    changes: dict[str, object] = {}
    findings = dict(reading.findings)
    name = decision.element
    others = ("date_choices", "date_inferred") if name == "date" else ()
    before = next((findings[one] for one in (name, *others) if one in findings), None)
    findings[name] = Finding(
        value=value or "",
        seen=before.seen if before else "",
        confidence=1.0,
        source=Source.PERSON,
        box=before.box if before else None,
    )
    missing = reading.missing
    if name == "result":
        changes["result"] = Result(value or "")
        if value != reading.result.value:
            changes["wording"] = None
            findings.pop("wording", None)
    elif name == "date":
        changes |= {"date": value, "date_partial": None, "date_inferred": None}
        changes["date_choices"] = ()
        if not decision.on_picture:
            changes |= {"date": reading.date, "date_inferred": value}
    else:
        changes[name] = value
    if name == "url" and value:
        host = host_of(value)
        changes |= {"host": host, "host_shown": host}
    if decision.on_picture:
        missing = tuple(one for one in missing if one != name)
    changes |= {"missing": missing, "findings": findings}
    return with_offset(reading.model_copy(update=changes))


def with_offset(reading: Reading) -> Reading:
    """The reading with what its zone was from UTC at the day and time that it now has."""
    day = reading.date or reading.date_inferred
    told = offset_of(reading.zone or "", day, reading.time)
    return reading if told == reading.offset else reading.model_copy(update={"offset": told})


def doubts(reading: Reading) -> tuple[Doubt, ...]:
    """What a person should look at one by one before this picture is used."""
    if reading.result is Result.UNREADABLE:
        return ()
    found = []
    for name in ELEMENTS:
        finding = reading.findings.get(name)
        if finding is None or finding.source is Source.PERSON or finding.confidence >= SURE:
            continue
        if name == "result" and reading.result is Result.OTHER_PAGE and not reading.warnings:
            continue
        found.append(Doubt(element=name, value=finding.value, why=_why(finding)))
    if not reading.date and not _by_person(reading, "date"):
        found += _about_the_date(reading)
    return tuple(found)


def is_undecided(reading: Reading) -> bool:
    """Whether the date may be read in two ways and nothing, nobody has chosen yet."""
    return bool(reading.date_choices) and not (reading.date or reading.date_inferred)


def _about_the_date(reading: Reading) -> list[Doubt]:
    both = " ou ".join(in_figures(day) for day in reading.date_choices)
    if is_undecided(reading):
        why = f"le jour et le mois peuvent se lire dans deux ordres : {both} ?"
    elif both:
        why = f"la date peut se lire {both} : l’une des deux a été déduite"
    else:
        why = "l’image ne montre pas toute la date : elle a été déduite"
    value = reading.date_inferred
    return [Doubt(element="date", value=value, why=why)] if value or both else []


def in_figures(day: str) -> str:
    """A day as people write it: 03/04/2026 for 2026-04-03."""
    return "/".join(reversed(day.split("-")))


def is_clear(reading: Reading) -> bool:
    """Whether everything that the note asks for was read without doubt."""
    return reading.complete and not doubts(reading)


def _by_person(reading: Reading, name: str) -> bool:
    finding = reading.findings.get(name)
    return finding is not None and finding.source is Source.PERSON


def _why(finding: Finding) -> str:
    if not finding.seen.strip():
        return "aucun texte connu n’a été lu : dites ce que montre l’image"
    return f"lu « {finding.seen} », sans certitude"


def checked_value(element: str, text: str) -> str:
    """A value as a person typed it, in the form that readings use.

    Raises:
        PlaiseError: no such element, or a value that cannot be.
    """
    text = text.strip()
    if element == "date":
        return _date(text)
    if element == "time":
        return _time(text)
    if element == "result":
        if text not in {one.value for one in Result}:
            raise _refused("résultat", text, ", ".join(one.value for one in Result))
        return text
    if element == "url":
        if not re.search(r"[\w-]\.[a-z]{2,}", text) or " " in text:
            raise _refused("adresse", text, "www.val-doise.gouv.fr/booking/create/9829/2")
        return text
    if element == "motif" and text:
        return text
    raise _refused("élément", element, ", ".join(ELEMENTS))


def _date(text: str) -> str:
    french = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", text)
    try:
        if french:
            day, month, year = map(int, french.groups())
            return date(year, month, day).isoformat()
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise _refused("date", text, "2026-10-12 ou 12/10/2026") from error


def _time(text: str) -> str:
    match = re.fullmatch(r"(\d{1,2})\s*[:hH]\s*(\d{2})", text)
    try:
        if match:
            return time(int(match[1]), int(match[2])).strftime("%H:%M")
    except ValueError:
        pass
    raise _refused("heure", text, "08:14")


def _refused(what: str, given: str, form: str) -> PlaiseError:
    return PlaiseError(
        f"« {given} » ne peut pas être pris comme {what}.",
        to_do=f"Écrivez par exemple : {form}.",
    )


def host_of(url: str) -> str:
    """The host of an address as displayed, without `www.`."""
    parts = urlsplit(url if "//" in url else f"//{url}")
    return (parts.hostname or "").removeprefix("www.")


def latest(decisions: Sequence[Decision], sha256: str) -> dict[str, Decision]:
    """The decision in force on each element of a picture."""
    return {one.element: one for one in decisions if one.sha256 == sha256}
