"""A case as plain text, for a terminal."""

from __future__ import annotations

from plaise.law import Confidence, Deadline, Reference, day_in_words

from ._page import StatePage
from ._rejection import NextPetition


def page_text(page: StatePage, *, explain: bool = False) -> str:
    """The page of a state in lines: what it means, what to do, by when, what to record next.

    Args:
        page: the page.
        explain: whether every date shows its computation, and every source its address.
    """
    number = f" (dossier n° {page.number})" if page.number else ""
    lines = [f"{page.label}{number}", "", page.meaning]
    if page.standing:
        lines += ["", *(f"! {line.text}" for line in page.standing)]
    lines += ["", "À faire"]
    lines += [f"{rank}. {line.text}" for rank, line in enumerate(page.to_do, start=1)]
    dates = (*page.by_when, *page.other_dates)
    if dates:
        lines += ["", "Dates", *(part for one in dates for part in _date(one, explain=explain))]
    for title, items in (
        ("Actes", [f"{act.label} : {act.what}" for act in page.acts]),
        ("Voies ouvertes", [f"{route.label}. {route.reason}" for route in page.routes]),
        ("Preuves à ajouter", [line.text for line in page.proofs]),
        ("Ce que vous pouvez noter", [f"{e.kind} : {e.label}" for e in page.events if e.expected]),
        ("Sources", [_source(source, explain=explain) for source in page.sources]),
    ):
        if items:
            lines += ["", title, *(f"- {item}" for item in items)]
    return "\n".join(lines)


def next_petition_text(plan: NextPetition) -> str:
    """The plan of new proofs in lines, the fine first."""
    lines = [plan.fine, "", "Plan des quinze jours"]
    lines += [f"- {line.day_words} : {line.what}" for line in plan.plan]
    lines += ["", "Ce que la nouvelle requête doit dire", *(f"- {one}" for one in plan.answers)]
    return "\n".join(lines)


def _date(one: Deadline, *, explain: bool) -> list[str]:
    lines = [f"- {one.label} : {one.nature.label} {day_in_words(one.day)}"]
    if one.correction is not None:
        computed = day_in_words(one.value)
        lines.append(f"  date corrigée à la main ({one.correction.reason}) ; calculée : {computed}")
    if explain:
        lines += [f"  {step}" for step in (one.why, *one.computed)]
        sure = f"  Confiance : {one.confidence.label}."
        lines.append(f"{sure} {one.note}" if one.note else sure)
    return lines


def _source(source: Reference, *, explain: bool) -> str:
    sure = (
        "" if source.confidence is Confidence.SEVERAL_SOURCES else f" ({source.confidence.label})"
    )
    address = f" – {source.address}" if explain else ""
    return f"{source.short}{sure}{address}"
