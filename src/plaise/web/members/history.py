"""Who opened the dossier to whom, and when, as its journal tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from plaise.journal import JournalError
from plaise.store.database.models import Role
from plaise.store.vault import ACCESS_GIVEN, ACCESS_WITHDRAWN, EncryptedDossier
from plaise.work.seen import zone_of


@dataclass(frozen=True, slots=True)
class Change:
    """One change of who opens the dossier.

    Attributes:
        at: when, where the person is.
        who: who did it, by identifier.
        to: for whom.
        what: `given`, `entrusted`, `withdrawn` or `left`.
    """

    at: datetime
    who: str
    to: str
    what: str


def changes_of(dossier: EncryptedDossier) -> list[Change]:
    """Every change, the latest first; none while the journal does not hold, as other pages say."""
    try:
        entries = dossier.journal().of_kind(ACCESS_GIVEN, ACCESS_WITHDRAWN)
    except JournalError:
        return []
    zone = ZoneInfo(zone_of(dossier))
    return [
        Change(
            at=datetime.fromisoformat(entry.at).astimezone(zone),
            who=entry.data["who"],
            to=entry.data["to"],
            what=_what(entry.kind, entry.data),
        )
        for entry in reversed(entries)
    ]


def _what(kind: str, data: Mapping[str, str]) -> str:
    if kind == ACCESS_GIVEN:
        return "entrusted" if data["role"] == Role.OWNER else "given"
    return "left" if data["who"] == data["to"] else "withdrawn"
