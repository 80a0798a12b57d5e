"""The fields that the sources of the acts may name, in French since jurists write them."""

from __future__ import annotations

from datetime import date

from plaise.dossier import Contact, ContactKind, Demarche, Entry, PieceKind
from plaise.law import Court, Reference, load_law

from ._attempts import attempts, other_pages, outages, slots
from ._brief import Brief
from ._grammar import agreement, counted, day, exhibits, grouped, listed, named, of, prefect, ranges

_FULL_STOPS = " .;,"
_TWO_MONTHS = 2
_BY = {
    ContactKind.EMAIL: "par courriel",
    ContactKind.LRAR: "par lettre recommandée avec avis de réception",
}


def context_of(brief: Brief) -> dict[str, object]:
    """Every field, ready to print: words, dates in words, exhibit numbers."""
    dossier = brief.dossier
    court = load_law().court_for(dossier.prefecture.departement)
    forms = prefect(court, dossier.prefecture.title)
    return {
        "personne": _person(brief),
        "prefet": {"appel": forms.call, "titre": forms.title, "au": forms.to},
        "prefecture": {
            "nom": court.prefecture,
            "adresse": dossier.prefecture.address,
            "courriel": dossier.prefecture.email,
        },
        "tribunal": {"nom": court.tribunal, "capitales": court.tribunal.upper()},
        "demande": _request(brief, court),
        "tentatives": attempts(brief),
        "pannes": outages(brief),
        "creneaux": slots(brief),
        "autres_pages": other_pages(brief),
        "contacts": [_contact(brief, contact) for contact in _in_order(brief)],
        "urgence": _urgency(brief),
        "conclusions": _relief(brief),
        "pieces": _exhibits(brief),
        "envois": _enclosures(brief),
        "droit": _law(),
        "exercice": dossier.exercise,
        "fuseau": dossier.zone,
        "date": day(brief.acts_on),
        "lieu": dossier.city,
    }


def _person(brief: Brief) -> dict[str, object]:
    person = brief.dossier.person
    words = agreement(person)
    return {
        "nom": named(person),
        "nom_complet": person.full_name,
        "e": words.e,
        "ne": f"Né{words.e}",
        "naissance": f"{day(person.birth_date)} à {person.birth_place}",
        "nationalite": person.nationality,
        "adresse": person.address,
        "adresse_en_ligne": ", ".join(line for line in person.address if line),
        "telephone": person.phone,
        "courriel": person.email,
        "numero_etranger": person.foreigner_number,
    }


def _request(brief: Brief, court: Court) -> dict[str, object]:
    request = brief.dossier.request
    renewal = request.demarche is Demarche.RENEWAL
    aim = f"renouvellement {of(request.title_sought)}" if renewal else request.title_sought
    agreement_of = load_law().agreement_for(brief.dossier.person.nationality)
    return {
        "objet": f"demande {of(aim)}",
        "renouvellement": renewal,
        "changement": request.demarche is Demarche.CHANGE,
        "titre": request.title_sought,
        "titre_actuel": request.current_title,
        "expire_le": day(request.expires_on) if request.expires_on else "",
        "expire": bool(request.expires_on and request.expires_on <= brief.acts_on),
        "dans_les_deux_mois": _began_in_time(brief),
        "pieces_du_titre": _of_kind(brief, PieceKind.RESIDENCE_CARD),
        "motifs": request.serious.rstrip(_FULL_STOPS),
        "pieces_des_motifs": _of_kind(brief, PieceKind.SERIOUS),
        "ceseda": not (agreement_of and agreement_of.effect == "replaces"),
        "paris": court.is_police,
    }


def _began_in_time(brief: Brief) -> str:
    """The first attempt, when it fell in the two months before expiry (R. 431-5, 1° CESEDA)."""
    expires = brief.dossier.request.expires_on
    days = [c.shown_on for c in brief.used if c.counts and c.shown_on]
    if brief.dossier.request.demarche is not Demarche.RENEWAL or not expires or not days:
        return ""
    first = min(days)
    months = (expires.year - first.year) * 12 + expires.month - first.month
    inside = months < _TWO_MONTHS or (months == _TWO_MONTHS and first.day >= expires.day)
    return day(first) if first < expires and inside else ""


