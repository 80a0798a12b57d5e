"""What the acts after filing need, as far as the journal and the facts already tell it.

The values are written as in a file of details (`plaise draft … --details`), so that the person
sees, completes and corrects them before anything is drafted.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from plaise.dossier import Dossier, PlaiseError
from plaise.drafting import Details
from plaise.followup import (
    AppointmentHeld,
    DateOffered,
    Decision,
    Filed,
    Followup,
    HearingSet,
    NotExecuted,
    Order,
    Setting,
    deadlines,
    rejection_guide,
)
from plaise.store import Storage

from ._filed import filing_of

Table = dict[str, Any]
_LOST = {"turned_away": "refoule", "incomplete": "incomplet", "missed": "manque"}
_UNDONE = {"nothing": "rien", "late": "tard", "too_far": "trop_loin", "partly": "partie"}
_DEPOSIT = "depot"


def proposed_details(storage: Storage, dossier: Dossier, case: Followup) -> dict[str, Any]:
    """The details of the acts that follow a filing, taken from what was recorded.

    Args:
        storage: the dossier.
        dossier: its facts.
        case: where it stands.

    Returns:
        Tables by their French names; one is absent when nothing was recorded for it.
    """
    made = {
        _DEPOSIT: _filing(storage, dossier, case),
        "date_proposee": _offer(case),
        "ordonnance": _order(case, Setting.of(dossier)),
        "reponses": _replies(case),
        "audience": _hearing(case),
        "rendez_vous": _appointment(case),
    }
    return {name: table for name, table in made.items() if table}


def details_from(tables: dict[str, Any]) -> Details:
    """The details that a person confirmed.

    Raises:
        PlaiseError: something is missing or malformed.
    """
    try:
        return Details.model_validate(tables)
    except ValidationError as error:
        at = {".".join(str(part) for part in fault["loc"]) for fault in error.errors()}
        raise PlaiseError(
            f"Il manque une précision, ou elle contient une faute : {', '.join(sorted(at))}.",
            to_do="Complétez ou corrigez ce point.",
        ) from error


def _filing(storage: Storage, dossier: Dossier, case: Followup) -> Table:
    known = filing_of(storage.journal(), dossier).filing
    filed = case.latest(Filed)
    if known is None:
        return {"numero": case.number, "date": filed.on} if filed else {}
    return {"numero": case.number, "date": known.on, "derniere_piece": known.last_exhibit}


def _offer(case: Followup) -> Table:
    if not case.offers:
        return {}
    offered = [one for one in case.offers if isinstance(one, DateOffered)]
    last = offered[-1] if offered else case.offers[-1]
    why = last.why_far.strip() if isinstance(last, DateOffered) else ""
    return {
        "date": last.day,
        "heure": last.hour,
        "recue_le": last.on,
        "raisons": [{"texte": why}] if why else [],
    }


def _order(case: Followup, setting: Setting) -> Table:
    order = case.latest(Order, case.events)
    decision: Decision | None = case.injunction or order
    if decision is None:
        return {}
    limits = {one.rule: one.day for one in deadlines(case, setting)}
    end = limits.get("execution", limits.get("appointment_limit"))
    return {
        "numero": case.number,
        "date": decision.on,
        "recue_le": decision.read_on or decision.on,
        "recue_par_la_prefecture_le": decision.prefect_notified_on,
        "delai_jusqu_au": end,
        "astreinte_euros": decision.penalty_euros or 0,
        **_undone(case, decision),
    }


def _undone(case: Followup, decision: Decision) -> Table:
    """How the order was not obeyed, as it was last recorded, with the words noted then."""
    said = case.latest(NotExecuted, case.events)
    if said is None or said.on < decision.on:
        return {}
    return {"inexecution": _UNDONE[said.what], "fait": said.note}


def _replies(case: Followup) -> list[Table]:
    """One line for each reason of a rejection, to be answered."""
    order = case.latest(Order, case.events)
    if order is None or not order.lost:
        return []
    guide = rejection_guide()
    return [{"motif": guide.of(reason).label, "reponse": ""} for reason in order.reasons]


def _hearing(case: Followup) -> Table:
    hearing = case.latest(HearingSet)
    if hearing is None:
        return {}
    return {"date": hearing.day, "heure": hearing.hour, "lieu": hearing.place}


def _appointment(case: Followup) -> Table:
    if not case.offers:
        return {}
    last = case.offers[-1]
    held = case.latest(AppointmentHeld, case.events)
    over = held is not None and held.on >= last.on
    return {
        "date": last.day,
        "heure": last.hour,
        "lieu": last.place,
        "suite": _LOST.get(held.result) if held is not None and over else None,
        "reponse": held.note if held is not None and over else "",
    }
