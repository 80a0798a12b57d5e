"""Criteria on the person's situation: urgency, seriousness, bilateral agreements."""

from __future__ import annotations

from datetime import date, timedelta

from plaise.dossier import Circumstance, Demarche, HardCase, PieceKind
from plaise.law import add_months, listed_for_young_adults

from ._case import ADULT_MONTHS, Case, Outcome
from ._french import count, day
from ._values import Fact, Level, Verdict


def urgency(case: Case) -> Outcome:
    """Presumed in principle for a renewal, pleaded with proof otherwise (CE n° 453391)."""
    proven = [one for one in case.dossier.urgency if one.pieces]
    facts: dict[str, Fact] = {
        "circonstances": len(case.dossier.urgency),
        "circonstances_prouvees": len(proven),
        "titre_expire_le": _iso(case.dossier.request.expires_on),
        "presumee": False,
    }
    if case.demarche is Demarche.RENEWAL and not case.has(
        HardCase.OQTF, HardCase.IRTF, HardCase.EARLIER_REFUSAL
    ):
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
    permits = case.rule.permit and not case.no_substance
    base = ("ce-453391", "cja-r522-1", "cja-l522-3")
    return (*base, "ceseda-r431-8", "ceseda-r431-5") if permits else base


def _to_be_pleaded(case: Case, proven: list[Circumstance], facts: dict[str, Fact]) -> Outcome:
    expires = case.dossier.request.expires_on
    text = case.rule.urgency.words + " "
    if case.demarche is Demarche.RENEWAL:
        text = "Pour cette demande, l’urgence n’est pas présumée. "
    if case.demarche is Demarche.RENEWAL and case.has(
        HardCase.OQTF, HardCase.IRTF, HardCase.EARLIER_REFUSAL
    ):
        text = "Après un refus ou une OQTF, la présomption d’urgence ne suffit pas. "
    elif case.demarche is Demarche.RENEWAL and expires is not None:
        text = (
            f"Le titre a expiré le {day(expires)}, depuis plus de six mois : il faut de nouveau "
            "remplir les conditions d’entrée, et l’urgence n’est plus présumée. "
        )
    if case.demarche is not Demarche.FIRST_CARD:
        text += "Il faut des circonstances particulières, datées et prouvées. "
    text += _young_adult(case, facts)
    verdict, cap, step = Verdict.OK, Level.GATHERED, ""
    if proven:
        text += f"{count(len(proven), 'circonstance est appuyée', 'circonstances sont appuyées')}"
        text += " par une pièce."
    else:
        cap = Level.MINIMUM
        verdict = Verdict.STRENGTHEN if case.dossier.urgency else Verdict.MISSING
        text += "Aucune n’est encore prouvée par une pièce : le juge peut rejeter sans audience."
        step = (
            "Dites ce que l’attente vous fait perdre et joignez la preuve. Par exemple : "
            f"{' ; '.join(case.rule.urgency.circumstances)}."
        )
        if not case.rule.urgency.circumstances:
            step = "Dites ce que l’attente vous fait perdre et joignez la preuve."
    if case.demarche is Demarche.NATIONALITY:
        cap = Level.MINIMUM
    references = _urgency_references(case)
    if case.demarche is Demarche.NATIONALITY:
        references = (*references, "note-2020")
    return Outcome(verdict, text, facts=facts, next_step=step, cap=cap, references=references)


def _young_adult(case: Case, facts: dict[str, Fact]) -> str:
    """The time limits of R. 431-5 that run from the eighteenth birthday, while they matter."""
    birth = case.dossier.person.birth_date
    adult, nineteen = add_months(birth, ADULT_MONTHS), add_months(birth, ADULT_MONTHS + 12)
    first = case.demarche is Demarche.FIRST_CARD and not case.no_substance
    if not (first and adult <= case.today < nineteen):
        return ""
    eve, two_months = nineteen - timedelta(days=1), add_months(adult, 2)
    facts["veille_des_19_ans"] = eve.isoformat()
    facts["deux_mois_apres_18_ans"] = two_months.isoformat()
    article = case.dossier.request.article
    if article and listed_for_young_adults(article):
        del facts["deux_mois_apres_18_ans"]
        return (
            f"Vous avez dix-huit ans et demandez un titre de l’article {article} : la demande se "
            f"présente au plus tard le {day(eve)}, veille des dix-neuf ans. Dites-le : c’est une "
            "circonstance particulière. "
        )
    if article:
        del facts["veille_des_19_ans"]
        late = " Ce jour est passé : voyez vite un avocat." if two_months < case.today else ""
        return (
            f"Vous avez dix-huit ans ; l’article {article} n’est pas dans la liste de R. 431-5 : "
            f"la demande se présente au plus tard le {day(two_months)}, sauf avis contraire d’un "
            f"avocat.{late} Dites-le : c’est une circonstance particulière. "
        )
    return (
        "Vous avez dix-huit ans : selon le titre, la demande se présente au plus tard le "
        f"{day(eve)} (veille des dix-neuf ans) ou le {day(two_months)} (deux mois après dix-huit "
        "ans) ; faites vérifier lequel, et dites-le : c’est une circonstance particulière. "
    )


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def seriousness(case: Case) -> Outcome:
    """The request is explained and supported; the judge does not decide the right to stay."""
    request = case.dossier.request
    kinds = {PieceKind.SERIOUS, PieceKind.RESIDENCE_CARD, PieceKind.IDENTITY}
    pieces = [one for one in case.dossier.pieces if one.kind in kinds]
    told = bool(request.serious.strip())
    facts: dict[str, Fact] = {"motifs_ecrits": told, "pieces": len(pieces)}
    permits = case.rule.permit
    references = ("note-2020", "ceseda-r431-10") if permits else ("note-2020",)
    if case.no_substance:
        references = ("note-2020",)
    text = (
        f"Les motifs de la demande {'sont' if told else 'ne sont pas encore'} écrits et "
        f"{count(len(pieces), 'pièce l’appuie', 'pièces l’appuient')}. Le juge ne dit pas si le "
        "titre est dû : il vérifie que la demande est sérieuse."
    )
    step = "" if told else "Écrivez dans dossier.toml (motifs) pourquoi vous demandez ce titre."
    if told and not pieces and case.rule.checklist:
        paper = case.rule.checklist[0]
        reader = case.law.warning("piece").text
        step = f"{reader} Ensuite seulement, joignez : {paper.label}. {paper.caution}".strip()
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
