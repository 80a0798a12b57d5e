"""The versions of each act as they were kept, in `actes/<act>/`; nothing is ever replaced.

A version is plain JSON: the words of the act as a block tree, what it was made from, by which
version of the software and of the law. The journal holds the hash of each record.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from plaise import __version__
from plaise.dossier import PlaiseError
from plaise.drafting import Act, Brief, Document, as_tree, from_tree
from plaise.journal import Entry, Journal, canonical
from plaise.law import load_law
from plaise.store import Storage

Origin = Literal["drafted", "edited", "taken"]
MADE, EDITED, TAKEN = "act_made", "act_edited", "act_taken"
_SHELF = "actes"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class KeptAct:
    """One version of an act.

    Attributes:
        act: which act.
        number: counted from 1, for each act.
        origin: drafted by us for a package, edited by the person, or taken away on its own.
        kept_at: when it was kept, UTC.
        facts: hash of the facts that it was made from.
        law: fingerprint of the law files.
        software: our version.
        document: its words.
        lost: what of the edited file could not be kept, in French.
        sha256: of the record.
    """

    act: Act
    number: int
    origin: Origin
    kept_at: str
    facts: str
    law: str
    software: str
    document: Document
    lost: tuple[str, ...]
    sha256: str

    @property
    def path(self) -> str:
        """Where its record stands."""
        return place_of(self.act, self.number)


def kept_acts(storage: Storage, journal: Journal, act: Act | None = None) -> list[KeptAct]:
    """Every version kept, in the order in which they were made.

    Raises:
        PlaiseError: a record is missing or was changed by hand.
    """
    entries = journal.of_kind(MADE, EDITED, TAKEN)
    wanted = (entry for entry in entries if act is None or entry.data["act"] == act.value)
    return [load(storage, entry.data) for entry in wanted]


def recorded_acts(entries: Iterable[Entry]) -> dict[str, str]:
    """The records of acts that the journal tells: path → SHA-256."""
    told = [entry for entry in entries if entry.kind in {MADE, EDITED, TAKEN}]
    files = {e.data["file"]: e.data["file_sha256"] for e in told if e.kind == TAKEN}
    return {e.data["path"]: e.data["sha256"] for e in told} | files


def record_made(
    storage: Storage, journal: Journal, brief: Brief, documents: Mapping[Act, Document]
) -> None:
    """Keep the words of the drafted acts of a package that was just made, where they are new."""
    facts = facts_of(brief)
    for act, document in documents.items():
        known = [e for e in journal.of_kind(MADE) if e.data["act"] == act.value]
        words = words_of(document)
        if known and (known[-1].data["words"], known[-1].data["facts"]) == (words, facts):
            continue
        kept = keep(storage, act, next_number(storage, act), "drafted", document, facts, {})
        journal.append(MADE, {**named(kept), "facts": facts, "words": words})


def facts_of(brief: Brief) -> str:
    """One value for the facts that acts are made from: person, captures, exhibit numbers."""
    captures = [c.model_dump(mode="json", exclude={"reading": {"seconds"}}) for c in brief.captures]
    made_from = {
        "dossier": brief.dossier.model_dump(mode="json"),
        "captures": captures,
        "plan": brief.plan.model_dump(mode="json"),
    }
    return hashlib.sha256(canonical(made_from)).hexdigest()


def place_of(act: Act, number: int, ending: str = "json") -> str:
    """Where a version stands: its record, or what goes with it."""
    return f"{_SHELF}/{act.value}/{number:03d}.{ending}"


def next_number(storage: Storage, act: Act) -> int:
    """The number of the next version of an act; a file left by a crash keeps its own."""
    place = f"{_SHELF}/{act.value}/"
    stems = (s.path.removeprefix(place) for s in storage.originals("actes"))
    return max((int(s[:3]) for s in stems if s[:3].isdecimal()), default=0) + 1


def words_of(document: Document) -> str:
    """One value for the words of an act."""
    return hashlib.sha256(canonical(as_tree(document))).hexdigest()


def named(kept: KeptAct) -> dict[str, Any]:
    """What the journal says of a version."""
    return {"act": kept.act.value, "path": kept.path, "sha256": kept.sha256}


def keep(
    storage: Storage,
    act: Act,
    number: int,
    origin: Origin,
    document: Document,
    facts: str,
    source: Mapping[str, Any],
) -> KeptAct:
    """Write the next version.

    Raises:
        OSError: the disk refused.
    """
    record = {
        "format": _FORMAT,
        "act": act.value,
        "number": number,
        "origin": origin,
        "kept_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "facts": facts,
        "law": load_law().fingerprint,
        "software": __version__,
        "source": dict(source),
        "document": as_tree(document),
    }
    raw = canonical(record) + b"\n"
    storage.add(place_of(act, number), raw)
    return _read(record, hashlib.sha256(raw).hexdigest())


def load(storage: Storage, told: Mapping[str, Any]) -> KeptAct:
    """The version that an entry of the journal names.

    Raises:
        PlaiseError: its record is missing or was changed by hand.
    """
    try:
        raw = storage.read(told["path"])
        digest = hashlib.sha256(raw).hexdigest()
        if digest != told["sha256"]:
            raise ValueError("sha256")
        return _read(json.loads(raw), digest)
    except (OSError, ValueError, KeyError) as error:
        raise PlaiseError(
            f"« {told['path']} » manque ou n’est plus ce que le journal a enregistré.",
            to_do="Remettez ce fichier depuis une sauvegarde, ou reprenez votre acte modifié avec "
            "« plaise act import ».",
        ) from error


def _read(record: Mapping[str, Any], digest: str) -> KeptAct:
    return KeptAct(
        act=Act(record["act"]),
        number=record["number"],
        origin=record["origin"],
        kept_at=record["kept_at"],
        facts=record["facts"],
        law=record["law"],
        software=record["software"],
        document=from_tree(record["document"]),
        lost=tuple(record["source"].get("lost", ())),
        sha256=digest,
    )
