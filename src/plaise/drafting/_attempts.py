"""What the captures show, told in order: attempts, outages, slots, the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from plaise.dossier import Capture, Result
from plaise.law import (
    STRONG,
    Attempt,
    attempts_of,
    grade,
    load_law,
    proves,
    weeks_and_hours,
)

from ._brief import Brief
from ._grammar import counted, day, day_short, exhibits, hour, in_words, listed, ranges
from ._weeks import text_of_weeks

_NOT_SHOWN = "–"
_SEEN = {
    Result.REFUSAL: "aucun créneau",
    Result.BLOCKED_FORM: "formulaire bloqué",
    Result.OUTAGE: "erreur du service",
}
_SATURDAY = 5


def failed(brief: Brief) -> tuple[Attempt, ...]:
    """The attempts that count, exactly as the assessment counts them: one per sitting."""
    return attempts_of(brief.used, door=brief.dossier.request.door)


def attempts(brief: Brief, *, after: int = 0) -> dict[str, object]:
    """The failed attempts: figures, weeks, messages and the rows of the chronology.

    An attempt counts when a capture shows a refusal or a blocked form and its day (on a
    téléservice that is the only door, an error of it too); the others are named apart, and never
    counted (CE n° 435594 asks for attempts in different weeks).

    Args:
        brief: facts and captures.
        after: only attempts whose exhibits all have a higher number (what is new since then).
    """
    made = [one for one in failed(brief) if _numbers(brief, one.captures)[0] > after]
    captures = [capture for one in made for capture in one.captures]
    days = sorted({one.on for one in made})
    blocked = [c for c in captures if c.reading.result is Result.BLOCKED_FORM]
    weeks = len(weeks_of(days))
    whole = _complete(brief, captures)
    shown = {
        "nombre": len(made),
        "nombre_en_mots": counted(len(made), "tentative", "tentatives", feminine=True),
        "completes": in_words(whole, feminine=True) if 0 < whole < len(made) else "",
        "captures_en_mots": counted(len(captures), "capture", "captures", feminine=True),
        "regroupees": len(captures) > len(made),
        "jours_en_mots": counted(len(days), "date", "dates différentes", feminine=True),
        "nombre_de_semaines": weeks,
        "semaines_en_mots": counted(weeks, "semaine", "semaines", feminine=True),
        "pieces": _cited(brief, captures),
        "semaines": _by_week(brief, made),
        "messages": _messages(brief, captures),
        "lignes": [_row(brief, one) for one in made],
        "calendrier": text_of_weeks(weeks_and_hours(made)),
        "fin_de_semaine": any(on.weekday() >= _SATURDAY for on in days),
        "formulaire_bloque": {"nombre": len(blocked), "pieces": _cited(brief, blocked)},
        "jour_deduit": any(not capture.reading.date for capture in captures),
        "sites": listed(_hosts(captures)),
        "plusieurs_sites": len(_hosts(captures)) > 1,
    }
    return shown | _period_of(made, days) | _besides(brief, made)


def _complete(brief: Brief, captures: Iterable[Capture]) -> int:
    """How many attempts are proved by captures that show everything, as the assessment says."""
    strong = [capture for capture in captures if grade(capture) in STRONG]
    return len(attempts_of(strong, door=brief.dossier.request.door))


def _period_of(made: Sequence[Attempt], days: Sequence[date]) -> dict[str, object]:
    """From when to when, and at what hours."""
    times = sorted(one.at for one in made if one.at)
    told: dict[str, object] = {"heures": {"nombre": len(set(times))}}
    if times:
        first, last = hour(times[0]), hour(times[-1])
        told["heures"] = {"nombre": len(set(times)), "premiere": first, "derniere": last}
    if days:
        told["du"], told["au"] = day(days[0], weekday=True), day(days[-1], weekday=True)
        told["duree"] = counted((days[-1] - days[0]).days + 1, "jour", "jours")
        told["un_seul_jour"] = len(days) == 1
    return told


def _besides(brief: Brief, made: Sequence[Attempt]) -> dict[str, object]:
    """What the chronology does not hold: undated captures, clocks not shown, remarks, the site."""
    door = brief.dossier.request.door
    proving = [c for c in brief.used if proves(c, door)]
    undated = [c for c in proving if not c.shown_on]
    untimed = sum(1 for one in made if one.at is None)
    return {
        "sans_date": {"nombre": len(undated), "pieces": _cited(brief, undated)},
        "sans_heure": in_words(untimed, feminine=True) if untimed else "",
        "precisions": _remarks(brief),
        "adresse": _usual_address(brief, proving),
    }


def outages(brief: Brief) -> list[dict[str, str]]:
    """Error pages and dead links that count for nothing: told apart."""
    kinds = {
        Result.OUTAGE: "une page d’erreur",
        Result.DEAD_LINK: "un lien qui ne fonctionnait plus",
    }
    return [
        {
            "quand": _when(capture),
            "quoi": kinds[capture.reading.result],
            "piece": _one(brief, capture),
        }
        for capture in brief.used
        if capture.reading.result in kinds
        and brief.shows(capture)
        and not proves(capture, brief.dossier.request.door)
    ]


def slots(brief: Brief) -> list[dict[str, str]]:
    """Pages that offered something, with what the person says of them; never hidden."""
    return [
        {
            "quand": _when(capture),
            "piece": _one(brief, capture),
            "explication": _said(brief, capture),
        }
        for capture in brief.used
        if capture.reading.result is Result.SLOT_OFFERED
    ]


def other_pages(brief: Brief) -> str:
    """The exhibits of the steps (terms, CAPTCHA), or nothing."""
    kinds = {Result.CAPTCHA, Result.OTHER_PAGE}
    return _cited(brief, (c for c in brief.used if c.reading.result in kinds and brief.shows(c)))


def weeks_of(days: Iterable[date]) -> list[date]:
    """The Mondays of the calendar weeks in which the days fall."""
    return sorted({on - timedelta(days=on.weekday()) for on in days})


def _said(brief: Brief, capture: Capture) -> str:
    """What the person says of a capture, or nothing."""
    said = {note.capture: note.text for note in brief.dossier.explanations}
    return capture.explanation or said.get(capture.name, "") or said.get(capture.path, "")


def _remarks(brief: Brief) -> list[dict[str, str]]:
    """What the person says of captures other than slots, so that no word of hers is lost."""
    return [
        {
            "piece": _one(brief, capture) if brief.shows(capture) else "",
            "texte": _said(brief, capture),
        }
        for capture in brief.used
        if capture.reading.result is not Result.SLOT_OFFERED and _said(brief, capture)
    ]


def _hosts(captures: Iterable[Capture]) -> list[str]:
    """The sites tried, the most often tried first."""
    hosts = Counter(c.reading.host for c in captures if c.reading.host)
    return [host for host, _ in hosts.most_common()]


def _by_week(brief: Brief, made: Sequence[Attempt]) -> list[dict[str, str]]:
    told = []
    for monday in weeks_of(one.on for one in made):
        inside = [one for one in made if one.week == monday.isocalendar()[:2]]
        days = sorted({one.on for one in inside})
        told.append(
            {
                "semaine": day(monday),
                "nombre": counted(len(inside), "tentative", "tentatives", feminine=True),
                "jours": listed(_day_of(on) for on in days),
                "pieces": _cited(brief, (c for one in inside for c in one.captures)),
            }
        )
    return told


def _day_of(on: date) -> str:
    """« lundi 12 », the month being said just before."""
    name = day(on, weekday=True).split(" ", 1)[0]
    return f"{name}\u00a0{'1er' if on.day == 1 else on.day}"


def _messages(brief: Brief, captures: Iterable[Capture]) -> list[dict[str, str]]:
    """Each wording displayed, as our dated list of wordings gives it, with its exhibits."""
    texts = {phrase.id: phrase.text for phrase in load_law().phrases}
    by_wording: dict[str, list[Capture]] = {}
    for capture in captures:
        wording = capture.reading.wording
        if wording in texts:
            by_wording.setdefault(wording, []).append(capture)
    ordered = sorted(by_wording.items(), key=lambda pair: -len(pair[1]))
    return [
        {"texte": texts[wording].rstrip(" ."), "pieces": _cited(brief, shown)}
        for wording, shown in ordered
    ]


def _row(brief: Brief, attempt: Attempt) -> dict[str, object]:
    """One attempt: its moment, the first address shown, all that was seen, all its exhibits."""
    shown = attempt.captures
    entries = [brief.entry(capture) for capture in shown]
    sure = all(capture.reading.date for capture in shown)
    seen = dict.fromkeys(_SEEN[capture.reading.result] for capture in shown)
    where = (c.reading.url or c.reading.host_shown for c in shown)
    return {
        "date": day_short(attempt.on) + ("" if sure else "*"),
        "heure": hour(attempt.at) if attempt.at else _NOT_SHOWN,
        "adresse": next((address for address in where if address), _NOT_SHOWN),
        "constat": listed(seen),
        "piece": ranges(entry.number for entry in entries),
        "page": ranges(entry.first_page for entry in entries),
    }


def _when(capture: Capture) -> str:
    on, at = capture.shown_on, capture.shown_at
    if on is None:
        return "à une date qui n’est pas affichée"
    return f"le {day(on, weekday=True)}" + (f" à {hour(at)}" if at else "")


def _one(brief: Brief, capture: Capture) -> str:
    return exhibits([brief.entry(capture).number])


def _numbers(brief: Brief, captures: Iterable[Capture]) -> list[int]:
    return sorted(brief.entry(capture).number for capture in captures)


def _cited(brief: Brief, captures: Iterable[Capture]) -> str:
    numbers = _numbers(brief, captures)
    return exhibits(numbers) if numbers else ""


def _usual_address(brief: Brief, captures: Iterable[Capture]) -> str:
    """The site's address: as the person gave it, else as the captures show it most often."""
    stated = brief.dossier.request.booking_address
    shown = Counter(c.reading.url or c.reading.host_shown for c in captures)
    shown.pop(None, None)
    return stated or next((address for address, _ in shown.most_common(1) if address), "")
