"""What browsers are told with every answer."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

CSP = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types plaise",
    )
)
# Files that others made: no script, no form, no origin of ours, even if a browser showed them.
SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'"
HEADERS = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(self), geolocation=(), microphone=(), "
    "payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
_YEAR = 31_536_000


class HeadersMiddleware:
    """The outermost layer: no answer leaves without these, errors and style sheets included."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and add what the answer does not say itself."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Content-Security-Policy", CSP)
        if not request.path.startswith(settings.STATIC_URL):
            response.headers.setdefault("Cache-Control", "no-store")
        if settings.PLAISE_HTTPS:
            response.headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
        return response


def forget_everything(response: HttpResponseBase) -> None:
    """Ask the browser to drop what it kept of this address.

    Cookies are dropped one by one instead on this computer: the door's stays, or its owner could
    not come back without starting Plaise again.
    """
    what = (
        ['"cache"', '"storage"'] if settings.PLAISE_DOOR else ['"cache"', '"cookies"', '"storage"']
    )
    response.headers["Clear-Site-Data"] = ", ".join(what)
