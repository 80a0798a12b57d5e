"""The acts that a person edited in Word and brought back, and which version is prepared.

The journal says which version of an act is in force: the last edited one, until it is left aside.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from plaise.dossier import Dossier, PlaiseError
from plaise.drafting import (
    EXERCISE_MARK,
    Act,
    Brief,
    Details,
    Document,
    draft,
    text_faults,
    to_pdf,
)
from plaise.drafting import import_docx as read_docx
from plaise.journal import Entry, Journal
from plaise.store import Storage

from ._intake import open_journal
from ._kept import EDITED, KeptAct, facts_of, keep, kept_acts, load, named, next_number, place_of

RESET = "act_reset"
_READ = (Act.REQUETE, Act.LETTRE, Act.COURRIEL)


@dataclass(frozen=True, slots=True)
class Imported:
    """An edited act, kept and in force, and its conformant PDF."""

    kept: KeptAct
    pdf: bytes


def import_act(
    storage: Storage, content: bytes, *, today: date, act: Act | None = None
) -> Imported:
    """Take an act that the person edited in Word: from now on it is the one that is prepared.

    Args:
        storage: the dossier.
        content: the Word file.
        today: the date written in the PDF.
        act: which act it is, when the file does not say.

    Raises:
        WordError: the file cannot be read.
        PlaiseError: its words would make an act that is refused; every fault is said.
    """
    document, lost = read_docx(content)
    act = act or recognised(document)
    facts_text, dossier = storage.facts_text(), storage.facts()
    document = replace(document, kind=act.value, mark=EXERCISE_MARK if dossier.exercise else "")
    check_edited(act, document, dossier)
    pdf = to_pdf(document, made_on=today)
    with storage.locked():
        journal = open_journal(storage, dossier, facts_text)
        drafted = [k for k in kept_acts(storage, journal, act) if k.origin == "drafted"]
        number = next_number(storage, act)
        storage.add(place_of(act, number, "docx"), content)
        storage.add(place_of(act, number, "pdf"), pdf)
        source = {"sha256": hashlib.sha256(content).hexdigest(), "lost": list(lost)}
        facts = drafted[-1].facts if drafted else ""
        kept = keep(storage, act, number, "edited", document, facts, source)
        journal.append(EDITED, {**named(kept), "lost": len(lost)})
    return Imported(kept, pdf)


def reset_act(storage: Storage, act: Act) -> bool:
    """Leave the edited act aside: the drafted one is prepared again. False when none was edited."""
    facts_text, dossier = storage.facts_text(), storage.facts()
    with storage.locked():
        journal = open_journal(storage, dossier, facts_text)
        if act not in in_force(storage, journal):
            return False
        journal.append(RESET, {"act": act.value})
    return True


def in_force(storage: Storage, journal: Journal) -> dict[Act, KeptAct]:
    """The edited acts that are prepared instead of the drafted ones.

    Raises:
        PlaiseError: the record of one is missing or was changed by hand.
    """
    last: dict[str, Entry] = {}
    for entry in journal.of_kind(EDITED, RESET):
        last[entry.data["act"]] = entry
    return {
        Act(name): load(storage, entry.data) for name, entry in last.items() if entry.kind == EDITED
    }


def as_prepared(
    act: Act, brief: Brief, edited: Mapping[Act, KeptAct], details: Details | None = None
) -> Document:
    """The act to put in a package: the person's own version if there is one, else the drafted one.

    Raises:
        PlaiseError: the facts do not allow this act, or the edited words no longer agree with them.
    """
    drafted = draft(act, brief, details)
    if act not in edited:
        return drafted
    document = replace(drafted, blocks=edited[act].document.blocks)
    check_edited(act, document, brief.dossier, len(brief.plan.entries))
    return document


def reading_copies(
    storage: Storage, language: str, *, today: date
) -> tuple[tuple[str, bytes], ...]:
    """The last petition, letter and e-mail beside their meaning in the person's language, as PDF.

    Args:
        storage: the dossier, prepared at least once.
        language: `en` or `ar`.
        today: the date written in the files.

    Raises:
        KeyError: no such language.
        PlaiseError: no act was made yet, or a record was changed by hand.
    """
    from plaise.drafting.reading_copy import to_reading_copy  # noqa: PLC0415 (seldom asked for)

    journal = storage.journal()
    last = {kept.act: kept for kept in kept_acts(storage, journal) if kept.origin == "drafted"}
    last |= in_force(storage, journal)
    found = [last[act] for act in _READ if act in last]
    if not found:
        raise PlaiseError(
            "Aucun acte n’a encore été rédigé dans ce dossier.",
            to_do="Lancez d’abord « plaise prepare ».",
        )
    return tuple(
        (
            f"{kept.act.value}-{language}-a-lire-ne-pas-deposer.pdf",
            to_reading_copy(kept.document, language, made_on=today),
        )
        for kept in found
    )


def changed_since(brief: Brief, edited: Mapping[Act, KeptAct]) -> tuple[str, ...]:
    """What the person must know of edited acts whose facts have changed."""
    facts = facts_of(brief)
    return tuple(
        f"Vous avez modifié cet acte dans Word : {kept.document.title}. Les faits de votre dossier "
        "ont changé depuis : relisez-le, ou revenez au texte de Plaise avec « plaise act reset »."
        for kept in edited.values()
        if kept.facts and kept.facts != facts
    )


def check_edited(
    act: Act, document: Document, dossier: Dossier, exhibits: int | None = None
) -> None:
    """Refuse words that would make an act inadmissible.

    Raises:
        PlaiseError: every fault found.
    """
    faults = text_faults(act, document, dossier, exhibits)
    if faults:
        raise PlaiseError(
            "L’acte modifié ne peut pas être utilisé tel quel :\n"
            + "\n".join(f"– {fault}" for fault in faults),
            safe="Votre fichier Word et les versions déjà faites n’ont pas été touchés.",
            to_do="Corrigez ces points dans Word et reprenez le fichier (plaise act import), ou "
            "revenez au texte de Plaise (plaise act reset).",
        )


def recognised(document: Document) -> Act:
    """Which act an edited file is: it says so in its properties, or by its title.

    Raises:
        PlaiseError: neither does.
    """
    try:
        return Act(document.kind)
    except ValueError as error:
        raise PlaiseError(
            "Ce fichier Word ne dit pas de quel acte il s’agit.",
            to_do="Ajoutez son nom à la commande, par exemple : --act requete "
            f"(noms possibles : {', '.join(act.value for act in Act)}).",
        ) from error
