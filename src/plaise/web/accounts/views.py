"""In and out: create, unlock, lock, leave, recover."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from plaise.dossier import PlaiseError
from plaise.store.database.models import Account
from plaise.store.keys import RecoveryCodeError
from plaise.store.vault import (
    IdentifierError,
    SecondFactorError,
    change_passphrase,
    create_account,
    has_second_factor,
    invitation_code,
    new_recovery_code,
    recover,
    unlock,
)
from plaise.web.forms import posted, status
from plaise.web.notices import tell
from plaise.web.security.access import anyone, known, member_of
from plaise.web.security.headers import forget_everything
from plaise.web.security.locked import identifier_of
from plaise.web.security.members import (
    SHARED,
    keep_key,
    lock,
    second_factor_given,
    sign_in,
    sign_out,
)
from plaise.web.security.rates import CREATING, SIGNING_IN
from plaise.web.security.typed import again
from plaise.web.wording import told_in_one

from .forms import ChangeForm, CreateForm, KeptForm, RecoverForm, UnlockForm
from .strength import Strength, strength_of

ELSEWHERE = "ailleurs"  # on the computer of somebody else
_CODE = "code_a_noter"
_FORM = ["GET", "POST"]


@anyone
@require_http_methods(_FORM)
def create_view(request: HttpRequest) -> HttpResponseBase:
    """A new account; its recovery code is shown next."""
    elsewhere = ELSEWHERE in request.GET
    form = CreateForm(posted(request), elsewhere=elsewhere)
    if request.method == "POST" and form.is_valid():
        CREATING.check(request)
        try:
            unlocked, code = create_account(
                form.cleaned_data["identifier"], form.cleaned_data["passphrase"]
            )
        except PlaiseError as error:
            form.add_error(
                "identifier" if isinstance(error, IdentifierError) else None, told_in_one(error)
            )
        else:
            sign_in(request, unlocked, shared=form.cleaned_data["shared"])
            _advise(request, form.cleaned_data["passphrase"])
            request.session[_CODE] = code
            return redirect("recovery-code")
    context = {"form": form, "elsewhere": elsewhere}
    return render(request, "plaise/accounts/create.html", context, status=status(form))


@require_http_methods(_FORM)
def recovery_code(request: HttpRequest) -> HttpResponseBase:
    """The code to print, until the person says that it is on paper."""
    code = request.session.get(_CODE)
    if not code:
        return redirect("dossiers")
    form = KeptForm(posted(request))
    if request.method == "POST" and form.is_valid():
        del request.session[_CODE]
        return redirect("dossiers")
    context = {"form": form, "code": code, "groups": code.split("-")}
    return render(request, "plaise/accounts/code.html", context, status=status(form))


@anyone
@require_http_methods(_FORM)
def unlock_view(request: HttpRequest) -> HttpResponseBase:
    """Identifier and passphrase; then back to where the person was."""
    onwards = _safe(request, request.GET.get("suite", ""))
    if getattr(request, "member", None) is not None and request.method == "GET":
        return redirect(onwards or "dossiers")
    kept = request.POST.get("kept", "")
    elsewhere = ELSEWHERE in request.GET
    initial = {"identifier": identifier_of(request)}
    form = UnlockForm(posted(request), initial, elsewhere=elsewhere)
    if request.method == "POST" and form.is_valid():
        SIGNING_IN.check(request)
        try:
            unlocked = unlock(
                form.cleaned_data["identifier"],
                form.cleaned_data["passphrase"],
                form.cleaned_data.get("code", ""),
                given=second_factor_given(request),
            )
        except SecondFactorError as error:
            form.ask_code()
            form.add_error("code", told_in_one(error))
        except PlaiseError as error:
            form.add_error(None, told_in_one(error))
        else:
            sign_in(request, unlocked, shared=form.cleaned_data["shared"])
            if typed := again(unlocked, kept):
                return render(request, "plaise/accounts/typed.html", {"typed": typed})
            return redirect(onwards or "dossiers")
    context = {"form": form, "onwards": onwards, "kept": kept, "elsewhere": elsewhere}
    return render(request, "plaise/accounts/unlock.html", context, status=status(form))


@anyone
@require_POST
def lock_view(request: HttpRequest) -> HttpResponseBase:
    """Lock now."""
    return _lock(request)


@anyone
@require_POST
def leave(request: HttpRequest) -> HttpResponseBase:
    """Sign out: nothing of the session is left in the browser."""
    sign_out(request)
    response = redirect("home")
    response.delete_cookie(settings.CSRF_COOKIE_NAME, samesite="Strict")
    forget_everything(response)
    return response


@anyone
@require_http_methods(_FORM)
def recover_view(request: HttpRequest) -> HttpResponseBase:
    """The passphrase is forgotten, the printed code is there."""
    elsewhere = ELSEWHERE in request.GET
    form = RecoverForm(posted(request), elsewhere=elsewhere)
    if request.method == "POST" and form.is_valid():
        SIGNING_IN.check(request)
        data = form.cleaned_data
        try:
            unlocked, code = recover(data["identifier"], data["code"], data["passphrase"])
        except PlaiseError as error:
            form.add_error(
                "code" if isinstance(error, RecoveryCodeError) else None, told_in_one(error)
            )
        else:
            sign_in(request, unlocked, shared=data["shared"])
            request.session[_CODE] = code
            return redirect("recovery-code")
    context = {"form": form, "elsewhere": elsewhere}
    return render(request, "plaise/accounts/recover.html", context, status=status(form))


@require_GET
def account(request: HttpRequest) -> HttpResponse:
    """What one can do with one's account."""
    account_id = member_of(request).account
    context = {
        "account": request.user,
        "invitation": invitation_code(account_id),
        "second": has_second_factor(account_id),
    }
    return render(request, "plaise/accounts/account.html", context)


