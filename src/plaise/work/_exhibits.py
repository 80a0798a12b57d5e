"""What the person decides of the exhibits: order, left out, apart, filed; kept in the journal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from plaise.bundle import DEFAULT_CAP, check_piece, label_notes, piece_notes, plan
from plaise.dossier import (
    Capture,
    Dossier,
    ExhibitDecisions,
    ExhibitPlan,
    PlaiseError,
    Result,
)
from plaise.followup import Filed
from plaise.store import Storage

from ._choices import DECIDED, exhibit_decisions, left_aside
from ._filed import case_of, freeze, thaw
from ._intake import open_journal
from ._originals import originals_of
from ._plan import look
from ._progress import Progress


@dataclass(frozen=True, slots=True)
class Changes:
    """What to change; names are file names, paths in the dossier or exhibit numbers.

    Attributes:
        order: pieces to put first, in that order.
        leave_out: exhibits to leave out, without deleting anything.
        keep: exhibits to take back.
        apart: one file per capture, or a series again; None to leave it as it is.
        filed: whether the exhibits of the last version prepared have just been filed.
        unfiled: whether the last filing was recorded by mistake: its numbers may move again.
        who: who decides, and `why`, kept in the journal where they are given.
    """

    order: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    apart: bool | None = None
    filed: bool = False
    unfiled: bool = False
    who: str = ""
    why: str = ""

    @property
    def any(self) -> bool:
        """Whether there is something to change."""
        return replace(self, who="", why="") != Changes()


def numbered(storage: Storage, progress: Progress | None = None) -> ExhibitPlan:
    """The exhibits as they are numbered now; nothing is drafted.

    Raises:
        PlaiseError: as `prepare`.
    """
    dossier, captures = look(storage, progress)
    return numbered_of(storage, dossier, captures)


def numbered_of(storage: Storage, dossier: Dossier, captures: Sequence[Capture]) -> ExhibitPlan:
    """The same from captures that are known already; nothing is read nor journalled.

    Raises:
        PlaiseError: a piece or a capture cannot be an exhibit.
    """
    decisions = exhibit_decisions(storage.journal())
    return plan(dossier, captures, originals_of(storage), decisions=decisions)


def decide_exhibits(
    storage: Storage, changes: Changes, progress: Progress | None = None
) -> ExhibitPlan:
    """Record decisions, if the plan that follows from them holds; gives that plan.

    Raises:
        PlaiseError: a name fits nothing or several files, an exhibit was already filed, a capture
            shows a slot, or a piece is cited by the facts; nothing is recorded then.
    """
    if changes.unfiled:
        _take_back(storage, changes)
    dossier, captures = look(storage, progress)
    before = exhibit_decisions(storage.journal())
    originals = originals_of(storage)
    sources = _sources(dossier, captures)
    current = plan(dossier, captures, originals, decisions=before)
    names = partial(_resolve, sources=sources, numbers=current)
    order = tuple(names(name) for name in changes.order)
    out = [names(name) for name in changes.leave_out]
    _check_allowed(out, captures, before)
    back = {names(name) for name in changes.keep}
    kept_out = [*before.left_out, *(one for one in out if one not in before.left_out)]
    after = ExhibitDecisions(
        order=order or before.order,
        left_out=tuple(one for one in kept_out if one not in back),
        apart=before.apart if changes.apart is None else changes.apart,
        filed=before.filed,
    )
    made = plan(dossier, left_aside(captures, after), originals, decisions=after)
    facts_text = storage.facts_text()
    with storage.locked():
        journal = open_journal(storage, dossier, facts_text)
        if after != before:
            said = {"who": changes.who, "why": changes.why.strip(), "out": out}
            told = {name: value for name, value in said.items() if value}
            journal.append(DECIDED, {**after.model_dump(mode="json"), **told})
        if not changes.filed:
            return made
        if not freeze(storage, journal, dossier) and not exhibit_decisions(journal).filed:
            raise PlaiseError(
                "Rien n’a encore été préparé : aucune pièce n’a pu être déposée.",
                safe="Vos fichiers n’ont pas été modifiés.",
                to_do="Lancez « plaise prepare », déposez, puis relancez cette commande.",
            )
    return numbered(storage, progress)


def _take_back(storage: Storage, changes: Changes) -> None:
    """Record that the last filing did not happen.

    Raises:
        PlaiseError: nothing is filed, or an event says that it is: it must be corrected first.
    """
    facts_text, dossier = storage.facts_text(), storage.facts()
    with storage.locked():
        journal = open_journal(storage, dossier, facts_text)
        if case_of(journal).latest(Filed):
            raise PlaiseError(
                "Le dépôt est noté dans la suite du dossier : c’est là qu’il se corrige.",
                to_do="Lancez « plaise followup correct » sur ce dépôt : les numéros pourront "
                "bouger de nouveau, et le journal gardera les deux.",
            )
        if not thaw(journal, who=changes.who, why=changes.why):
            raise PlaiseError(
                "Aucune pièce n’est notée comme déposée.",
                to_do="Il n’y a rien à annuler.",
            )


def check_pieces(
    storage: Storage, dossier: Dossier, *, cap_bytes: int = DEFAULT_CAP
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """For every piece of the facts, what would be refused, and what is only worth knowing."""
    refused: list[str] = []
    notes: list[str] = []
    for piece in dossier.pieces:
        try:
            raw = storage.read(f"pieces/{piece.file}")
        except OSError:
            refused.append(f"« {piece.file} » n’est pas dans le dossier « pieces ».")
            continue
        problems = check_piece(raw, piece.file, cap_bytes=cap_bytes)
        refused += problems
        if not problems:
            notes += (*label_notes(piece.label), *piece_notes(raw, piece.file))
    return tuple(refused), tuple(notes)


def _sources(dossier: Dossier, captures: Sequence[Capture]) -> list[str]:
    return [*(f"pieces/{piece.file}" for piece in dossier.pieces), *(c.source for c in captures)]


def _resolve(name: str, *, sources: Sequence[str], numbers: ExhibitPlan) -> str:
    if name.isdigit():
        found = [entry.source for entry in numbers.entries if entry.number == int(name)]
    else:
        found = [one for one in sources if one == name or one.partition("/")[2] == name]
    if len(found) != 1:
        raise PlaiseError(
            f"« {name} » ne désigne pas une pièce du dossier."
            if not found
            else f"« {name} » désigne plusieurs pièces : {', '.join(found)}.",
            to_do="Donnez le nom du fichier ou le numéro de la pièce, comme les montre "
            "« plaise pieces DOSSIER ».",
        )
    return found[0]


def _check_allowed(
    out: Sequence[str], captures: Sequence[Capture], before: ExhibitDecisions
) -> None:
    filed = {entry.source for entry in before.filed}
    slots = {c.source for c in captures if c.reading.result is Result.SLOT_OFFERED}
    for source in out:
        if source in filed:
            raise PlaiseError(
                f"« {source} » a déjà été déposée : elle garde son numéro.",
                to_do="Si elle est fausse, dites-le dans un mémoire ; demandez conseil avant.",
            )
        if source in slots:
            raise PlaiseError(
                f"« {source} » montre un créneau proposé : elle ne peut pas être laissée de côté.",
                to_do="Expliquez plutôt cette capture dans dossier.toml ([[explications]]) : un "
                "créneau caché ferait perdre toute confiance au juge.",
            )
