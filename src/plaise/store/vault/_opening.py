"""From a member's key to the ring of a dossier, and back into the database."""

from __future__ import annotations

from uuid import UUID

from plaise.store.database.models import Dossier, MemberKeys, Membership, Role
from plaise.store.keys import Binding, DamagedError, Ring, Unlocked, unwrap, wrap

from ._errors import NotAllowedError, NotMemberError


def ring_of(unlocked: Unlocked, dossier: Dossier) -> Ring:
    """The ring of a dossier.

    Raises:
        LockedError: the session is locked.
        NotMemberError: the dossier is not open to this member.
        DamagedError: the keys are not those that were written, or someone exchanged the public one.
    """
    key = _dossier_key(unlocked, dossier)
    ring = Ring.opened(dossier.id, dossier.ring, key, dossier.generation)
    if ring.pair.public != dossier.public_key:
        raise DamagedError("La clé publique de ce dossier")  # uploads were led astray
    return ring


def _dossier_key(unlocked: Unlocked, dossier: Dossier) -> bytes:
    private = unlocked.private
    membership = Membership.objects.filter(dossier=dossier, account_id=unlocked.account).first()
    if membership is None:
        raise NotMemberError
    binding = _binding(dossier.id, unlocked.account, dossier.generation)
    return unwrap(membership.key, private, binding)


def wrapped_for(account: UUID, ring: Ring) -> bytes:
    """The dossier key, for one member alone."""
    public = MemberKeys.objects.values_list("public_key", flat=True).get(pk=account)
    return wrap(ring.keys[-1], public, _binding(ring.dossier, account, ring.generation))


def dossier_row(identifier: UUID, *, for_update: bool = False) -> Dossier:
    """The row of a dossier.

    Raises:
        NotMemberError: there is none.
    """
    rows = Dossier.objects.select_for_update() if for_update else Dossier.objects.all()
    try:
        return rows.get(pk=identifier)
    except Dossier.DoesNotExist as error:
        raise NotMemberError from error


def require_owner(unlocked: Unlocked, dossier: Dossier) -> None:
    """Only an owner decides who opens a dossier.

    Raises:
        LockedError: the session is locked.
        NotMemberError: not even a member.
        NotAllowedError: a helper.
    """
    _ = unlocked.private
    membership = Membership.objects.filter(dossier=dossier, account_id=unlocked.account).first()
    if membership is None:
        raise NotMemberError
    if membership.role != Role.OWNER:
        raise NotAllowedError


def _binding(dossier: UUID, account: UUID, generation: int) -> Binding:
    return Binding(dossier, "member", str(account), generation)
