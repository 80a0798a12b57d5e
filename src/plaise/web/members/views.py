"""Invite, entrust, shut out; what may be done is the store's to say."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plaise.dossier import PlaiseError
from plaise.store.database.models import Role
from plaise.store.vault import EncryptedDossier, Member, grant, invite, members, revoke
from plaise.web.forms import posted, status
from plaise.web.notices import tell
from plaise.web.security.access import member_of
from plaise.web.security.rates import INVITING
from plaise.web.wording import told_in_one

from .forms import InviteForm, SureForm
from .history import changes_of


@require_http_methods(["GET", "POST"])
def access(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponseBase:
    """Who opens this dossier and what each may do; owners invite."""
    form = InviteForm(posted(request))
    if request.method == "POST" and form.is_valid():
        INVITING.check(request)
        try:
            invite(
                member_of(request),
                dossier.id,
                form.cleaned_data["identifier"],
                form.cleaned_data["code"],
            )
        except PlaiseError as error:
            form.add_error(None, told_in_one(error))
        else:
            tell(request, _("Cette personne peut maintenant ouvrir le dossier."))
            return redirect("access", dossier.id)
    people = members(member_of(request), dossier.id)
    me = member_of(request).account
    context = {
        "dossier": dossier,
        "form": form,
        "people": people,
        "me": me,
        "changes": changes_of(dossier),
        "owner": any(one.account == me and one.role == Role.OWNER for one in people),
    }
    return render(request, "plaise/members/access.html", context, status=status(form))


@require_POST
def entrust(request: HttpRequest, dossier: EncryptedDossier, account: UUID) -> HttpResponseBase:
    """The dossier belongs to this person too."""
    other = _member(request, dossier, account)
    grant(member_of(request), dossier.id, other.identifier, Role.OWNER)
    tell(request, _("Le dossier est aussi confié à cette personne."))
    return redirect("access", dossier.id)


@require_http_methods(["GET", "POST"])
def shut_out(request: HttpRequest, dossier: EncryptedDossier, account: UUID) -> HttpResponseBase:
    """Shut somebody out, or leave: every key of the dossier changes."""
    other = _member(request, dossier, account)
    myself = account == member_of(request).account
    form = SureForm(posted(request))
    if request.method == "POST" and form.is_valid():
        revoke(member_of(request), dossier.id, account)
        tell(request, _("C’est fait : les clés du dossier ont été changées."))
        return redirect("dossiers") if myself else redirect("access", dossier.id)
    context = {"dossier": dossier, "form": form, "other": other, "myself": myself}
    return render(request, "plaise/members/shut_out.html", context, status=status(form))


def _member(request: HttpRequest, dossier: EncryptedDossier, account: UUID) -> Member:
    for one in members(member_of(request), dossier.id):
        if one.account == account:
            return one
    raise Http404
