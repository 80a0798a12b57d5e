"""Situations that are sent to an association or a lawyer before anything is filed."""

from __future__ import annotations

from plaise.dossier import HardCase
from plaise.law import add_months

from ._case import ADULT_MONTHS, Case, Outcome
from ._french import day, listing
from ._values import Fact, Level, Verdict

_HARD = {
    HardCase.OQTF: "une obligation de quitter le territoire (OQTF)",
    HardCase.IRTF: "une interdiction de retour (IRTF)",
    HardCase.EARLIER_REFUSAL: "un refus de séjour antérieur",
    HardCase.ASYLUM: "une demande d’asile",
    HardCase.ISOLATED_MINOR: "un mineur isolé",
}


def hard_cases(case: Case) -> Outcome:
    """OQTF, IRTF, refusal, asylum, isolated minor: an adviser first; proof goes on."""
    declared = case.dossier.request.hard_cases
    minor = add_months(case.dossier.person.birth_date, ADULT_MONTHS) > case.today
    facts: dict[str, Fact] = {
        "situations": tuple(one.value for one in declared),
        "personne_mineure": minor,
        "conseil_consulte": case.adviser_seen,
    }
    if not declared and not minor:
        return Outcome(Verdict.OK, "Aucune situation difficile n’est déclarée.", facts=facts)
    reasons = _reasons(case, minor=minor)
    text = " ".join(reasons)
    if case.adviser_seen and case.dossier.request.adviser_on is not None:
        text += (
            f" Conseil consulté : {case.dossier.request.adviser}, le "
            f"{day(case.dossier.request.adviser_on)}. Suivez son avis."
        )
    other = case.has(HardCase.ALREADY_REGISTERED, HardCase.APPOINTMENT_REFUSED)
    step = (
        "Voyez vite une association ou un avocat, puis inscrivez dans dossier.toml qui vous avez "
        "vu et quand (conseil_consulte, conseil_consulte_le). Continuez à garder vos preuves."
    )
    return Outcome(
        Verdict.ALERT,
        text,
        facts=facts,
        next_step="" if case.adviser_seen else step,
        cap=Level.MINIMUM if other else Level.GATHERED,
        blocks=() if case.adviser_seen else tuple(reasons),
    )


def _reasons(case: Case, *, minor: bool) -> list[str]:
    reasons = []
    grave = [_HARD[one] for one in case.dossier.request.hard_cases if one in _HARD]
    if grave:
        reasons.append(
            f"Vous avez déclaré {listing(grave)}. Un délai de recours court, propre à cette "
            "décision, peut être en train de passer : ce référé ne l’arrête pas. Voyez d’abord "
            "une association ou un avocat."
        )
    if case.has(HardCase.ALREADY_REGISTERED):
        reasons.append(
            "Une demande déjà enregistrée et restée quatre mois sans réponse (90 ou 60 jours pour "
            "quelques titres) est tenue pour refusée : la voie est alors le recours contre ce "
            "refus, avec le référé-suspension (L. 521-1), et son propre délai. Une simple demande "
            "de rendez-vous en ligne n’est pas un enregistrement."
        )
    if case.has(HardCase.APPOINTMENT_REFUSED):
        reasons.append(
            "Un rendez-vous refusé par écrit est une décision : elle s’attaque par un recours et "
            "un référé-suspension (L. 521-1), dans un délai qui court. Le référé mesures utiles ne "
            "peut pas faire obstacle à une décision."
        )
    if minor:
        reasons.append(
            "La personne a moins de dix-huit ans : c’est le titulaire de l’autorité parentale qui "
            "agit pour elle."
        )
    return reasons
