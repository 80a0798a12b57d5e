"""What to do next, and when: attempts, messages, filing. Never polling, never a probability."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from plaise.dossier import Capture, ContactKind, Door, Dossier, HardCase
from plaise.law import add_months, laid_in_words, next_working_day, own_date_rules, stale

from ._assess import assess, case_of
from ._case import Case
from ._french import day as in_words
from ._french import typeset
from ._own_dates import own_dates
from ._plan_values import Kind, OwnDate, Plan, PlanItem
from ._slots import next_slots
from ._sources import source_note
from ._values import Assessment, Level

_DAY = timedelta(days=1)
_ORDER = list(Kind)


def plan(dossier: Dossier, captures: Sequence[Capture], *, now: datetime) -> Plan:
    """Say what to do next and when, given what is already covered.

    While something stops the acts, only attempts are planned: nobody is sent to write to the
    préfecture before having been advised. For an asylum registration there is no plan.

    Args:
        dossier: the facts; their zone is that of the plan.
        captures: every capture of the dossier.
        now: this instant, with its zone.

    Raises:
        ValueError: `now` has no zone.
        LawError: the data of the law cannot be read.
    """
    if now.tzinfo is None:
        raise ValueError("now must have a zone")
    local = now.astimezone(ZoneInfo(dossier.zone))
    assessment = assess(dossier, captures, today=local.date())
    case = case_of(dossier, captures, today=local.date())
    items = [] if case.rule.same_day else list(_items(case, assessment, local))
    return Plan(
        made_at=local,
        zone=dossier.zone,
        dossier=str(dossier.id),
        exercise=dossier.exercise,
        level=assessment.level.value,
        level_label=assessment.level_label,
        reminder=assessment.reminder,
        stops=assessment.blocks,
        calls=assessment.calls,
        today=assessment.next_steps,
        items=tuple(
            sorted(items, key=lambda one: (one.day, one.at or time.max, _ORDER.index(one.kind)))
        ),
        dates=tuple(
            OwnDate(
                deadline=one,
                sources=tuple(source_note(case.law, ref, case.today) for ref in one.references),
                to_check=stale(own_date_rules()[one.rule].checked_on, case.today),
            )
            for one in own_dates(case)
        ),
    )


def _items(case: Case, assessment: Assessment, now: datetime) -> Iterator[PlanItem]:
    if assessment.blocks:
        if _attempts_serve(case):
            yield from _attempts(case, now)
        return
    yield from _attempts(case, now)
    yield from _contact_centre(case)
    emails = list(_emails(case))
    yield from emails
    letter = _letter(case, emails)
    yield from letter
    letter_on = _first(case, ContactKind.LRAR) or (letter[0].day if letter else None)
    yield from _defenseur(case, letter_on)
    yield from _visit(case)
    yield from _filing(case, assessment, letter_on)


def _attempts_serve(case: Case) -> bool:
    """Collecting proof never stops, unless there is no appointment to seek."""
    return not (case.rule.stop or case.guide.stop or case.has(HardCase.ALREADY_REGISTERED))


def _item(case: Case, kind: Kind, day: date, *, why: str = "", **more: object) -> PlanItem:
    rule = case.law.steps[kind.value]
    return PlanItem.model_validate(
        {
            "kind": kind,
            "day": day,
            "title": typeset(rule.title),
            "why": typeset(f"{why} {rule.why}".strip()),
            "sources": tuple(source_note(case.law, one, case.today) for one in rule.references),
            "confidence": rule.confidence.value,
            "confidence_label": rule.confidence.label,
            "to_check": rule.to_check(case.today),
            "laid": typeset(laid_in_words(rule.laid)),
            **more,
        }
    )


def _step(case: Case, kind: Kind, name: str) -> int:
    return case.law.steps[kind.value].thresholds[name]


def _attempts(case: Case, now: datetime) -> Iterator[PlanItem]:
    if case.waiting_days is not None:
        return
    rule = case.law.steps[Kind.ATTEMPT.value].thresholds
    strong = case.tally.strong
    first = strong.first or case.today
    enough = (
        strong.span_days >= rule["goal_days"]
        and strong.weeks >= rule["goal_weeks"]
        and strong.days >= rule["goal_days_tried"]
    )
    if enough:
        last, every = case.today + timedelta(days=rule["keep_days"]), rule["keep_every"]
    else:
        goal = first + timedelta(days=rule["goal_days"])
        last, every = max(goal, case.today + timedelta(days=rule["keep_days"])), 1
    taken = case.tally.moments
    for slot in next_slots(taken, now=now, last=last, every=every, most=rule["most"]):
        yield _item(case, Kind.ATTEMPT, slot.date(), at=slot.time())


def _contact_centre(case: Case) -> Iterator[PlanItem]:
    asked = any(one.kind is ContactKind.CONTACT_CENTRE for one in case.dossier.contacts)
    if case.door is Door.ANEF and not asked:
        yield _item(case, Kind.CONTACT_CENTRE, _working(case, case.today))


def _working(case: Case, day: date) -> date:
    return next_working_day(day, case.court.departement if case.court else None)


def _first(case: Case, kind: ContactKind) -> date | None:
    return min((one.on for one in case.dossier.contacts if one.kind is kind), default=None)


def _emails(case: Case) -> Iterator[PlanItem]:
    """A few messages, well apart: never a flood (L. 112-11 CRPA)."""
    most, every = _step(case, Kind.EMAIL, "most"), _step(case, Kind.EMAIL, "every")
    sent = sorted(one.on for one in case.dossier.contacts if one.kind is ContactKind.EMAIL)
    if sent:
        day = max(sent[-1] + timedelta(days=every), case.today)
    else:
        tried = case.tally.all_dated.days
        wait = max(_step(case, Kind.EMAIL, "after_days_tried") - tried, 0)
        day = case.today + timedelta(days=0 if case.waiting_days is not None else wait)
    for _ in range(most - len(sent)):
        day = _working(case, day)
        yield _item(case, Kind.EMAIL, day)
        day += timedelta(days=every)


def _letter(case: Case, emails: list[PlanItem]) -> list[PlanItem]:
    if _first(case, ContactKind.LRAR) is not None:
        return []
    wait = timedelta(days=_step(case, Kind.LETTER, "after_email"))
    written = _first(case, ContactKind.EMAIL) or (emails[0].day if emails else case.today)
    return [_item(case, Kind.LETTER, _working(case, max(written + wait, case.today)))]


def _defenseur(case: Case, letter_on: date | None) -> Iterator[PlanItem]:
    if letter_on is None or _first(case, ContactKind.DEFENSEUR) is not None:
        return
    wait = timedelta(days=_step(case, Kind.DEFENSEUR, "after_letter"))
    day = _working(case, max(letter_on + wait, case.today))
    yield _item(case, Kind.DEFENSEUR, day, optional=True)


def _visit(case: Case) -> Iterator[PlanItem]:
    """Only with a valid residence document, never under an OQTF or IRTF; never required."""
    done = _first(case, ContactKind.VISIT) is not None
    if done or case.must_leave or not case.document_valid:
        return
    warnings = " ".join(case.law.warning(one).text for one in ("guichet", "temoin"))
    yield _item(case, Kind.VISIT, _working(case, case.today + _DAY), why=warnings, optional=True)


def _filing(case: Case, assessment: Assessment, letter_on: date | None) -> Iterator[PlanItem]:
    """From the day when the proofs are there; before two months from the letter, by preference."""
    opens = _ready_on(case, assessment)
    yield _item(
        case,
        Kind.REVIEW,
        max(case.today, opens - timedelta(days=_step(case, Kind.REVIEW, "before_filing"))),
    )
    if letter_on is None:
        yield _item(case, Kind.FILING, opens)
        return
    limit = add_months(letter_on, _step(case, Kind.FILING, "before_months")) - _DAY
    if limit < opens:
        why = (
            f"Deux mois depuis la lettre du {in_words(letter_on)} seront passés : demandez d’abord "
            "à une association ou à un avocat s’il faut l’expliquer ou prendre une autre voie."
        )
        yield _item(case, Kind.FILING, opens, why=why)
        return
    yield _item(case, Kind.FILING, opens, until=limit)


def _ready_on(case: Case, assessment: Assessment) -> date:
    if assessment.level is Level.GATHERED:
        return case.today
    if case.waiting_days is not None:
        missing = case.threshold("semaines", "silence_strong_days") - case.waiting_days
        return case.today + timedelta(days=max(missing, 0))
    goal = timedelta(days=_step(case, Kind.ATTEMPT, "goal_days"))
    return max((case.tally.strong.first or case.today) + goal, case.today)
