"""Pictures that a phone shares with the installed page (Web Share Target)."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from plaise.store.database.models import Membership
from plaise.web.intake import take
from plaise.web.notices import tell
from plaise.web.security.access import known
from plaise.web.security.members import LAST
from plaise.web.security.rates import SENDING


@csrf_exempt
@known
@require_POST
def share(request: HttpRequest) -> HttpResponseBase:
    """Seal the pictures for the dossier opened last, locked or not.

    The system's own « share » cannot know a form's token. It says `Sec-Fetch-Site: none`, which no
    page can forge; everything else needs the token.
    """
    if request.headers.get("Sec-Fetch-Site") == "none":
        return _share(request)
    return csrf_protect(_share)(request)


def _share(request: HttpRequest) -> HttpResponseBase:
    SENDING.check(request)
    dossier = _destination(request)
    files = request.FILES.getlist("fichiers")
    if dossier is None or not files:
        return render(request, "plaise/pages/share.html", {"files": len(files)}, status=422)
    number = len(take(dossier, files, came_by="share"))
    tell(
        request,
        ngettext(
            "%(number)d fichier est reçu et chiffré.",
            "%(number)d fichiers sont reçus et chiffrés.",
            number,
        )
        % {"number": number},
    )
    return redirect("overview", dossier)


def _destination(request: HttpRequest) -> UUID | None:
    """The dossier opened last here; else the only one there is."""
    mine = Membership.objects.filter(account_id=str(request.user.pk))
    last = request.session.get(LAST)
    if last and mine.filter(dossier_id=last).exists():
        return UUID(last)
    only = tuple(mine.values_list("dossier_id", flat=True)[:2])
    return only[0] if len(only) == 1 else None
