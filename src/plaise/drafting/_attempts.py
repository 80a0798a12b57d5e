"""What the captures show, told in order: attempts, outages, slots, the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from plaise.dossier import Capture, Result
from plaise.law import load_law

from ._brief import Brief
from ._grammar import counted, day, day_short, exhibits, hour, in_words, listed

_NOT_SHOWN = "–"
_SEEN = {Result.REFUSAL: "aucun créneau", Result.BLOCKED_FORM: "formulaire bloqué"}
_SATURDAY = 5


def attempts(brief: Brief) -> dict[str, object]:
    """The failed attempts: figures, weeks, messages and the rows of the chronology.

    An attempt counts when its capture shows a refusal or a blocked form and its day; the others
    are named apart, and never counted (CE n° 435594 asks for attempts in different weeks).
    """
    failed = [capture for capture in brief.used if capture.counts]
    dated = [(capture.shown_on, capture) for capture in failed if capture.shown_on]
    undated = [capture for capture in failed if not capture.shown_on]
    days = sorted({on for on, _ in dated})
    times = sorted(capture.shown_at for _, capture in dated if capture.shown_at)
    blocked = [c for _, c in dated if c.reading.result is Result.BLOCKED_FORM]
    shown = {
        "nombre": len(dated),
        "nombre_en_mots": counted(len(dated), "tentative", "tentatives", feminine=True),
        "jours_en_mots": counted(len(days), "date", "dates différentes", feminine=True),
        "nombre_de_semaines": len(weeks_of(days)),
        "semaines_en_mots": counted(len(weeks_of(days)), "semaine", "semaines", feminine=True),
        "pieces": _cited(brief, (capture for _, capture in dated)),
        "semaines": _by_week(brief, dated),
        "messages": _messages(brief, (capture for _, capture in dated)),
        "lignes": [_row(brief, capture) for _, capture in dated],
        "sans_date": {"nombre": len(undated), "pieces": _cited(brief, undated)},
        "sans_heure": _without_time(dated),
        "heures": {"nombre": len(set(times))},
        "fin_de_semaine": any(on.weekday() >= _SATURDAY for on in days),
        "formulaire_bloque": {"nombre": len(blocked), "pieces": _cited(brief, blocked)},
        "jour_deduit": any(not capture.reading.date for _, capture in dated),
        "precisions": _remarks(brief),
        "adresse": _usual_address(brief, failed),
        "sites": listed(_hosts(capture for _, capture in dated)),
        "plusieurs_sites": len(_hosts(capture for _, capture in dated)) > 1,
    }
    if days:
        shown["du"], shown["au"] = day(days[0], weekday=True), day(days[-1], weekday=True)
        shown["duree"] = counted((days[-1] - days[0]).days + 1, "jour", "jours")
        shown["un_seul_jour"] = len(days) == 1
    if times:
        shown["heures"] = {
            "nombre": len(set(times)),
            "premiere": hour(times[0]),
            "derniere": hour(times[-1]),
        }
    return shown


def outages(brief: Brief) -> list[dict[str, str]]:
    """Error pages and dead links: told apart, since they say nothing of the slots."""
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
    return _cited(brief, (c for c in brief.used if c.reading.result in kinds))


def _said(brief: Brief, capture: Capture) -> str:
    """What the person says of a capture, or nothing."""
    said = {note.capture: note.text for note in brief.dossier.explanations}
    return capture.explanation or said.get(capture.name, "") or said.get(capture.path, "")


def _remarks(brief: Brief) -> list[dict[str, str]]:
    """What the person says of captures other than slots, so that no word of hers is lost."""
    return [
        {"piece": _one(brief, capture), "texte": _said(brief, capture)}
        for capture in brief.used
        if capture.reading.result is not Result.SLOT_OFFERED and _said(brief, capture)
    ]


def _hosts(captures: Iterable[Capture]) -> list[str]:
    """The sites tried, the most often tried first."""
    hosts = Counter(c.reading.host for c in captures if c.reading.host)
    return [host for host, _ in hosts.most_common()]


def weeks_of(days: Iterable[date]) -> list[date]:
    """The Mondays of the calendar weeks in which the days fall."""
    return sorted({on - timedelta(days=on.weekday()) for on in days})


def _without_time(dated: list[tuple[date, Capture]]) -> str:
    """« une », « trois », or nothing when every capture shows its clock."""
    missing = sum(1 for _, capture in dated if not capture.shown_at)
    return in_words(missing, feminine=True) if missing else ""


def _by_week(brief: Brief, dated: list[tuple[date, Capture]]) -> list[dict[str, str]]:
    told = []
    for monday in weeks_of(on for on, _ in dated):
        inside = [(on, c) for on, c in dated if 0 <= (on - monday).days < 7]  # noqa: PLR2004 (a week)
        days = sorted({on for on, _ in inside})
        told.append(
            {
                "semaine": day(monday),
                "nombre": counted(len(inside), "tentative", "tentatives", feminine=True),
                "jours": listed(_day_of(on) for on in days),
                "pieces": _cited(brief, (capture for _, capture in inside)),
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


def _row(brief: Brief, capture: Capture) -> dict[str, object]:
    entry = brief.entry(capture)
    on, at = capture.shown_on, capture.shown_at
    return {
        "date": (day_short(on) if on else _NOT_SHOWN) + ("" if capture.reading.date else "*"),
        "heure": hour(at) if at else _NOT_SHOWN,
        "adresse": capture.reading.url or capture.reading.host_shown or _NOT_SHOWN,
        "constat": _SEEN[capture.reading.result],
        "piece": entry.number,
        "page": entry.first_page,
    }


def _when(capture: Capture) -> str:
    on, at = capture.shown_on, capture.shown_at
    if on is None:
        return "à une date qui n’est pas affichée"
    return f"le {day(on, weekday=True)}" + (f" à {hour(at)}" if at else "")


def _one(brief: Brief, capture: Capture) -> str:
    return exhibits([brief.entry(capture).number])


def _cited(brief: Brief, captures: Iterable[Capture]) -> str:
    numbers = [brief.entry(capture).number for capture in captures]
    return exhibits(numbers) if numbers else ""


def _usual_address(brief: Brief, captures: Iterable[Capture]) -> str:
    """The site's address: as the person gave it, else as the captures show it most often."""
    stated = brief.dossier.request.booking_address
    shown = Counter(c.reading.url or c.reading.host_shown for c in captures)
    shown.pop(None, None)
    return stated or next((address for address, _ in shown.most_common(1) if address), "")
