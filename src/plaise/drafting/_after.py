"""The fields that come from the details of one act: a visit, an order, a hearing and others."""

from __future__ import annotations

from datetime import date, timedelta

from plaise.dossier import Contact, ContactKind

from ._acts import SHEETS
from ._attempts import attempts
from ._brief import Act, Brief
from ._details import Details, Filing, LegalAid, Lost, Offer, Order, Reply, Witness
from ._grammar import day, grouped, hour
from ._told import circumstance, cite, contact_of

_FULL_STOPS = " .;,"


def after_of(brief: Brief, details: Details, act: Act | None) -> dict[str, object]:
    """The fields of the details; a part not given, or of no use to the act, is empty."""
    needs = SHEETS[act].needs if act else ()
    return {
        "visite": _visit(details),
        "temoin": _witness(details.witness),
        "offre": _offer(brief, details.offer if "offer" in needs else None),
        "depot": _filing(details.filing),
        "ordonnance": _order(brief, details.order if "order" in needs else None),
        "rejet": _order(brief, details.order) if act is Act.NOUVELLE_REQUETE else {},
        "reponses": [_reply(brief, one) for one in details.replies if "replies" in needs],
        "audience": _hearing(details),
        "rendez_vous": _appointment(brief, details if "appointment" in needs else None),
        "association": _association(details),
        "aide": _legal_aid(details.legal_aid),
        "nouveau": _news(brief, details, act),
    }


def _when(on: date | None) -> str:
    return day(on) if on else ""


def _visit(details: Details) -> dict[str, str]:
    visit = details.visit
    return {
        "date": day(visit.on, weekday=True) if visit and visit.on else "",
        "heure": hour(visit.at) if visit and visit.at else "",
        "lieu": visit.place if visit else "",
        "reponse": visit.told.rstrip(_FULL_STOPS) if visit else "",
        "document": visit.given.rstrip(_FULL_STOPS) if visit else "",
        "accompagnant": visit.companion.rstrip(_FULL_STOPS) if visit else "",
    }


def _witness(given: Witness | None) -> dict[str, str]:
    witness = given or Witness()
    e = {"feminin": "e", "masculin": "", "inclusif": "·e"}[witness.gender.value]
    return {
        "e": e,
        "nom": witness.last_name,
        "prenoms": witness.first_names,
        "naissance": _when(witness.birth_date),
        "lieu_naissance": witness.birth_place,
        "adresse": witness.address,
        "profession": witness.occupation,
        "lien": witness.link.rstrip(_FULL_STOPS),
    }


def _offer(brief: Brief, offer: Offer | None) -> dict[str, object]:
    if offer is None:
        return {}
    return {
        "date": day(offer.on, weekday=True),
        "heure": hour(offer.at) if offer.at else "",
        "recue_le": day(offer.received_on),
        "par": offer.by.rstrip(_FULL_STOPS),
        "pieces": cite(brief, offer.pieces),
        "raisons": [circumstance(brief, reason) for reason in offer.too_late],
        "avant_le": _when(offer.before),
        "dans": f"{(offer.on - brief.acts_on).days} jours",
    }


def _filing(filing: Filing | None) -> dict[str, object]:
    if filing is None:
        return {"numero": "", "date": ""}
    return {
        "numero": filing.number,
        "date": day(filing.on),
        "derniere_piece": filing.last_exhibit,
        "premiere_nouvelle": filing.last_exhibit + 1,
    }


def _order(brief: Brief, order: Order | None) -> dict[str, object]:
    if order is None:
        return {}
    return {
        "numero": order.number,
        "date": day(order.on),
        "recue_le": _when(order.received_on),
        "recue_par_la_prefecture_le": _when(order.prefect_received_on),
        "dispositif": order.ordered.rstrip(_FULL_STOPS),
        "delai": _when(order.due_on),
        "retard": f"{(brief.acts_on - order.due_on).days} jours"
        if order.due_on and (brief.acts_on - order.due_on).days > 1
        else "",
        "astreinte": f"{grouped(order.daily_penalty_euros)} €" if order.daily_penalty_euros else "",
        "inexecution": order.undone.value,
        "fait": order.done.rstrip(_FULL_STOPS),
        "pieces": cite(brief, order.pieces),
        "suites": [contact_of(brief, one) for one in _since(brief, order.on)],
    }


