"""Pages that say what went wrong, what is safe and what to do."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.sessions.exceptions import SessionInterrupted
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

from plaise.dossier import PlaiseError
from plaise.store.keys import LockedError
from plaise.store.vault import ConflictError, NotAllowedError, NotMemberError, TooSoonError

from .wording import in_french, said

_STATUS: dict[type[PlaiseError], int] = {
    NotMemberError: 404,
    NotAllowedError: 403,
    ConflictError: 409,
    TooSoonError: 429,
}


class ErrorsMiddleware:
    """Turns the errors of the core into pages; asks for the passphrase when that is the error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """The page of an error that was told in plain words; None for a bug."""
        return told(request, error) if isinstance(error, PlaiseError) else None


def told(request: HttpRequest, error: PlaiseError) -> HttpResponse:
    """A page that tells an error of the core, or the one that asks for the passphrase."""
    if isinstance(error, LockedError):
        from .security.locked import ask_passphrase  # noqa: PLC0415 (it draws pages of accounts)

        return ask_passphrase(request)
    status = next((status for kind, status in _STATUS.items() if isinstance(error, kind)), 400)
    return _page(request, status, *said(error), french=in_french(error))


def refused(request: HttpRequest) -> HttpResponse:
    """The request came from elsewhere."""
    with _in_its_language(request):
        return _page(
            request,
            403,
            _("Cette demande ne vient pas de nos pages : elle a été refusée."),
            _("Rien n’a été modifié."),
            _("Revenez à l’accueil et recommencez depuis là."),
        )


def door_closed(request: HttpRequest) -> HttpResponse:
    """The browser did not come in by the address that `plaise serve` opened."""
    with _in_its_language(request):
        return _page(
            request,
            403,
            _("Ce navigateur n’est pas entré par l’adresse que Plaise a ouverte."),
            _("Vos dossiers sont fermés et chiffrés."),
            _("Lancez à nouveau Plaise sur cet ordinateur : il ouvrira la bonne page."),
        )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is missing or old (Django calls this)."""
    del reason
    return _page(
        request,
        403,
        _("Cette page était ouverte depuis trop longtemps : son envoi n’a pas été accepté."),
        _("Rien n’a été modifié."),
        _("Revenez en arrière, rechargez la page, puis recommencez."),
    )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 400, a foreign host among them: without the layout, which trusts the host."""
    if isinstance(exception, SessionInterrupted):  # locked in another tab meanwhile
        return told(request, LockedError())
    return HttpResponse("400", status=400, content_type="text/plain; charset=utf-8")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 404."""
    del exception
    return missing(request)


def missing(request: HttpRequest) -> HttpResponse:
    """No such page, or not for this person: which of the two is not said."""
    return _page(
        request,
        404,
        _("Cette page n’existe pas, ou elle n’est pas ouverte pour vous."),
        _("Rien n’a été modifié."),
        _("Revenez à l’accueil."),
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Django's 500: a fault of ours."""
    return _page(
        request,
        500,
        _("Plaise a rencontré une erreur qu’il ne connaît pas."),
        _("Ce qui était enregistré l’est toujours ; vos originaux n’ont pas été modifiés."),
        _("Revenez en arrière et recommencez. Si cela continue, prévenez qui vous aide."),
    )


def _page(
    request: HttpRequest,
    status: int,
    happened: str,
    safe: str,
    to_do: str,
    *,
    french: bool = False,
) -> HttpResponse:
    context = {"happened": happened, "safe": safe, "to_do": to_do, "french": french}
    return render(request, "plaise/error.html", context, status=status)


def _in_its_language(request: HttpRequest) -> translation.override:
    return translation.override(translation.get_language_from_request(request))
