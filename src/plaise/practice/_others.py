"""Pages that are no booking step: outages, dead links, alert box, téléservice, settings."""

from __future__ import annotations

from http import HTTPStatus
from itertools import groupby

from plaise.dossier import Result

from ._pages import Answer, Moment, Request, as_typed, page
from ._scenarios import ALERT_PATH, HOSTS, TELESERVICE_PATH, Family, Scenario, scenario, scenarios

_WITH_SHELL = {"out_maintenance", "dead_demarche_close", "dead_404"}
_CLOSED_STEP = {"ez_page_pas_disponible", "dead_desactive"}


def fault(request: Request, moment: Moment) -> Answer | None:
    """The outage or dead link that the site was told to answer, or None."""
    told = moment.scenario
    if told.result not in {Result.OUTAGE, Result.DEAD_LINK} or told.wording in _CLOSED_STEP:
        return None
    if told.wording in _WITH_SHELL:
        return page("information.html", status=told.status, titre=told.text, texte=told.text)
    return page(
        "erreur.html",
        status=told.status,
        titre=told.text,
        texte=told.text,
        detail=_DETAILS.get(told.wording or "", ""),
    )


_DETAILS = {
    "out_guru": "XID: 2026101208",
    "out_service_surcharge": "Trop de connexions en même temps.",
    "blk_cloudflare": "You are unable to access this site",
}


def alert_box(request: Request, moment: Moment) -> Answer | None:
    """The kind that refuses in an alert box; `?alerte=1` opens the browser's own box."""
    if request.path != ALERT_PATH:
        return None
    told = moment.scenario
    own = told.family is Family.ALERT
    text = as_typed(told.text if own else scenario("refus_alerte").text)
    real = request.query.get("alerte") == "1"
    return page(
        "alerte.html", titre="Prise de rendez-vous", texte=text, hote=request.host, reelle=real
    )


def teleservice(request: Request, moment: Moment) -> Answer | None:
    """A form that stops: a category that cannot be chosen, or an error of the téléservice."""
    if request.path.rstrip("/") != TELESERVICE_PATH.rstrip("/"):
        return None
    told = moment.scenario
    blocked = told.text if told.result is Result.BLOCKED_FORM else ""
    return page("teleservice.html", titre="Démarche en ligne", bloque=blocked)


def not_found() -> Answer:
    """An address that the site does not know."""
    text = "Page introuvable"
    return page("information.html", status=HTTPStatus.NOT_FOUND, titre=text, texte=text)


def home() -> Answer:
    """The doors of the practice site."""
    starts = (
        ("/booking/create/9829/0", "Module « booking »", HOSTS[Family.BOOKING]),
        ("/rdvpref/reservation/demarche/9040/cgu/", "RDV-Préfecture", HOSTS[Family.RDVPREF]),
        (ALERT_PATH, "Boîte d’alerte", HOSTS[Family.ALERT]),
        (TELESERVICE_PATH, "Téléservice", HOSTS[Family.TELESERVICE]),
    )
    return page("accueil.html", titre="Accueil de l’entraînement", portes=starts)


def settings(told: Scenario, *, saved: bool) -> Answer:
    """The page where the person who rehearses chooses what the site answers."""
    groups = [
        (name, tuple(members))
        for name, members in groupby(scenarios(), key=lambda one: one.label.partition(" – ")[0])
    ]
    return page("reglages.html", titre="Réglages", choisi=told, groupes=groups, enregistre=saved)
