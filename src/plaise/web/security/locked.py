"""What happens when a page needs a passphrase again."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from plaise.store.database.models import Account

from .typed import keep

LOCKED = 423


def ask_passphrase(request: HttpRequest) -> HttpResponse:
    """Send to the page that unlocks, and back here afterwards; what was typed goes along.

    A script is told in a status.
    """
    if request.headers.get("X-Plaise-Script"):
        return HttpResponse(status=LOCKED)
    if request.method == "POST" and (kept := keep(request)):
        return _with_what_was_typed(request, kept)
    onwards = request.get_full_path() if request.method == "GET" else ""
    query = f"?{urlencode({'suite': onwards})}" if onwards not in {"", "/"} else ""
    return HttpResponseRedirect(reverse("unlock") + query, status=303)


def identifier_of(request: HttpRequest) -> str:
    """Who was here last, when it is known."""
    user = request.user
    return user.identifier if isinstance(user, Account) else ""


def _with_what_was_typed(request: HttpRequest, kept: str) -> HttpResponse:
    from plaise.web.accounts.forms import UnlockForm  # noqa: PLC0415 (accounts import security)

    form = UnlockForm(initial={"identifier": identifier_of(request)})
    context = {"form": form, "kept": kept, "onwards": ""}
    return render(request, "plaise/accounts/unlock.html", context, status=403)
