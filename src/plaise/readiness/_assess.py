"""Is the file strong enough? All criteria, one level in words, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from plaise.dossier import Capture, Dossier, PlaiseError
from plaise.law import Court, Law, laid_in_words, load_law

from . import _dates, _form, _hard_cases, _means, _pages, _proof, _situation
from ._attempts import tally
from ._case import Case, Check, Outcome, cited
from ._french import listing, typeset
from ._lists import calls, door_proofs, papers, routes
from ._sources import source_note
from ._values import Assessment, Criterion, Level, Verdict

_CHECKS: dict[str, Check] = {
    "situations_difficiles": _hard_cases.hard_cases,
    "porte": _form.door,
    "exercice": _form.exercise,
    "tribunal": _form.court,
    "creneau_propose": _pages.slots,
    "semaines": _proof.weeks,
    "tentatives": _proof.attempts,
    "captures_completes": _proof.completeness,
    "urgence": _situation.urgency,
    "contacts": _means.contacts,
    "diligences": _means.diligences,
    "caractere_serieux": _situation.seriousness,
    "forme": _form.form,
    "adresses": _form.addresses,
    "dates": _dates.dates,
    "deux_mois": _means.two_months,
    "pannes": _pages.outages,
    "doublons": _pages.doubles,
    "visite": _means.visit,
    "nationalite": _situation.nationality,
    "lecture_par_la_prefecture": _form.who_reads,
    "amende": _form.fine,
    "avant_de_deposer": _form.before_filing,
}
_PROOFS = ("semaines", "tentatives", "captures_completes")
_ORDER = (Verdict.ALERT, Verdict.MISSING, Verdict.STRENGTHEN, Verdict.INFORMATION, Verdict.OK)
_REMINDER = (
    "Chaque juge reste libre : aucun niveau ne promet un résultat, et aucun n’interdit de demander "
    "conseil."
)

_LAST_STEP = (
    "Faites relire le dossier par une association ou un avocat ; relisez vous-même chaque phrase "
    "de la requête, signez-la, puis déposez-la."
)


def assess(dossier: Dossier, captures: Sequence[Capture], *, today: date) -> Assessment:
    """Say whether the file is strong enough, why, and what would strengthen it most.

    Args:
        dossier: the facts.
        captures: every capture of the dossier, those set aside included.
        today: the day of the assessment (never read from the clock).

    Raises:
        LawError: the data of the law cannot be read.
    """
    case = case_of(dossier, captures, today=today)
    law = case.law
    outcomes = {name: check(case) for name, check in _CHECKS.items()}
    blocks = tuple(typeset(block) for one in outcomes.values() for block in one.blocks)
    level = Level.NOT_YET if blocks else min((o.cap for o in outcomes.values()), key=_rank)
    return Assessment(
        level=level,
        level_label=level.label,
        level_reason=typeset(_reason(law, outcomes, level, blocked=bool(blocks))),
        reminder=typeset(_REMINDER),
        assessed_on=today,
        exercise=dossier.exercise,
        blocks=blocks,
        alerts=tuple(
            typeset(one.explanation) for one in outcomes.values() if one.verdict is Verdict.ALERT
        ),
        criteria=tuple(_criterion(law, name, one, today) for name, one in outcomes.items()),
        next_steps=_steps(outcomes, ready=level is not Level.NOT_YET and not dossier.exercise),
        calls=calls(case) if blocks or dossier.request.hard_cases else (),
        papers=papers(case),
        door_proofs=door_proofs(case),
        routes=routes(case),
    )


def case_of(dossier: Dossier, captures: Sequence[Capture], *, today: date) -> Case:
    """Count once what every criterion, and the plan, looks at."""
    whole = load_law()
    court = _court(whole, dossier.prefecture.departement)
    law = whole.at(court.departement) if court else whole
    minutes = law.criteria["tentatives"].thresholds["sitting_minutes"]
    counts = tally(
        captures,
        today=today,
        sitting=timedelta(minutes=minutes),
        door=dossier.request.door,
    )
    return Case(
        dossier=dossier,
        captures=tuple(captures),
        today=today,
        law=law,
        tally=counts,
        court=court,
    )


def _rank(level: Level) -> int:
    return level.rank


def _court(law: Law, departement: str) -> Court | None:
    try:
        return law.court_for(departement)
    except PlaiseError:
        return None


def _reason(law: Law, outcomes: dict[str, Outcome], level: Level, *, blocked: bool) -> str:
    if blocked:
        return (
            "Une situation arrête la rédaction des actes. Réunir les preuves ne s’arrête jamais : "
            "elles serviront dans tous les cas."
        )
    if level is Level.GATHERED:
        return "Les preuves demandées par les décisions connues sont réunies."
    limits = [
        _small(law.criteria[name].title) for name, one in outcomes.items() if one.cap is level
    ]
    start = (
        "Déposer aujourd’hui serait fragile"
        if level is Level.NOT_YET
        else "Le minimum que le Conseil d’État permet est là ; d’autres preuves sont souhaitables"
    )
    return f"{start}. Ce qui limite le niveau : {listing(limits)}."


def _small(title: str) -> str:
    return title[0].lower() + title[1:]


def _steps(outcomes: dict[str, Outcome], *, ready: bool) -> tuple[str, ...]:
    """What to do today, what strengthens the file most first; each thing once.

    What stops the acts comes first, then what holds the level lowest, then the rest.

    While something stops the acts, only that and the collecting of proof are asked for: nobody is
    sent to write to the préfecture before having been advised.
    """
    ranked = sorted(
        outcomes.values(),
        key=lambda one: (not one.blocks, one.cap.rank, _ORDER.index(one.verdict)),
    )
    if any(one.blocks for one in ranked):
        same_day = any(one.facts.get("meme_jour") for one in ranked)
        proofs = [] if same_day else [outcomes[name] for name in _PROOFS]
        ranked = [one for one in ranked if one.blocks or one in proofs]
    steps = [typeset(one.next_step) for one in ranked if one.next_step]
    if ready:
        steps.append(typeset(_LAST_STEP))
    return tuple(dict.fromkeys(steps))


def _criterion(law: Law, name: str, outcome: Outcome, today: date) -> Criterion:
    rule = law.criteria[name]
    return Criterion(
        id=name,
        title=rule.title,
        rule=typeset(rule.rule),
        verdict=outcome.verdict,
        verdict_label=outcome.verdict.label,
        facts=dict(outcome.facts),
        explanation=typeset(outcome.explanation),
        next_step=typeset(outcome.next_step),
        sources=tuple(source_note(law, one, today) for one in cited(rule, outcome)),
        confidence=rule.confidence.value,
        confidence_label=rule.confidence.label,
        note=typeset(rule.note),
        to_check=rule.to_check(today),
        laid=typeset(laid_in_words(rule.laid)),
    )
