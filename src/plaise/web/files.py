"""Files that others made, given back: always a download, never a page of ours."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from .security.headers import SANDBOX


def attachment(content: bytes, name: str) -> HttpResponse:
    """A download that no browser runs, whatever it holds."""
    response = HttpResponse(content, content_type="application/octet-stream")
    header = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = header or "attachment"
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


def picture(content: bytes, kind: str) -> HttpResponse:
    """A picture that we drew ourselves from an upload (thumbnail, derivative)."""
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Security-Policy"] = SANDBOX
    return response
