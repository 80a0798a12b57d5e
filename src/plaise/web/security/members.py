"""From a request to the member who made it: unlocked, locked, or nobody."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth import SESSION_KEY, login, logout
from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

from plaise.dossier import PlaiseError
from plaise.store.database.models import Account
from plaise.store.keys import LockedError, Unlocked, join_key, split_key
from plaise.store.vault import SESSION, has_second_factor, open_dossier
from plaise.web.errors import told

from . import awake
from .access import access_of
from .locked import ask_passphrase

HALF = "moitie"
UNTIL = "jusqua"
SHARED = "ordinateur_partage"
SECOND = "second_facteur"
LAST = "dernier_dossier"
SHARED_SESSION = timedelta(minutes=5)
_REMEMBERED = re.compile(rb' autocomplete="(?!off|(?:new|current)-password|one-time)[^"]*"')
_ASKING = {"GET", "HEAD"}  # what a page may ask by itself
_SAVE_EVERY = timedelta(minutes=1)


class MemberBackend(BaseBackend):
    """Django asks who an account is; the passphrase is the store's business."""

    def get_user(self, user_id: UUID) -> Account | None:
        """The account of a session."""
        return Account.objects.filter(pk=user_id, is_active=True).first()


class MemberMiddleware:
    """Puts `request.member` (an `Unlocked`, or None), and lets in only who may come in.

    A `dossier` in the address becomes the open dossier itself before the view is called, so that
    no view can forget to ask whether it is this member's.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Find the member, answer, and keep the cookie's half in step."""
        request.member = _member(request)  # type: ignore[attr-defined]
        response = self.get_response(request)
        if request.session.get(SHARED) and getattr(request, "member", None) is not None:
            # Even without a script, the page goes away from a computer that is not theirs.
            wait = int(SHARED_SESSION.total_seconds()) + 5
            response.headers["Refresh"] = f"{wait};url={reverse('locked')}"
            _keep_out_of_form_history(response)
        half = getattr(request, "key_half", None)
        if half is not None:
            _set_half(response, half)
        elif half_cookie() in request.COOKIES and getattr(request, "member", None) is None:
            response.delete_cookie(half_cookie(), samesite="Strict")
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        arguments: tuple[object, ...],
        named: dict[str, object],
    ) -> HttpResponseBase | None:
        """Send away who may not see the page; open the dossier of the address."""
        del arguments
        access = access_of(view)
        if access in {"anyone", "outside"}:
            return None
        if access == "known" and request.user.is_authenticated:
            return None
        member: Unlocked | None = getattr(request, "member", None)
        if member is None:
            return ask_passphrase(request)
        if request.method not in _ASKING or not getattr(view, "plaise_quiet", False):
            _stay(request, member)
        identifier = named.get("dossier")
        if isinstance(identifier, UUID):
            try:
                opened = open_dossier(member, identifier)
            except PlaiseError as error:
                return told(request, error)
            named["dossier"] = opened
            if request.session.get(LAST) != str(opened.id):
                request.session[LAST] = str(opened.id)
        return None


def _keep_out_of_form_history(response: HttpResponseBase) -> None:
    """Ask the browser not to remember what is typed: names, addresses, on a stranger's computer."""
    kind = response.headers.get("Content-Type", "")
    if isinstance(response, HttpResponse) and kind.startswith("text/html"):
        page = _REMEMBERED.sub(b' autocomplete="off"', response.content)
        response.content = page.replace(b"<form ", b'<form autocomplete="off" ')


def half_cookie() -> str:
    """The name of the cookie that holds half of the member's key."""
    return "__Host-plaise-cle" if settings.PLAISE_HTTPS else "plaise-cle"


def sign_in(request: HttpRequest, unlocked: Unlocked, *, shared: bool) -> None:
    """Begin a session for an unlocked member; whatever session was there is over."""
    account = Account.objects.get(pk=unlocked.account)
    request.session.flush()
    login(request, account, backend="plaise.web.security.members.MemberBackend")
    request.session[SHARED] = shared
    request.session[SECOND] = has_second_factor(unlocked.account)
    keep_key(request, unlocked)


def second_factor_given(request: HttpRequest) -> UUID | None:
    """The account whose code was given in this session, locked meanwhile or not."""
    user = request.user
    return user.pk if user.is_authenticated and request.session.get(SECOND) else None


def keep_key(request: HttpRequest, unlocked: Unlocked) -> None:
    """Split the member's key between a cookie and the session."""
    half, other = split_key(unlocked.private)
    request.key_half = half  # type: ignore[attr-defined]
    request.session[HALF] = _text(other)
    request.session[UNTIL] = 0
    request.member = unlocked  # type: ignore[attr-defined]
    awake.remember(str(request.session.session_key), unlocked)
    _stay(request, unlocked)


def lock(request: HttpRequest) -> None:
    """Forget the key now; the account stays known here, unless the computer is someone else's."""
    awake.forget(request.session.session_key)
    if request.session.get(SHARED):
        sign_out(request)
        return
    request.session.pop(HALF, None)
    request.session.pop(UNTIL, None)
    # Another row: a request that began before cannot write the key's half back.
    request.session.cycle_key()
    _nobody(request)


def sign_out(request: HttpRequest) -> None:
    """Forget the key and the account."""
    awake.forget(request.session.session_key)
    logout(request)
    _nobody(request)


def _member(request: HttpRequest) -> Unlocked | None:
    session = request.session
    if SESSION_KEY not in session or HALF not in session or not request.user.is_authenticated:
        return None
    until = datetime.fromtimestamp(session.get(UNTIL, 0), UTC)
    if until <= datetime.now(UTC):
        lock(request)
        return None
    try:
        half = _bytes(request.COOKIES[half_cookie()])
        private = join_key(half, _bytes(session[HALF]))
    except (KeyError, LockedError, binascii.Error):
        return None
    return awake.wake(str(session.session_key), UUID(str(request.user.pk)), private, until)


def _stay(request: HttpRequest, member: Unlocked) -> None:
    """Whoever is at work stays unlocked; the hour is written at most once a minute."""
    length = SHARED_SESSION if request.session.get(SHARED) else SESSION
    until = datetime.now(UTC) + length
    member.extend(until)
    if until.timestamp() - request.session.get(UNTIL, 0) >= _SAVE_EVERY.total_seconds():
        request.session[UNTIL] = int(until.timestamp())


def _nobody(request: HttpRequest) -> None:
    request.member = None  # type: ignore[attr-defined]
    request.key_half = None  # type: ignore[attr-defined]


def _set_half(response: HttpResponseBase, half: bytes) -> None:
    response.set_cookie(
        half_cookie(),
        _text(half),
        secure=settings.PLAISE_HTTPS,
        httponly=True,
        samesite="Strict",
    )


def _text(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode()


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text)
