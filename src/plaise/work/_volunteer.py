"""One page that a volunteer prints: where the dossier stands, what to do, by when."""

from __future__ import annotations

import io
import re
from typing import NamedTuple

import pikepdf

from plaise.dossier import Dossier, typeset
from plaise.drafting import (
    EXERCISE_MARK,
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Run,
    Style,
    Table,
    to_pdf,
)
from plaise.law import day_in_words
from plaise.readiness import Assessment, Kind, Plan, PlanItem, Verdict

_SENTENCE = re.compile(r"(?<=[a-zé)][.?]) (?=[A-ZÉ])")
_LOUD = (Verdict.ALERT, Verdict.MISSING, Verdict.STRENGTHEN)


class _Room(NamedTuple):
    """How much of each list is said; `sentences` of each text that stops the acts."""

    steps: int
    days: int
    rows: int
    blocks: int = 4
    sentences: int = 20
    calls: int = 3


# Tried in order until the page is one.
_ROOM = (
    _Room(6, 8, 9),
    _Room(5, 6, 7),
    _Room(4, 5, 5),
    _Room(3, 4, 4),
    _Room(3, 3, 3, blocks=3, sentences=4),
    _Room(2, 2, 2, blocks=3, sentences=2, calls=2),
    _Room(1, 1, 0, blocks=2, sentences=1, calls=1),
)
_MORE = "La suite est dans « plaise assess »."


def volunteer_page(dossier: Dossier, assessment: Assessment, plan: Plan) -> bytes:
    """The page as a PDF (PDF/A): level, what stops, what to do, the next days, sources.

    Args:
        dossier: the facts.
        assessment: where the file stands.
        plan: what comes next.
    """
    made = b""
    for room in _ROOM:
        made = to_pdf(_document(dossier, assessment, plan, room), made_on=assessment.assessed_on)
        with pikepdf.open(io.BytesIO(made)) as pdf:
            if len(pdf.pages) == 1:
                break
    return made


def _document(dossier: Dossier, assessment: Assessment, plan: Plan, room: _Room) -> Document:
    blocks: list[Block] = [
        _line(
            f"{dossier.person.full_name} – {assessment.level_label}, au "
            f"{day_in_words(assessment.assessed_on, weekday=False)}",
            bold=True,
        ),
        _line(f"{assessment.level_reason} {assessment.reminder}"),
        _line(assessment.criterion("tentatives").explanation.split(". ")[0].rstrip(".") + "."),
    ]
    blocks += _list("Ce qui arrête les actes", _stops(assessment, room))
    blocks += _list("Qui appeler", assessment.calls[: room.calls])
    blocks += _list("Aujourd’hui, ce qui renforce le plus", assessment.next_steps[: room.steps])
    blocks += _list("Les prochains jours", _days(plan, room.days))
    blocks += _list("Ses dates", _dates(plan)[:4])
    blocks += _criteria(assessment, room.rows)
    blocks.append(
        Paragraph(
            (Run(typeset(_sources(assessment))),),
            style=Style.SMALL,
        )
    )
    return Document(
        title="Où en est ce dossier",
        blocks=tuple(blocks),
        mark=EXERCISE_MARK if assessment.exercise else "",
        subject="Page pour la personne et pour qui l’aide ; ne se dépose pas",
    )


def _stops(assessment: Assessment, room: _Room) -> tuple[str, ...]:
    """The first sentences of what stops the acts; what is cut says where to read it."""
    said = []
    for block in assessment.blocks[: room.blocks]:
        sentences = _SENTENCE.split(block)
        cut = len(sentences) > room.sentences
        said.append(" ".join([*sentences[: room.sentences], *([_MORE] if cut else [])]))
    if len(assessment.blocks) > room.blocks:
        said.append(f"{len(assessment.blocks) - room.blocks} de plus. {_MORE}")
    return tuple(said)


def _line(text: str, *, bold: bool = False) -> Paragraph:
    return Paragraph((Run(typeset(text), bold=bold),))


def _list(title: str, items: tuple[str, ...]) -> list[Block]:
    if not items:
        return []
    return [Heading(1, (Run(title),)), ListBlock(tuple((Run(typeset(one)),) for one in items))]


def _days(plan: Plan, most: int) -> tuple[str, ...]:
    """Every step other than attempts, then the next attempts on one line."""
    attempts = [one for one in plan.items if one.kind is Kind.ATTEMPT]
    lines = [_step(one) for one in plan.items if one.kind is not Kind.ATTEMPT][: most - 1]
    if attempts:
        when = " ; ".join(
            f"{day_in_words(one.day).rsplit(' ', 1)[0]}, {one.at:%H} h {one.at:%M}"
            for one in attempts[:most]
        )
        lines.insert(0, f"Essais en ligne, avec une capture : {when}.")
    return tuple(lines)


def _step(item: PlanItem) -> str:
    until = f" au {day_in_words(item.until, weekday=False)}" if item.until else ""
    optional = " (facultatif)" if item.optional else ""
    start = "Du" if item.until else "Le"
    return f"{start} {day_in_words(item.day, weekday=False)}{until} : {item.title}{optional}."


def _dates(plan: Plan) -> tuple[str, ...]:
    today = plan.made_at.date()
    coming = [one.deadline for one in plan.dates if one.deadline.day >= today]
    return tuple(
        f"{one.label} : {one.nature.label} {day_in_words(one.day, weekday=False)}."
        for one in coming
    )


def _criteria(assessment: Assessment, most: int) -> list[Block]:
    loud = [one for one in assessment.criteria if one.verdict in _LOUD][:most]
    good = [one.title for one in assessment.criteria if one.verdict is Verdict.OK]
    blocks: list[Block] = []
    if loud:
        rows = tuple(
            (
                (Run(one.title),),
                (Run(one.verdict_label),),
                (Run(", ".join(source.short for source in one.sources[:2])),),
            )
            for one in loud
        )
        header = ((Run("À regarder"),), (Run("Avis"),), (Run("Sources"),))
        blocks.append(Table(header, rows, (4, 2, 5)))
    if good:
        blocks.append(Paragraph((Run(typeset(f"Bien : {' ; '.join(good)}.")),), style=Style.SMALL))
    return blocks


def _sources(assessment: Assessment) -> str:
    checked = min(source.checked_on for one in assessment.criteria for source in one.sources)
    stale = [one.title for one in assessment.criteria if one.to_check]
    laid = [one.laid for one in assessment.criteria if one.laid]
    text = (
        "La liste complète des sources est dans « plaise assess ». Textes vérifiés depuis le "
        f"{day_in_words(checked, weekday=False)}. Cette page n’est pas un conseil juridique."
    )
    if stale:
        text += f" À vérifier : {' ; '.join(stale)}."
    if laid:
        text += " " + " ".join(laid)
    return text
