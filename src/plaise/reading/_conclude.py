"""From facts to a reading: findings with place, source and doubt; what is missing; warnings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from plaise.dossier import Finding, Result, Source

from ._address import Address
from ._clock import Clock
from ._engine import Line
from ._metadata import Stamp, editing_trace, stamp_of
from ._moment import Moment, year_by_weekday
from ._motif import motif_text
from ._page import hull
from ._rules import Facts
from ._wording import Verdict

_MINUTES_APART = 10
_SECONDS_APART = 60 * _MINUTES_APART
_YEARS_BACK = 4
_RECEIVED_WITHIN = 300  # days between a capture and its copy by a messaging application


@dataclass
class _Shown:
    values: dict[str, Any] = field(default_factory=dict)
    findings: dict[str, Finding] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

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
    facts: Facts, *, name: str, metadata: Mapping[str, str], zone: str, today: date
) -> dict[str, Any]:
    """The fields of a `Reading` that come from what the picture and its file show.

    Args:
        facts: what the lines say.
        name: the file's name, which often carries a date.
        metadata: EXIF and PNG text, by prefixed key.
        zone: the IANA zone in which the screen's clock is taken to be.
        today: the day of the reading, after which no capture can have been taken.
    """
    shown = _Shown(warnings=list(facts.verdict.warnings))
    shown.values |= {"zone": zone, "zone_source": Source.DEFAULT, "exercise": facts.exercise}
    shown.values["private"] = facts.private
    if facts.address:
        _address(facts.address, shown)
    _verdict(facts.verdict, shown)
    if facts.motif:
        lines = facts.motif
        seen = " ".join(line.text for line in lines)
        sure = min(line.confidence for line in lines)
        shown.find("motif", motif_text(lines), seen, sure, lines)
    _clock(facts.clock, shown)
    _against_file(facts.clock, stamp_of(name, metadata), today, shown)
    if editor := editing_trace(metadata):
        shown.warnings.append(f"Le fichier porte la trace d’un logiciel de retouche : {editor}.")
    shown.values["missing"] = _missing(shown.values)
    shown.values["findings"] = shown.findings
    shown.values["warnings"] = tuple(dict.fromkeys(shown.warnings))
    return shown.values


def _address(address: Address, shown: _Shown) -> None:
    lines = [address.line]
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
        shown.warnings.append(
            f"La date affichée ({clock.seen}) peut se lire de deux façons (jour et mois) : "
            "indiquez la bonne vous-même."
        )


def _against_file(clock: Clock | None, stamp: Stamp | None, today: date, shown: _Shown) -> None:
    """Set the screen's clock beside what the file says; the screen is never overruled."""
    moment = clock.moment if clock else None
    if shown.values.get("date"):
        _warn_if_apart(moment, stamp, shown)
        if shown.values["date"] > today.isoformat():
            shown.warnings.append(
                f"La date affichée ({_french(date.fromisoformat(shown.values['date']))}) est dans "
                "le futur : l’horloge de l’appareil était-elle bien réglée ?"
            )
        return
    inferred = _infer(moment, stamp, today)
    if inferred is None:
        _warn_if_apart(moment, stamp, shown)
        return
    day, source, why = inferred
    shown.values["date_inferred"] = day.isoformat()
    shown.findings["date_inferred"] = Finding(
        value=day.isoformat(),
        seen=stamp.seen
        if stamp and source is not Source.INFERRED
        else (clock.seen if clock else ""),
        confidence=0.8 if stamp else 0.6,
        source=source,
    )
    shown.warnings.append(why.format(day=_french(day)))