@require_http_methods(_FORM)
def change(request: HttpRequest) -> HttpResponseBase:
    """Another passphrase; other sessions end, this one stays."""
    form = ChangeForm(posted(request))
    if request.method == "POST" and form.is_valid():
        SIGNING_IN.check(request)
        member = member_of(request)
        try:
            change_passphrase(member, form.cleaned_data["old"], form.cleaned_data["passphrase"])
        except PlaiseError as error:
            form.add_error("old", told_in_one(error))
        else:
            update_session_auth_hash(request, Account.objects.get(pk=member.account))
            keep_key(request, member)
            tell(request, _("Votre phrase de passe est changée."))
            _advise(request, form.cleaned_data["passphrase"])
            return redirect("account")
    return render(
        request,
        "plaise/accounts/change.html",
        {"form": form, "user": request.user},
        status=status(form),
    )


@require_POST
def renew_code(request: HttpRequest) -> HttpResponseBase:
    """Another recovery code; the former opens nothing any more."""
    request.session[_CODE] = new_recovery_code(member_of(request))
    return redirect("recovery-code")


@known
@require_GET
def locked(request: HttpRequest) -> HttpResponseBase:
    """Where a page left open goes by itself."""
    return _lock(request)


def _advise(request: HttpRequest, passphrase: str) -> None:
    if strength_of(passphrase) is not Strength.GOOD:
        advice = _(
            "Votre phrase de passe est acceptée, mais peut être devinée avec de gros moyens. "
            "Quatre mots ou plus la rendraient bien plus sûre : vous pouvez la changer dans "
            "« Mon compte »."
        )
        tell(request, advice, "warning")


def _lock(request: HttpRequest) -> HttpResponseBase:
    shared = bool(request.session.get(SHARED))
    lock(request)
    response = redirect(reverse("unlock") + (f"?{ELSEWHERE}" if shared else ""))
    if shared:
        forget_everything(response)
    return response


def _safe(request: HttpRequest, onwards: str) -> str:
    hosts = {request.get_host()}
    sound = onwards.startswith("/") and url_has_allowed_host_and_scheme(onwards, hosts)
    return onwards if sound else ""
