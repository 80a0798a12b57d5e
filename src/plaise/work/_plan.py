"""What comes next for a dossier: the plan, the warnings shown once, a page for volunteers."""

from __future__ import annotations

from datetime import date, datetime

from plaise.dossier import Capture, Dossier
from plaise.law import Caution, load_law
from plaise.readiness import Assessment, Plan, assess, plan
from plaise.store import Storage

from ._choices import exhibit_decisions, left_aside
from ._intake import open_journal, take_in
from ._progress import Progress, Silent
from ._read import read_captures
from ._volunteer import volunteer_page

SHOWN = "warnings_shown"


def plan_dossier(storage: Storage, *, now: datetime, progress: Progress | None = None) -> Plan:
    """Read what is new and say what to do next, and when.

    Args:
        storage: where the dossier is kept.
        now: this instant, with its zone.
        progress: who hears where the work is.

    Raises:
        PlaiseError: as `prepare`.
    """
    dossier, captures = look(storage, progress)
    return plan(dossier, captures, now=now)


def assessment_page(
    storage: Storage, *, today: date, now: datetime, progress: Progress | None = None
) -> tuple[Assessment, bytes]:
    """The assessment, and the one-page PDF that a volunteer prints.

    Raises:
        PlaiseError: as `prepare`.
    """
    dossier, captures = look(storage, progress)
    assessment = assess(dossier, captures, today=dossier.acts_on or today)
    return assessment, volunteer_page(dossier, assessment, plan(dossier, captures, now=now))


def look(storage: Storage, progress: Progress | None = None) -> tuple[Dossier, tuple[Capture, ...]]:
    """The facts and every capture as read, what is new included.

    Raises:
        PlaiseError: as `prepare`.
    """
    storage.facts()
    with storage.alone(), storage.locked():
        dossier = storage.facts()
        journal = open_journal(storage, dossier, storage.facts_text())
        intake = take_in(storage, journal)
        read = read_captures(storage, journal, dossier, intake.captures, progress or Silent())
    return dossier, left_aside(read.captures, exhibit_decisions(journal))


def warnings_to_show(storage: Storage) -> tuple[Caution, ...]:
    """The warnings that this dossier's person has not been shown yet; empty the second time."""
    shown = {name for one in storage.journal().of_kind(SHOWN) for name in one.data["ids"]}
    return tuple(one for one in load_law().before_start() if one.id not in shown)


def record_shown(storage: Storage, warnings: tuple[Caution, ...]) -> None:
    """Write in the journal which warnings were shown, so that they come once.

    Raises:
        JournalError: the chain does not hold.
        OSError: the disk refused.
    """
    if warnings:
        data = {"ids": [one.id for one in warnings], "law": load_law().fingerprint}
        with storage.locked():
            storage.journal().append(SHOWN, data)