def _in_order(brief: Brief) -> list[Contact]:
    return sorted(brief.dossier.contacts, key=lambda contact: contact.on)


def _contact(brief: Brief, contact: Contact) -> dict[str, object]:
    e = agreement(brief.dossier.person).e
    told = {
        ContactKind.EMAIL: "j’ai écrit à la préfecture par courriel",
        ContactKind.LRAR: (
            "j’ai écrit à la préfecture par lettre recommandée avec avis de réception"
        ),
        ContactKind.VISIT: f"je me suis présenté{e} à la préfecture",
        ContactKind.DEFENSEUR: "j’ai saisi le Défenseur des droits",
        ContactKind.CONTACT_CENTRE: "j’ai appelé à l’aide le centre de contact citoyens",
        ContactKind.DIGITAL_POINT: f"je me suis présenté{e} au point d’accueil numérique",
    }
    numbers = [brief.piece(file).number for file in contact.pieces]
    written = contact.kind in {ContactKind.EMAIL, ContactKind.LRAR}
    return {
        "date": day(contact.on),
        "jour": day(contact.on, weekday=True),
        "fait": told[contact.kind],
        "voie": _BY[contact.kind] if written else "",
        "ecrit": written,
        "recue_le": _received(brief, contact),
        "pieces": exhibits(numbers) if numbers else "",
        "reponse": contact.answer.rstrip(_FULL_STOPS),
    }


def _received(brief: Brief, contact: Contact) -> str:
    """The day that the returned receipt of a registered letter bears, if it is an exhibit."""
    for file in contact.pieces:
        piece = brief.dossier.piece(file)
        if piece.kind is PieceKind.LRAR_RECEIPT and piece.dated:
            return day(piece.dated)
    return ""


def _urgency(brief: Brief) -> list[dict[str, str]]:
    return [
        {
            "texte": reason.text.rstrip(_FULL_STOPS),
            "pieces": exhibits(brief.piece(file).number for file in reason.pieces)
            if reason.pieces
            else "",
        }
        for reason in brief.dossier.urgency
    ]


def _relief(brief: Brief) -> dict[str, object]:
    relief = brief.dossier.relief
    costs = [brief.piece(file).number for file in relief.costs_pieces]
    return {
        "delai": counted(relief.delay_days, "jour", "jours"),
        "au_plus_tard": day(relief.latest_date) if relief.latest_date else "",
        "astreinte": f"{grouped(relief.daily_penalty_euros)} €"
        if relief.daily_penalty_euros
        else "",
        "frais": f"{grouped(relief.costs_euros)} €" if relief.costs_euros and costs else "",
        "pieces_des_frais": exhibits(costs) if costs else "",
    }


def _of_kind(brief: Brief, *kinds: PieceKind) -> str:
    numbers = [brief.piece(p.file).number for p in brief.dossier.pieces if p.kind in kinds]
    return exhibits(numbers) if numbers else ""


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
    """What goes with the e-mail and the letter: attempts, card, reasons; never the LRAR's slips."""
    kinds = (PieceKind.RESIDENCE_CARD, PieceKind.URGENCY, PieceKind.SERIOUS, PieceKind.EMAIL)
    shown = [c for c in brief.used if c.counts]
    days = [c.shown_on for c in shown if c.shown_on]
    captures = counted(len(shown), "capture d’écran", "captures d’écran", feminine=True)
    pieces = [p for kind in kinds for p in brief.dossier.pieces if p.kind is kind]
    return {
        "captures": f"{captures[:1].upper()}{captures[1:]}",
        "nombre_de_captures": len(shown),
        "periode": _period(days),
        "autres": [piece.label.rstrip(_FULL_STOPS) for piece in pieces],
    }


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