def _reply(brief: Brief, reply: Reply) -> dict[str, str]:
    return {
        "motif": reply.point.rstrip(_FULL_STOPS),
        "reponse": reply.answer.rstrip(_FULL_STOPS),
        "pieces": cite(brief, reply.pieces),
    }


def _hearing(details: Details) -> dict[str, str]:
    hearing = details.hearing
    if hearing is None:
        return {}
    return {
        "date": day(hearing.on, weekday=True),
        "heure": hour(hearing.at),
        "lieu": hearing.place.rstrip(_FULL_STOPS),
        "salle": hearing.room.rstrip(_FULL_STOPS),
    }


def _appointment(brief: Brief, details: Details | None) -> dict[str, object]:
    one = details.appointment if details else None
    if one is None:
        return {}
    return {
        "date": day(one.on, weekday=True),
        "heure": hour(one.at) if one.at else "",
        "lieu": one.place.rstrip(_FULL_STOPS),
        "documents": [document.rstrip(_FULL_STOPS) for document in one.documents],
        **{lost.value: one.lost is lost for lost in Lost},
        "reponse": one.told.rstrip(_FULL_STOPS),
        "raison": one.reason.rstrip(_FULL_STOPS),
        "pieces": cite(brief, one.pieces),
    }


def _association(details: Details) -> dict[str, object]:
    one = details.association
    if one is None:
        return {}
    return {
        "nom": one.name,
        "siege": one.address,
        "objet": one.purpose.rstrip(_FULL_STOPS),
        "signataire": one.signatory,
        "qualite": one.capacity,
        "telephone": one.phone,
        "courriel": one.email,
        "constats": one.observed.rstrip(_FULL_STOPS),
        "pieces": one.enclosures,
    }


def _legal_aid(aid: LegalAid | None) -> dict[str, object]:
    return {
        "demandee": aid is not None,
        "bureau": aid.bureau if aid else "",
        "provisoire": bool(aid and aid.provisional),
        "demandee_le": _when(aid.asked_on) if aid else "",
    }


def last_message(brief: Brief) -> Contact | None:
    """The last message to the préfecture, from which a follow-up tells what is new."""
    kinds = {ContactKind.EMAIL, ContactKind.LRAR}
    written = [contact for contact in brief.dossier.contacts if contact.kind in kinds]
    return max(written, key=lambda contact: contact.on, default=None)


def _news(brief: Brief, details: Details, act: Act | None) -> dict[str, object]:
    """What happened since the petition was filed, or since the last message (a follow-up)."""
    since, after = None, 0
    if act is Act.RELANCE and (message := last_message(brief)):
        since = message.on
    elif details.filing:
        since, after = details.filing.on, details.filing.last_exhibit
    if since is None:
        return {}
    first = since if act is not Act.RELANCE else since + timedelta(days=1)
    recent = tuple(c for c in brief.used if c.shown_on and c.shown_on >= first)
    newer = brief.model_copy(update={"captures": recent})
    expires = brief.dossier.request.expires_on
    numbers = [entry for entry in brief.plan.entries if entry.number > after]
    return {
        "depuis": day(since),
        "apres": _after_what(brief) if act is Act.RELANCE else "",
        "tentatives": attempts(newer, after=after),
        "contacts": [contact_of(brief, one) for one in _since(brief, since)],
        "expire": bool(expires and since < expires <= brief.acts_on),
        "raisons": [
            circumstance(brief, reason)
            for reason in brief.dossier.urgency
            if reason.pieces and all(brief.piece(f).number > after for f in reason.pieces)
        ],
        "pieces": [
            {
                "numero": entry.number,
                "libelle": entry.label,
                "date": f"{entry.dated:%d/%m/%Y}" if entry.dated else "–",
            }
            for entry in numbers
        ],
    }


def _after_what(brief: Brief) -> str:
    """What was sent last, with the word that agrees with it."""
    message = last_message(brief)
    if message is None:
        return ""
    on = day(message.on)
    if message.kind is ContactKind.LRAR:
        return f"ma lettre recommandée du {on}, restée sans date"
    return f"mon courriel du {on}, resté sans date"


def _since(brief: Brief, since: date) -> list[Contact]:
    return sorted((c for c in brief.dossier.contacts if c.on > since), key=lambda c: c.on)