def _infer(
    moment: Moment | None, stamp: Stamp | None, today: date
) -> tuple[date, Source, str] | None:
    """The day that the screen does not show in full: by the file, else by the weekday.

    The file alone gives a day only when its time agrees with the screen's: a copied or received
    file carries the day of the copy.
    """
    if moment is None or moment.doubt:
        return None
    if moment.month is None or moment.day is None:
        return _day_by_file(moment, stamp)
    if stamp is not None:
        return _year_by_file(moment, moment.month, moment.day, stamp)
    if moment.weekday is None:
        return None
    year = year_by_weekday(moment.month, moment.day, moment.weekday, near=today, years=_YEARS_BACK)
    found = _real(year, moment.month, moment.day) if year else None
    why = "L’image ne montre pas l’année : le jour de la semaine donne le {day}, à confirmer."
    return (found, Source.INFERRED, why) if found else None


def _day_by_file(moment: Moment, stamp: Stamp | None) -> tuple[date, Source, str] | None:
    if stamp is None or stamp.received or not _same_minute(moment, stamp):
        return None
    why = "L’image ne montre pas de date : celle du fichier ({day}) est proposée, à confirmer."
    return stamp.day, stamp.source, why


def _year_by_file(
    moment: Moment, month: int, day: int, stamp: Stamp
) -> tuple[date, Source, str] | None:
    """The year that brings the shown day next to the file's own, weekday agreeing."""
    most = _RECEIVED_WITHIN if stamp.received else 1
    for year in (stamp.day.year, stamp.day.year - 1):
        found = _real(year, month, day)
        if found and 0 <= (stamp.day - found).days <= most and _weekday_fits(moment, found):
            why = "L’image ne montre pas l’année : le fichier donne le {day}, à confirmer."
            return found, stamp.source, why
    return None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _weekday_fits(moment: Moment, day: date) -> bool:
    return moment.weekday is None or day.weekday() == moment.weekday


def _same_minute(moment: Moment, stamp: Stamp) -> bool:
    if moment.hour is None or moment.minute is None or stamp.at is None:
        return False
    minutes = 60 * moment.hour + moment.minute
    return abs(minutes - (60 * stamp.at.hour + stamp.at.minute)) <= _MINUTES_APART


def _warn_if_apart(moment: Moment | None, stamp: Stamp | None, shown: _Shown) -> None:
    if moment is None or stamp is None or stamp.received:
        return
    day_apart = (moment.month, moment.day) != (stamp.day.month, stamp.day.day) or (
        moment.year not in {None, stamp.day.year}
    )
    if moment.has_day and day_apart and not _near_midnight(moment, stamp):
        apart = True
    else:
        apart = bool(stamp.at and moment.has_time and not _same_minute(moment, stamp))
    if apart:
        where = "nom du fichier" if stamp.source is Source.FILE_NAME else "données du fichier"
        screen = _words(shown.values.get("date") or shown.values.get("date_partial"), moment)
        file = _french(stamp.day) + (f" à {_clock_words(stamp.at)}" if stamp.at else "")
        shown.warnings.append(
            f"L’écran montre {screen}, le {where} dit {file} : à vérifier. L’écran est retenu."
        )


def _near_midnight(moment: Moment, stamp: Stamp) -> bool:
    """A picture named just after midnight shows the day before."""
    if stamp.at is None or moment.hour is None or moment.minute is None or not moment.iso_date:
        return False
    shown = datetime.fromisoformat(f"{moment.iso_date}T{moment.iso_time}")
    return abs((datetime.combine(stamp.day, stamp.at) - shown).total_seconds()) <= _SECONDS_APART


def _words(day: str | None, moment: Moment) -> str:
    parts = []
    if day:
        parts.append(
            day.removeprefix("--") if day.startswith("--") else _french(date.fromisoformat(day))
        )
    if moment.hour is not None and moment.minute is not None:
        parts.append(_clock_words(time(moment.hour, moment.minute)))
    return " à ".join(parts)


def _french(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def _clock_words(at: time) -> str:
    return f"{at.hour} h {at.minute:02d}"


def _missing(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The elements that the picture itself does not show."""
    missing = [] if values.get("url") else ["url"]
    if not values.get("date") and not values.get("date_partial"):
        missing.append("date")
    if not values.get("time"):
        missing.append("time")
    if values["result"] is Result.REFUSAL and not values.get("wording"):
        missing.append("wording")
    return tuple(missing)
