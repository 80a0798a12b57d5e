"""Who opens a dossier: given by wrapping its key, taken back by changing it."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from plaise.journal import Journal, JournalError
from plaise.store.database.models import Account, Dossier, MemberKeys, Membership, Role
from plaise.store.keys import Ring, Unlocked, digits_of

from ._accounts import find_account
from ._errors import InvitationError, NotAllowedError, NotMemberError
from ._lines import DatabaseLines
from ._opening import dossier_row, require_owner, ring_of, wrapped_for

ACCESS_GIVEN, ACCESS_WITHDRAWN = "access_given", "access_withdrawn"
_CODE = 12  # digits


@dataclass(frozen=True, slots=True)
class Member:
    """Someone who opens a dossier."""

    account: UUID
    identifier: str
    role: str


def members(unlocked: Unlocked, dossier: UUID) -> tuple[Member, ...]:
    """Who opens a dossier, for those who open it.

    Raises:
        LockedError: the session is locked.
        NotMemberError: the dossier is not open to this member.
    """
    _ = unlocked.private
    rows = Membership.objects.filter(dossier_id=dossier).select_related("account").order_by("pk")
    found = tuple(Member(row.account_id, row.account.identifier, row.role) for row in rows)
    if unlocked.account not in {member.account for member in found}:
        raise NotMemberError
    return found


def grant(unlocked: Unlocked, dossier: UUID, identifier: str, role: Role = Role.HELPER) -> None:
    """Open a dossier to one more account, or change its role; its journal tells it.

    Raises:
        LockedError: the session is locked.
        NotAllowedError: the member is not an owner, or would leave the dossier without one.
        NotMemberError: no such dossier for this member, or no such account.
        JournalError: the dossier's journal does not hold.
    """
    with transaction.atomic():
        row = dossier_row(dossier, for_update=True)
        require_owner(unlocked, row)
        account = find_account(identifier)
        if account is None:
            raise NotMemberError
        if role != Role.OWNER:
            _keep_an_owner(row, account.id)
        ring = ring_of(unlocked, row)
        Membership.objects.update_or_create(
            dossier=row,
            account=account,
            defaults={"role": role, "key": wrapped_for(account.id, ring)},
        )
        _record(ring, ACCESS_GIVEN, unlocked, to=account.identifier, role=str(role))


def invitation_code(account: UUID) -> str:
    """Twelve digits that name an account's public key, to be said aloud to who invites it.

    A dossier is opened neither to a namesake of the nickname nor to a key slipped in by whoever
    holds the server: forty bits, and a new pair of keys for each guess.
    """
    public = MemberKeys.objects.values_list("public_key", flat=True).get(pk=account)
    number = int.from_bytes(hashlib.sha256(b"plaise invitation" + public).digest(), "big")
    digits = f"{number % 10**_CODE:0{_CODE}d}"
    return " ".join(digits[start : start + 4] for start in range(0, _CODE, 4))


def invite(unlocked: Unlocked, dossier: UUID, identifier: str, code: str) -> None:
    """Open a dossier to one more account, as a helper, when the code is that account's.

    Raises:
        LockedError: the session is locked.
        InvitationError: no such account, or another's code.
        NotAllowedError: the member is not an owner.
        NotMemberError: no such dossier for this member.
    """
    require_owner(unlocked, dossier_row(dossier))
    account = find_account(identifier)
    if account is None or digits_of(code) != invitation_code(account.id).replace(" ", ""):
        raise InvitationError
    if not Membership.objects.filter(dossier_id=dossier, account=account).exists():
        grant(unlocked, dossier, identifier)


def revoke(unlocked: Unlocked, dossier: UUID, account: UUID) -> None:
    """Close a dossier to an account: an owner does it to anyone, a member to themselves.

    The dossier key and the pair for uploads change in the same transaction; facts and summary are
    sealed again, and the journal tells it. What the person could read before is theirs to remember;
    nothing newer is.

    Raises:
        LockedError: the session is locked.
        NotAllowedError: the member is not an owner, or would leave the dossier without one.
        NotMemberError: no such dossier for this member, or no such member.
    """
    with transaction.atomic():
        row = dossier_row(dossier, for_update=True)
        if account != unlocked.account:
            require_owner(unlocked, row)
        ring = ring_of(unlocked, row)
        _keep_an_owner(row, account)
        if not Membership.objects.filter(dossier=row, account_id=account).delete()[0]:
            raise NotMemberError
        renewed = _renew(row, ring)
        with suppress(JournalError):  # a damaged journal must not keep anyone in
            _record(renewed, ACCESS_WITHDRAWN, unlocked, to=_identifier(account))


def _keep_an_owner(row: Dossier, leaving: UUID) -> None:
    others = Membership.objects.filter(dossier=row, role=Role.OWNER).exclude(account_id=leaving)
    if not others.exists():
        raise NotAllowedError


def _renew(row: Dossier, ring: Ring) -> Ring:
    facts = ring.open("facts", row.facts, version=row.facts_version)
    summary = ring.open_note("summary", row.summary, version=row.summary_version)
    renewed = ring.renewed()
    row.generation = renewed.generation
    row.public_key = renewed.pair.public
    row.ring = renewed.closed()
    row.facts = renewed.seal("facts", facts, version=row.facts_version)
    row.summary = renewed.seal_note("summary", summary, version=row.summary_version)
    row.save()
    for membership in Membership.objects.filter(dossier=row):
        membership.key = wrapped_for(membership.account_id, renewed)
        membership.save(update_fields=["key"])
    return renewed


def _record(ring: Ring, kind: str, unlocked: Unlocked, **what: str) -> None:
    """Write in the dossier's journal who did it, in the same transaction as the thing itself."""
    journal = Journal(DatabaseLines(ring.dossier, lambda: ring))
    journal.append(kind, {"who": _identifier(unlocked.account), **what})


def _identifier(account: UUID) -> str:
    return Account.objects.values_list("identifier", flat=True).get(pk=account)
