"""What blocks an act: in a référé, a defect of form is not repaired afterwards (R. 522-2 CJA)."""

from __future__ import annotations

from collections.abc import Iterator

from plaise.dossier import Demarche, Door, HardCase, PlaiseError
from plaise.law import load_law

from ._brief import Act, Brief

_COVERED = {Demarche.FIRST_CARD, Demarche.RENEWAL, Demarche.CHANGE}
_DOORS = {Door.BOOKING, Door.RDV_PREFECTURE}
_WRONG_ROUTE = {HardCase.ALREADY_REGISTERED, HardCase.APPOINTMENT_REFUSED}
_TO_ASSOCIATION = (
    "Montrez votre dossier à une association d’aide aux personnes étrangères ou à un avocat : "
    "vos captures et vos pièces leur serviront."
)
_OTHER_DEMARCHES = {
    Demarche.FAMILY: (
        "Le regroupement familial se demande à l’OFII, pas à la préfecture "
        "(article R. 434-7 du CESEDA)."
    ),
    Demarche.ASYLUM: (
        "La demande d’asile suit d’autres règles et un autre référé, beaucoup plus rapide."
    ),
    Demarche.NATIONALITY: "Les actes pour la naturalisation ne sont pas encore prêts.",
    Demarche.DCEM: (
        "Les actes pour un document de circulation ne sont pas encore prêts : "
        "c’est le titulaire de l’autorité parentale qui demande (article D. 414-1 du CESEDA)."
    ),
    Demarche.TRAVEL_DOCUMENT: "Les actes pour un titre de voyage ne sont pas encore prêts.",
}


def check(act: Act, brief: Brief) -> None:
    """Refuse to draft an act that would be wrong or incomplete.

    Raises:
        PlaiseError: every fault found, and what to do.
    """
    _check_scope(brief)
    faults = [*_missing_parties(brief)]
    if act is Act.REQUETE:
        _check_route(brief)
        faults += _missing_from_petition(brief)
    if faults:
        raise PlaiseError(
            "L’acte ne peut pas être rédigé : il manque une information obligatoire.\n"
            + "\n".join(f"– {fault}" for fault in faults),
            to_do="Complétez dossier.toml, puis relancez la commande.",
        )


def _check_scope(brief: Brief) -> None:
    request = brief.dossier.request
    if request.demarche not in _COVERED:
        raise PlaiseError(_OTHER_DEMARCHES[request.demarche], to_do=_TO_ASSOCIATION)
    if request.door not in _DOORS:
        raise PlaiseError(
            "Les actes de cette version ne concernent que les rendez-vous à prendre sur le site "
            f"d’une préfecture ou sur RDV-Préfecture, et non la voie « {request.door.value} ».",
            to_do=_TO_ASSOCIATION,
        )
    court = load_law().court_for(brief.dossier.prefecture.departement)
    if not court.in_scope:
        raise PlaiseError(
            f"Le séjour des personnes étrangères suit des règles propres : {court.prefecture}.",
            to_do=_TO_ASSOCIATION,
        )


def _check_route(brief: Brief) -> None:
    """L. 521-3 is not the route once a decision exists, and hard cases go to a person first."""
    cases = brief.dossier.request.hard_cases
    if _WRONG_ROUTE & set(cases):
        raise PlaiseError(
            "Une demande déjà enregistrée, ou un rendez-vous refusé par écrit, se contestent par "
            "un autre recours que le référé mesures utiles.",
            to_do=_TO_ASSOCIATION + " Faites-le vite : les délais sont courts.",
        )
    if cases and not brief.dossier.request.adviser:
        raise PlaiseError(
            "Votre situation comporte un risque particulier "
            f"({', '.join(case.value for case in cases)}) : la requête doit d’abord être relue.",
            to_do=_TO_ASSOCIATION
            + " Inscrivez ensuite qui vous a conseillé (conseil_consulte, dans dossier.toml).",
        )


def _missing_parties(brief: Brief) -> Iterator[str]:
    dossier = brief.dossier
    if not dossier.person.last_name.strip():
        yield "votre nom (article R. 411-1 du CJA)"
    if not any(line.strip() for line in dossier.person.address):
        yield "votre adresse (article R. 411-1 du CJA)"
    if not any(line.strip() for line in dossier.prefecture.address):
        yield "l’adresse de la préfecture (article R. 411-1 du CJA)"
    if not dossier.city.strip():
        yield "le lieu où vous signez (« fait_a »)"


def _missing_from_petition(brief: Brief) -> Iterator[str]:
    dossier = brief.dossier
    if not (dossier.person.phone or dossier.person.email):
        yield "un téléphone ou un courriel : le greffe doit pouvoir vous joindre dans l’urgence"
    if not any(capture.counts and capture.shown_on for capture in brief.captures):
        yield (
            "au moins une capture datée qui montre un refus : sans elle, les faits ne sont pas "
            "établis (article R. 522-1 du CJA)"
        )
    if dossier.request.demarche is Demarche.RENEWAL:
        if dossier.request.expires_on is None:
            yield "la date d’expiration de votre titre (« expire_le »)"
    elif not any(reason.pieces for reason in dossier.urgency):
        yield (
            "une raison urgente avec une pièce qui la prouve : hors renouvellement, l’urgence doit "
            "être justifiée (article R. 522-1 du CJA ; CE, 9 juin 2022, n° 453391)"
        )
    latest = dossier.relief.latest_date
    if latest is not None and latest <= brief.acts_on:
        yield "une date limite de rendez-vous à venir (« rendez_vous_avant_le » est passée)"
    if dossier.relief.costs_euros and not dossier.relief.costs_pieces:
        yield "les justificatifs des frais demandés (« frais_pieces », article L. 761-1 du CJA)"
