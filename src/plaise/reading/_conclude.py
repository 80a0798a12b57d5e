"""From facts to a reading: findings with place, source and doubt; what is missing; warnings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from plaise.dossier import Finding, Note, Result, Source, offset_of

from ._address import Address
from ._beside import Stamps, disagreement, french, infer, stamps_of
from ._clock_face import Clock
from ._engine import Line
from ._motif import motif_text
from ._page import hull
from ._private import find_names
from ._rules import Facts
from ._traces import traces
from ._wording import Verdict

_CUT = 0.5  # how sure of an address whose host is not shown whole
_UNDECIDED = 0.5  # how sure of either order of day and month


@dataclass
class _Shown:
    values: dict[str, Any] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def find(self, name: str, value: str, seen: str, sure: float, lines: Sequence[Line]) -> None:
        """Note one element seen on the picture."""
        self.values[name] = value
        self.findings[name] = Finding(
            value=value,
            seen=seen.strip(),
            confidence=round(min(1.0, max(0.0, sure)), 3),
            source=Source.OCR,
            box=hull(lines) if lines else None,
        )


def conclude(
    facts: Facts,
    *,
    name: str,
    metadata: Mapping[str, str],
    zone: str,
    today: date,
    names: Sequence[str] = (),
) -> dict[str, Any]:
    """The fields of a `Reading` that come from what the picture and its file show.

    Args:
        facts: what the lines say.
        name: the file's name, which often carries a date.
        metadata: EXIF and PNG text, by prefixed key.
        zone: the IANA zone in which the screen's clock is taken to be.
        today: the day of the reading, after which no capture can have been taken.
        names: words of the person's own, to be told where they show; never kept.
    """
    shown = _Shown(warnings=list(facts.verdict.warnings))
    shown.values |= {"zone": zone, "zone_source": Source.DEFAULT, "exercise": facts.exercise}
    private = (*facts.private, *find_names(facts.lines, names))
    shown.values["private"] = tuple(dict.fromkeys(private))
    if facts.address:
        _address(facts.address, shown)
    _verdict(facts.verdict, shown)
    if facts.motif:
        lines = facts.motif
        seen = " ".join(line.text for line in lines)
        sure = min(line.confidence for line in lines)
        shown.find("motif", motif_text(lines), seen, sure, lines)
    _clock(facts.clock, shown)
    _against_file(facts.clock, stamps_of(name, metadata), today, shown)
    day = shown.values.get("date") or shown.values.get("date_inferred")
    shown.values["offset"] = offset_of(zone, day, shown.values.get("time"))
    shown.notes += traces(name, metadata, zone=zone)
    shown.values["missing"] = _missing(shown.values)
    shown.values["findings"] = shown.findings
    shown.values["notes"] = tuple(shown.notes)
    shown.values["warnings"] = tuple(dict.fromkeys(shown.warnings))
    return shown.values


def _address(address: Address, shown: _Shown) -> None:
    lines = [address.line]
    if address.cut:
        sure = min(address.confidence, _CUT)
        shown.find("url", address.url, address.line.text, sure, lines)
        shown.warnings.append(
            f"L’adresse est coupée par l’écran : c’est peut-être celle de {address.host}. "
            "Vérifiez-la, et montrez-la en entier la prochaine fois."
        )
        return
    shown.find("url", address.url, address.line.text, address.confidence, lines)
    shown.find("host", address.host, address.host_shown, address.confidence, lines)
    shown.values["host_shown"] = address.host_shown
    if address.imitates:
        shown.warnings.append(
            f"L’adresse {address.host_shown} ressemble à {address.imitates}, mais ce n’est pas "
            "elle : attention aux sites imitateurs, qui font payer ou volent des données."
        )


def _verdict(verdict: Verdict, shown: _Shown) -> None:
    match = verdict.match
    lines = match.lines if match else verdict.lines
    seen = match.seen if match else " ".join(line.text for line in lines)
    shown.find("result", verdict.result.value, seen, verdict.confidence, lines)
    shown.values["result"] = verdict.result
    if match is None:
        return
    shown.find("wording", match.phrase.id, match.seen, verdict.confidence, match.lines)
    if match.phrase.confidence == "low" and verdict.result in _EVIDENCE:
        shown.warnings.append(
            "Ce texte n’a jamais été relevé sur une page datée : vérifiez vous-même que la page "
            f"dit bien « {match.text} »."
        )
    if match.phrase.id == "net_hors_ligne":
        shown.warnings.append(
            "L’ordinateur ou le téléphone n’était pas connecté à Internet : cette capture ne "
            "prouve rien contre la préfecture. Recommencez une fois connecté."
        )


_EVIDENCE = {Result.REFUSAL, Result.BLOCKED_FORM}


def _clock(clock: Clock | None, shown: _Shown) -> None:
    if clock is None:
        return
    moment = clock.moment
    if moment.iso_time:
        shown.find("time", moment.iso_time, clock.seen, clock.confidence, clock.lines)
    if moment.iso_date:
        shown.find("date", moment.iso_date, clock.seen, clock.confidence, clock.lines)
    elif moment.partial:
        shown.find("date_partial", moment.partial, clock.seen, clock.confidence, clock.lines)
    elif moment.doubt:
        both = " ou ".join(moment.choices)
        shown.find("date_choices", both, clock.seen, _UNDECIDED, clock.lines)
        shown.values["date_choices"] = moment.choices


def _against_file(clock: Clock | None, stamps: Stamps, today: date, shown: _Shown) -> None:
    """Set the screen's clock beside what the file says; the screen is never overruled."""
    moment = clock.moment if clock else None
    if note := disagreement(moment, stamps):
        shown.notes.append(note)
    if shown.values.get("date"):
        if shown.values["date"] > today.isoformat():
            shown.warnings.append(
                f"La date affichée ({french(date.fromisoformat(shown.values['date']))}) est dans "
                "le futur : l’horloge de l’appareil était-elle bien réglée ?"
            )
        return
    inferred = infer(moment, stamps.best, today)
    if inferred is None:
        return
    shown.values["date_inferred"] = inferred.day.isoformat()
    shown.findings["date_inferred"] = Finding(
        value=inferred.day.isoformat(),
        seen=inferred.seen or (clock.seen if clock else ""),
        confidence=0.8 if stamps.best else 0.6,
        source=inferred.source,
    )
    shown.warnings.append(inferred.why.format(day=french(inferred.day)))


def _missing(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The elements that the picture itself does not show."""
    missing = [] if values.get("url") else ["url"]
    if not any(values.get(name) for name in ("date", "date_partial", "date_choices")):
        missing.append("date")
    if not values.get("time"):
        missing.append("time")
    if values["result"] is Result.REFUSAL and not values.get("wording"):
        missing.append("wording")
    return tuple(missing)
