"""The « booking/create/N/STEP » kind: one step a page, a refusal at step 2."""

from __future__ import annotations

import re
from collections.abc import Callable

from plaise.dossier import Result
from plaise.law import day_in_words

from ._agenda import days
from ._pages import Answer, Moment, Request, as_typed, page, redirect
from ._scenarios import Family, Slots, scenario

ROUTE = re.compile(r"^(?P<base>(?:/index\.php)?/booking/create/\d+)(?:/(?P<step>\d))?/?$")
_GUICHETS = (
    ("1", "Guichet 1 – Première demande de titre de séjour"),
    ("2", "Guichet 2 – Renouvellement d’un titre de séjour"),
    ("3", "Guichet 3 – Changement d’adresse ou de situation"),
)
_CHOSEN = _GUICHETS[1][1]


def booking(request: Request, moment: Moment) -> Answer | None:
    """Answer a request of that kind, or None when the address is not of that kind."""
    match = ROUTE.match(request.path)
    if match is None:
        return None
    base, step = match["base"], match["step"] or "0"
    show = _STEPS.get(step)
    if show is None:
        return None
    return show(base, request, moment)


def _start(base: str, request: Request, moment: Moment) -> Answer:
    told = moment.scenario
    if told.wording in {"ez_pas_calendrier", "ez_page_pas_disponible", "dead_desactive"}:
        return page("booking_ferme.html", titre="Rendez-vous", texte=as_typed(told.text))
    if request.method == "POST" and request.form.get("condition"):
        return redirect(f"{base}/1")
    missing = request.method == "POST"
    return page("booking_0.html", titre="Rendez-vous", base=base, oubli=missing)


def _nature(base: str, request: Request, moment: Moment) -> Answer:
    told = moment.scenario
    blocked = told.text if told.result is Result.BLOCKED_FORM else ""
    if request.method == "POST" and request.form.get("guichet") and not blocked:
        return redirect(f"{base}/{3 if _has_slot(moment) else 2}")
    return page(
        "booking_1.html",
        titre="Choix de la nature du rendez-vous",
        base=base,
        guichets=_GUICHETS,
        bloque=blocked,
    )


def _refusal(base: str, request: Request, moment: Moment) -> Answer:
    told = moment.scenario
    if request.method == "POST":
        return redirect(f"{base}/0")
    if _has_slot(moment):
        return redirect(f"{base}/3")
    own = told.family is Family.BOOKING and told.result is Result.REFUSAL
    text = told.text if own else scenario("refus").text
    after = "Veuillez recommencer ultérieurement." if "plus de plage" in text else ""
    return page(
        "booking_2.html",
        titre="Vérification de disponibilité",
        base=base,
        texte=as_typed(text),
        suite=after,
        guichet=_CHOSEN,
    )


def _description(base: str, request: Request, moment: Moment) -> Answer:
    if not _has_slot(moment):
        return redirect(f"{base}/0")
    if request.method == "POST":
        return redirect(f"{base}/4")
    return page(
        "booking_3.html",
        titre="Description de la nature du rendez-vous",
        base=base,
        guichet=_CHOSEN,
    )


def _choice(base: str, request: Request, moment: Moment) -> Answer:
    if not _has_slot(moment):
        return redirect(f"{base}/0")
    if request.method == "POST" and request.form.get("plage"):
        return redirect(f"{base}/6")
    listed = days(moment.scenario.slots, moment.now, moment.far)
    hours = sorted({hour for day in listed for hour in day.times} | {"14h15"})
    first = next((day for day in listed if day.times), None)
    return page(
        "booking_4.html",
        titre="Choix d'une plage horaire",
        base=base,
        jours=listed,
        heures=hours,
        premiere=f"{day_in_words(first.on)} à {first.times[0]}" if first else "",
    )


def _security(base: str, request: Request, moment: Moment) -> Answer:
    always_wrong = moment.scenario.result is Result.CAPTCHA
    token, code = request.form.get("jeton", ""), request.form.get("code", "")
    if not always_wrong and moment.captcha.accepts(token, code):
        return page("booking_fin.html", titre="Fin de l’exercice")
    fresh = moment.captcha.token()
    return page(
        "booking_6.html",
        titre="Contrôle de sécurité",
        base=base,
        jeton=fresh,
        image=moment.captcha.picture(fresh),
        code=moment.captcha.code(fresh),
        enonce="Lire le code lettre par lettre",
        faux=request.method == "POST",
    )


def _has_slot(moment: Moment) -> bool:
    return moment.scenario.slots is not Slots.NONE


_STEPS: dict[str, Callable[[str, Request, Moment], Answer]] = {
    "0": _start,
    "1": _nature,
    "2": _refusal,
    "3": _description,
    "4": _choice,
    "6": _security,
}
