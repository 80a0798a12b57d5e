"""The certificate of an erasure, made while the dossier is still there and kept nowhere.

The page that says that it is done carries the certificate, signed, so that it can be taken away;
the server keeps nothing of it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from django.core.signing import BadSignature, dumps, loads
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from plaise.drafting import to_pdf
from plaise.store.vault import EncryptedDossier, erase_dossier
from plaise.web.files import attachment
from plaise.web.security.access import member_of
from plaise.work.erasure import Certificate, certificate_document, certificate_for
from plaise.work.seen import zone_of

_SALT = "plaise.certificat"


def erase(request: HttpRequest, dossier: EncryptedDossier) -> HttpResponse:
    """Erase a dossier, and give its certificate.

    Raises:
        PlaiseError: the member may not erase it; nothing was.
    """
    zone = zone_of(dossier)
    made = certificate_for(dossier, at=datetime.now(UTC), where="coffre")
    erase_dossier(member_of(request), dossier.id)
    signed = dumps({"certificate": made.model_dump(mode="json"), "zone": zone}, salt=_SALT)
    context = {"certificate": made, "signed": signed}
    return render(request, "plaise/followup/erased.html", context)


@require_POST
def certificate(request: HttpRequest) -> HttpResponse:
    """The certificate as a PDF, from what its page carried."""
    try:
        held = loads(request.POST.get("signed", ""), salt=_SALT, max_age=86_400)
    except BadSignature as error:
        raise Http404 from error
    made = Certificate.model_validate(held["certificate"])
    document = certificate_document(made, held["zone"])
    return attachment(to_pdf(document, made_on=made.erased_at.date()), "certificat.pdf")
