"""The plan as plain French, for a terminal or a printed page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from plaise.law import day_in_words

from ._french import day, typeset
from ._plan_values import OwnDate, Plan, PlanItem
from ._text import sections, wrapped


def plan_text(plan: Plan) -> str:
    """The plan in plain French: what stops, each step with its day, the person's own dates.

    Args:
        plan: what `plan` returned.
    """
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    if plan.exercise:
        yield from ("EXERCICE – ne rien déposer", "")
    made = plan.made_at.date()
    yield typeset(f"Plan au {day(made)} ({plan.zone}). Niveau : « {plan.level_label} »")
    yield from wrapped(plan.reminder)
    yield from sections(
        ("CE QUI ARRÊTE LA RÉDACTION DES ACTES", "!", plan.stops),
        ("QUI APPELER", "–", plan.calls),
        ("AUJOURD’HUI, CE QUI RENFORCE LE PLUS", "", plan.today),
    )
    if plan.items:
        yield from ("", "LES PROCHAINS JOURS")
        yield from _items(plan.items)
    if plan.dates:
        yield from ("", "VOS DATES")
        for one in plan.dates:
            yield from _date(one)


def _items(items: tuple[PlanItem, ...]) -> Iterator[str]:
    """Each day once; the reason of a step is said the first time only."""
    told = set()
    for when, group in groupby(items, key=lambda one: one.day):
        yield typeset(f"• {day_in_words(when)}")
        for item in group:
            at = f"{item.at:%H} h {item.at:%M} : " if item.at else ""
            until = f" (jusqu’au {day(item.until)})" if item.until else ""
            mark = " – facultatif" if item.optional else ""
            line = f"{at}{item.title}{until}{mark} [{item.confidence}]"
            yield from wrapped(typeset(line), first="    ", rest="      ")
            if item.title not in told:
                told.add(item.title)
                old = "À VÉRIFIER." if item.to_check else ""
                said = " ".join(part for part in (item.why, item.laid, old) if part)
                yield from wrapped(said, first="      ", rest="      ")
                cited = " ; ".join(_source(s.short, s.to_check) for s in item.sources)
                yield from wrapped(typeset(f"Sources : {cited}."), first="      ", rest="      ")


def _source(short: str, to_check: object) -> str:
    return f"{short} (à vérifier)" if to_check else short


def _date(one: OwnDate) -> Iterator[str]:
    deadline = one.deadline
    line = f"• {deadline.label} : {deadline.nature.label} {day_in_words(deadline.day)}"
    yield from wrapped(typeset(f"{line} [{deadline.confidence.value}]"), first="", rest="  ")
    if deadline.correction:
        yield from wrapped(
            typeset(
                f"Date corrigée à la main ({deadline.correction.reason}) ; calcul : "
                f"{day(deadline.value)}."
            ),
            first="    ",
            rest="    ",
        )
    old = "À VÉRIFIER." if one.to_check else ""
    steps = (str(step) for step in deadline.computed)
    words = " ".join((deadline.why, *steps, deadline.note, old)).strip()
    yield from wrapped(typeset(words), first="    ", rest="    ")
    cited = " ; ".join(_source(s.short, s.to_check) for s in one.sources)
    yield from wrapped(typeset(f"Sources : {cited}."), first="    ", rest="    ")
