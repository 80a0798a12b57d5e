"""Criteria on the person's situation: urgency, seriousness, agreements, hard cases."""

from __future__ import annotations

from datetime import date

from plaise.dossier import Circumstance, Demarche, HardCase, PieceKind
from plaise.law import add_months

from ._case import Case, Outcome
from ._french import count, day, listing
from ._values import Fact, Level, Verdict

_ADULT_MONTHS = 18 * 12
_HARD = {
    HardCase.OQTF: "une obligation de quitter le territoire (OQTF)",
    HardCase.IRTF: "une interdiction de retour (IRTF)",
    HardCase.EARLIER_REFUSAL: "un refus de séjour antérieur",
    HardCase.ASYLUM: "une demande d’asile",
    HardCase.ISOLATED_MINOR: "un mineur isolé",
}


def urgency(case: Case) -> Outcome:
    """Presumed in principle for a renewal, pleaded with proof otherwise (CE n° 453391)."""
    proven = [one for one in case.dossier.urgency if one.pieces]
    facts: dict[str, Fact] = {
        "circonstances": len(case.dossier.urgency),
        "circonstances_prouvees": len(proven),
        "titre_expire_le": _iso(case.dossier.request.expires_on),
        "presumee": False,
    }
    if case.demarche is Demarche.RENEWAL and not case.has(HardCase.OQTF, HardCase.EARLIER_REFUSAL):
        return _renewal(case, proven, facts)
    return _to_be_pleaded(case, proven, facts)


def _renewal(case: Case, proven: list[Circumstance], facts: dict[str, Fact]) -> Outcome:
    expires = case.dossier.request.expires_on
    if expires is None:
        return Outcome(
            Verdict.STRENGTHEN,
            "Pour un renouvellement, l’urgence est en principe constatée, mais la date "
            "d’expiration du titre n’est pas inscrite.",
            facts=facts,
            next_step="Écrivez la date d’expiration du titre dans dossier.toml (expire_le).",
            cap=Level.MINIMUM,
            references=_urgency_references(case),
        )
    if add_months(expires, case.threshold("urgence", "expired_months")) < case.today:
        return _to_be_pleaded(case, proven, facts)
    facts["presumee"] = True
    window = case.threshold("urgence", "window_days")
    if (expires - case.today).days > window:
        return Outcome(
            Verdict.MISSING,
            f"Le titre n’expire que le {day(expires)} : la demande de renouvellement ne s’ouvre "
            f"pas plus de {window} jours avant (deux mois pour un titre hors téléservice).",
            facts=facts,
            next_step="Continuez à garder des preuves ; l’urgence viendra avec l’échéance.",
            cap=Level.NOT_YET,
            references=_urgency_references(case),
        )
    state = "a expiré" if expires < case.today else "expire"
    text = (
        f"Renouvellement : le titre {state} le {day(expires)} ; l’urgence est en principe "
        "constatée. "
    )
    text += (
        f"{count(len(proven), 'circonstance prouvée', 'circonstances prouvées')} la renforcent."
        if proven
        else "Dire ce que l’attente fait perdre (emploi, droits, logement) la renforce."
    )
    return Outcome(Verdict.OK, text, facts=facts, references=_urgency_references(case))


def _urgency_references(case: Case) -> tuple[str, ...]:
    """Articles on residence permits are cited for permits only, and not against an agreement."""
    permits = case.demarche in {Demarche.RENEWAL, Demarche.FIRST_CARD} and not case.no_substance
    base = ("ce-453391", "cja-r522-1", "cja-l522-3")
    return (*base, "ceseda-r431-8", "ceseda-r431-5") if permits else base


