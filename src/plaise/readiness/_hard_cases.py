"""Situations that are sent to an association or a lawyer before anything is filed."""

from __future__ import annotations

from datetime import date, timedelta

from plaise.dossier import HardCase, Silence
from plaise.law import add_months

from ._case import Case, Outcome
from ._french import day, listing
from ._values import Fact, Level, Verdict

_SILENCE = {
    Silence.FOUR_MONTHS: "quatre mois",
    Silence.NINETY_DAYS: "90 jours",
    Silence.SIXTY_DAYS: "60 jours",
}
_RUNNING = (
    "Le délai propre à cette décision est peut-être en train de courir, et ce référé ne l’arrête "
    "pas. Voyez d’abord une association ou un avocat. Réunir des preuves reste utile."
)


def hard_cases(case: Case) -> Outcome:
    """OQTF, IRTF, refusal, asylum, isolated minor: an adviser first; proof goes on."""
    declared = [case.law.hard_cases[one] for one in case.dossier.request.hard_cases]
    alone = case.minor and case.dossier.representative is None
    facts: dict[str, Fact] = {
        "situations": tuple(one.id.value for one in declared),
        "personne_mineure": case.minor,
        "conseil_consulte": case.adviser_seen,
        "notifie_le": _iso(case.dossier.request.notified_on),
        "refus_ne_du_silence_le": _iso(silence_ends(case)),
    }
    if not declared and not alone:
        return Outcome(Verdict.OK, _nothing(case), facts=facts)
    reasons = _reasons(case, alone=alone)
    for_good = [reason for reason, lasting in reasons if lasting]
    text = " ".join(reason for reason, _ in reasons)
    if case.adviser_seen and case.dossier.request.adviser_on is not None:
        text += (
            f" Conseil consulté : {case.dossier.request.adviser}, le "
            f"{day(case.dossier.request.adviser_on)}. Suivez son avis."
        )
    references = tuple(ref for one in declared for ref in one.references)
    if alone:
        references = (*references, *case.law.warning("mineur").references)
    return Outcome(
        Verdict.ALERT,
        text,
        facts=facts,
        next_step=_step(case, for_good=bool(for_good), alone=alone),
        blocks=tuple(for_good if case.adviser_seen else (reason for reason, _ in reasons)),
        cap=Level.NOT_YET if for_good else Level.GATHERED,
        references=tuple(dict.fromkeys(references)),
    )


def _nothing(case: Case) -> str:
    if case.minor and case.dossier.representative is not None:
        who = case.dossier.representative
        return f"La personne est mineure ; {who.full_name}, {who.capacity}, agit pour elle."
    return "Aucune situation difficile n’est déclarée."


def _reasons(case: Case, *, alone: bool) -> list[tuple[str, bool]]:
    """What to say of each situation, and whether it stops the acts for good."""
    reasons = []
    for hard in case.dossier.request.hard_cases:
        rule = case.law.hard_cases[hard]
        text = f"Vous avez déclaré {rule.name}. {rule.pause}"
        if hard is HardCase.ALREADY_REGISTERED:
            text += _silence(case)
        elif case.dossier.request.notified_on is not None:
            text += f" Décision reçue le {day(case.dossier.request.notified_on)}. {_RUNNING}"
        else:
            text += f" {rule.ask} {_RUNNING}"
        if rule.route:
            text += f" Voir la page « {case.law.routes[rule.route].title} »."
        reasons.append((text, rule.for_good))
    if alone:
        warning = case.law.warning("mineur")
        reasons.append((f"{warning.title}. {warning.text}", False))
    return reasons


def _silence(case: Case) -> str:
    ends, since = silence_ends(case), case.dossier.request.registered_on
    if ends is None or since is None:
        return f" {case.law.hard_cases[HardCase.ALREADY_REGISTERED].ask}"
    limit = _SILENCE[case.dossier.request.silence]
    text = f" Enregistrée le {day(since)}, délai de {limit} : "
    if case.today < ends:
        return text + (
            f"le silence deviendra un refus le {day(ends)}. Voyez une association ou un avocat "
            "avant ce jour."
        )
    return text + (
        f"un refus est né du silence le {day(ends)}, et le délai pour le contester court depuis. "
        "Voyez tout de suite une association ou un avocat."
    )


def silence_ends(case: Case) -> date | None:
    """The day when silence becomes a refusal (R. 432-2), when the registration is known."""
    since = case.dossier.request.registered_on
    if since is None:
        return None
    match case.dossier.request.silence:
        case Silence.FOUR_MONTHS:
            return add_months(since, 4)
        case Silence.NINETY_DAYS:
            return since + timedelta(days=90)
        case Silence.SIXTY_DAYS:
            return since + timedelta(days=60)


def _step(case: Case, *, for_good: bool, alone: bool) -> str:
    if for_good:
        return (
            "Voyez vite une association ou un avocat : une autre procédure existe, avec son propre "
            "délai. Continuez à garder vos preuves."
        )
    if case.adviser_seen:
        return ""
    facts = ["conseil_consulte", "conseil_consulte_le"]
    if case.dossier.request.notified_on is None and case.dossier.request.hard_cases:
        facts.append("notifie_le")
    if alone:
        facts.append("[representant]")
    return (
        "Voyez vite une association ou un avocat, puis inscrivez dans dossier.toml qui vous avez "
        f"vu, quand, et le jour où la décision a été reçue ({listing(facts)}). Continuez à garder "
        "vos preuves."
    )


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
