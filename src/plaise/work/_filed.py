"""What was filed: the exhibits of a version keep their numbers, and a memoir brings the next ones.

Sources: R. 412-2 CJA (numbers in a continuous and increasing order), R. 414-2 (later pieces go by
the téléservice when the petition did).
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from plaise.dossier import Dossier, ExhibitPlan
from plaise.drafting import Details, Filing
from plaise.followup import Channel, Filed, Followup
from plaise.journal import Entry, Journal
from plaise.store import Storage

from ._choices import DECIDED, exhibit_decisions
from ._package import plan_of


def freeze(storage: Storage, journal: Journal, dossier: Dossier, on: date | None = None) -> bool:
    """Record that the exhibits of the version that was filed keep their numbers.

    Args:
        storage: the dossier, locked.
        journal: where the decision is written.
        dossier: the facts.
        on: the day of the filing: a version made later was not the one filed.

    Returns:
        False when no version was made, or when its exhibits are frozen already.
    """
    plan = _filed_plan(storage, journal, dossier, on)
    before = exhibit_decisions(journal)
    if plan is None or len(plan.entries) <= len(before.filed):
        return False
    if plan.entries[: len(before.filed)] != before.filed:
        return False
    after = before.model_copy(update={"filed": plan.entries})
    journal.append(DECIDED, after.model_dump(mode="json"))
    return True


def thaw(journal: Journal, *, everything: bool = False, who: str = "", why: str = "") -> bool:
    """Take back what was recorded as filed by mistake; the journal keeps both.

    Args:
        journal: where the decision is written.
        everything: the petition was not filed, hence nothing was; else the last filing alone.
        who: who decides.
        why: the reason, where one is given.

    Returns:
        False when nothing is recorded as filed.
    """
    before = exhibit_decisions(journal)
    if not before.filed:
        return False
    last = 0 if everything else before.filed[-1].batch
    after = before.model_copy(
        update={"filed": tuple(entry for entry in before.filed if entry.batch < last)}
    )
    said = {"unfiled": before.filed[len(after.filed)].number, "who": who, "why": why.strip()}
    told = {name: value for name, value in said.items() if value}
    journal.append(DECIDED, {**after.model_dump(mode="json"), **told})
    return True


def first_frozen(journal: Journal) -> Entry:
    """The decision since which the exhibits in force are filed.

    Raises:
        ValueError: none is.
    """
    first: Entry | None = None
    for entry in journal.of_kind(DECIDED):
        first = (first or entry) if entry.data.get("filed") else None
    if first is None:
        raise ValueError("no exhibit is filed")
    return first


def _filed_plan(
    storage: Storage, journal: Journal, dossier: Dossier, on: date | None
) -> ExhibitPlan | None:
    made = {entry.data["version"]: _day(entry, dossier) for entry in journal.of_kind("package")}
    numbers = storage.package_numbers()
    then = [n for n in numbers if on is None or made.get(f"version-{n:03d}", on) <= on]
    for number in reversed(then or numbers):
        plan = plan_of(storage, number)
        if plan is not None:
            return plan
    return None


def filing_of(journal: Journal, dossier: Dossier) -> Details:
    """What a memoir must know of the petition that was filed; nothing before it was."""
    decisions = exhibit_decisions(journal)
    if not decisions.filed:
        return Details()
    case = case_of(journal)
    filed = case.latest(Filed)
    frozen = first_frozen(journal)
    return Details(
        filing=Filing(
            number=case.number,
            on=filed.on if filed else _day(frozen, dossier),
            last_exhibit=decisions.filed[-1].number,
        )
    )


def only_online(journal: Journal) -> bool:
    """Whether later pieces must go by Télérecours citoyens, since the petition did (R. 414-2)."""
    return case_of(journal).channel is Channel.TELERECOURS


def case_of(journal: Journal) -> Followup:
    """The case after filing, as the journal tells it."""
    return Followup.from_entries(
        {"kind": entry.kind, "at": entry.at, "data": entry.data} for entry in journal.entries
    )


def _day(entry: Entry, dossier: Dossier) -> date:
    return datetime.fromisoformat(entry.at).astimezone(ZoneInfo(dossier.zone)).date()
