"""The fields that the sources of the acts may name, in French since jurists write them."""

from __future__ import annotations

from datetime import date

from plaise.dossier import Contact, Entry, PieceKind
from plaise.law import Court, Reference, load_law, proves

from ._after import after_of
from ._attempts import attempts, other_pages, outages, slots
from ._brief import Act, Brief
from ._details import Details
from ._grammar import (
    agreement,
    clock_of,
    counted,
    day,
    exhibits,
    grouped,
    listed,
    named,
    prefect,
    ranges,
)
from ._request import HELP, door_of, request_of
from ._told import circumstance, contact_of

_FULL_STOPS = " .;,"


def context_of(
    brief: Brief, details: Details | None = None, act: Act | None = None
) -> dict[str, object]:
    """Every field, ready to print: words, dates in words, exhibit numbers."""
    dossier = brief.dossier
    court = load_law().court_for(dossier.prefecture.departement)
    forms = prefect(court, dossier.prefecture.title)
    return {
        "personne": _person(brief),
        "enfant": _child(brief),
        "prefet": {
            "appel": forms.call,
            "titre": forms.title,
            "au": forms.to,
            "aupres": forms.near,
        },
        "prefecture": _prefecture(brief, court),
        "tribunal": {"nom": court.tribunal, "capitales": court.tribunal.upper()},
        "demande": request_of(brief),
        "porte": door_of(brief),
        "tentatives": attempts(brief),
        "pannes": outages(brief),
        "creneaux": slots(brief),
        "autres_pages": other_pages(brief),
        "contacts": [contact_of(brief, contact) for contact in _in_order(brief)],
        "urgence": [circumstance(brief, reason) for reason in dossier.urgency],
        "conclusions": _relief(brief),
        "pieces": _exhibits(brief),
        "inventaire": _inventory(brief),
        "envois": _enclosures(brief),
        "droit": _law(),
        "exercice": dossier.exercise,
        "fuseau": clock_of(dossier.zone),
        "date": day(brief.acts_on),
        "lieu": dossier.city,
        "defenseur": {"adresse": _defenseur()},
        "verifie": {
            name.replace("-", "_"): day(one.checked_on)
            for name, one in load_law().references.items()
        },
        **after_of(brief, details or Details(), act),
    }


def _person(brief: Brief) -> dict[str, object]:
    """Who says « je »: the person, or who acts for a minor."""
    person = brief.dossier.person
    speaker = brief.dossier.representative or person
    address = speaker.address or person.address
    words = agreement(speaker)
    return {
        "nom": named(speaker),
        "nom_complet": speaker.full_name,
        "e": words.e,
        "ne": f"né{agreement(person).e}",
        "Ne": f"Né{agreement(person).e}",
        "naissance": f"{day(person.birth_date)} à {person.birth_place}",
        "nationalite": person.nationality,
        "adresse": address,
        "adresse_en_ligne": ", ".join(line for line in address if line),
        "telephone": person.phone,
        "courriel": person.email,
        "numero_etranger": person.foreigner_number,
    }


def _child(brief: Brief) -> dict[str, str]:
    """The minor for whom someone acts, or nothing."""
    person, acts = brief.dossier.person, brief.dossier.representative
    if acts is None:
        return {}
    return {
        "nom": person.full_name,
        "qualite": acts.capacity.rstrip(_FULL_STOPS),
        "adresse": ", ".join(line for line in person.address if line),
    }


def _prefecture(brief: Brief, court: Court) -> dict[str, object]:
    prefecture = brief.dossier.prefecture
    return {
        "nom": court.prefecture,
        "adresse": prefecture.address,
        "courriel": prefecture.email,
    }


def _in_order(brief: Brief) -> list[Contact]:
    return sorted(brief.dossier.contacts, key=lambda contact: contact.on)


def _relief(brief: Brief) -> dict[str, object]:
    """The conclusions as fields; `dernier` names the last of them, which ends the sentence."""
    relief = brief.dossier.relief
    costs = [brief.piece(file).number for file in relief.costs_pieces]
    asked = bool(relief.costs_euros and costs)
    last = "injonction"
    last = "date" if relief.latest_date else last
    last = "astreinte" if relief.daily_penalty_euros else last
    return {
        "de_delai": ("d’" if relief.delay_days == 1 else "de ")
        + counted(relief.delay_days, "jour", "jours"),
        "au_plus_tard": day(relief.latest_date) if relief.latest_date else "",
        "astreinte": _euros(relief.daily_penalty_euros) if relief.daily_penalty_euros else "",
        "frais": _euros(relief.costs_euros) if asked else "",
        "pieces_des_frais": exhibits(costs) if costs else "",
        "dernier": "frais" if asked else last,
    }


