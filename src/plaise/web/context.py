"""What every template knows."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import get_language

from ._languages import LANGUAGES, language
from .notices import taken


def page(request: HttpRequest) -> dict[str, object]:
    """Language, state of the session, messages; holds even where no session was opened."""
    session = getattr(request, "session", None)
    member = getattr(request, "member", None)
    return {
        "language": language(get_language() or "fr"),
        "languages": LANGUAGES,
        "member": member,
        "known": bool(session and getattr(request, "user", None) and request.user.is_authenticated),
        "shared_computer": bool(session and session.get("ordinateur_partage")),
        "notices": taken(request),
        "here": request.get_full_path() if request.method == "GET" else "/",
    }
