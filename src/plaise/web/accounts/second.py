"""A second factor: an application on the person's phone that shows codes."""

from __future__ import annotations

import base64

import segno
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plaise.dossier import PlaiseError
from plaise.store.keys import Codes
from plaise.store.vault import has_second_factor, remove_second_factor, set_second_factor
from plaise.web.forms import posted, status
from plaise.web.notices import tell
from plaise.web.security.access import member_of
from plaise.web.security.locked import identifier_of
from plaise.web.security.members import SECOND
from plaise.web.security.rates import SIGNING_IN
from plaise.web.wording import told_in_one

from .forms import CodeForm

_PENDING = "codes_a_regler"


@require_http_methods(["GET", "POST"])
def second_factor(request: HttpRequest) -> HttpResponseBase:
    """Set the codes up, or take them away: either takes a code."""
    member = member_of(request)
    asked = has_second_factor(member.account)
    codes = None if asked else _pending(request)
    form = CodeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        SIGNING_IN.check(request)
        try:
            if codes is None:
                remove_second_factor(member, form.cleaned_data["code"])
            else:
                set_second_factor(member, codes, form.cleaned_data["code"])
        except PlaiseError as error:
            form.add_error("code", told_in_one(error))
        else:
            return _done(request, on=codes is not None)
    context: dict[str, object] = {"form": form, "asked": asked}
    if codes is not None:
        address = codes.address(identifier_of(request))
        context |= {"address": address, "square": _square(address), "secret": _typed_form(codes)}
    return render(request, "plaise/accounts/second.html", context, status=status(form))


def _done(request: HttpRequest, *, on: bool) -> HttpResponseBase:
    request.session.pop(_PENDING, None)
    request.session[SECOND] = on
    tell(
        request,
        _("Un code de votre application sera demandé pour entrer.")
        if on
        else _("Aucun code ne sera plus demandé : votre phrase de passe suffit."),
    )
    return redirect("account")


def _pending(request: HttpRequest) -> Codes:
    """The codes that are being set up: the same until the first one is typed."""
    known = request.session.get(_PENDING)
    codes = Codes(bytes.fromhex(known)) if known else Codes.new()
    request.session[_PENDING] = codes.secret.hex()
    return codes


def _square(address: str) -> SafeString:
    """The picture that an application photographs: drawn here, from our own address."""
    drawn = segno.make(address, micro=False, error="m")
    return SafeString(drawn.svg_inline(omitsize=True, border=4, dark="#000", light="#fff"))


def _typed_form(codes: Codes) -> str:
    """The secret in groups of four, for an application without a camera."""
    text = base64.b32encode(codes.secret).decode()
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))