def _euros(amount: int) -> str:
    return f"{grouped(amount)} €"


def _exhibits(brief: Brief) -> dict[str, object]:
    plan = brief.plan
    days = [entry.dated for entry in plan.series if entry.dated]
    return {
        "nombre": len(plan.entries),
        "toutes": [_exhibit(entry) for entry in plan.entries],
        "seules": [_exhibit(entry) for entry in plan.pieces],
        "serie": {
            "nombre": len(plan.series),
            "numeros": ranges(entry.number for entry in plan.series),
            "periode": _period(days),
            "fichiers": listed(dict.fromkeys(entry.file for entry in plan.series)),
        },
    }


def _inventory(brief: Brief) -> dict[str, object]:
    """What is filed now: every exhibit with the petition, the new ones with a memoir."""
    plan = brief.plan
    listed = plan.batch if plan.continues else plan.entries
    return {
        "pieces": [_exhibit(entry) for entry in listed],
        "en_serie": sum(entry.in_series for entry in listed) > 1,
        "deja_deposees": ranges(range(1, plan.filed_up_to + 1)) if plan.continues else "",
    }


def _exhibit(entry: Entry) -> dict[str, object]:
    last = entry.first_page + entry.pages - 1
    return {
        "numero": entry.number,
        "libelle": entry.label,
        "date": f"{entry.dated:%d/%m/%Y}" if entry.dated else "–",
        "fichier": entry.file,
        "pages": f"{entry.first_page}" if entry.pages <= 1 else f"{entry.first_page} à {last}",
        "empreinte": entry.sha256,
    }


def _period(days: list[date]) -> str:
    if not days:
        return ""
    first, last = min(days), max(days)
    return f"du {day(first)} au {day(last)}" if first != last else f"du {day(first)}"


def _enclosures(brief: Brief) -> dict[str, object]:
    """What goes with the e-mail and the letter: attempts, card, reasons; never the LRAR's slips.

    The help asked for goes too (R. 431-2 CESEDA). `demarches` are the proofs of the other steps,
    which the préfecture has and the Défenseur des droits has not.
    """
    kinds = (PieceKind.RESIDENCE_CARD, PieceKind.URGENCY, PieceKind.SERIOUS, PieceKind.EMAIL)
    shown = [c for c in brief.used if proves(c, brief.dossier.request.door)]
    contacts = brief.dossier.contacts
    asked = {file for contact in contacts if contact.kind in HELP for file in contact.pieces}
    steps = {file for contact in contacts for file in contact.pieces}
    days = [c.shown_on for c in shown if c.shown_on]
    captures = counted(len(shown), "capture d’écran", "captures d’écran", feminine=True)
    pieces = [p for kind in kinds for p in brief.dossier.pieces if p.kind is kind]
    pieces += [p for p in brief.dossier.pieces if p.file in asked and p not in pieces]
    others = [p for p in brief.dossier.pieces if p.file in steps and p not in pieces]
    return {
        "captures": f"{captures[:1].upper()}{captures[1:]}",
        "nombre_de_captures": len(shown),
        "periode": _period(days),
        "autres": [piece.label.rstrip(_FULL_STOPS) for piece in pieces],
        "demarches": [piece.label.rstrip(_FULL_STOPS) for piece in others],
    }


def _defenseur() -> tuple[str, ...]:
    """Where to write to the Défenseur des droits, as our dated list of contacts says."""
    places = (one.place for one in load_law().contacts if one.id == "defenseur-des-droits")
    return tuple(part for part in next(places, "").split(", ") if part)


def _law() -> dict[str, object]:
    """References and their quotations, under the names that the sources use."""
    references = load_law().references
    return {name.replace("-", "_"): _cited(ref) for name, ref in references.items()}


def _cited(reference: Reference) -> dict[str, object]:
    """A reference for the acts, its quotations by name and (`texte_1`) by paragraph.

    Words read only in a commentary are not offered: they are not the court's own.
    """
    own: dict[str, object] = {"titre": reference.title, "court": reference.short}
    for quotation in reference.quotations:
        if not quotation.reported:
            name = quotation.name.replace("-", "_")
            own[name] = quotation.text
            for number, line in enumerate(quotation.text.splitlines(), 1):
                own[f"{name}_{number}"] = line
    return own
