"""Pages that say what went wrong, what is safe and what to do."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.sessions.exceptions import SessionInterrupted
from django.core.exceptions import (
    DisallowedHost,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from plaise.dossier import PlaiseError
from plaise.store.keys import LockedError
from plaise.store.vault import ConflictError, NotAllowedError, NotMemberError, TooSoonError

from ._languages import language
from .security.rates import CrowdError, TooManyError
from .wording import in_french, said

_NOT_ALLOWED = 405
_AGAIN = 60  # seconds before another try
_STATUS: dict[type[PlaiseError], int] = {
    NotMemberError: 404,
    NotAllowedError: 403,
    ConflictError: 409,
    TooSoonError: 429,
    TooManyError: 429,
    CrowdError: 503,
}


class ErrorsMiddleware:
    """Turns the errors of the core into pages; asks for the passphrase when that is the error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        response = self.get_response(request)
        return (
            _not_that_way(request, response) if response.status_code == _NOT_ALLOWED else response
        )

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """The page of an error that was told in plain words; None for a bug."""
        return told(request, error) if isinstance(error, PlaiseError) else None


def told(request: HttpRequest, error: PlaiseError) -> HttpResponse:
    """A page that tells an error of the core, or the one that asks for the passphrase."""
    if isinstance(error, LockedError):
        from .security.locked import ask_passphrase  # noqa: PLC0415 (it draws pages of accounts)

        return ask_passphrase(request)
    status = next((status for kind, status in _STATUS.items() if isinstance(error, kind)), 400)
    response = _page(request, status, *said(error), french=in_french(error))
    if status in {429, 503}:
        response.headers["Retry-After"] = str(getattr(error, "seconds", _AGAIN))
    return response


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


def not_taken(request: HttpRequest, reason: str) -> HttpResponse:
    """A request that was too long to be taken in, or came with too many others.

    `reason`: a `security.bodies.Refusal`.
    """
    if reason == "stranger" and request.headers.get("X-Plaise-Script"):
        return HttpResponse(status=423)
    with _in_its_language(request):
        if reason == "crowd":
            return told(request, CrowdError())
        nothing_kept = _("Rien n’en a été gardé ; ce qui était enregistré l’est toujours.")
        if reason == "stranger":
            return _page(
                request,
                413,
                _("Cet envoi est long, et vos dossiers ne sont pas ouverts dans ce navigateur."),
                nothing_kept,
                _("Ouvrez vos dossiers, puis recommencez l’envoi."),
            )
        return _page(
            request,
            413,
            _("Cet envoi est trop long : 200 Mo au plus en une fois."),
            nothing_kept,
            _("Envoyez moins de fichiers à la fois."),
        )


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's 400: a foreign host, or a form that cannot be read."""
    if isinstance(exception, SessionInterrupted):  # locked in another tab meanwhile
        return told(request, LockedError())
    with _in_its_language(request):
        if isinstance(exception, DisallowedHost):
            return _bare(
                400,
                _("Plaise ne répond pas à cette adresse."),
                _("Vos dossiers sont fermés et chiffrés."),
                _("Écrivez l’adresse que l’on vous a donnée, ou que Plaise a ouverte."),
            )
        return _page(request, 400, *_unreadable(exception))


def _unreadable(exception: Exception) -> tuple[str, str, str]:
    nothing_changed = _("Rien n’a été modifié.")
    if isinstance(exception, TooManyFilesSent):
        return (
            _("Il y a trop de fichiers dans cet envoi : 500 au plus en une fois."),
            _("Aucun de ceux-là n’a été gardé ; ceux d’avant le sont toujours."),
            _("Envoyez moins de fichiers à la fois."),
        )
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return (
            _("Il y a trop de texte dans cet envoi."),
            nothing_changed,
            _("Revenez en arrière et raccourcissez ce que vous avez écrit."),
        )
    return (
        _("Cet envoi est arrivé abîmé."),
        nothing_changed,
        _("Revenez en arrière, rechargez la page, puis recommencez."),
    )


def _not_that_way(request: HttpRequest, response: HttpResponseBase) -> HttpResponse:
    """Django's 405, empty: an address that only a button opens."""
    page = _page(
        request,
        _NOT_ALLOWED,
        _("Cette adresse ne s’ouvre qu’avec le bouton de sa page."),
        _("Rien n’a été modifié."),
        _("Revenez à la page d’avant et servez-vous de son bouton."),
    )
    page.headers["Allow"] = response.headers.get("Allow", "")
    return page


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
    """Django's 500: a fault of ours, that may be of the layout or of the database too."""
    with _in_its_language(request):
        words = (
            _("Plaise a rencontré une erreur qu’il ne connaît pas."),
            _("Ce qui était enregistré l’est toujours ; vos originaux n’ont pas été modifiés."),
            _("Revenez en arrière et recommencez. Si cela continue, prévenez qui vous aide."),
        )
        try:
            return _page(request, 500, *words)
        except Exception:  # a page must come, whatever broke
            return _bare(500, *words)


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


def _bare(status: int, happened: str, safe: str, to_do: str) -> HttpResponse:
    """Without the layout: no form, no link, nothing that asks the session or trusts the host."""
    context = {
        "happened": happened,
        "safe": safe,
        "to_do": to_do,
        "language": language(translation.get_language() or "fr"),
    }
    return HttpResponse(render_to_string("plaise/bare.html", context), status=status)


def _in_its_language(request: HttpRequest) -> translation.override:
    return translation.override(translation.get_language_from_request(request))
