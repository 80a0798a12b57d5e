"""What was typed in a page whose session locked meanwhile: kept, sealed, until it is unlocked.

The page that asks for the passphrase carries it as ciphertext for the member's public key: nobody
else reads it there, and the server keeps nothing.
"""

from __future__ import annotations

import base64
import binascii
import io
import json
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from plaise.store.database.models import MemberKeys
from plaise.store.keys import Binding, DamagedError, Unlocked, open_stream, seal_stream

LONGEST = 500_000
_OURS = {"csrfmiddlewaretoken"}


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it was sent.

    Attributes:
        address: where it was sent to.
        fields: names and values, in their order.
    """

    address: str
    fields: tuple[tuple[str, str], ...]


def keep(request: HttpRequest) -> str:
    """What was typed, as ciphertext; empty when there is nothing, or nobody to seal it for."""
    fields = [
        [name, value]
        for name, values in request.POST.lists()
        if name not in _OURS
        for value in values
    ]
    keys = (
        MemberKeys.objects.filter(pk=UUID(str(request.user.pk))).first()
        if request.user.pk
        else None
    )
    if not fields or keys is None:
        return ""
    text = json.dumps({"address": request.get_full_path(), "fields": fields}).encode()
    if len(text) > LONGEST:
        return ""
    sealed = io.BytesIO()
    seal_stream([text], keys.public_key, 1, _binding(keys.account_id), sealed, limit=LONGEST)
    return base64.b64encode(sealed.getvalue()).decode()


def again(member: Unlocked, kept: str) -> Typed | None:
    """What was kept; None when it was another member's, or altered."""
    try:
        sealed = io.BytesIO(base64.b64decode(kept, validate=True))
        text = b"".join(open_stream(sealed, (member.private,), _binding(member.account)))
    except (DamagedError, binascii.Error):
        return None
    content = json.loads(text)
    return Typed(content["address"], tuple((name, value) for name, value in content["fields"]))


def _binding(account: UUID) -> Binding:
    return Binding(account, "typed")
