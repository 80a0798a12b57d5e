"""« Enregistré. »: a sentence shown once on the next page, kept in the sealed session."""

from __future__ import annotations

from typing import Literal

from django.http import HttpRequest

_KEY = "avis"
Tone = Literal["done", "warning"]


def tell(request: HttpRequest, text: str, tone: Tone = "done") -> None:
    """Show a sentence on the next page."""
    request.session[_KEY] = [*request.session.get(_KEY, []), [tone, text]]


def taken(request: HttpRequest) -> list[tuple[str, str]]:
    """The sentences to show now; they are shown once."""
    session = getattr(request, "session", None)
    if not session or _KEY not in session:
        return []
    return [(tone, text) for tone, text in session.pop(_KEY)]
