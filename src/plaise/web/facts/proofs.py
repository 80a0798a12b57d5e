"""Pieces of the dossier, chosen as proofs of what a form states."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms

from plaise.dossier import PieceKind, Raw
from plaise.web.forms import Words


def pieces_field(
    raw: Raw, label: Words, *, kinds: Iterable[PieceKind] = (), kept: Iterable[str] = ()
) -> forms.MultipleChoiceField | None:
    """The named pieces as ticks; None when there is nothing to choose.

    Args:
        raw: the facts.
        label: of the field.
        kinds: only these, when given; those already `kept` are always shown.
        kept: files that are ticked.
    """
    wanted, already = {kind.value for kind in kinds}, set(kept)
    choices = [
        (one["fichier"], one.get("libelle") or one["fichier"])
        for one in blocks(raw, "pieces")
        if one.get("fichier")
        and (not wanted or one.get("nature") in wanted or one["fichier"] in already)
    ]
    if not choices:
        return None
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def blocks(raw: Raw, name: str) -> list[Raw]:
    """The blocks of a list of the facts."""
    found = raw.get(name)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
