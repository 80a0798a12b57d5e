"""The dossiers of a member: made, listed, searched, opened, erased."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from shutil import rmtree
from uuid import UUID, uuid4

from django.db import transaction

from plaise import __version__
from plaise.dossier import SCHEMA
from plaise.journal import seal_now
from plaise.store._create import new_facts
from plaise.store.database.models import Dossier, Membership, Role
from plaise.store.keys import Ring, Unlocked

from ._dossier import EncryptedDossier
from ._lines import line_row
from ._locks import LOCKS
from ._opening import dossier_row, require_owner, ring_of, wrapped_for
from ._places import blobs, lock_of, uploads_of
from ._summaries import opened, sealed
from ._summary import Summary, summary_of
from ._uploads import waiting


@dataclass(frozen=True, slots=True)
class Listed:
    """A dossier as a list shows it.

    Attributes:
        id: the dossier.
        summary: a few words of it.
        waiting: uploads not yet filed.
        role: `owner` or `helper`.
    """

    id: UUID
    summary: Summary
    waiting: int
    role: str


def create_dossier(unlocked: Unlocked, *, exercise: bool) -> EncryptedDossier:
    """Make an empty dossier, its keys, and the first line of its journal.

    Whether it is an exercise is written in that line, and holds for good.

    Raises:
        LockedError: the session is locked.
    """
    identifier = str(uuid4())
    facts = new_facts(identifier, exercise=exercise)
    ring = Ring.new(uuid4())
    created = {
        "dossier": identifier,
        "exercise": exercise,
        "schema": SCHEMA,
        "software": __version__,
    }
    first = seal_now(0, "created", created).line().rstrip(b"\n")
    with transaction.atomic():
        insert_dossier(unlocked, ring, facts, summary_of(facts, {}, 0))
        line_row(ring, 0, first).save(force_insert=True)
    return EncryptedDossier(unlocked, ring.dossier)


def insert_dossier(unlocked: Unlocked, ring: Ring, facts: str, summary: Summary) -> None:
    """Write the row of a new dossier and its first owner, inside the caller's transaction."""
    _ = unlocked.private
    row = Dossier(
        id=ring.dossier,
        generation=ring.generation,
        public_key=ring.pair.public,
        ring=ring.closed(),
        facts=ring.seal("facts", facts.encode()),
        summary=sealed(ring, summary, 1),
    )
    row.save(force_insert=True)
    Membership(
        dossier=row,
        account_id=unlocked.account,
        role=Role.OWNER,
        key=wrapped_for(unlocked.account, ring),
    ).save(force_insert=True)


def open_dossier(unlocked: Unlocked, identifier: UUID) -> EncryptedDossier:
    """Open a dossier.

    Raises:
        LockedError: the session is locked.
        NotMemberError: it does not exist, or not for this member.
    """
    return EncryptedDossier(unlocked, identifier)


def list_dossiers(unlocked: Unlocked, words: str = "") -> tuple[Listed, ...]:
    """The dossiers open to a member, in the order of names; only summaries are decrypted.

    Args:
        unlocked: the member.
        words: when given, only the dossiers where every word stands (accents left aside).

    Raises:
        LockedError: the session is locked.
    """
    _ = unlocked.private
    memberships = Membership.objects.filter(account_id=unlocked.account).select_related("dossier")
    listed = []
    for membership in memberships:
        row = membership.dossier
        summary = opened(ring_of(unlocked, row), row)
        if summary.matches(words):
            listed.append(Listed(row.id, summary, waiting(row.id), membership.role))
    return tuple(sorted(listed, key=lambda item: (item.summary.name.casefold(), str(item.id))))


def erase_dossier(unlocked: Unlocked, identifier: UUID) -> None:
    """Erase a dossier for everyone: keys first, so that whatever a crash leaves stays closed.

    Raises:
        LockedError: the session is locked.
        NotMemberError: it does not exist, or not for this member.
        NotAllowedError: the member is not an owner.
    """
    with transaction.atomic():
        row = dossier_row(identifier, for_update=True)
        require_owner(unlocked, row)
        row.delete()
    blobs().erase(identifier)
    rmtree(uploads_of(identifier), ignore_errors=True)
    for lock in LOCKS:
        with suppress(OSError):  # its name is the dossier's; a run that holds it lets it go later
            lock_of(identifier, lock).unlink(missing_ok=True)
