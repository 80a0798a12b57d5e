"""The RDV-Préfecture kind: terms with a security picture, then the slots."""

from __future__ import annotations

import re
from typing import Any

from plaise.dossier import Result
from plaise.law import day_in_words

from ._agenda import days, first_slot, in_figures, publication_lines
from ._pages import Answer, Moment, Request, page, redirect
from ._scenarios import Family, Slots, scenario

ROUTE = re.compile(
    r"^(?P<base>/rdvpref/reservation/demarche/\d+)/(?:(?P<step>cgu|creneau|coordonnees)/?)?$"
)


def rdvpref(request: Request, moment: Moment) -> Answer | None:
    """Answer a request of that kind, or None when the address is not of that kind."""
    match = ROUTE.match(request.path)
    if match is None:
        return None
    base = match["base"]
    match match["step"]:
        case "cgu":
            return _terms(base, request, moment)
        case "creneau":
            return _slots(base, request, moment)
        case "coordonnees":
            return _person(base, request)
    return redirect(f"{base}/cgu/")


def _terms(base: str, request: Request, moment: Moment) -> Answer:
    told = moment.scenario
    stuck = told.result is Result.CAPTCHA
    if request.method == "POST":
        token, code = request.form.get("jeton", ""), request.form.get("code", "")
        right = moment.captcha.accepts(token, code) and bool(request.form.get("accepte"))
        if stuck or not right:
            return redirect(f"{base}/cgu/?error=invalidCaptcha")
        return redirect(f"{base}/creneau/")
    fresh = moment.captcha.token()
    own = told.text if told.wording in {"cap_code", "cap_humain"} else ""
    return page(
        "rdvpref_cgu.html",
        titre="Conditions d’utilisation",
        base=base,
        jeton=fresh,
        image=moment.captcha.picture(fresh),
        code=moment.captcha.code(fresh),
        consigne=own or "Recopiez le code affiché",
        faux=request.query.get("error") == "invalidCaptcha",
    )


def _slots(base: str, request: Request, moment: Moment) -> Answer:
    told = moment.scenario
    if request.method == "POST" and request.form.get("creneau"):
        return redirect(f"{base}/coordonnees/")
    last, following = publication_lines(moment.now)
    common: dict[str, Any] = {"base": base, "derniere": last, "prochaine": following}
    if told.slots is Slots.NONE:
        own = told.family is Family.RDVPREF and told.result is Result.REFUSAL
        text = told.text if own else scenario("refus_rdvpref").text
        return page("rdvpref_refus.html", titre="Choix du créneau", texte=text, **common)
    later = request.query.get("suivant") == "1"
    if told.slots is Slots.OTHER_WEEK and not later:
        first = first_slot(told.slots, moment.now, moment.far)
        assert first is not None
        return page(
            "rdvpref_semaine.html", titre="Choix du créneau", jour=in_figures(first), **common
        )
    return page(
        "rdvpref_creneaux.html",
        titre="Choix du créneau",
        jours=days(told.slots, moment.now, moment.far),
        en_mots=day_in_words,
        **common,
    )


def _person(base: str, request: Request) -> Answer:
    if request.method == "POST":
        return page("booking_fin.html", titre="Fin de l’exercice")
    return page("rdvpref_coordonnees.html", titre="Vos informations", base=base)
