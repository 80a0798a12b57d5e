"""What came into the folder, what left, what changed: seen, hashed and journalled."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from plaise import __version__
from plaise.dossier import SCHEMA, Dossier, PlaiseError
from plaise.journal import Entry, Journal
from plaise.store import DossierFolder, Shelf, Storage


@dataclass(frozen=True, slots=True)
class Original:
    """A file of the dossier as it is now; `path` is written as in the journal."""

    path: str
    sha256: str
    size: int

    @property
    def name(self) -> str:
        """The file's name alone."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Intake:
    """The originals, and what the person must know about them."""

    captures: tuple[Original, ...]
    pieces: tuple[Original, ...]
    problems: tuple[str, ...]
    added: int


def open_journal(storage: Storage, dossier: Dossier, facts: str) -> Journal:
    """Open the journal, record the creation or a change of the facts, and keep the promise made.

    A dossier declared an exercise at its creation stays one, and the other way round.

    Raises:
        JournalError: the chain does not hold.
        PlaiseError: the exercise mark or the identifier was changed by hand.
    """
    journal = storage.journal()
    created = journal.of_kind("created")
    if not created:
        journal.append(
            "created",
            {
                "dossier": str(dossier.id),
                "exercise": dossier.exercise,
                "schema": SCHEMA,
                "software": __version__,
            },
        )
    else:
        _same_promise(created[0].data, dossier)
    digest = hashlib.sha256(facts.encode()).hexdigest()
    known = journal.of_kind("facts")
    if not known or known[-1].data["sha256"] != digest:
        journal.append("facts", {"sha256": digest})
    return journal


def _same_promise(created: Mapping[str, Any], dossier: Dossier) -> None:
    if created["exercise"] != dossier.exercise:
        was = "un exercice" if created["exercise"] else "un vrai dossier"
        raise PlaiseError(
            f"Ce dossier a été créé comme {was} ; la ligne « exercice » de dossier.toml dit le "
            "contraire.",
            to_do="Remettez la ligne comme avant. Pour changer de nature, créez un nouveau "
            "dossier avec « plaise new ».",
        )
    if created["dossier"] != str(dossier.id):
        raise PlaiseError(
            "L’identifiant « id » de dossier.toml n’est pas celui du journal de ce dossier.",
            to_do="Remettez l’identifiant "
            f"{created['dossier']}, ou créez un nouveau dossier avec « plaise new ».",
        )


def take_in(storage: Storage, journal: Journal) -> Intake:
    """Hash every capture and piece, and journal what is new, changed or gone."""
    problems: list[str] = []
    captures, added = _take(storage, journal, "capture", problems)
    pieces, more = _take(storage, journal, "piece", problems)
    if isinstance(storage, DossierFolder):  # an encrypted dossier erases them with the original
        storage.drop_stale_derivatives({one.sha256 for one in (*captures, *pieces)})
    return Intake(captures, pieces, tuple(problems), added + more)


def recorded_originals(entries: Iterable[Entry], kind: str) -> dict[str, str]:
    """The originals recorded so far: path → SHA-256, those said missing left out.

    Args:
        entries: the entries of a journal, oldest first.
        kind: `capture` or `piece`.
    """
    known: dict[str, str] = {}
    for entry in entries:
        if entry.kind in {f"{kind}_added", f"{kind}_changed"}:
            known[entry.data["path"]] = entry.data["sha256"]
        elif entry.kind == f"{kind}_missing":
            known.pop(entry.data["path"], None)
    return known


def _take(
    storage: Storage, journal: Journal, kind: Literal["capture", "piece"], problems: list[str]
) -> tuple[tuple[Original, ...], int]:
    shelf: Shelf = "captures" if kind == "capture" else "pieces"
    known = recorded_originals(journal.entries, kind)
    found: list[Original] = []
    added = 0
    for stored in storage.originals(shelf):
        before = known.pop(stored.path, None)
        try:
            sha256 = stored.sha256 or storage.sha256(stored.path)
        except OSError as error:
            problems.append(f"« {stored.path} » ne peut pas être lu ({error.strerror}).")
            continue
        original = Original(stored.path, sha256, stored.size)
        found.append(original)
        facts = {"path": original.path, "sha256": original.sha256, "size": original.size}
        if before is None:
            journal.append(f"{kind}_added", facts)
            added += 1
        elif before != original.sha256:
            journal.append(f"{kind}_changed", {**facts, "before": before})
            problems.append(
                f"« {original.path} » a été modifié ou remplacé depuis son entrée dans le dossier. "
                "Le journal garde la trace des deux. Remettez l’original si vous l’avez."
            )
    for path, sha256 in known.items():
        journal.append(f"{kind}_missing", {"path": path, "sha256": sha256})
        problems.append(f"« {path} » a disparu du dossier. Remettez ce fichier si vous l’avez.")
    return tuple(found), added
