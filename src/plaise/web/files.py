"""Files that others made, given back: always a download, never a page of ours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar
from uuid import UUID

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header

from .security.headers import SANDBOX
from .security.places import Download

Answer = TypeVar("Answer", bound=HttpResponseBase)
_ANYTHING = "application/octet-stream"


def attachment(content: bytes, name: str) -> HttpResponse:
    """A download that no browser runs, whatever it holds."""
    return _taken_away(HttpResponse(content, content_type=_ANYTHING), name)


def streamed(chunks: Iterable[bytes], name: str, who: UUID) -> StreamingHttpResponse:
    """The same, of any length: sent while it is made.

    Raises:
        CrowdError: this account, or everyone together, already takes too much away.
    """
    content = Download(chunks, who)
    return _taken_away(StreamingHttpResponse(content, content_type=_ANYTHING), name)


def _taken_away(response: Answer, name: str) -> Answer:
    header = content_disposition_header(as_attachment=True, filename=name)
    response.headers["Content-Disposition"] = header or "attachment"
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


def picture(content: bytes, kind: str) -> HttpResponse:
    """A picture that we drew ourselves from an upload (thumbnail, derivative)."""
    response = HttpResponse(content, content_type=kind)
    response.headers["Content-Security-Policy"] = SANDBOX
    return response
