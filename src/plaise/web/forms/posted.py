"""What a request brings to a form."""

from __future__ import annotations

from django.http import HttpRequest, QueryDict


def posted(request: HttpRequest) -> QueryDict | None:
    """What was typed, even when nothing was; None when the form is only shown."""
    return request.POST if request.method == "POST" else None


def status(form: object) -> int:
    """200, or 422 when the form comes back with something to correct."""
    return 422 if getattr(form, "errors", None) else 200
