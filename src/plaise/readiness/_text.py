"""The assessment as plain French, for a terminal or a printed page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from ._french import day, typeset
from ._values import Assessment, Criterion, OtherRoute, Proof, SourceNote, Verdict

_WIDTH = 78
_GROUPS = (
    ("CE QUI DEMANDE VOTRE ATTENTION", (Verdict.ALERT, Verdict.MISSING, Verdict.STRENGTHEN)),
    ("CE QUI VA BIEN", (Verdict.OK,)),
    ("À SAVOIR", (Verdict.INFORMATION,)),
)
_LEGEND = typeset(
    "[A] lu dans plusieurs sources ; [B] lu dans une source ; [M] de mémoire, à vérifier ; [INF] "
    "déduction du projet, à valider par un juriste."
)
_LOUD = frozenset({Verdict.ALERT, Verdict.MISSING})


def text(assessment: Assessment) -> str:
    """The assessment in plain French: level, what stops, what to do, the criteria, the sources.

    Args:
        assessment: what `assess` returned.
    """
    return "\n".join(_lines(assessment)) + "\n"


def _lines(assessment: Assessment) -> Iterator[str]:
    if assessment.exercise:
        yield from ("EXERCICE – ne rien déposer", "")
    yield typeset(f"Niveau au {day(assessment.assessed_on)} : « {assessment.level_label} »")
    yield from wrapped(assessment.level_reason)
    yield from wrapped(assessment.reminder)
    yield from sections(
        ("CE QUI ARRÊTE LA RÉDACTION DES ACTES", "!", assessment.blocks),
        ("QUI APPELER", "–", assessment.calls),
        ("À FAIRE, LE PLUS UTILE D’ABORD", "", assessment.next_steps),
    )
    yield from _checklist("CE QUI PROUVE QUE LA PORTE EST FERMÉE", assessment.door_proofs)
    yield from _checklist("CE QUI MONTRE QUE LA DEMANDE EST SÉRIEUSE", assessment.papers)
    for route in assessment.routes:
        yield from _route(route)
    for title, verdicts in _GROUPS:
        group = [one for one in assessment.criteria if one.verdict in verdicts]
        if group:
            yield from ("", title)
            for criterion in group:
                yield from _criterion(criterion)
    yield from ("", "SOURCES")
    yield from wrapped(_LEGEND)
    for line in _sources(assessment):
        yield from line


def sections(*lists: tuple[str, str, tuple[str, ...]]) -> Iterator[str]:
    """Titled lists, those that hold something: title, bullet (numbers when empty), items."""
    for title, bullet, items in lists:
        if items:
            yield from ("", title)
        for number, item in enumerate(items, start=1):
            mark = bullet or f"{number}."
            yield from wrapped(item, first=f"  {mark} ", rest=" " * (len(mark) + 3))


def _checklist(title: str, proofs: tuple[Proof, ...]) -> Iterator[str]:
    """Each proof with a box; the warning on who reads comes before the papers."""
    if not proofs:
        return
    yield from ("", title)
    for one in proofs:
        box = {True: "[x]", False: "[ ]", None: "[?]"}[one.present]
        reader = f"{one.reader.split('. ')[0]}. " if one.reader else ""
        must = " (demandé)" if one.required else ""
        words = f"{reader}{one.label}{must} : {one.why} {one.caution}".strip()
        yield from wrapped(typeset(words), first=f"  {box} ", rest="      ")


def _route(route: OtherRoute) -> Iterator[str]:
    yield from ("", f"UNE AUTRE VOIE : {route.title} [{route.confidence}]")
    for words in (route.when, route.not_when, route.limit, *route.how):
        yield from wrapped(words, first="  – ", rest="    ")
    cited = " ; ".join(source.short for source in route.sources)
    old = " À VÉRIFIER." if route.to_check else ""
    yield from wrapped(typeset(f"Sources : {cited}.{old}"), first="  ", rest="  ")


def _criterion(criterion: Criterion) -> Iterator[str]:
    label = criterion.verdict_label
    label = label.upper() if criterion.verdict in _LOUD else label
    yield typeset(f"• {criterion.title} : {label} [{criterion.confidence}]")
    yield from wrapped(criterion.explanation, first="  ", rest="  ")
    if criterion.note and criterion.verdict is not Verdict.OK:
        yield from wrapped(criterion.note, first="  ", rest="  ")
    cited = " ; ".join(f"{source.short} [{source.confidence}]" for source in criterion.sources)
    yield from wrapped(typeset(f"Sources : {cited}."), first="  ", rest="  ")
    if criterion.laid:
        yield from wrapped(criterion.laid, first="  ", rest="  ")
    if criterion.to_check:
        yield typeset("  À VÉRIFIER : ce critère n’a pas été revu depuis longtemps.")


def _sources(assessment: Assessment) -> Iterator[list[str]]:
    """Codes once each, with their articles; then every other source once, as first cited."""
    notes = {one.id: one for criterion in assessment.criteria for one in criterion.sources}
    codes: dict[str, list[SourceNote]] = {}
    for note in notes.values():
        if note.kind == "article":
            codes.setdefault(note.address, []).append(note)
    for address, articles in codes.items():
        first = articles[0]
        names = ", ".join(sorted(one.short for one in articles))
        state = f"texte au {day(first.dated)}, vérifié le {day(first.checked_on)}"
        yield _entry(f"{first.source} ({state}) : {names}", address, articles)
    for note in notes.values():
        if note.kind != "article":
            state = f"vérifié le {day(note.checked_on)}"
            yield _entry(f"{note.title} ({state}) [{note.confidence}].", note.address, [note])


def _entry(content: str, address: str, notes: list[SourceNote]) -> list[str]:
    mark = " À VÉRIFIER." if any(one.to_check for one in notes) else ""
    mark += "".join(f" {one.laid}" for one in notes if one.laid)
    lines = wrapped(typeset(content + mark), first="  – ", rest="    ")
    return [*lines, f"    {address}"]


def wrapped(content: str, *, first: str = "", rest: str = "") -> list[str]:
    """Lines of a terminal page."""
    return textwrap.wrap(
        content,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
