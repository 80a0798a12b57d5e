"""Requests that change something come from our own pages, at an address that we answer to."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from plaise.web.errors import refused

_READING = {"GET", "HEAD", "OPTIONS"}
_OURS = {"same-origin", "none"}


class OriginMiddleware:
    """Host allow-list, `Origin` and `Sec-Fetch-Site`, before anything of the request is read.

    A browser that sends neither is still held by Django's CSRF token.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse what comes from elsewhere."""
        host = request.get_host()  # DisallowedHost: Django answers 400
        if request.method not in _READING and not _from_us(request, host):
            return refused(request)
        return self.get_response(request)


def _from_us(request: HttpRequest, host: str) -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in _OURS:
        return False
    origin = request.headers.get("Origin")
    if origin is None or (origin == "null" and site == "none"):
        return True  # « null » and « none »: the system itself, sharing a picture with us
    if settings.PLAISE_ORIGIN:
        return origin == settings.PLAISE_ORIGIN
    parts = urlsplit(origin)
    return parts.scheme == "http" and parts.netloc == host
