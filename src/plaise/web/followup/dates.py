"""Every date with its computation, the calendar file, the private feed, reminders by e-mail."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_safe

from plaise.followup import calendar
from plaise.law import load_law
from plaise.store.vault import EncryptedDossier
from plaise.web.files import attachment
from plaise.web.forms import status
from plaise.web.journey import frame
from plaise.web.notices import tell
from plaise.web.security.access import outside

from .case import Case, with_case
from .outside import (
    close_feed,
    feed_secret,
    mail_offered,
    open_feed,
    read_feed,
    remind_at,
    reminded_at,
    stop_reminding,
)


class AddressForm(forms.Form):
    """Where to send reminders."""

    address = forms.EmailField(
        label=gettext_lazy("Mon adresse électronique"),
        help_text=gettext_lazy(
            "Choisissez une boîte que personne d’autre ne lit. Le message dit seulement qu’un "
            "rappel vous attend."
        ),
        max_length=200,
        widget=forms.EmailInput({"dir": "ltr", "autocomplete": "email"}),
    )


@require_http_methods(["GET", "POST"])
@with_case
def dates(request: HttpRequest, dossier: EncryptedDossier, case: Case) -> HttpResponseBase:
    """The dates, explained; what the person asks to have outside."""
    form = AddressForm(request.POST if "mail_on" in request.POST else None)
    if request.method == "POST" and (form.is_valid() or not form.is_bound):
        _outside(request, dossier, form)
        return redirect(reverse("followup-dates", args=[dossier.id]) + "#rappels")
    references = load_law().references
    secret = feed_secret(dossier)
    context = {
        "step": frame(dossier, "after"),
        "dossier": dossier,
        "dates": [(one, [references[ref] for ref in one.references]) for one in case.dates],
        "today": case.today,
        "correctable": case.followup.state != "closed",
        "feed": _address(request, secret) if secret else "",
        "local": not settings.PLAISE_ORIGIN,
        "mail_offered": mail_offered(),
        "reminded_at": reminded_at(dossier),
        "form": form,
    }
    return render(request, "plaise/followup/dates.html", context, status=status(form))


def _outside(request: HttpRequest, dossier: EncryptedDossier, form: AddressForm) -> None:
    if "feed_open" in request.POST:
        open_feed(dossier)
        tell(request, _("L’adresse secrète est faite."))
    elif "feed_close" in request.POST:
        close_feed(dossier)
        tell(request, _("L’adresse ne répond plus."))
    elif "mail_on" in request.POST and mail_offered():
        remind_at(dossier, form.cleaned_data["address"])
        tell(request, _("Les rappels partiront vers cette adresse."))
    elif "mail_off" in request.POST:
        stop_reminding(dossier)
        tell(request, _("Plus aucun rappel ne part, et l’adresse est oubliée."))


def _address(request: HttpRequest, secret: str) -> str:
    address = request.build_absolute_uri(reverse("feed", args=[secret]))
    return urlsplit(address).geturl()


@require_GET
@with_case
def calendar_file(request: HttpRequest, dossier: EncryptedDossier, case: Case) -> HttpResponse:
    """The dates as a file for a calendar program, in neutral words."""
    del request
    content = calendar(
        case.followup,
        case.dates,
        dossier=case.facts.id,
        zone=case.facts.zone,
        made_at=datetime.now(UTC),
    )
    return attachment(content, "rappels.ics")


@outside
@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The calendar behind a secret address, for a calendar program, which has no cookie."""
    del request
    content = read_feed(secret)
    if content is None:
        raise Http404
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