def _to_be_pleaded(case: Case, proven: list[Circumstance], facts: dict[str, Fact]) -> Outcome:
    expires = case.dossier.request.expires_on
    text = "Pour cette demande, l’urgence n’est pas présumée. "
    if case.demarche is Demarche.RENEWAL and case.has(HardCase.OQTF, HardCase.EARLIER_REFUSAL):
        text = "Après un refus ou une OQTF, la présomption d’urgence ne suffit pas. "
    elif case.demarche is Demarche.RENEWAL and expires is not None:
        text = (
            f"Le titre a expiré le {day(expires)}, depuis plus de six mois : il faut de nouveau "
            "remplir les conditions d’entrée, et l’urgence n’est plus présumée. "
        )
    elif case.demarche is Demarche.NATIONALITY:
        text = (
            "Pour une naturalisation, il est presque impossible de démontrer l’urgence : parlez-en "
            "à une association ou à un avocat avant tout. "
        )
    text += "Il faut des circonstances particulières, datées et prouvées. "
    verdict, cap, step = Verdict.OK, Level.GATHERED, ""
    if proven:
        text += f"{count(len(proven), 'circonstance est appuyée', 'circonstances sont appuyées')}"
        text += " par une pièce."
    else:
        cap = Level.MINIMUM
        verdict = Verdict.STRENGTHEN if case.dossier.urgency else Verdict.MISSING
        text += "Aucune n’est encore prouvée par une pièce : le juge peut rejeter sans audience."
        step = (
            "Dites ce que l’attente vous fait perdre et joignez la preuve : promesse d’embauche "
            "datée, scolarité, enfant, hébergement, prestations…"
        )
    if case.demarche is Demarche.NATIONALITY:
        cap = Level.MINIMUM
    references = _urgency_references(case)
    if case.demarche is Demarche.NATIONALITY:
        references = (*references, "note-2020")
    return Outcome(verdict, text, facts=facts, next_step=step, cap=cap, references=references)


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def seriousness(case: Case) -> Outcome:
    """The request is explained and supported; the judge does not decide the right to stay."""
    request = case.dossier.request
    kinds = {PieceKind.SERIOUS, PieceKind.RESIDENCE_CARD, PieceKind.IDENTITY}
    pieces = [one for one in case.dossier.pieces if one.kind in kinds]
    told = bool(request.serious.strip())
    facts: dict[str, Fact] = {"motifs_ecrits": told, "pieces": len(pieces)}
    permits = case.demarche in {Demarche.RENEWAL, Demarche.FIRST_CARD}
    references = ("note-2020", "ceseda-r431-10") if permits else ("note-2020",)
    if case.no_substance:
        references = ("note-2020",)
    text = (
        f"Les motifs de la demande {'sont' if told else 'ne sont pas encore'} écrits et "
        f"{count(len(pieces), 'pièce l’appuie', 'pièces l’appuient')}. Le juge ne dit pas si le "
        "titre est dû : il vérifie que la demande est sérieuse."
    )
    step = "" if told else "Écrivez dans dossier.toml (motifs) pourquoi vous demandez ce titre."
    if told and not pieces:
        step = "Joignez une pièce : titre expiré, passeport, justificatif du motif."
    if told and pieces:
        verdict, cap = Verdict.OK, Level.GATHERED
    elif told or pieces:
        verdict, cap = Verdict.STRENGTHEN, Level.GATHERED
    else:
        verdict, cap = Verdict.MISSING, Level.MINIMUM
    return Outcome(verdict, text, facts, step, cap=cap, references=references)


def nationality(case: Case) -> Outcome:
    """Some agreements replace the CESEDA's rules of substance (marks kept)."""
    person = case.dossier.person
    agreement = case.law.agreement_for(person.nationality)
    facts: dict[str, Fact] = {"nationalite": person.nationality, "accord": None}
    if agreement is None:
        return Outcome(
            Verdict.INFORMATION,
            "Nous ne connaissons pas d’accord qui remplace les règles générales pour cette "
            "nationalité ; cela reste à confirmer avec une association ou un avocat.",
            facts=facts,
            references=("prudence-rendez-vous",),
        )
    facts["accord"] = agreement.id
    alert = agreement.effect == "replaces"
    return Outcome(
        Verdict.ALERT if alert else Verdict.INFORMATION,
        agreement.advice,
        facts=facts,
        next_step="Faites vérifier quel texte règle votre titre de séjour." if alert else "",
        references=agreement.references,
    )


def hard_cases(case: Case) -> Outcome:
    """OQTF, IRTF, refusal, asylum, isolated minor: an adviser first; proof goes on."""
    declared = case.dossier.request.hard_cases
    minor = add_months(case.dossier.person.birth_date, _ADULT_MONTHS) > case.today
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
