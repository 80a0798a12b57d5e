"""Welcome, help, language, quick exit."""

from __future__ import annotations

import calendar
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from plaise.web.errors import door_closed
from plaise.web.glossary import entries
from plaise.web.security.access import anyone, outside
from plaise.web.security.door import COOKIE, DOOR
from plaise.web.security.headers import forget_everything
from plaise.web.security.members import sign_out


@anyone
@require_GET
def home(request: HttpRequest) -> HttpResponseBase:
    """What this is; or the dossiers of whoever is already in."""
    if getattr(request, "member", None) is not None:
        return redirect("dossiers")
    return render(request, "plaise/pages/home.html")


@outside
@require_GET
def enter(request: HttpRequest) -> HttpResponseBase:
    """The address that `plaise serve` opens: the token is exchanged for a cookie, and gone."""
    guest = DOOR.enter(request.GET.get("jeton", ""))
    if guest is None and not DOOR.admits(request.COOKIES.get(COOKIE, "")):
        return door_closed(request)
    response = redirect("home")
    if guest:
        response.set_cookie(COOKIE, guest, httponly=True, samesite="Lax")
    return response


@outside
@csrf_exempt
@require_POST
def knock(request: HttpRequest) -> HttpResponseBase:
    """A second `plaise serve` of the same user asks the first one for an address to open."""
    token = DOOR.token_for(request.headers.get("X-Plaise-Key", ""))
    if token is None or not settings.PLAISE_DOOR:
        return door_closed(request)
    return HttpResponse(token, content_type="text/plain")


@anyone
@require_GET
def glossary(request: HttpRequest) -> HttpResponse:
    """Hard words, in plain ones."""
    return render(request, "plaise/pages/glossary.html", {"entries": entries()})


@anyone
@require_GET
def safety(request: HttpRequest) -> HttpResponse:
    """What is protected, and what is not."""
    return render(request, "plaise/pages/safety.html")


@anyone
@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "plaise/pages/accessibility.html")


@anyone
@require_POST
def choose_language(request: HttpRequest) -> HttpResponseBase:
    """Another language, and the same page."""
    onwards = request.POST.get("suite", "/")
    if not onwards.startswith("/") or not url_has_allowed_host_and_scheme(
        onwards, {request.get_host()}
    ):
        onwards = "/"
    response = redirect(onwards)
    code = request.POST.get("langue", "")
    if code in dict(settings.LANGUAGES) and check_for_language(code):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            code,
            httponly=True,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            samesite="Lax",
        )
    return response


@outside
@csrf_exempt
@require_POST
def quick_exit(request: HttpRequest) -> HttpResponseBase:
    """Lock, forget, and show something dull. Never refused for an old token: at worst one locks."""
    if hasattr(request, "session"):
        sign_out(request)
    response = redirect("pause")
    for name in (settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME):
        response.delete_cookie(name)
    forget_everything(response)
    return response


@outside
@require_GET
def pause(request: HttpRequest) -> HttpResponse:
    """A calendar of the month, like anyone's; asks nothing of any other site by itself."""
    today = datetime.now(UTC).date()
    weeks = calendar.Calendar().monthdayscalendar(today.year, today.month)
    days = [(WEEKDAYS_ABBR[number], WEEKDAYS[number]) for number in range(7)]
    context = {"today": today, "weeks": weeks, "days": days}
    return render(request, "plaise/pages/pause.html", context)
