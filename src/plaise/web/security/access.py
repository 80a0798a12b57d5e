"""Who may see a page. A view that says nothing is for unlocked members only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeVar

from django.http import HttpRequest, HttpResponseBase

from plaise.store.keys import LockedError, Unlocked

Access = Literal["anyone", "outside", "known", "member"]
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def _marked(access: Access) -> Callable[[View], View]:
    def mark(view: View) -> View:
        view.plaise_access = access  # type: ignore[attr-defined]  # read by MemberMiddleware
        return view

    return mark


anyone = _marked("anyone")  # no account needed: help, language, quick exit
outside = _marked("outside")  # reachable even without the token of `plaise serve`
known = _marked("known")  # an account has signed in here; it may be locked again


def quiet(view: View) -> View:
    """A page that asks by itself (progress): it does not keep the session unlocked."""
    view.plaise_quiet = True  # type: ignore[attr-defined]  # read by MemberMiddleware
    return view


def access_of(view: Callable[..., object]) -> Access:
    """Who may see this view."""
    access: Access = getattr(view, "plaise_access", "member")
    return access


def member_of(request: HttpRequest) -> Unlocked:
    """The member whose request it is.

    Raises:
        LockedError: nobody, or locked.
    """
    member = getattr(request, "member", None)
    if not isinstance(member, Unlocked) or not member.open:
        raise LockedError
    return member
