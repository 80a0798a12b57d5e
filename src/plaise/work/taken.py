"""Acts taken away after filing, kept exactly as they were, so that what was sent can be shown."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from plaise.drafting import Act, Brief, Details, draft
from plaise.journal import Entry, Journal
from plaise.store import Storage

from ._intake import open_journal
from ._kept import TAKEN, facts_of, keep, named, next_number, place_of, words_of
from .single import draft_one


@dataclass(frozen=True, slots=True)
class TakenAct:
    """One file of an act that a person took away.

    Attributes:
        number: of the version, counted from 1 for each act.
        moment: when, on the person's clock.
        path: where the file stands.
        sha256: of the file, as the journal has it.
    """

    number: int
    moment: datetime
    path: str
    sha256: str

    @property
    def ending(self) -> str:
        """`pdf`, `docx` or `eml`."""
        return self.path.rpartition(".")[2]


def take_act(storage: Storage, brief: Brief, act: Act, details: Details, ending: str) -> bytes:
    """The file of an act, kept and journalled; the same words again give the same file.

    Args:
        storage: the dossier.
        brief: what the act is drafted from.
        act: which one.
        details: what it needs besides the facts.
        ending: `pdf`, `docx` or `eml`.

    Raises:
        PlaiseError: the act would be wrong or incomplete, or something else works on the dossier.
        KeyError: the act has no such file.
        OSError: the disk refused; nothing is journalled.
    """
    document, name = draft(act, brief, details), f"{act.value}.{ending}"
    facts = storage.facts_text()
    with storage.locked():
        journal = open_journal(storage, brief.dossier, facts)
        words = words_of(document)
        for entry in reversed(_entries(journal, act)):
            if entry.data["words"] == words and entry.data["file"].endswith(f".{ending}"):
                return storage.read(entry.data["file"])
        content = dict(draft_one(brief, act, details=details))[name]
        number = next_number(storage, act)
        file = place_of(act, number, ending)
        storage.add(file, content)
        digest = hashlib.sha256(content).hexdigest()
        kept = keep(storage, act, number, "taken", document, facts_of(brief), {"sha256": digest})
        told = {**named(kept), "words": words, "file": file, "file_sha256": digest}
        journal.append(TAKEN, told)
    return content


def taken_acts(journal: Journal, act: Act, zone: str) -> tuple[TakenAct, ...]:
    """The files of an act that were taken away, the latest first.

    Args:
        journal: of the dossier.
        act: which one.
        zone: IANA zone of the person's clock.
    """
    return tuple(
        TakenAct(
            number=int(entry.data["file"].rpartition("/")[2][:3]),
            moment=datetime.fromisoformat(entry.at).astimezone(ZoneInfo(zone)),
            path=entry.data["file"],
            sha256=entry.data["file_sha256"],
        )
        for entry in reversed(_entries(journal, act))
    )


def _entries(journal: Journal, act: Act) -> list[Entry]:
    return [entry for entry in journal.of_kind(TAKEN) if entry.data["act"] == act.value]
